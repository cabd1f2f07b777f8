"""What a page is built of: whether its headings are right, and whether its sister is built alike."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher

from macros.called import calls
from macros.catalogue import Catalogue
from macros.headings import Heading
from macros.own import PREFIX, is_own
from macros.pages import TOOL_SECTIONS, Page
from macros.problem import Problem
from macros.signatures import named

# The kinds of pages that are written as a whole; the others show what the site makes.
WRITTEN = ("page", "theme", "event", "notes", "report")
# What says something of a page, and may be written later.
KEYS = ("summary", "held", "updated", "reviewed", "organiser", "audience", "themes", "related", "contact")
ALIKE = "Sections have the same ids in all languages, as in `{: #purpose }`."


def headings(page: Page) -> Iterator[Problem]:
    """Yield headings that a page cannot have, and ids that are taken."""
    seen: dict[str, int] = {}
    for heading in page.headings:
        if heading.underlined:
            fault = "the line below makes a heading of this one"
            yield Problem(
                page.file, heading.line, 1, fault, "Begin a heading with `##`; leave a line empty above a rule."
            )
        elif heading.level == 1:
            fault = "the title comes from the front matter or the tool"
            yield Problem(page.file, heading.line, 1, fault, "Begin sections with `##`.")
        if heading.id in seen:
            fault = f"the section id `#{heading.id}` stands on {page.named(seen[heading.id], heading.line)} too"
            yield Problem(page.file, heading.line, 1, fault, "Choose another.")
        elif page.front.tool and heading.id in TOOL_SECTIONS:
            fault = f"the section id `#{heading.id}` is taken: every tool's page has one"
            yield Problem(page.file, heading.line, 1, fault, "Choose another.")
        elif heading.id.startswith(PREFIX) and not is_own(page.mark(heading.line).file):
            fault = f"the section id `#{heading.id}` is taken: ids that begin with `{PREFIX}` belong to municipalities"
            yield Problem(page.file, heading.line, 1, fault, "Choose another.")
        seen.setdefault(heading.id, heading.line)


def compared(page: Page, other: Page, found: Catalogue, broken: Collection[str]) -> Iterator[Problem]:
    """Yield sections, checklists and drawings that one of two sisters lacks, or sections in another place.

    In the files that are `broken` a call is wrong: it may be the one that shows what they seem to lack.
    """
    mine, theirs = _sections(page), _sections(other)
    matcher = SequenceMatcher(None, [one.id for one in mine], [one.id for one in theirs], autojunk=False)
    for kind, i, i_end, j, j_end in matcher.get_opcodes():
        if kind == "replace" and i_end - i == j_end - j:
            yield from _in_place_of(page, other, mine[i:i_end], theirs[j:j_end])
        elif kind != "equal":
            yield from _lacking(page, other, mine[i:i_end], theirs)
            yield from _lacking(other, page, theirs[j:j_end], mine)
    for one, another in ((page, other), (other, page)):
        if another.file not in broken:
            yield from [*_checklists(one, another, found), *_drawings(one, another)]


def _sections(page: Page) -> list[Heading]:
    """The second-level headings, each id once."""
    return list({heading.id: heading for heading in reversed(page.headings) if heading.level == 2}.values())[::-1]


def _in_place_of(page: Page, other: Page, mine: Sequence[Heading], theirs: Sequence[Heading]) -> Iterator[Problem]:
    for here, there in zip(mine, theirs, strict=True):
        if there.given and not here.given:
            yield _differs(page, here, other, there)
        else:
            yield _differs(other, there, page, here)


def _differs(page: Page, heading: Heading, other: Page, wanted: Heading) -> Problem:
    fault = f"`#{heading.id}` stands where `{other.file}` has `#{wanted.id}`"
    remedy = ALIKE if heading.given else f"Write `{{: #{wanted.id} }}` after the heading."
    return Problem(page.file, heading.line, 1, fault, remedy)


def _lacking(page: Page, other: Page, here: Sequence[Heading], there: Sequence[Heading]) -> Iterator[Problem]:
    """Sections of `page` that `other` lacks, or has elsewhere; an order is told once, of the second page."""
    elsewhere = {heading.id for heading in there}
    for heading in here:
        if heading.id not in elsewhere:
            fault = f"`{other.file}` has no section `#{heading.id}`"
            yield Problem(page.file, heading.line, 1, fault, "Write it there too, in the same place.")
        elif page.lang > other.lang:
            fault = f"the section `#{heading.id}` stands in another place in `{other.file}`"
            yield Problem(page.file, heading.line, 1, fault, "Put the sections in the same order.")


def _checklists(page: Page, other: Page, found: Catalogue) -> Iterator[Problem]:
    theirs = _shown(other, found)
    for (tool, id), line in _shown(page, found).items():
        if (tool, id) not in theirs:
            fault = f"`{other.file}` does not show the checklist `{id}`"
            yield Problem(page.file, line, 1, fault, "Show it on both pages.")


def _drawings(page: Page, other: Page) -> Iterator[Problem]:
    for name in named("once on its page"):
        lines = [line for _, line in calls(page, name)]
        if lines and not calls(other, name):
            yield Problem(page.file, lines[0], 1, f"`{other.file}` does not show `{name}`", "Show it on both pages.")


def _shown(page: Page, found: Catalogue) -> dict[tuple[str, str], int]:
    """The lines of the checklists that the page shows; what is not there is told elsewhere."""
    shown: dict[tuple[str, str], int] = {}
    for args, line in calls(page, "checklist"):
        tool = args.get("tool", page.front.tool or "")
        known = found.tools.get(tool)
        unread = known is None and tool in found.ids
        if unread or (known and args["id"] in [checklist.id for checklist in known.checklists]):
            shown.setdefault((tool, args["id"]), line)
    return shown


def unwritten(page: Page) -> Iterator[Problem]:
    """Yield as gaps the keys and the sections of a page in which nothing is written yet."""
    if not page.front.tool and page.front.kind not in WRITTEN:
        return
    data = page.source.data if isinstance(page.source.data, dict) else {}
    for key in KEYS:
        if key in data and data[key] in (None, []):
            yield page.source.problem((key,), f"`{key}` is not written yet", level="gap")
    if not page.front.tool and not page.body.strip():
        yield Problem(page.file, page.first_line, 1, "the page has no text yet", level="gap")
    heads = [heading for heading in page.headings if heading.level == 2]
    lines = page.body.split("\n")
    for heading, end in zip(heads, [*(after.line for after in heads[1:]), page.first_line + len(lines)], strict=False):
        if not "".join(lines[heading.line - page.first_line + 1 : end - page.first_line]).strip():
            yield Problem(page.file, heading.line, 1, f"the section `#{heading.id}` has no text yet", level="gap")
