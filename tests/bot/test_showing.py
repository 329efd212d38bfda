"""What takes a while to make is said at once, made once, and stops nobody meanwhile."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from audio.checking import Fault, Problem
from bot import showing
from bot.doors import Page, Sent
from bot.gallery import TELL, Made, Maker, NotMade
from bot.voices import bad_recording
from rules.words import words
from simulator.people import deeds
from storage import reports
from tests.talkers import OnTelegram, Talker
from tests.town import Town

DIRECTIVE = "1. Sinh hoạt chi bộ\nHọp tối thứ Sáu."
PEAK = Problem(Fault.PEAK, -0.2, "Mở đầu")
BAD = bad_recording([PEAK])
RECORDING = "Đang thu bản tin tháng 12 năm 2026"
pytestmark = pytest.mark.parametrize("town", ["telegram"], indirect=True)


class SlowStudio:
    """The maker of bulletins, which begins only when it is let."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker
        self.let = asyncio.Event()
        self.begun = 0
        self.bad = False

    async def __call__(self, values: dict[str, Any], language: str, out: Path) -> Made:
        self.begun += 1
        TELL.get()(words("bulletins.recording_at", number=1, count=6))
        TELL.get()(words("bulletins.recording_at", number=3, count=6))
        await self.let.wait()
        if self.bad:
            raise NotMade(BAD)
        return await self._maker(values, language, out)


@pytest.fixture
def studio(town: Town) -> SlowStudio:
    """The town's own, slowed down."""
    makers = town.app.gallery._makers
    makers["bulletins.audio"] = slow = SlowStudio(makers["bulletins.audio"])
    return slow


async def _presses(talker: Talker, label: str) -> None:
    """Presses, and sees what is shown before anything slow is there."""
    assert isinstance(talker, OnTelegram)
    message = talker.with_button(label)
    assert message is not None
    deeds.press(talker.town.sim.world, talker.phone, message.id, label=label)
    await _carries(talker.town)


async def _says(talker: Talker, words: str) -> None:
    deeds.say(talker.town.sim.world, talker.phone, words)
    await _carries(talker.town)


async def _carries(town: Town) -> None:
    await town.door.poll(town.app.take, 0)  # type: ignore[union-attr]
    await town.app.nursery.settle("show")


async def _desk(town: Town) -> Talker:
    thanh = await town.comes("thanh")
    await thanh.says("thêm văn bản")
    await thanh.says(DIRECTIVE)
    await thanh.says("soạn bản tin")
    return thanh


def _voices(talker: Talker) -> int:
    return sum(one.kind == "voice" for one in talker.chat)


async def test_it_is_said_at_once_and_the_voice_takes_its_place(
    town: Town, studio: SlowStudio
) -> None:
    thanh = await _desk(town)
    await _presses(thanh, "Nghe thử")
    thanh.sees(RECORDING, "Khoảng nửa phút")
    thanh.can_press("Quay lại")
    assert _voices(thanh) == 0
    studio.let.set()
    await town.settles()
    thanh.sees("Nghe thử bản tin tháng 12 năm 2026")
    assert _voices(thanh) == 1
    thanh.has_not_seen(RECORDING)
    assert town.sim.world.stats.calls["sendChatAction"] >= 1


async def test_a_second_press_records_nothing_twice_and_stops_nobody(
    town: Town, studio: SlowStudio
) -> None:
    thanh, hoa = await _desk(town), await town.comes("hoa")
    await _presses(thanh, "Nghe thử")
    await _says(thanh, "soạn bản tin")
    await _presses(thanh, "Nghe thử")
    thanh.sees(RECORDING)
    await _says(hoa, "thông báo")
    hoa.sees("hông báo")
    studio.let.set()
    await town.settles()
    assert studio.begun == 1
    assert _voices(thanh) == 1
    thanh.has_not_seen(RECORDING)


async def test_who_has_gone_on_stays_there_and_the_voice_comes_all_the_same(
    town: Town, studio: SlowStudio
) -> None:
    thanh = await _desk(town)
    await _presses(thanh, "Nghe thử")
    await _presses(thanh, "Quay lại")
    thanh.sees("đang soạn")
    studio.let.set()
    await town.settles()
    thanh.has_seen("đang soạn")
    assert thanh.screen.kind == "voice"
    await thanh.presses("Đã nghe hết")
    thanh.sees("Duyệt bản tin tháng 12 năm 2026?")


async def test_an_approval_is_said_before_its_voice_is_there(
    town: Town, studio: SlowStudio
) -> None:
    thanh = await _desk(town)
    for label in ("Đọc hết bằng chữ", "Đọc tiếp", "Đọc tiếp", "Đã đọc hết"):
        await thanh.presses(label)
    await _presses(thanh, "Đúng, duyệt bản tin")
    thanh.sees("Bản tin đã được duyệt", "Đang thu thành tiếng")
    studio.let.set()
    await town.settles()
    thanh.sees("Bản tin đã được duyệt", "Người duyệt: Nguyễn Thị Thanh")
    assert thanh.screen.kind == "voice"


