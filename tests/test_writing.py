"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from macros import writing


def test_a_file_is_replaced_with_its_rights_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "new/file.yml"
    writing.put(path, "one\r\ntwo\n")
    path.chmod(0o600)

    writing.put(path, "æøå\n", last=False)

    assert path.read_bytes() == "æøå\n".encode()
    assert path.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["file.yml"]


def test_what_a_link_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old", encoding="utf-8")
    (tmp_path / "link.md").symlink_to("real.md")

    writing.put(tmp_path / "link.md", "new")

    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text(encoding="utf-8") == "new"


def test_a_full_disk_leaves_what_was_there_and_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file.md"
    path.write_text("old", encoding="utf-8")

    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space left") as caught:
        writing.put(path, "new")

    assert caught.value.filename == str(path)
    assert [one.name for one in tmp_path.iterdir()] == ["file.md"]
    assert path.read_text(encoding="utf-8") == "old"
