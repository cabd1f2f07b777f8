"""A municipality's changes in shared tools: what is made of them, how they stand, and that nothing is lost."""

from __future__ import annotations

import datetime
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros import survey
from macros.digest import digest
from macros.model import Tool
from macros.overlay.finding import Finding
from macros.overlay.ops import Patch
from macros.overlay.patches import patched
from macros.overlay.record import recorded
from macros.shape import fit
from macros.yaml_reader import scan
from tests import base_site
from tests.conftest import kit

TODAY = datetime.date(2026, 11, 21)
SHARED = """\
title: {da: Styregruppe, sv: Styrgrupp}
synonyms:
  da: [lederkreds, ledergruppe]
related: [premortem, handover]
aliases: {old-name: budget}
checklists:
  - id: set-up
    title: {da: Før gruppen nedsættes, sv: Innan gruppen tillsätts}
    kind: checklist
    items:
      - id: level
        text: {da: Mindst ét medlem råder over et budget, sv: Minst en ledamot förfogar över en budget}
        help: {da: Uden budget kan gruppen kun anbefale., sv: Utan budget kan gruppen bara rekommendera.}
      - id: budget
        text: {da: Beløbet er kendt, sv: Beloppet är känt}
      - id: dates
        text: {da: Datoerne er sat, sv: Datumen är satta}
  - id: risks
    title: {da: Risici, sv: Risker}
    kind: table
    columns:
      - id: place
        text: {da: Hvor, sv: Var}
        choices:
          - {id: here, text: {da: Her, sv: Här}}
          - {id: there, text: {da: Der, sv: Där}}
"""
LEVEL = {"text": {"da": "Mindst ét medlem råder over et budget"}}


def made(*ops: Mapping[str, Any], shared: str = SHARED) -> tuple[dict[str, Any], list[Finding]]:
    """Make changes in the tool; return its data, and how they stand."""
    changes = scan(json.dumps({"ops": list(ops)}, ensure_ascii=False), "local/tools/steering-group.patch.yml")
    result = patched(scan(shared, "tools/steering-group.yml"), changes, fit(changes, Patch))
    return result.source.data, list(result.findings)


def states(*ops: Mapping[str, Any], shared: str = SHARED) -> list[str]:
    return [finding.state for finding in made(*ops, shared=shared)[1]]


def items(data: Mapping[str, Any]) -> list[str]:
    return [item["id"] for item in data["checklists"][0]["items"]]


def test_a_wording_is_set_in_one_language_and_stays_in_the_other() -> None:
    own = {"text": {"da": "Et medlem af direktionen råder over budgettet"}}

    data, (finding,) = made({"op": "set", "id": "level", "value": own, "base": digest(LEVEL)})

    level = data["checklists"][0]["items"][0]
    assert level["text"] == {**own["text"], "sv": "Minst en ledamot förfogar över en budget"}
    assert level["help"]["da"] == "Uden budget kan gruppen kun anbefale."
    assert finding.state == "current"


def test_a_change_notices_only_what_it_overwrites() -> None:
    op = {"op": "set", "id": "level", "value": {"text": {"da": "Vores"}}, "base": digest(LEVEL)}

    assert states(op, shared=SHARED.replace("Minst en", "Åtminstone en")) == ["current"]
    assert states(op, shared=SHARED.replace("kun anbefale", "blot anbefale")) == ["current"]
    assert states(op, shared=SHARED.replace("Mindst ét", "Helst ét")) == ["drifted"]


def test_what_has_drifted_is_changed_all_the_same() -> None:
    data, (finding,) = made({"op": "set", "id": "level", "value": {"text": {"da": "Vores"}}, "base": "0" * 12})

    assert data["checklists"][0]["items"][0]["text"]["da"] == "Vores"
    assert (finding.state, finding.now, finding.beneath) == ("drifted", digest(LEVEL), LEVEL)


def test_nobody_having_noted_a_base_is_told() -> None:
    assert states({"op": "set", "id": "level", "value": {"text": {"da": "Vores"}}}) == ["unrecorded"]


def test_an_empty_value_takes_the_shared_one_away() -> None:
    data, _ = made({"op": "set", "id": "level", "value": {"help": None}})

    assert "help" not in data["checklists"][0]["items"][0]


