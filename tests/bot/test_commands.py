"""The command line beside a handbook that runs, and before books it must not touch: one sentence,
exit code 2, nothing changed."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import aiohttp
import pytest

from storage.migrate import migrate, revisions
from storage.presence import hold
from tests.month import ZONE, Bot, Machine, Phone

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)


@pytest.fixture
async def machine(tmp_path: Path, empty_sqlite: Path) -> Machine:
    """A folder with an empty handbook."""
    (tmp_path / "data").mkdir()
    shutil.copy(empty_sqlite, tmp_path / "data" / "sotay.db")
    return Machine(tmp_path, MORNING)


@pytest.fixture
async def running(machine: Machine) -> AsyncIterator[Bot]:
    """`sotay run`, taking turns."""
    async with machine.simulator() as address, aiohttp.ClientSession(address) as session:
        bot = Bot(machine, address)
        await bot.start()
        phone = await Phone.new(session, "Bác Hoa")
        await phone.starts()
        await phone.sees("sổ tay")
        yield bot
        await bot.kill()


def _newest(machine: Machine) -> Path:
    return max((machine.folder / "data" / "backups").glob("sotay-*.db"))


async def _behind(machine: Machine) -> None:
    """The books stand one step below this version."""
    file = machine.folder / "data" / "sotay.db"
    await asyncio.to_thread(file.unlink)
    below = sorted(revisions())[-2]
    await migrate(f"sqlite+aiosqlite:///{file}", below)


@pytest.mark.parametrize("words", [("run",), ("terminal",)], ids=" ".join)
async def test_a_second_handbook_on_one_sqlite_file_is_refused(
    machine: Machine, running: Bot, words: tuple[str, ...]
) -> None:
    code, printed = await machine.command(*words)

    assert code == 2
    assert printed.count("\n") == 1
    assert "Sổ tay đang chạy trên cơ sở dữ liệu này rồi" in printed


async def test_a_killed_handbook_is_in_nobodys_way(machine: Machine, running: Bot) -> None:
    code, _ = await machine.command("backup")
    assert code == 0
    await running.kill()
    backup = _newest(machine)

    code, printed = await machine.command("restore", str(backup))
    assert code == 0, printed


async def test_a_backup_is_made_and_not_restored_while_it_runs(
    machine: Machine, running: Bot
) -> None:
    code, printed = await machine.command("backup")
    assert code == 0, printed
    backup = _newest(machine)

    code, printed = await machine.command("restore", str(backup))
    assert code == 2
    assert "hãy dừng lại trước khi khôi phục" in printed


async def test_tables_do_not_change_under_a_handbook_of_an_older_version(machine: Machine) -> None:
    await _behind(machine)
    async with hold(f"sqlite+aiosqlite:///{machine.folder}/data/sotay.db"):
        code, printed = await machine.command("migrate")
        assert code == 2
        assert "hãy dừng chương trình kia trước" in printed
    code, printed = await machine.command("migrate")

    assert code == 0, printed


def _written_by_a_newer_version(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def _damaged(file: Path) -> None:
    file.write_bytes(b"\xff" * file.stat().st_size)


@pytest.mark.parametrize(
    ("words", "harm", "sentence"),
    [
        ("run", _written_by_a_newer_version, "hãy cập nhật chương trình"),
        ("migrate", _written_by_a_newer_version, "hãy cập nhật chương trình"),
        ("run", _damaged, "Tệp cơ sở dữ liệu bị hỏng"),
        ("backup", _damaged, "tệp cơ sở dữ liệu bị hỏng"),
    ],
)
async def test_books_we_must_not_touch_are_refused(
    machine: Machine, words: str, harm: Callable[[Path], None], sentence: str
) -> None:
    file = machine.folder / "data" / "sotay.db"
    harm(file)
    before = await asyncio.to_thread(file.read_bytes)
    code, printed = await machine.command(words)

    assert code == 2
    assert printed.count("\n") == 1
    assert sentence in printed
    assert await asyncio.to_thread(file.read_bytes) == before
