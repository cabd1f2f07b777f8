"""One fork: its changes in `local/`, what each of them depends on, and its files."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from macros.commands import local
from tests.bench.forks import repository
from tests.bench.forks.ledger import Ledger, Unit
from tests.bench.forks.upstream import Node


@dataclass
class Change:
    """One op of a municipality, and what the ledger knows it by.

    `serial` is that of what it changes, or of the node that it puts something into; `anchor` that of what the new
    thing stands beside. `units` are what it depends on, and `seen` how they stood when that was noted, None before.
    `words` stand on the site when it is made.
    """

    file: str
    op: Node
    serial: int = 0
    anchor: int = 0
    units: tuple[Unit, ...] = ()
    seen: tuple[int, ...] | None = None
    words: str = ""

    @property
    def tool(self) -> str:
        """The id of the tool, or the key of the page, that is changed."""
        return Path(self.file).name.split(".")[0]

    @property
    def lang(self) -> str:
        """The language of the page that is changed; nothing for a tool."""
        return self.file.split("/")[2] if self.file.startswith("local/docs/") else ""

    def __str__(self) -> str:
        return f"{self.file}: {self.op['op']} {self.op.get('id', self.op.get('into'))}"


@dataclass
class Municipality:
    """A clone with changes of its own, and with files of its own beside them."""

    root: Path
    drawn: random.Random
    changes: list[Change] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)

    def by_file(self) -> dict[str, list[Change]]:
        """Return the changes as they stand in the files."""
        found: dict[str, list[Change]] = defaultdict(list)
        for change in self.changes:
            found[change.file].append(change)
        return found

    def write(self) -> None:
        """Write what is its own into `local/`; files without changes are taken away."""
        for path in [*(self.root / "local").rglob("*.patch.yml"), *(self.root / "local").rglob("*.sections.yml")]:
            path.unlink()
        for name, text in self.files.items():
            _put(self.root / name, text)
        for name, changes in self.by_file().items():
            ops = {"ops": [change.op for change in changes]}
            _put(self.root / name, yaml.dump(ops, Dumper=_Blocks, allow_unicode=True, sort_keys=False, width=10**6))

    def accept(self, ledger: Ledger, standing: set[int]) -> None:
        """Run `kit local accept`, and note what is seen; `standing` are the changes that can be noted."""
        done = CliRunner().invoke(local.group, ["accept"], obj=self.root, catch_exceptions=False)
        assert done.exit_code == 0, done.output
        for name, changes in self.by_file().items():
            noted = yaml.load((self.root / name).read_text("utf-8"), yaml.CBaseLoader)["ops"]
            for change, op in zip(changes, noted, strict=True):
                change.op = op
                if change.units and id(change) in standing:
                    change.seen = ledger.seen(change.units)

    def commit(self) -> None:
        """Commit what has changed."""
        repository.commit(self.root, "Change what is ours")


class _Blocks(yaml.SafeDumper):
    """Writes texts of several lines as blocks, and each text where it is used, as our files have them."""

    def ignore_aliases(self, data: Any) -> bool:
        """Never point to another place."""
        return True


def _block(dumper: yaml.SafeDumper, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Blocks.add_representer(str, _block)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
