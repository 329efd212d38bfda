"""The secretary calls those whom no message has moved."""

from tests.talkers import Talker
from tests.town import Town

ONE = "Số 1: Chi bộ họp vào…"


async def _sent(town: Town, leader: Talker, send: str = "Gửi cho 7 người") -> None:
    await leader.says("viết thông báo")
    await leader.says("Chi bộ họp vào thứ Sáu.")
    if "Dành cho mọi người" in leader.screen.buttons:  # who leads several branches chooses
        await leader.presses("Dành cho mọi người")
    await leader.presses("Xem người nhận và gửi")
    await leader.presses(send)
    await town.passes(seconds=61)


async def _calls(leader: Talker) -> None:
    await leader.says("thông báo đã gửi")
    for label in (ONE, "Xem ai chưa nhận", "Gọi điện báo từng người"):
        await leader.presses(label)


async def test_who_was_told_by_phone_is_noted_and_is_no_acknowledgement(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await _sent(town, binh)
    await hoa.presses("Đã nhận")
    await _calls(binh)
    binh.sees("Gọi điện báo: Thông báo số 1", "6 người chưa báo Đã nhận", "• Phạm Minh Tuấn")
    assert "Trần Thị Hoa" not in binh.screen.text

    await binh.presses("Ghi người đã báo")
    binh.sees("Báo xong ai", "Còn 6 người cần gọi")
    await binh.presses("Phạm Minh Tuấn")
    binh.sees("Đã ghi: Phạm Minh Tuấn được báo miệng.", "Còn 5 người cần gọi")
    assert "Phạm Minh Tuấn" not in binh.screen.buttons
    await binh.presses("Quay lại")
    binh.sees("5 người chưa báo Đã nhận, ngoài 1 người đã được báo miệng")
    await binh.presses("Quay lại")
    binh.sees("Còn 6 người")
    await binh.presses("Quay lại")
    binh.sees("Đã báo Đã nhận: 1. Đã báo miệng: 1.")


async def test_a_name_pressed_by_mistake_is_taken_back(town: Town) -> None:
    binh = await town.comes("binh")
    await _sent(town, binh)
    await _calls(binh)
    for label in ("Ghi người đã báo", "Trần Thị Hoa", "Quay lại", "Xem ai đã được báo"):
        await binh.presses(label)
    binh.sees("1 người đã được báo miệng và chưa trả lời")
    await binh.presses("Trần Thị Hoa")
    binh.sees("Đã bỏ ghi: Trần Thị Hoa chưa được báo.", "Chưa ghi ai được báo miệng.")


async def test_the_list_can_be_printed(town: Town) -> None:
    binh = await town.comes("binh")
    await _sent(town, binh)
    await _calls(binh)
    await binh.presses("Danh sách để in")
    binh.has_seen("Danh sách gọi điện, 7 người", "Xin giữ kín")
    await binh.presses("Quay lại")
    binh.sees("Gọi điện báo: Thông báo số 1")


async def test_two_days_later_each_secretary_is_sent_the_list_of_the_own_branch(
    town: Town,
) -> None:
    thanh, dung, mai = [await town.comes(key) for key in ("thanh", "dung", "mai")]
    await _sent(town, thanh, "Gửi cho 11 người")
    await mai.presses("Đã nhận")
    await town.passes(days=2, minutes=2)
    dung.has_seen("Còn 1 người chưa báo Đã nhận", "tờ kèm theo có tên, số điện thoại")
    mai.has_not_seen("tờ kèm theo")
    await dung.presses("Xem ai cần gọi")
    dung.sees("Gọi điện báo: Thông báo số 1", "1 người chưa báo Đã nhận", "• Ngô Quốc Dũng")
    await dung.presses("Quay lại")
    dung.sees("Chào đồng chí Dũng")


async def test_the_silent_about_a_meeting_are_called_too(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await binh.says("mời họp")
    for step in ("Sinh hoạt tháng 11", "Thứ Sáu 27, 7 giờ 30 tối"):
        await binh.presses(step)
    await binh.says("Nhà văn hóa tổ 3")
    for step in ("Bỏ qua nội dung", "Không kèm tài liệu", "Mời 6 người"):
        await binh.presses(step)
    await hoa.presses("Có mặt")
    await binh.says("ai đi họp")
    for step in ("Ai chưa trả lời", "Gọi điện báo từng người"):
        await binh.presses(step)
    binh.sees("Gọi điện báo: Sinh hoạt chi bộ tháng 11", "chưa trả lời", "• Phạm Minh Tuấn")
    await town.passes(days=3, hours=10, minutes=31)
    binh.has_seen("chưa trả lời", "tờ kèm theo")


async def test_whom_to_call_is_found_under_what_a_leader_does(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await binh.says("ai cần gọi")
    binh.sees("Không còn ai cần gọi")
    await _sent(town, binh)
    await hoa.presses("Đã nhận")
    await binh.presses("Trang chính")
    for label in ("Điều hành", "Theo dõi việc đã gửi", "Gọi người chưa trả lời"):
        await binh.presses(label)
    binh.sees("Còn người cần gọi điện", "• Thông báo số 1 năm 2026 của Chi bộ 1: 6 người")
    await binh.presses(ONE)
    binh.sees("Gọi điện báo: Thông báo số 1", "• Phạm Minh Tuấn")

    for evening in ("Thứ Sáu 27, 7 giờ 30 tối", "Chủ nhật 29, 7 giờ 30 tối"):
        await binh.says("mời họp")
        for step in ("Sinh hoạt tháng 11", evening):
            await binh.presses(step)
        await binh.says("Nhà văn hóa tổ 3")
        for step in ("Bỏ qua nội dung", "Không kèm tài liệu", "Mời 6 người"):
            await binh.presses(step)
    await binh.says("ai cần gọi")
    binh.sees("• Sinh hoạt chi bộ tháng 11, ngày 27 tháng 11 năm 2026: 5 người")
    binh.can_press("Họp ngày 27, 7 giờ 30 tối", "Họp ngày 29, 7 giờ 30 tối")


async def test_in_english_the_list_reads_as_well(town: Town) -> None:
    binh = await town.comes("binh", "en")
    await binh.says("write a notice")
    await binh.says("We meet on Friday.")
    await binh.presses("See who gets it and send")
    await binh.presses("Send to 7 people")
    await town.passes(days=2, minutes=2)
    binh.has_seen("7 have not answered Received yet", "names, numbers and what to say")
    await binh.presses("See whom to call")
    binh.sees("To be called: Notice 1 of 2026", "7 have not answered Received", "• Trần Thị Hoa")
    await binh.presses("Note who was told")
    await binh.presses("Trần Thị Hoa")
    binh.sees("Noted: Trần Thị Hoa was told by phone.", "6 to call.")
