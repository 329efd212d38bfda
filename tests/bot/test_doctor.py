"""What the doctor says, and that it tells nobody's secrets."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import update
from sqlalchemy.engine import make_url

from bot import doctor, engines
from bot.backups import back_up
from bot.books import opened
from bot.clock import utc_now
from bot.settings import Settings
from rules.messages import Message
from rules.words import words
from services import joining
from storage import accounts, deliveries, mailings, members, restorations, updates
from storage.migrate import sqlite_path
from storage.tables import deliveries as rows
from tests.conftest import emptied
from tests.ward import PEOPLE, found_ward

pytestmark = pytest.mark.usefixtures("postgres_programs")
MEGABYTES = 2**20
TOKEN = "300000003:" + "d" * 35


@pytest.fixture
async def settings(database_url: str, tmp_path: Path, now: datetime) -> Settings:
    """A ward that is well: a backup of last night, nothing that waits."""
    shift = tmp_path / "shift"
    shift.write_text(str((now - utc_now()).total_seconds()))
    settings = Settings(
        _env_file=None,
        database_url=database_url,
        data_dir=tmp_path,
        clock_shift=shift,
        telegram_token=SecretStr(TOKEN),
    )
    async with opened(settings) as database, database.transaction() as store:
        await emptied(store)
        await found_ward(store, now)
    await back_up(settings, now - timedelta(hours=6))
    return settings


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ["doctor.voices gtts, espeak-ng"]),
        ({"voice_online": False}, ["doctor.voices espeak-ng"]),
        (
            {"voices": "edge,espeak"},
            ["!doctor.voice_not_installed edge", "doctor.voices espeak-ng"],
        ),
        (
            {"voices": "piper", "piper_voice": Path("vi.onnx")},
            [
                "!doctor.voice_not_installed piper",
                "!doctor.voice_not_whole vi.onnx",
                "doctor.voices espeak-ng",
            ],
        ),
    ],
)
async def test_the_voices_are_named_and_what_they_lack(
    given: dict[str, Any], expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "EXTRAS", {"edge": "nobody_has_this", "piper": "nor_this"})
    found = await doctor._voices(Settings(_env_file=None, **given))
    shown = [f"{'!' * one.needs_someone}{one.key} {one.values.popitem()[1]}" for one in found]
    assert shown == expected


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> pytest.CaptureFixture[str]:
    """What was printed."""
    return capsys


async def test_who_is_well_hears_so(settings: Settings, said: pytest.CaptureFixture[str]) -> None:
    assert await doctor.examine(settings) == 0

    lines = said.readouterr().out.splitlines()
    assert lines[-1] == "Mọi thứ đều ổn."
    assert not any(line.startswith("!") for line in lines)


async def _wrong(settings: Settings, said: pytest.CaptureFixture[str]) -> str:
    """The one line that needs a person."""
    assert await doctor.examine(settings) == 1
    (line,) = [one for one in said.readouterr().out.splitlines() if one.startswith("!")]
    return line


async def test_an_update_that_was_set_aside(
    settings: Settings, now: datetime, said: pytest.CaptureFixture[str]
) -> None:
    async with opened(settings) as database, database.transaction() as store:
        await updates.set_aside(store, "telegram:1", 5, now)

    assert "1 việc người dùng gửi đến chưa xử lý được" in await _wrong(settings, said)


async def test_messages_that_do_not_leave(
    settings: Settings, now: datetime, said: pytest.CaptureFixture[str]
) -> None:
    async with opened(settings) as database, database.transaction() as store:
        ids = [one.id for one in await members.everyone(store)]
        before = now - timedelta(hours=2)
        await deliveries.leave(store, "notice:1", ids[1:3], Message(words("notices.none")), before)

    assert "sổ tay có đang chạy không" in await _wrong(settings, said)


async def test_a_broadcast_that_is_paused(
    settings: Settings, now: datetime, said: pytest.CaptureFixture[str]
) -> None:
    async with opened(settings) as database, database.transaction() as store:
        secretary = (await members.everyone(store))[0].id
        text = Message(words("notices.notice", text="Nhà bác Hoa dột"))
        await mailings.spread(
            store, "notice:1", ("below", ""), text, now, sender_id=secretary, about=words("x")
        )
        await mailings.pause(store, "notice:1")
        waiting = (await deliveries.counts(store, "notice:1"))["queued"]

    wrong = await _wrong(settings, said)
    assert "Đang tạm dừng gửi thông báo, viết thứ Hai, ngày 23 tháng 11" in wrong
    assert f"còn {waiting} người chờ: nhờ người gửi mở sổ tay bấm Gửi tiếp hoặc Dừng hẳn." in wrong


async def test_messages_that_may_not_have_arrived_by_age(
    settings: Settings, now: datetime, said: pytest.CaptureFixture[str]
) -> None:
    async with opened(settings) as database, database.transaction() as store:
        linked = [one.id for one in await members.everyone(store)][:2]
        for hours in (1, 30, 200, 201):
            cause, then = f"notice:{hours}", now - timedelta(hours=hours)
            await deliveries.leave(store, cause, linked, Message(words("x")), then, urgent=True)
        left = update(rows).where(rows.c.state == "queued").values(state="uncertain")
        each = await store.run(left) // 4

    assert await doctor.examine(settings) == 0
    line = f"{4 * each} tin chưa chắc đã tới ({each} trong ngày qua, {each} trong tuần qua, "
    assert f"{line}{2 * each} từ trước nữa). Sổ tay không tự gửi lại" in said.readouterr().out


async def test_messages_held_since_a_restore(
    settings: Settings, now: datetime, said: pytest.CaptureFixture[str]
) -> None:
    async with opened(settings) as database, database.transaction() as store:
        ids = [one.id for one in await members.everyone(store)]
        await deliveries.leave(store, "notice:1", ids, Message(words("x")), now, urgent=True)
        held = await deliveries.hold(store)

    wrong = await _wrong(settings, said)
    assert f"{held} tin đang giữ lại từ khi khôi phục" in wrong
    assert "sotay release" in wrong


@pytest.mark.fault(10)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_journal_somebody_else_holds(
    settings: Settings, said: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sqlite_path(make_url(settings.database))
    assert path is not None
    monkeypatch.setattr(doctor, "HELD", MEGABYTES)
    async with opened(settings) as database:
        with closing(sqlite3.connect(path)) as stranger:
            stranger.execute("BEGIN")
            stranger.execute("SELECT count(*) FROM members").fetchone()
            async with database.transaction() as store:
                await updates.set_aside(store, "x" * MEGABYTES * 3, 1, utc_now())
                await updates.forget(store, datetime.max.replace(tzinfo=UTC))
            wrong = await _wrong(settings, said)
            grown = await database.journal()
        freed = await database.journal()

    assert "chương trình khác mở tệp cơ sở dữ liệu để đọc đã lâu" in wrong
    assert grown is not None
    assert grown.held > MEGABYTES
    assert freed is not None
    assert freed.held == 0
    assert await doctor.examine(settings) == 0


async def test_books_that_wait_to_be_released(
    settings: Settings, now: datetime, said: pytest.CaptureFixture[str]
) -> None:
    async with opened(settings) as database, database.transaction() as store:
        await restorations.begin(store, now - timedelta(days=1), now)

    assert "sotay release" in await _wrong(settings, said)


async def test_a_backup_that_is_too_old(
    settings: Settings, now: datetime, said: pytest.CaptureFixture[str]
) -> None:
    assert settings.clock_shift is not None
    later = now + timedelta(days=2)
    settings.clock_shift.write_text(str((later - utc_now()).total_seconds()))

    assert "Bản lưu mới nhất đã cũ" in await _wrong(settings, said)


@pytest.mark.fault(8)
async def test_a_full_disk(
    settings: Settings, said: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "ROOM", 10**9)

    assert "Ổ đĩa còn trống" in await _wrong(settings, said)


async def test_whom_no_message_reaches_is_counted_by_unit(
    settings: Settings, now: datetime, said: pytest.CaptureFixture[str]
) -> None:
    async with opened(settings) as database, database.transaction() as store:
        for key in ("hoa", "sen"):
            await accounts.lost(store, (await accounts.at(store, "test", key, "vi", now)).id)
        spare = await accounts.at(store, "test", "spare phone", "vi", now)
        sen = (await accounts.at(store, "test", "sen", "vi", now)).member_id
        await accounts.lost(store, (await accounts.at(store, "test", "sen", "vi", now)).id)
        await accounts.link(store, spare.id, sen, now)

    assert await doctor.examine(settings) == 0
    assert "Chi bộ 1: 1 người chưa nhận được tin" in said.readouterr().out


async def test_damaged_books(tmp_path: Path, said: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "sotay.db").write_text("thư mời họp " * 1000)
    settings = Settings(_env_file=None, data_dir=tmp_path, telegram_token=SecretStr(TOKEN))

    assert await doctor.examine(settings) == 1
    assert "bị hỏng" in said.readouterr().out


async def test_books_of_another_version(
    tmp_path: Path, empty_sqlite: Path, said: pytest.CaptureFixture[str]
) -> None:
    path = shutil.copy(empty_sqlite, tmp_path / "sotay.db")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    settings = Settings(_env_file=None, data_dir=tmp_path, telegram_token=SecretStr(TOKEN))

    assert await doctor.examine(settings) == 1
    assert "do bản mới hơn ghi (9999)" in said.readouterr().out


async def test_nobodys_name_phone_words_code_or_token_is_said(
    settings: Settings, now: datetime, said: pytest.CaptureFixture[str]
) -> None:
    async with opened(settings) as database, database.transaction() as store:
        ids = [one.id for one in await members.everyone(store)]
        message = Message(words("notices.notice", text="Nhà bác Hoa dột"))
        await deliveries.leave(store, "notice:1", ids, message, now - timedelta(hours=2))
        (tuan,) = [one for one in await members.everyone(store) if one.name == PEOPLE["tuan"][0]]
        code = await joining.issue_code(store, tuan, now, None)
    for language in ("vi", "en"):
        await doctor.examine(settings.model_copy(update={"language": language}))

    printed = said.readouterr().out
    secrets = [code, TOKEN, "dột", "0900000", *(name for name, *_ in PEOPLE.values())]
    assert [one for one in secrets if one in printed] == []


PAGES = {"public_url": "https://so-tay.example.org", "web_port": 8080}


@pytest.mark.parametrize(
    ("given", "needed", "key"),
    [
        ({}, False, ""),
        ({}, True, "!doctor.no_public_url"),
        (PAGES, True, "doctor.pages"),
        ({**PAGES, "web_port": 0}, False, "!doctor.no_web_port"),
        ({**PAGES, "public_url": "http://so-tay.example.org"}, False, "!doctor.open_public_url"),
    ],
)
def test_whether_links_lead_anywhere(given: dict[str, Any], needed: bool, key: str) -> None:
    found = doctor.links(Settings(_env_file=None, **given), needed=needed)

    assert [("!" if one.needs_someone else "") + one.key for one in found] == ([key] if key else [])
