"""Files that come in: fetched before the turn opens the books, so no network wait holds them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from audio.forms import Forms
from bot.doors import Door, Incoming, NotDelivered, Uncertain
from bot.gallery import Gallery
from handlers.dialog import File
from storage.media import Kept

MOST = 20 * 1024 * 1024  # the messenger hands out no larger file
OPUS = "audio/ogg"  # what every messenger plays as a voice
DOCUMENTS = (".txt", ".docx", ".pdf", ".docm", ".doc")


@dataclass(frozen=True)
class Reading:
    """What a document says, or the key of the reason it cannot be read."""

    text: str = ""
    problem: str = ""
    items: Sequence[tuple[str, str]] = ()
    left_out: Sequence[tuple[str, str]] = ()


ReadDocument = Callable[[Path, str], Awaitable[Reading]]


class Receiving:
    """Fetches, keeps and, for documents, reads what people send."""

    def __init__(self, gallery: Gallery, read_document: ReadDocument, forms: Forms) -> None:
        self._gallery = gallery
        self._read = read_document
        self._forms = forms

    async def __call__(self, door: Door, incoming: Incoming) -> File | None:
        """The file of this update; one that is too big or will not come has its problem said."""
        remote = incoming.file
        if remote is None:
            return None
        if remote.size > MOST:
            return File(remote.kind, None, remote.name, remote.size, problem="lost.file_too_big")
        is_read = remote.kind == "document" and remote.name.lower().endswith(DOCUMENTS)
        if is_read:  # it takes a moment to come and to be read
            await door.reading(incoming.address)
        try:
            data = await door.fetch(remote)
            kept = await self._gallery.receive(
                remote.kind, remote.name, remote.mime, remote.seconds, data
            )
            if remote.kind == "voice" and remote.mime != OPUS:
                kept = await self._as_opus(kept)
        except (NotDelivered, Uncertain, OSError):  # not sent to us, or no room to keep it
            return File(remote.kind, None, remote.name, remote.size, problem="lost.file_not_here")
        reading = Reading()
        if is_read:
            reading = await self._read(self._gallery.path(kept), remote.name)
        return File(
            remote.kind,
            kept.id,
            remote.name,
            len(data),
            reading.text,
            reading.problem,
            reading.items,
            reading.left_out,
        )

    async def _as_opus(self, kept: Kept) -> Kept:
        """The same voice as all messengers play it; as it came when it is no sound."""
        made = await self._forms.get(self._gallery.path(kept), "ogg")
        if made is None:
            return kept
        data = await asyncio.to_thread(made.read_bytes)
        return await self._gallery.receive("voice", "voice.ogg", OPUS, kept.seconds or 0, data)
