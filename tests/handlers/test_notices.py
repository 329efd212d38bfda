"""Notices as they happen: a secretary writes, the branch reads, answers come in."""

import pytest

from simulator.files import Upload
from tests.talkers import Talker
from tests.town import Town

SEND = "Gửi cho 7 người"
ONE = "Số 1: Chi bộ họp vào…"
PREVIEW_AND_SEND = ("Xem người nhận và gửi", SEND)
ON_PHONES = pytest.mark.parametrize("town", ["telegram"], indirect=True)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49"
    "444154789c63f80f0001010100b138f6140000000049454e44ae426082"
)  # the smallest PNG there is
PHOTO = Upload("ap-phich.png", "image/png", PIXEL)


async def _sends(secretary: Talker, text: str = "Chi bộ họp vào thứ Sáu.") -> None:
    await secretary.presses("Trang chính")
    await secretary.says("viết thông báo")
    await secretary.says(text)
    for label in PREVIEW_AND_SEND:
        await secretary.presses(label)


async def _sent(town: Town, secretary: Talker, text: str = "Chi bộ họp vào thứ Sáu.") -> None:
    await _sends(secretary, text)
    await town.passes(seconds=61)


async def test_a_notice_is_written_seen_and_sent(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await binh.says("viết thông báo")
    binh.sees("Thông báo của Chi bộ 1")
    await binh.says("Chi bộ họp vào thứ Sáu.")
    binh.sees("Thông báo của Chi bộ 1", "Người gửi: Lê Văn Bình", "Chi bộ họp vào thứ Sáu.")
    await binh.presses("Xem người nhận và gửi")
    binh.sees(
        "Gửi cho 7 người?",
        "Chi bộ 1, trừ đồng chí",
        "Chưa vào sổ 1 người: Phạm Minh Tuấn.",
        "còn kịp thu lại",
    )
    assert binh.screen.buttons[0] == "Xem lại thông báo", "the safe choice comes first"
    hoa.has_not_seen("thứ Sáu")

    await binh.presses(SEND)
    binh.sees("Thông báo số 1 năm 2026", "trong vòng một phút nữa")
    hoa.has_not_seen("thứ Sáu")
    await town.passes(seconds=61)
    hoa.sees("Thông báo số 1 năm 2026 của Chi bộ 1", "Lê Văn Bình", "Chi bộ họp vào thứ Sáu.")
    hoa.can_press("Đã nhận")


async def test_one_tap_acknowledges_and_a_second_is_told_kindly(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _sent(town, binh)
    await hoa.presses("Đã nhận")
    hoa.sees("đã ghi đồng chí nhận Thông báo số 1 năm 2026")
    await hoa.says("thông báo")
    hoa.sees("Đã báo Đã nhận: thứ Hai, ngày 23 tháng 11, lúc 9 giờ 01 sáng")
    assert "Đã nhận" not in hoa.screen.buttons


@ON_PHONES
async def test_an_old_button_says_when_it_was_noted(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _sent(town, binh)
    await hoa.presses("Đã nhận")
    await town.passes(hours=2)
    await hoa.presses("Đã nhận")
    hoa.sees("đồng chí yên tâm", "lúc 9 giờ 01 sáng")


async def test_the_newest_notice_is_one_tap_from_home(town: Town) -> None:
    binh = await town.comes("binh")
    await _sent(town, binh, "Tin thứ nhất.")
    await _sent(town, binh, "Tin thứ hai.")
    hoa = await town.comes("hoa")
    hoa.sees("Xem và bấm Đã nhận 2 thông báo")
    await hoa.presses("Thông báo")
    hoa.sees("Tin thứ hai.")
    await hoa.presses("Đã nhận")
    await hoa.presses("Xem tin chưa nhận")
    hoa.sees("Tin thứ nhất.")
    await hoa.presses("Đã nhận")
    await hoa.presses("Trang chính")
    hoa.sees("không còn việc nào")


async def test_earlier_notices_are_listed_by_three(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    for number in range(1, 6):
        await _sent(town, binh, f"Tin {number}.")
    await hoa.says("thông báo")
    await hoa.presses("Xem các tin trước")
    hoa.can_press(*(f"Số {n}, Chi bộ 1: Tin {n}." for n in (4, 3, 2)), "Xem tiếp")
    await hoa.presses("Xem tiếp")
    await hoa.presses("Số 1, Chi bộ 1: Tin 1.")
    hoa.sees("Thông báo số 1 năm 2026", "Tin 1.")
    await hoa.presses("Quay lại")
    hoa.sees("trang 2", "• Thông báo số 1 năm 2026 của Chi bộ 1")


async def test_nothing_is_said_to_have_come_before_anything_came(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.says("thông báo")
    hoa.sees("Chưa có thông báo nào gửi cho đồng chí")


async def test_a_notice_can_be_taken_back_for_a_minute_and_mended(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _sends(binh, "Chi bộ hop thứ Sáu.")
    await town.passes(seconds=50)
    await binh.presses("Thu lại")
    binh.sees("Đã thu lại Thông báo số 1 năm 2026")
    await town.passes(minutes=10)
    hoa.has_not_seen("thứ Sáu")

    await binh.presses("Sửa để gửi lại")
    await binh.presses("Sửa hoặc kèm tệp")
    await binh.says("Chi bộ họp thứ Sáu.")
    for label in PREVIEW_AND_SEND:
        await binh.presses(label)
    await town.passes(seconds=61)
    hoa.sees("Thông báo số 2 năm 2026", "Chi bộ họp thứ Sáu.")


async def test_what_was_taken_back_can_be_written_anew_from_where_it_is_listed(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _sends(binh, "Chi bộ họp thứ Sáu.")
    await binh.presses("Thu lại")
    await binh.says("viết thông báo")
    await binh.presses("Bỏ, viết bản mới")
    await binh.says("Mai phát gạo.")
    await _opens_recalled(binh)
    binh.sees("đã được thu lại, chưa ai nhận", "Nội dung vẫn còn")

    await binh.presses("Soạn lại từ thông báo này")
    binh.sees("đang viết dở một thông báo khác", "Mai phát gạo.", "Thông báo số 1")
    await binh.presses("Làm tiếp")
    binh.sees("Mai phát gạo.")
    await _opens_recalled(binh)
    await binh.presses("Soạn lại từ thông báo này")
    await binh.presses("Bỏ, soạn lại bản này")
    binh.sees("xem lại", "Chi bộ họp thứ Sáu.")
    for label in PREVIEW_AND_SEND:
        await binh.presses(label)
    await town.passes(seconds=61)
    hoa.sees("Thông báo số 2 năm 2026", "Chi bộ họp thứ Sáu.")
    hoa.has_not_seen("Mai phát gạo.")


@ON_PHONES
async def test_written_anew_a_notice_keeps_its_file(town: Town) -> None:
    binh = await town.comes("binh", "en")
    await binh.says("write a notice")
    await binh.sends("photo", PHOTO, "Lịch trực.")
    for label in ("See who gets it and send", "Send to 7 people", "Recall it"):
        await binh.presses(label)
    await binh.says("write a notice")
    await binh.presses("Throw away, write new")
    await binh.says("home")
    await binh.says("sent notices")
    await binh.presses("No. 1: Lịch trực.")
    binh.sees("The text is kept")
    await binh.presses("Write it anew from this")
    binh.sees("Lịch trực.")
    assert binh.screen.kind == "photo"


async def _opens_recalled(secretary: Talker) -> None:
    await secretary.says("thông báo đã gửi")
    await secretary.presses("Số 1: Chi bộ họp thứ…")
    secretary.sees("Thông báo số 1 năm 2026")


@ON_PHONES
async def test_what_has_gone_out_is_not_taken_back(town: Town) -> None:
    binh = await town.comes("binh")
    await _sends(binh)
    await town.passes(seconds=61)
    await binh.presses("Thu lại")
    binh.has_seen("không thu lại được nữa")
    await binh.says("thông báo đã gửi")
    await binh.presses(ONE)
    binh.can_press("Nhắc người chưa nhận")
    assert "Thu lại" not in binh.screen.buttons


TOO_LONG = "Đoạn này dài quá, một thông báo chứa nhiều nhất 3500 chữ cái."


@ON_PHONES
async def test_a_notice_too_long_for_a_message_is_refused_once_and_nothing_is_begun(
    town: Town,
) -> None:
    binh = await town.comes("binh")
    await binh.says("viết thông báo")
    before = len(binh.chat)
    await binh.says("Chi bộ họp bàn việc làng. " * 200)  # 5,200 letters: two messages
    binh.sees(TOO_LONG, "gửi cả bài thành một tệp")
    assert len(binh.chat) == before + 1, "one sentence for one text"
    await binh.says("Ngắn thôi.")
    binh.sees("người nhận sẽ đọc thế này", "Ngắn thôi.")


@ON_PHONES
@pytest.mark.parametrize("parts", [2, 3])
async def test_the_rest_of_a_notice_is_never_taken_for_the_whole(town: Town, parts: int) -> None:
    binh = await town.comes("binh")
    await binh.says("viết thông báo")
    # An app on a desk cuts at the end of a paragraph, past the middle of what fits.
    await binh.says_at_once("Họp thứ Sáu. " * 200, *["Mang sổ. " * 250] * (parts - 1))
    binh.sees(TOO_LONG)
    binh.has_not_seen("người nhận sẽ đọc thế này")
    await binh.presses("Trang chính")
    await binh.says("viết thông báo")
    binh.sees("Thông báo của Chi bộ 1", "Chưa có gì gửi đi")


@ON_PHONES
async def test_a_text_too_long_leaves_the_words_that_were_there(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("viết thông báo")
    await binh.says("Chi bộ họp thứ Sáu.")
    await binh.presses("Sửa hoặc kèm tệp")
    await binh.says_at_once("Họp thứ Bảy. " * 200, "Mang sổ. " * 200)
    binh.sees(TOO_LONG)
    await binh.presses("Trang chính")
    await binh.says("viết thông báo")
    binh.sees("đang viết dở", "Chi bộ họp thứ Sáu.")


@ON_PHONES
async def test_two_parts_that_fit_together_are_one_notice(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await binh.says("viết thông báo")
    await binh.says_at_once("Họp thứ Sáu. " * 170 + "\n\nHết phần một.", "Mang sổ. " * 60)
    binh.sees("Hết phần một.\n\nMang sổ.", "Họp thứ Sáu. Họp thứ Sáu.")
    for label in PREVIEW_AND_SEND:
        await binh.presses(label)
    await town.passes(seconds=61)
    hoa.sees("Hết phần một.\n\nMang sổ.")


@ON_PHONES
async def test_what_is_typed_after_the_answer_is_not_the_rest(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("viết thông báo")
    await binh.says("Họp thứ Sáu. " * 200)
    await binh.says("Mang sổ theo nữa đấy")
    await binh.says("viết thông báo")
    await binh.presses("Làm tiếp")
    assert "Mang sổ" not in binh.screen.text
    binh.sees("Họp thứ Sáu.")


async def test_a_pause_keeps_the_draft(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("viết thông báo")
    await binh.says("Tin viết dở.")
    await town.passes(days=3)
    await town.restarts()
    await binh.says("viết thông báo")
    binh.sees("đang viết dở", "Tin viết dở.")
    await binh.presses("Làm tiếp")
    binh.sees("người nhận sẽ đọc thế này", "Tin viết dở.")
    await binh.presses("Bỏ bản này")
    binh.sees("Bỏ thông báo này?", "Tin viết dở.")
    await binh.presses("Giữ lại")
    binh.sees("Tin viết dở.")
    for _ in range(2):
        await binh.presses("Bỏ bản này")
    binh.sees("Đã bỏ thông báo", "Chưa có gì gửi đi")
    await binh.presses("Viết thông báo")
    binh.sees("Chưa có gì gửi đi cho đến khi")
    await binh.says("Tin mới.")
    binh.sees("Tin mới.")


async def test_a_text_that_cannot_be_sent_is_asked_for_again(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("viết thông báo")
    await binh.says("a" * 3501)
    binh.sees("dài quá")
    await binh.says("Ngắn thôi.")
    binh.sees("Người gửi: Lê Văn Bình", "Ngắn thôi.")


async def test_the_longest_text_reaches_people_whole(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    longest = "Họp chi bộ. " * 291
    await _sent(town, binh, longest)
    hoa.reads("Thông báo số 1", longest.strip())


async def test_staff_choose_one_branch(town: Town) -> None:
    thanh, mai, hoa = [await town.comes(key) for key in ("thanh", "mai", "hoa")]
    await thanh.says("viết thông báo")
    await thanh.says("Gửi riêng Chi bộ 2.")
    thanh.sees("Ai sẽ nhận thông báo này?")
    await thanh.presses("Chọn một chi bộ")
    await thanh.presses("Chi bộ 2")
    await thanh.presses("Xem người nhận và gửi")
    thanh.sees("Gửi cho 2 người?", "mọi người của Chi bộ 2", "Mọi người đều đã vào sổ tay.")
    await thanh.presses("Gửi cho 2 người")
    await town.passes(seconds=61)
    mai.sees("Phường Sen Hồng", "Gửi riêng Chi bộ 2.")
    hoa.has_not_seen("Gửi riêng")


async def test_the_same_number_of_two_senders_is_told_apart(town: Town) -> None:
    binh, thanh, hoa = [await town.comes(key) for key in ("binh", "thanh", "hoa")]
    await _sent(town, binh, "Dọn vệ sinh.")
    await thanh.says("viết thông báo")
    await thanh.says("Dọn vệ sinh.")
    await thanh.presses("Dành cho mọi người")
    thanh.sees("Thông báo của Phường Sen Hồng")
    await thanh.presses("Xem người nhận và gửi")
    await thanh.presses("Gửi cho 11 người")
    await town.passes(seconds=61)
    hoa.sees("Thông báo số 1 năm 2026 của Phường Sen Hồng")
    binh.sees("Thông báo số 1 năm 2026 của Phường Sen Hồng")
    await hoa.says("thông báo")
    await hoa.presses("Xem các tin trước")
    hoa.sees("• Thông báo số 1 năm 2026 của Chi bộ 1")
    hoa.can_press("Số 1, Chi bộ 1: Dọn vệ…")


async def test_staff_write_to_the_secretaries(town: Town) -> None:
    thanh, binh, hoa = [await town.comes(key) for key in ("thanh", "binh", "hoa")]
    await thanh.says("viết thông báo")
    await thanh.says("Mời các bí thư.")
    await thanh.presses("Chỉ dành cho bí thư")
    await thanh.presses("Xem người nhận và gửi")
    thanh.sees("các bí thư của Phường Sen Hồng")
    await thanh.presses("Gửi cho 3 người")  # she is no secretary: there is nobody to leave out
    await town.passes(seconds=61)
    binh.sees("Mời các bí thư.")
    hoa.has_not_seen("Mời các bí thư.")


async def test_what_is_remembered_at_the_preview_can_go_into_the_notice(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await binh.says("viết thông báo")
    await binh.says("Nhắc họp.")
    await binh.presses("Quay lại")
    binh.sees("Thông báo đang viết vẫn còn nguyên")
    await binh.presses("Viết tiếp thông báo")
    await binh.presses("Làm tiếp")
    await binh.says("Còn quên: mang theo sổ ghi.")
    binh.sees("Thêm câu này vào thông báo, hay thay lời cũ?", "Còn quên: mang theo sổ ghi.")
    await binh.presses("Quay lại")
    binh.sees("Nhắc họp.")
    assert "mang theo" not in binh.screen.text
    await binh.says("Nhớ mang theo sổ ghi.")
    await binh.presses("Thêm vào thông báo")
    binh.sees("Nhắc họp.\nNhớ mang theo sổ ghi.")
    await binh.presses("Xem người nhận và gửi")
    await binh.presses(SEND)
    await town.passes(seconds=61)
    hoa.sees("Nhắc họp.\nNhớ mang theo sổ ghi.")


async def test_what_is_typed_at_the_preview_can_take_the_place_of_the_words(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await binh.says("viết thông báo")
    await binh.says("Họp lúc 7 giờ.")
    await binh.says("Họp lúc 8 giờ.")
    await binh.presses("Thay lời cũ")
    binh.sees("Họp lúc 8 giờ.")
    await binh.presses("Xem người nhận và gửi")
    binh.sees("Gửi cho 7 người?", "“Họp lúc 8 giờ.”")
    await binh.presses(SEND)
    await town.passes(seconds=61)
    hoa.sees("Họp lúc 8 giờ.")
    hoa.has_not_seen("Họp lúc 7 giờ.")


@pytest.mark.parametrize("town", ["telegram"], indirect=True)
async def test_a_correction_is_not_dropped_by_the_button_of_an_older_message(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("viết thông báo")
    await binh.says("Họp lúc 7 giờ.")
    await binh.says("Họp lúc 8 giờ.")
    await binh.presses("Xem người nhận và gửi")  # on the preview above
    binh.sees("Thêm câu này vào thông báo, hay thay lời cũ?", "Họp lúc 8 giờ.")
    await binh.presses("Quay lại")
    await binh.presses("Xem người nhận và gửi")
    binh.sees("Gửi cho 7 người?", "“Họp lúc 7 giờ.”")


@ON_PHONES
async def test_a_file_sent_while_a_draft_waits_is_offered_to_it(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("viết thông báo")
    await binh.says("Lịch trực.")
    await binh.says("trang chính")
    await binh.sends("photo", PHOTO)
    await binh.presses("Viết thông báo")
    await binh.presses("Làm tiếp")
    binh.sees("Kèm tấm ảnh vào thông báo?")
    await binh.presses("Thêm vào thông báo")
    binh.sees("Lịch trực.")
    assert binh.screen.kind == "photo"


async def test_a_time_is_asked_until_it_is_clear(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await binh.says("viết thông báo")
    await binh.says("Nhắc họp.")
    await binh.presses("Xem người nhận và gửi")
    await binh.presses("Hẹn giờ, gửi khẩn")
    await binh.says("khi nào cũng được")
    binh.sees("thứ Sáu 19 giờ 30")
    await binh.says("thứ Tư")
    binh.sees("mấy giờ")
    await binh.says("8 giờ sáng")
    binh.sees("Gửi thứ Tư, ngày 25 tháng 11, lúc 8 giờ sáng.", "người nhận được.")
    assert "ngay" not in binh.screen.text.replace("ngày", "")
    await binh.presses(SEND)
    await binh.says("thông báo đã gửi")
    binh.sees("Số 1 năm 2026: chưa gửi, sẽ gửi thứ Tư, ngày 25 tháng 11, lúc 8 giờ sáng")
    await town.passes(days=1)
    hoa.has_not_seen("Nhắc họp.")
    await town.passes(days=1)
    hoa.sees("Nhắc họp.")


async def test_at_night_the_sender_is_told_and_may_call_it_urgent(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    town.clock.move_to(2026, 11, 23, 22, 0)
    await binh.says("viết thông báo")
    await binh.says("Bão đổi hướng.")
    await binh.presses("Xem người nhận và gửi")
    binh.sees("giờ nghỉ", "thứ Ba, ngày 24 tháng 11, lúc 6 giờ 30 sáng")
    await binh.presses("Hẹn giờ, gửi khẩn")
    await binh.presses("Đánh dấu khẩn")
    binh.sees("Tin khẩn: gửi cả trong giờ nghỉ đêm.", "còn kịp thu lại")
    await binh.presses("Bỏ dấu khẩn")
    binh.sees("giờ nghỉ, nên sẽ gửi thứ Ba")
    await binh.presses("Hẹn giờ, gửi khẩn")
    await binh.presses("Đánh dấu khẩn")
    await binh.presses(SEND)
    await town.passes(seconds=61)
    hoa.sees("Khẩn: Thông báo số 1 năm 2026", "Bão đổi hướng.")


async def test_urgency_is_said_in_english_and_can_be_taken_back(town: Town) -> None:
    binh = await town.comes("binh", "en")
    await binh.says("write a notice")
    await binh.says("The storm has turned.")
    for label in ("See who gets it and send", "Send later or urgently"):
        await binh.presses(label)
    await binh.says("Wednesday 8 am")
    await binh.presses("Send later or urgently")
    await binh.presses("Mark as urgent")
    binh.sees("Urgent: it is sent even at night.", "Wednesday 25 November")
    await binh.presses("Mark as not urgent")
    assert "Urgent" not in binh.screen.text


async def test_progress_is_drawn_anew_and_never_says_read(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await town.comes("sen")
    await _sends(binh)
    await binh.presses("Xem gửi tới đâu")
    binh.sees("Chưa gửi.", "chưa vào sổ 1", "Đã báo Đã nhận: 0")
    binh.can_press("Thu lại")
    await town.passes(seconds=61)
    await hoa.presses("Đã nhận")
    await binh.says("thông báo đã gửi")
    await binh.presses(ONE)
    binh.sees("Đã gửi 2 trên 7", "chưa vào sổ 1", "Đã báo Đã nhận: 1")
    binh.has_not_seen("đã đọc")
    binh.has_not_seen("gửi không thành")  # said only when there is something to say

    await binh.presses("Xem ai chưa nhận")
    binh.sees("Còn 6 người", "• Phạm Minh Tuấn")
    assert "Trần Thị Hoa" not in binh.screen.text


async def test_reminders_reach_the_silent_only_and_once_a_day(town: Town) -> None:
    binh, hoa, sen = [await town.comes(key) for key in ("binh", "hoa", "sen")]
    await _sent(town, binh)
    await hoa.presses("Đã nhận")
    await binh.presses("Trang chính")
    for label in ("Thông báo đã gửi", ONE, "Nhắc người chưa nhận"):
        await binh.presses(label)
    binh.sees("Nhắc 5 người")
    assert binh.screen.buttons[0] == "Chưa nhắc"
    await binh.presses("Nhắc 5 người")
    sen.sees("Nhắc lại: Thông báo số 1 năm 2026", "Chi bộ họp vào thứ Sáu.")
    hoa.has_not_seen("Nhắc lại")
    await sen.presses("Đã nhận")
    sen.sees("đã ghi")

    await binh.presses("Quay lại")
    await binh.presses("Nhắc người chưa nhận")
    binh.sees("Hôm nay đã nhắc")


@ON_PHONES
@pytest.mark.parametrize(
    ("kind", "upload", "label"),
    [
        ("photo", PHOTO, "Mời đồng chí xem ảnh kèm theo."),
        ("voice", Upload("loi.ogg", "audio/ogg", b"OggS a voice"), "nghe lời nhắn kèm theo"),
        ("document", Upload("to.pdf", "application/pdf", b"%PDF scanned"), "mở tệp kèm theo"),
    ],
)
async def test_a_photo_voice_or_document_is_a_notice(
    town: Town, kind: str, upload: Upload, label: str
) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await binh.says("viết thông báo")
    await binh.sends(kind, upload)
    binh.sees(label)
    for step in PREVIEW_AND_SEND:
        await binh.presses(step)
    await town.passes(seconds=61)
    hoa.sees("Thông báo số 1 năm 2026", label)
    assert hoa.screen.kind == kind
    hoa.can_press("Đã nhận")


@ON_PHONES
async def test_a_caption_is_the_text(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("viết thông báo")
    await binh.sends("photo", PHOTO, "Áp phích mới.")
    binh.sees("Người gửi: Lê Văn Bình", "Áp phích mới.")


async def test_members_cannot_write_notices(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.says("/write_notice")
    assert "Thông báo của" not in hoa.screen.text
    await hoa.says("gửi thông báo")
    assert "Thông báo của" not in hoa.screen.text


async def test_it_all_reads_in_english(town: Town) -> None:
    binh, hoa = await town.comes("binh", "en"), await town.comes("hoa", "en")
    await binh.says("write a notice")
    await binh.says("We meet on Friday.")
    await binh.presses("See who gets it and send")
    binh.sees("Send to 7 people?", "1 has not joined: Phạm Minh Tuấn.")
    await binh.presses("Send to 7 people")
    await town.passes(seconds=61)
    hoa.sees("Notice 1 of 2026, Chi bộ 1", "From: Lê Văn Bình", "We meet on Friday.")
    await hoa.presses("Received")
    hoa.sees("Noted: you have received Notice 1 of 2026, Chi bộ 1.")


@pytest.mark.parametrize("language", ["vi", "en"])
async def test_from_how_far_it_is_back_leads_to_what_was_sent(town: Town, language: str) -> None:
    vi = language == "vi"
    binh = await town.comes("binh", language)
    back = "Quay lại" if vi else "Go back"
    await binh.says("viết thông báo" if vi else "write a notice")
    await binh.says("Tin.")
    await binh.presses("Xem người nhận và gửi" if vi else "See who gets it and send")
    await binh.presses(SEND if vi else "Send to 7 people")
    binh.sees("trong vòng một phút nữa" if vi else "It leaves within a minute.")
    await binh.presses("Xem gửi tới đâu" if vi else "See how far it is")
    binh.can_press("Thu lại" if vi else "Recall it")
    await binh.presses(back)
    binh.sees("Thông báo đã gửi" if vi else "Sent notices")
    await binh.presses("Số 1: Tin." if vi else "No. 1: Tin.")
    binh.can_press("Thu lại" if vi else "Recall it")

    await town.comes("hoa")
    await town.passes(seconds=61)
    await binh.says("thông báo đã gửi" if vi else "sent notices")
    await binh.presses("Số 1: Tin." if vi else "No. 1: Tin.")
    await binh.presses("Xem ai chưa nhận" if vi else "See who has not received")
    binh.sees(
        "trong đó 1 chưa vào sổ" if vi else "7 have not answered Received, 1 of them not joined"
    )
    binh.has_seen("(chưa vào sổ)" if vi else "(not joined)")
    await binh.presses(back)
    ask = "Nhắc người chưa nhận" if vi else "Remind those who have not"
    remind = "Nhắc 6 người" if vi else "Remind 6 people"
    await binh.presses(ask)
    binh.sees("Còn 1 người chưa vào sổ" if vi else "One more has not joined; please phone.")
    await binh.presses(remind)
    await binh.presses(back)
    await binh.presses(ask)
    binh.sees("Hôm nay đã nhắc" if vi else "People were reminded of")
    await binh.presses(back)
    binh.can_press("Xem ai chưa nhận" if vi else "See who has not received")


async def test_a_notice_is_just_dropped_in_english_too(town: Town) -> None:
    binh = await town.comes("binh", "en")
    await binh.says("write a notice")
    await binh.says("Nothing yet.")
    for _ in range(2):
        await binh.presses("Drop this one")
    binh.sees("The notice is dropped.")
    await binh.says("write a notice")
    binh.sees("Type the text")


async def test_what_is_typed_beside_a_waiting_draft_may_go_into_it(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("viết thông báo")
    await binh.says("Mai phát gạo.")
    await binh.presses("Trang chính")
    await binh.says("viết thông báo")
    await binh.says("Lúc 8 giờ.")
    binh.sees("Thêm câu này vào thông báo, hay thay lời cũ?", "Lúc 8 giờ.")
    await binh.presses("Thêm vào thông báo")
    binh.sees("Mai phát gạo.\nLúc 8 giờ.")