def test_a_change_that_changes_nothing_is_obsolete() -> None:
    assert states({"op": "set", "id": "level", "value": LEVEL}) == ["obsolete"]
    assert states({"op": "remove", "id": "gone"}) == ["obsolete"]
    assert states({"op": "remove", "id": ".", "list": "related", "item": "evaluation"}) == ["obsolete"]
    assert states({"op": "add", "into": ".", "list": "related", "item": "handover"}) == ["obsolete"]
    assert states({"op": "move", "id": "dates", "after": "budget"}) == ["obsolete"]


def test_a_change_of_what_is_gone_is_broken_and_left_out() -> None:
    op = {"op": "set", "id": "levle", "value": {"text": {"da": "Vores"}}}
    data, (finding,) = made(op)

    assert data == scan(SHARED, "x").data
    assert finding.state == "broken"
    assert finding.why == "nothing here has the id `levle` any more: did you mean `level`?"


def test_an_old_id_leads_to_the_new_one() -> None:
    data, (finding,) = made({"op": "set", "id": "old-name", "value": {"text": {"da": "Vores beløb"}}})

    assert data["checklists"][0]["items"][1]["text"]["da"] == "Vores beløb"
    assert finding.state == "unrecorded"


def test_an_item_is_removed_and_its_whole_text_is_watched() -> None:
    whole = {"text": {"da": "Beløbet er kendt", "sv": "Beloppet är känt"}}
    op = {"op": "remove", "id": "budget", "base": digest(whole)}

    assert items(made(op)[0]) == ["level", "dates"]
    assert states(op) == ["current"]
    assert states(op, shared=SHARED.replace("är känt", "är bestämt")) == ["drifted"]


def test_an_item_of_ones_own_stands_where_it_is_put() -> None:
    own = {"id": "x-gdpr", "text": {"da": "Samtykke er indhentet"}}
    add = {"op": "add", "into": "set-up", "item": own}

    assert items(made(add)[0]) == ["level", "budget", "dates", "x-gdpr"]
    assert items(made({**add, "at": "start"})[0]) == ["x-gdpr", "level", "budget", "dates"]
    assert items(made({**add, "before": "budget"})[0]) == ["level", "x-gdpr", "budget", "dates"]
    assert items(made({**add, "after": "budget"})[0]) == ["level", "budget", "x-gdpr", "dates"]


def test_where_an_anchor_is_gone_the_item_stands_at_the_end() -> None:
    add = {"op": "add", "into": "set-up", "after": "gone", "item": {"id": "x-gdpr", "text": {"da": "Samtykke"}}}
    data, (finding,) = made(add)

    assert items(data)[-1] == "x-gdpr"
    assert (finding.state, finding.why) == ("drifted", "`gone` is not there any more, so this stands at the end")


def test_words_are_added_to_lists_and_taken_out_of_them() -> None:
    data, findings = made(
        {"op": "add", "into": ".", "list": "synonyms.da", "item": "chefgruppe"},
        {"op": "remove", "id": ".", "list": "synonyms.da", "item": "lederkreds"},
        {"op": "remove", "id": ".", "list": "related", "item": "premortem"},
    )

    assert data["synonyms"]["da"] == ["ledergruppe", "chefgruppe"]
    assert data["related"] == ["handover"]
    assert {finding.state for finding in findings} == {"current"}


def test_items_and_whole_checklists_are_moved() -> None:
    assert items(made({"op": "move", "id": "dates", "at": "start"})[0]) == ["dates", "level", "budget"]
    data, _ = made({"op": "move", "id": "risks", "before": "set-up"})
    assert [one["id"] for one in data["checklists"]] == ["risks", "set-up"]


def test_a_whole_item_is_replaced_under_its_id() -> None:
    data, _ = made({"op": "replace", "id": "budget", "value": {"text": {"da": "Budgettet er vedtaget"}}})

    assert data["checklists"][0]["items"][1] == {"id": "budget", "text": {"da": "Budgettet er vedtaget"}}


def test_what_was_written_over_and_is_gone_is_told_until_it_is_accepted() -> None:
    op = {"op": "set", "id": "budget", "value": {"help": {"da": "Spørg kassen."}}}

    assert states(op) == ["current"]
    _, (finding,) = made({**op, "base": digest({"help": {"da": "Hjælp."}})})
    assert finding.state == "drifted"
    assert states({**op, "base": finding.now}) == ["current"]


