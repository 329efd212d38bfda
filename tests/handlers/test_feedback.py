"""Speaking up as it happens: a member writes, is answered, asks back, says that all is well."""

import pytest

from bot.doors import Incoming
from simulator.files import Upload
from tests.talkers import Talker
from tests.town import Town

ON_PHONES = pytest.mark.parametrize("town", ["telegram"], indirect=True)
VOICE = Upload("loi-noi.ogg", "audio/ogg", b"OggS")
LAMP = "Đèn đường hẻm 3 bị tắt."


async def _writes(member: Talker, words: str = LAMP, to: str = "Gửi cho chi bộ") -> None:
    await member.says("góp ý")
    await member.presses(to)
    await member.says(words)
    english = "Send this" in member.screen.buttons
    await member.presses("Send this" if english else "Gửi ý kiến này")


async def _answers(leader: Talker, words: str = "Thợ đến sửa thứ Sáu.") -> None:
    await leader.presses("Trả lời")
    await leader.says(words)
    await leader.presses("Gửi câu trả lời")


async def _forges(town: Town, talker: Talker, data: str) -> None:
    """A press nobody offered: what an old or forged button sends."""
    key = f"forged-{data}-{len(talker.chat)}"
    await town.app.take(Incoming(town.door.name, talker.address, key, "press", data=data, ref="0"))
    await town.settles()


