"""Whatever comes in gets a kind answer and a way on; nothing is lost and nothing fails."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest

from bot.doors import Incoming
from simulator.faults import Fault
from simulator.files import Upload
from simulator.people import deeds
from tests.handlers.test_polls import opens
from tests.talkers import AtPhone, Talker
from tests.town import Town

ON_PHONES = pytest.mark.parametrize("town", ["telegram"], indirect=True)
STICKER = Upload("a.webp", "image/webp", b"RIFF\x1e\0\0\0WEBPVP8X" + b"\0" * 14)
PICTURE = Upload("a.gif", "image/gif", b"GIF89a\x01\0\x01\0\0\0\0;")
PHOTO = Upload("a.gif", "image/gif", b"GIF89a\x01\0\x01\0\0\0\0;")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TROUBLE = "gặp trục trặc"


async def _forges(town: Town, talker: Talker, data: str) -> None:
    """A press nobody offered: what an old or forged button sends."""
    key = f"forged-{data}-{len(talker.chat)}"
    await town.app.take(Incoming(town.door.name, talker.address, key, "press", data=data, ref="0"))
    await town.settles()


async def test_nonsense_gets_three_guesses_and_then_a_human_first(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.says("zzzz qqqq")
    hoa.sees("chưa hiểu ý đồng chí")
    assert hoa.screen.buttons[3] == "Gọi giúp"
    assert hoa.screen.buttons[4:] == ("Quay lại", "Nghe")

    await hoa.says("qqqq zzzz")
    hoa.sees("vẫn chưa hiểu")
    assert hoa.screen.buttons[0] == "Gọi giúp"
    assert len(hoa.screen.buttons) == 5
    await hoa.presses("Gọi giúp")
    hoa.sees("Hãy gọi:", "Lê Văn Bình")

    await hoa.says("zzzz qqqq")
    hoa.sees("chưa hiểu ý đồng chí")


async def test_a_guess_can_be_pressed_or_chosen_by_its_number(town: Town) -> None:
    hoa = await town.comes("hoa")
    for choose in ("Thông báo", "1", "1.", "số 1"):
        await hoa.says("zzzz qqqq")
        assert hoa.screen.buttons[0] == "Thông báo"
        await hoa.presses(choose)
        hoa.sees("hông báo")
        hoa.has_not_seen(TROUBLE)


async def test_a_story_is_offered_to_be_sent_as_a_wish(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await hoa.says("Đường trước nhà tôi hỏng đã lâu mà chưa thấy ai sửa cả")

    assert hoa.screen.buttons[0] == "Gửi ý kiến"
    await hoa.presses("Gửi ý kiến")
    hoa.sees("chưa gửi đi đâu", "Đường trước nhà tôi hỏng", "gửi đến đâu?")
    binh.has_not_seen("Đường trước nhà tôi hỏng")
    await hoa.presses("Gửi cho chi bộ")
    hoa.sees("đã ghi: Ý kiến số 1")
    binh.has_seen("Đường trước nhà tôi hỏng")


async def test_a_leaders_story_may_be_a_notice_or_a_directive(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("Sáng thứ Bảy này chi bộ ta dọn vệ sinh quanh nhà văn hóa")
    binh.sees("Lời này chưa gửi đi đâu")
    binh.can_press("Gửi ý kiến", "Viết thông báo", "Thêm văn bản", "Gọi giúp")
    await binh.presses("Viết thông báo")
    binh.sees("người nhận sẽ đọc thế này", "dọn vệ sinh quanh nhà văn hóa")


async def test_a_command_typed_where_words_would_be_held_is_a_command(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.presses("Gửi ý kiến")
    await hoa.says("bản tin")
    hoa.has_not_seen("chưa gửi đi đâu")
    await hoa.says("góp ý")
    await hoa.says("Đèn đường hẻm 3 bị tắt.")
    await hoa.says("so cua toi")
    hoa.sees("Sinh: năm 1948")


async def _says_more(hoa: Talker) -> None:
    """Hoa has sent an opinion, and is asked what she wants to add."""
    english = hoa.language == "en"
    await hoa.says("speak up" if english else "góp ý")
    await hoa.presses("Write to the party cell" if english else "Gửi cho chi bộ")
    await hoa.says("The lamp is out." if english else "Đèn đường hẻm 3 bị tắt.")
    await hoa.presses("Send this" if english else "Gửi ý kiến này")
    await hoa.presses("Say more" if english else "Nói thêm")


async def test_a_command_typed_as_ones_own_words_is_asked_about_and_may_be_opened(
    town: Town,
) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await _says_more(hoa)
    for words in ("biểu quyết", "bầu"):
        await hoa.says(words)
        hoa.sees(f"gõ “{words}”", "muốn mở mục ấy, hay đó là lời đồng chí muốn gửi?")
        hoa.can_press("Biểu quyết", "Gửi đúng lời ấy")
    await hoa.presses("Biểu quyết")
    hoa.sees("Chưa có cuộc biểu quyết nào")
    assert "đã ghi thêm" not in hoa.story()
    assert "bầu" not in binh.story()


async def test_a_command_meant_as_ones_own_words_is_sent_as_it_was_typed(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await _says_more(hoa)
    await hoa.says("Bầu")
    await town.restarts()
    await hoa.presses("Gửi đúng lời ấy")
    hoa.sees("Ý kiến số 1 năm 2026", "đã ghi thêm")
    binh.sees("Trần Thị Hoa", "Bầu")


async def test_whoever_is_asked_which_was_meant_may_also_write_on_or_go_back(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await _says_more(hoa)
    await hoa.says("kết quả biểu quyết")
    await hoa.presses("Quay lại")
    hoa.sees("gõ lại lời muốn gửi")
    await hoa.says("góp ý")
    hoa.sees("gõ “góp ý”")
    await hoa.presses("Gửi ý kiến")
    hoa.sees("Đồng chí muốn gửi ý kiến đến đâu?")
    hoa.has_not_seen("chưa gửi đi đâu")
    await hoa.says("xem trả lời")
    await hoa.presses("Nói thêm")
    await hoa.says("biểu quyết")
    await hoa.says("Biểu quyết tuần trước chưa rõ.")
    hoa.sees("đã ghi thêm")
    binh.has_seen("Biểu quyết tuần trước chưa rõ.")


async def test_a_leaders_command_and_a_word_of_thanks_are_a_members_own_words(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await _says_more(hoa)
    for words in ("mở biểu quyết", "cảm ơn"):
        await hoa.says(words)
        hoa.sees("đã ghi thêm")
        binh.has_seen(words)
        await hoa.presses("Nói thêm")


async def test_in_english_a_command_typed_as_ones_own_words_is_asked_about(town: Town) -> None:
    hoa = await town.comes("hoa", "en")
    await _says_more(hoa)
    await hoa.says("vote")
    hoa.sees("You typed “vote”.", "Would you like to open that, or are these the words to send?")
    hoa.can_press("Vote", "Send these words")


async def test_what_is_kept_for_one_unit_goes_to_no_other(town: Town) -> None:
    hoa, thanh = await town.comes("hoa"), await town.comes("thanh")
    await hoa.says("góp ý")
    await hoa.presses("Gửi cho chi bộ")
    await hoa.says("Xin chi bộ sửa mái nhà văn hóa.")
    await hoa.says("trang chính")
    hoa.sees("Chưa gửi đi: “Xin chi bộ sửa mái nhà văn hóa.”")
    await _forges(town, hoa, "feedback.write:above")
    await hoa.says("Xin hỏi tiền quà Tết.")
    hoa.sees("Xin hỏi tiền quà Tết.")
    assert "mái nhà" not in hoa.screen.text
    await hoa.presses("Gửi ý kiến này")
    thanh.sees("Xin hỏi tiền quà Tết.")
    thanh.has_not_seen("mái nhà")
    await hoa.says("trang chính")
    hoa.sees("Chưa gửi đi: “Xin chi bộ sửa mái nhà văn hóa.”")


async def test_a_press_that_sends_one_thing_kept_sends_no_other_and_no_bare_digit(
    town: Town,
) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await hoa.says("góp ý")
    await hoa.presses("Gửi cho chi bộ")
    await hoa.says("Đèn hẻm 3 tắt.")
    await hoa.says("đề nghị sửa")
    await hoa.says("Số điện thoại mới là 0900 123 456.")
    await _forges(town, hoa, "feedback.send_written:branch")
    hoa.sees("chưa gửi", "Đèn hẻm 3 tắt.")
    await hoa.presses("Gửi ý kiến này")
    hoa.sees("đã ghi: Ý kiến số 1")
    binh.has_seen("Đèn hẻm 3 tắt.")
    binh.has_not_seen("0900 123 456")
    await hoa.says("trang chính")
    hoa.sees("Chưa gửi đi: “Số điện thoại mới là")


async def test_an_opinion_that_is_a_commands_name_opens_the_command(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.says("góp ý")
    await hoa.presses("Gửi cho chi bộ")
    await hoa.says("biểu quyết")
    hoa.sees("Chưa có cuộc biểu quyết nào")


async def test_asked_which_was_meant_by_a_forged_press_leads_home(town: Town) -> None:
    hoa = await town.comes("hoa")
    await _forges(town, hoa, "lost.keep_answer:feedback.nothing:1")
    hoa.sees("Chào đồng chí Hoa")


async def test_who_is_absent_is_not_thanked_for_saying_yes(town: Town) -> None:
    hoa = await town.comes("hoa")
    for words, said in (("vâng", "vui vì giúp được"), ("Vắng", "cuộc họp"), ("vang", "vui vì")):
        await hoa.says(words)
        hoa.has_seen(said)


async def test_a_kind_word_or_a_thumb_is_answered_in_kind(town: Town) -> None:
    hoa = await town.comes("hoa")
    for words in ("cảm ơn cháu nhé", "👍"):
        await hoa.says(words)
        hoa.has_seen("Sổ tay vui vì giúp được đồng chí.")
        hoa.sees("Chào đồng chí Hoa")
    hoa.has_not_seen("chưa hiểu")


async def test_a_slip_in_the_middle_of_a_vote_leaves_its_list_as_it_is(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await opens(binh)
    await hoa.says("biểu quyết")
    for slip, said in (("7", "chỉ có từ số 1 đến số 3"), ("🌹", "vẫn để nguyên")):
        await hoa.says(slip)
        hoa.sees(said)
        hoa.can_press("Đồng ý", "Không đồng ý", "Ý kiến khác")
    if isinstance(hoa, AtPhone):
        await hoa.says("biểu quyết")
        await hoa.sends("sticker", STICKER)
        hoa.sees("Đang ở: “Thông qua nghị quyết tháng 12?”")
        hoa.can_press("Đồng ý", "Không đồng ý", "Ý kiến khác")
    await hoa.presses("Đồng ý")
    for slip, said in (("7", "chỉ có từ số 1 đến số 2"), ("ok", "Phiếu chưa gửi")):
        await hoa.says(slip)
        hoa.sees(said)
    await hoa.presses("Bỏ phiếu: Đồng ý")
    hoa.sees("Đã ghi phiếu của đồng chí: Đồng ý")


async def test_what_is_held_outlasts_a_number_that_is_no_choice(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await hoa.says("góp ý")
    await hoa.says("Đèn đường hẻm 3 bị tắt.")
    await hoa.says("9")
    hoa.sees("chỉ có từ số 1 đến số 3")
    await hoa.presses("Gửi cho chi bộ")
    hoa.sees("Ý kiến số 1 năm 2026")
    binh.has_seen("Đèn đường hẻm 3 bị tắt.")
    await hoa.presses("Nói thêm")
    await hoa.says("3")
    hoa.sees("Một con số", "gõ thành lời")
    await hoa.says("Đã ba tối rồi.")
    binh.has_seen("Đã ba tối rồi.")


async def test_words_written_before_it_is_said_to_whom_are_kept(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await hoa.presses("Gửi ý kiến")
    await hoa.says("Đèn đường hẻm 3 bị tắt.")
    hoa.sees("chưa gửi đi đâu", "Đèn đường hẻm 3 bị tắt.")
    await hoa.says("Đèn đường hẻm 5 bị tắt.")
    hoa.sees("Đèn đường hẻm 3 bị tắt.", "Đèn đường hẻm 5 bị tắt.")
    await town.restarts()
    await hoa.presses("Gửi cho chi bộ")
    hoa.sees("đã ghi: Ý kiến số 1")
    binh.has_seen("Đèn đường hẻm 3 bị tắt.\nĐèn đường hẻm 5 bị tắt.")


async def test_what_is_kept_outlasts_a_kind_word_and_is_named_at_home(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await hoa.presses("Gửi ý kiến")
    await hoa.says("Đèn đường hẻm 3 bị tắt.")
    await hoa.says("cảm ơn")
    hoa.sees("còn 1 việc", "Chưa gửi đi: “Đèn đường hẻm 3 bị tắt.”")
    await town.restarts()
    await hoa.presses("Sổ của tôi")
    await hoa.presses("Trang chính")
    await hoa.presses("Xem lời đang giữ")
    hoa.sees("đang giữ, chưa gửi đi đâu", "Đèn đường hẻm 3 bị tắt.")
    await hoa.presses("Làm tiếp")
    await hoa.says("Cả hẻm 5 nữa.")
    hoa.sees("Đèn đường hẻm 3 bị tắt.", "Cả hẻm 5 nữa.")
    await hoa.presses("Gửi cho chi bộ")
    binh.has_seen("Đèn đường hẻm 3 bị tắt.\nCả hẻm 5 nữa.")
    await hoa.presses("Trang chính")
    hoa.sees("Hôm nay không còn việc nào")
    hoa.can_press("Gửi ý kiến")


async def test_what_is_kept_is_thrown_away_only_by_a_press_that_says_so(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await hoa.presses("Gửi ý kiến")
    await hoa.says("Đèn đường hẻm 3 bị tắt.")
    await hoa.presses("Quay lại")
    await hoa.presses("Xem lời đang giữ")
    await hoa.presses("Bỏ đi, không gửi")
    hoa.sees("đã bỏ: “Đèn đường hẻm 3 bị tắt.”", "Không ai nhận được gì")
    await hoa.presses("Quay lại")
    hoa.sees("Hôm nay không còn việc nào")
    await hoa.presses("Gửi ý kiến")
    hoa.sees("muốn gửi ý kiến đến đâu?")
    binh.has_not_seen("Đèn đường hẻm 3 bị tắt.")


async def test_a_leader_finds_what_is_kept_at_home_too(town: Town) -> None:
    thanh, binh = await town.comes("thanh"), await town.comes("binh")
    await binh.says("góp ý")
    await binh.says("Xin thêm ghế cho nhà văn hóa.")
    await binh.presses("Quay lại")
    binh.sees("Chưa gửi đi: “Xin thêm ghế cho nhà văn hóa.”")
    binh.can_press("Xem lời đang giữ", "Điều hành")
    await binh.says("góp ý")
    await binh.presses("Gửi lên cấp trên")
    thanh.has_seen("Xin thêm ghế cho nhà văn hóa.")


async def test_an_opinion_outlasts_a_correction_and_each_goes_its_own_way(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await hoa.presses("Gửi ý kiến")
    await hoa.says("Đèn đường hẻm 3 bị tắt.")
    await hoa.says("đề nghị sửa")
    await hoa.says("Số điện thoại mới là 0900 123 456.")
    await hoa.presses("Gửi đề nghị này")
    binh.has_seen("0900 123 456")
    binh.has_not_seen("Đèn đường")
    await hoa.says("trang chính")
    hoa.sees("Chưa gửi đi: “Đèn đường hẻm 3 bị tắt.”")


@ON_PHONES
async def test_a_sticker_a_photo_and_three_lines_make_one_opinion(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await hoa.presses("Gửi ý kiến")
    deeds.send_file(town.sim.world, hoa.phone, "sticker", STICKER)
    await town.carries()
    hoa.sees("Thứ này Sổ tay chưa gửi đi được.", "gửi lời nói, ảnh, tài liệu")
    hoa.can_press("Gửi cho chi bộ", "Gửi lên cấp trên")
    await hoa.sends("photo", PHOTO)
    for words in ("Đèn hẻm 3 tắt.", "Đã ba tối rồi.", "Các cụ đi lại khó."):
        await hoa.says(words)
    deeds.send_file(town.sim.world, hoa.phone, "sticker", STICKER)
    await town.carries()
    hoa.sees("Đèn hẻm 3 tắt.", "Đã ba tối rồi.", "Các cụ đi lại khó.", "Kèm tấm ảnh")
    held = hoa.screen
    await hoa.says("cảm ơn")
    hoa.sees("Chưa gửi đi: “Đèn hẻm 3 tắt. Đã ba tối rồi.", "tấm ảnh")
    deeds.press(town.sim.world, hoa.phone, held.id, label="Gửi cho chi bộ")
    await town.carries()
    hoa.sees("chưa gửi đi đâu", "Đèn hẻm 3 tắt.")
    await hoa.presses("Gửi cho chi bộ")
    hoa.sees("đã ghi: Ý kiến số 1")
    binh.has_seen("Đèn hẻm 3 tắt.\nĐã ba tối rồi.\nCác cụ đi lại khó.")
    assert any(seen.kind == "photo" for seen in binh.chat)


async def test_what_would_be_too_long_together_leaves_what_was_kept_as_it_is(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.presses("Gửi ý kiến")
    await hoa.says("Đèn đường hẻm 3 bị tắt.")
    for _ in range(3):
        await hoa.says("đèn " * 900)
    hoa.sees("hơi dài")
    await hoa.says("trang chính")
    hoa.sees("Chưa gửi đi: “Đèn đường hẻm 3 bị tắt.")
    await hoa.presses("Xem lời đang giữ")
    hoa.sees("Đèn đường hẻm 3 bị tắt.")


async def test_the_sixth_opinion_of_a_day_is_kept_for_tomorrow(town: Town) -> None:
    hoa = await town.comes("hoa")
    for number in range(6):
        await hoa.says("góp ý")
        await hoa.says(f"Việc thứ {number}")
        await hoa.presses("Gửi cho chi bộ")
    hoa.sees("đã gửi 5 ý kiến")
    await hoa.says("trang chính")
    hoa.sees("Chưa gửi đi: “Việc thứ 5”")


async def test_in_english_what_is_kept_adds_up_and_is_named_at_home(town: Town) -> None:
    hoa, binh = await town.comes("hoa", "en"), await town.comes("binh")
    await hoa.presses("Speak up")
    await hoa.says("The lamp in lane 3 is out.")
    await hoa.says("For three nights now.")
    hoa.sees("The lamp in lane 3 is out.", "What you add is put with it.")
    await hoa.says("thanks")
    hoa.sees("Not sent yet: “The lamp in lane 3 is out.")
    await hoa.presses("See what is kept")
    hoa.sees("nobody has got it")
    await hoa.presses("Go on")
    await hoa.presses("Write to the party cell")
    binh.has_seen("The lamp in lane 3 is out.\nFor three nights now.")


SLASHES = {
    "/record": "Sinh: năm 1948",
    "/abc": "Chào đồng chí Hoa",
    "/help": "Hãy gọi:",
    "/": "Chào đồng chí Hoa",
    "/so_cua_toi": "Sinh: năm 1948",
    "/start@SotayBot": "Chào đồng chí Hoa",
    "/RECORD bây giờ": "Sinh: năm 1948",
    "/people": "Chào đồng chí Hoa",
    "/help@SotayBot": "Hãy gọi:",
    "//": "Chào đồng chí Hoa",
    "/settings": "muốn chỉnh gì",
    "/xin chào": "Chào đồng chí Hoa",
}


async def test_slash_commands_work_for_those_they_are_for_and_others_lead_home(town: Town) -> None:
    hoa = await town.comes("hoa")
    for typed, shows in SLASHES.items():
        await hoa.says(typed)
        hoa.sees(shows)


OLD = [
    "",
    "gone.away:5",
    "notices.show",
    "notices.show:abc",
    "members.record:1:2:3",
    "lost.not_understood:7",
    "help.keep_speed:supersonic",
    "help.speak:xx",
    "members.listed:all:-7",
    "members.entries:1:-3",
    "joining.agree:1",
    "joining.take_year:1",
    "joining.welcome",
    "members.decline:1",
    "members.take_correction",
    "units.deeds:99",
    "home.start",
]


@pytest.mark.fault(27)
async def test_old_and_forged_buttons_lead_on(town: Town) -> None:
    for who in ("hoa", "binh"):
        talker = await town.comes(who)
        for data in OLD:
            await _forges(town, talker, data)
            talker.has_not_seen(TROUBLE)
            assert "Nghe" in talker.screen.buttons, data


@ON_PHONES
async def test_old_buttons_do_nothing_for_strangers(town: Town) -> None:
    stranger = await town.stranger("Người lạ")
    await stranger.starts()
    for data in OLD:
        await _forges(town, stranger, data)
        stranger.has_not_seen(TROUBLE)
        assert "Nghe" in stranger.screen.buttons, data
    await _forges(town, stranger, "members.record")
    stranger.sees("cần mã in trong thư mời")


@pytest.mark.fault(30)
@ON_PHONES
async def test_twenty_presses_on_an_old_button_are_at_most_two_messages(town: Town) -> None:
    hoa = await town.comes("hoa")
    before = len(hoa.chat)
    for number in range(20):
        press = Incoming("telegram", hoa.address, f"old-{number}", "press", data="gone:5", ref="1")
        await town.app.take(press)
    await town.settles()

    assert len(hoa.chat) - before <= 2
    hoa.sees("Chào đồng chí Hoa")


@pytest.mark.fault(30)
@ON_PHONES
async def test_twenty_presses_between_two_old_messages_are_at_most_two_messages(
    town: Town,
) -> None:
    hoa = await town.comes("hoa")
    home = hoa.screen
    await hoa.says("gọi giúp")
    help_ = hoa.screen
    await hoa.says("bản tin")
    before = len(hoa.chat)
    for _ in range(10):
        for seen, label in ((home, "Thông báo"), (help_, "Chỉnh cách dùng")):
            deeds.press(town.sim.world, hoa.phone, seen.id, label=label)
            await town.carries()

    assert len(hoa.chat) - before <= 2, hoa.story()
    hoa.sees("muốn chỉnh gì")
    deeds.press(town.sim.world, hoa.phone, home.id, label="Thông báo")
    await town.carries()
    hoa.sees("Chưa có thông báo nào")


@pytest.mark.fault(30)
@ON_PHONES
async def test_twenty_presses_between_two_old_voices_bring_each_once(town: Town) -> None:
    thanh, hoa = await town.comes("thanh"), await town.comes("hoa")
    await thanh.says("thêm văn bản")
    await thanh.says("1. Sinh hoạt chi bộ\nHọp tối thứ Sáu.\n2. Thu đảng phí\nThu đủ.")
    approving = ("Nghe thử", "Đã nghe hết", "Đúng, duyệt bản tin")
    for label in ("Xem bản tin đang soạn", *approving):
        await thanh.presses(label)
    town.clock.move_to(2026, 12, 5, 8, 0)
    await town.ticks()
    bulletin = hoa.screen
    await hoa.says("trang chính")
    before = len(hoa.chat)
    for _ in range(10):
        for label in ("Nghe mục 1", "Nghe mục 2"):
            deeds.press(town.sim.world, hoa.phone, bulletin.id, label=label)
            await town.carries()

    brought = hoa.chat[before:]
    assert [seen.kind for seen in brought] == ["voice", "voice"], hoa.story()
    await hoa.says("trang chính")
    hoa.sees("Chào đồng chí Hoa")


UNASKED: tuple[Callable[[Town, Talker], object], ...] = (
    lambda town, one: deeds.send_file(town.sim.world, one.phone, "sticker", STICKER),
    lambda town, one: deeds.send_contact(town.sim.world, one.phone),
    lambda town, one: deeds.send_location(town.sim.world, one.phone, 16.46, 107.59),
)


@ON_PHONES
async def test_what_nobody_asked_for_is_thanked_for(town: Town) -> None:
    for send in UNASKED:
        hoa = await town.comes("hoa")
        send(town, hoa)
        await town.carries()
        hoa.sees("đã nhận, cảm ơn đồng chí")
        hoa.can_press("Gửi ý kiến", "Gọi giúp", "Quay lại", "Nghe")


@ON_PHONES
async def test_at_a_question_the_question_is_asked_again(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.presses("Sổ của tôi")
    await hoa.presses("Đề nghị sửa")
    for send in UNASKED:
        send(town, hoa)
        await town.carries()
        hoa.sees("chưa thấy chữ nào")
    await hoa.says("Số điện thoại mới là 0900 123 456.")
    await hoa.presses("Gửi đề nghị này")

    hoa.sees("đã ghi đề nghị")


@ON_PHONES
async def test_strangers_who_send_anything_are_welcomed(town: Town) -> None:
    stranger = await town.stranger("Người lạ")
    for send in UNASKED:
        send(town, stranger)
        await town.carries()
        stranger.sees("cần mã in trong thư mời")


@ON_PHONES
async def test_an_unasked_file_is_asked_about(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    for talker in (hoa, binh):
        await talker.sends("document", PICTURE, "Ảnh đoạn đường hỏng")
        talker.sees("đã nhận tệp “a.gif”", "dùng vào việc gì")
        assert talker.screen.buttons[0] == "Gửi ý kiến", "what every member does with it"
    hoa.can_press("Gọi giúp", "Bỏ đi, không gửi")
    binh.can_press("Viết thông báo", "Thêm văn bản", "Bỏ đi, không gửi")
    await hoa.presses("Bỏ đi, không gửi")
    hoa.sees("đã bỏ: “Ảnh đoạn đường hỏng”, kèm tệp “a.gif”")


@ON_PHONES
async def test_a_picture_sent_first_becomes_the_wish_chosen_afterwards(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await hoa.sends("photo", PHOTO, "Đoạn đường này hỏng đã lâu.")
    await hoa.presses("Gửi ý kiến")
    hoa.sees("chưa gửi đi đâu", "Đoạn đường này hỏng đã lâu.")
    await hoa.presses("Gửi cho chi bộ")
    hoa.sees("đã ghi: Ý kiến số 1")
    binh.has_seen("Đoạn đường này hỏng đã lâu.")
    assert any(seen.kind == "photo" for seen in binh.chat)


def _text(name: str, words: str) -> Upload:
    return Upload(name, "text/plain", words.encode())


@ON_PHONES
async def test_several_files_sent_unasked_all_go_into_the_bulletin(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.sends("document", _text("trong-cay.txt", "Trồng cây sáng Chủ nhật."))
    binh.sees("đã nhận tệp “trong-cay.txt”")
    await binh.sends("document", _text("don-ve-sinh.txt", "Dọn vệ sinh sáng thứ Bảy."))
    binh.sees("giữ cả 2 tệp: tệp “trong-cay.txt”, tệp “don-ve-sinh.txt”")
    binh.sees("chỉ lấy tệp sau cùng, tệp “don-ve-sinh.txt”")
    await town.restarts()
    await binh.presses("Thêm văn bản")
    binh.sees("Đã thêm 2 mục", "Lấy từ tệp “trong-cay.txt”, tệp “don-ve-sinh.txt”")
    await binh.sends("document", _text("trong-cay.txt", "Trồng cây sáng Chủ nhật."))
    await binh.sends("document", _text("hop.txt", "Họp tối thứ Sáu."))
    await binh.presses("Thêm văn bản")
    binh.sees("Đã thêm 1 mục", "Lấy từ tệp “hop.txt”", "Không thêm tệp “trong-cay.txt”")
    await binh.presses("Xem bản tin đang soạn")
    binh.sees("Có 3 mục")


@ON_PHONES
@pytest.mark.parametrize("language", ["vi", "en"])
async def test_three_files_with_long_names_are_told_in_sixty_words(
    town: Town, language: str
) -> None:
    binh = await town.comes("binh", language)
    for task in ("Trồng cây", "Dọn vệ sinh", "Thăm hỏi các cụ"):
        name = f"{task} dịp cuối năm ở hẻm 3 và hẻm 5.txt"
        await binh.sends(
            "document", _text(name, f"1. {task}\nSáng {task}.\n2. Nhớ {task}\nTối {task}.")
        )
    binh.sees("“Trồng cây dịp cuối…”, ", "1 tệp nữa" if language == "vi" else "and 1 more")
    assert len(binh.screen.text.split()) <= 60, binh.screen.text
    await binh.presses("Thêm văn bản" if language == "vi" else "Add a directive")
    binh.sees("6 mục" if language == "vi" else "6 items")
    assert len(binh.screen.text.split()) <= 60, binh.screen.text


@ON_PHONES
async def test_the_eleventh_file_is_kindly_put_off_and_takes_nothing_away(town: Town) -> None:
    binh = await town.comes("binh")
    for number in range(1, 12):
        await binh.sends("document", _text(f"viec-{number}.txt", f"Việc số {number} của tổ."))
    binh.sees("đang giữ 10 tệp", "chưa giữ thêm tệp “viec-11.txt”", "gửi lại tệp này nhé")
    await binh.presses("Thêm văn bản")
    binh.sees("Đã thêm 10 mục")
    await binh.sends("document", _text("viec-11.txt", "Việc số 11 của tổ."))
    await binh.presses("Thêm văn bản")
    binh.sees("Đã thêm 1 mục")


@ON_PHONES
async def test_what_takes_one_file_says_which_one_it_is(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    for name in ("don-1.txt", "don-2.txt"):
        await hoa.sends("document", _text(name, f"Xin sửa đường, {name}."))
    hoa.sees("giữ tệp “don-2.txt”, là tệp sau cùng", "Tệp trước, đồng chí gửi lại sau nhé.")
    await hoa.presses("Gửi ý kiến")
    hoa.sees("Kèm tệp “don-2.txt”. Mỗi lần chỉ một tệp")
    await hoa.says("Mong xem giúp.")
    hoa.sees("Mong xem giúp.", "Kèm tệp “don-2.txt”.")
    await hoa.presses("Gửi cho chi bộ")
    binh.has_seen("Mong xem giúp.")

    thanh = await town.comes("thanh")
    for name in ("lich-1.pdf", "lich-2.pdf"):
        await thanh.sends("document", Upload(name, "application/zip", name.encode()))
    await thanh.presses("Viết thông báo")
    thanh.sees("Ai sẽ nhận thông báo này?", "Kèm tệp “lich-2.pdf”.")


@ON_PHONES
async def test_a_file_that_did_not_arrive_takes_nothing_away_from_the_one_before(
    town: Town,
) -> None:
    binh = await town.comes("binh")
    await binh.sends("document", _text("trong-cay.txt", "Trồng cây sáng Chủ nhật."))
    big = Upload("phim.mp4", "video/mp4", b"\0" * (20 * 1024 * 1024 + 1))
    await binh.sends("document", big)
    binh.sees("lớn quá 20 megabyte")
    await binh.presses("Thêm văn bản")
    binh.sees("Đã thêm 1 mục", "Lấy từ tệp “trong-cay.txt”")


@ON_PHONES
async def test_what_is_said_about_a_picture_afterwards_goes_with_it(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await hoa.sends("photo", PHOTO)
    await hoa.says("cai cong bi vo")
    hoa.sees("giữ tấm ảnh cùng lời đồng chí", "cai cong bi vo")
    await hoa.presses("Gửi ý kiến")
    hoa.sees("cai cong bi vo", "Kèm tấm ảnh.")
    await hoa.presses("Gửi cho chi bộ")
    hoa.sees("đã ghi: Ý kiến số 1")
    binh.has_seen("cai cong bi vo")
    assert any(seen.kind == "photo" for seen in binh.chat)


@ON_PHONES
async def test_a_picture_left_for_later_is_gone_on_with_from_home(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await hoa.sends("photo", PHOTO)
    for said, asked in (("", "đã nhận tấm ảnh"), ("cai cong bi vo", "cai cong bi vo")):
        if said:
            await hoa.says(said)
        await hoa.presses("Trang chính")
        await hoa.presses("Xem lời đang giữ")
        await town.restarts()
        await hoa.presses("Làm tiếp")
        hoa.sees(asked)
        hoa.can_press("Gửi ý kiến")
    await hoa.presses("Gửi ý kiến")
    hoa.sees("cai cong bi vo", "Kèm tấm ảnh.")
    await hoa.presses("Gửi cho chi bộ")
    binh.has_seen("cai cong bi vo")


@ON_PHONES
async def test_a_picture_sent_first_becomes_the_notice_chosen_afterwards(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.sends("photo", PHOTO, "Lịch trực tháng này.")
    await binh.presses("Viết thông báo")
    binh.sees("Lịch trực tháng này.")
    assert binh.screen.kind == "photo"


@ON_PHONES
async def test_a_directive_sent_first_is_added_once_that_is_chosen(town: Town) -> None:
    thanh = await town.comes("thanh")
    text = "1. Sinh hoạt chi bộ\nHọp tối thứ Sáu.\n2. Thu đảng phí\nThu đủ."
    await thanh.sends("document", Upload("chi-dao.txt", "text/plain", text.encode()))
    await thanh.presses("Thêm văn bản")
    thanh.sees("Đã thêm 2 mục")
    await thanh.presses("Thêm văn bản nữa")
    thanh.sees("Chưa có gì gửi đi")


@ON_PHONES
async def test_while_a_document_is_read_its_sender_sees_that_something_happens(town: Town) -> None:
    thanh, signs = await town.comes("thanh"), town.sim.world.stats.calls
    await thanh.sends("photo", PHOTO)
    assert signs["sendChatAction"] == 0, "a picture is kept in no time"
    await thanh.sends("document", Upload("chi-dao.txt", "text/plain", b"1. Hop"))
    assert signs["sendChatAction"] == 1
    thanh.sees("muốn dùng")

    town.sim.world.faults.add(Fault("500", "sendchataction"))
    await thanh.sends("document", Upload("chi-dao.txt", "text/plain", b"1. Hop them"))
    thanh.sees("muốn dùng")


@ON_PHONES
async def test_a_picture_is_put_down_by_going_home(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.sends("photo", PHOTO)
    await hoa.presses("Trang chính")
    await hoa.presses("Gửi ý kiến")
    await hoa.presses("Gửi cho chi bộ")
    hoa.has_not_seen("đã ghi: Ý kiến số")


@pytest.mark.fault(38)
@ON_PHONES
@pytest.mark.parametrize("first", ["Thêm văn bản", "Viết thông báo", "Gửi ý kiến", None])
async def test_thirty_megabytes_get_one_clear_sentence_wherever_they_come(
    town: Town, first: str | None
) -> None:
    binh = await town.comes("binh")
    if first:
        await binh.says(first)
    if first == "Gửi ý kiến":
        await binh.presses("Gửi lên cấp trên")
    await binh.sends("document", Upload("chi-dao.docx", WORD, b"PK" + bytes(30_000_000)))
    binh.sees("Tệp này lớn quá 20 megabyte")
    assert "Nghe" in binh.screen.buttons


@ON_PHONES
async def test_a_strangers_file_is_not_even_fetched(town: Town) -> None:
    stranger = await town.stranger("Người lạ")
    await stranger.sends("photo", PHOTO)
    stranger.sees("cần mã in trong thư mời")
    assert town.sim.world.stats.calls.get("getFile", 0) == 0


@ON_PHONES
async def test_a_forwarded_post_is_answered_like_any_text(town: Town) -> None:
    hoa = await town.comes("hoa")
    post = "Sáng nay nhân dân toàn phường ra quân tổng vệ sinh đường làng ngõ xóm. " * 20
    deeds.forward(town.sim.world, hoa.phone, post, "Kênh tin")
    await town.carries()
    hoa.sees("Lời này chưa gửi đi đâu")
    deeds.forward(town.sim.world, hoa.phone, "/start 7K3M9QXT2RBD", "Kênh tin")
    await town.carries()

    hoa.sees("Chào đồng chí Hoa")


async def test_pressing_on_after_not_being_understood_works(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.says("thông báo họp biểu quyết bản tin góp ý sổ của tôi gì đây")
    await hoa.presses("Quay lại")

    hoa.sees("Chào đồng chí Hoa")
    hoa.has_not_seen(TROUBLE)


@ON_PHONES
async def test_an_answer_the_messenger_would_not_take_yet_comes_a_moment_later(town: Town) -> None:
    hoa = await town.comes("hoa")
    town.sim.world.faults.add(Fault("429", "sendmessage", retry_after=1))
    await hoa.says("Thông báo")
    hoa.sees("Chưa có thông báo nào")


@ON_PHONES
async def test_a_greeting_is_said_once_although_home_has_to_be_sent_again(town: Town) -> None:
    hoa = await town.comes("hoa")
    greeted = sum("Bốn nút lớn" in seen.text for seen in hoa.chat)
    town.sim.world.faults.add(Fault("429", "sendmessage", retry_after=1, after=1))
    await hoa.starts()
    hoa.sees("Chào đồng chí Hoa.")
    assert sum("Bốn nút lớn" in seen.text for seen in hoa.chat) == greeted + 1


@ON_PHONES
async def test_a_voice_the_messenger_would_not_take_yet_comes_a_moment_later(town: Town) -> None:
    hoa = await town.comes("hoa")
    town.sim.world.faults.add(Fault("429", "sendvoice", retry_after=1))
    await hoa.presses("Nghe")
    assert hoa.screen.kind == "voice"


@pytest.mark.fault(8)
@ON_PHONES
async def test_a_file_that_cannot_be_kept_is_asked_for_again_and_stops_nobody(town: Town) -> None:
    hoa, tuan = await town.comes("hoa"), await town.comes("tuan")
    shutil.rmtree(town.folder / "files")
    await hoa.sends("photo", PHOTO)
    hoa.sees("Tệp chưa đến nơi")
    await tuan.presses("Thông báo")

    tuan.sees("Chưa có thông báo nào")


@pytest.mark.parametrize(
    ("language", "words", "shows"),
    [
        ("vi", "Tôi muốn chết", ("không phải chịu một mình", "Lê Văn Bình", "115")),
        ("vi", "bác chán sống lắm rồi cháu ơi", ("Lê Văn Bình",)),
        ("vi", "toi khong muon song nua", ("Lê Văn Bình",)),
        ("en", "I want to die.", ("You are not alone with it", "Lê Văn Bình", "115")),
    ],
)
async def test_words_of_despair_lead_at_once_to_people_wherever_they_are_typed(
    town: Town, language: str, words: str, shows: tuple[str, ...]
) -> None:
    hoa = await town.comes("hoa", language)
    await hoa.says(words)
    hoa.sees(*shows)
    await hoa.presses("Gửi ý kiến" if language == "vi" else "Speak up")
    await hoa.presses("Gửi cho chi bộ" if language == "vi" else "Write to the party cell")
    await hoa.says(words)
    hoa.sees(*shows)


@pytest.mark.parametrize("words", ["từ từ cháu nhé", "mệt muốn chết", "tu tu da"])
async def test_everyday_words_are_not_taken_for_despair(town: Town, words: str) -> None:
    hoa = await town.comes("hoa")
    await hoa.says(words)
    hoa.has_not_seen("chịu một mình")


@ON_PHONES
@pytest.mark.parametrize("language", ["vi", "en"])
async def test_however_much_is_kept_its_screens_stay_short(town: Town, language: str) -> None:
    hoa = await town.comes("hoa", language)
    for number in range(3):
        name = f"Dọn vệ sinh dịp cuối năm ở hẻm {number} và hẻm 5.txt"
        await hoa.sends("document", _text(name, f"Dọn {number}."), "tổ ta đã đi xem " * 9)
    screens = [hoa.screen]
    for label in (
        "góp ý" if language == "vi" else "speak up",
        "trang chính" if language == "vi" else "home",
        "Xem lời đang giữ" if language == "vi" else "See what is kept",
        "Bỏ đi, không gửi" if language == "vi" else "Throw it away",
    ):
        await hoa.presses(label)
        screens.append(hoa.screen)
    for screen in screens:
        assert len(screen.text.split()) <= 60, screen.text
        assert len(screen.buttons) <= 6, screen.buttons