def test_choices_are_found_by_their_column() -> None:
    data, (finding,) = made({"op": "set", "id": "place/here", "value": {"text": {"da": "Hos os"}}})

    assert data["checklists"][1]["columns"][0]["choices"][0]["text"]["da"] == "Hos os"
    assert finding.state == "unrecorded"


IDS = st.sampled_from(["level", "budget", "dates", "set-up", "risks", "place", "gone", "."])
TEXTS = st.text(min_size=1, max_size=8)
OPS = st.one_of(
    st.fixed_dictionaries({"op": st.just("set"), "id": IDS, "value": st.just({"text": {"da": "Vores"}})}),
    st.fixed_dictionaries({"op": st.just("remove"), "id": IDS}),
    st.fixed_dictionaries({"op": st.just("move"), "id": IDS}, optional={"after": IDS, "at": st.just("start")}),
    st.fixed_dictionaries(
        {"op": st.just("add"), "into": IDS, "item": st.just({"id": "x-own", "text": {"da": "Vores"}})},
        optional={"before": IDS},
    ),
)


@given(st.lists(OPS, min_size=1, max_size=5))
def test_whatever_is_changed_no_change_is_forgotten_and_the_shared_tool_stays(ops: list[dict[str, Any]]) -> None:
    before = scan(SHARED, "tools/steering-group.yml").data
    data, findings = made(*ops)

    assert len(findings) == len(ops)
    assert scan(SHARED, "tools/steering-group.yml").data == before
    if all(finding.state in ("broken", "obsolete") for finding in findings):
        assert data == before


@given(st.permutations([("level", "value"), ("budget", None), ("dates", "value")]))
def test_what_is_noted_is_then_current(order: list[tuple[str, str | None]]) -> None:
    ops = [
        {"op": "set", "id": id, "value": {"text": {"da": "Vores"}}} if value else {"op": "remove", "id": id}
        for id, value in order
    ]
    text = yaml.safe_dump({"ops": ops}, allow_unicode=True)
    source = scan(text, "local/tools/steering-group.patch.yml")
    bases = [(("ops", n), one.now or "") for n, one in enumerate(made(*ops)[1])]

    noted = yaml.safe_load(recorded(text, source, bases))

    assert states(*noted["ops"]) == ["current"] * 3
    assert [{key: one[key] for key in one if key != "base"} for one in noted["ops"]] == ops


def test_noting_keeps_comments_order_and_braces() -> None:
    text = (
        "ops:\n  # Byrådet vil det.\n  - op: set   # vores\n    id: level\n    value: {text: {da: Vores}}\n"
        "  - {op: remove, id: budget, reason: Andet}\n"
        "  - op: remove\n    id: dates\n    base: '000000000000'  # gammel\n"
    )
    source = scan(text, "local/tools/x.patch.yml")

    noted = recorded(text, source, [(("ops", n), f"{n}{n}{n}{n}aaaabbbb") for n in range(3)])

    assert noted == (
        "ops:\n  # Byrådet vil det.\n  - op: set   # vores\n    id: level\n    base: 0000aaaabbbb\n"
        "    value: {text: {da: Vores}}\n  - {op: remove, id: budget, base: 1111aaaabbbb, reason: Andet}\n"
        "  - op: remove\n    id: dates\n    base: 2222aaaabbbb  # gammel\n"
    )


@pytest.mark.parametrize(
    ("op", "noted"),
    [
        ("- {id: budget, op: remove}", "- {id: budget, base: 000000000000, op: remove}"),
        ("- {op: set, 'id': 'budget', value: {}}", "- {op: set, 'id': 'budget', base: 000000000000, value: {}}"),
        ("- op: remove\n  id: budget", "- op: remove\n  id: budget\n  base: 000000000000"),
        ("- {op: remove,\n   id: budget}", "- {op: remove,\n   id: budget, base: 000000000000}"),
    ],
)
def test_a_base_stands_behind_the_id_however_the_change_is_written(op: str, noted: str) -> None:
    source = scan(f"ops:\n{op}\n", "local/tools/x.patch.yml")

    assert recorded(f"ops:\n{op}\n", source, [(("ops", 0), "0" * 12)]) == f"ops:\n{noted}\n"


