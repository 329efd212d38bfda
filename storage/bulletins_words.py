"""How a unit reads hard words: its own readings, one for each token."""

from sqlalchemy import delete, select, update

from storage.store import Store
from storage.tables import readings


async def readings_of(store: Store, unit_id: int) -> dict[str, str]:
    """A unit's own readings: token and how it is spoken."""
    rows = await store.all(select(readings).where(readings.c.unit_id == unit_id))
    return {row["token"]: row["spoken"] for row in rows}


async def keep_reading(store: Store, unit_id: int, token: str, spoken: str, member_id: int) -> None:
    """Remember how a token is read; a later reading takes the place of an earlier one."""
    this = (readings.c.unit_id == unit_id) & (readings.c.token == token)
    values = {"spoken": spoken, "added_by": member_id}
    if not await store.add_new(readings, unit_id=unit_id, token=token, **values):
        await store.run(update(readings).where(this).values(**values))


async def forget_reading(store: Store, unit_id: int, token: str) -> None:
    """Forget how a token is read."""
    this = (readings.c.unit_id == unit_id) & (readings.c.token == token)
    await store.run(delete(readings).where(this))
