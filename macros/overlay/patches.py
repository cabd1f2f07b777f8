"""A municipality's changes in the shared tools: `local/tools/<id>.patch.yml`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from macros.overlay.change import Change
from macros.overlay.finding import Finding
from macros.overlay.fitting import Culprits
from macros.overlay.ops import Add, Op, Patch, Replace, Set
from macros.overlay.patch_faults import faults
from macros.overlay.retired import retired
from macros.overlay.standing import Stand
from macros.overlay.tidy import tidied
from macros.overlay.tree import Node, flat, renamed, tree
from macros.own import PREFIX
from macros.problem import ContentError, Problem, nearest
from macros.shape import fit
from macros.source import Loc, Source
from macros.yaml_reader import read

FOLDER = "local/tools"
ENDING = ".patch.yml"


@dataclass(frozen=True)
class Patched:
    """A tool's source with the changes made in it, and how each of them stands."""

    source: Source
    findings: tuple[Finding, ...]


def files(root: Path) -> Mapping[str, Path]:
    """Return the files with changes, by the id of the tool that they change."""
    return {path.name.removesuffix(ENDING): path for path in sorted((root / FOLDER).glob(f"*{ENDING}"))}


def own(root: Path) -> list[Path]:
    """Return the files of the municipality's own tools."""
    found = sorted((root / FOLDER).glob(f"{PREFIX}*.yml"))
    return [path for path in found if not path.name.endswith(ENDING)]


def load(root: Path, ids: Collection[str]) -> tuple[dict[str, tuple[Source, Patch]], list[Problem]]:
    """Read all changes below `root`, and say what is wrong with the files; `ids` are the tools there are."""
    found: dict[str, tuple[Source, Patch]] = {}
    problems: list[Problem] = []
    gone = retired(root)
    for id, path in files(root).items():
        file = f"{FOLDER}/{path.name}"
        try:
            source = read(path, file)
            patch = fit(source, Patch)
        except ContentError as error:
            problems += error.problems
            continue
        if id.startswith(PREFIX):
            remedy = f"Change it where it is written, in `{FOLDER}/{id}.yml`."
            problems.append(source.problem((), f"`{id}` is a tool of your own", remedy))
            continue
        if id not in ids:
            problems.append(_orphan(source, patch, id, ids, id in gone))
            continue
        wrong = [fault for n, op in enumerate(patch.ops) for fault in faults(source, ("ops", n), op)]
        problems += wrong
        if not wrong:
            found[id] = source, patch
    return found, problems


def _orphan(source: Source, patch: Patch, id: str, ids: Collection[str], gone: bool) -> Problem:
    """What changes a tool that is not there: a slip of the pen, or a tool that was there when this was written."""
    if gone or any(getattr(op, "base", None) for op in patch.ops):
        remedy = "Take the file away, or write the tool as your own."
        return source.problem((), f"the tool `{id}` is not there any more", remedy, "hint")
    return source.problem((), f"no tool is called `{id}`", nearest(id, ids))


def patched(shared: Source, changes: Source, patch: Patch) -> Patched:
    """Make the changes of one file in a tool's source, but for those that it would not fit together with."""
    culprits = Culprits(shared, changes.file, patch.ops, [changes.place(("ops", n)) for n in range(len(patch.ops))])
    left_out: dict[int, str] = {}
    # Each turn leaves out one more of the changes that were made until now, so that there are no more turns than these.
    while True:
        over, stands = _made(shared, changes, patch, left_out)
        made = flat(over, shared.file)
        found = culprits.next(made, over, stands, partial(_without, shared, changes, patch, left_out))
        if found is None:
            findings = [_finding(shared, changes, ("ops", n), patch.ops[n], stand) for n, stand in enumerate(stands)]
            return Patched(made, tuple(findings))
        left_out |= [found]


def _made(shared: Source, changes: Source, patch: Patch, left_out: Mapping[int, str]) -> tuple[Node, list[Stand]]:
    """The tool with the changes, and how each of them stands."""
    under, over = tree(shared), tree(shared)
    change = Change(under, over, renamed(under))
    stands = []
    for n, op in enumerate(patch.ops):
        if n in left_out:
            stands.append(replace(change.stand(op, tree(changes, ("ops", n))), state="broken", why=left_out[n]))
        else:
            stands.append(change.make(op, tree(changes, ("ops", n))))
    tidied(under, over)
    return over, stands


def _without(shared: Source, changes: Source, patch: Patch, left_out: Mapping[int, str], n: int) -> Source:
    return flat(_made(shared, changes, patch, {**left_out, n: ""})[0], shared.file)


def _finding(shared: Source, changes: Source, loc: Loc, op: Op, stand: Stand) -> Finding:
    target = op.into if isinstance(op, Add) else op.id
    own = op.value if isinstance(op, (Set, Replace)) else op.item if isinstance(op, Add) else None
    base = getattr(op, "base", None)
    mark = changes.place((*loc, "op"))
    return Finding(
        mark, shared.file, target, op.op, stand.state, stand.why, base, stand.now, stand.beneath, _plain(own)
    )


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, (list, tuple)) else value
