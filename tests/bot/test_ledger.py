"""Changes that share a commit: all of them, each for itself."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

import pytest

from bot.ledger import Ledger
from storage import slots
from storage.engine import Database
from storage.store import Store

JOBS = [f"job {n}" for n in range(20)]


class Counting:
    """Books that count their transactions."""

    def __init__(self, database: Database) -> None:
        self.database, self.commits = database, 0

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Store]:
        """One transaction."""
        async with self.database.transaction() as store:
            yield store
        self.commits += 1


async def _claimed(database: Database, now: datetime) -> list[str]:
    async with database.transaction() as store:
        return [one for one in JOBS if await slots.is_claimed(store, one, now)]


async def test_what_comes_while_one_is_written_shares_a_commit(
    database: Database, now: datetime
) -> None:
    books = Counting(database)
    ledger = Ledger(books)  # type: ignore[arg-type]
    done = await asyncio.gather(
        *(ledger.write(lambda store, job=job: slots.claim(store, job, now, now)) for job in JOBS)
    )

    assert done == [True] * len(JOBS), "each hears what became of its own"
    assert await _claimed(database, now) == JOBS
    assert books.commits <= 2


async def test_one_that_fails_is_no_harm_to_the_others(database: Database, now: datetime) -> None:
    ledger = Ledger(database)

    async def fails(store: Store) -> None:
        await slots.claim(store, JOBS[3], now, now)
        raise ZeroDivisionError

    async def claims(store: Store, job: str) -> bool:
        return await slots.claim(store, job, now, now)

    changes = [ledger.write(lambda store, job=job: claims(store, job)) for job in JOBS[:3]]
    *rest, failed = await asyncio.gather(*changes, ledger.write(fails), return_exceptions=True)

    assert rest == [True] * 3
    assert isinstance(failed, ZeroDivisionError)
    assert await _claimed(database, now) == JOBS[:3]


async def test_nobody_goes_on_before_it_is_committed(database: Database, now: datetime) -> None:
    ledger = Ledger(database)
    for job in JOBS[:5]:
        await ledger.write(lambda store, job=job: slots.claim(store, job, now, now))
        assert job in await _claimed(database, now)


async def test_whoever_is_cancelled_leaves_the_ledger_in_order(
    database: Database, now: datetime
) -> None:
    ledger = Ledger(database)

    async def hangs(store: Store) -> None:
        await asyncio.Event().wait()

    hanging = asyncio.ensure_future(ledger.write(hangs))
    await asyncio.sleep(0)
    hanging.cancel()
    with pytest.raises(asyncio.CancelledError):
        await hanging
    assert await ledger.write(lambda store: slots.claim(store, JOBS[0], now, now))
