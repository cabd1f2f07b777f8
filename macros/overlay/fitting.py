"""Whether a tool still fits together with a municipality's changes in it, and which change is in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pydantic import BaseModel, TypeAdapter, ValidationError

from macros import kinds
from macros.model import AnyChecklist, Entry, Item, Rated, Tool
from macros.overlay.ops import Add, Op
from macros.overlay.standing import Stand
from macros.overlay.tree import Node, index, renamed
from macros.problem import ContentError, Problem
from macros.shape import fit
from macros.source import Mark, Source
from macros.vocabulary import Vocabulary

# What stands under `items`, by kind of checklist.
ITEMS: tuple[type[BaseModel], ...] = (Item, Rated, Entry)
# What a file is that is no tool.
MODELS: dict[str, type[BaseModel]] = {"tools/_vocabulary.yml": Vocabulary}
_checklist: TypeAdapter[object] = TypeAdapter(AnyChecklist)


def faults(source: Source) -> list[Problem]:
    """Return what is wrong with a tool in itself: its shape, and what the kinds of its checklists need."""
    found: list[Problem] = []
    try:
        fit(source, MODELS.get(source.file, Tool))
    except ContentError as error:
        found += error.problems
    data = source.data if isinstance(source.data, dict) else {}
    lists = data.get("checklists")
    for n, one in enumerate(lists if isinstance(lists, list) else []):
        try:
            found += kinds.problems(source, _checklist.validate_python(one), ("checklists", n))  # type: ignore[arg-type]
        except ValidationError:
            continue
    return found


class Culprits:
    """Finds the changes that stand in the way of a tool that fits together without them.

    A change is in the way where it spoils what is shared, or where what it was written for has changed so that its
    own words do not fit any more. A slip in the words themselves is the editor's to mend, and stays an error.
    """

    def __init__(self, shared: Source, file: str, ops: Sequence[Op], starts: Sequence[Mark]) -> None:
        self.known = {problem.fault for problem in faults(shared)}
        self.file, self.ops, self.starts = file, ops, starts

    def next(
        self, made: Source, tree: Node, stands: Sequence[Stand], without: Callable[[int], Source]
    ) -> tuple[int, str] | None:
        """Return the number of a change that must be left out, and why; None where there is none.

        Args:
            made: the tool with all changes that are not left out yet.
            tree: the same as a tree.
            stands: how each change stands.
            without: makes the tool once more, with one change less.
        """
        for problem in self._fresh(made):
            own = self._own(problem)
            if own is None:
                own = self._spoiler(problem, stands, without)
            elif not (stands[own].state == "drifted" or _fits_elsewhere(self.ops[own], tree)):
                continue
            # What is left out is never in the way once more: then the search would not end.
            if own is not None and stands[own].state != "broken":
                return own, problem.fault
        return None

    def _fresh(self, made: Source) -> Iterator[Problem]:
        return (problem for problem in faults(made) if problem.fault not in self.known)

    def _own(self, problem: Problem) -> int | None:
        """The change in whose words a problem stands."""
        if problem.file != self.file:
            return None
        here = Mark(problem.file, problem.line, problem.column)
        return max((n for n, start in enumerate(self.starts) if start <= here), default=None)

    def _spoiler(self, problem: Problem, stands: Sequence[Stand], without: Callable[[int], Source]) -> int | None:
        """The change without which a fault is not there; else the last that is made, if there is any."""
        made = [n for n, stand in reversed(list(enumerate(stands))) if stand.state not in ("broken", "obsolete")]
        order = sorted(made, key=lambda n: stands[n].state != "drifted")
        for n in order:
            if problem.fault not in {other.fault for other in faults(without(n))}:
                return n
        return order[-1] if order else None


def _fits_elsewhere(op: Op, tree: Node) -> bool:
    """Whether what a change makes would be right in a checklist of another kind."""
    own = op.item if isinstance(op, Add) and isinstance(op.item, dict) else {}
    id = str(own.get("id") if isinstance(op, Add) else op.id)
    found = index(tree).get(renamed(tree).get(id, id), [])
    return bool(found) and any(_fits(model, found[0].node) for model in ITEMS)


def _fits(model: type[BaseModel], node: Node) -> bool:
    try:
        model.model_validate(node.plain)
    except ValidationError:
        return False
    return True
