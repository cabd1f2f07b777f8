"""Python-Markdown without needless work: text that holds no mark of Markdown is not searched for each of them."""

from __future__ import annotations

import re
from functools import cached_property
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import build_inlinepatterns
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

# Each of Markdown's own patterns, and a footnote's, begins with one of these.
MARK = re.compile(r"[`\\\[!<&*_]|  \n")
FOOTNOTE = r"\[\^([^\]]*)\]"


class Swift(Extension):  # type: ignore[misc]
    """Let only text in which something can be found be searched."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Take the place of what searches the text of a page."""
        md.treeprocessors.register(_Marked(md), "inline", 20)


class _Marked(InlineProcessor):  # type: ignore[misc]
    @cached_property
    def _all_marked(self) -> bool:
        """Whether all patterns are known; extensions can add some that begin with other letters."""
        known = {one.pattern for one in build_inlinepatterns(self.md)} | {FOOTNOTE}
        return all(one.pattern in known for one in self.inlinePatterns)

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Search the tree; while that lasts, text without a mark is of the kind that is left alone."""
        bare = [one for one in tree.iter() if _is_bare(one.text)] if self._all_marked else []
        for one in bare:
            one.text = AtomicString(one.text)
        super().run(tree, ancestors)
        for one in bare:
            one.text = str(one.text)
        return tree


def _is_bare(text: str | None) -> bool:
    return text is not None and not isinstance(text, AtomicString) and not MARK.search(text)
