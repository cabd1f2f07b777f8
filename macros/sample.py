"""A made-up tool, with what somebody might fill in: what the style pages show all parts with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from macros import facts, kinds
from macros.addresses import Here
from macros.fields import Date, Slug, Strict, Text, Told, Whole, Words, YesNo
from macros.forms import Filled
from macros.model import AnyChecklist, Assessment, Tool, Worksheet
from macros.news import News
from macros.problem import ContentError
from macros.refs import ToolRef
from macros.render import Renderer
from macros.sections import Section
from macros.shape import fit
from macros.yaml_reader import read

ID = "sample"
HERE = Path(__file__).with_name("sample.yml")
TOKENS = "assets/css/tokens.css"
# The sections that the template makes before those of the page itself.
SECTIONS = ("colours", "type", "actions", "marks", "page-head", "lists", "phases", "pictures")
COLOUR = re.compile(r"^  --iv-([\w-]+): #", re.MULTILINE)


class Given(Strict):
    """What somebody has filled in at one item or field."""

    answer: Literal["done", "part", "none", "skip"] | None = None
    note: Text | None = None
    owner: Text | None = None
    due: Date | None = None
    open: YesNo = Field(False, description="Whether its note, owner and deadline are unfolded.")
    rating: Annotated[Whole, Field(ge=1, le=5)] | None = None
    value: Text | Words | None = None

    def filled(self, said: Callable[[Text], str]) -> Filled:
        """Return it as a form takes it; `said` gives the words of a text."""

        def words(text: Text | str | None) -> str:
            return said(text) if isinstance(text, Text) else text or ""

        note, owner, value = words(self.note), words(self.owner), words(self.value)
        return Filled(self.answer or "", note, owner, self.due, self.open, self.rating or 0, value)


class Sample(Tool):
    """A tool with what is filled in, by checklist and item, and the words of the style pages."""

    filled: Mapping[Slug, Mapping[Slug, Given]]
    headings: Mapping[Slug, Text]


def load() -> Sample:
    """Read the sample, and check it like any tool.

    Raises:
        ContentError: something in it is wrong.
    """
    source = read(HERE, "macros/sample.yml")
    sample = fit(source, Sample)
    numbered = enumerate(sample.checklists)
    if problems := [one for n, checklist in numbered for one in kinds.problems(source, checklist, ("checklists", n))]:
        raise ContentError(problems)
    return sample


def shown(renderer: Renderer, here: Here, sections: Iterable[Section]) -> dict[str, object]:
    """Return what the style page's template takes: the sample as if it were a tool of the site, in its first phase."""
    words = renderer.content.vocabulary
    placed = {"phase": words.phases[0].id, "roles": (words.roles[0].id,)}
    sample = load().model_copy(update=placed)
    lang, title = renderer.lang, sample.title.told(renderer.lang)
    ref = ToolRef(ID, sample, title, sample.summary.told(lang), here.address, lang)
    heading = {name: renderer.said(text) for name, text in sample.headings.items()}
    return {
        "sample": sample,
        "ref": ref,
        "heading": heading,
        "contents": _contents(renderer, heading, sections),
        "colours": colours(renderer.content.root),
        "answers": words.answers,
        "facts": facts.facts(renderer, sample),
        "where": facts.where(renderer, sample),
        "news": [News(title, here.address, date, "reviewed", lang) for date in (sample.reviewed, None)],
        "cards": renderer.cards(here, [ref]),
        "time": partial(facts.time, renderer),
        "people": partial(facts.people, renderer),
        "map": renderer.phase_map(here),
        "pictures": [renderer.determinants(), renderer.follow_up_loop()],
    }


def forms(renderer: Renderer, here: Here) -> dict[str, object]:
    """Return what the template of the style page with all checklists takes."""
    sample = load()
    drawn = list(_drawn(sample, renderer.lang))
    filled = [{id: one.filled(renderer.said) for id, one in given.items()} for _, given in drawn]
    return {
        "title": renderer.said(sample.headings["forms"]),
        "contents": [(f"{ID}--{checklist.id}", renderer.said(checklist.title)) for checklist, _ in drawn],
        "forms": [renderer.form(here, ID, one, given) for (one, _), given in zip(drawn, filled, strict=True)],
    }


def _contents(renderer: Renderer, heading: Mapping[str, str], sections: Iterable[Section]) -> list[tuple[str, str]]:
    lang = renderer.lang
    written = [(section.id, renderer.said(Told(section.title, section.lang or lang))) for section in sections]
    return [*((id, heading[id]) for id in SECTIONS), *written]


def colours(root: Path) -> list[str]:
    """Return the names of the colours, in the order of their file."""
    return list(dict.fromkeys(COLOUR.findall((root / TOKENS).read_text(encoding="utf-8"))))


def _drawn(sample: Sample, lang: str) -> Iterator[tuple[AnyChecklist, Mapping[str, Given]]]:
    """Return the checklists with what is filled in, and blank before it those that have nothing blank in them then."""
    for checklist in sample.checklists:
        full = isinstance(checklist, Assessment | Worksheet)
        if full:
            yield checklist, {}
        yield _renamed(checklist, sample, lang) if full else checklist, sample.filled.get(checklist.id, {})


def _renamed(checklist: AnyChecklist, sample: Sample, lang: str) -> AnyChecklist:
    """Give the filled form an id and a title of its own, since the blank one stands on the page, too."""
    told = checklist.title.told(lang)
    title = Text({told.lang: f"{told.words}: {sample.headings['filled'].in_(told.lang)}"})
    return checklist.model_copy(update={"id": f"{checklist.id}-filled", "title": title})
