"""One commit for all who waited: each is told the truth about its own part."""

import asyncio
import gc
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from rules.organisation import Organisation
from storage import units
from storage.engine import Database
from storage.on_sqlite import JOURNAL, RoundLost


@pytest.fixture
def file(tmp_path: Path, empty_sqlite: Path) -> Path:
    """Books without a line."""
    return Path(shutil.copy(empty_sqlite, tmp_path / "sotay.db"))


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    """Those books, open."""
    database = Database(f"sqlite+aiosqlite:///{file}", Organisation())
    yield database
    await database.close()


@pytest.fixture
def other(file: Path) -> Iterator[sqlite3.Connection]:
    """Another process at the same books."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        yield connection


def written(other: sqlite3.Connection) -> set[str]:
    """What is on the disk: nobody else sees what is not committed."""
    return {name for (name,) in other.execute("SELECT name FROM units")}


async def writes(database: Database, name: str, problem: BaseException | None = None) -> None:
    async with database.transaction() as store:
        await units.found(store, name, None)
        if problem is not None:
            raise problem


async def test_those_who_wait_share_a_commit(database: Database, other: sqlite3.Connection) -> None:
    said: list[str] = []
    async with database.transaction() as store:
        store._connection._books.set_trace_callback(said.append)  # type: ignore[union-attr]

    await asyncio.gather(*(writes(database, f"Chi bộ {number}") for number in range(20)))

    assert len(written(other)) == 20
    assert said.count("BEGIN IMMEDIATE") == 1
    assert said.count("COMMIT") == 2, "that of the transaction before, and one for all of them"


async def test_what_fails_undoes_nothing_but_itself(
    database: Database, other: sqlite3.Connection
) -> None:
    ended = await asyncio.gather(
        writes(database, "một"),
        writes(database, "hai", ValueError("made to fail")),
        writes(database, "ba"),
        return_exceptions=True,
    )

    assert [type(one) for one in ended] == [type(None), ValueError, type(None)]
    assert written(other) == {"một", "ba"}


async def test_nobody_is_told_before_it_is_on_the_disk(
    database: Database, other: sqlite3.Connection
) -> None:
    async def told(name: str) -> bool:
        await writes(database, name)
        return name in written(other)

    assert all(await asyncio.gather(*(told(f"Chi bộ {number}") for number in range(9))))


async def test_all_hear_it_when_the_disk_undoes_the_whole(
    database: Database, other: sqlite3.Connection
) -> None:
    async def meets_a_full_disk() -> None:
        async with database.transaction() as store:
            await units.found(store, "hai", None)
            await store.run(text("ROLLBACK"))  # what SQLite does by itself then

    ended = await asyncio.gather(
        writes(database, "một"),
        meets_a_full_disk(),
        writes(database, "ba"),
        return_exceptions=True,
    )

    assert [type(one) for one in ended] == [RoundLost] * 3
    assert written(other) == set()
    await writes(database, "bốn")
    assert written(other) == {"bốn"}


async def test_who_leaves_the_line_leaves_the_others_in_it(
    database: Database, other: sqlite3.Connection
) -> None:
    async with database.transaction():
        impatient = asyncio.ensure_future(writes(database, "một"))
        patient = asyncio.ensure_future(writes(database, "hai"))
        await asyncio.sleep(0)  # both stand in line
        impatient.cancel()
    await asyncio.gather(impatient, patient, return_exceptions=True)

    assert impatient.cancelled()
    assert written(other) == {"hai"}


async def test_the_file_is_given_back_only_when_all_is_written(
    file: Path, other: sqlite3.Connection, caplog: pytest.LogCaptureFixture
) -> None:
    database = Database(f"sqlite+aiosqlite:///{file}", Organisation())
    written_down = asyncio.ensure_future(writes(database, "một"))
    with pytest.raises(ValueError):
        await writes(database, "hai", ValueError("made to fail"))

    await database.close()
    await written_down
    gc.collect()

    assert written(other) == {"một"}
    assert caplog.records == []  # no task failed with nobody to hear it


async def test_the_loop_goes_on_while_another_process_writes(
    database: Database, other: sqlite3.Connection
) -> None:
    await database.answer()  # the file is open
    other.execute("BEGIN IMMEDIATE")
    waits = asyncio.ensure_future(writes(database, "một"))
    for _ in range(100):
        await asyncio.sleep(0)  # the loop's turns, a hundred of them
    assert not waits.done()

    other.execute("COMMIT")
    await waits

    assert written(other) == {"một"}


@pytest.mark.fault(10)
async def test_a_journal_that_somebodys_reading_let_grow_shrinks_again(
    database: Database, file: Path, other: sqlite3.Connection
) -> None:
    await writes(database, "before")
    other.execute("BEGIN")
    written(other)
    await writes(database, "x" * (JOURNAL + 2**20))
    grown = await database.journal()
    other.execute("COMMIT")
    freed = await database.journal()
    await writes(database, "y")
    small = await database.journal()

    assert grown is not None
    assert min(grown.size, grown.held) > JOURNAL
    assert freed is not None
    assert (freed.size, freed.held) == (grown.size, 0)
    assert small is not None
    assert small.size <= JOURNAL
