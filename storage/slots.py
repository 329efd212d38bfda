"""Slots: the promise that what is due at a time happens once, however many processes tick."""

from datetime import datetime

from sqlalchemy import bindparam, select

from storage.store import Store
from storage.tables import slots

_CLAIMED = select(slots.c.job).where(
    slots.c.job == bindparam("of"), slots.c.due_at == bindparam("due")
)


async def claim(store: Store, job: str, due_at: datetime, now: datetime) -> bool:
    """Take this slot; False when it was taken. The effect belongs in the same transaction."""
    return await store.add_new(slots, job=job, due_at=due_at, claimed_at=now)


async def is_claimed(store: Store, job: str, due_at: datetime) -> bool:
    """Whether this slot was taken."""
    return await store.one(_CLAIMED, of=job, due=due_at) is not None