def test_a_tool_of_ones_own_and_a_changed_one_are_in_the_catalogue(tmp_path: Path) -> None:
    root = base_site.make(tmp_path)
    patch = root / "local/tools/steering-group.patch.yml"
    patch.parent.mkdir(parents=True, exist_ok=True)
    patch.write_text("ops:\n  - op: set\n    id: .\n    value: {title: {da: Styregruppen i Byen}}\n", encoding="utf-8")
    own = (root / "tools/political-mandate.yml").read_text(encoding="utf-8").replace("Politisk mandat", "Vores eget")
    (root / "local/tools/x-our-own.yml").write_text(own, encoding="utf-8")

    found, problems = survey.survey(root, TODAY)

    assert [problem for problem in problems if problem.level == "error"] == []
    assert found is not None
    assert found.tools["steering-group"].title.in_("da") == "Styregruppen i Byen"
    assert found.tools["steering-group"].title.in_("sv") == "Styrgrupp"
    assert found.tools["x-our-own"].title.in_("da") == "Vores eget"


@pytest.fixture
def fork(tmp_path: Path) -> Path:
    """A site in git, with one change of a municipality's own."""
    root = base_site.make(tmp_path)
    _git(root, "init", "--quiet", "--initial-branch", "main")
    _git(root, "config", "user.name", "A")
    _git(root, "config", "user.email", "a@example.com")
    _commit(root)
    done = kit(root, "local", "edit", "steering-group#right-level", "--lang", "da")
    assert done.returncode == 0, done.stderr
    return root


def _git(root: Path, *args: str) -> None:
    subprocess.run(["git", *args], cwd=root, check=True, capture_output=True)


def _commit(root: Path) -> None:
    _git(root, "add", "-A")
    _git(root, "commit", "--quiet", "-m", "Change")


def _reword(root: Path, before: str, after: str) -> None:
    tool = root / "tools/steering-group.yml"
    tool.write_text(tool.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


def test_a_change_is_begun_with_the_shared_text_in_it(fork: Path) -> None:
    text = (fork / "local/tools/steering-group.patch.yml").read_text(encoding="utf-8")
    again = kit(fork, "local", "edit", "steering-group", "--lang", "sv")

    assert yaml.safe_load(text)["ops"] == [
        {
            "op": "set",
            "id": "right-level",
            "value": {"text": {"da": "Mindst ét medlem råder over et budget"}},
            "base": digest({"text": {"da": "Mindst ét medlem råder over et budget"}}),
        }
    ]
    assert again.stdout == (
        "local/tools/steering-group.patch.yml:8:1: write your own text here, then run `kit check`\n"
    )
    assert "local/" not in kit(fork, "fmt", "--check").stdout


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("- set\n", "the file must have keys of its own"),
        (
            "ops:\n  - op: set\n    id: right-level\n    value: {text: {da: Vores}}\n",
            "`right-level` is changed here already",
        ),
    ],
)
def test_a_change_is_begun_only_where_it_can_be(fork: Path, written: str, said: str) -> None:
    file = fork / "local/tools/steering-group.patch.yml"
    file.write_text(written, encoding="utf-8")

    done = kit(fork, "local", "edit", "steering-group#right-level", "--lang", "da")

    assert (done.returncode, said in done.stderr) == (1, True), done.stderr
    assert file.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("written", ["", "# Vores.\n", "\ufeffops:\n", "# Vores.\r\nops:\r\n"])
def test_a_change_is_begun_in_whatever_file_is_there(fork: Path, written: str) -> None:
    file = fork / "local/tools/steering-group.patch.yml"
    file.write_bytes(written.encode())

    done = kit(fork, "local", "edit", "steering-group#right-level", "--lang", "da")

    assert done.returncode == 0, done.stderr
    text = file.read_text(encoding="utf-8")
    assert [one["id"] for one in yaml.safe_load(text)["ops"]] == ["right-level"]
    assert ("# Vores." in text) == ("# Vores." in written)


