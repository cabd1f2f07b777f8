"""A municipality's first `local/site.yml`, made from its answers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from macros import own_assets, palette
from macros.answers import Answers, Country
from macros.canonical import canonical, quoted
from macros.colour import rgb, written
from macros.covering import covered
from macros.settings import LOCAL, checked, shared
from macros.site_model import Site
from macros.yaml_reader import parse

LANGUAGES: Mapping[Country, str] = {"dk": "da", "se": "sv"}
# What the file says about itself, in the country's language; each stands above its key.
NOTES: Mapping[Country, Mapping[str, str]] = {
    "dk": {
        "": "Det, der er vores eget. Filen dækker site.yml nøgle for nøgle; local/README.md viser alt, den kan rumme.",
        "address": "Her skal webstedet ligge. Sider, vi ikke har ændret, peger for søgemaskiner på de fælles.",
        "logo": "Filen ligger i local/assets/. Skriv også dark, hvis logoet ikke kan ses på mørk bund.",
        "colours": "Kontrollen siger til, hvis en farve ikke kan ses, og foreslår den nærmeste, der kan.",
        "build": "De sprog, der bygges.",
        "contacts": "Roller, som læserne kan henvende sig til. Skriv url, email eller phone under titlen.",
        "tail": "Skal et værktøj ikke vises, så skriv dets id under hidden og tools.",
    },
    "se": {
        "": "Det som är vårt eget. Filen täcker site.yml nyckel för nyckel; local/README.md visar allt den kan rymma.",
        "address": "Här ska webbplatsen ligga. Sidor som vi inte har ändrat pekar för sökmotorer på de gemensamma.",
        "logo": "Filen ligger i local/assets/. Skriv även dark om logotypen inte syns på mörk botten.",
        "colours": "Kontrollen säger till om en färg inte syns och föreslår den närmaste som gör det.",
        "build": "De språk som byggs.",
        "contacts": "Roller som läsarna kan vända sig till. Skriv url, email eller phone under titeln.",
        "tail": "Fyll i accessibility under sv. Sidan Tillgänglighet visar vad som saknas.",
    },
}


def text(answers: Answers, site: Site) -> str:
    """Return the file in canonical form, with comments in the country's language."""
    notes, lines = NOTES[answers.country], list[str]()

    def key(name: str, *below: str) -> None:
        lines.extend([*([f"# {notes[name]}"] if name in notes else []), f"{name}:", *below])

    lines += [f"# {notes['']}", "", f"# {notes['address']}", f"address: {quoted(answers.address)}"]
    if answers.logo:
        alt = [f"    {lang}: {quoted(answers.name)}" for lang in answers.languages]
        key("logo", f"  light: {quoted(answers.logo_name)}", "  alt:", *alt)
    if answers.colour:
        dark = written(palette.nearest("dark", {"thread": rgb(answers.colour)}, "thread"))
        key("colours", "  thread:", f"    light: '{answers.colour}'", f"    dark: '{dark}'")
    key("languages", *(line for lang in answers.languages for line in _language(lang, answers, site)))
    key("build", *(f"  - {lang}" for lang in answers.languages))
    if answers.contacts:
        key("contacts", *(line for role in answers.contacts for line in _contact(role, answers)))
    lines += [f"# {notes['tail']}"]
    return canonical("\n".join(line for line in lines if line) + "\n", Site, LOCAL)


def _language(lang: str, answers: Answers, site: Site) -> list[str]:
    title = f"{site.languages[lang].site_name} i {answers.name}"
    return [f"  {lang}:", f"    site_name: {quoted(title)}"] + [
        f"    {field}: {quoted(answers.name)}" for field in ("sender", "owner")
    ]


def _contact(role: str, answers: Answers) -> list[str]:
    titles = [f"      {lang}: {quoted(answers.contacts[role])}" for lang in answers.languages]
    return [f"  {role}:", "    title:", *titles]


def files(root: Path, answers: Answers, site: Site) -> dict[str, bytes]:
    """Return the files to write by their path in the repository.

    Raises:
        ContentError: what would be written is wrong, though each answer was right.
    """
    made: dict[str, bytes] = {}
    if answers.logo:
        made[f"{own_assets.FOLDER}/{answers.logo_name}"] = answers.logo.read_bytes()
    words = text(answers, site)
    merged = covered(shared(root), parse(words, LOCAL))
    checked(root, merged, incoming=[answers.logo_name] if answers.logo else [])
    return {LOCAL: words.encode(), **made}
