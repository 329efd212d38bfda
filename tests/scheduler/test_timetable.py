"""What is due happens once: beside other processes, late, and whatever the clock does."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import func, select

from bot.clock import utc_now
from bot.voices import with_voice
from rules.organisation import Organisation
from scheduler.clock import start_ticking
from scheduler.jobs import JOBS, every_job
from scheduler.nights import every_night
from scheduler.timetable import Due, Job, Timetable
from services import polls_opening, polls_writing
from storage import audit, deliveries, tables
from storage.engine import Database
from storage.store import Store
from tests.clock import ZONE
from tests.meeting import called, starts
from tests.ward import Ward

ROOT = Path(__file__).parents[2]
TWO_HOURS = timedelta(hours=2)


class Bell:
    """Something that falls due at its hours, and is heard each time it rings."""

    def __init__(self, database: Database, *hours: datetime, late: timedelta | None = None) -> None:
        self.hours = hours
        self.rung: list[datetime] = []
        self.timetable = Timetable(database, [Job("bell", self._due, self._ring, late)])

    async def _due(self, _store: Store, now: datetime) -> Sequence[Due]:
        return [(number, hour) for number, hour in enumerate(self.hours) if hour <= now]

    async def _ring(self, _store: Store, number: int, _now: datetime) -> None:
        self.rung.append(self.hours[number])


async def _causes(database: Database, like: str) -> int:
    """How many deliveries of such a cause were left."""
    async with database.transaction() as store:
        chosen = tables.deliveries.c.cause.like(like)
        return int(await store.value(select(func.count()).where(chosen)))


# --- the clock jumps -------------------------------------------------------------------------


@pytest.mark.fault(32)
async def test_a_clock_that_is_set_back_rings_nothing_twice(
    database: Database, now: datetime
) -> None:
    bell = Bell(database, now)
    for ahead in (0, 3600, -1, 0, 7200, -86400, 1):
        await bell.timetable.tick(now + timedelta(seconds=ahead))

    assert bell.rung == [now]


@pytest.mark.fault(32)
async def test_a_clock_that_runs_ahead_for_a_moment_leaves_the_rest_to_its_hour(
    database: Database, ward: Ward, now: datetime
) -> None:
    """An hour ahead and back: what was not due is still to come, what was is not done again."""
    bell = Bell(database, now + timedelta(minutes=30), now + timedelta(hours=5))
    await bell.timetable.tick(now + timedelta(hours=1))
    await bell.timetable.tick(now)
    await bell.timetable.tick(now + timedelta(hours=5))

    assert bell.rung == [*bell.hours]


@pytest.mark.fault(32)
@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1), timedelta(days=400)])
async def test_a_poll_closes_at_its_hour_and_once_although_the_clock_jumps(
    database: Database, ward: Ward, now: datetime, jump: timedelta
) -> None:
    closes = now + timedelta(hours=10)
    async with database.transaction() as store:
        poll_id = await _opened(store, ward, closes, now)
    timetable = Timetable(database, JOBS)
    with time_machine.travel(now, tick=False) as clock:
        await timetable.tick(utc_now())
        clock.move_to(now + jump)
        await timetable.tick(utc_now())
        clock.move_to(now)
        await timetable.tick(utc_now())
        early = await _closings(database, poll_id)
        clock.move_to(closes + timedelta(seconds=1))
        await timetable.tick(utc_now())

    assert early == (1 if now + jump > closes else 0)
    assert await _closings(database, poll_id) == 1
    async with database.transaction() as store:
        told = await deliveries.counts(store, f"poll:{poll_id}:result")
    assert sum(told.values()) == 6, "everyone on the roll was told once"


async def _opened(store: Store, ward: Ward, closes: datetime, now: datetime) -> int:
    binh = await ward.person(store, "binh")
    draft = await polls_writing.take_question(store, binh, "Trồng cây?", now)
    await polls_writing.take_options(store, binh, draft.id, None)
    await polls_writing.take_threshold(store, binh, draft.id, "more_than_half")
    await polls_writing.take_base(store, binh, draft.id, "roll")
    await polls_opening.ask(store, binh, draft.id, "full", now)
    await polls_writing.take_close(store, binh, draft.id, closes, now)
    return (await polls_opening.open_now(store, binh, draft.id, now)).id


async def _closings(database: Database, poll_id: int) -> int:
    async with database.transaction() as store:
        closed = (tables.audit.c.action == "closed") & (tables.audit.c.subject_id == poll_id)
        return int(await store.value(select(func.count()).where(closed)))


# --- asleep ----------------------------------------------------------------------------------


@pytest.mark.fault(33)
@pytest.mark.parametrize(
    ("late", "asleep", "rings"),
    [
        (None, timedelta(days=30), 1),
        (TWO_HOURS, timedelta(minutes=119), 1),
        (TWO_HOURS, timedelta(hours=2), 1),
        (TWO_HOURS, timedelta(minutes=121), 0),
    ],
)
async def test_what_was_slept_through_follows_its_rule(
    database: Database, now: datetime, late: timedelta | None, asleep: timedelta, rings: int
) -> None:
    bell = Bell(database, now, late=late)
    for _ in range(3):
        await bell.timetable.tick(now + asleep)

    assert len(bell.rung) == rings
    assert bell.timetable.skipped == 1 - rings


@pytest.mark.fault(33)
async def test_a_week_asleep_is_one_night_to_catch_up_with(
    database: Database, now: datetime
) -> None:
    nights: list[datetime] = []

    async def work(_store: Store, moment: datetime) -> None:
        nights.append(moment)

    timetable = Timetable(database, [every_night("work", time(2, 30), work)])
    await timetable.tick(now)
    for minutes in range(3):
        await timetable.tick(now + timedelta(days=7, minutes=minutes))

    assert len(nights) == 2


@pytest.mark.fault(33)
async def test_a_meeting_that_was_slept_through_is_not_announced_any_more(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
    timetable = Timetable(database, JOBS)
    await timetable.tick(starts(now) + timedelta(hours=3))

    assert await _causes(database, f"meeting:{meeting.id}:two%") == 0


# --- beside others ---------------------------------------------------------------------------

ANOTHER = """
import asyncio, sys
from datetime import datetime
from rules.organisation import Organisation
from storage.engine import Database
from scheduler.timetable import Job, Timetable
from storage import audit

