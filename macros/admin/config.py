"""The settings of the form in one language, made from the model and the content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import RootModel

from macros.admin.collections import collections, formats, is_fork
from macros.admin.fields import Field, Lists
from macros.admin.publishing import backend, mode
from macros.content import Content
from macros.fields import Text
from macros.shape import fit
from macros.source import Source
from macros.wordbook import Entries
from macros.words import Words
from macros.yaml_reader import read

# Our words, Decap's where we say them otherwise, and those of the check.
WORDS, PHRASES, SENTENCES = (f"macros/admin/{name}.yml" for name in ("words", "phrases", "sentences"))
# Words that the scripts say have this before their key, and phrases of Decap's that are others on this machine that.
SAID, HERE = "said_", "local."
# The languages that Decap itself speaks, of those that Nordic municipalities may write in.
SPOKEN = ("da", "sv", "de", "fi", "nb_no", "nn_no")


class Sentences(RootModel[tuple[Text, ...]]):
    """What the check says, in English as it says it, and in the languages of the form."""


def entries(file: str = WORDS) -> Mapping[str, Text]:
    """Return the words of the form by key."""
    return fit(_read(file), Entries).root


def _read(file: str) -> Source:
    return read(Path(__file__).with_name(Path(file).name), file)


def config(content: Content, lang: str, api: str = "") -> dict[str, Any]:
    """Return what the page reads as `config.<lang>.json`.

    Args:
        content: what the site is made from.
        lang: the language of the form itself.
        api: where the server on this machine answers; empty where the forge is written to.
    """
    words = Words(entries(), lang)
    lists = Lists(words, {code: one.name for code, one in content.site.built.items()}, dict(_options(content, words)))
    every = formats(lists, content)
    return {
        "title": words["form_title"],
        "note": _note(content, words, api),
        "languages": {code: one.name for code, one in content.site.built.items()},
        "words": {key.removeprefix(SAID): words[key] for key in words.entries if key.startswith(SAID)},
        "phrases": _phrases(lang, api),
        "sentences": _sentences(lang),
        "local": api,
        "formats": every,
        "decap": {
            "load_config_file": False,
            "backend": {"name": "proxy", "proxy_url": api, "branch": "-"} if api else backend(content.site),
            "publish_mode": "simple" if api else mode(content.site),
            "locale": lang if lang in SPOKEN else "en",
            "site_url": content.site.root,
            "media_folder": "local/docs" if is_fork(content.root) else "docs",
            "media_folder_relative": True,
            "slug": {"encoding": "ascii", "clean_accents": True},
            "editor": {"preview": False},
            "collections": collections(content, lists, every),
        },
    }


def _sentences(lang: str) -> dict[str, str]:
    """Return what the check's sentences are in the form's language, by what they are in English."""
    found = fit(_read(SENTENCES), Sentences).root
    return {text.root["en"] or "": text.root[lang] or "" for text in found if text.root.get(lang)}


def _phrases(lang: str, api: str) -> dict[str, str]:
    """Return what Decap is to say by its own keys; what we have no words for, it says in its own."""
    ours = {key: text.root[lang] or "" for key, text in entries(PHRASES).items() if text.root.get(lang)}
    here = {key.removeprefix(HERE): text for key, text in ours.items() if api and key.startswith(HERE)}
    return {key: text for key, text in ours.items() if not key.startswith(HERE)} | here


def _note(content: Content, words: Words, api: str) -> str:
    where = words["form_note"] if api else words("form_note_published", forge=content.site.repository)
    return f"{where} {words('form_note_fork', command='kit local edit')}" if is_fork(content.root) else where


def _options(content: Content, words: Words) -> Iterator[tuple[str, list[Field]]]:
    """Yield the picklist of each noun."""
    lang, known = words.lang, content.vocabulary
    terms = {"phase": known.phases, "role": known.roles, "theme": known.themes, "obstacle": known.obstacles}
    for noun, of_noun in {**terms, "answer": known.answers}.items():
        yield noun, [_option(one.id, one.text.in_(lang)) for one in of_noun]
    tools = {id: tool.title.in_(lang) for id, tool in content.tools.items()}
    yield "tool", [_option(id, tools[id]) for id in sorted(tools, key=lambda id: tools[id].casefold())]
    yield "contact", [_option(id, contact.title.in_(lang)) for id, contact in content.site.contacts.items()]
    yield "language", [_option(code, language.name) for code, language in content.site.languages.items()]
    yield "check", [_option(value, words[f"check_{value}"]) for value in ("true", "false")]


def _option(value: str, label: str) -> Field:
    return {"value": value, "label": label}