def test_the_other_language_of_the_same_item_can_be_changed_too(fork: Path) -> None:
    done = kit(fork, "local", "edit", "steering-group#right-level", "--lang", "sv")

    assert done.returncode == 0, done.stderr


def test_an_item_that_is_not_there_is_a_wrong_call(fork: Path) -> None:
    done = kit(fork, "local", "edit", "steering-group#rihgt-level", "--lang", "da")

    assert (done.returncode, "Did you mean `right-level`?" in done.stderr) == (2, True), done.stderr


def test_a_section_is_changed_noted_and_followed_like_an_item(fork: Path) -> None:
    begun = kit(fork, "local", "edit", "steering-group#purpose", "--lang", "da")
    file = fork / "local/docs/da/steering-group.sections.yml"
    assert begun.stdout.startswith("local/docs/da/steering-group.sections.yml:2:1:"), begun.stderr
    shared = fork / "docs/da/vaerktoejer/styregruppe.md"
    before = shared.read_text(encoding="utf-8")
    words = yaml.safe_load(file.read_text(encoding="utf-8"))["ops"][0]["text"].strip()
    file.write_text(file.read_text(encoding="utf-8").replace(words.split()[0], "Byens", 1), encoding="utf-8")
    assert "current" in kit(fork, "local", "check").stdout
    _commit(fork)
    shared.write_text(before.replace(words, words + " Og mere."), encoding="utf-8")
    _commit(fork)

    told = kit(fork, "local", "check").stdout
    accepted = kit(fork, "local", "accept", "steering-group").stdout

    assert "`purpose` has changed since this was written" in told
    assert f"it said:\n        {words.splitlines()[0]}\n" in told
    assert "local/docs/da/steering-group.sections.yml: 1 noted" in accepted
    assert "drifted" not in kit(fork, "local", "check").stdout


def test_what_moved_beneath_is_told_with_all_three_texts_until_it_is_accepted(fork: Path) -> None:
    patch = fork / "local/tools/steering-group.patch.yml"
    patch.write_text(patch.read_text(encoding="utf-8").replace("Mindst ét medlem", "Borgmesteren"), encoding="utf-8")
    assert kit(fork, "local", "check").stdout == "1 current.\n"
    _commit(fork)
    _reword(fork, "Mindst ét medlem råder", "Mindst to medlemmer råder")
    _commit(fork)

    told = kit(fork, "local", "check")

    assert told.returncode == 0
    assert told.stdout.splitlines()[0].startswith(
        "local/tools/steering-group.patch.yml:2:5: `right-level` has changed since this was written"
    )
    for words in ("it said:", "Mindst ét medlem", "it says now:", "Mindst to medlemmer", "yours says:", "Borgmesteren"):
        assert words in told.stdout
    assert kit(fork, "local", "accept").stdout == "local/tools/steering-group.patch.yml: 1 noted\n"
    assert kit(fork, "local", "check").stdout == "1 current.\n"


def test_what_is_broken_fails_the_check_and_not_the_build(fork: Path) -> None:
    _reword(fork, "id: right-level", "id: another-level")

    told, checked = kit(fork, "local", "check"), kit(fork, "check")

    assert (told.returncode, checked.returncode) == (1, 0)
    assert "nothing here has the id `right-level` any more" in told.stdout
    assert "nothing here has the id `right-level` any more" in checked.stdout


def test_what_upstream_has_is_told_before_it_is_merged(fork: Path) -> None:
    _commit(fork)
    _git(fork, "checkout", "--quiet", "-b", "theirs")
    _reword(fork, "Mindst ét medlem råder", "Mindst to medlemmer råder")
    _commit(fork)
    _git(fork, "checkout", "--quiet", "main")

    assert "0 drifted" not in kit(fork, "local", "check").stdout
    assert "1 drifted." in kit(fork, "local", "check", "--upstream", "theirs").stdout
    assert "no branch or tag" in kit(fork, "local", "check", "--upstream", "nowhere").stderr


SIDE = "---\ntitle: Side\npair: side\n---\n## Vej {: #way }\n\nEn tekst.\n"
NAMING = 'Se [vejen](../side.md#way), {{ term("milestone") }} og {{ contact("prevention") }}.'


