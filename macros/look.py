"""What a municipality gives of its own look: colours and a logo, and whether they can be used."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from typing import get_args

from macros import own_assets, palette
from macros.colour import Rgb, rgb, written
from macros.palette import Low, Theme
from macros.problem import Problem, nearest, shown
from macros.site_model import Logo, Site
from macros.source import Loc, Source

LOGOS = (".svg", ".png", ".webp")
# What the colours are called in a sentence.
NAMES = {
    "paper": "the paper",
    "sheet": "the sheet",
    "sunk": "the sunken ground",
    "ink": "the ink",
    "quiet": "the quiet text",
    "edge": "the edge of fields",
    "thread": "the thread",
}


def given(site: Site) -> dict[Theme, dict[str, Rgb]]:
    """Return the municipality's own colours by palette and name."""
    return {
        theme: {
            name: rgb(value)
            for name in palette.OWN
            if (value := getattr(getattr(site.colours, name, None), theme, None))
        }
        for theme in get_args(Theme)
    }


def problems(source: Source, site: Site, files: Collection[str]) -> Iterator[Problem]:
    """Yield colours that cannot be read or are not written, and a logo that is not among the site's own files."""
    for theme, colours in given(site).items():
        right = palette.mended(theme, colours)
        for name in colours:
            # Beside what those before it would become: all the colours that are offered go together.
            before = palette.OWN[: palette.OWN.index(name)]
            beside = {**colours, **{one: right[one] for one in before if one in right}}
            if lows := palette.low(theme, beside, name):
                fault = _low(theme, beside, lows[0])
                yield source.problem(("colours", name, theme), fault, _nearest(name, right[name]))
    for loc in source.marks:
        if loc[:1] == ("colours",) and len(loc) == 3 and not _at(source, loc):
            fault = f"`{loc[-1]}` of {NAMES.get(str(loc[1]), f'`{loc[1]}`')} is empty"
            yield source.problem(loc, fault, "Write a colour in single quotes, as in `'#9c1646'`.")
    if site.logo:
        yield from _logo(source, site.logo, site.built, files)


def hints(source: Source, site: Site) -> Iterator[Problem]:
    """Yield a thread of one's own that those who want it dark would not see."""
    thread = site.colours.thread if site.colours else None
    if thread and thread.light and not thread.dark:
        own = {name: colour for name, colour in given(site)["dark"].items() if name in ("paper", "ink")}
        near = written(palette.nearest("dark", {**own, "thread": rgb(thread.light)}, "thread"))
        fault = "the thread has a colour of its own in the light palette only"
        remedy = f"Write `dark: '{near}'` for readers who want it dark."
        yield source.problem(("colours", "thread"), fault, remedy, "hint")


def sentence(theme: Theme, name: str, colour: Rgb) -> str:
    """Say where one colour does not stand out enough beside the look's own; empty where it does."""
    lows = palette.low(theme, {name: colour}, name)
    return _low(theme, {name: colour}, lows[0]) if lows else ""


def _low(theme: Theme, colours: palette.Colours, low: Low) -> str:
    known = {**palette.shared(theme), **palette.own(theme, colours)}
    ratio = math.floor(low.ratio * 10) / 10
    text, ground = _named(low.text, known[low.text]), _named(low.ground, known[low.ground])
    return f"{text} has {ratio:.1f}:1 on {ground}, and needs {low.needed:g}:1"


def _named(name: str, colour: Rgb) -> str:
    kind, _, tint = name.partition("-")
    words = NAMES.get(name) or (f"the tint of `{kind}`" if tint else f"the colour of `{kind}`")
    return f"{words} {written(colour)}"


def _nearest(name: str, colour: Rgb) -> str:
    what = "on which all stands out" if name == "paper" else "that stands out everywhere"
    return f"The nearest of its hue {what} is `'{written(colour)}'`."


def _at(source: Source, loc: Loc) -> object:
    data = source.data
    for step in loc:
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _logo(source: Source, logo: Logo, langs: Collection[str], files: Collection[str]) -> Iterator[Problem]:
    for name in ("light", "dark"):
        file = getattr(logo, name)
        if file is None:
            continue
        if not file.lower().endswith(LOGOS):
            yield source.problem(("logo", name), f"`{shown(file)}` is not a logo", "Save it as svg, png or webp.")
        elif file not in files:
            fault = f"there is no file `{shown(file)}` in `{own_assets.FOLDER}/`"
            yield source.problem(("logo", name), fault, nearest(file, files) or own_assets.HERE)
    for lang in langs:
        if not logo.alt.root.get(lang):
            fault = f"the logo has no words in `{lang}` for those who cannot see it"
            yield source.problem(("logo", "alt"), fault, "Write under `alt` whose it is, as in `Solby Kommune`.")
