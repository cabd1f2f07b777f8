"""The protocol by which Decap asks a server on the same machine for files.

Source: the types of `decap-server` 3.11, which would write what it is sent as it is, and anywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from macros.admin.saving import Desk, Refused
from macros.overlay.patches import ENDING

Params = Mapping[str, Any]
TEXTS_ONLY = "The form takes texts only. Put pictures and documents beside the page, as CONTRIBUTING.md says."


def answer(desk: Desk, asked: object) -> object:
    """Return the answer to what Decap asks.

    Raises:
        Refused: it cannot be done, or may not be.
    """
    if not isinstance(asked, dict) or not isinstance(asked.get("params", {}), dict):
        raise Refused("This is no question of the form.")
    action = ACTIONS.get(str(asked.get("action")))
    if action is None:
        raise Refused("The form cannot do this here. Change files by hand, then run `kit check`.")
    try:
        return action(desk, asked.get("params", {}))
    except (KeyError, TypeError, AttributeError, UnicodeDecodeError) as error:
        raise Refused("This is no question of the form.") from error


def _info(desk: Desk, params: Params) -> object:
    return {"repo": desk.root.name, "publish_modes": ["simple"], "type": "local_fs"}


def _by_folder(desk: Desk, params: Params) -> object:
    folder, ending = str(params["folder"]).strip("/"), str(params["extension"]).lstrip(".")
    desk.place(f"{folder}/{'x-x' if folder.endswith('tools') else 'x'}.{'yml' if ending == 'yml' else 'md'}")
    paths = sorted((desk.root / folder).glob(f"*.{ending}"))
    names = [path.relative_to(desk.root).as_posix() for path in paths if not path.name.endswith(ENDING)]
    return [_entry(desk, name) for name in names]


def _by_files(desk: Desk, params: Params) -> object:
    return [_entry(desk, str(file["path"])) | {"label": file.get("label")} for file in params["files"]]


def _one(desk: Desk, params: Params) -> object:
    return _entry(desk, str(params["path"]))


def _entry(desk: Desk, file: str) -> dict[str, object]:
    text = desk.read(file)
    id = None if text is None else hashlib.sha256(text.encode()).hexdigest()
    return {"data": text, "file": {"path": file, "id": id}}


def _persist(desk: Desk, params: Params) -> object:
    entries = params.get("dataFiles") or [params["entry"]]
    if params.get("assets"):
        raise Refused(TEXTS_ONLY)
    if len(entries) != 1 or entries[0].get("newPath"):
        raise Refused("The form writes one file at a time, and moves none.")
    desk.save(str(entries[0]["path"]), str(entries[0]["raw"]))
    return {"message": "entry persisted"}


def _delete(desk: Desk, params: Params) -> object:
    raise Refused("The form deletes nothing. Delete the file by hand, then run `kit check`.")


def _media(desk: Desk, params: Params) -> object:
    raise Refused(TEXTS_ONLY)


ACTIONS: Mapping[str, Callable[[Desk, Params], object]] = {
    "info": _info,
    "entriesByFolder": _by_folder,
    "entriesByFiles": _by_files,
    "getEntry": _one,
    "persistEntry": _persist,
    "deleteFile": _delete,
    "deleteFiles": _delete,
    "getMedia": lambda desk, params: [],
    "getMediaFile": _media,
    "persistMedia": _media,
    "getDeployPreview": lambda desk, params: None,
    "getNotes": lambda desk, params: {"notes": []},
    "getPRMetadata": lambda desk, params: {"metadata": None},
}