async def test_a_case_is_written_answered_and_closed(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await hoa.says("góp ý")
    hoa.sees("được hẹn trả lời trong 7 ngày")
    hoa.can_press("Gửi cho chi bộ", "Gửi lên cấp trên")
    await hoa.presses("Gửi cho chi bộ")
    hoa.sees("Ý kiến gửi Chi bộ 1", "gõ chữ, hoặc gửi lời nói")
    await hoa.says(LAMP)
    hoa.sees("Ý kiến gửi Chi bộ 1, chưa gửi", LAMP)
    binh.has_not_seen(LAMP)
    await hoa.presses("Gửi ý kiến này")
    hoa.sees("Ý kiến số 1 năm 2026", "chậm nhất ngày 30 tháng 11 năm 2026")

    binh.sees("Trần Thị Hoa, Chi bộ 1", LAMP, "ngày 30 tháng 11 năm 2026")
    await binh.presses("Trả lời")
    binh.sees("trả lời Trần Thị Hoa", LAMP)
    await binh.says("Thợ đến sửa thứ Sáu.")
    binh.sees("Trần Thị Hoa sẽ đọc thế này:", "Thợ đến sửa thứ Sáu.")
    hoa.has_not_seen("Thợ đến sửa thứ Sáu.")
    await binh.presses("Gửi câu trả lời")
    binh.sees("đã ghi câu trả lời")

    hoa.sees("Lê Văn Bình: Thợ đến sửa thứ Sáu.", "đã ổn chưa")
    await hoa.presses("Đã ổn")
    hoa.sees("Ý kiến số 1 năm 2026 đã khép lại")
    await hoa.says("ý kiến của tôi")
    hoa.sees("Số 1 năm 2026, Chi bộ 1: đã khép lại")


@ON_PHONES
async def test_what_the_messenger_cut_off_joins_the_case(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await hoa.says("góp ý")
    await hoa.presses("Gửi cho chi bộ")
    await hoa.says_at_once("Đèn tắt. " * 300, "Đường lầy. " * 200)
    hoa.sees("chưa gửi", "Đèn tắt. Đèn tắt.")
    await hoa.presses("Gửi ý kiến này")
    hoa.sees("Ý kiến số 1 năm 2026", "đã ghi")
    binh.has_seen("Trần Thị Hoa, Chi bộ 1", "Đèn tắt. Đèn tắt.")
    binh.has_seen("Ý kiến số 1", "Đường lầy. Đường lầy.")


async def test_asking_back_goes_to_the_owner_and_is_answered_again(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _writes(hoa)
    await _answers(binh)
    await hoa.presses("Hỏi thêm")
    await hoa.says("Thợ đến lúc mấy giờ?")
    hoa.sees("chưa gửi:", "Thợ đến lúc mấy giờ?", "mở lại, Chi bộ 1 phải trả lời lần nữa")
    binh.has_not_seen("Thợ đến lúc mấy giờ?")
    await hoa.presses("Gửi và mở lại ý kiến")
    hoa.sees("đã ghi thêm")
    binh.sees("Trần Thị Hoa hỏi thêm", "Thợ đến lúc mấy giờ?", LAMP, "Thợ đến sửa thứ Sáu.")
    await _answers(binh, "Khoảng 8 giờ sáng.")
    hoa.sees("Khoảng 8 giờ sáng.")
    await hoa.presses("Hỏi thêm")
    await hoa.says("xem trả lời")
    hoa.can_press("Đã ổn", "Hỏi thêm", "Chưa ổn")
    await hoa.says("lịch họp")
    await hoa.says("trả lời")
    hoa.sees("Khoảng 8 giờ sáng.")
    await hoa.says("ổn rồi")
    hoa.sees("Ý kiến số 1 năm 2026 đã khép lại")


@ON_PHONES
async def test_an_answer_that_comes_while_more_is_written_is_not_missed(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _writes(hoa)
    await hoa.presses("Nói thêm")
    await _answers(binh)
    await hoa.says("Có ai đến chưa?")
    hoa.sees("đã có trả lời", "chưa gửi:", "Có ai đến chưa?")
    binh.has_not_seen("Có ai đến chưa?")
    await hoa.presses("Gửi và mở lại ý kiến")
    hoa.sees("đã ghi thêm")
    binh.sees("Có ai đến chưa?", "Thợ đến sửa thứ Sáu.")


@ON_PHONES
async def test_what_did_not_help_is_told_to_the_owner(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _writes(hoa)
    await _answers(binh)
    await hoa.presses("Chưa ổn")
    hoa.sees("đã báo là chưa ổn", "Chi bộ 1 trả lời lại", "nói thêm chỗ nào chưa ổn")
    binh.sees("Trần Thị Hoa cho biết chưa ổn", LAMP)
    binh.can_press("Trả lời")
    await hoa.says("Hôm nay vẫn chưa thấy ai đến.")
    hoa.sees("đã ghi thêm")
    binh.sees("Trần Thị Hoa nói thêm", "Hôm nay vẫn chưa thấy ai đến.")
    await binh.presses("Xem ý kiến")
    binh.sees("Trần Thị Hoa cho biết chưa ổn.", "Chi bộ 1 trả lời chậm nhất")
    await town.passes(minutes=5)
    await _answers(binh, "Chiều nay thợ đến.")
    await hoa.presses("Chưa ổn")
    binh.sees("Trần Thị Hoa cho biết chưa ổn", "Hôm nay vẫn chưa thấy ai đến.")


@ON_PHONES
async def test_empty_and_endless_words_are_asked_again(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.says("góp ý")
    await hoa.presses("Gửi cho chi bộ")
    for _ in range(3):
        await hoa.says("đèn " * 900)
    hoa.sees("hơi dài, một lần gửi được 10500 chữ cái")
    await hoa.says(LAMP)
    await hoa.presses("Gửi ý kiến này")
    hoa.sees("Ý kiến số 1 năm 2026")


@ON_PHONES
async def test_the_sixth_case_of_a_day_is_led_to_the_phone(town: Town) -> None:
    hoa = await town.comes("hoa")
    for _ in range(5):
        await _writes(hoa)
    await hoa.says("góp ý")
    await hoa.presses("Gửi cho chi bộ")
    hoa.sees("đã gửi 5 ý kiến", "Gọi giúp")


@ON_PHONES
async def test_the_secretary_writes_to_the_unit_above(town: Town) -> None:
    thanh, binh = await town.comes("thanh"), await town.comes("binh")
    await binh.says("góp ý")
    assert "Gửi cho chi bộ" not in binh.screen.buttons
    await binh.presses("Gửi lên cấp trên")
    await binh.says(LAMP)
    await binh.presses("Gửi ý kiến này")
    thanh.sees("Lê Văn Bình, Chi bộ 1", LAMP)
    await _answers(thanh)
    await binh.presses("Trang chính")
    binh.can_press("Lịch họp", "Xem trả lời", "Điều hành")
    await binh.says("trả lời")
    binh.sees("chờ đồng chí cho biết đã ổn chưa", "Thợ đến sửa thứ Sáu.")


@ON_PHONES
async def test_a_voice_needs_no_words_and_reaches_the_owner(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await hoa.says("góp ý")
    await hoa.presses("Gửi cho chi bộ")
    await hoa.sends("voice", VOICE)
    await hoa.presses("Gửi ý kiến này")
    hoa.sees("Ý kiến số 1 năm 2026")
    binh.sees("(một lời nói)")
    assert binh.screen.kind == "voice"

    await binh.presses("Trả lời")
    await binh.sends("voice", VOICE)
    await binh.presses("Gửi câu trả lời")
    hoa.sees("Lê Văn Bình: (một lời nói)")
    assert hoa.screen.kind == "voice"
    await hoa.says("ý kiến của tôi")
    await hoa.presses("Số 1: (một lời nói)")
    assert hoa.screen.kind == "voice"


async def test_a_long_story_is_read_page_by_page(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _writes(hoa, " ".join(f"từ{number}" for number in range(1, 81)))
    await binh.presses("Xem ý kiến")
    binh.sees("từ1 ", "…")
    assert "từ30" not in binh.screen.text
    await binh.presses("Xem toàn bộ")
    binh.sees("Trần Thị Hoa, thứ Hai, ngày 23 tháng 11", "từ36", "Trang 1 trên 3")
    await binh.presses("Xem tiếp")
    binh.sees("từ37", "từ72", "Trang 2 trên 3")
    await binh.presses("Xem tiếp")
    binh.sees("từ80", "Trang 3 trên 3")
    assert "Xem tiếp" not in binh.screen.buttons
    await binh.presses("Quay lại")
    binh.can_press("Trả lời")


@ON_PHONES
async def test_the_fullest_screens_of_a_case_stay_short(town: Town) -> None:
    thanh, hoa = await town.comes("thanh"), await town.comes("hoa")
    for _ in range(3):
        await thanh.says("ghi hộ ý kiến")
        await thanh.says("Trần Thị Hoa")
        await thanh.presses("Trần Thị Hoa, 1948")
        await thanh.says("đèn " * 700)
    await hoa.presses("Xem ý kiến")
    await hoa.presses("Nói thêm")
    await hoa.sends("voice", VOICE, "tắt " * 200)
    await town.passes(days=8)
    await thanh.says("trả lời ý kiến")
    thanh.sees("quá hạn")
    assert len(thanh.screen.text.split()) <= 60, thanh.screen.text
    for label in ("Số 3: Trần Thị Hoa", "Xem toàn bộ"):
        await thanh.presses(label)
        assert len(thanh.screen.text.split()) <= 60, thanh.screen.text


async def test_leaders_find_what_waits_three_at_a_time(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    for number in range(4):
        await _writes(hoa, f"Việc thứ {number}")
    await binh.says("trả lời ý kiến")
    binh.sees("Có 4 ý kiến chờ trả lời", "Số 1 năm 2026, Chi bộ 1: hạn ngày 30 tháng 11")
    await binh.presses("Xem tiếp")
    binh.can_press("Số 4: Trần Thị Hoa")
    await binh.presses("Số 4: Trần Thị Hoa")
    binh.sees("Ý kiến số 4 năm 2026: Trần Thị Hoa, Chi bộ 1", "Việc thứ 3")


@ON_PHONES
async def test_an_old_answer_button_shows_what_another_has_answered(town: Town) -> None:
    binh, hoa, thanh = [await town.comes(key) for key in ("binh", "hoa", "thanh")]
    await _writes(hoa)
    await thanh.says("trả lời ý kiến")
    await thanh.presses("Số 1: Trần Thị Hoa")
    await _answers(thanh, "Phường đã cử thợ.")
    await binh.presses("Trả lời")
    binh.sees("Đã có trả lời", "Phường đã cử thợ.")
    binh.can_press("Trả lời thêm")


@ON_PHONES
async def test_a_button_of_a_closed_case_is_kind(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _writes(hoa)
    await _answers(binh)
    await hoa.presses("Đã ổn")
    binh.sees("Ý kiến số 1 năm 2026: Trần Thị Hoa cho biết đã ổn")
    await town.passes(days=2)
    await hoa.presses("Chưa ổn, mở lại")
    hoa.sees("Ý kiến số 1 năm 2026 đã khép lại rồi")
    hoa.can_press("Quay lại")


async def test_who_said_by_a_slip_that_it_helped_opens_the_case_again(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _writes(hoa)
    await _answers(binh)
    await hoa.presses("Đã ổn")
    hoa.sees("đã khép lại", "vẫn mở lại được")
    await hoa.presses("Chưa ổn, mở lại")
    hoa.sees("đã báo là chưa ổn")
    binh.sees("Trần Thị Hoa cho biết chưa ổn", LAMP)
    binh.can_press("Trả lời")


async def test_a_leaders_old_button_does_not_reopen_what_its_member_closed(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _writes(hoa)
    await _answers(binh)
    await hoa.presses("Đã ổn")
    await _forges(town, binh, "feedback.judged_by_phone:1:0")
    binh.sees("đã khép lại rồi")
    binh.has_not_seen("Trần Thị Hoa cho biết chưa ổn")


@ON_PHONES
async def test_a_long_opinion_is_shown_as_far_as_it_fits_before_it_leaves(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await hoa.says("góp ý")
    await hoa.says("đèn " * 200)
    hoa.sees("chưa gửi đi đâu:", "đèn " * 20, "(còn 174 chữ nữa)")
    await hoa.presses("Xem đủ lời đã viết")
    hoa.sees("chưa gửi:", "đèn " * 40)
    while "Xem tiếp" in hoa.screen.buttons:
        await hoa.presses("Xem tiếp")
    await hoa.presses("Quay lại")
    hoa.sees("chưa gửi đi đâu:", "(còn 174 chữ nữa)")
    assert len(hoa.screen.text.split()) <= 60, hoa.screen.text
    await hoa.sends("voice", VOICE)
    hoa.sees("Kèm lời nói.", "(còn 179 chữ nữa)")
    assert len(hoa.screen.text.split()) <= 60, hoa.screen.text
    await _writes(hoa)
    await _answers(binh)
    await hoa.presses("Hỏi thêm")
    await hoa.says("đèn " * 200)
    hoa.sees("(còn 182 chữ nữa)")
    assert len(hoa.screen.text.split()) <= 60, hoa.screen.text


async def test_a_call_is_written_down_for_somebody_else(town: Town) -> None:
    binh, hoa, thanh = [await town.comes(key) for key in ("binh", "hoa", "thanh")]
    await thanh.says("ghi hộ ý kiến")
    await thanh.says("ai đó")
    thanh.sees("chưa thấy ai")
    await thanh.says("tran thi hoa")
    thanh.sees("Trần Thị Hoa, Chi bộ 1")
    await thanh.presses("Trần Thị Hoa, 1948")
    await thanh.says(LAMP)
    thanh.sees("Phường Sen Hồng trả lời Trần Thị Hoa")
    hoa.sees("Ý kiến số 1 năm 2026 của đồng chí đã được ghi", "Nguyễn Thị Thanh ghi hộ")
    binh.has_not_seen(LAMP)


async def test_an_answer_for_somebody_without_the_handbook_is_phoned(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("ghi hộ ý kiến")
    await binh.says("Phạm Minh Tuấn")
    await binh.presses("Phạm Minh Tuấn, 1990")
    await binh.says(LAMP)
    binh.sees("Phạm Minh Tuấn chưa vào Sổ tay", "nhắc đồng chí gọi báo")
    await binh.presses("Xem ý kiến")
    await binh.presses("Trả lời")
    await binh.says("Thợ đến sửa thứ Sáu.")
    await binh.presses("Gửi câu trả lời")
    binh.sees("không gửi đến được", "Nhờ đồng chí gọi 0900000003 đọc câu trả lời")
    await binh.presses("Quay lại")
    binh.sees("cần gọi báo trả lời")
    await binh.presses("Số 1: Phạm Minh Tuấn")
    binh.sees("chưa báo được, cần gọi điện")
    await binh.presses("Tôi đã gọi báo")
    binh.sees("Người ấy thấy như vậy đã ổn chưa?")
    await binh.presses("Người ấy nói đã ổn")
    binh.sees("Đã khép lại")
    await binh.says("trả lời ý kiến")
    binh.sees("Không có ý kiến nào đang chờ")


@ON_PHONES
async def test_too_many_of_a_name_are_cut_to_three(town: Town) -> None:
    thanh = await town.comes("thanh")
    await thanh.says("ghi hộ ý kiến")
    await thanh.says("thị")
    thanh.sees("5 người có tên như vậy")
    thanh.can_press("Tìm lại")
    assert len([label for label in thanh.screen.buttons if ", 19" in label]) == 3


async def test_an_overdue_case_climbs_and_the_member_is_told(town: Town) -> None:
    binh, hoa, thanh = [await town.comes(key) for key in ("binh", "hoa", "thanh")]
    await _writes(hoa)
    await town.passes(days=7, hours=9)
    hoa.sees("chuyển lên cấp trên", "Phường Sen Hồng sẽ trả lời chậm nhất ngày 7 tháng 12")
    binh.sees("đã chuyển lên Phường Sen Hồng")
    thanh.sees("Cấp dưới chưa kịp trả lời", LAMP)
    await _answers(thanh)
    hoa.sees("Nguyễn Thị Thanh: Thợ đến sửa thứ Sáu.")


@ON_PHONES
async def test_silence_after_an_answer_closes_the_case(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _writes(hoa)
    await _answers(binh)
    await town.passes(days=14, hours=1)
    hoa.sees("Ý kiến số 1 năm 2026 đã khép lại", "Hai tuần nay")


@ON_PHONES
async def test_nobody_else_can_open_a_case_with_a_forged_button(town: Town) -> None:
    hoa, mai = await town.comes("hoa"), await town.comes("mai")
    await _writes(hoa)
    for route in ("show_own:1", "show_case:1", "own_pages:1:0", "pages:1:0", "helped:1"):
        await _forges(town, mai, f"feedback.{route}")
        mai.sees("Ý kiến này không còn ở đây")
    mai.has_not_seen(LAMP)


@ON_PHONES
async def test_home_says_what_waits(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _writes(hoa)
    await binh.presses("Trang chính")
    binh.sees("Trả lời 1 ý kiến")
    await binh.says("trả lời")
    await binh.presses("Số 1: Trần Thị Hoa")
    await _answers(binh)
    await hoa.presses("Trang chính")
    hoa.sees("Xem 1 câu trả lời ý kiến")
    await hoa.presses("Xem trả lời")
    hoa.sees("chờ đồng chí cho biết đã ổn chưa", "Thợ đến sửa thứ Sáu.")


async def test_the_list_says_which_cases_are_ones_own_as_home_counts_them(town: Town) -> None:
    hoa, mai, thanh = [await town.comes(key) for key in ("hoa", "mai", "thanh")]
    await _writes(hoa)
    await thanh.says("trả lời ý kiến")
    thanh.sees("Không có ý kiến nào chờ đồng chí trả lời, có 1 ý kiến chờ cấp dưới")
    await thanh.presses("Trang chính")
    thanh.sees("không còn việc nào")
    await _writes(mai, to="Gửi lên cấp trên")
    await thanh.says("trang chính")
    thanh.sees("Trả lời 1 ý kiến")
    await thanh.says("trả lời ý kiến")
    thanh.sees("Có 1 ý kiến chờ đồng chí trả lời, và 1 ý kiến chờ cấp dưới")
    assert thanh.screen.buttons[0] == "Số 2: Đặng Thị Mai", "the own first, though due later"


async def test_the_list_says_whose_the_cases_are_in_english(town: Town) -> None:
    hoa, mai, thanh = (
        await town.comes("hoa"),
        await town.comes("mai"),
        await town.comes("thanh", "en"),
    )
    await _writes(hoa)
    await thanh.says("answer members")
    thanh.sees("Nothing is waiting for your answer. The units below have one case to answer")
    await _writes(mai, to="Gửi lên cấp trên")
    await thanh.presses("Home")
    await thanh.says("answer members")
    thanh.sees("One case is waiting for your answer, 1 for the units below")


async def test_it_works_in_english(town: Town) -> None:
    hoa = await town.comes("hoa", language="en")
    await hoa.says("speak up")
    await hoa.presses("Write to the party cell")
    await hoa.says("The lamp in lane 3 is out.")
    await hoa.presses("Send this")
    hoa.sees("Case no. 1 of 2026", "by 30 November 2026")


@pytest.mark.parametrize(
    ("language", "front", "road", "shows"),
    [
        ("vi", "góp ý", "Gửi cho chi bộ", "Họ tên đồng chí đi kèm."),
        ("en", "speak up", "Write to the party cell", "Your name goes along."),
    ],
)
async def test_whoever_speaks_up_is_told_that_the_name_goes_along_and_who_reads_it(
    town: Town, language: str, front: str, road: str, shows: str
) -> None:
    hoa = await town.comes("hoa", language)
    await hoa.says(front)
    hoa.sees(shows, "cấp trên đọc được" if language == "vi" else "levels above can read it")
    await hoa.presses(road)
    hoa.sees(shows)


async def test_an_answer_is_put_right_before_it_leaves_and_leaves_once(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _writes(hoa)
    await binh.presses("Trả lời")
    await binh.says("Thợ đến sửa thứ Năm.")
    await binh.says("Thợ đến sửa thứ Sáu.")
    binh.sees("Thợ đến sửa thứ Sáu.")
    await binh.says("trang chính")
    binh.sees("Chưa gửi đi: “Thợ đến sửa thứ Sáu.”")
    await binh.presses("Xem lời đang giữ")
    await binh.presses("Làm tiếp")
    await binh.presses("Gửi câu trả lời")
    hoa.sees("Lê Văn Bình: Thợ đến sửa thứ Sáu.")
    hoa.has_not_seen("thứ Năm")
    before = len(hoa.story())
    await binh.presses("Gửi câu trả lời")
    assert len(hoa.story()) == before


async def test_in_english_an_answer_is_looked_at_before_it_leaves(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh", "en")
    await _writes(hoa)
    await binh.presses("Answer")
    await binh.says("They come on Friday.")
    binh.sees("Trần Thị Hoa will read:", "They come on Friday.")
    await binh.presses("Send this answer")
    hoa.sees("They come on Friday.")
