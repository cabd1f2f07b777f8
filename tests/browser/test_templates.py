"""One page of each template is gone through by keyboard, magnified, in forced colours, and read as a tree."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.test_access import TOOL, VERKTYG, first_stops, walk
from tests.browser.test_pages import TOO_WIDE, opened

pytestmark = pytest.mark.browser
# What assistive technology is told: the landmarks, and in each what a reader comes for. Other things may stand between.
BANNER = """
- link "Gå til indholdet"
- banner:
  - link "Implementeringsværktøjer"
  - search:
    - searchbox "Søg efter et værktøj"
  - link "Alle værktøjer"
  - link "Min plan"
  - link "Svenska"
  - 'button "Indsats: Vores indsats"'
  - group "Farver":
    - radio "Auto" [checked]
"""
HEAD = (
    BANNER
    + """
- navigation "Faser":
  - list:
    - listitem:
      - link "Overblik"
- main:"""
)
FOOT = """
- contentinfo:
  - list:
    - listitem:
      - link "Ordliste"
"""
TREES = {
    "/": """
- main:
  - heading "Implementeringsværktøjer · Implementeringsverktyg" [level=1]
  - list:
    - listitem:
      - 'link "Dansk: Implementeringsværktøjer"'
    - listitem:
      - 'link "Svenska: Implementeringsverktyg"'
""",
    "/404.html": """
- main:
  - heading "Siden findes ikke" [level=1]
  - list:
    - listitem:
      - link "Alle værktøjer"
  - heading "Sidan finns inte" [level=2]
  - list:
    - listitem:
      - link "Alla verktyg"
""",
    "/da/": """
- banner:
  - link "Implementeringsværktøjer"
  - link "Svenska"
- main:
  - heading [level=1]
  - search "Hvad skal I i gang med?":
    - searchbox
    - button "Søg"
  - region "Den røde tråd gennem 5 faser":
    - heading "Den røde tråd gennem 5 faser" [level=2]
    - list:
      - listitem:
        - heading "Overblik" [level=3]:
          - link "Overblik"
        - list:
          - listitem:
            - link
  - region "Nyt og ændret":
    - heading [level=2]
"""
    + FOOT,
    "/da/vaerktoejer/": BANNER
    + """
- main:
  - heading "Alle værktøjer" [level=1]
  - group:
    - form "Afgræns listen":
      - searchbox "Ord i listen"
      - group "Fase":
        - checkbox /Overblik/
      - combobox /tid/
      - combobox "For hvem"
"""
    + FOOT,
    "/da/find/": HEAD
    + """
  - heading "Find jeres værktøj" [level=1]
  - form "Spørgsmål":
    - group "Hvor er I i arbejdet?":
      - radio /Alle faser/ [checked]
    - group "Hvad står i vejen?":
      - radio [checked]
    - status
  - region "Alle værktøjer":
    - heading "Alle værktøjer" [level=2]
    - table:
      - rowgroup:
        - row:
          - columnheader "Værktøj"
      - rowgroup:
        - row:
          - rowheader:
            - link
"""
    + FOOT,
    TOOL: HEAD
    + """
  - heading "Styregruppe" [level=1]
  - term: For hvem
  - definition
  - complementary "På denne side":
    - list:
      - listitem:
        - link "Formål"
  - heading "Formål" [level=2]
  - heading "Tjekliste" [level=2]
  - form "Er styregruppen på plads?":
    - heading "Er styregruppen på plads?" [level=3]
    - group "Status og muligheder":
      - group "Tag med":
        - button "Word"
      - group "Ret":
        - button "Fortryd" [disabled]
    - group /Kommissoriet/:
      - radio "På plads"
      - radio "Delvist"
      - radio "Ikke i gang"
      - radio "Ikke relevant"
  - form "Risikoliste":
    - region "Risikoliste":
      - table:
        - rowgroup:
          - row:
            - columnheader "Risiko"
        - rowgroup:
          - row:
            - cell:
              - textbox "Risiko, række 1"
  - heading "Kontakt" [level=2]
