"""What the site publishes for programs: open data with its schema, and feeds."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from macros.opendata import Data
from tests.conftest import ROOT

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_data_keeps_to_its_own_model(site: Path) -> None:
    text = (site / "data/tools.json").read_text(encoding="utf-8")

    data = Data.model_validate_json(text)

    assert [tool.id for tool in data.tools] == sorted(path.stem for path in (ROOT / "tools").glob("[!_]*.yml"))
    group = next(tool for tool in data.tools if tool.id == "steering-group")
    assert group.urls == {
        "da": "https://implementering.example/da/vaerktoejer/styregruppe/",
        "sv": "https://implementering.example/sv/verktyg/styrgrupp/",
    }
    assert {checklist.kind for tool in data.tools for checklist in tool.checklists} == {
        "checklist",
        "assessment",
        "worksheet",
        "table",
    }


def test_every_address_in_the_data_is_a_page(site: Path) -> None:
    data = json.loads((site / "data/tools.json").read_text(encoding="utf-8"))

    for tool in data["tools"]:
        for url in tool["urls"].values():
            assert (site / url.removeprefix(data["address"]) / "index.html").is_file()


def test_the_schema_is_published_where_the_data_says(site: Path) -> None:
    data = json.loads((site / "data/tools.json").read_text(encoding="utf-8"))
    schema = json.loads((site / data["$schema"].removeprefix(data["address"])).read_text(encoding="utf-8"))

    assert set(schema["required"]) <= set(data)
    assert set(data) == set(schema["properties"])


def test_each_language_has_a_feed_of_its_tools_and_dated_pages(site: Path) -> None:
    tools = len(list((ROOT / "tools").glob("[!_]*.yml")))
    for lang, title, dated in (("da", "Styregruppe", 3), ("sv", "Styrgrupp", 3)):
        feed = ElementTree.parse(site / lang / "feed.xml").getroot()
        entries = feed.findall(f"{ATOM}entry")

        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
        assert title in [entry.findtext(f"{ATOM}title") for entry in entries]
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(ids) == len(set(ids)) == tools + dated
        moments = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
        assert moments == sorted(moments, reverse=True)
        assert feed.findtext(f"{ATOM}updated") == moments[0]
        assert all(id and id.startswith(f"https://implementering.example/{lang}/") for id in ids)
