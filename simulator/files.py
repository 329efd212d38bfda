"""Files the server keeps: sent once, sent again by id, fetched by path."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import PurePosixPath
from typing import Any

from simulator.errors import bad_request
from simulator.measure import media_type, picture_size, sound_length

FOLDERS = {
    "photo": "photos",
    "voice": "voice",
    "audio": "music",
    "document": "documents",
    "sticker": "stickers",
    "video": "videos",
}
SUFFIXES = {"photo": ".jpg", "voice": ".oga", "sticker": ".webp"}
LARGEST_UPLOAD = 50 * 1024 * 1024
LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_DOWNLOAD = 20 * 1024 * 1024
PHOTO_SIDES = (90, 320, 1280)
UNKNOWN = "application/octet-stream"


@dataclass(frozen=True)
class Upload:
    """Bytes as they arrived, with the name and type the sender gave them."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True)
class StoredFile:
    """A file on the server. `sizes` are the ids of a picture's smaller copies, itself last."""

    file_id: str
    unique_id: str
    kind: str
    path: str
    name: str
    mime: str
    data: bytes
    width: int = 0
    height: int = 0
    duration: int = 0
    sizes: tuple[str, ...] = ()

    def wire(self) -> dict[str, Any]:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.data),
        }


class FileStore:
    """All files of one server, by id, by unique id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_unique: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._numbers: Iterator[int] = count()

    def by_id(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def by_unique(self, unique_id: str) -> StoredFile | None:
        return self._by_unique.get(unique_id)

    def by_path(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def add(self, kind: str, upload: Upload, duration: int = 0) -> StoredFile:
        """Keep a new file; a photo also gets its smaller copies.

        Raises the real server's errors for empty, oversized and unreadable files.
        """
        if not upload.data:
            raise bad_request("file must be non-empty")
        if len(upload.data) > (LARGEST_PHOTO if kind == "photo" else LARGEST_UPLOAD):
            raise bad_request("file is too big")
        if kind == "photo":
            return self._add_photo(upload)
        length = duration or sound_length(upload.data)
        width, height = picture_size(upload.data) or (0, 0)
        return self._keep(kind, upload, duration=length, width=width, height=height)

    def _add_photo(self, upload: Upload) -> StoredFile:
        size = picture_size(upload.data)
        if size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        if sum(size) > 10_000 or max(size) > 20 * min(size):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        sizes = [
            # The copies share the picture's bytes: only their stated dimensions are smaller.
            self._keep("photo", upload, width=width, height=height).file_id
            for width, height in _steps(*size)
        ]
        largest = self._by_id[sizes[-1]]
        whole = StoredFile(**{**vars(largest), "sizes": tuple(sizes)})
        self._index(whole)
        return whole

    def _keep(
        self, kind: str, upload: Upload, *, width: int = 0, height: int = 0, duration: int = 0
    ) -> StoredFile:
        number = next(self._numbers)
        digest = hashlib.sha256(b"%d" % number + upload.data[:4096]).hexdigest()
        suffix = SUFFIXES.get(kind) or _suffix(upload)
        stored = StoredFile(
            file_id=f"AgACAgUAAx{digest[:40]}AAIB",
            unique_id=f"AQAD{digest[40:52]}",
            kind=kind,
            path=f"{FOLDERS[kind]}/file_{number}{suffix}",
            name=upload.name,
            mime=_mime(kind, upload),
            data=upload.data,
            width=width,
            height=height,
            duration=duration,
        )
        self._index(stored)
        return stored

    def _index(self, stored: StoredFile) -> None:
        self._by_id[stored.file_id] = stored
        self._by_unique[stored.unique_id] = stored
        self._by_path[stored.path] = stored


def _mime(kind: str, upload: Upload) -> str:
    """Media are what their bytes say; a document is what its sender or its name says."""
    seen = media_type(upload.data) if kind != "document" else None
    stated = "" if upload.mime == UNKNOWN else upload.mime
    return seen or stated or mimetypes.guess_type(upload.name)[0] or UNKNOWN


def _suffix(upload: Upload) -> str:
    return PurePosixPath(upload.name).suffix or mimetypes.guess_extension(upload.mime) or ""


def _steps(width: int, height: int) -> list[tuple[int, int]]:
    """The dimensions a picture is offered in, small to large, never larger than it is."""
    longest = max(width, height)
    sides = [side for side in PHOTO_SIDES if side < longest] + [min(longest, PHOTO_SIDES[-1])]
    return [
        (max(1, width * side // longest), max(1, height * side // longest))
        for side in dict.fromkeys(sides)
    ]
