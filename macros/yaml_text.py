"""Data written as YAML: keys in the order they have, and no line folded."""

from __future__ import annotations

import yaml


class _Blocks(yaml.SafeDumper):
    """Writes texts of several lines as blocks, and nothing where nothing is."""


def _block(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Blocks.add_representer(str, _block)
_Blocks.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def yaml_of(value: object, blocks: bool = False) -> str:
    """Return a value as YAML; with `blocks`, a text of several lines as it looks, below a `|`, and None as nothing."""
    dumper = _Blocks if blocks else yaml.SafeDumper
    return yaml.dump(value, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10**6)
