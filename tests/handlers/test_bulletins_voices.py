"""Whose voice a bulletin has, and how fast it is for whom."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.gallery import NotMade
from rules.words import words
from storage.media import Kept
from storage.tables import media
from tests.talkers import Talker
from tests.town import Town
from tests.voices_online import GoogleStub, at_home

DIRECTIVE = "1. Sinh hoạt chi bộ\nHọp tối thứ Sáu.\n2. Thu đảng phí\nThu đủ."
ON_ONE_DOOR = pytest.mark.parametrize("town", ["telegram"], indirect=True)


@pytest.fixture
async def google(town: Town, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[GoogleStub]:
    """Google's voice, here."""
    town.settings.voice_online = True
    async with at_home(monkeypatch) as stub:
        yield stub


async def _rehearses(town: Town, text: str) -> Talker:
    thanh = await town.comes("thanh")
    await thanh.says("thêm văn bản")
    await thanh.says(text)
    await thanh.says("soạn bản tin")
    await thanh.presses("Nghe thử")
    return thanh


async def _files(town: Town) -> int:
    """How many bulletins were made."""
    made = select(func.count().label("count")).where(media.c.name.startswith("ban-tin"))
    async with town.app.database.transaction() as store:
        (row,) = await store.all(made)
    return int(row["count"])


@ON_ONE_DOOR
async def test_when_the_better_voice_fails_in_the_middle_the_next_reads_it_all_and_says_so(
    town: Town, google: GoogleStub
) -> None:
    google.modes = ["ok", *["status:503"] * 99]
    thanh = await _rehearses(town, "Bác nào rảnh thì đến giúp.")
    assert thanh.screen.kind == "voice"
    thanh.sees("Giọng máy còn thô")
    thanh.can_press("Đã nghe hết")


@ON_ONE_DOOR
async def test_a_better_voice_is_named_too(town: Town, google: GoogleStub) -> None:
    thanh = await _rehearses(town, "Bác nào bận thì nhắn lại.")
    thanh.sees("Giọng đọc: Google.")


@ON_ONE_DOOR
async def test_where_no_other_voice_may_speak_it_stops_and_keeps_nothing(
    town: Town, google: GoogleStub
) -> None:
    town.settings.voices = "gtts"
    google.modes = ["ok", *["status:503"] * 99]
    thanh = await _rehearses(town, "Bác nào khoẻ thì đi bộ.")
    assert thanh.screen.kind != "voice"
    assert "Đã nghe hết" not in thanh.screen.buttons
    assert await _files(town) == 0


def _brought(town: Town, monkeypatch: pytest.MonkeyPatch) -> Callable[[Talker], Kept]:
    """The last file that went through the door to somebody."""
    seen: dict[str, Kept] = {}
    show: Any = town.door.show

    async def shown(address: str, page: Any, *given: Any) -> Any:
        if page.media:
            seen[address] = page.media
        return await show(address, page, *given)

    monkeypatch.setattr(town.door, "show", shown)
    return lambda talker: seen[talker.address]


async def _likes_it_slow(talker: Talker) -> None:
    for label in ("Gọi giúp", "Chỉnh cách dùng", "Đổi tốc độ đọc", "Đọc chậm"):
        await talker.presses(label)


async def _approves(thanh: Talker) -> None:
    await thanh.presses("Đã nghe hết")
    await thanh.presses("Đúng, duyệt bản tin")


async def test_each_hears_the_bulletin_as_slowly_as_they_like(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    hoa, an = await town.comes("hoa"), await town.comes("an")
    await _likes_it_slow(hoa)
    thanh = await _rehearses(town, DIRECTIVE)
    assert await _files(town) == 1
    await _approves(thanh)
    assert await _files(town) == 2, "the slow one is ready before its hour"

    brought = _brought(town, monkeypatch)
    town.clock.move_to(2026, 12, 5, 8, 0)
    await town.ticks()
    slow, normal = brought(hoa), brought(an)
    assert slow.seconds > normal.seconds
    await hoa.presses("Bản tin")
    await hoa.presses("Nghe bản tin")
    assert brought(hoa).id == slow.id
    assert await _files(town) == 2, "a file for a speed, however many listen"

    for talker in (hoa, an):
        await talker.presses("Bản tin")
        await talker.presses("Nghe từng mục")
        await talker.presses("Mục 1: Sinh hoạt chi bộ")
    assert brought(hoa).id != brought(an).id
    assert brought(hoa).seconds >= brought(an).seconds


@ON_ONE_DOOR
async def test_whose_slow_recording_is_not_good_enough_hears_the_normal_one(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    hoa = await town.comes("hoa")
    await _likes_it_slow(hoa)
    make = town.app.gallery._makers["bulletins.audio"]

    async def fussy(values: dict[str, Any], *given: Any) -> Any:
        if values.get("speed") == "slow":
            raise NotMade(words("bulletins.bad_recording", reasons=[]))
        return await make(values, *given)

    monkeypatch.setitem(town.app.gallery._makers, "bulletins.audio", fussy)
    await _approves(await _rehearses(town, DIRECTIVE))
    brought = _brought(town, monkeypatch)
    town.clock.move_to(2026, 12, 5, 8, 0)
    await town.ticks()
    assert brought(hoa).name.startswith("ban-tin-2026-12")
    assert await _files(town) == 1
