"""Copies of the live books: whole, proved, and readable again, on each engine."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import pytest

from storage import backups, sqlite_file, updates
from storage.engine import Database
from storage.postgres_copy import MissingProgram
from storage.sqlite_file import Damaged, NotCopied
from tests.ward import PEOPLE, Ward

pytestmark = pytest.mark.usefixtures("postgres_programs")


async def test_a_copy_has_every_row(database: Database, ward: Ward, tmp_path: Path) -> None:
    url = database.url.render_as_string(False)
    rows = await backups.copy(url, tmp_path / "copy")

    assert rows["members"] == len(PEOPLE)
    assert await backups.read(url, tmp_path / "copy") == rows
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0


@pytest.mark.fault(44)
async def test_a_copy_is_made_while_others_write(
    database: Database, ward: Ward, tmp_path: Path, now: datetime
) -> None:
    url = database.url.render_as_string(False)
    longest = 0.0

    async def writes() -> None:
        nonlocal longest
        number = 0
        while True:
            begun = time.monotonic()
            async with database.transaction() as store:
                await updates.first_time(store, f"telegram:{number}", now)
            number, longest = number + 1, max(longest, time.monotonic() - begun)
            await asyncio.sleep(0)

    writing = asyncio.ensure_future(writes())
    try:
        for one in ("first", "second"):
            await backups.copy(url, tmp_path / one)
    finally:
        writing.cancel()
        with suppress(asyncio.CancelledError):
            await writing
    first, second = [await backups.read(url, tmp_path / one) for one in ("first", "second")]

    assert 0 <= first["seen_updates"] < second["seen_updates"]
    assert longest < 2.0  # a writer is held up, but never as long as a copy may take


async def test_a_copy_that_is_cut_short_is_found_out(
    database: Database, ward: Ward, tmp_path: Path
) -> None:
    url, copy = database.url.render_as_string(False), tmp_path / "copy"
    await backups.copy(url, copy)
    copy.write_bytes(copy.read_bytes()[: copy.stat().st_size * 2 // 3])

    with pytest.raises(Damaged):
        await backups.read(url, copy)


def test_two_processes_may_make_copies_of_one_name(
    empty_sqlite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proved, target = sqlite_file._proved, tmp_path / "copy"

    def meanwhile_another(path: Path, part: Path) -> dict[str, int]:
        rows = proved(path, part)
        with monkeypatch.context() as there:
            there.setattr(sqlite_file, "_proved", proved)
            there.setattr("os.getpid", lambda: 1)
            assert sqlite_file.copy(path, target) == rows
        return rows

    monkeypatch.setattr(sqlite_file, "_proved", meanwhile_another)
    assert sqlite_file.copy(empty_sqlite, target) == sqlite_file.counts(target)
    assert list(tmp_path.iterdir()) == [target]


def test_what_was_deleted_is_in_no_copy(empty_sqlite: Path, tmp_path: Path) -> None:
    path, copy = tmp_path / "sotay.db", tmp_path / "copy.db"
    path.write_bytes(empty_sqlite.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA secure_delete=OFF")
        connection.execute("INSERT INTO units (name, path) VALUES ('Chi bộ đã xóa', '1/')")
        connection.execute("DELETE FROM units")
    assert "Chi bộ đã xóa".encode() in path.read_bytes()

    sqlite_file.copy(path, copy)
    assert "Chi bộ đã xóa".encode() not in copy.read_bytes()


def test_a_copy_that_lacks_rows_is_none(
    empty_sqlite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "between", lambda *_: False)

    with pytest.raises(NotCopied):
        sqlite_file.copy(empty_sqlite, tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("before", "copied", "after", "same"),
    [
        ({"votes": 3}, {"votes": 3}, {"votes": 3}, True),
        ({"votes": 3}, {"votes": 4}, {"votes": 5}, True),
        ({"votes": 5}, {"votes": 4}, {"votes": 3}, True),
        ({"votes": 3}, {"votes": 2}, {"votes": 3}, False),
        ({"votes": 3}, {"votes": 6}, {"votes": 5}, False),
        ({"votes": 3}, {}, {"votes": 3}, False),
    ],
)
def test_a_copy_lies_between_what_was_before_and_after(
    before: dict[str, int], copied: dict[str, int], after: dict[str, int], same: bool
) -> None:
    assert sqlite_file.between(before, copied, after) is same


def test_a_file_takes_anothers_place_and_its_journal_goes_with_the_old_one(
    empty_sqlite: Path, tmp_path: Path
) -> None:
    path, new, aside = (tmp_path / name for name in ("sotay.db", "new.db", "aside.db"))
    for one in (path, new):
        one.write_bytes(empty_sqlite.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA secure_delete=OFF")
        connection.execute("INSERT INTO units (name, path) VALUES ('Chi bộ 1', '1/')")
        connection.commit()
        sqlite_file.swap(new, path, aside)  # its journal was not written back yet

    assert sqlite_file.counts(path)["units"] == 0
    assert sqlite_file.counts(aside)["units"] == 1


async def test_without_the_program_it_is_said_which(
    empty_postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(MissingProgram, match="pg_dump"):
        await backups.copy(empty_postgres, tmp_path / "copy")
