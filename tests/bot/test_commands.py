"""The command line beside a handbook that runs, and before books it must not touch: one sentence,
exit code 2, nothing changed."""

from __future__ import annotations

import asyncio
import os
import resource
import shutil
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import aiohttp
import pytest

from rules.messages import Message
from rules.organisation import Organisation
from rules.words import words
from storage import accounts, deliveries
from storage.engine import Database
from storage.migrate import migrate, revisions
from storage.presence import hold
from tests.month import ZONE, Bot, Machine, Phone
from tests.ward import found_ward

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)


@pytest.fixture
async def machine(tmp_path: Path, empty_sqlite: Path) -> Machine:
    """A folder with an empty handbook."""
    (tmp_path / "data").mkdir()
    shutil.copy(empty_sqlite, tmp_path / "data" / "sotay.db")
    return Machine(tmp_path, MORNING)


@pytest.fixture
async def phones(machine: Machine) -> AsyncIterator[aiohttp.ClientSession]:
    """A messenger, as its phones reach it."""
    async with machine.simulator() as address, aiohttp.ClientSession(address) as session:
        yield session


@pytest.fixture
async def running(machine: Machine, phones: aiohttp.ClientSession) -> AsyncIterator[Bot]:
    """`sotay run`, taking turns."""
    bot = Bot(machine, str(phones._base_url).rstrip("/"))
    await bot.start()
    phone = await Phone.new(phones, "Bác Hoa")
    await phone.starts()
    await phone.sees("sổ tay")
    yield bot
    await bot.kill()


def _newest(machine: Machine) -> Path:
    return max((machine.folder / "data" / "backups").glob("sotay-*.db"))


async def _has_made_its_own(machine: Machine) -> None:
    """Last night's backup is made up for at the start, and drops what is older by then."""
    async with asyncio.timeout(20):
        while not [*(machine.folder / "data" / "backups").glob("sotay-*.db")]:  # noqa: ASYNC110 - another process works
            await asyncio.sleep(0.02)


async def _behind(machine: Machine) -> None:
    """The books stand one step below this version."""
    file = machine.folder / "data" / "sotay.db"
    await asyncio.to_thread(file.unlink)
    below = sorted(revisions())[-2]
    await migrate(f"sqlite+aiosqlite:///{file}", below)


@pytest.mark.fault(23)
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
    await _has_made_its_own(machine)
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


@pytest.mark.fault(11)
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


async def _sending(machine: Machine, session: aiohttp.ClientSession, people: int) -> None:
    """A notice to so many, each call of which takes two seconds."""
    books = Database(f"sqlite+aiosqlite:///{machine.folder}/data/sotay.db", Organisation())
    now = machine.now
    async with books.transaction() as store:
        ward = await found_ward(store, now)
        for key in [*ward.ids][:people]:
            phone = await Phone.new(session, key)
            await phone.starts()
            account = await accounts.at(store, "telegram", str(phone.id), "vi", now)
            await accounts.link(store, account.id, ward.id(key), now)
        await deliveries.leave(
            store, "notice:1", ward.ids.values(), Message(words("help.which_speed")), now
        )
    await books.close()


def _states(machine: Machine) -> Counter[str]:
    with closing(sqlite3.connect(machine.folder / "data" / "sotay.db")) as connection:
        rows = connection.execute("SELECT state FROM deliveries WHERE cause = 'notice:1'")
        return Counter(state for (state,) in rows)


@pytest.mark.fault(36)
async def test_what_is_being_sent_when_it_is_told_to_end_is_sent(machine: Machine) -> None:
    async with machine.simulator() as address, aiohttp.ClientSession(address) as session:
        slow = {"method": "sendMessage", "kind": "slow", "seconds": 1.5, "count": 1000}
        await session.post("/faults", json=slow)
        await _sending(machine, session, 8)
        bot = Bot(machine, address)
        await bot.start()
        async with asyncio.timeout(20):
            while _states(machine)["sending"] < 4:  # noqa: ASYNC110 - another process works
                await asyncio.sleep(0.02)
        before = _states(machine)
        code = await bot.ends(within=10)

    after = _states(machine)
    assert code == 0
    assert after["sending"] == 0
    assert after["sent"] == before["sent"] + before["sending"]
    assert after["queued"] + after["leased"] > 0, "it began nothing more"


