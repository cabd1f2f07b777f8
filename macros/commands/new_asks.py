"""What `kit new` is given, and what it asks for: each answer is asked for until it is right."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import click

from macros.answers import WrongAnswer
from macros.commands.prompts import LEAVE, answered, or_none
from macros.content import Content
from macros.problem import listed
from macros.starter import given, home
from macros.starter.kinds import ALL, KINDS, TOOL

# What the options are called, by what they say, and what each asks for.
OPTIONS = {"themes": "--theme"}
QUESTIONS = {
    "held": "Held, as in 2026-10-30 or in words",
    "organiser": "Organiser",
    "audience": "Audience: roles, no names of persons",
    "themes": "Themes, with `;` between",
}
NOUNS = {"held": "time when it was held", "organiser": "organiser", "audience": "audience", "themes": "theme"}


@dataclass(frozen=True)
class Asked:
    """A call of `kit new`; `options` are those that are given. Without a title, everything is asked for."""

    content: Content
    options: Mapping[str, Any]
    today: datetime.date

    def named(self, what: Sequence[str]) -> tuple[str, str]:
        """Return the kind and the id that the call names."""
        if len(what) > 2:
            raise WrongAnswer(f"`{what[2]}` is one word too many. Write it as in `kit new page our-network`.")
        alone = len(what) == 1 and what[0] not in ALL
        word = what[-1] if what and (alone or len(what) == 2) else None
        first = TOOL if alone else what[0] if what else None
        kind = answered(
            first, first is None, f"Kind ({', '.join(ALL)})", lambda one: given.one_of(one, "kind", ALL), TOOL
        )
        self._refuse_stray(kind)
        question = "Id, as in risk-map" if kind == TOOL else "Word that pairs its pages, as in theme-day-2026"
        return kind, answered(word, word is None, question, lambda one: self._id(one, kind))

    def titles(self) -> dict[str, str]:
        """Return the titles by language; there is one at least."""
        built = self.content.site.built
        if "title" in self.options:
            texts = given.once("--title", given.by_language("--title", self.options["title"], built))
            return {lang: given.words(texts[lang], "title", lang) for lang in built if lang in texts}
        while True:
            asked = {lang: self._ask(f"Title ({lang}) {LEAVE}", self._words("title", lang), "") for lang in built}
            if titles := {lang: title for lang, title in asked.items() if title}:
                return titles
            click.echo("It needs a title in at least one language.", err=True)

    def phase(self) -> str:
        """Return the id of a phase."""
        phases = [known.id for known in self.content.vocabulary.phases]
        one = self.options.get("phase")
        return answered(
            one, one is None, f"Phase ({', '.join(phases)})", lambda word: given.one_of(word, "phase", phases)
        )

    def texts(self, name: str, titles: Mapping[str, str]) -> dict[str, str]:
        """Return what a field says by language; nothing where it is left open."""
        if name in self.options:
            texts = given.once(f"--{name}", self._by_language(name, titles))
            return {lang: self._words(name, lang)(text) for lang, text in texts.items()}
        found: dict[str, str] = {}
        for lang in titles if self._asks else ():
            day = next((text for text in found.values() if given.DATE_LIKE.fullmatch(text)), "")
            question = f"{QUESTIONS[name]} ({lang}) {LEAVE}"
            found[lang] = self._ask(question, self._words(name, lang), day)
        return found

    def themes(self, titles: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        """Return the themes by language."""
        if "themes" in self.options:
            texts = self._by_language("themes", titles)
            return {lang: tuple(self._words("themes", lang)(one) for one in ones) for lang, ones in texts.items()}
        return {lang: self._themes(lang) for lang in titles} if self._asks else {}

    def related(self) -> tuple[str, ...]:
        """Return the ids of tools."""
        if "related" in self.options or not self._asks:
            return given.tools(" ".join(self.options.get("related", ())), self.content.tools)
        question = f"Tools that take it up, as in steering-group, theme-day {LEAVE}"
        return answered(None, True, question, lambda one: given.tools(one, self.content.tools), "")

    def contact(self) -> str:
        """Return the role that answers for it; empty where none is given."""
        known = self.content.site.contacts
        right = or_none(lambda one: given.one_of(one, "contact", known), "")
        question = f"Contact ({', '.join(known)}) {LEAVE}"
        return answered(self.options.get("contact"), self._asks and bool(known), question, right, "")

    def contact_of_tool(self) -> str:
        """Return the role that answers for a tool: the first, if none is given."""
        known = self.content.site.contacts
        if not known:
            raise WrongAnswer("A tool needs a contact. List one under `contacts` in `site.yml` first.")
        return given.one_of(self.options.get("contact", next(iter(known))), "contact", known)

    @property
    def _asks(self) -> bool:
        return "title" not in self.options

    @staticmethod
    def _ask(question: str, right: Callable[[str], str], default: str) -> str:
        return answered(None, True, question, or_none(right, ""), default)

    def _id(self, answer: str, kind: str) -> str:
        id = given.id(answer, home.is_own(self.content.root))
        (home.refuse_tool if kind == TOOL else home.refuse_pair)(self.content, id)
        return id

    def _words(self, name: str, lang: str) -> Callable[[str], str]:
        if name == "held":
            return lambda one: given.held(one, lang, self.today)
        return lambda one: given.words(one, NOUNS.get(name, name), lang)

    def _themes(self, lang: str) -> tuple[str, ...]:
        def right(answer: str) -> tuple[str, ...]:
            return tuple(self._words("themes", lang)(one) for one in answer.split(";") if one.strip())

        return answered(None, True, f"{QUESTIONS['themes']} ({lang}) {LEAVE}", right, "")

    def _by_language(self, name: str, titles: Mapping[str, str]) -> dict[str, list[str]]:
        """What an option says by language; a bare date is the same in all."""
        said = list(self.options[name])
        if name == "held":
            bare = [one for one in said if given.DATE_LIKE.fullmatch(one.strip())]
            said = [one for one in said if one not in bare] + [f"{lang}={one}" for one in bare for lang in titles]
        return given.by_language(OPTIONS.get(name, f"--{name}"), said, self.content.site.built, titles)

    def _refuse_stray(self, kind: str) -> None:
        """Every option that is given says something."""
        known = ("title", *(("phase", "contact") if kind == TOOL else KINDS[kind].asks))
        for name in self.options:
            if name not in known:
                fits = [TOOL] if name == "phase" else [one for one, begun in KINDS.items() if name in begun.asks]
                option = OPTIONS.get(name, f"--{name}")
                raise WrongAnswer(f"`{option}` is for {listed(fits)}, not for `{kind}`.")
