"""What a fork is told of once a month: what is new upstream, and how its own changes stand towards that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from macros import settings, wordbook
from macros.forges import Forge, Refused
from macros.overlay import beneath
from macros.overlay.history import git
from macros.problem import ContentError
from macros.today import today
from macros.words import Words
from macros.yaml_reader import read

TITLE = "Nyt at hente · Nytt att hämta"
BRANCH = "upstream/main"
# What a forge takes at most is 65 536 characters.
MOST = 60_000


@dataclass(frozen=True)
class News:
    """How many commits upstream has that we have not, what they say of what must be done, and how our changes stand."""

    commits: int
    to_do: str
    report: str
    all_current: bool

    @property
    def is_any(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.commits) or not self.all_current


def address(root: Path, forge: Forge) -> str | None:
    """Return where upstream lies: as git knows it, else the forge, else what `site.yml` says; None at upstream."""
    known = (git(root, "remote", "get-url", "upstream") or "").strip() or forge.upstream
    # Not what local/site.yml says: that is our own.
    said = known or (read(root / settings.SHARED, settings.SHARED).data or {}).get("repository")
    return said if said and said.removesuffix(".git") != forge.page else None


def fetched(root: Path, address: str) -> News:
    """Fetch upstream, and say what is new there.

    Raises:
        Refused: it cannot be fetched, or something in `local/` cannot be read.
    """
    if git(root, "fetch", "--quiet", "--no-tags", "--", address, f"+refs/heads/main:refs/remotes/{BRANCH}") is None:
        remedy = "See that it is there and can be read without a password."
        raise Refused(f"`main` of `{address}` cannot be fetched. {remedy}")
    # Merged as one commit, or picked, upstream's own commits never arrive, and yet nothing is missing.
    is_same = git(root, "diff", "--quiet", "HEAD", BRANCH, "--", ".", ":(exclude)local") is not None
    commits = 0 if is_same else int(git(root, "rev-list", "--count", f"HEAD..{BRANCH}") or 0)
    try:
        findings = [*beneath.faulty(root, today(), BRANCH), *beneath.findings(root, BRANCH)]
        found = beneath.moved(root, findings)
    except (ContentError, OSError) as error:
        raise Refused(str(error)) from error
    is_current = all(one.finding.state == "current" for one in found)
    return News(commits, _to_do(root) if commits else "", beneath.markdown(found), is_current)


def told(root: Path, news: News, forge: Forge, address: str) -> str:
    """Return the text of the issue: in the languages of the site what to do, then the two reports.

    Raises:
        ContentError: the settings or the words cannot be read.
    """
    entries = wordbook.load(wordbook.source(root))
    where = {"page": forge.page, "changes": _changes(forge, address)}
    parts = ["\n".join(_said(Words(entries, lang), news, where)) for lang in settings.load(root).built]
    if news.to_do:
        parts += [f"## What you must do: `CHANGELOG.md`\n\n{news.to_do}"]
    parts += [f"## How your own changes stand\n\n{news.report}"]
    text = "\n\n".join(parts)
    return text if len(text) <= MOST else f"{text[:MOST]}…\n\nRun `kit local check --upstream` to read it all."


def _said(words: Words, news: News, where: dict[str, str]) -> Iterator[str]:
    yield words.count("updates_commits", news.commits) if news.commits else words["updates_none"]
    if news.commits:
        yield words("updates_how", **where)
    yield words("updates_close")


def _changes(forge: Forge, address: str) -> str:
    """The page that shows what is new: of the forge, where both projects lie there, else upstream's own."""
    upstream = address.removesuffix(".git")
    owner, _, name = urlsplit(upstream).path.strip("/").rpartition("/")
    is_here = urlsplit(upstream).netloc == urlsplit(forge.page).netloc
    return forge.compare.format(page=forge.page, owner=owner, name=name) if forge.compare and is_here else upstream


def _to_do(root: Path) -> str:
    """What upstream's CHANGELOG.md says and ours does not, as a quotation."""
    lines = (git(root, "diff", "--unified=0", "HEAD", BRANCH, "--", "CHANGELOG.md") or "").split("\n")
    said = "\n".join(line[1:] for line in lines if line.startswith("+") and line[:4] != "+++ ").strip("\n")
    return "\n".join(f"> {line}".rstrip() for line in said.split("\n")) if said else ""
