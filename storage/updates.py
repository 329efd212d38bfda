"""Updates that came in: which were taken, which are being tried, which were set aside."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

from sqlalchemy import bindparam, delete, select, update

from storage.store import Row, Store
from storage.tables import seen_updates

Began = Literal["first", "suspect", "ended"]
_KNOWN: Mapping[object, Began] = {"begun": "suspect", "alone": "ended"}
_KEY = seen_updates.c.key == bindparam("update")
_STATE = seen_updates.c.state
_BEGUN = update(seen_updates).where(_KEY, (_STATE == "begun") | (_STATE == "alone"))
_TAKEN, _ALONE = _BEGUN.values(state="taken"), _BEGUN.values(state="alone")


async def first_time(store: Store, key: str, now: datetime) -> bool:
    """Record an update as taken; False when it was taken before or set aside."""
    if await store.add_new(seen_updates, key=key, state="taken", failures=0, at=now):
        return True
    return await store.run(_TAKEN, update=key) == 1


async def begin(store: Store, key: str, now: datetime) -> Began:
    """Record that an update is about to be tried, and say what is known of it: "suspect" when it
    was begun before and never ended, "ended" when it was alone at that, so that it ended the
    process."""
    if await store.add_new(seen_updates, key=key, state="begun", failures=0, at=now):
        return "first"
    state = await store.value(select(seen_updates.c.state).where(seen_updates.c.key == key))
    return _KNOWN.get(state, "first")


async def try_alone(store: Store, key: str) -> None:
    """Record that a suspect is about to be tried with nothing beside it."""
    await store.run(_ALONE, update=key)


async def set_aside(store: Store, key: str, failures: int, now: datetime) -> bool:
    """Give an update up after so many failures; it takes no effect any more. False when it was
    taken after all: its commit was on its way when patience ended."""
    state = await store.value(select(seen_updates.c.state).where(seen_updates.c.key == key))
    if state == "taken":
        return False
    await store.put(seen_updates, "key", key=key, state="aside", failures=failures, at=now)
    return True


async def aside(store: Store) -> Sequence[Row]:
    """What was set aside (key, failures, at), the newest first."""
    chosen = select(seen_updates).where(seen_updates.c.state == "aside")
    return await store.all(chosen.order_by(seen_updates.c.at.desc()))


async def forget(store: Store, before: datetime) -> int:
    """Forget what came in before that moment; how many there were."""
    return await store.run(delete(seen_updates).where(seen_updates.c.at < before))
