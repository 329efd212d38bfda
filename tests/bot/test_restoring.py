"""Yesterday's books come back: nothing is sent twice, and a person is told what to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot import restoring
from bot.backups import Backup, back_up, make_backup
from bot.books import migrate_database, opened
from bot.clock import utc_now
from bot.gallery import Gallery
from bot.restoring import release, restore
from bot.settings import Settings
from files.keeping import SHELF
from rules.messages import Message
from rules.polls import evening
from rules.refusal import Refusal
from rules.words import words
from scheduler.jobs import JOBS
from scheduler.timetable import Timetable
from services import joining, polls_opening, polls_writing
from storage import accounts, deliveries, leases
from storage.presence import hold
from storage.tables import media
from tests.conftest import emptied
from tests.ward import Ward, found_ward

pytestmark = pytest.mark.usefixtures("postgres_programs", "quick_keys")
KEY = "mật khẩu dài của văn phòng"


@dataclass
class Place:
    """An office with its settings, its clock and its books, on one engine."""

    settings: Settings
    ward: Ward
    code: str = ""

    def moves_to(self, moment: datetime) -> None:
        """Let the clock show that moment."""
        assert self.settings.clock_shift is not None
        self.settings.clock_shift.write_text(str((moment - utc_now()).total_seconds()))

    async def sends_everything(self, now: datetime) -> None:
        """What waits goes out."""
        async with opened(self.settings) as database, database.transaction() as store:
            for one in await leases.lease(store, "me", now, 100):
                await leases.settle(store, one.id, "me", "sent")

    async def states(self, cause: str) -> dict[str, int]:
        """What became of the messages of that cause."""
        async with opened(self.settings) as database, database.transaction() as store:
            return dict(await deliveries.counts(store, cause))

    async def would_send(self, now: datetime) -> list[str]:
        """What a courier would take in hand."""
        async with opened(self.settings) as database, database.transaction() as store:
            return [one.cause for one in await leases.lease(store, "me", now, 100)]


@pytest.fixture
async def place(database_url: str, tmp_path: Path, now: datetime) -> Place:
    """A ward in which a notice waits, a vote is open, and Tuấn has a letter."""
    settings = Settings(
        _env_file=None, database_url=database_url, data_dir=tmp_path, clock_shift=tmp_path / "shift"
    )
    async with opened(settings) as database, database.transaction() as store:
        await emptied(store)
        ward = await found_ward(store, now)
        binh, tuan = await ward.person(store, "binh"), await ward.member(store, "tuan")
        message = Message(words("notices.none"))
        await deliveries.leave(store, "notice:1", [ward.id("hoa"), tuan.id], message, now)
        draft = await polls_writing.take_question(store, binh, "Thông qua nghị quyết?", now)
        await polls_writing.take_options(store, binh, draft.id, None)
        await polls_writing.take_threshold(store, binh, draft.id, "more_than_half")
        await polls_writing.take_base(store, binh, draft.id, "roll")
        await polls_opening.ask(store, binh, draft.id, "full", now)
        await polls_writing.take_close(store, binh, draft.id, evening(0, now, store.org), now)
        await polls_opening.open_now(store, binh, draft.id, now)
        code = await joining.issue_code(store, tuan, now, None)
    found = Place(settings, ward, code)
    found.moves_to(now)
    return found


async def _saved(place: Place, now: datetime, **settings: Any) -> Backup:
    return await back_up(place.settings.model_copy(update=settings), now)


@pytest.mark.fault(45)
async def test_nothing_that_waited_in_the_backup_is_sent(place: Place, now: datetime) -> None:
    saved = await _saved(place, now)
    await place.sends_everything(now)
    next_day = now + timedelta(days=1)
    place.moves_to(next_day)
    await restore(place.settings, saved.path)

    assert await place.states("notice:1") == {"held": 1, "listed": 1}
    assert await place.would_send(next_day) == []


async def test_a_person_is_told_what_to_look_at(
    place: Place, now: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = await _saved(place, now)
    place.moves_to(now + timedelta(days=1))
    await restore(place.settings, saved.path)

    said = capsys.readouterr().out
    assert "Sổ tay tạm dừng" in said
    assert "1 mã vào sổ không còn giá trị" in said
    assert "Chi bộ 1: đã hủy biểu quyết “Thông qua nghị quyết?”" in said
    assert "sotay release" in said
    assert place.code not in said


@pytest.mark.fault(45)
async def test_a_poll_that_lacks_votes_has_no_result(place: Place, now: datetime) -> None:
    saved = await _saved(place, now)
    place.moves_to(now + timedelta(days=1))
    await restore(place.settings, saved.path)

    assert await place.states("poll:1:result") == {}
    assert set(await place.states("poll:1:cancelled")) <= {"held", "listed"}


async def test_a_poll_that_is_still_open_is_named(
    place: Place, now: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = await _saved(place, now)
    place.moves_to(now + timedelta(hours=1))
    await restore(place.settings, saved.path)

    assert "biểu quyết “Thông qua nghị quyết?” còn mở" in capsys.readouterr().out


@pytest.mark.fault(45)
async def test_a_code_of_the_backup_opens_nothing(place: Place, now: datetime) -> None:
    saved = await _saved(place, now)
    await restore(place.settings, saved.path)

    async with opened(place.settings) as database, database.transaction() as store:
        account = await accounts.at(store, "test", "new phone", "vi", now)
        with pytest.raises(Refusal, match=r"joining.code_unknown"):
            await joining.try_code(store, account, place.code, now)


@pytest.mark.fault(45)
async def test_paused_books_do_nothing_by_themselves(place: Place, now: datetime) -> None:
    saved = await _saved(place, now)
    await restore(place.settings, saved.path)

    async with opened(place.settings) as database:
        assert await Timetable(database, JOBS).tick(now + timedelta(days=1)) == 0
        async with database.transaction() as store:
            message = Message(words("notices.none"))
            await deliveries.leave(store, "notice:2", [place.ward.id("hoa")], message, now)
    assert await place.would_send(now) == []

    await release(place.settings, send_held=False)
    assert await place.would_send(now) == ["notice:2"]


@pytest.mark.parametrize(
    ("send", "state", "sent"),
    [(False, "uncertain", False), (True, "queued", True)],
    ids=["what was held stays", "what was held goes too"],
)
async def test_released_books_speak_again(
    place: Place, now: datetime, send: bool, state: str, sent: bool
) -> None:
    saved = await _saved(place, now)
    await restore(place.settings, saved.path)
    await release(place.settings, send_held=send)

    assert await place.states("notice:1") == {state: 1, "listed": 1}
    assert ("notice:1" in await place.would_send(now + timedelta(minutes=1))) is sent
    with pytest.raises(Refusal, match=r"backups.not_paused"):
        await release(place.settings, send_held=send)


async def test_the_books_before_are_kept_aside(place: Place, now: datetime) -> None:
    saved = await _saved(place, now)
    await place.sends_everything(now)
    await restore(place.settings, saved.path)

    aside = [*place.settings.data_dir.rglob("*before-restore-*")]
    assert len(aside) == 1
    await restore(place.settings, aside[0])
    assert (await place.states("notice:1"))["sent"] == 1


async def test_a_running_handbook_is_in_the_way(place: Place, now: datetime) -> None:
    saved = await _saved(place, now)
    async with hold(place.settings.database):
        with pytest.raises(Refusal, match=r"backups.bot_runs"):
            await restore(place.settings, saved.path)
    assert await place.states("notice:1") == {"queued": 1, "unlinked": 1}


async def _sends(place: Place, data: bytes, now: datetime) -> Path:
    """Somebody sends a file, which is kept; where it lies."""
    async with opened(place.settings) as database:
        gallery = Gallery(database, place.settings.files, {}, lambda: now)
        return gallery.path(await gallery.receive("voice", "nghe.ogg", "audio/ogg", 3, data))


@pytest.mark.parametrize("key", ["", KEY], ids=["open", "sealed"])
async def test_files_come_back_with_the_books_that_name_them(
    place: Place, now: datetime, key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = place.settings.model_copy(update={"backup_key": SecretStr(key)})
    voice, picture = [await _sends(place, one, now) for one in (b"a voice", b"a picture")]
    saved = await back_up(settings, now)
    assert (saved.files, saved.missing) == (2, 0)
    voice.unlink()
    await restore(settings, saved.path)

    assert (voice.read_bytes(), picture.read_bytes()) == (b"a voice", b"a picture")
    assert "Đã trả lại 1 tệp" in capsys.readouterr().out


async def test_a_backup_on_another_machine_has_its_files(
    place: Place, now: datetime, tmp_path: Path
) -> None:
    voice = await _sends(place, b"a voice", now)
    saved = await _saved(place, now)
    there = place.settings.model_copy(update={"data_dir": tmp_path / "another machine"})
    voice.unlink()
    await restore(there, saved.path)

    assert (there.files / voice.name).read_bytes() == b"a voice"


async def test_a_file_that_is_gone_is_said_and_stops_nothing(
    place: Place, now: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    voice = await _sends(place, b"a voice", now)
    voice.unlink()
    await make_backup(place.settings, now)
    assert "1 tệp có tên trong sổ mà không thấy" in capsys.readouterr().out
    (saved,) = place.settings.backups.glob("sotay-2*")
    await restore(place.settings, saved)

    assert "1 tệp có tên trong sổ mà không tìm được" in capsys.readouterr().out
    assert await place.states("notice:1") == {"held": 1, "listed": 1}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # forty nights; files are files
async def test_files_are_kept_as_long_as_a_backup_names_them(place: Place, now: datetime) -> None:
    voice = await _sends(place, b"a voice", now)
    first = await _saved(place, now)
    async with opened(place.settings) as database, database.transaction() as store:
        await store.run(media.delete())
    voice.unlink()
    for night in range(1, 40):
        await _saved(place, now + timedelta(days=night))
        kept = [*(place.settings.backups / SHELF / "open").iterdir()]
        assert bool(kept) or not first.path.exists()

    assert not first.path.exists()
    assert kept == []


@pytest.mark.fault(46)
async def test_a_sealed_backup_needs_its_passphrase(place: Place, now: datetime) -> None:
    sealed = place.settings.model_copy(update={"backup_key": SecretStr(KEY)})
    saved = await back_up(sealed, now)
    other = sealed.model_copy(update={"backup_key": SecretStr(KEY[::-1])})
    for settings, no in ((place.settings, "needs_key"), (other, "wrong_key")):
        with pytest.raises(Refusal, match=f"backups.{no}"):
            await restore(settings, saved.path)
    assert await place.states("notice:1") == {"queued": 1, "unlinked": 1}

    await restore(sealed, saved.path)
    assert await place.states("notice:1") == {"held": 1, "listed": 1}
    assert [one.name for one in place.settings.backups.glob("sotay-2*")] == [saved.path.name]


async def test_a_file_that_is_not_whole_changes_nothing(place: Place, now: datetime) -> None:
    saved = await _saved(place, now)
    data = saved.path.read_bytes()
    saved.path.write_bytes(data[: len(data) // 2])

    with pytest.raises(Refusal, match=r"backups.unreadable"):
        await restore(place.settings, saved.path)
    assert await place.states("notice:1") == {"queued": 1, "unlinked": 1}


async def test_old_backups_are_dropped_once_a_new_one_is_proved(
    place: Place, now: datetime
) -> None:
    place.settings.backups.mkdir()
    other = place.settings.backups / "letters.pdf"
    other.write_text("not ours")
    for night in range(9):
        await _saved(place, now + timedelta(days=night))

    # Seven nights, and the Sunday of the week before stays for its week.
    assert len([*place.settings.backups.glob("sotay-2*")]) == 7
    assert other.exists()


async def test_a_passphrase_anybody_guesses_is_refused(place: Place, now: datetime) -> None:
    short = place.settings.model_copy(update={"backup_key": SecretStr("1234")})
    with pytest.raises(Refusal, match=r"backups.short_key"):
        await back_up(short, now)
    assert not place.settings.backups.exists()


async def test_an_interrupted_restore_lets_nobody_run(
    place: Place, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only PostgreSQL can be left half way; an SQLite file takes its place in one step."""
    saved = await _saved(place, now)

    async def power_cut(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as here, pytest.raises(KeyboardInterrupt):
        here.setattr(restoring, "_settle", power_cut)
        await restore(place.settings, saved.path)
    if place.settings.database.startswith("sqlite"):
        assert await place.states("notice:1") == {"queued": 1, "unlinked": 1}
        return
    with pytest.raises(Refusal, match=r"backups.unsettled"):
        await migrate_database(place.settings)
    await restore(place.settings, saved.path)
    await migrate_database(place.settings)
    assert await place.states("notice:1") == {"held": 1, "listed": 1}
