"""Files kept once for all the backups that name them, sealed when there is a passphrase.

A copy is called after its file, its size and what is in it, so it proves itself. Its time of change
is when a backup named it last: what none of the backups that stay can name is dropped.
"""

import hashlib
import os
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from files.sealing import PIECE, NotOpened, key_name, opened, seal, sealed_size
from storage.sqlite_file import settle

SHELF = "sotay-files"
_COPY = re.compile(r"(?P<name>[^/]+)\.(?P<size>\d+)\.(?P<digest>[0-9a-f]{16})")
_UNFINISHED = ".part-"
_A_DAY = 86_400  # seconds by which the clocks of two disks may differ


class NotAlike(OSError):
    """A copy that was just made is not what its file is: the disk cannot be trusted."""


class Shelf:
    """The copies beside the backups of a folder, under one passphrase; each has its own shelf, so
    that a backup never needs the passphrase of an earlier one."""

    def __init__(self, backups: Path, passphrase: str) -> None:
        self._key = passphrase
        self._folder = backups / SHELF / (key_name(passphrase) if passphrase else "open")
        self._copies: dict[str, list[Path]] = defaultdict(list)
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            if match := _COPY.fullmatch(path.name):
                self._copies[match["name"]].append(path)

    def keep(self, file: Path, moment: float) -> None:
        """Keep this file as it is now, named at that moment (seconds since 1970). What is kept
        already is not copied again. NotAlike, OSError when it cannot be kept; FileNotFoundError
        when it was lost: then its copies are all there is, and are named in its place."""
        copies = self._copies[file.name]
        try:
            size = file.stat().st_size
        except FileNotFoundError:
            _name(copies, moment)
            raise
        kept = next((one for one in copies if self._is_whole(one, size)), None)
        if kept is None:
            kept = self._copy(file)
            copies.append(kept)
        _name([kept], moment)

    def bring_back(self, name: str, target: Path) -> bool:
        """Put a file where it was, the latest copy that proves itself; False when there is none."""
        newest = sorted(self._copies[name], key=lambda one: one.stat().st_mtime, reverse=True)
        return any(self._put(one, target) for one in newest)

    def _is_whole(self, copy: Path, size: int) -> bool:
        there = sealed_size(size) if self._key else size
        return copy.name.split(".")[-2] == str(size) and copy.stat().st_size == there

    def _copy(self, file: Path) -> Path:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryDirectory(dir=self._folder, prefix=_UNFINISHED) as folder:
            part = Path(folder) / "copy"
            if self._key:
                seal(file, part, self._key)
            else:
                shutil.copyfile(file, part)
                part.chmod(0o600)
            size, digest = _described(_plain(file))
            if _described(self._read(part)) != (size, digest):
                raise NotAlike(f"{file.name}: copy differs")
            kept = self._folder / f"{file.name}.{size}.{digest}"
            settle(part, kept)
            return kept

    def _put(self, copy: Path, target: Path) -> bool:
        target.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=target.parent, prefix=_UNFINISHED) as folder:
            part = Path(folder) / "file"
            try:
                with part.open("xb") as out:
                    out.writelines(self._read(copy))
            except NotOpened:
                return False
            size, digest = _described(_plain(part))
            if not copy.name.endswith(f".{size}.{digest}"):
                return False
            settle(part, target)
        return True

    def _read(self, copy: Path) -> Iterator[bytes]:
        return opened(copy, self._key) if self._key else _plain(copy)


def drop(backups: Path, oldest: float) -> None:
    """Drop every copy that no backup made since then has named; what is not ours is left alone."""
    for path in (backups / SHELF).glob("*/*"):
        if path.stat().st_mtime < oldest - _A_DAY:
            if _COPY.fullmatch(path.name):
                path.unlink()
            elif path.name.startswith(_UNFINISHED):
                shutil.rmtree(path)


def _name(copies: Iterable[Path], moment: float) -> None:
    for one in copies:
        os.utime(one, (moment, moment))


def _plain(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def _described(pieces: Iterable[bytes]) -> tuple[int, str]:
    """How many bytes, and what is in them."""
    size, digest = 0, hashlib.sha256()
    for piece in pieces:
        size += len(piece)
        digest.update(piece)
    return size, digest.hexdigest()[:16]
