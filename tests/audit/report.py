"""What an audit found: a line each for the terminal, and a report in each language with its data."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import babel.numbers

from macros.shape import fit
from macros.site_model import Language, Site
from macros.today import today
from macros.wordbook import Entries
from macros.words import Words
from macros.yaml_reader import read
from tests.audit import axe
from tests.audit.looking import REFLOW, Finding, Looked
from tests.audit.states import NARROW, STATES, WIDE

HERE = Path(__file__).with_name("words.yml")
HUMAN = ("reader", "words", "order", "speech", "files", "people")


@dataclass(frozen=True)
class Contrast:
    """A pair of tokens that decided contrasts: the lowest that was met, and why axe-core had left it."""

    text: str
    ground: str
    lowest: float
    needed: float
    why: tuple[str, ...]


@dataclass(frozen=True)
class Audit:
    """All that was found, in an order that is the same each time; `states` has pages and looks of each state."""

    date: datetime.date
    browser: str
    axe: str
    pages: tuple[str, ...]
    states: dict[str, tuple[int, int]]
    wrong: tuple[Finding, ...]
    unsure: tuple[Finding, ...]
    contrasts: tuple[Contrast, ...]

    @property
    def looks(self) -> int:
        """How often a page was looked at."""
        return sum(looks for _, looks in self.states.values())


def gathered(found: Iterable[Looked]) -> Audit:
    """Bring together what was found on all pages."""
    looked = sorted(found, key=lambda one: one.page.path)
    with_state = {state.name: [one for one in looked if state.name in one.looks] for state in STATES}
    return Audit(
        today(),
        looked[0].browser,
        axe.version(),
        tuple(one.page.path.lstrip("/") for one in looked),
        {name: (len(all_), sum(one.looks[name] for one in all_)) for name, all_ in with_state.items() if all_},
        tuple(one for page in looked for one in page.wrong),
        tuple(one for page in looked for one in page.unsure),
        tuple(_contrasts(looked)),
    )


def lines(audit: Audit) -> Iterator[str]:
    """Tell what is wrong, a line each, then what is undecided, and how much was looked at."""
    for found, what in ((audit.wrong, ""), (audit.unsure, "undecided: ")):
        for one in found:
            said = ": ".join(filter(None, (one.help, one.why)))
            yield f"{one.page}: {one.state}: {what}{one.rule} at `{one.selector}` ({', '.join(one.seen)}): {said}"
    yield f"{len(audit.wrong)} violations on {len(audit.pages)} pages, in {audit.looks} looks."


def written(folder: Path, audit: Audit, site: Site) -> list[Path]:
    """Write the report in each language of the site, and its data; return the files."""
    entries = fit(read(HERE, "tests/audit/words.yml"), Entries).root
    texts = {
        f"report.{lang}.md": "\n".join(_page(audit, site, language, Words(entries, lang)))
        for lang, language in site.built.items()
    }
    texts["report.json"] = json.dumps(
        {"address": site.root, **asdict(audit)}, default=str, indent=1, ensure_ascii=False
    )
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text + "\n", encoding="utf-8")
    return [folder / name for name in texts]


def _page(audit: Audit, site: Site, language: Language, t: Words) -> Iterator[str]:
    yield f"# {t('title', site=language.site_name)}\n\n{t['intro']}\n"
    yield f"- **{t['date']}:** {t.date(audit.date)}"
    yield f"- **{t['address']}:** {site.root}"
    yield f"- **{t['owner']}:** {language.owner or language.sender}"
    yield f"- **{t['standard']}:** {t['standard_is']}"
    yield f"- **{t['tools']}:** {t('tools_are', axe=audit.axe, browser=audit.browser)}"
    yield f"\n## {t['outcome']}\n"
    outcome = "something_wrong" if audit.wrong else "nothing_wrong"
    yield t(outcome, number=len(audit.wrong), pages=len(audit.pages), looks=audit.looks)
    yield from _findings(audit.wrong, t)
    yield f"\n## {t['tested']}\n\n{t('how', narrow=NARROW, wide=WIDE, reflow=REFLOW)}\n"
    rows = ((t[f"state_{name}"], str(pages), str(looks)) for name, (pages, looks) in audit.states.items())
    yield from _table((t["state"], t["pages"], t["looks"]), rows)
    yield f"\n## {t['contrasts']}\n\n{t['contrasts_how'] if audit.contrasts else t['none']}\n"
    yield from _contrast_table(audit.contrasts, t)
    yield f"\n## {t['unsure']}\n\n{t['unsure_how'] if audit.unsure else t['none']}"
    yield from _findings(audit.unsure, t)
    yield f"\n## {t['not_found']}\n\n{t['not_found_how']}\n"
    yield from (f"- {t[f'not_found_{key}']}" for key in HUMAN)
    yield f"\n## {t['all_pages']}\n"
    yield from (f"- {site.root}{page}" for page in audit.pages)


def _findings(found: Sequence[Finding], t: Words) -> Iterator[str]:
    if found:
        yield ""
        rows = (
            (one.page, t[f"state_{one.state}"], f"{one.rule}: {one.help}", f"`{one.selector}`", ", ".join(one.seen))
            for one in found
        )
        yield from _table((t["page"], t["state"], t["rule"], t["place"], t["seen"]), rows)


def _contrast_table(found: Sequence[Contrast], t: Words) -> Iterator[str]:
    if found:
        rows = (
            (one.text, one.ground, _number(one.lowest, t), _number(one.needed, t), ", ".join(one.why)) for one in found
        )
        yield from _table((t["text"], t["ground"], t["lowest"], t["needed"], t["reasons"]), rows)


def _number(ratio: float, t: Words) -> str:
    return str(babel.numbers.format_decimal(ratio, "0.0#", locale=t.locale))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |"


def _contrasts(looked: Sequence[Looked]) -> Iterator[Contrast]:
    decided = [one for page in looked for one in page.decided]
    for text, ground, needed in sorted({(one.text, one.ground, one.needed) for one in decided}):
        these = [one for one in decided if (one.text, one.ground, one.needed) == (text, ground, needed)]
        why = tuple(sorted({one.why for one in these}))
        yield Contrast(text, ground, min(one.ratio for one in these), needed, why)