async def test_how_far_it_is_is_said_where_it_was_said_that_it_is_being_made(
    town: Town, studio: SlowStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "TELLING", 0)
    told, show = asyncio.Event(), town.door.show

    async def watched(address: str, page: Page, replace: str | None = None) -> Sent:
        sent = await show(address, page, replace)
        if "Đang thu mục 3 trong 6" in page.text:
            told.set()
        return sent

    monkeypatch.setattr(town.door, "show", watched)
    thanh = await _desk(town)
    await _presses(thanh, "Nghe thử")
    await asyncio.wait_for(told.wait(), 5)
    thanh.sees("Đang thu mục 3 trong 6")
    thanh.can_press("Quay lại")
    thanh.has_not_seen(RECORDING)
    studio.let.set()
    await town.settles()
    thanh.sees("Nghe thử bản tin tháng 12 năm 2026")
    thanh.has_not_seen("Đang thu mục 3 trong 6")


async def test_who_has_gone_on_is_not_told_how_far_it_is(
    town: Town, studio: SlowStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    thanh = await _desk(town)
    await _presses(thanh, "Nghe thử")
    await _presses(thanh, "Quay lại")
    monkeypatch.setattr(showing, "TELLING", 0)
    edits = town.sim.world.stats.calls["editMessageText"]
    for _ in range(100):
        await asyncio.sleep(0)
    assert town.sim.world.stats.calls["editMessageText"] == edits
    thanh.sees("đang soạn")
    studio.let.set()
    await town.settles()


async def test_a_recording_that_is_not_good_enough_is_held_back_and_it_is_said_why(
    town: Town, studio: SlowStudio
) -> None:
    thanh = await _desk(town)
    studio.bad = True
    studio.let.set()
    await thanh.presses("Nghe thử")
    thanh.sees("chưa đạt", "“Mở đầu”: có chỗ tiếng quá to (-0.2 dBTP)")
    assert _voices(thanh) == 0

    studio.bad = False
    await thanh.presses("Quay lại")
    await thanh.presses("Nghe thử")
    assert _voices(thanh) == 1


async def test_what_was_approved_but_fails_its_checks_goes_back_to_its_editors(
    town: Town, studio: SlowStudio
) -> None:
    hoa, thanh = await town.comes("hoa"), await _desk(town)
    studio.let.set()
    studio.bad = True
    for label in ("Đọc hết bằng chữ", "Đọc tiếp", "Đọc tiếp", "Đã đọc hết"):
        await thanh.presses(label)
    await thanh.presses("Đúng, duyệt bản tin")
    thanh.sees("Bản thu chưa đạt")

    town.clock.move_to(2026, 12, 5, 8, 0)
    await town.ticks()

    thanh.has_seen("Bản thu chưa đạt")
    hoa.has_not_seen("Bản tin tháng 12 năm 2026 của")
    await thanh.says("soạn bản tin")
    thanh.sees("chưa duyệt")


async def test_who_approved_a_recording_is_written_beside_it(
    town: Town, studio: SlowStudio
) -> None:
    thanh = await _desk(town)
    studio.let.set()
    await thanh.presses("Nghe thử")
    (file,) = (one for one in town.app.settings.files.glob("*.json") if "audio" in one.read_text())
    report = reports.beside(file.with_suffix(""))
    report.write_text(json.dumps({"engine": "espeak-ng"}))
    await thanh.presses("Đã nghe hết")
    await thanh.presses("Đúng, duyệt bản tin")
    told = json.loads(report.read_text(encoding="utf-8"))
    assert told["engine"] == "espeak-ng"
    assert told["approved_by"] == "Nguyễn Thị Thanh"
    assert told["approved_at"] == town.clock.now.isoformat(timespec="seconds")


async def test_what_was_made_before_comes_without_waiting(town: Town, studio: SlowStudio) -> None:
    studio.let.set()
    thanh = await _desk(town)
    await thanh.presses("Nghe thử")
    studio.let.clear()
    await thanh.presses("Đã nghe hết")
    await _presses(thanh, "Đúng, duyệt bản tin")
    thanh.sees("Người duyệt: Nguyễn Thị Thanh")
    assert thanh.screen.kind == "voice"


async def test_a_script_is_heard_as_a_voice_says_it(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    get = town.app.gallery.get

    async def listens(media: Any, language: str) -> Any:
        if media and media.maker == "voice":
            heard.append(media.values["text"])
        return await get(media, language)

    thanh = await town.comes("thanh")
    for said in ("thêm văn bản", "1. Mời họp\nUBND phường mời.\n2. Thu đảng phí"):
        await thanh.says(said)
    for label in ("Xem bản tin đang soạn", "Xem các mục", "Mục 1: Mời họp"):
        await thanh.presses(label)
    thanh.sees("UBND [Ủy ban nhân dân] phường mời.")
    monkeypatch.setattr(town.app.gallery, "get", listens)
    await thanh.presses("Nghe")
    assert heard[0].endswith("Mời họp\nỦy ban nhân dân phường mời.")


async def test_what_cannot_be_read_aloud_is_said_and_may_be_asked_for_again(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def no_room(_values: dict[str, Any], _language: str, _out: Path) -> Made:
        raise OSError(28, "No space left on device")

    hoa = await town.comes("hoa")
    with monkeypatch.context() as broken:
        broken.setitem(town.app.gallery._makers, "voice", no_room)
        await hoa.presses("Nghe")
    hoa.sees("gặp trục trặc")

    await hoa.presses("Nghe")

    assert _voices(hoa) == 1
