"""The page with the form, and the files that belong to it: served on this machine, or published."""

from __future__ import annotations

import json
from pathlib import Path

from macros import policy, templates
from macros.admin import config, publishing
from macros.assets import FORM, Bundles
from macros.content import Content
from macros.problem import ContentError, Problem

# Decap comes as one script that holds all it needs; `requirements/form/` says which version.
DECAP = "node_modules/.form/node_modules/decap-cms/dist"
SCRIPT = "decap-cms.js"


def files(content: Content, bundles: Bundles, api: str = "") -> dict[str, str | bytes]:
    """Return the files of the form by name.

    Args:
        content: what the site is made from.
        bundles: our own scripts and styles.
        api: where the server on this machine answers; empty where the forge is written to.

    Raises:
        ContentError: Decap is not set up.
    """
    return {
        "index.html": _html(content, api),
        **{name: (bundles.folder / Path(bundles.addresses[name]).name).read_bytes() for name in FORM},
        **decap(content.root),
        **settings(content, api),
    }


def settings(content: Content, api: str = "") -> dict[str, str]:
    """Return the settings by name, one file for each language of the form."""
    made = {lang: config.config(content, lang, api) for lang in content.site.built}
    return {f"config.{lang}.json": json.dumps(one, ensure_ascii=False) for lang, one in made.items()}


def decap(root: Path) -> dict[str, bytes]:
    """Return Decap's script, and its licences.

    Raises:
        ContentError: it is not set up.
    """
    folder = root / DECAP
    if not (folder / SCRIPT).is_file():
        remedy = "Run `make admin` once; it sets up Decap."
        raise ContentError([Problem("requirements/form/package.json", 1, 1, "the form is not set up", remedy)])
    return {name: (folder / name).read_bytes() for name in (SCRIPT, f"{SCRIPT}.LICENSE.txt")}


def published(content: Content, bundles: Bundles) -> dict[str, str | bytes]:
    """Return the files of the published form by their path below the site.

    Raises:
        ContentError: Decap is not set up.
    """
    return {f"{publishing.FOLDER}/{name}": file for name, file in files(content, bundles).items()}


def _html(content: Content, api: str) -> str:
    entries, languages = config.entries(), list(content.site.built)
    return (
        templates.environment(content.root)
        .get_template("form.html")
        .render(
            languages=languages,
            policy=policy.form(() if api else publishing.hosts(content.site)),
            title=" · ".join(dict.fromkeys(entries["form_title"].in_(lang) for lang in languages)),
            sentences={lang: entries["form_no_script"].in_(lang) for lang in languages},
            script=SCRIPT,
        )
    )
