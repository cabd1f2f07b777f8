"""Everything that is wrong with the content and its language."""

from __future__ import annotations

import datetime
from pathlib import Path

from macros import gaps, survey
from macros.content import Content
from macros.overlay import lost
from macros.problem import ContentError, Problem
from macros.translations import moved


def everything(root: Path, today: datetime.date) -> tuple[Content | None, list[Problem]]:
    """Return the content, None where an error is in it, and all that there is to say of it, sorted by place."""
    found, problems = survey.survey(root, today)
    languages = [*moved.hints(found), *gaps.problems(found)] if found else []
    gone = lost.problems(root, pages=found.written if found else None)
    return found, sorted({*problems, *gone, *languages})


def language(root: Path) -> list[Problem]:
    """Return the words that no dictionary knows, those in the wrong language, and what is too hard to read."""
    from macros import lix, passages, spelling

    try:
        hard = [lix.problem(one) for one in lix.readings(passages.load(root)) if one.too_hard]
        return sorted({*spelling.problems(root), *hard})
    except ContentError as error:
        return error.problems
