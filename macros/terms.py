"""The terms of art: `tools/_terms.yml`, covered key by key by `local/terms.yml`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pydantic import Field, RootModel

from macros import wording
from macros.covering import with_local
from macros.fields import LanguageCode, Phrases, Slug, Strict, Text, Told
from macros.problem import ContentError, Problem, nearest
from macros.shape import fit, parts
from macros.site_model import Site
from macros.source import Loc, Source
from macros.yaml_reader import read

SHARED, LOCAL = "tools/_terms.yml", "local/terms.yml"


class Forms(Strict):
    """The inflected forms that texts need; the plain one is the term's `text`."""

    definite: Text | None = Field(None, description="As in `kommissoriet` and `uppdragsbeskrivningen`.")
    plural: Text | None = Field(None, description="As in `milepæle` and `milstolpar`.")
    definite_plural: Text | None = Field(
        None, alias="definite-plural", description="As in `beslutningspunkterne` and `beslutspunkterna`."
    )

    @property
    def named(self) -> dict[str, Text]:
        """The forms that are written, by the name that `term()` takes."""
        found = {info.alias or name: getattr(self, name) for name, info in Forms.model_fields.items()}
        return {name: text for name, text in found.items() if text}


FORMS = tuple(info.alias or name for name, info in Forms.model_fields.items())


class Concept(Strict):
    """A term of art in each language; its id is its key, and its anchor in the glossary."""

    text: Text = Field(description="The word to prefer, as it stands within a sentence.")
    forms: Forms = Field(default_factory=Forms, description="Inflected forms, for `term(id, form)`.")
    also: Phrases | None = Field(None, description="Other words for it that readers may know or search by.")
    meaning: Text = Field(description="One or two plain sentences; each speaks of its own country's institutions.")
    only: LanguageCode | None = Field(
        None, description="The language's code, when the other countries have no such thing."
    )

    def word(self, lang: str, form: str | None = None) -> Told:
        """Return the word in a form; where the language lacks the form, its plain word."""
        told = self.forms.named[form].told(lang) if form else None
        return told if told and told.lang == lang else self.text.told(lang)


class Terms(RootModel[Mapping[Slug, Concept]]):
    """The terms by id."""


@dataclass
class Glossary:
    """The terms that could be read, by id, and what is wrong with them.

    `ids` also holds those that could not be read; None where nobody can tell which there are. `unchanged` are the
    shared ones, where a municipality has its own wording.
    """

    terms: dict[str, Concept] = field(default_factory=dict)
    ids: Collection[str] | None = None
    problems: list[Problem] = field(default_factory=list)
    source: Source | None = None
    unchanged: Terms | None = None


def load(root: Path, site: Site | None) -> Glossary:
    """Read the terms below `root`, the municipality's own wording laid over them, and check them."""
    found = Glossary()
    try:
        source = with_local(root, partial(read, root / SHARED, SHARED), LOCAL)
    except ContentError as error:
        found.problems += error.problems
        return found
    found.source = source
    if (root / LOCAL).exists():
        with suppress(ContentError):
            found.unchanged = fit(read(root / SHARED, SHARED), Terms)
    found.ids = list(source.data) if isinstance(source.data, dict) else None
    try:
        fit(source, Terms)
    except ContentError as error:
        found.problems += error.problems
    for loc, part in parts(source, Terms):
        if isinstance(part, Terms):
            found.terms |= part.root
        elif isinstance(part, Concept):
            found.terms[str(loc[0])] = part
    found.problems += wording.unfit(source)
    found.problems += _taken(source, found.terms)
    for id, concept in found.terms.items():
        found.problems += [*_languages(source, id, concept, site), *_half_covered(source, id, concept)]
    return found


def _languages(source: Source, id: str, concept: Concept, site: Site | None) -> Iterator[Problem]:
    if site is None:
        return
    if concept.only and concept.only not in site.languages:
        fault = f"`{concept.only}` is not a language of this site"
        yield source.problem((id, "only"), fault, nearest(concept.only, site.languages))
        return
    known = [concept.only] if concept.only else list(site.languages)
    wanted = [lang for lang in known if lang in site.whole]
    for loc, one in wording.wordings(concept, (id,)):
        for lang in one.root:
            if concept.only and lang in site.languages and lang != concept.only:
                fault = f"`{loc[-1]}` is written in `{lang}`, but the term is in `{concept.only}` only"
                yield source.problem((*loc, lang), fault, "Take the line away, or `only`.")
        # Other words for it may be there in one language alone.
        needed = () if isinstance(one, Phrases) else wanted
        yield from wording.problems(source, one, site.languages, needed, loc)


def _taken(source: Source, terms: Mapping[str, Concept]) -> Iterator[Problem]:
    """One word, one meaning: a reader who follows it must not land at another."""
    first: dict[tuple[str, str], str] = {}
    for id, concept in terms.items():
        for lang, word in concept.text.root.items():
            other = first.setdefault((lang, (word or id).casefold()), id)
            if word and other != id:
                line = source.place((other, "text", lang)).line
                fault = f"`{word}` is the word for `{other}` on line {line} too"
                yield source.problem((id, "text", lang), fault, "Choose another word, or make one term of the two.")
    for id, concept in terms.items():
        for lang, n, word in _others(concept):
            if (other := first.get((lang, word.casefold()), id)) != id:
                fault = f"`{word}` is the word for `{other}`"
                yield source.problem((id, "also", lang, n), fault, "Take it away here.")


def _others(concept: Concept) -> Iterator[tuple[str, int, str]]:
    for lang in concept.also.root if concept.also else ():
        yield from ((lang, n, word) for n, word in enumerate(concept.also.in_(lang) if concept.also else ()))


def _half_covered(source: Source, id: str, concept: Concept) -> Iterator[Problem]:
    """A municipality's own word beside the shared word's forms: texts would use both."""
    for lang in concept.text.root:
        if source.place((id, "text", lang)).file != LOCAL:
            continue
        for form in concept.forms.named:
            place: Loc = (id, "forms", form, lang)
            if place in source.marks and source.marks[place].file == SHARED:
                fault = f"`text` is your own in `{lang}`, but `{form}` is still that of the shared word"
                yield Problem(*source.place((id, "text", lang)), fault, f"Write `{form}` under `forms`, too.", "hint")
