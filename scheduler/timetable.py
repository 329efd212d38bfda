"""Slots: what is due is claimed once, run once, and when late follows its written rule."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from storage import restorations, slots
from storage.engine import Database
from storage.store import Store

log = structlog.get_logger()
SEEN_BY = timedelta(minutes=10)
Due = tuple[int, datetime]  # which one, and since when


@dataclass(frozen=True)
class Job:
    """One kind of thing that falls due.

    `due` lists what is due by now; `run` does one of them, in the same transaction as its claim.
    `late`: how long after its time it is still worth doing; None means whenever we wake up.
    `before`: what has to be ready first and takes long; it may change what becomes of it.
    `after`: what takes long and is no part of the books; done when the claim is committed.
    """

    name: str
    due: Callable[[Store, datetime], Awaitable[Sequence[Due]]]
    run: Callable[[Store, int, datetime], Awaitable[None]]
    late: timedelta | None = None
    after: Callable[[datetime], Awaitable[None]] | None = None
    before: Callable[[int, datetime], Awaitable[None]] | None = None


class Timetable:
    """Every job; keeps no state of its own."""

    def __init__(self, database: Database, jobs: Sequence[Job]) -> None:
        self._database = database
        self._jobs = jobs
        self.skipped = 0  # slots that came too late to be worth doing

    async def tick(self, now: datetime) -> int:
        """Do everything that is due; how many slots were run. One failing job stops no other."""
        return sum([await self._all_of(job, now) for job in self._jobs])

    async def overdue(self, now: datetime) -> int:
        """How many things are due for longer than a running handbook needs to see them."""
        found = 0
        async with self._database.transaction() as store:
            for job in self._jobs:
                due = await job.due(store, now)
                found += sum([await self._is_open(store, job, *one, now) for one in due])
        return found

    async def _is_open(
        self, store: Store, job: Job, subject: int, due_at: datetime, now: datetime
    ) -> bool:
        claimed = await slots.is_claimed(store, f"{job.name}:{subject}", due_at)
        return not claimed and now - due_at > SEEN_BY

    async def _all_of(self, job: Job, now: datetime) -> int:
        try:
            async with self._database.transaction() as store:
                due = [] if await restorations.paused(store) else await job.due(store, now)
        except Exception as problem:
            log.error("nobody knows what is due", job=job.name, kind=type(problem).__name__)
            return 0
        return sum([await self._one(job, one, moment, now) for one, moment in due])

    async def _one(self, job: Job, subject: int, due_at: datetime, now: datetime) -> bool:
        try:
            if job.before is not None:
                await job.before(subject, now)
            async with self._database.transaction() as store:
                if not await slots.claim(store, f"{job.name}:{subject}", due_at, now):
                    return False
                if job.late is not None and now - due_at > job.late:
                    self.skipped += 1
                    log.warning("slot skipped", job=job.name, subject=subject)
                    return False
                await job.run(store, subject, now)
            if job.after is not None:
                await job.after(now)
        except Exception as problem:
            log.error("slot failed", job=job.name, subject=subject, kind=type(problem).__name__)
            return False
        return True