def test_what_stops_the_build_is_told_before_it_is_merged_and_after(fork: Path) -> None:
    def rewrite(name: str, before: str, after: str) -> None:
        path = fork / name
        path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")

    own = "local/docs/da/steering-group.sections.yml"
    (fork / "local/docs/da").mkdir(parents=True)
    (fork / own).write_text(f"ops:\n  - op: append\n    id: purpose\n    text: |\n      {NAMING}\n", encoding="utf-8")
    for lang in ("da", "sv"):
        (fork / f"docs/{lang}/side.md").write_text(SIDE, encoding="utf-8")
    _commit(fork)
    _git(fork, "checkout", "--quiet", "-b", "theirs")
    for name in ("docs/da/side.md", "docs/sv/side.md"):
        rewrite(name, "#way", "#ways")
    for name in ("site.yml", "tools/steering-group.yml", "tools/political-mandate.yml"):
        rewrite(name, "prevention", "preventing")
    rewrite("tools/_terms.yml", "milestone:", "milestones:")
    _commit(fork)
    _git(fork, "checkout", "--quiet", "main")

    before, ahead = kit(fork, "local", "check"), kit(fork, "local", "check", "--upstream", "theirs")
    _git(fork, "merge", "--quiet", "theirs")
    since = kit(fork, "local", "check", "--since", "theirs~1")

    assert (before.returncode, "faulty" in before.stdout) == (0, False)
    for done in (ahead, since, kit(fork, "local", "check"), kit(fork, "check")):
        assert done.returncode == 1
        for told in (
            "18: `docs/da/side.md` has no section `#way`\n    Did you mean `#ways`?",
            "44: no term is called `milestone`\n    Did you mean `milestones`?",
            "74: no contact is called `prevention`\n    Did you mean `preventing`?",
        ):
            assert f"{own}:5:{told}" in done.stdout
    assert "3 faulty" in since.stdout


def test_an_id_of_the_last_release_must_not_be_lost(fork: Path) -> None:
    assert kit(fork, "check").returncode == 0
    _commit(fork)
    _git(fork, "tag", "v1.0.0")
    (fork / "local/tools/steering-group.patch.yml").unlink()
    _reword(fork, "id: right-level", "id: level-right")

    lost = kit(fork, "check")
    tool = fork / "tools/steering-group.yml"
    tool.write_text(tool.read_text(encoding="utf-8") + "aliases:\n  right-level: level-right\n", encoding="utf-8")
    followed = kit(fork, "check")

    assert lost.returncode == 1
    assert "tools/steering-group.yml:1:1: the id `right-level` was in v1.0.0 and is gone" in lost.stdout
    assert "gone" not in followed.stdout


def test_an_old_id_leads_to_the_new_one_as_an_anchor_and_before_a_choice() -> None:
    shared = SHARED.replace("{old-name: budget}", "{old-name: budget, old-place: place}")
    own = {"id": "x-gdpr", "text": {"da": "Samtykke er indhentet"}}
    data, findings = made(
        {"op": "add", "into": "set-up", "after": "old-name", "item": own},
        {"op": "move", "id": "dates", "before": "old-name"},
        {"op": "set", "id": "old-place/here", "value": {"text": {"da": "Hos os"}}},
        shared=shared,
    )

    assert items(data) == ["level", "dates", "budget", "x-gdpr"]
    assert data["checklists"][1]["columns"][0]["choices"][0]["text"]["da"] == "Hos os"
    assert [finding.state for finding in findings] == ["current", "current", "unrecorded"]


def test_an_item_that_is_renamed_takes_no_choice_of_the_same_name_with_it() -> None:
    shared = SHARED.replace("{old-name: budget}", "{old-name: budget, here: level}")
    data, findings = made(
        {"op": "set", "id": "place/here", "value": {"text": {"da": "Hos os"}}},
        {"op": "set", "id": "here", "value": {"text": {"da": "Vores"}}},
        shared=shared,
    )

    assert data["checklists"][1]["columns"][0]["choices"][0]["text"]["da"] == "Hos os"
    assert data["checklists"][0]["items"][0]["text"]["da"] == "Vores"
    assert [finding.state for finding in findings] == ["unrecorded", "unrecorded"]