"""
    + FOOT,
    "/da/arrangementer/temadag-fra-politik-til-praksis/": HEAD
    + """
  - heading /Fra politik til praksis/ [level=1]
  - term: Afholdt
  - definition
  - complementary "På denne side"
  - heading "Baggrund" [level=2]
"""
    + FOOT,
    "/da/ordliste/": HEAD
    + """
  - heading "Ordliste" [level=1]
  - navigation "Gå til bogstav":
    - list:
      - listitem:
        - link "B"
  - term:
    - term: baseline
  - definition
"""
    + FOOT,
    "/da/status/": HEAD
    + """
  - heading "Status for sprog og gennemgang" [level=1]
  - combobox "Sortér efter"
  - region "Tabel":
    - table "Værktøjernes sprog og gennemgang.":
      - rowgroup:
        - row:
          - columnheader "Værktøj"
      - rowgroup:
        - row:
          - rowheader:
            - link
          - cell
"""
    + FOOT,
    "/da/min-plan/": HEAD
    + """
  - heading "Min plan" [level=1]
  - complementary "Status og muligheder":
    - status
    - group "Tag med":
      - button "Word"
    - group "Del og gem":
      - button "Del som link"
"""
    + FOOT,
    "/da/soeg/": HEAD.replace(
        """
  - search:
    - searchbox "Søg efter et værktøj"
""",
        "\n",
    )
    + """
  - heading "Søg" [level=1]
  - search "Hvad skal I i gang med?":
    - searchbox
    - button "Søg"
  - region "Overblik":
    - heading "Overblik" [level=2]
"""
    + FOOT,
    "/da/soegeproeve/": HEAD
    + """
  - heading "Prøv søgningen" [level=1]
  - textbox /Søgninger/
  - status
"""
    + FOOT,
    "/da/privatliv/": HEAD
    + """
  - heading "Privatliv og lagring" [level=1]
  - complementary "På denne side"
  - heading [level=2]
  - region /Tabel/:
    - table:
      - rowgroup:
        - row:
          - columnheader
"""
    + FOOT,
}
IN_THE_HEAD = 20


@pytest.mark.parametrize("path", TREES)
def test_what_assistive_technology_is_told_makes_sense(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path) as page:
        expect(page.locator("body")).to_match_aria_snapshot(TREES[path])


@pytest.mark.parametrize("path", [path for path in TREES if path != TOOL])
def test_by_keyboard_each_page_is_gone_through_to_its_end(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path, 360) as page:
        stops = walk(page)
        last = page.locator("a[href]:visible, button:visible, summary:visible").last.evaluate(
            "one => one.outerHTML.slice(0, 120)"
        )

    assert [stop for stop in stops if stop["wrong"]] == []
    assert stops[-1]["html"] == last


# A window of 1280 × 1024 px has room for 320 × 256 when its page is made four times as large.
@pytest.mark.parametrize("path", TREES)
def test_four_times_as_large_nothing_scrolls_sideways_or_hides_the_focus(
    browser: Browser, address: str, path: str
) -> None:
    with opened(browser, address + path, 320) as page:
        page.set_viewport_size({"width": 320, "height": 256})

        assert page.evaluate(TOO_WIDE) == 0
        assert [stop for stop in first_stops(page, IN_THE_HEAD) if stop["wrong"]] == []


@pytest.mark.parametrize("path", TREES)
def test_in_forced_colours_the_focus_is_seen_on_each_page(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path, forced_colors="active") as page:
        assert [stop for stop in first_stops(page, IN_THE_HEAD) if stop["wrong"]] == []


@pytest.mark.parametrize(("path", "name", "sister"), [(TOOL, "Svenska", VERKTYG), (VERKTYG, "Dansk", TOOL)])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_other_language_is_reached_by_keyboard(
    browser: Browser, address: str, path: str, name: str, sister: str, width: int
) -> None:
    with opened(browser, address + path, width) as page:
        if width == 360:
            page.locator("header button[aria-controls=drawer]").press("Enter")
        page.get_by_role("link", name=name, exact=True).press("Enter")

        page.wait_for_url(f"**{sister}")
        assert page.locator("html").get_attribute("lang") == sister[1:3]
