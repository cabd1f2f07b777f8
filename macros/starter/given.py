"""What is said of something new: each answer is right by itself, or refused with what can be."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Mapping

from macros import plain
from macros.answers import WrongAnswer
from macros.catalogue import SLUG
from macros.own import PREFIX
from macros.problem import listed, nearest, shown

# A title is also the name of a file, and stands in menus.
LONGEST = 120
# Something that was meant as a date.
DATE_LIKE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}")


def id(answer: str, own: bool) -> str:
    """Return an id; what is a municipality's own begins so that nothing shared is ever called the same."""
    word = answer.strip()
    word = f"{PREFIX}{word}" if own and SLUG.fullmatch(word) and not word.startswith(PREFIX) else word
    if not SLUG.fullmatch(word):
        raise WrongAnswer(
            f"`{shown(word)}` is not an id. Use a–z, 0–9, and hyphens between, at most 60, as in `risk-map`."
        )
    return word


def language(answer: str, known: Collection[str]) -> str:
    """Return the code of a language that is built."""
    if answer.strip() not in known:
        raise WrongAnswer(f"`{shown(answer.strip())}` is not a language of this site. {nearest(answer, known)}")
    return answer.strip()


def words(answer: str, noun: str, lang: str) -> str:
    """Return one line of plain text, called after what it is: a title, an organiser."""
    text = answer.strip()
    if not text or not text.isprintable() or len(text) > LONGEST:
        raise WrongAnswer(
            f"The {noun} in `{lang}` is not one line of at most {LONGEST} letters. Write it, or write it shorter."
        )
    if found := next(iter([*plain.markup(text), *plain.personal(text)]), None):
        raise WrongAnswer(f"The {noun} in `{lang}` cannot stand as it is: {found.fault}. {found.remedy}")
    return text


def held(answer: str, lang: str, today: datetime.date) -> str:
    """Return the day when it took place, or when it was in words."""
    text = answer.strip()
    if not DATE_LIKE.fullmatch(text):
        return words(text, "time when it was held", lang)
    try:
        day = datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise WrongAnswer(f"`{text}` is not a date. Write it as in `{today}`, or in words.") from None
    if day > today:
        raise WrongAnswer(f"`{text}` is yet to come. Write the day when it was held.")
    return day.isoformat()


def one_of(answer: str, noun: str, known: Collection[str]) -> str:
    """Return the id of a phase, a tool, a contact or a kind."""
    word = answer.strip()
    if word not in known:
        remedy = nearest(word, known) or (f"Known here: {listed(known)}." if known else "There is none yet.")
        raise WrongAnswer(f"No {noun} is called `{shown(word)}`. {remedy}")
    return word


def tools(answer: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the ids of tools, each once."""
    return tuple(dict.fromkeys(one_of(word, "tool", known) for word in re.split(r"[,\s]+", answer.strip()) if word))


def by_language(
    option: str, given: Collection[str], known: Collection[str], wanted: Collection[str] | None = None
) -> dict[str, list[str]]:
    """Return what an option says by language, each as in `da=Risikokort`; `wanted` are those that have a title."""
    found: dict[str, list[str]] = {}
    for one in given:
        code, sign, text = one.partition("=")
        if not sign or not text.strip():
            example = f"{option} {next(iter(known), 'da')}="
            raise WrongAnswer(
                f"`{shown(one)}` names no language, or nothing in it. Write the language first, as in `{example}…`."
            )
        lang = language(code, known)
        if wanted is not None and lang not in wanted:
            raise WrongAnswer(f"There is no title in `{lang}`, so `{option}` says nothing there. Give one, too.")
        found.setdefault(lang, []).append(text.strip())
    return found


def once(option: str, given: Mapping[str, list[str]]) -> dict[str, str]:
    """Return what an option says by language, where it can say only one thing in each."""
    for lang, texts in given.items():
        if len(set(texts)) > 1:
            raise WrongAnswer(f"`{option}` says two things in `{lang}`. Keep one of them.")
    return {lang: texts[0] for lang, texts in given.items()}