def test_what_pointed_to_something_that_is_taken_away_goes_with_it() -> None:
    example = "      - {id: when, text: {da: Når}}\n    examples:\n      - {id: first, values: {place: here}}\n"

    data, _ = made({"op": "remove", "id": "budget"}, {"op": "remove", "id": "place"}, shared=SHARED + example)

    assert data["aliases"] == {}
    assert data["checklists"][1]["examples"] == [{"id": "first", "values": {}}]


RIGHT = (
    "summary: {da: Giver politikken en ejer.}\nphase: mandate\nroles: [coordinator]\norigin: da\n"
    "reviewed: 2026-11-21\ncontact: prevention\n"
    + SHARED.replace("Var}\n        choices", "Var}\n        type: choice\n        choices")
)
DATES = "      - id: dates\n        text: {da: Datoerne er sat, sv: Datumen är satta}\n"
# The first checklist has become one of fields to fill in.
CONVERTED = RIGHT.replace("kind: checklist", "kind: worksheet")


def broken(*ops: Mapping[str, Any], shared: str = RIGHT) -> list[str]:
    """Make changes in a tool that is right, see that it stays so, and return what is told of those left out."""
    data, findings = made(*ops, shared=shared)
    fit(scan(json.dumps(data), "x"), Tool)
    return [finding.why for finding in findings if finding.state == "broken"]


def test_a_change_that_does_not_fit_a_checklist_of_another_kind_is_left_out() -> None:
    value = {"text": {"da": "Vores"}, "core": True}
    whole = {"text": {"da": "Beløbet er kendt", "sv": "Beloppet är känt"}}
    replaced = {"op": "replace", "id": "budget", "value": value, "base": digest(whole)}
    added = {"op": "add", "into": "set-up", "item": {"id": "x-own", **value}}
    wording = {"op": "set", "id": "level", "value": {"text": {"da": "Vores"}}, "base": digest(LEVEL)}

    assert broken(replaced, added, wording) == []
    assert broken(replaced, added, wording, shared=CONVERTED) == ["`core` is not a known key"] * 2
    assert states(replaced, added, wording, shared=CONVERTED) == ["broken", "broken", "current"]


def test_a_change_that_does_not_fit_is_left_out_where_its_item_has_a_new_id_too() -> None:
    unrecorded = {"op": "replace", "id": "old-name", "value": {"text": {"da": "Vores"}, "core": True}}

    assert broken(unrecorded) == []
    assert broken(unrecorded, shared=CONVERTED) == ["`core` is not a known key"]


def test_a_slip_in_own_words_stays_an_error() -> None:
    slip = {"op": "add", "into": "set-up", "item": {"id": "x-own", "txet": {"da": "Vores"}}}

    data, (finding,) = made(slip, shared=RIGHT)

    assert finding.state == "current"
    assert items(data)[-1] == "x-own"


def test_the_last_items_of_a_list_stay_where_we_have_taken_the_others_away() -> None:
    ops = [{"op": "remove", "id": id} for id in ("level", "budget")]

    assert broken(*ops) == []
    assert len(broken(*ops, shared=RIGHT.replace(DATES, ""))) == 1


def test_a_column_that_a_view_of_ours_needs_stays() -> None:
    state = "      - {id: state, type: status, role: status, text: {da: Status}}\n"
    viewed = (RIGHT + state).replace("kind: table", "kind: table\n    views: [status]")
    op = {"op": "remove", "id": "state"}

    assert broken(op, shared=RIGHT + state) == []
    assert broken(op, shared=viewed) == ["the view `status` needs a column in the role `status`"]


def test_a_renamed_item_is_the_one_that_a_change_was_written_for() -> None:
    whole = {"text": {"da": "Beløbet er kendt", "sv": "Beloppet är känt"}}

    assert states({"op": "remove", "id": "old-name", "base": digest(whole)}) == ["current"]
    assert states({"op": "replace", "id": "old-name", "base": digest(whole), "value": {"text": {}}}) == ["current"]


