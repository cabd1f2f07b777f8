"""What a release changes in pages, and which tools and pages come and go."""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Callable
from functools import partial

from tests.bench.forks.chapters import Chapter, Section
from tests.bench.forks.retelling import other_word
from tests.bench.forks.upstream import LANGS, Upstream


def event(up: Upstream) -> None:
    """Make one change in one page, or in which there are."""
    keys = sorted(up.chapters.keys())
    watched = [key for key in keys if any(unit[0] == key for unit in up.watched)]
    up.drawn.choice(EVENTS)(up, up.drawn.choice(watched if watched and up.drawn.random() < 0.7 else keys))


def reword(up: Upstream, key: str) -> None:
    """Put another word into a section, or a sentence behind it, in one language or in both."""
    ids = [section.id for section in up.chapters.both(key)[0].sections]
    watched = [id for id in ids if any(unit[::2] == (key, id) for unit in up.watched)]
    id = up.drawn.choice(watched if watched and up.drawn.random() < 0.4 else ids)
    for lang in up.drawn.choice([("da",), ("sv",), LANGS]):
        page = up.chapters.pages[key, lang]
        section = page.section(id)
        assert section
        lines = [n for n, line in enumerate(section.text.split("\n")) if re.match(r"\w[^\[{*`<|]*$", line)]
        if lines and up.drawn.random() < 0.7:
            said, at = section.text.split("\n"), up.drawn.choice(lines)
            said[at] = other_word(said[at], up.word(lang), up.drawn)
            section.text = "\n".join(said)
        else:
            section.text += f"\n\nSå er der {up.word(lang)}."
        up.chapters.note(page, section)


def reword_heading(up: Upstream, key: str) -> None:
    """Write another heading: the id stays, and so does the text."""
    page = up.drawn.choice(up.chapters.both(key))
    section = up.drawn.choice(page.sections)
    section.words = f"Om {up.word(page.lang)}"
    up.chapters.note(page)


def add_section(up: Upstream, key: str) -> None:
    """Write a new section, in the same place in both languages."""
    id, pages = up.id(), up.chapters.both(key)
    at = up.drawn.randint(0, len(pages[0].sections))
    for page in pages:
        page.sections.insert(at, Section(id, f"Nyt {up.word(page.lang)}", " ", f"Her står {up.word(page.lang)}."))
        up.chapters.note(page)


def remove_section(up: Upstream, key: str) -> None:
    """Take a section away that shows nothing and that nothing leads to."""
    pages = up.chapters.both(key)
    linked = {id for one in up.chapters.pages.values() for s in one.sections for id in re.findall(r"#([\w-]+)", s.text)}
    free = [s.id for s in pages[0].sections if not any("{{" in str(p.section(s.id)) for p in pages)]
    free = [id for id in free if id not in linked]
    if free and len(pages[0].sections) > 4:
        id = up.drawn.choice(free)
        for page in pages:
            page.sections = [section for section in page.sections if section.id != id]
            up.chapters.note(page)


def move_section(up: Upstream, key: str) -> None:
    """Put a section in another place, in both languages."""
    pages = up.chapters.both(key)
    before, after = (up.drawn.randrange(len(pages[0].sections)) for _ in range(2))
    for page in pages:
        page.sections.insert(after, page.sections.pop(before))
        up.chapters.note(page)


def rename_page(up: Upstream, key: str) -> None:
    """Give a page's file another name; its old address and all links lead there."""
    page = up.drawn.choice(up.chapters.both(key))
    folder, _, name = page.path.rpartition("/")
    if name == "index.md":
        return
    path = f"{folder}/{up.id()}.md"
    old = address(page)
    (up.root / page.path).unlink(missing_ok=True)
    old_path, page.path = page.path, path
    redirect(page, old)
    up.chapters.note(page)
    up.chapters.everywhere(
        page.lang, partial(_linked, old_path, lambda words, rest, to: f"[{words}]({to}{rest})", path)
    )


def _linked(old: str, link: Callable[[str, str, str], str], new: str, path: str, text: str) -> str:
    """Return a text in which links to a page lead to another, or are taken away."""
    folder = posixpath.dirname(path)

    def led(found: re.Match[str]) -> str:
        if posixpath.normpath(posixpath.join(folder, found["path"])) != old:
            return found[0]
        return link(found["words"], found["rest"], posixpath.relpath(new, folder) if new else "")

    return re.sub(r"\[(?P<words>[^\[\]]*)\]\((?P<path>[^()\s#]+\.md)(?P<rest>[^()\s]*)\)", led, text)


def address(page: Chapter) -> str:
    """Return where a page stands below its language."""
    return page.path.removeprefix(f"docs/{page.lang}/").removesuffix(".md") + "/"


def redirect(page: Chapter, old: str) -> None:
    """Name an old address in a page's front matter."""
    head, _, rest = page.front.partition("redirect_from:\n")
    page.front = f"{head}redirect_from:\n  - {old}\n{rest}"


def add_tool(up: Upstream, _: str) -> None:
    """Write a new tool, with a page in each language."""
    like, id = up.drawn.choice(sorted(up.tools)), up.id()
    if not all((like, lang) in up.chapters.pages for lang in LANGS):
        return
    up.tools[id] = up.numbered(copy.deepcopy(up.tools[like]))
    up.tools[id] |= {"related": [one for one in up.tools[id]["related"] if one != id]}
    up.changed.add(id)
    for page in up.chapters.both(like):
        new = copy.deepcopy(page)
        new.path, new.key = f"{page.path.rpartition('/')[0]}/{id}.md", id
        new.front = f"tool: {id}\n"
        up.chapters.pages[id, page.lang] = new
        up.chapters.note(new)


def remove_tool(up: Upstream, key: str) -> None:
    """Take a tool away, with its pages and all that names it."""
    if key not in up.tools or up.drawn.random() < 0.6:
        return
    likely = [id for id in sorted(up.tools) if id != key and all((id, lang) in up.chapters.pages for lang in LANGS)]
    instead = up.drawn.choice(likely)
    for page in up.chapters.both(key):
        (up.root / page.path).unlink(missing_ok=True)
        del up.chapters.pages[key, page.lang]
        other = up.chapters.pages[instead, page.lang]
        for old in [address(page), *re.findall(r"^  - (\S+/)$", page.front, re.MULTILINE)]:
            redirect(other, old)
        up.chapters.note(other)
        up.chapters.everywhere(page.lang, partial(_linked, page.path, lambda words, _, __: words, ""))
        up.chapters.everywhere(page.lang, partial(_unnamed, key))
    del up.tools[key]
    (up.root / f"tools/{key}.yml").unlink(missing_ok=True)
    up.forget(key)


def _unnamed(gone: str, _: str, text: str) -> str:
    """Return a text that does not name a tool."""
    text = re.sub(rf'"{gone}", |, "{gone}"', "", text)
    return re.sub(rf'(?m)^  - {gone}\n|^.*tool="{gone}".*\n', "", text)


EVENTS: list[Callable[[Upstream, str], None]] = [
    *[reword] * 5, reword_heading, reword_heading, add_section, remove_section, remove_section, move_section,
    rename_page, rename_page, add_tool, remove_tool,
]  # fmt: skip
