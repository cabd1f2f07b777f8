"""Where what is new lies: among the shared files, or in a municipality's own folder, and where nothing lies yet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from posixpath import dirname, join

from macros import settings
from macros.answers import WrongAnswer
from macros.catalogue import file_of
from macros.content import Content
from macros.own import FOLDER, PREFIX
from macros.pages import FOLDERS, url_of
from macros.pairs import OURS
from macros.slug import slug
from macros.starter.kinds import Begun, in_


def is_own(root: Path, id: str = "") -> bool:
    """Whether what is begun here is a municipality's own: it has settings of its own, or the id says so."""
    return (root / settings.LOCAL).exists() or id.startswith(PREFIX)


def page(own: bool, lang: str, folder: str, title: str) -> str:
    """Return the file of a page."""
    return join(FOLDERS[own], lang, folder, f"{file_name(title)}.md")


def folder(content: Content, begun: Begun, lang: str) -> str:
    """Return where the pages of a kind lie in a language: beside the others of that kind."""
    beside = [dirname(one.src) for one in content.pages[lang] if one.front.kind == begun.kind != "page"]
    return max(sorted(set(beside)), key=beside.count, default=in_(begun.folder, lang))


def file_name(title: str) -> str:
    """Return a page's file name for a title: lower case, a–z and hyphens, as it stands in the address."""
    return slug(title, "side")


def refuse_taken(content: Content, files: Iterable[str]) -> None:
    """Nothing is written over, covered, or put where something else stands at the same address.

    Raises:
        WrongAnswer: one of the files cannot be new.
    """
    for file in files:
        shared = file.removeprefix(FOLDER)
        for there in (shared, f"{FOLDER}{shared}"):
            if (content.root / there).exists():
                raise WrongAnswer(f"`{there}` is there already. Choose another id or title.")
        if shared.startswith("docs/"):
            _refuse_address(content, file, *shared.split("/", 2)[1:])


def _refuse_address(content: Content, file: str, lang: str, src: str) -> None:
    url = url_of(src)
    taken = {one.url(): one.file for one in content.pages[lang]}
    taken |= {f"{old.rstrip('/')}/": one.file for one in content.pages[lang] for old in one.front.redirect_from}
    taken |= {f"{name}/": "the site itself" for name in OURS}
    if url in taken:
        raise WrongAnswer(f"`{file}` would stand at an address of {_named(taken[url])}. Choose another title.")


def _named(file: str) -> str:
    return f"`{file}`" if "/" in file else file


def refuse_tool(content: Content, id: str) -> None:
    """A tool's id names its file.

    Raises:
        WrongAnswer: there is one of that id.
    """
    if id in {*content.tools, *content.hidden_tools} or (content.root / file_of(id)).exists():
        raise WrongAnswer(f"`{file_of(id)}` is there already. Choose another id or title.")


def refuse_pair(content: Content, pair: str) -> None:
    """A word pairs the pages of one thing.

    Raises:
        WrongAnswer: it pairs others already, or is a tool's id.
    """
    there = next((one for read in content.pages.values() for one in read if one.front.pair == pair), None)
    if there:
        more = f"or translate that page with `kit translations new {pair} --to …`"
        raise WrongAnswer(f"`{pair}` is the `pair` of `{there.file}`. Choose another word, {more}.")
    if pair in {*content.tools, *content.hidden_tools}:
        raise WrongAnswer(f"`{pair}` is the id of a tool. Choose another word.")
    if pair in content.site.hidden.pages:
        raise WrongAnswer(f"`{pair}` is the `pair` of a page that is hidden. Choose another word.")
