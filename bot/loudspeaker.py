"""MP3s for the commune's loudspeaker: each bulletin that was sent, and each of its items, in a
folder the loudspeaker's people read: a memory card, a shared disk.

Nothing is lost when the folder is away or full: the bulletin stays in the books, and it is tried
again until it is there.
"""

import asyncio
import errno
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from audio.about import About
from audio.forms import Forms
from bot.gallery import Gallery
from bot.voices import WRITTEN_IN
from rules.bulletins import Bulletin
from rules.organisation import Organisation
from services import bulletins_loudspeaker as outgoing
from storage.engine import Database
from web.bulletins_pages import Unending, about, last_second
from web.listen_pages import Words

log = structlog.get_logger()
AGAIN = timedelta(minutes=10)  # after a folder took nothing
YET_TO_COME = timedelta(hours=1)  # so long a voice may take until it is made
NO_SOUND = "outlets.no_sound"
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
AWAY = (errno.ENOENT, errno.ENOTDIR)


class NotPut(Exception):
    """It is not in the folder; `why` is a text's key."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Loudspeaker:
    """Puts bulletins into `folder`, which must be there: who has pulled the card out is told."""

    def __init__(
        self,
        database: Database,
        gallery: Gallery,
        forms: Forms,
        words: Words,
        org: Organisation,
        folder: Path,
    ) -> None:
        self._database = database
        self._gallery = gallery
        self._forms = forms
        self._words = words
        self._org = org
        self._folder = folder
        self._not_before: datetime | None = None
        self._working = asyncio.Lock()

    async def work(self, now: datetime) -> None:
        """Put there what waits. Who leads its unit is told once when that cannot be done."""
        if self._working.locked() or (self._not_before and now < self._not_before):
            return
        async with self._working:
            async with self._database.transaction() as store:
                waiting = await outgoing.waiting(store, now)
            for one in waiting:
                await self._try(one, now)

    async def put(self, bulletin: Bulletin) -> Sequence[str]:
        """Put a bulletin and its items there, in place of what lies there under their names; these
        names. Raises `NotPut`."""
        async with self._database.transaction() as store:
            names = await outgoing.names(store, bulletin)
        sounds = await self._sounds(bulletin)
        try:
            for name, sound in zip(names, sounds, strict=True):
                await asyncio.to_thread(put_file, sound, self._folder / name)
        except OSError as problem:
            raise NotPut(_why(problem)) from problem
        return names

    async def note(self, bulletin: Bulletin, now: datetime) -> None:
        """It is where the settings want it."""
        async with self._database.transaction() as store:
            await outgoing.done(store, bulletin.id, now)

    async def _try(self, bulletin: Bulletin, now: datetime) -> None:
        try:
            await self.put(bulletin)
            await self.note(bulletin, now)
        except NotPut as no:
            if no.why == NO_SOUND and bulletin.sent_at and now - bulletin.sent_at < YET_TO_COME:
                return
            self._not_before = now + AGAIN
            log.warning("not put for the loudspeaker", bulletin=bulletin.id, why=no.why)
            async with self._database.transaction() as store:
                await outgoing.failed(store, bulletin, no.why, now)

    async def _sounds(self, bulletin: Bulletin) -> Sequence[Path]:
        """The whole and each item, all cut from what was approved. Nobody is named in them."""
        from audio.mp3 import marks_of  # it brings in all of the sound: not before it is asked

        source = await self._gallery.find(bulletin.approved.voice(), WRITTEN_IN)
        if source is None:
            raise NotPut(NO_SOUND)
        marks = await asyncio.to_thread(marks_of, source)
        try:
            whole = about(self._words, self._org, bulletin, last_second(bulletin, marks))
        except Unending:
            raise NotPut(NO_SOUND) from None
        items = bulletin.approved.items
        parts = [
            replace(whole, title=title, number=number, start=mark.start, end=mark.end)
            for number, ((title, _), mark) in enumerate(zip(items, marks[1:], strict=False), 1)
        ]
        if len(parts) != len(items):
            raise NotPut(NO_SOUND)
        return [await self._mp3(source, one) for one in (whole, *parts)]

    async def _mp3(self, source: Path, said: About) -> Path:
        made = await self._forms.get(source, "mp3", said)
        if made is None:
            raise NotPut(NO_SOUND)
        return made


def put_file(sound: Path, target: Path) -> None:
    """Copy it beside its place first, then into it: nobody ever plays half a bulletin."""
    part = target.with_name(f".{target.name}.part")
    try:
        with sound.open("rb") as given, part.open("wb") as copy:
            shutil.copyfileobj(given, copy)
            copy.flush()
            os.fsync(copy.fileno())
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _why(problem: OSError) -> str:
    if problem.errno in FULL:
        return "outlets.folder_full"
    return "outlets.folder_away" if problem.errno in AWAY else "outlets.folder_closed"


def why_closed(folder: Path) -> str:
    """What is wrong with the folder (a text's key), "" when it takes files."""
    if not folder.is_dir():
        return "outlets.folder_away"
    return "" if os.access(folder, os.W_OK) else "outlets.folder_closed"
