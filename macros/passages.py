"""Everything that readers see, in passages: each in one language, and with its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from macros import pieces, prose, sample, settings, terms, wordbook
from macros.admin import config
from macros.covering import with_local
from macros.decoding import decode
from macros.overlay import patches, sections
from macros.pages import Page
from macros.problem import ContentError
from macros.prose import Kind
from macros.source import Loc, Mark, Source
from macros.translations import units
from macros.yaml_reader import read

# Where the generator's own texts lie, whatever the project's folder.
HERE = Path(__file__).parent.parent
# What readers see of a page's front matter; an organiser has its name in its own language.
FRONT = ("title", "summary", "held", "audience", "themes")
# What they see of a language's settings.
SETTINGS = ("site_name", "description")
# What the search knows of a language, and nobody reads.
UNREAD = ("search_stop_words", "search_endings")


@dataclass(frozen=True)
class Passage:
    """A paragraph, a heading, an item of a list, or one wording of a YAML file; `text` begins at `mark`.

    `indent` is how far to the right the other lines begin, as those of a block of YAML do.
    """

    lang: str
    kind: Kind
    text: str
    mark: Mark
    indent: int = 0

    def place(self, start: int) -> Mark:
        """Return where the letter at `start` stands, a letter off for each quotation mark that YAML doubles."""
        line, column = pieces.place(self.text, start)
        return Mark(self.mark.file, self.mark.line + line, column + (1 + self.indent if line else self.mark.column))


def load(root: Path) -> list[Passage]:
    """Read all passages in the languages that are built.

    Raises:
        ContentError: a file cannot be read; with all problems of the first one.
    """
    site = settings.load(root)
    found = [passage for source in _sources(root) for passage in _wordings(root, source, site.built)]
    pages: dict[str, list[Page]] = {}
    for lang in site.built:
        laid = sections.load(root, lang)
        if errors := [problem for problem in laid.problems if problem.level == "error"]:
            raise ContentError(errors)
        pages[lang] = laid.pages
    for page in (page for mine in pages.values() for page in mine):
        found += [*_front(root, page), *_body(page, _source(page, pages))]
    return found


def _source(page: Page, pages: Mapping[str, Sequence[Page]]) -> Page | None:
    """The page that one was translated from."""
    front = page.front.translated_from
    return next((one for one in pages.get(front.lang, ()) if one.key == page.key), None) if front else None


def _sources(root: Path) -> Iterator[Source]:
    shared = {path.stem: path for path in sorted((root / "tools").glob("*.yml"))}
    changes, _ = patches.load(root, list(shared))
    for id, path in shared.items():
        file = f"tools/{path.name}"
        if file != terms.SHARED:
            source = read(path, file)
            yield patches.patched(source, *changes[id]).source if id in changes else source
    for path in patches.own(root):
        yield read(path, f"{patches.FOLDER}/{path.name}")
    yield with_local(root, partial(read, root / terms.SHARED, terms.SHARED), terms.LOCAL)
    yield with_local(root, partial(read, root / settings.SHARED, settings.SHARED), settings.LOCAL)
    yield wordbook.source(root)
    yield read(sample.HERE, f"macros/{sample.HERE.name}")
    for file in (config.WORDS, config.PHRASES, config.SENTENCES):
        yield read(HERE / file, file)


def _wordings(root: Path, source: Source, langs: Collection[str]) -> Iterator[Passage]:
    lines = _lines(root, source)
    for loc, text in source.texts:
        if loc[0] not in UNREAD and (lang := _language(loc, langs)):
            yield _passage(lines, source, loc, text, lang)


def _language(loc: Loc, langs: Collection[str]) -> str | None:
    """The language of a text by its keys, as in `summary: da:` and in `synonyms: da: -`."""
    last = loc[-1] if loc else None
    if isinstance(last, int) or (loc[:1] == ("languages",) and last in SETTINGS):
        last = loc[-2]
    return last if isinstance(last, str) and last in langs else None


def _front(root: Path, page: Page) -> Iterator[Passage]:
    lines = _lines(root, page.source)
    for loc, text in page.source.texts:
        if loc[0] in FRONT:
            yield _passage(lines, page.source, loc, text, page.lang)


def _body(page: Page, source: Page | None) -> Iterator[Passage]:
    """The page's text, but for sections that are still in the language that they are to be translated from."""
    copied = units.copied(page, source) if source else []
    for block in prose.blocks(page):
        if any(page.first_line + block.line in lines for lines in copied):
            continue
        mark = page.mark(page.first_line + block.line, block.column + 1)
        yield Passage(page.lang, block.kind, block.text, mark, mark.column - block.column - 1)


def _lines(root: Path, source: Source) -> Mapping[str, Sequence[str]]:
    """The lines of the files that a source was read from, as they are typed."""
    return {
        file: decode((HERE if file.startswith("macros/") else root) / file, file).split("\n") for file in source.files
    }


def _passage(lines: Mapping[str, Sequence[str]], source: Source, loc: Loc, text: str, lang: str) -> Passage:
    mark = source.place(loc)
    line = lines[mark.file][mark.line - 1]
    # In single quotes, YAML doubles each quotation mark of the text.
    begin = max(line.find(typed, mark.column - 1) for typed in (text, text.replace("'", "''")))
    kind: Kind = "summary" if loc[0] == "summary" else "wording"
    return Passage(lang, kind, prose.masked(text), mark._replace(column=begin + 1) if begin >= 0 else mark)