@pytest.mark.fault(36)
async def test_who_pressed_just_before_it_is_told_to_end_is_answered(machine: Machine) -> None:
    async with machine.simulator() as address, aiohttp.ClientSession(address) as session:
        bot = Bot(machine, address)
        await bot.start()
        hoa = await Phone.new(session, "hoa")
        await hoa.says("chào")
        await hoa.sees("sổ tay")
        busy = {"method": "sendMessage", "kind": "429", "retry_after": 2, "count": 1}
        await session.post("/faults", json=busy)
        before = await _calls(session, "sendMessage")
        await hoa.says("giúp")
        async with asyncio.timeout(20):
            while await _calls(session, "sendMessage") == before:  # noqa: ASYNC110 - over HTTP
                await asyncio.sleep(0.02)
        told = len(await hoa.chat())

        assert await bot.ends(within=10) == 0

        assert len(await hoa.chat()) > told


async def _calls(session: aiohttp.ClientSession, method: str) -> int:
    async with session.get("/stats") as answer:
        return int((await answer.json())["calls"].get(method, 0))


@pytest.mark.fault(48)
async def test_it_goes_on_when_nobody_takes_its_log_any_more(machine: Machine) -> None:
    reading, writing = os.pipe()
    async with machine.simulator() as address, aiohttp.ClientSession(address) as session:
        bot = Bot(machine, address)
        await bot.start(stdout=writing)
        os.close(reading)
        os.close(writing)
        phone = await Phone.new(session, "Bác Hoa")
        await session.post("/faults", json={"method": "getUpdates", "kind": "500", "count": 2})
        await phone.starts()
        await phone.sees("sổ tay")
        await session.post("/faults", json={"method": "sendMessage", "kind": "drop", "count": 1})
        await phone.says("xin chào")
        await phone.types("trang chính")
        await phone.sees("mã in trong thư mời")
        await bot.kill()


@pytest.mark.fault(22)
async def test_a_token_nobody_knows_is_one_sentence(machine: Machine) -> None:
    async with machine.simulator() as address:
        machine.env["SOTAY_TELEGRAM_API"] = address
        machine.env["SOTAY_TELEGRAM_TOKEN"] = "999:" + "x" * 35
        code, printed = await machine.command("run")

    assert (code, printed.count("\n")) == (2, 1), printed
    assert "SOTAY_TELEGRAM_TOKEN" in printed


@pytest.mark.fault(41)
async def test_without_a_free_file_descriptor_people_wait_and_then_are_answered(
    running: Bot, phones: aiohttp.ClientSession
) -> None:
    descriptors = resource.prlimit(running.pid, resource.RLIMIT_NOFILE)
    phone = await Phone.new(phones, "Bác Sen")
    resource.prlimit(running.pid, resource.RLIMIT_NOFILE, (4, descriptors[1]))
    await phones.post("/faults", json={"method": "sendMessage", "kind": "drop"})
    await phone.starts()  # its answer takes the open connection along
    await _fetched(phones)
    await phone.types("trang chính")
    await _fetched(phones)
    assert not [one for one in await phone.chat() if one["from"] == "bot"]
    resource.prlimit(running.pid, resource.RLIMIT_NOFILE, descriptors)

    await phone.sees("mã in trong thư mời")
    assert running.lives


async def _fetched(phones: aiohttp.ClientSession) -> None:
    """Everything that waited was taken: the bot has asked for more."""

    async def asked() -> int:
        async with phones.get("/stats") as answer:
            return int((await answer.json())["calls"]["getUpdates"])

    before = await asked()
    async with asyncio.timeout(20):
        while await asked() == before:  # noqa: ASYNC110 - another process asks
            await asyncio.sleep(0.05)
