"""Meetings as they happen: called, answered, moved, attended and ended, at each door."""

import pytest

from services import joining
from simulator.files import Upload
from tests.talkers import Talker
from tests.town import Town

ON_PHONES = pytest.mark.parametrize("town", ["telegram"], indirect=True)
PAPERS = [
    Upload(f"bao-cao-{number}.txt", "text/plain", f"Báo cáo {number}".encode()) for number in "12"
]
VOICE = Upload("ly-do.ogg", "audio/ogg", b"OggS" + bytes(60))


async def calls(secretary: Talker) -> None:
    """The branch is invited for Friday the 27th, half past seven in the evening."""
    await secretary.presses("Trang chính")
    await secretary.says("mời họp")
    for step in ("Sinh hoạt tháng 11", "Thứ Sáu 27, 7 giờ 30 tối"):
        await secretary.presses(step)
    await secretary.says("Nhà văn hóa tổ 3")
    for step in ("Bỏ qua nội dung", "Không kèm tài liệu", "Mời 6 người"):
        await secretary.presses(step)


async def calls_another(secretary: Talker) -> None:
    """And for the next Thursday at the same hour."""
    await secretary.says("mời họp")
    await secretary.presses("Sinh hoạt chuyên đề")
    await secretary.says("thứ Năm 19h30")
    await secretary.presses("Nhà văn hóa tổ 3")
    for step in ("Bỏ qua nội dung", "Không kèm tài liệu", "Mời 6 người"):
        await secretary.presses(step)


