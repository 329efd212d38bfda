"""What was spoken and is heard no more is forgotten, so that the folder does not grow for ever."""

import contextlib
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

# Last month's bulletin may have been prepared a month before, and nobody may wait for it anew.
NEVER_BEFORE = timedelta(days=93)
OLD = timedelta(days=400)  # what is said once a year is still there the next
MOST_BYTES = 1_000_000_000
LEFT_UNFINISHED = timedelta(days=1)
KINDS = ("*/*.npz", "chapters/*/*.ogg")
PARTS = ("*/*.part", "chapters/*/.part-*")


class Pruned(NamedTuple):
    """How many sentences and chapters were dropped, and their bytes."""

    files: int
    size: int


class _Kept(NamedTuple):
    used: float  # seconds since 1970
    size: int
    path: Path


def prune(folder: Path, now: datetime, most_bytes: int = MOST_BYTES) -> Pruned:
    """Drop what nobody used for more than a year, and the longest unused of the rest while there
    is more than `most_bytes`; never what was used within three months."""
    stand = now.timestamp()
    kept = sorted(_all(folder, KINDS))
    size = sum(one.size for one in kept)
    dropped: list[_Kept] = []
    for one in kept:
        unused = timedelta(seconds=stand - one.used)
        if unused <= NEVER_BEFORE or (unused <= OLD and size <= most_bytes):
            break
        _drop(one.path)
        dropped.append(one)
        size -= one.size
    for part in _all(folder, PARTS):
        # By the machine's clock, which wrote its time: a demo's may be months ahead.
        if time.time() - part.used > LEFT_UNFINISHED.total_seconds():
            part.path.unlink(missing_ok=True)
    return Pruned(len(dropped), sum(one.size for one in dropped))


def _all(folder: Path, shapes: tuple[str, ...]) -> Iterator[_Kept]:
    for path in (path for shape in shapes for path in folder.glob(shape)):
        with contextlib.suppress(FileNotFoundError):
            found = path.stat()
            yield _Kept(found.st_mtime, found.st_size, path)


def _drop(path: Path) -> None:
    """What tells of a chapter goes first: without that it is not kept."""
    if path.suffix == ".ogg":
        path.with_suffix(".json").unlink(missing_ok=True)
    path.unlink(missing_ok=True)
