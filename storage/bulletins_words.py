"""How a unit reads hard words: its own readings, one for each token."""

from sqlalchemy import ColumnElement, bindparam, delete, select, update

from rules.bulletins_words import KnownReading
from storage.store import Store
from storage.tables import readings

_OWN = select(readings).where(readings.c.unit_id == bindparam("unit"))


async def readings_of(store: Store, unit_id: int) -> dict[str, str]:
    """A unit's own readings: token and how it is spoken."""
    rows = await store.all(_OWN, unit=unit_id)
    return {row["token"]: row["spoken"] for row in rows}


async def reading_of(store: Store, unit_id: int, token: str) -> KnownReading | None:
    """A unit's own reading of a token, and where it came from."""
    row = await store.one(select(readings).where(_this(unit_id, token)))
    return KnownReading(row["spoken"], row["earlier"] or "", row["context"] or "") if row else None


async def keep_reading(
    store: Store, unit_id: int, token: str, spoken: str, member_id: int, context: str = ""
) -> str:
    """Remember how a token is read; a later reading takes the place of an earlier one, which is
    told ("" when there was none or the same). `context`: the words it stands among."""
    before = await reading_of(store, unit_id, token)
    earlier = before.spoken if before and before.spoken != spoken else ""
    values = {"spoken": spoken, "added_by": member_id, "earlier": earlier or None}
    known = context or (before.context if before else "")
    values["context"] = known or None
    if not await store.add_new(readings, unit_id=unit_id, token=token, **values):
        await store.run(update(readings).where(_this(unit_id, token)).values(**values))
    return earlier


async def forget_reading(store: Store, unit_id: int, token: str) -> None:
    """Forget how a token is read."""
    await store.run(delete(readings).where(_this(unit_id, token)))


def _this(unit_id: int, token: str) -> ColumnElement[bool]:
    return (readings.c.unit_id == unit_id) & (readings.c.token == token)