async def test_a_secretary_calls_a_meeting_step_by_step(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await binh.says("mời họp")
    binh.sees("Chi bộ 1 họp việc gì?")
    await binh.presses("Sinh hoạt tháng 11")
    binh.sees("Họp lúc nào?")
    await binh.says("thứ Sáu")
    binh.sees("mấy giờ")
    binh.can_press("Thứ Sáu 27, 7 giờ 30 tối")
    await binh.says("20/11 19h30")
    binh.sees("Đã qua rồi: ngày 20 tháng 11")
    await binh.says("thứ Sáu 19h30")
    binh.sees("Họp thứ Sáu, ngày 27 tháng 11, lúc 7 giờ 30 tối.", "Họp ở đâu?")
    await binh.says("Nhà văn hóa tổ 3")
    await binh.says("Kiểm điểm cuối năm")
    await binh.presses("Không kèm tài liệu")
    binh.sees(
        "Sinh hoạt chi bộ tháng 11",
        "thứ Sáu, ngày 27 tháng 11, lúc 7 giờ 30 tối",
        "Nhà văn hóa tổ 3",
        "Kiểm điểm cuối năm",
        "Giấy mời gửi 6 người: 5 nhận ngay, 1 chưa vào Sổ tay. Không mời 2 người.",
    )
    hoa.has_not_seen("Sinh hoạt chi bộ")
    await binh.presses("Mời 6 người")
    binh.has_seen("Đang gửi giấy mời cho 6 người: 5 nhận ngay, 1 chưa vào Sổ tay.")
    binh.sees("Chi bộ 1 mời đồng chí dự họp", "đã được ghi là có mặt")
    await binh.presses("Trang chính")
    assert "giấy mời" not in binh.screen.text, "who calls need not answer"
    hoa.sees("Sinh hoạt chi bộ tháng 11", "Chi bộ 1 mời đồng chí dự họp", "Kiểm điểm cuối năm")
    hoa.can_press("Có mặt", "Vắng có lý do")


async def test_the_preview_says_who_must_be_told_another_way(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("mời họp")
    for step in ("Sinh hoạt chuyên đề", "Chủ nhật 29, 7 giờ 30 tối"):
        await binh.presses(step)
    await binh.says("Đình làng")
    for step in ("Bỏ qua nội dung", "Không kèm tài liệu"):
        await binh.presses(step)
    binh.sees("Giấy mời gửi 6 người: 5 nhận ngay, 1 chưa vào Sổ tay. Không mời 2 người.")
    await binh.presses("Ai được mời, ai không")
    binh.sees(
        "Chi bộ 1 có 8 người",
        "• 1 người đang bị đình chỉ: không mời.",
        "• 1 người sinh hoạt nơi khác: không mời.",
        "• 1 người miễn sinh hoạt: vẫn mời, đến thì mới tính.",
        "Thông báo thì gửi cả người không được mời họp",
    )
    await binh.presses("Quay lại")
    await binh.presses("Ai chưa vào sổ")
    binh.sees("Phạm Minh Tuấn")
    await binh.presses("Quay lại")
    await binh.presses("Sửa lại")
    await binh.presses("Sửa nơi họp")
    await binh.says("Trường tiểu học")
    binh.sees("Trường tiểu học", "Sinh hoạt chuyên đề")


async def test_a_long_agenda_is_read_whole_before_it_goes_out(town: Town) -> None:
    agenda = "Bàn việc dọn vệ sinh ngày Chủ nhật, quyên góp mùa bão và bầu tổ trưởng tổ tự quản"
    binh = await town.comes("binh")
    await binh.says("mời họp")
    for step in ("Sinh hoạt chuyên đề", "Chủ nhật 29, 7 giờ 30 tối"):
        await binh.presses(step)
    for words in ("Đình làng", agenda):
        await binh.says(words)
    await binh.presses("Không kèm tài liệu")
    assert "tổ tự quản" not in binh.screen.text
    await binh.presses("Xem nội dung họp")
    binh.sees("Sinh hoạt chuyên đề", agenda)
    await binh.presses("Quay lại")
    await binh.presses("Ai được mời, ai không")
    await binh.presses("Ai chưa vào sổ")
    binh.sees("Phạm Minh Tuấn")
    await binh.presses("Quay lại")
    binh.can_press("Mời 6 người")


async def test_counts_are_explained_in_english_too(town: Town) -> None:
    binh = await town.comes("binh", "en")
    await binh.says("call a meeting")
    for step in ("Thematic meeting", "Sunday 29, 7:30 pm"):
        await binh.presses(step)
    await binh.says("The old school")
    for step in ("Skip the agenda", "Send no file"):
        await binh.presses(step)
    binh.sees("6 are invited: 5 get it at once, 1 has not joined. 2 are not invited.")
    await binh.presses("Who is invited, who not")
    binh.sees("Chi bộ 1 has 8 people", "1 suspended: not invited.", "counted only when they come")
    await binh.says("write a notice")
    await binh.says("Please bring your papers.")
    await binh.presses("See who gets it and send")
    binh.sees("Send to 7 people?", "6 will get it. 1 has not joined: Phạm Minh Tuấn.")


async def test_a_draft_waits_and_the_secretary_is_asked_to_go_on(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("mời họp")
    await binh.presses("Trang chính")
    await binh.says("mời họp")
    binh.sees("đang làm dở", "Chi bộ 1\n")
    await binh.presses("Làm tiếp")
    await binh.presses("Sinh hoạt tháng 11")
    await binh.presses("Trang chính")
    await town.passes(days=1)
    await binh.says("mời họp")
    binh.sees("đang làm dở", "Chi bộ 1: Sinh hoạt chi bộ tháng 11")
    await binh.presses("Làm tiếp")
    binh.sees("Họp lúc nào?")
    await binh.presses("Quay lại")
    await binh.presses("Bỏ, làm lại")
    binh.sees("Chi bộ 1 họp việc gì?")


async def test_while_calling_one_step_back_loses_nothing(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("mời họp")
    await binh.presses("Sinh hoạt tháng 11")
    await binh.presses("Sửa tên cuộc họp")
    await binh.says("Góp ý dự thảo")
    await binh.presses("Thứ Sáu 27, 7 giờ 30 tối")
    await binh.presses("Sửa giờ họp")
    await binh.presses("Chủ nhật 29, 7 giờ 30 tối")
    await binh.says("Đình làng")
    await binh.presses("Sửa nơi họp")
    await binh.says("x" * 121)
    binh.sees("Đoạn này hơi dài")
    await binh.says("Nhà văn hóa tổ 3")
    await binh.says("Góp ý văn kiện")
    await binh.presses("Sửa nội dung, tài liệu")
    await binh.presses("Giữ nội dung đã viết")
    await binh.presses("Không kèm tài liệu")
    binh.sees("Góp ý dự thảo", "Chủ nhật, ngày 29", "Nhà văn hóa tổ 3", "Góp ý văn kiện")
    before = binh.screen.text
    for label in ("Sửa tên cuộc họp", "Sửa giờ họp", "Sửa nơi họp", "Sửa nội dung, tài liệu"):
        await binh.presses("Sửa lại")
        await binh.presses(label)
        await binh.presses("Quay lại")
        assert binh.screen.text == before, label
    await binh.presses("Sửa lại")
    await binh.presses("Sửa nội dung, tài liệu")
    await binh.presses("Bỏ nội dung đã viết")
    await binh.presses("Không kèm tài liệu")
    assert "Góp ý văn kiện" not in binh.screen.text


async def test_staff_may_call_another_unit_at_the_last_look(town: Town) -> None:
    thanh = await town.comes("thanh", "en")
    await thanh.says("call a meeting")
    await thanh.presses("Chi bộ 1")
    for label in ("Thematic meeting", "Friday 27, 7:30 pm"):
        await thanh.presses(label)
    await thanh.says("The old school")
    for label in ("Skip the agenda", "Send no file", "Change it", "Change who meets", "Chi bộ 2"):
        await thanh.presses(label)
    thanh.sees("Chi bộ 2: Thematic meeting", "The old school")
    await thanh.presses("Change it")
    await thanh.presses("Change something else")
    await thanh.presses("Change the place")
    await thanh.says("The new school")
    thanh.sees("Chi bộ 2: Thematic meeting", "The new school")


async def test_a_move_and_a_reason_are_changed_before_anybody_is_told(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    await binh.says("theo dõi cuộc họp")
    await binh.presses("Đổi hoặc hủy")
    await binh.presses("Đổi nơi họp")
    await binh.says("Đình lang")
    await binh.presses("Sửa lại")
    await binh.presses("Đổi nơi họp")
    await binh.says("Đình làng")
    binh.sees("Nơi mới: Đình làng")
    await binh.presses("Giữ như cũ")
    await binh.presses("Đổi hoặc hủy")
    await binh.presses("Hủy cuộc họp")
    await binh.says("Bão só 5")
    await binh.presses("Sửa lý do")
    await binh.says("Bão số 5")
    binh.sees("Lý do: Bão số 5")
    hoa.has_not_seen("Bão")


async def test_staff_choose_who_is_called(town: Town) -> None:
    thanh = await town.comes("thanh")
    await thanh.says("mời họp")
    thanh.can_press("Phường Sen Hồng", "Chi bộ 1", "Chi bộ 2", "Xem tiếp")
    await thanh.presses("Xem tiếp")
    await thanh.presses("Chi bộ 3")
    thanh.sees("Chi bộ 3 họp việc gì?")


async def test_one_tap_answers_and_the_calendar_is_offered(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    await hoa.presses("Có mặt")
    hoa.sees("Đồng chí đã báo có mặt", "Nhà văn hóa tổ 3")
    await hoa.presses("Thêm vào lịch")
    hoa.sees("điện thoại sẽ ghi vào lịch")
    await hoa.says("2")  # of the list that the file came of, which stands below it
    hoa.sees("Vì sao đồng chí không dự được?")
    await hoa.says("7")
    hoa.sees("gõ thành lời")
    await hoa.says("trang chính")
    await hoa.says("lịch họp")
    hoa.sees("Đồng chí đã báo có mặt")
    assert hoa.screen.buttons[:2] == ("Thêm vào lịch", "Vắng có lý do"), "as right after the answer"


@ON_PHONES
async def test_the_calendar_comes_as_a_file(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    await hoa.presses("Có mặt")
    await hoa.presses("Thêm vào lịch")
    assert hoa.screen.kind == "document"


async def test_a_reason_reaches_the_secretary_and_nobody_else(town: Town) -> None:
    binh, hoa, dung = [await town.comes(key) for key in ("binh", "hoa", "dung")]
    await calls(binh)
    await hoa.presses("Vắng có lý do")
    hoa.sees("Vì sao đồng chí không dự được?")
    await hoa.says("Tôi đi khám mắt")
    hoa.sees("Đã ghi đồng chí vắng có lý do", "Lý do: Tôi đi khám mắt", "bấm Có mặt")
    hoa.can_press("Có mặt")
    await hoa.says("lịch họp")
    hoa.can_press("Có mặt", "Sửa lý do")
    await calls_another(binh)
    await hoa.says("lịch họp")
    await hoa.presses("Cuộc họp khác")
    await hoa.presses("Họp ngày 27, 7 giờ 30 tối")
    await hoa.presses("Sửa lý do")
    await hoa.presses("Quay lại")
    hoa.sees("Sinh hoạt chi bộ tháng 11", "đã báo vắng")  # not the one of Thursday, which is next
    await hoa.presses("Sửa lý do")
    await hoa.says("Tôi đi khám mắt ở viện")
    await binh.says("theo dõi cuộc họp")
    await binh.presses("Họp ngày 27, 7 giờ 30 tối")
    binh.sees("Được mời 6 người", "Báo có mặt 1, báo vắng 1, chưa trả lời 4")
    await binh.presses("Ai báo vắng")
    await binh.presses("Trần Thị Hoa")
    binh.sees("Tôi đi khám mắt ở viện")
    dung.has_not_seen("khám mắt")


@ON_PHONES
async def test_a_spoken_reason_is_heard_by_the_secretary(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    await hoa.presses("Vắng có lý do")
    await hoa.sends("voice", VOICE)
    hoa.sees("Đã ghi đồng chí vắng có lý do", "Lý do ở trong tệp đồng chí gửi")
    await binh.says("theo dõi cuộc họp")
    await binh.presses("Ai báo vắng")
    await binh.presses("Trần Thị Hoa")
    binh.sees("Lý do ở trong tệp kèm theo")
    assert binh.screen.kind == "voice"


async def test_a_late_answer_is_refused_kindly(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    town.clock.move_to(2026, 11, 27, 20, 0)
    await hoa.presses("Có mặt")
    # Where a word opens it, what is shown is the meeting as it stands, with nothing to answer.
    opened = town.door_name == "zalo"
    hoa.sees("Cuộc họp đang diễn ra." if opened else "cuộc họp đã bắt đầu")
    assert "Có mặt" not in hoa.screen.buttons


async def test_leaders_numbers_live_while_answers_come_in(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    await binh.says("theo dõi cuộc họp")
    await hoa.presses("Có mặt")
    if town.door_name == "telegram":
        binh.sees("Báo có mặt 2, báo vắng 0, chưa trả lời 4")
    await binh.presses("Ai chưa trả lời")
    binh.sees("4 người chưa trả lời", "Phạm Minh Tuấn, số 09", "Võ Thị Sen, số 09")
    binh.sees("trong đó 1 chưa vào sổ")
    await binh.presses("Nhắc 3 người")
    binh.sees("Nhắc 4 người chưa trả lời?")
    await binh.presses("Nhắc 3 người")
    binh.has_seen("Lời nhắc cho 4 người", "3 nhận ngay, 1 chưa vào Sổ tay")
    hoa.has_not_seen("chưa trả lời giấy mời. Đồng chí có dự được không?")


async def test_a_day_and_hour_typed_where_it_is_asked_what_to_change_is_the_new_time(
    town: Town,
) -> None:
    binh = await town.comes("binh")
    await calls(binh)
    await binh.says("theo dõi cuộc họp")
    await binh.presses("Đổi hoặc hủy")
    await binh.says("thứ Bảy 19h30")
    binh.sees("Giờ mới: thứ Bảy", "Được mời 6 người")


async def test_another_time_is_named_confirmed_and_told(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    await hoa.presses("Có mặt")
    await binh.says("theo dõi cuộc họp")
    await binh.presses("Đổi hoặc hủy")
    await binh.presses("Đổi giờ họp")
    binh.sees("Đổi sang lúc nào?", "hoặc gõ ngày giờ khác")
    await binh.presses("Thứ Bảy 28, 7 giờ 30 tối")
    binh.sees(
        "Giờ cũ: thứ Sáu",
        "Giờ mới: thứ Bảy",
        "Được mời 6 người: 5 nhận ngay, 1 chưa vào Sổ tay",
    )
    hoa.has_not_seen("thứ Bảy")
    await binh.presses("Đổi và báo 5 người")
    binh.has_seen("Đã đổi, và đang báo tin", "Được mời 6 người: 5 nhận ngay, 1 chưa vào Sổ tay")
    await binh.presses("Ai chưa vào sổ")
    binh.has_seen("cần báo cách khác", "Phạm Minh Tuấn")
    hoa.sees("Cuộc họp đổi giờ", "Giờ cũ: thứ Sáu", "thứ Bảy, ngày 28 tháng 11")
    hoa.can_press("Có mặt", "Vắng có lý do")


async def test_another_place_can_be_thought_over(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    await binh.says("theo dõi cuộc họp")
    for step in ("Đổi hoặc hủy", "Đổi nơi họp"):
        await binh.presses(step)
    await binh.says("Đình làng")
    binh.sees("Nơi cũ: Nhà văn hóa tổ 3", "Nơi mới: Đình làng")
    await binh.presses("Giữ như cũ")
    binh.sees("Sinh hoạt chi bộ tháng 11")
    hoa.has_not_seen("Đình làng")


async def test_a_cancellation_is_named_confirmed_and_told_with_its_reason(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    await binh.says("theo dõi cuộc họp")
    for step in ("Đổi hoặc hủy", "Hủy cuộc họp"):
        await binh.presses(step)
    await binh.says("Bão số 9 đổ bộ")
    binh.sees(
        "Hủy Sinh hoạt chi bộ tháng 11?",
        "Bão số 9 đổ bộ",
        "Được mời 6 người: 5 nhận ngay, 1 chưa vào Sổ tay",
    )
    assert binh.screen.buttons[0] == "Giữ như cũ", "the safe choice comes first"
    await binh.presses("Hủy cuộc họp")
    binh.has_seen("Đã hủy cuộc họp")
    hoa.sees("Cuộc họp không diễn ra", "Bão số 9 đổ bộ")
    await hoa.presses("Xóa khỏi lịch")
    hoa.sees("Xóa lịch")


async def test_reminders_come_two_days_and_two_hours_before(town: Town) -> None:
    binh, hoa, an = [await town.comes(key) for key in ("binh", "hoa", "an")]
    await calls(binh)
    await hoa.presses("Có mặt")
    seen = len(hoa.chat)
    town.clock.move_to(2026, 11, 25, 19, 30)
    await town.ticks()
    an.sees("chưa trả lời giấy mời")
    assert len(hoa.chat) == seen
    town.clock.move_to(2026, 11, 27, 17, 30)
    await town.ticks()
    hoa.sees("Sắp đến giờ họp")
    an.sees("Sắp đến giờ họp")


async def _code(secretary: Talker) -> str:
    await secretary.says("theo dõi cuộc họp")
    await secretary.presses("Mở điểm danh")
    return _read_out(secretary)


def _read_out(secretary: Talker) -> str:
    secretary.sees("Mã điểm danh:")
    line = secretary.screen.text.splitlines()[0]
    return line.rsplit(" ", 1)[1].strip("*_ ")


async def test_a_member_checks_in_with_the_code_on_the_secretarys_screen(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    town.clock.move_to(2026, 11, 27, 18, 45)
    code = await _code(binh)
    hoa.sees("Mời đồng chí điểm danh", "Bí thư đọc bốn con số")
    await hoa.presses("Điểm danh")
    hoa.sees("Mã điểm danh là bốn con số nào?")
    wrong = "0000" if code != "0000" else "1111"
    await hoa.says(wrong)
    hoa.sees("chưa khớp", "còn 4 lần")
    await hoa.says(code)
    hoa.sees("Đã điểm danh", "lúc 6 giờ 45 tối")
    if town.door_name == "telegram":
        binh.sees("Có mặt 2 trên 5 người được tính")
    await hoa.presses("Trang chính")
    assert "giấy mời" not in hoa.screen.text, "who is there need not answer"
    await hoa.says("lịch họp")
    hoa.sees("đã điểm danh")
    assert not {"Có mặt", "Vắng có lý do"} & set(hoa.screen.buttons)


async def test_four_digits_check_in_wherever_they_are_typed(town: Town) -> None:
    binh, hoa, an, mai = [await town.comes(key) for key in ("binh", "hoa", "an", "mai")]
    await calls(binh)
    town.clock.move_to(2026, 11, 27, 19, 20)
    await hoa.says("4821")
    hoa.sees("bí thư chưa mở điểm danh", "báo đồng chí ngay")
    code = await _code(binh)
    await hoa.presses("Trang chính")
    await hoa.says(f" {code[:2]} {code[2:]} ")
    hoa.sees("Đã điểm danh", "lúc 7 giờ 20 tối")
    await hoa.says(code)
    hoa.sees("Đã điểm danh")
    await an.says("góp ý")
    await an.says("0000" if code != "0000" else "1111")
    an.sees("chưa khớp", "còn 4 lần")
    await an.says(code)
    an.sees("Đã điểm danh")
    await mai.says(code)
    mai.sees("chưa hiểu")


async def test_a_code_too_early_or_too_late_is_answered_with_the_hour(town: Town) -> None:
    binh, hoa, mai = [await town.comes(key) for key in ("binh", "hoa", "mai")]
    an = await town.comes("an", "en")
    await calls(binh)
    await hoa.says("4821")
    hoa.sees("chưa hiểu")  # days before nobody means a meeting
    town.clock.move_to(2026, 11, 27, 9, 0)
    await hoa.says("lịch họp")
    hoa.sees("Điểm danh mở từ 6 giờ 30 tối, khi bí thư bắt đầu.")
    for code in ("4821", "48 21"):
        await hoa.says(code)
        hoa.sees(
            "Sinh hoạt chi bộ tháng 11: chưa đến giờ điểm danh",
            "Điểm danh mở từ 6 giờ 30 tối.",
            "bắt đầu thứ Sáu, ngày 27 tháng 11, lúc 7 giờ 30 tối",
        )
    await an.says("4821")
    an.sees("it is too early to check in", "Check-in opens at 6:30 pm.")
    await hoa.says("góp ý")
    await hoa.presses("Gửi cho chi bộ")
    await hoa.says("Bác về đây từ năm 1975.")
    await hoa.presses("Gửi ý kiến này")
    await hoa.presses("Nói thêm")
    await hoa.says("1975")
    hoa.sees("gõ thành lời")  # where words leave at once it is no code, and no word either
    await hoa.says("Bác về đây từ năm 1974.")
    await mai.says("4821")
    mai.sees("chưa hiểu")

    town.clock.move_to(2026, 11, 27, 18, 45)
    await hoa.says("lịch họp")
    assert "Điểm danh" not in hoa.screen.buttons, "nothing is offered that cannot be done yet"
    await hoa.says("điểm danh")
    hoa.sees("bí thư chưa mở điểm danh")
    await binh.says("điểm danh")
    await binh.presses("Mở điểm danh")
    await binh.says("mã điểm danh")
    _read_out(binh)
    await hoa.presses("Điểm danh")
    town.clock.move_to(2026, 11, 27, 20, 45)
    await binh.says("theo dõi cuộc họp")
    await binh.presses("Kết thúc họp")
    await binh.presses("Kết thúc họp")
    for code in ("4821", "4822"):  # to the open question, and at home
        await hoa.says(code)
        hoa.sees("cuộc họp đã kết thúc", "Điểm danh và trả lời giấy mời đã đóng")
        await hoa.presses("Trang chính")
    await an.says("4821")
    an.sees("the meeting is over", "Check-in and answers are closed.")


async def test_the_year_of_birth_is_no_code(town: Town) -> None:
    """A stranger who joins while the branch checks in is asked for four digits too."""
    binh = await town.comes("binh")
    await calls(binh)
    town.clock.move_to(2026, 11, 27, 19, 20)
    await _code(binh)
    tuan = await town.stranger("Phạm Minh Tuấn")
    async with town.app.database.transaction() as store:
        member = await town.ward.member(store, "tuan")
        letter = await joining.issue_code(store, member, town.clock.now, None)
    await tuan.starts(letter)
    await tuan.says("1990")
    tuan.sees("Phạm Minh Tuấn")


async def test_check_in_is_announced_once_and_its_code_seen_again(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    town.clock.move_to(2026, 11, 27, 18, 45)
    await _code(binh)
    await binh.presses("Quay lại")
    await binh.presses("Xem mã điểm danh")
    _read_out(binh)
    assert len([seen for seen in hoa.chat if "Mời đồng chí điểm danh" in seen.text]) == 1
    binh.has_not_seen("Mời đồng chí điểm danh")


async def test_whoever_opened_check_in_by_slip_can_take_the_own_tick_back(town: Town) -> None:
    binh = await town.comes("binh")
    await calls(binh)
    town.clock.move_to(2026, 11, 27, 18, 45)
    await _code(binh)
    await binh.presses("Ai đã đến")
    binh.sees("Ai về sớm thì ghi được từ giờ họp")
    await binh.presses("Lê Văn Bình")
    await binh.presses("Ghi lại là chưa đến")
    binh.sees("Chưa đến")
    await binh.presses("Quay lại")
    binh.sees("Có mặt 0 trên 5 người được tính", "1 người miễn sinh hoạt chỉ tính khi đến")


async def test_before_the_last_hour_nobody_checks_in(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    town.clock.move_to(2026, 11, 27, 18, 0)
    await hoa.says("lịch họp")
    assert "Điểm danh" not in hoa.screen.buttons
    await binh.says("theo dõi cuộc họp")
    assert "Mở điểm danh" not in binh.screen.buttons


async def test_the_secretary_ticks_names_and_takes_one_back(town: Town) -> None:
    binh = await town.comes("binh")
    await calls(binh)
    town.clock.move_to(2026, 11, 27, 19, 40)
    await _code(binh)
    await binh.presses("Ghi tên người đến")
    binh.sees("Còn 5 người chưa đến")
    await binh.presses("Trần Thị Hoa")
    binh.sees("Còn 4 người chưa đến", "Đã ghi Trần Thị Hoa có mặt")
    await binh.presses("Xem tiếp")
    await binh.presses("Võ Thị Sen")
    binh.sees("Còn 3 người chưa đến")
    await binh.presses("Quay lại")
    binh.sees("Có mặt 3 trên 6 người được tính")
    await binh.presses("Ai đã đến")
    await binh.presses("Trần Thị Hoa")
    binh.sees("Đến sau giờ họp", "lúc 7 giờ 40 tối")
    await binh.presses("Ghi lại là chưa đến")
    binh.sees("Chưa đến")


async def test_a_name_typed_at_the_door_is_ticked(town: Town) -> None:
    binh = await town.comes("binh")
    await calls(binh)
    town.clock.move_to(2026, 11, 27, 19, 25)
    await _code(binh)
    await binh.presses("Ghi tên người đến")
    binh.sees("hoặc gõ tên người ấy")
    await binh.says("tran thi hoa")
    binh.sees("Còn 4 người chưa đến", "Đã ghi Trần Thị Hoa có mặt")
    await binh.says("Bụt")
    binh.sees("không thấy ai tên như vậy", "Còn 4 người chưa đến")
    await binh.says("Thị")
    binh.sees("người tên như vậy")
    await binh.presses("Võ Thị Sen")
    binh.sees("Đã ghi Võ Thị Sen có mặt")


async def test_leaving_early_is_one_press_and_can_be_taken_back(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    town.clock.move_to(2026, 11, 27, 19, 25)
    await _code(binh)
    await binh.presses("Ghi tên người đến")
    await binh.presses("Trần Thị Hoa")
    await town.passes(hours=1)
    await hoa.says("lịch họp")
    await hoa.presses("Về sớm")
    hoa.sees("Đã ghi đồng chí về sớm")
    await hoa.presses("Tôi vẫn ở lại")
    hoa.sees("Đồng chí đã điểm danh")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "vi",
            ("lịch họp", "theo dõi cuộc họp", "Về sớm", "Có mặt 2 người, về sớm 1", "Ai đã đến"),
        ),
        (
            "en",
            ("meetings", "follow meetings", "Leave early", "Present: 2, left early: 1", "Who came"),
        ),
    ],
)
async def test_who_left_early_is_told_apart_from_who_stays(
    town: Town, language: str, words: tuple[str, ...]
) -> None:
    meetings, follow, leave, counted, who_came = words
    binh = await town.comes("binh")
    hoa, an = await town.comes("hoa", language), await town.comes("an")
    await calls(binh)
    town.clock.move_to(2026, 11, 27, 19, 0)
    await hoa.says(await _code(binh))
    town.clock.move_to(2026, 11, 27, 19, 45)
    await hoa.says(meetings)
    await hoa.presses(leave)
    if language == "en":  # the secretary reads English too
        await binh.says("English")
    await binh.says(follow)
    binh.sees(counted)
    await binh.presses("Xem mã điểm danh" if language == "vi" else "See the check-in code")
    binh.sees("về sớm 1" if language == "vi" else "left early 1")
    await binh.presses(who_came)
    binh.sees("2 người đã đến, 1 người" if language == "vi" else "2 came, 1 of them left early")
    an.has_not_seen("về sớm")


async def test_the_meeting_going_on_comes_before_the_one_to_be_answered(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    await binh.says("mời họp")
    for step in ("Sinh hoạt chuyên đề", "Chủ nhật 29, 7 giờ 30 tối"):
        await binh.presses(step)
    await binh.says("Đình làng")
    for step in ("Bỏ qua nội dung", "Không kèm tài liệu", "Mời 6 người"):
        await binh.presses(step)
    town.clock.move_to(2026, 11, 27, 19, 0)
    await binh.says("theo dõi cuộc họp")
    for step in ("Họp ngày 27, 7 giờ 30 tối", "Mở điểm danh"):
        await binh.presses(step)
    await hoa.says(_read_out(binh))
    town.clock.move_to(2026, 11, 27, 19, 45)
    await hoa.says("lịch họp")
    hoa.sees("Sinh hoạt chi bộ tháng 11", "Đồng chí đã điểm danh")
    hoa.can_press("Về sớm")
    await hoa.presses("Cuộc họp khác")
    hoa.sees("Các cuộc họp khác:", "Sinh hoạt chuyên đề: ")
    await hoa.says("lịch họp")
    await hoa.presses("Về sớm")
    await hoa.says("lịch họp")
    hoa.sees("Sinh hoạt chuyên đề", "chưa trả lời")
    await hoa.presses("Cuộc họp khác")
    hoa.sees("Sinh hoạt chi bộ tháng 11: đang họp")


async def test_a_meeting_that_is_over_stays_to_be_looked_at(town: Town) -> None:
    binh, hoa, mai = [await town.comes(key) for key in ("binh", "hoa", "mai")]
    await calls(binh)
    town.clock.move_to(2026, 11, 27, 19, 25)
    await hoa.says(await _code(binh))
    town.clock.move_to(2026, 11, 27, 19, 30)
    await binh.says("theo dõi cuộc họp")
    for _ in range(2):
        await binh.presses("Kết thúc họp")
    await binh.says("theo dõi cuộc họp")
    binh.sees("Chưa có cuộc họp nào sắp tới")
    await binh.presses("Các cuộc họp đã qua")
    binh.sees("Các cuộc họp đã qua:", "Chi bộ 1: Sinh hoạt chi bộ tháng 11")
    await binh.presses("Họp ngày 27, 7 giờ 30 tối")
    binh.sees("đã kết thúc", "Có mặt 2 người", "chưa rõ lý do 3")
    await binh.presses("Ai đã đến")
    binh.sees("2 người đã đến")
    await binh.presses("Trần Thị Hoa")
    assert "Ghi lại là chưa đến" not in binh.screen.buttons, "what was told is told"
    await binh.presses("Quay lại")
    binh.sees("đã kết thúc")
    await binh.presses("Xem ai vắng")
    binh.sees("3 người vắng")
    await binh.presses("Quay lại")
    await binh.presses("Xem bản tóm tắt")
    binh.sees("Tóm tắt: Sinh hoạt chi bộ tháng 11", "Có mặt 2 người")

    await hoa.says("lịch họp")
    await hoa.presses("Các cuộc họp đã qua")
    await hoa.presses("Họp ngày 27, 7 giờ 30 tối")
    hoa.sees("Đồng chí đã điểm danh")
    await hoa.presses("Xem bản tóm tắt")
    hoa.sees("Tóm tắt: Sinh hoạt chi bộ tháng 11", "Có mặt 2 người")
    if town.door_name == "telegram":
        assert hoa.screen.kind == "document"
    await calls_another(binh)
    for word in ("biên bản", "TÓM TẮT"):
        await hoa.says(word)
        hoa.sees("Tóm tắt: Sinh hoạt chi bộ tháng 11")  # not the meeting that comes next
        await binh.says(word)
        binh.sees("Tóm tắt: Sinh hoạt chi bộ tháng 11")
        binh.can_press("Xem ai vắng")
    await hoa.says("các cuộc họp đã qua")
    hoa.can_press("Họp ngày 27, 7 giờ 30 tối")
    await mai.says("tóm tắt")
    mai.sees("chưa có cuộc họp nào")
    await mai.says("lịch họp")
    assert "Các cuộc họp đã qua" not in mai.screen.buttons, "she was not invited"


async def test_a_meeting_that_is_over_is_found_in_english_too(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa", "en")
    await calls(binh)
    town.clock.move_to(2026, 11, 27, 19, 30)
    await _code(binh)
    await binh.says("theo dõi cuộc họp")
    for _ in range(2):
        await binh.presses("Kết thúc họp")
    await binh.presses("Quay lại")
    await hoa.says("meetings")
    if town.door_name != "zalo":  # there the word opens what was brought: this very meeting
        await hoa.presses("Meetings that are over")
        await hoa.presses("Meeting on 27, 7:30 pm")
    hoa.sees("The meeting is over.")
    await hoa.presses("See the summary")
    hoa.sees("Summary:", "Present: 1")


@pytest.mark.parametrize("before", ["mã ", "Mã là ", "điểm danh ", "code ", "The code is "])
async def test_the_code_may_be_typed_in_a_phrase(town: Town, before: str) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    town.clock.move_to(2026, 11, 27, 19, 0)
    await hoa.says(before + await _code(binh))
    hoa.sees("Đã điểm danh")


async def test_ending_sends_the_summary_to_the_branch_and_counts_above(town: Town) -> None:
    binh, hoa, thanh = [await town.comes(key) for key in ("binh", "hoa", "thanh")]
    await calls(binh)
    town.clock.move_to(2026, 11, 27, 19, 30)
    await _code(binh)
    await binh.presses("Ghi tên người đến")
    await binh.presses("Trần Thị Hoa")
    await town.passes(hours=1)
    await binh.says("theo dõi cuộc họp")
    binh.sees("đang họp", "Được mời 6 người, tính 5", "Có mặt 2 người")
    await binh.presses("Kết thúc họp")
    binh.sees("Kết thúc Sinh hoạt chi bộ tháng 11?")
    await binh.presses("Kết thúc họp")
    binh.has_seen("Cuộc họp đã kết thúc")
    binh.sees("Tóm tắt", "1 người miễn sinh hoạt chỉ tính khi đến", "Có mặt 2 người")
    assert "Hồ Văn An" not in binh.screen.text, "names are behind the button"
    if town.door_name == "zalo":
        await binh.says("tóm tắt")
        binh.sees("Tóm tắt: Sinh hoạt chi bộ tháng 11")
    if town.door_name != "terminal":
        await binh.presses("Xem ai vắng")
        binh.sees("3 người vắng", "Hồ Văn An: chưa rõ lý do", "Phạm Minh Tuấn")
    hoa.sees("Tóm tắt: Sinh hoạt chi bộ tháng 11", "Được mời 6 người, tính 5", "Có mặt 2 người")
    hoa.has_not_seen("Phạm Minh Tuấn")
    thanh.sees("Tóm tắt")
    if town.door_name == "telegram":  # a terminal prints the buttons below the words
        assert max(map(_longest, (binh, hoa, thanh))) <= 60


def _longest(talker: Talker) -> int:
    """Words of the longest message so far: what has to be heard at once."""
    return max(len(seen.text.split()) for seen in talker.chat)


async def test_whoever_called_a_branch_from_above_sees_who_is_missing(town: Town) -> None:
    thanh, dung = await town.comes("thanh"), await town.comes("dung")
    await thanh.says("mời họp")
    for step in ("Chi bộ 2", "Sinh hoạt tháng 11", "Thứ Sáu 27, 7 giờ 30 tối"):
        await thanh.presses(step)
    await thanh.says("Trường học")
    for step in ("Bỏ qua nội dung", "Không kèm tài liệu", "Mời 2 người"):
        await thanh.presses(step)
    await town.passes(days=4, hours=11)
    await thanh.says("theo dõi cuộc họp")
    thanh.sees("đang họp")
    await thanh.presses("Mở điểm danh")
    await thanh.presses("Ghi tên người đến")
    await thanh.presses("Ngô Quốc Dũng")
    await thanh.says("theo dõi cuộc họp")
    await thanh.presses("Xem ai vắng")
    thanh.sees("1 người vắng:", "• Đặng Thị Mai: chưa rõ lý do")
    await thanh.presses("Quay lại")
    for _ in range(2):
        await thanh.presses("Kết thúc họp")
    for leader in (thanh, dung):
        leader.sees("Chi bộ 2", "Tóm tắt")
        await leader.presses("Xem ai vắng")
        leader.sees("• Đặng Thị Mai: chưa rõ lý do")


async def test_with_no_meeting_the_front_says_so_kindly(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await hoa.says("lịch họp")
    hoa.sees("chưa có cuộc họp nào sắp tới")
    await binh.says("theo dõi cuộc họp")
    binh.sees("Chưa có cuộc họp nào sắp tới")
    binh.can_press("Mời họp")


async def test_several_meetings_are_listed_and_opened(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    await binh.presses("Trang chính")
    await binh.says("mời họp")
    await binh.presses("Sinh hoạt chuyên đề")
    await binh.presses("Chủ nhật 29, 7 giờ 30 tối")
    await binh.presses("Nhà văn hóa tổ 3")
    for step in ("Bỏ qua nội dung", "Không kèm tài liệu", "Mời 6 người"):
        await binh.presses(step)
    await hoa.says("lịch họp")
    hoa.sees("Sinh hoạt chi bộ tháng 11")
    await hoa.presses("Cuộc họp khác")
    await hoa.presses("Họp ngày 29, 7 giờ 30 tối")
    hoa.sees("Sinh hoạt chuyên đề")
    await binh.says("theo dõi cuộc họp")
    await binh.presses("Họp ngày 29, 7 giờ 30 tối")
    binh.sees("Sinh hoạt chuyên đề", "chưa trả lời 5")
    await binh.presses("Quay lại")
    binh.sees("Các cuộc họp đồng chí phụ trách")


async def test_a_second_meeting_like_the_first_is_asked_about_once(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await calls(binh)
    invitations = len(hoa.chat)
    await binh.says("mời họp")
    for step in ("Sinh hoạt tháng 11", "Thứ Sáu 27, 7 giờ 30 tối", "Nhà văn hóa tổ 3"):
        await binh.presses(step)
    for step in ("Bỏ qua nội dung", "Không kèm tài liệu", "Mời 6 người"):
        await binh.presses(step)
    binh.sees("Chi bộ 1 đã mời một cuộc họp giống thế", "thứ Sáu, ngày 27 tháng 11")
    assert len(hoa.chat) == invitations, "nobody is told yet"
    await binh.presses("Vẫn mời 6 người")
    binh.has_seen("Đang gửi giấy mời cho 6 người")
    await binh.says("theo dõi cuộc họp")
    binh.can_press("Họp ngày 27, 7 giờ 30 tối", "Ngày 27, 7 giờ 30 tối (2)")


async def test_a_meeting_called_twice_by_slip_is_dropped_again(town: Town) -> None:
    binh = await town.comes("binh")
    await calls(binh)
    await binh.says("mời họp")
    await binh.presses("Sinh hoạt tháng 11")
    await binh.says("thứ Sáu 8 giờ sáng")
    await binh.presses("Nhà văn hóa tổ 3")
    for step in ("Bỏ qua nội dung", "Không kèm tài liệu", "Mời 6 người"):
        await binh.presses(step)
    await binh.presses("Bỏ giấy mời này")
    binh.sees("Đã bỏ giấy mời này")
    await binh.says("theo dõi cuộc họp")
    binh.sees("Sinh hoạt chi bộ tháng 11", "lúc 7 giờ 30 tối")


async def test_two_meetings_of_a_day_are_told_apart_by_their_hour(town: Town) -> None:
    binh, thanh = await town.comes("binh"), await town.comes("thanh")
    await calls(binh)
    await binh.says("mời họp")
    await binh.presses("Sinh hoạt chuyên đề")
    await binh.says("thứ Sáu 8 giờ sáng")
    await binh.presses("Nhà văn hóa tổ 3")
    for step in ("Bỏ qua nội dung", "Không kèm tài liệu", "Mời 6 người"):
        await binh.presses(step)
    await binh.says("theo dõi cuộc họp")
    await binh.presses("Họp ngày 27, 8 giờ sáng")
    binh.sees("Sinh hoạt chuyên đề")
    await thanh.says("theo dõi cuộc họp")
    thanh.can_press("Họp ngày 27, 8 giờ sáng", "Họp ngày 27, 7 giờ 30 tối")


@ON_PHONES
async def test_several_files_are_sent_one_after_another(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await binh.says("mời họp")
    for step in ("Sinh hoạt tháng 11", "Thứ Sáu 27, 7 giờ 30 tối"):
        await binh.presses(step)
    await binh.says("Nhà văn hóa tổ 3")
    agenda = "Bàn báo cáo cuối năm, góp ý cho chi ủy và chọn ba gương người tốt việc tốt."
    await binh.sends("document", PAPERS[0], agenda)
    binh.sees("Đã có 1 tài liệu", "bao-cao-1.txt")
    await binh.sends("document", PAPERS[1])
    binh.sees("Đã có 2 tài liệu", "bao-cao-2.txt")
    await binh.sends("voice", VOICE)
    binh.sees("Tài liệu 3: lời nói")
    await binh.presses("Bỏ tài liệu vừa gửi")
    binh.sees("Đã có 2 tài liệu")
    await binh.presses("Xong")
    binh.sees("Nội dung: Bàn báo cáo cuối năm", "Kèm 2 tài liệu")
    assert _longest(binh) <= 60
    await binh.presses("Mời 6 người")
    hoa.sees("Kèm 2 tài liệu")
    assert _longest(hoa) <= 60
    await hoa.presses("Xem nội dung họp")
    await hoa.presses("Xem 2 tài liệu")
    hoa.sees("Tài liệu 1: bao-cao-1.txt", "Tài liệu 2: bao-cao-2.txt")
    await hoa.presses("Tài liệu 1")
    assert hoa.screen.kind == "document"
    await hoa.presses("Tài liệu tiếp theo")
    hoa.sees("bao-cao-2.txt")
    assert hoa.screen.kind == "document"


@ON_PHONES
async def test_one_file_comes_with_the_invitation_itself(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await binh.says("mời họp")
    for step in ("Sinh hoạt tháng 11", "Thứ Sáu 27, 7 giờ 30 tối"):
        await binh.presses(step)
    await binh.says("Nhà văn hóa tổ 3")
    await binh.presses("Bỏ qua nội dung")
    await binh.sends("document", PAPERS[0])
    await binh.presses("Xong")
    await binh.presses("Mời 6 người")
    hoa.sees("Kèm một tài liệu")
    assert hoa.screen.kind == "document"


async def test_a_time_that_has_passed_is_said_to_have_passed(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("mời họp")
    await binh.presses("Sinh hoạt tháng 11")
    await binh.says("hôm qua 7 giờ")
    binh.sees("Đã qua rồi: ngày 22 tháng 11")
    await binh.says("20/11 19h30")
    binh.sees("Đã qua rồi: ngày 20 tháng 11")
    await binh.says("thứ Sáu 19h30")
    binh.sees("Họp thứ Sáu, ngày 27 tháng 11, lúc 7 giờ 30 tối.", "Họp ở đâu?")


async def test_a_meeting_called_at_short_notice_is_not_reminded_of_at_once(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    town.clock.move_to(2026, 11, 27, 16, 50)
    await binh.says("mời họp")
    await binh.presses("Sinh hoạt chuyên đề")
    await binh.says("tối nay 7 giờ 30")
    await binh.says("Nhà văn hóa tổ 3")
    for step in ("Bỏ qua nội dung", "Không kèm tài liệu", "Mời 6 người"):
        await binh.presses(step)
    hoa.sees("mời đồng chí dự họp")
    await town.passes(minutes=40)
    hoa.sees("mời đồng chí dự họp")
    hoa.has_not_seen("Sắp đến giờ họp")


async def test_nobody_is_offered_to_be_reminded_whom_no_message_reaches(town: Town) -> None:
    binh = await town.comes("binh", "en")
    others = [await town.comes(key) for key in ("hoa", "an", "sen", "thanh")]
    await calls_in_english(binh)
    for member in others:
        await member.presses("Có mặt")
    await binh.says("follow meetings")
    await binh.presses("Who has not answered")
    binh.sees("One has not answered, 1 of them not joined")
    assert not any("Remind" in label for label in binh.screen.buttons)


async def calls_in_english(secretary: Talker) -> None:
    """A thematic meeting on Sunday the 29th."""
    await secretary.says("call a meeting")
    for step in ("Thematic meeting", "Sunday 29, 7:30 pm"):
        await secretary.presses(step)
    await secretary.says("The old school")
    for step in ("Skip the agenda", "Send no file", "Invite 6 people"):
        await secretary.presses(step)
