"""The pace that processes on one PostgreSQL share, by that server's clock."""

from typing import Any

from sqlalchemy import Float, bindparam, cast, delete, extract, func
from sqlalchemy.dialects.postgresql import insert

from storage.store import Store
from storage.tables import paces

LONG_AGO = 60.0  # seconds after which a person's last moment is of no interest
_CLOCK = cast(extract("epoch", func.clock_timestamp()), Float)


async def reserve(
    store: Store, messenger: str, address: str, per_person: float, between: float
) -> float:
    """Take the next free moment for this address, in the messenger's shared pace unless `between`
    is 0; in how many seconds it is. A pause stands in the shared pace."""
    own = await _take(store, f"{messenger}/{address}", per_person)
    shared = await _take(store, messenger, between) if between else 0.0
    return max(own, shared, 0.0)


async def pause(store: Store, messenger: str, seconds: float) -> None:
    """Nobody's moment at that messenger is before that many seconds have passed."""
    await store.run(_PAUSE, name=messenger, seconds=seconds)


async def forget(store: Store) -> None:
    """Forget whom nothing was sent to lately."""
    await store.run(delete(paces).where(paces.c.free_at < _CLOCK - LONG_AGO))


async def _take(store: Store, name: str, gap: float) -> float:
    row = await store.one(_TAKE, name=name, gap=gap)
    assert row is not None
    return float(row["wait"])


def _upsert(first: Any, later: Any) -> Any:
    return (
        insert(paces)
        .values(name=bindparam("name"), free_at=first)
        .on_conflict_do_update(index_elements=["name"], set_={"free_at": later})
    )


_GAP, _SECONDS = bindparam("gap", type_=Float), bindparam("seconds", type_=Float)
_TAKE = _upsert(_CLOCK + _GAP, func.greatest(paces.c.free_at, _CLOCK) + _GAP).returning(
    (paces.c.free_at - _GAP - _CLOCK).label("wait")
)
_PAUSE = _upsert(_CLOCK + _SECONDS, func.greatest(paces.c.free_at, _CLOCK + _SECONDS))
