"""Slots: the promise that what is due at a time happens once, however many processes tick."""

from datetime import datetime

from sqlalchemy import select

from storage.store import Store
from storage.tables import slots


async def claim(store: Store, job: str, due_at: datetime, now: datetime) -> bool:
    """Take this slot; False when it was taken. The effect belongs in the same transaction."""
    return await store.add_new(slots, job=job, due_at=due_at, claimed_at=now)


async def is_claimed(store: Store, job: str, due_at: datetime) -> bool:
    """Whether this slot was taken."""
    mine = (slots.c.job == job) & (slots.c.due_at == due_at)
    return await store.one(select(slots.c.job).where(mine)) is not None
