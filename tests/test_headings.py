"""The headings that we find are those that Python-Markdown makes."""

from __future__ import annotations

import re

import markdown
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pymdownx.slugs import slugify

from macros.headings import headings

MADE = re.compile(r'<h(\d) id="([^"]*)">')
LINES = ["# ", "## a", "### b ##", "a", "b ", "===", "---", "--- ", "- - -", ""]


@given(body=st.lists(st.sampled_from(LINES), max_size=8).map("\n".join))
@example(body="# \n===")
@example(body="## a\n---")
@example(body="## a\nb\n---\na\n---")
@settings(max_examples=300)
def test_headings_are_found_where_markdown_makes_them(body: str) -> None:
    made = markdown.markdown(body, extensions=["toc"], extension_configs={"toc": {"slugify": slugify(case="lower")}})

    found = [(str(one.level), one.id) for one in headings(body.split("\n"), 1)]

    assert found == MADE.findall(made)
