"""What the pages' scripts are told: the interface's words, the list of tools, and each tool's checklists.

Data reaches the browser as classic scripts, since a site that is opened from a folder can load nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.addresses import Address
from macros.assets import Bundles, Named
from macros.definitions import foreign
from macros.problem import Problem
from macros.render import Renderer
from macros.scripts import is_late
from macros.search import Index

# What the scripts of a page leave for each other.
COMMON = "(self.kit??={})"


@dataclass(frozen=True)
class Telling:
    """The data scripts of one language."""

    renderer: Renderer
    bundles: Bundles

    @property
    def words(self) -> Address:
        """The address of the script that every page with a checklist loads first."""
        return next(iter(self._words))

    @property
    def more(self) -> Address:
        """The address of the script with the words of what most readers never open."""
        return next(iter(self._more))

    @property
    def files(self) -> dict[str, str]:
        """All data scripts by their address below the site's root."""
        return {**self._words, **self._more, **self._tools, **self._definitions, **self._search}

    @cached_property
    def _words(self) -> dict[str, str]:
        content, words = self.renderer.content, self.renderer.words.plain
        language = content.site.languages[self.renderer.lang]
        keys = self._keys(content.entries, late=False)
        both = [*keys, *self._keys(content.entries, late=True)]
        spoken = {key: content.entries[key].told(self.renderer.lang).lang for key in both}
        told = {
            "lang": self.renderer.lang,
            "site": language.site_name,
            "timezone": language.timezone,
            "words": {key: words[key] for key in keys},
            "spoken": {key: lang for key, lang in spoken.items() if lang != self.renderer.lang},
            "foreign": foreign(content.vocabulary.answers, self.renderer.lang),
            "answers": {one.id: one.text.in_(self.renderer.lang) for one in content.vocabulary.answers},
            "scripts": {**self.bundles.later, **self._data},
            "plan": self.renderer.plan or "",
            "catalogue": self.renderer.catalogue,
        }
        # What is empty says nothing, and need not be loaded.
        told = {name: value for name, value in told.items() if value != {}}
        return dict([_script(f"{self.renderer.lang}/words", f"{COMMON}.told", told)])

    @cached_property
    def _more(self) -> dict[str, str]:
        words = self.renderer.words.plain
        told = {key: words[key] for key in self._keys(self.renderer.content.entries, late=True)}
        return dict([_asset(f"{self.renderer.lang}/more", f"Object.assign({COMMON}.told.words,{_json(told)})")])

    def _keys(self, entries: Mapping[str, object], late: bool) -> list[str]:
        """The words that scripts name, with all plural forms that are written: those of the first ones, or the rest."""
        first = {one.key for one in self.bundles.words if not is_late(one.file)}
        named = {one.key for one in self.bundles.words} - first if late else first
        plurals = {key.removesuffix("other") for key in named if key.endswith("_other")}
        return sorted(named | {key for key in entries if f"{key.rpartition('_')[0]}_" in plurals})

    @cached_property
    def _tools(self) -> dict[str, str]:
        shown = {id: self.renderer.refs[id] for id in self._by_tool}
        entries = {
            id: {
                "title": ref.title.words,
                "page": ref.address,
                "script": self._by_tool[id][0],
                **({"lang": ref.title.lang} if ref.title.lang != self.renderer.lang else {}),
            }
            for id, ref in shown.items()
        }
        return dict([_script(f"{self.renderer.lang}/tools", f"{COMMON}.tools", entries)])

    @cached_property
    def _search(self) -> dict[str, str]:
        index = Index(self.renderer)
        address, more = _script(f"{self.renderer.lang}/texts", f"{COMMON}.texts", index.more())
        return dict([_script(f"{self.renderer.lang}/index", f"{COMMON}.index", index.first(address)), (address, more)])

    @property
    def _data(self) -> dict[str, Address]:
        """The data scripts that are loaded when somebody needs them."""
        return {"more": self.more, "tools": next(iter(self._tools)), "index": next(iter(self._search))}

    @property
    def _definitions(self) -> dict[str, str]:
        return dict(self._by_tool.values())

    @cached_property
    def _by_tool(self) -> dict[str, tuple[Address, str]]:
        return {id: self._definition(id) for id in sorted(ref.id for ref in self.renderer.listed)}

    def _definition(self, id: str) -> tuple[Address, str]:
        place = f"({COMMON}.defs??={{}})[{json.dumps(id)}]"
        return _script(f"{self.renderer.lang}/{id}", place, self.renderer.definition(id))


def _script(name: str, place: str, value: Any) -> tuple[Address, str]:
    """A script's address and text: it leaves `value` at `place`."""
    return _asset(name, f"{place}={_json(value)}")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _asset(name: str, code: str) -> tuple[Address, str]:
    text = f"{code};\n"
    digest = hashlib.sha256(text.encode()).hexdigest()[:8].upper()
    return f"assets/{name}-{digest}.js", text


def problems(named: Iterable[Named], known: Mapping[str, object]) -> Iterator[Problem]:
    """Yield the wordings that scripts name and the site has not."""
    for one in named:
        if one.key not in known:
            yield Problem(one.file, one.line, 1, f"`{one.key}` has no words", "Write them in macros/words.yml.")
