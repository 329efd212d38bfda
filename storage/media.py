"""Files: kept once by their fingerprint, with the id each messenger gave them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from storage.store import Store, read
from storage.tables import media


@dataclass(frozen=True)
class Kept:
    """A file we keep. `remote` holds, per messenger, the id it can be sent by without an upload."""

    id: int
    fingerprint: str
    kind: str
    path: str | None
    name: str | None
    mime: str | None
    size: int | None
    seconds: int | None
    remote: dict[str, str]

    @property
    def sounds(self) -> bool:
        """Whether this is something to listen to."""
        return self.kind in ("voice", "audio") or (self.mime or "").startswith("audio/")


_GET = select(media).where(media.c.id == bindparam("file"))
_BY_FINGERPRINT = select(media).where(media.c.fingerprint == bindparam("print"))


async def get(store: Store, media_id: int) -> Kept | None:
    """One file."""
    row = await store.one(_GET, file=media_id)
    return read(Kept, row) if row else None


async def by_fingerprint(store: Store, fingerprint: str) -> Kept | None:
    """The file with that fingerprint, if we keep it."""
    row = await store.one(_BY_FINGERPRINT, print=fingerprint)
    return read(Kept, row) if row else None


async def keep(store: Store, fingerprint: str, kind: str, now: datetime, **values: Any) -> Kept:
    """Keep a file; one that is kept already comes back as it is."""
    await store.add_new(
        media, fingerprint=fingerprint, kind=kind, created_at=now, **{"remote": {}, **values}
    )
    kept = await by_fingerprint(store, fingerprint)
    assert kept is not None
    return kept


async def uploaded(store: Store, media_id: int, messenger: str, remote_id: str) -> None:
    """Remember the id a messenger gave to a file."""
    row = await store.one(select(media.c.remote).where(media.c.id == media_id).with_for_update())
    if row is not None:
        remote = {**row["remote"], messenger: remote_id}
        await store.run(update(media).where(media.c.id == media_id).values(remote=remote))
