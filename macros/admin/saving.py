"""Write what the form sends: in canonical form, only when it is right, and never half."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros import canonical
from macros.admin import faults, trial
from macros.admin.collections import is_fork
from macros.model import Tool
from macros.problem import ContentError
from macros.writing import put

NAME = r"[a-z0-9][a-z0-9_-]*"
SHARED = re.compile(rf"tools/[a-z0-9][a-z0-9-]*\.yml|docs/[a-z]{{2,3}}(-[a-z0-9]+)?/({NAME}/)*{NAME}\.md")
OWN = re.compile(rf"local/tools/x-[a-z0-9-]+\.yml|local/docs/[a-z]{{2,3}}(-[a-z0-9]+)?/({NAME}/)*{NAME}\.md")


class Refused(Exception):
    """What was sent is not written; the message is a sentence for the editor.

    `faults` has each thing that is wrong with it by itself, where the check says so.
    """

    def __init__(self, said: str, faults: Sequence[Mapping[str, object]] = ()) -> None:
        self.faults = faults
        super().__init__(said)


@dataclass
class Desk:
    """Reads and writes the files that the form may write.

    A page that has saved still names the text that it began with. So `saved` has each file as it was last written here,
    and `begun` the texts from which that came.
    """

    root: Path
    today: datetime.date
    saved: dict[str, str] = field(default_factory=dict)
    begun: dict[str, set[str]] = field(default_factory=dict)

    def place(self, file: str) -> Path:
        """Return where a file lies.

        Raises:
            Refused: the form may not write there.
        """
        allowed = OWN.fullmatch(file) or (not is_fork(self.root) and SHARED.fullmatch(file))
        path = self.root / file
        within = path.resolve().is_relative_to(self.root.resolve()) and not path.is_symlink()
        if allowed and within:
            return path
        if is_fork(self.root) and SHARED.fullmatch(file):
            raise Refused(f"`{file}` is not the municipality's own. Change it with `kit local edit`.")
        raise Refused(f"The form does not write to `{file}`. It writes tools and pages, with a–z, 0–9 and hyphens.")

    def read(self, file: str) -> str | None:
        """Return a file's text; None where there is none."""
        path = self.place(file)
        return path.read_bytes().decode("utf-8-sig") if path.is_file() else None

    def save(self, file: str, sent: str) -> None:
        """Write a file; `sent` is the text that the form has read and, behind a NUL, the new one.

        Raises:
            Refused: it would be wrong, or somebody else has changed the file meanwhile.
        """
        base, _, text = sent.partition("\0")
        now = self.read(file)
        ours = now is not None and now == self.saved.get(file)
        if (now or "") != base and not (ours and base in self.begun[file]):
            remedy = "Copy your text, load the page again, and make the change once more."
            raise Refused(f"`{file}` has changed since you opened it. {remedy}")
        text = self._formed(file, text)
        if text == now:
            return
        if problems := trial.faults(self.root, {file: text}, self.today):
            raise Refused("\n".join(map(str, problems)), faults.told(file, text, problems))
        put(self.place(file), text)
        self.begun[file] = {base, *(self.begun[file] if ours else ())}
        self.saved[file] = text

    @staticmethod
    def _formed(file: str, text: str) -> str:
        if not file.endswith(".yml"):
            return text
        try:
            return canonical.canonical(text, Tool, file)
        except ContentError as error:
            raise Refused(str(error), faults.told(file, text, error.problems)) from error
        except canonical.Unsure as error:
            raise Refused(f"{file}:1:1: {error}") from error
