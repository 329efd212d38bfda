"""Home says what waits; help knows whom to call; the handbook speaks as each one likes."""

from __future__ import annotations

import pytest

from rules.notices import seal
from services import notices_writing as writing
from simulator.people import deeds
from storage import members as member_rows
from tests.talkers import Talker
from tests.town import Town

EVERY_DAY = ("Thông báo", "Lịch họp", "Biểu quyết")


async def _notice(town: Town, text: str = "Sáng thứ Bảy dọn vệ sinh nhà văn hóa.") -> None:
    """The secretary of the first branch sends a notice."""
    async with town.app.database.transaction() as store:
        binh, now = await town.ward.person(store, "binh"), town.clock.now
        draft = await writing.write(store, binh, text, None, now)
        await writing.aim(store, binh, draft.id, "all")
        draft = await writing.own(store, binh, draft.id)
        people = await writing.circle(store, draft, "all", now)
        await writing.confirm(store, binh, draft.id, seal(draft, people.mark, now), now)
    await town.passes(seconds=town.app.org.recall_seconds + 1)


def _voices(talker: Talker) -> int:
    return sum(seen.kind == "voice" or "[voice:" in seen.text for seen in talker.chat)


async def test_home_offers_the_same_ways_every_day(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    hoa.sees("Chào đồng chí Hoa", "không còn việc nào")
    hoa.can_press(*EVERY_DAY, "Gửi ý kiến", "Nghe")
    binh.can_press(*EVERY_DAY, "Điều hành", "Nghe")


async def test_home_tells_in_words_what_is_waiting(town: Town) -> None:
    hoa = await town.comes("hoa")
    await _notice(town)
    await _notice(town, "Chiều Chủ nhật thăm đồng chí Sen.")
    await hoa.presses("Trang chính")

    hoa.sees("còn 2 việc", "Xem và bấm Đã nhận 2 thông báo")


async def test_home_tells_in_english_what_is_waiting(town: Town) -> None:
    tuan = await town.comes("tuan", "en")
    await _notice(town)
    await tuan.presses("Home")

    tuan.sees("Hello Tuấn. One thing is waiting for you", "Read one notice and press Received")


async def test_start_in_the_middle_of_a_question_opens_home_and_loses_nothing(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.presses("Sổ của tôi")
    await hoa.presses("Đề nghị sửa")
    await hoa.starts()
    hoa.sees("Chào đồng chí Hoa")
    await hoa.says("họp")

    hoa.has_not_seen("đã ghi đề nghị")


async def test_start_in_the_middle_of_writing_offers_to_go_on(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("viết thông báo")
    await binh.says("Sáng thứ Bảy dọn vệ sinh.")
    await binh.says("mở biểu quyết")
    await binh.says("Đổi giờ họp?")
    await binh.starts()
    binh.sees("chưa viết xong", "• Một thông báo", "• Một cuộc biểu quyết", "Chưa có gì gửi đi")
    binh.can_press("Viết tiếp thông báo", "Viết tiếp biểu quyết", "Để sau", "Nghe")
    await binh.presses("Để sau")
    binh.sees("còn 2 việc", "• Một thông báo đang viết dở")
    await binh.presses("Điều hành")
    await binh.presses("Gửi, mời, biểu quyết")
    binh.can_press("Viết tiếp thông báo", "Viết tiếp biểu quyết")

    await binh.starts()
    await binh.presses("Viết tiếp biểu quyết")
    binh.sees("Mọi người chọn giữa những câu nào?")
    await binh.starts()
    await binh.presses("Viết tiếp thông báo")
    binh.sees("người nhận sẽ đọc thế này", "Sáng thứ Bảy dọn vệ sinh.")


@pytest.mark.parametrize("town", ["telegram"], indirect=True)
async def test_the_greeting_brings_the_four_big_buttons(town: Town) -> None:
    hoa = await town.comes("hoa")
    hoa.has_seen("Bốn nút lớn")
    keyboard = town.sim.world.chats[hoa.phone.id].keyboard
    assert keyboard is not None
    labels = [[key["text"] for key in row] for row in keyboard["keyboard"]]
    assert labels == [["Trang chính", "Sổ của tôi"], ["Bản tin", "Gọi giúp"]]

    before = len(hoa.chat)
    await hoa.presses("Trang chính")
    assert len(hoa.chat) == before + 1


async def test_help_is_a_person_with_an_office_and_a_number(town: Town) -> None:
    for who, call in (
        ("hoa", "• Lê Văn Bình, Bí thư Chi bộ 1, số 0900000001"),
        ("binh", "• Nguyễn Thị Thanh, Cán bộ văn phòng Phường Sen Hồng, số 0900000000"),
    ):
        talker = await town.comes(who)
        await talker.presses("Gọi giúp")
        talker.sees("Hãy gọi:", call)
        talker.can_press("Gửi ý kiến", "Chỉnh cách dùng", "Quay lại", "Nghe")


async def test_help_in_english_names_the_office_in_english(town: Town) -> None:
    hoa = await town.comes("hoa", "en")
    await hoa.presses("Call for help")
    hoa.sees("Please call:", "• Lê Văn Bình, Secretary of Chi bộ 1, number 0900000001")


async def test_the_language_changes_at_once_and_back(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.presses("Gọi giúp")
    await hoa.presses("Chỉnh cách dùng")
    await hoa.presses("Speak English")
    hoa.sees("Hello Hoa")
    await hoa.says("tieng viet")
    hoa.sees("Chào đồng chí Hoa")


async def test_the_reading_speed_is_kept(town: Town) -> None:
    hoa = await town.comes("hoa")
    for label in ("Gọi giúp", "Chỉnh cách dùng", "Đổi tốc độ đọc", "Đọc chậm"):
        await hoa.presses(label)
    hoa.sees("đã ghi: Đọc chậm")
    await hoa.presses("Quay lại")
    hoa.sees("muốn chỉnh gì")
    for said, kept in (("đọc nhanh", "đã ghi: Đọc nhanh"), ("đọc chậm lại", "đã ghi: Đọc chậm")):
        await hoa.says(said)
        hoa.sees(kept)
    await town.restarts()

    async with town.app.database.transaction() as store:
        member = await member_rows.get(store, town.ward.id("hoa"))
    assert member is not None
    assert member.speed == "slow"


async def test_listen_reads_the_screen_once_in_twenty_seconds(town: Town) -> None:
    hoa = await town.comes("hoa")
    for _ in range(3):
        await hoa.presses("Nghe")
    assert _voices(hoa) == 1
    await hoa.presses("Sổ của tôi")
    await hoa.presses("Nghe")
    assert _voices(hoa) == 2


@pytest.mark.parametrize("town", ["telegram"], indirect=True)
async def test_listen_may_be_typed_and_is_no_answer_to_what_is_asked(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.says("sổ của tôi")
    await hoa.presses("Đề nghị sửa")
    for said in ("nghe", "Đọc cho bác nghe"):
        await hoa.says(said)
    assert _voices(hoa) == 2

    await hoa.says("Nhà tôi nay ở số 12 đường Sen.")
    hoa.sees("Đúng ý thì", "Nhà tôi nay ở số 12 đường Sen.")


@pytest.mark.parametrize("town", ["telegram"], indirect=True)
async def test_a_stranger_can_listen_too(town: Town) -> None:
    stranger = await town.stranger("Người lạ")
    await stranger.starts()
    await stranger.presses("Nghe")

    assert stranger.screen.kind == "voice"


WAYS: tuple[tuple[str, ...], ...] = (
    ("Thông báo",),
    ("Nghe",),
    ("Gọi giúp", "Chỉnh cách dùng", "Speak English"),
    ("Sổ của tôi", "Đề nghị sửa"),
    ("Gọi giúp", "Chỉnh cách dùng", "Rời sổ tay", "Rời sổ tay"),
)


@pytest.mark.fault(30)
@pytest.mark.parametrize("town", ["telegram"], indirect=True)
async def test_twenty_presses_in_a_row_are_at_most_two_messages(town: Town) -> None:
    for *way, label in WAYS:
        hoa = await town.comes("hoa")
        for step in way:
            await hoa.presses(step)
        before, pressed = len(hoa.chat), hoa.screen.id
        for _ in range(20):
            deeds.press(town.sim.world, hoa.phone, pressed, label=label)
        await town.carries()
        assert len(hoa.chat) - before <= 2, hoa.story()
        hoa.has_not_seen("gặp trục trặc")


@pytest.mark.parametrize("town", ["telegram"], indirect=True)
async def test_a_big_button_pressed_twenty_times_is_answered_a_few_times(town: Town) -> None:
    hoa = await town.comes("hoa")
    before = len(hoa.chat)
    await hoa.says_at_once(*["Sổ của tôi"] * 19, "Trang chính")
    assert 1 <= len(hoa.chat) - before <= 4, hoa.story()
    hoa.sees("Chào đồng chí Hoa")


@pytest.mark.fault(20)
@pytest.mark.parametrize("town", ["telegram"], indirect=True)
async def test_blocking_and_coming_back_loses_nothing(town: Town) -> None:
    hoa = await town.comes("hoa")
    deeds.block(town.sim.world, hoa.phone)
    await town.carries()
    await _notice(town)
    hoa.has_not_seen("dọn vệ sinh")

    await hoa.starts()
    hoa.has_seen("Xem và bấm Đã nhận 1 thông báo")
    await hoa.presses("Thông báo")
    hoa.has_seen("dọn vệ sinh")
