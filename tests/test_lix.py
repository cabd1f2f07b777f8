"""`kit lix`: how hard a text is to read, by Björnsson's measure, and which sentence to begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import lix, passages
from macros.lix import Reading
from macros.passages import Passage
from macros.source import Mark
from tests import base_site
from tests.conftest import kit

HARD = "Implementeringskapaciteten forudsætter tværsektorielle styregruppesamarbejder mellem sundhedsforvaltningerne."
PAGE = f"""\
---
title: Om
pair: about
summary: Det er nemt at se.
---
## Implementeringskapacitetsvurderinger {{: #implementeringskapacitet }}

Vi ses i dag. {HARD}

- Gå hjem
- Se `implementeringskapacitet` og [ret](https://implementeringskapacitet.example/) det.[^1]

| Implementeringskapacitet | Forvaltningssamarbejde |
|---|---|
| Implementeringskapacitet | Forvaltningssamarbejde |

{{{{ checklist("set-up", tool="steering-group") }}}}

[^1]: Implementeringskapacitet, Sundhedsforvaltningens forlag.
"""


def passage(text: str, kind: str = "prose", file: str = "docs/da/om.md") -> Passage:
    return Passage("da", "summary" if kind == "summary" else "prose", text, Mark(file, 5, 1))


def measured(*texts: str) -> Reading:
    (reading,) = lix.readings(passage(text) for text in texts)
    return reading


@pytest.mark.parametrize(
    ("text", "by_hand"),
    [
        # 7 words in 2 sentences, of them 3 long: 7/2 + 300/7
        ("Vi mødes. Styregruppen beslutter budgettet i dag.", 3.5 + 300 / 7),
        # Six letters are not long, seven are: 4/1 + 200/4
        ("Gruppen träffas varje månad.", 4 + 50),
        ("Mandat.", 1),
        ("Mandatet.", 101),
        # Neither an abbreviation nor a date ends a sentence: 9/1 + 100/9
        ("Vi ses ca. kl. 9 d. 18. oktober her.", 9 + 100 / 9),
        # A colon ends one before a capital, and not before a small letter: 4/2, and 4/1
        ("Husk det: Vi ses.", 2),
        ("Husk det: vi ses.", 4),
        # Digits and hyphens are no letters, so that none of 3 is long
        ("RE-AIM 1999–2005 her.", 4),
        ("**Ja.** Vi »går«. (Så er det sagt.)", 7 / 3),
    ],
)
def test_lix_is_what_it_comes_to_by_hand(text: str, by_hand: float) -> None:
    assert measured(text).lix == pytest.approx(by_hand)


def test_each_item_of_a_list_is_a_sentence() -> None:
    assert measured("Gå hjem", "Se dig for").lix == pytest.approx(5 / 2)


def test_only_prose_and_summaries_are_measured(tmp_path: Path) -> None:
    root = base_site.make(tmp_path, {"docs/da/om.md": PAGE, "docs/sv/om.md": None})

    found = [one for one in lix.readings(passages.load(root)) if one.file == "docs/da/om.md"]

    assert [(one.kind, len(one.sentences), sum(part.words for part in one.sentences)) for one in found] == [
        ("prose", 4, 4 + 6 + 2 + 4),
        ("summary", 1, 5),
    ]


def test_a_hard_page_is_told_at_the_sentence_to_begin_with() -> None:
    reading = measured(f"Vi ses. Styregruppen beslutter.\nOg {HARD} {HARD}")

    problem = lix.problem(reading)

    assert reading.too_hard
    assert (problem.line, problem.column) == (6, len(HARD) + 5)
    assert problem.fault.startswith("the page has LIX ")
    assert problem.remedy.startswith("Begin with this sentence: “Implementeringskapaciteten forudsætter")


def test_a_summary_has_a_limit_of_its_own() -> None:
    text = "Gruppen træffes snart igen."  # 4 + 100 × 2/4 = 54

    (summary,) = lix.readings([passage(text, "summary")])

    assert summary.too_hard
    assert not measured(text).too_hard


def test_the_hardest_text_stands_first() -> None:
    easy, hard = passage("Vi ses.", file="docs/da/a.md"), passage(HARD, file="docs/da/b.md")

    assert lix.table(lix.readings([easy, hard])).split("\n") == [
        "LIX  limit  words  text",
        " 89     55      6  docs/da/b.md",
        "  2     55      2  docs/da/a.md",
    ]


def test_no_page_and_no_summary_of_the_content_is_too_hard(project: Path) -> None:
    done = kit(project, "lix", "--check")

    assert (done.stdout, done.returncode) == ("", 0)


def test_some_files_or_one_language_can_be_measured_alone(project: Path) -> None:
    done = kit(project, "lix", "--lang", "sv", "tools/steering-group.yml", "docs/sv/om.md")

    files = [line.split("  ")[-1].strip() for line in done.stdout.strip().split("\n")[1:]]
    assert sorted(files) == ["docs/sv/om.md", "docs/sv/om.md, summary in sv", "tools/steering-group.yml, summary in sv"]


def test_a_hard_summary_stops_the_check(own_project: Path) -> None:
    tool = own_project / "tools/steering-group.yml"
    lines = tool.read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if line.startswith("  da: Saml de ledere"))
    lines[number] = f"  da: {HARD}"
    tool.write_text("\n".join(lines), encoding="utf-8")

    done = kit(own_project, "lix", "--check")

    assert done.returncode == 1
    assert done.stdout.startswith(f"tools/steering-group.yml:{number + 1}:7: the summary in `da` has LIX 89, and must ")
