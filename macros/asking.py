"""Ask the site's search without a browser: the same engine, run by Node."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from macros import assets
from macros.render import Renderer
from macros.search import Index

ENGINE = "assets/ts/search/terminal.ts"
# The engine reads the whole of standard input and answers on standard output.
RUN = "import {{ readFileSync }} from 'node:fs'; import {{ answered }} from {program}; "
RUN += "process.stdout.write(answered(readFileSync(0, 'utf8')));"


class Why(NamedTuple):
    """What a word of the query met: the word, how alike they are, the field and its text, and what that is worth."""

    typed: str
    word: str
    how: str
    field: str
    text: str
    worth: float


class Hit(NamedTuple):
    """An entry that answers; `id` is empty for what is no tool."""

    id: str
    title: str
    page: str
    score: float
    reasons: tuple[Why, ...]


class Answer(NamedTuple):
    """What a query finds, the best first; the tools that a box would show of it; and how long the engine took."""

    milliseconds: float
    shown: tuple[str, ...]
    hits: tuple[Hit, ...]


def ask(renderer: Renderer, queries: Sequence[str], most: int = 10) -> list[Answer]:
    """Return what each query finds in the renderer's language, at most so many hits each.

    Raises:
        ContentError: Node and its packages are not set up.
    """
    index, root = Index(renderer), renderer.content.root
    asked = {"first": index.first(""), "more": index.more(), "queries": list(queries), "most": most}
    return [_answer(one) for one in json.loads(run(root, ENGINE, json.dumps(asked)))]


def told(answer: Answer) -> Iterator[str]:
    """Yield the lines that tell an editor the ranking, and what was met in which field."""
    for place, hit in enumerate(answer.hits, start=1):
        yield f"{place:2}  {hit.score:6.1f}  {hit.title}  ({hit.id or hit.page})"
        for why in hit.reasons:
            yield f"            {why.field:6} {why.worth:5.1f}  {why.typed} → {why.word} ({why.how}): {why.text}"


def run(root: Path, program: str, asked: str) -> str:
    """Bundle a script below the root, and return what its `answered` makes of a text."""
    source = RUN.format(program=json.dumps(f"./{program}"))
    command = [*assets.esbuild(root), "--bundle", "--platform=node", "--format=esm", "--log-level=error"]
    script = _output(command, root, source)
    with tempfile.TemporaryDirectory() as folder:
        bundle = Path(folder) / "search.mjs"
        bundle.write_text(script, encoding="utf-8")
        return _output([assets.node() or "node", str(bundle)], root, asked)


def _output(command: Sequence[str], root: Path, given: str) -> str:
    done = subprocess.run(command, cwd=root, input=given, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout


def _answer(one: dict[str, Any]) -> Answer:
    hits = [Hit(**{**hit, "reasons": tuple(Why(**why) for why in hit["reasons"])}) for hit in one["hits"]]
    return Answer(one["milliseconds"], tuple(one["shown"]), tuple(hits))
