"""A stored file as the content of a message, in the Bot API's own shape."""

from __future__ import annotations

from typing import Any

from simulator.files import FileStore, StoredFile

Json = dict[str, Any]


def file_content(files: FileStore, stored: StoredFile, **extra: Any) -> Json:
    """`{"photo": [...]}`, `{"voice": {...}}` and so on; `extra` joins the media's fields."""
    if stored.kind == "photo":
        return {"photo": [_photo_size(size) for size in _sizes(files, stored)]}
    fields = {**stored.wire(), **_fields(stored), **extra}
    return {stored.kind: fields}


def _fields(stored: StoredFile) -> Json:
    named = {"mime_type": stored.mime, "file_name": stored.name}
    if stored.kind == "voice":
        return {"duration": stored.duration, "mime_type": stored.mime}
    if stored.kind == "audio":
        return {"duration": stored.duration, **named}
    if stored.kind == "video":
        return {"duration": stored.duration, **_dimensions(stored), **named}
    if stored.kind == "sticker":
        flags = {"type": "regular", "is_animated": False, "is_video": False}
        return {**_dimensions(stored), **flags}
    return named


def _dimensions(stored: StoredFile) -> Json:
    return {"width": stored.width or 512, "height": stored.height or 512}


def _photo_size(stored: StoredFile) -> Json:
    return {**stored.wire(), "width": stored.width, "height": stored.height}


def _sizes(files: FileStore, stored: StoredFile) -> list[StoredFile]:
    found = [files.by_id(file_id) for file_id in stored.sizes]
    return [size for size in found if size is not None] or [stored]