def test_what_is_said_of_a_tool_that_we_took_away_stops_no_build(tmp_path: Path) -> None:
    own = base_site.OTHER_TOOL + "related: [steering-group, premortem]\n"
    added = "{id: x-own, text: {da: Vores, sv: Vår}, helps: [premortem]}"
    root = base_site.make(
        tmp_path,
        {
            "tools/_vocabulary.yml": base_site.VOCABULARY + "retired: [premortem]\n",
            "local/tools/premortem.patch.yml": "ops:\n  - {op: move, id: seminar, at: start}\n",
            "local/tools/steering-group.patch.yml": f"ops:\n  - {{op: add, into: set-up, item: {added}}}\n",
            "local/tools/x-own.yml": own,
            "local/site.yml": "hidden:\n  tools: [premortem]\n",
        },
    )

    found, problems = survey.survey(root, TODAY)

    assert found is not None, problems
    assert found.tools["x-own"].related == ("steering-group",)
    assert found.tools["steering-group"].checklists[0].items[-1].helps == ()  # type: ignore[union-attr]
    assert [(one.file, one.line) for one in problems if "premortem" in one.fault] == [
        ("local/site.yml", 2),
        ("local/tools/premortem.patch.yml", 1),
        ("local/tools/steering-group.patch.yml", 2),
        ("local/tools/x-own.yml", own.count("\n")),
    ]


def test_a_tool_of_the_last_release_must_not_be_lost(fork: Path) -> None:
    _commit(fork)
    _git(fork, "tag", "v1.0.0")
    (fork / "tools/political-mandate.yml").unlink()
    vocabulary = fork / "tools/_vocabulary.yml"

    lost = kit(fork, "check").stdout
    vocabulary.write_text(vocabulary.read_text(encoding="utf-8") + "retired: [political-mandate]\n", encoding="utf-8")

    assert "tools/political-mandate.yml:1:1: the tool was in v1.0.0 and is gone" in lost
    assert "was in v1.0.0" not in kit(fork, "check").stdout
    _git(fork, "checkout", "--", "tools/political-mandate.yml")
    assert "`political-mandate` is still a tool" in kit(fork, "check").stdout


def test_a_tool_whose_file_gets_another_name_is_lost(fork: Path) -> None:
    _commit(fork)
    _git(fork, "tag", "v1.0.0")
    _git(fork, "mv", "tools/steering-group.yml", "tools/steering-groups.yml")

    assert "tools/steering-group.yml:1:1: the tool was in v1.0.0 and is gone" in kit(fork, "check").stdout


def test_a_text_in_an_added_language_stands_well_as_nothing_was_there() -> None:
    title = {"op": "set", "id": ".", "value": {"title": {"nb": "Styringsgruppe"}}}
    noted = {**title, "base": digest({"title": {"nb": None}})}

    data, (finding,) = made(title)

    assert data["title"] == {"da": "Styregruppe", "sv": "Styrgrupp", "nb": "Styringsgruppe"}
    assert (finding.state, finding.now) == ("current", None)
    assert states(noted) == ["current"]
    # Once the shared tool has a text of its own in the language, the municipality hears of it.
    theirs = SHARED.replace("sv: Styrgrupp}", "sv: Styrgrupp, nb: Styregruppe}")
    assert states(title, shared=theirs) == ["unrecorded"]
    assert states(noted, shared=theirs) == ["drifted"]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ({}, ["lederkreds", "ledergruppe", "a", "b"]),
        ({"at": "start"}, ["a", "b", "lederkreds", "ledergruppe"]),
        ({"after": "lederkreds"}, ["lederkreds", "a", "b", "ledergruppe"]),
        ({"before": "ledergruppe"}, ["lederkreds", "a", "b", "ledergruppe"]),
        ({"after": "gone"}, ["lederkreds", "ledergruppe", "a", "b"]),
    ],
)
def test_several_words_are_added_at_once_in_their_order(place: Mapping[str, str], words: list[str]) -> None:
    data, (finding,) = made({"op": "add", "list": "synonyms.da", "item": ["a", "lederkreds", "b"], **place})

    assert data["synonyms"]["da"] == words
    assert finding.state == ("drifted" if "gone" in place.values() else "current")


def test_words_in_an_added_language_begin_a_list_of_their_own() -> None:
    data, _ = made({"op": "add", "list": "synonyms.nb", "item": ["prosjektstyre"]})

    assert data["synonyms"] == {"da": ["lederkreds", "ledergruppe"], "nb": ["prosjektstyre"]}
    assert states({"op": "add", "list": "synonyms.da", "item": ["lederkreds"]}) == ["obsolete"]
