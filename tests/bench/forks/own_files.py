"""What a municipality writes beside its changes: a tool of its own, pages, whole ones of ours, and what it hides."""

from __future__ import annotations

import random
from collections.abc import Collection

import yaml

from tests.bench.forks.chapters import written
from tests.bench.forks.upstream import LANGS, Upstream, bare


def own_files(up: Upstream, drawn: random.Random, changed: Collection[str]) -> dict[str, str]:
    """Return files of its own by name, made after ours as people do: with our links and names in them.

    What is `changed` is not hidden: on no page could be seen whether the changes are made.
    """
    files: dict[str, str] = {}
    id = drawn.choice([id for id in sorted(up.tools) if all((id, lang) in up.chapters.pages for lang in LANGS)])
    if drawn.random() < 0.4:
        tool = yaml.dump(bare(up.tools[id]), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6)
        files[f"local/tools/x-{id}.yml"] = tool
        for page in up.chapters.both(id):
            folder = page.path.rpartition("/")[0]
            own = written(page, None).replace(f"tool: {id}\n", f"tool: x-{id}\n", 1)
            files[f"local/{folder}/x-{id}.md"] = own
    if drawn.random() < 0.4:
        text = "---\ntitle: Hos os\nonly: da\n---\n\nSe [værktøjet](vaerktoejer/{}).\n"
        files["local/docs/da/hos-os.md"] = text.format(up.chapters.pages[id, "da"].path.rpartition("/")[2])
    unchanged = [id for id in sorted(up.tools) if id not in changed]
    if drawn.random() < 0.4:
        names = drawn.sample(unchanged, 2)
        files["local/site.yml"] = yaml.dump({"hidden": {"tools": names}})
        unchanged = [id for id in unchanged if id not in names]
    key = drawn.choice(sorted({*up.chapters.keys()} & {*unchanged}))
    for page in drawn.sample(up.chapters.both(key), drawn.choice((1, 2))):
        files[f"local/{page.path}"] = written(page, None) + "\n## Hos os {: #x-here }\n\nHer er jeres egen tekst.\n"
    return files
