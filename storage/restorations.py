"""Restorations: books that came back from a backup say nothing by themselves until released."""

from datetime import datetime

from sqlalchemy import select, text, update

from storage.postgres_copy import UNSETTLED
from storage.store import Store
from storage.tables import restorations

_PAUSED = select(restorations.c.id).where(restorations.c.released_at.is_(None)).limit(1)


async def begin(store: Store, copied_at: datetime, now: datetime) -> None:
    """From now on the books are paused; they are settled."""
    await store.add(restorations, copied_at=copied_at, restored_at=now)
    await store.run(text(f"DROP TABLE IF EXISTS {UNSETTLED}"))


async def paused(store: Store) -> bool:
    """Whether nothing may be sent and nothing may fall due."""
    return await store.one(_PAUSED) is not None


async def release(store: Store, now: datetime) -> bool:
    """Let the books speak again; False when they were not paused."""
    waiting = restorations.c.released_at.is_(None)
    return await store.run(update(restorations).where(waiting).values(released_at=now)) > 0