NOW = datetime.fromisoformat(sys.argv[2])

async def due(_store, now):
    return [(number, NOW) for number in range(100)]

async def run(store, number, now):
    await audit.note(store, now, None, "rung", "bell", number)

async def main():
    books = Database(sys.argv[1], Organisation())
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    print(await Timetable(books, [Job("bell", due, run)]).tick(NOW), flush=True)
    await books.close()

asyncio.run(main())
"""


@pytest.mark.fault(34)
async def test_a_hundred_slots_are_run_once_by_two_processes(
    database: Database, now: datetime
) -> None:
    url = database.url.render_as_string(False)
    pipe = asyncio.subprocess.PIPE
    words = (sys.executable, "-c", ANOTHER, url, now.isoformat())
    two = [
        await asyncio.create_subprocess_exec(*words, cwd=ROOT, stdin=pipe, stdout=pipe)
        for _ in range(2)
    ]
    for one in two:
        assert one.stdout is not None
        assert await one.stdout.readline() == b"ready\n"
    ran = [int((await one.communicate(b"go\n"))[0]) for one in two]

    async with database.transaction() as store:
        rung = await store.values(
            select(tables.audit.c.subject_id).where(tables.audit.c.action == "rung")
        )
    assert sorted(rung) == list(range(100))
    assert sum(ran) == 100


@pytest.mark.fault(34)
async def test_timetables_that_tick_at_once_share_the_slots(
    database: Database, now: datetime
) -> None:
    bells = [Bell(database, *[now] * 20) for _ in range(4)]
    ran = await asyncio.gather(*(one.timetable.tick(now) for one in bells))

    assert sum(ran) == sum(len(one.rung) for one in bells) == 20


# --- what fails ------------------------------------------------------------------------------


async def test_a_job_that_fails_keeps_its_slot_for_the_next_tick_and_stops_no_other(
    database: Database, now: datetime
) -> None:
    failing = True
    done: list[str] = []

    async def due(_store: Store, _now: datetime) -> Sequence[Due]:
        return [(0, now)]

    async def fails(store: Store, _subject: int, moment: datetime) -> None:
        await audit.note(store, moment, None, "half done", "bell", 0)
        if failing:
            raise RuntimeError
        done.append("first")

    async def works(*_: object) -> None:
        done.append("second")

    timetable = Timetable(database, [Job("first", due, fails), Job("second", due, works)])
    await timetable.tick(now)
    assert done == ["second"]
    failing = False
    await timetable.tick(now)

    assert done == ["second", "first"]
    async with database.transaction() as store:
        assert len(await store.all(select(tables.audit))) == 1


async def test_a_job_that_cannot_say_what_is_due_stops_no_other(
    database: Database, now: datetime
) -> None:
    async def broken(_store: Store, _now: datetime) -> Sequence[Due]:
        raise RuntimeError

    bell = Bell(database, now)
    jobs = [Job("broken", broken, bell._ring), Job("bell", bell._due, bell._ring)]
    await Timetable(database, jobs).tick(now)

    assert bell.rung == [now]


async def test_the_ticker_goes_on_after_a_tick_that_failed() -> None:
    ticked = 0
    enough = asyncio.Event()

    async def tick() -> None:
        nonlocal ticked
        ticked += 1
        if ticked == 3:
            enough.set()
        raise RuntimeError

    ticker = start_ticking(tick, 0.01)
    async with asyncio.timeout(10):
        await enough.wait()
    ticker.shutdown(wait=False)


# --- the ends of months ----------------------------------------------------------------------


@pytest.fixture
def speaking(database: Database) -> Database:
    """The books of an organisation with a voice."""
    database.org = with_voice(database.org)
    return database


@pytest.mark.fault(35)
async def test_every_month_has_one_bulletin_at_hand_also_over_a_leap_day(
    speaking: Database, ward: Ward
) -> None:
    """From November 2027 on, looked at about every turn of the month; 2028 has a 29th of
    February."""
    timetable = Timetable(speaking, JOBS)
    begun = datetime(2027, 11, 1, 2, 0, tzinfo=UTC)
    for moment in (begun + timedelta(days=day) for day in range(400)):
        if moment.day in (1, 4, 5, 28, 29, 30, 31):
            await timetable.tick(moment)

    async with speaking.transaction() as store:
        found = await store.all(select(tables.bulletins.c.month, tables.bulletins.c.due_at))
    months = sorted(row["month"] for row in found)
    assert months == [date(2027 + (10 + n) // 12, (10 + n) % 12 + 1, 1) for n in range(14)]
    due = {(row["due_at"].astimezone(ZONE) - timedelta(days=4)).date() for row in found}
    assert due == set(months), "each on the fifth of its month"


@pytest.mark.fault(35)
@pytest.mark.parametrize(
    ("moment", "last"),
    [
        ((2028, 3, 1, 2, 29), (2028, 2, 29, 2, 30)),
        ((2028, 3, 1, 2, 30), (2028, 3, 1, 2, 30)),
        ((2027, 3, 1, 0, 0), (2027, 2, 28, 2, 30)),
        ((2027, 1, 1, 1, 0), (2026, 12, 31, 2, 30)),
        ((2026, 12, 31, 23, 59), (2026, 12, 31, 2, 30)),
    ],
)
def test_the_night_before_is_found_over_every_end(
    moment: tuple[int, ...], last: tuple[int, ...]
) -> None:
    now = datetime(*moment, tzinfo=ZONE)  # type: ignore[arg-type]

    assert Organisation().last(time(2, 30), now) == datetime(*last, tzinfo=ZONE)  # type: ignore[arg-type]


def test_every_job_has_a_name_of_its_own() -> None:
    async def nothing(*_: object) -> None: ...

    names = [job.name for job in every_job(nothing, nothing, nothing)]

    assert len(set(names)) == len(names)
