"""Files that go out and come in: made once, kept once, uploaded once per messenger."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from bot.locks import Locks
from rules.messages import Media
from rules.words import Words
from storage import media as media_rows
from storage import recipes, reports
from storage.engine import Database
from storage.media import Kept
from storage.sqlite_file import settle


@dataclass(frozen=True)
class Made:
    """A file a maker has written."""

    path: Path
    name: str
    mime: str
    seconds: int = 0


Maker = Callable[[dict[str, Any], str, Path], Awaitable[Made]]
# What a maker may say meanwhile to whoever waits for it in this task.
TELL: ContextVar[Callable[[Words], None]] = ContextVar("TELL", default=lambda _said: None)


class NotMade(Exception):
    """A maker will not give away what it made, and says why."""

    def __init__(self, why: Words) -> None:
        super().__init__(why.key)
        self.why = why


class Gallery:
    """Every file of the organisation, in one folder named by fingerprints.

    `same_for_all` names the makers whose file is the same in every language: it is made once.
    """

    def __init__(
        self,
        database: Database,
        folder: Path,
        makers: dict[str, Maker],
        clock: Callable[[], datetime],
        same_for_all: Collection[str] = (),
    ) -> None:
        self._database = database
        self._folder = folder
        self._makers = makers
        self._clock = clock
        self._same_for_all = same_for_all
        self._locks = Locks()
        folder.mkdir(parents=True, exist_ok=True)

    async def get(self, media: Media | None, language: str) -> Kept | None:
        """The file that goes with a text; a made one is made at its first use and kept."""
        if media is None:
            return None
        if media.media_id is not None:
            async with self._database.transaction() as store:
                kept = await media_rows.get(store, media.media_id)
            if not media.maker or (kept and (kept.remote or self.path(kept).exists())):
                return kept
        fingerprint = self.recipe(media, language)
        async with self._locks.hold(fingerprint):
            found = await self._find(fingerprint, media)
            kept = found or await self._make(media, language, fingerprint)
        if media.approved:
            await asyncio.to_thread(reports.note_approval, self.path(kept), *media.approved)
        return kept

    def recipe(self, media: Media, language: str) -> str:
        """The fingerprint of what a maker is to make."""
        spoken = "" if media.maker in self._same_for_all else language
        return recipes.fingerprint(media, spoken)

    async def has(self, recipe: str) -> bool:
        """Whether that was made before and need only be fetched."""
        return await self._find(recipe) is not None

    async def find(self, media: Media, language: str) -> Path | None:
        """Where the file lies that was made for this before; None when it is not there."""
        kept = await self._find(self.recipe(media, language), media)
        return self.path(kept) if kept else None

    async def receive(self, kind: str, name: str, mime: str, seconds: int, data: bytes) -> Kept:
        """Keep a file somebody sent."""
        fingerprint = hashlib.sha256(data).hexdigest()
        path = self._folder / fingerprint
        await asyncio.to_thread(_write, path, data)
        return await self._keep(fingerprint, kind, Made(path, name, mime, seconds))

    @asynccontextmanager
    async def uploading(self, kept: Kept, messenger: str) -> AsyncIterator[str | None]:
        """One upload at a time per file: the id it has at the messenger by now, if any."""
        async with self._locks.hold(kept.fingerprint, messenger):
            async with self._database.transaction() as store:
                fresh = await media_rows.get(store, kept.id)
            yield fresh.remote.get(messenger) if fresh else None

    async def uploaded(self, kept: Kept, messenger: str, remote_id: str) -> None:
        """Remember the id a messenger gave."""
        async with self._database.transaction() as store:
            await media_rows.uploaded(store, kept.id, messenger, remote_id)

    async def read(self, kept: Kept) -> bytes:
        """A kept file's bytes."""
        return await asyncio.to_thread(self.path(kept).read_bytes)

    def path(self, kept: Kept) -> Path:
        """Where a kept file lies."""
        return self._folder / (kept.path or kept.fingerprint)

    async def _find(self, fingerprint: str, media: Media | None = None) -> Kept | None:
        async with self._database.transaction() as store:
            kept = await media_rows.by_fingerprint(store, fingerprint)
        if kept is None or not await asyncio.to_thread(_stands, self.path(kept), media):
            return None
        return kept

    async def _make(self, media: Media, language: str, fingerprint: str) -> Kept:
        made = await self._makers[media.maker](media.values, language, self._folder / fingerprint)
        await asyncio.to_thread(_stands, made.path, media)
        return await self._keep(fingerprint, media.kind, made)

    async def _keep(self, fingerprint: str, kind: str, made: Made) -> Kept:
        size = made.path.stat().st_size
        async with self._database.transaction() as store:
            return await media_rows.keep(
                store,
                fingerprint,
                kind,
                self._clock(),
                path=str(made.path.relative_to(self._folder)),
                name=made.name,
                mime=made.mime,
                size=size,
                seconds=made.seconds,
            )


def _stands(path: Path, media: Media | None) -> bool:
    """Whether the file is there; then what it was made of is written beside it. Every delivery of a
    bulletin comes here, so both are one look."""
    if not path.exists():
        return False
    if media is not None:
        with suppress(OSError):  # only a page about it says less then
            recipes.keep(path, media)
    return True


async def sound_of(folder: Path, path: str) -> str:
    """The hash of a kept file's bytes as they are now; "" when it is gone. No books are asked, for
    whoever asks has them open."""
    return await asyncio.to_thread(_hash_of, folder / path)


def _hash_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _write(path: Path, data: bytes) -> None:
    """Keep these bytes so that they outlive a power cut: whole, or not at all."""
    with NamedTemporaryFile(dir=path.parent, prefix=".part-", delete=False) as file:
        part = Path(file.name)
        try:
            file.write(data)
            file.flush()
            settle(part, path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
