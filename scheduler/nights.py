"""What is done every night, or in the morning by a handbook that was asleep."""

from collections.abc import Awaitable, Callable
from datetime import datetime, time, timedelta

from scheduler.timetable import Due, Job
from storage import slots
from storage.store import Store

A_DAY = timedelta(days=1)
Deed = Callable[[Store, datetime], Awaitable[object]]


def every_night(
    name: str,
    clock: time,
    deed: Deed | None = None,
    *,
    after: Callable[[datetime], Awaitable[None]] | None = None,
) -> Job:
    """A job that falls due once a day at that time of day in the organisation's zone."""

    async def due(store: Store, now: datetime) -> list[Due]:
        moment = store.org.last(clock, now)
        return [] if await slots.is_claimed(store, f"{name}:0", moment) else [(0, moment)]

    async def run(store: Store, _subject: int, now: datetime) -> None:
        if deed is not None:
            await deed(store, now)

    return Job(name, due, run, A_DAY, after)
