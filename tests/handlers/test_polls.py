"""Polls as people live them: a leader opens one step by step, members vote in three taps."""

import pytest

from tests.talkers import Talker
from tests.town import Town

QUESTION = "Thông qua nghị quyết tháng 12?"
ON_PHONES = pytest.mark.parametrize("town", ["telegram"], indirect=True)


LONG_QUESTION = "Đồng ý góp mỗi nhà một cây hoa trồng dọc đường Bến Nước?"


async def opens(leader: Talker, question: str = QUESTION) -> None:
    """The secretary's way: question, usual options, more than half of all who count, tonight."""
    await leader.presses("Điều hành")
    await leader.presses("Mở biểu quyết")
    await leader.says(question)
    for label in (
        "Dùng ba câu quen dùng",
        "Quá nửa",
        "Trên tổng số được tính",
        "8 giờ tối nay",
        "Mở biểu quyết ngay",
    ):
        await leader.presses(label)


async def votes(member: Talker, option: str) -> None:
    """Three taps from home."""
    for label in ("Trang chính", "Biểu quyết", option, f"Bỏ phiếu: {option}"):
        await member.presses(label)


async def test_a_poll_is_opened_one_question_a_screen(town: Town) -> None:
    binh, hoa, an = [await town.comes(key) for key in ("binh", "hoa", "an")]
    await binh.presses("Điều hành")
    await binh.presses("Mở biểu quyết")
    binh.sees("công khai, có ghi tên", "chưa có bỏ phiếu kín")
    await binh.says(QUESTION)
    binh.sees("Mọi người chọn giữa những câu nào?")
    await binh.presses("Dùng ba câu quen dùng")
    binh.sees("Mức này tính cho câu: Đồng ý")
    assert "Chỉ đếm phiếu" not in binh.screen.buttons, "a motion is always measured"
    await binh.presses("Ít nhất hai phần ba")
    await binh.presses("Trên tổng số được tính")
    await binh.presses("8 giờ tối nay")
    binh.sees(
        QUESTION,
        "Ý kiến khác",
        "Tính 4 người, chưa kể miễn sinh hoạt, cần 3 phiếu Đồng ý",
        "Hỏi 5 người: đảng viên chính thức của Chi bộ 1 (1 chưa vào sổ), công khai, có ghi tên",
        "thứ Hai, ngày 23 tháng 11, lúc 8 giờ tối",
    )

    await binh.presses("Mở biểu quyết ngay")
    binh.has_seen("Đang biểu quyết: chưa có ai trong 5 người bỏ phiếu")
    hoa.sees("Mời đồng chí biểu quyết", QUESTION, "của Chi bộ 1, công khai, có ghi tên")
    hoa.can_press("Xem và biểu quyết")
    an.sees("Mời đồng chí theo dõi", "phần của đảng viên chính thức")
    await an.presses("Xem cuộc biểu quyết")
    an.sees("Đã có 0 trên 5 người bỏ phiếu", "theo dõi được")


async def test_a_vote_is_three_taps_from_home_and_names_the_choice(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await opens(binh)
    await hoa.presses("Trang chính")
    hoa.sees("Biểu quyết 1 việc")

    await hoa.presses("Biểu quyết")
    hoa.sees(QUESTION, "công khai, có ghi tên")
    await hoa.presses("Không đồng ý")
    hoa.sees("Đồng chí chọn: Không đồng ý")
    hoa.sees(f"“{QUESTION}”")
    said_on = ("Bỏ phiếu: Không đồng ý", "Chọn lại")
    assert hoa.screen.buttons[:2] == said_on, "who goes on with the first does not go in a circle"
    await hoa.presses("Chọn lại")
    await hoa.presses("Đồng ý")
    hoa.can_press("Chọn lại")
    await hoa.presses("Bỏ phiếu: Đồng ý")
    hoa.sees("Đã ghi phiếu của đồng chí: Đồng ý", "đổi được đến thứ Hai")

    await hoa.presses("Trang chính")
    hoa.sees("không còn việc nào")


async def test_a_vote_can_be_changed_until_the_close_and_not_after(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await opens(binh)
    await votes(hoa, "Đồng ý")
    await hoa.presses("Đổi phiếu")
    hoa.sees("Phiếu hiện nay của đồng chí: Đồng ý")
    await hoa.presses("Không đồng ý")
    hoa.sees("đổi sang: Không đồng ý", "Phiếu hiện nay của đồng chí: Đồng ý")
    await hoa.presses("Bỏ phiếu: Không đồng ý")
    hoa.sees("Đã ghi phiếu của đồng chí: Không đồng ý")

    await hoa.presses("Đổi phiếu")
    await hoa.presses("Đồng ý")
    town.clock.move_to(2026, 11, 23, 20, 0)
    await hoa.presses("Bỏ phiếu: Đồng ý")
    hoa.sees("Biểu quyết đã kết thúc", "không nhận thêm phiếu")


@ON_PHONES
async def test_pressing_the_same_vote_again_changes_nothing(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await opens(binh)
    await votes(hoa, "Đồng ý")
    before = hoa.chat
    await hoa.presses("Xem và biểu quyết")
    hoa.sees("Phiếu của đồng chí: Đồng ý")
    assert len(hoa.chat) <= len(before) + 1


async def test_the_result_is_one_sentence_for_everyone(town: Town) -> None:
    binh, hoa, sen, an = [await town.comes(key) for key in ("binh", "hoa", "sen", "an")]
    await opens(binh)
    for member in (binh, hoa, sen):
        await votes(member, "Đồng ý")
    town.clock.move_to(2026, 11, 23, 20, 0)
    await town.ticks()

    said = "5 đảng viên được tính, cần ít nhất 3 phiếu: có 3 phiếu Đồng ý, thông qua."
    for member in (binh, hoa, sen, an):
        member.has_seen("Kết quả biểu quyết của Chi bộ 1", QUESTION, said)
    await hoa.presses("Xem kết quả")
    hoa.sees(said, "• Đồng ý: 3 phiếu", "• Ý kiến khác: 0 phiếu", "Phiếu của đồng chí: Đồng ý")
    await hoa.says("biểu quyết")
    hoa.sees("Không còn việc nào", f"• {QUESTION}: đã kết thúc")


@ON_PHONES
async def test_the_result_comes_with_its_picture(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await opens(binh)
    await votes(hoa, "Đồng ý")
    town.clock.move_to(2026, 11, 23, 20, 0)
    await town.ticks()
    assert hoa.screen.kind == "photo"


async def test_leaders_see_turnout_and_names_but_no_choice_before_the_close(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await opens(binh)
    await votes(hoa, "Không đồng ý")
    await votes(binh, "Đồng ý")
    await binh.says("theo dõi biểu quyết")
    binh.sees("mới có 2 trong 5 người bỏ phiếu")
    await binh.presses(short_label())
    binh.sees("Đang biểu quyết: mới có 2 trong 5", "chưa ai biết kết quả")
    await binh.presses("Xem ai chưa bỏ phiếu")
    binh.sees("3 người chưa bỏ phiếu", "Phạm Minh Tuấn", "Võ Thị Sen")
    binh.sees("Nếu nhắc: 2 nhận ngay, 1 chưa vào Sổ tay.")
    assert "Trần Thị Hoa" not in binh.screen.text
    binh.has_not_seen("Không đồng ý: ")

    await binh.presses("Nhắc 2 người này")
    binh.sees("Đã gửi lời nhắc cho 2 người", "Còn 1 người chưa vào Sổ tay")
    hoa.has_not_seen("Đồng chí chưa bỏ phiếu")
    await binh.presses("Quay lại")
    await binh.presses("Xem ai chưa bỏ phiếu")
    await binh.presses("Nhắc 2 người này")
    binh.sees("Hôm nay đã nhắc rồi")
    await binh.presses("Quay lại")
    binh.sees("Đang biểu quyết")
    await binh.presses("Kết thúc sớm")
    binh.sees("mới có 2 trong 5 người", "không mở lại được")
    assert binh.screen.buttons[0] == "Để biểu quyết tiếp", "the safe choice comes first"
    await binh.presses("Kết thúc và đếm phiếu")
    binh.has_seen(
        "Chỉ 2 trong 5 đảng viên bỏ phiếu. "
        "Tính 4 người, cần 3 phiếu: có 1 phiếu Đồng ý, chưa thông qua."
    )


async def test_after_the_close_leaders_read_who_chose_what(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await opens(binh)
    await votes(hoa, "Không đồng ý")
    town.clock.move_to(2026, 11, 23, 20, 0)
    await town.ticks()
    await binh.says("theo dõi biểu quyết")
    await binh.presses(short_label())
    await binh.presses("Xem ai chọn gì")
    binh.sees("Không đồng ý: 1 người", "Trần Thị Hoa")
    await binh.presses("Xem lựa chọn khác")
    binh.sees("Không bỏ phiếu: 4 người", "Võ Thị Sen")


async def test_before_the_first_tap_she_reads_who_will_see_her_choice(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa", "en")
    sen = await town.comes("sen")
    await opens(binh)
    said = "Kết thúc rồi, người được mời, người phụ trách và cấp trên mới xem được ai chọn gì."
    sen.sees(said)
    await sen.presses("Xem và biểu quyết")
    sen.sees(said)
    await sen.presses("Đồng ý")
    sen.sees("Phiếu có ghi tên đồng chí", said)
    await hoa.presses("See and vote")
    hoa.sees("Only when it is over can everyone invited and the leaders here and above see who")


@ON_PHONES
async def test_a_question_of_two_lines_fits_into_its_messages(town: Town) -> None:
    binh, sen = await town.comes("binh"), await town.comes("sen")
    await opens(binh, LONG_QUESTION)
    assert len(sen.screen.text.split()) <= 60
    await sen.presses("Xem và biểu quyết")
    assert len(sen.screen.text.split()) <= 60
    await sen.presses("Đồng ý")
    assert len(sen.screen.text.split()) <= 60


@ON_PHONES
async def test_a_long_question_fits_into_the_result_of_a_vote_ended_early(town: Town) -> None:
    binh, hoa, sen = [await town.comes(key) for key in ("binh", "hoa", "sen")]
    long = "Đồng ý góp mỗi nhà một cây hoa trồng dọc đường Bến Nước, từ đầu hẻm 3 đến hết cầu Sen?"
    await opens(binh, long)
    for person in (binh, hoa, sen):
        await votes(person, "Đồng ý")
    await binh.says("theo dõi biểu quyết")
    await binh.presses("Đồng ý góp mỗi nhà một cây…")
    await binh.presses("Kết thúc sớm")
    await binh.presses("Kết thúc và đếm phiếu")
    hoa.sees("Kết quả biểu quyết của Chi bộ 1", "Đồng ý góp mỗi nhà", "kết thúc sớm")
    assert len(hoa.screen.text.split()) <= 60


@ON_PHONES
@pytest.mark.parametrize("language", ["vi", "en"])
async def test_a_vote_of_few_ended_early_is_told_in_sixty_words(town: Town, language: str) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa", language)
    await opens(binh, LONG_QUESTION)
    await votes(binh, "Đồng ý")
    await binh.says("theo dõi biểu quyết")
    await binh.presses("Đồng ý góp mỗi nhà một cây…")
    await binh.presses("Kết thúc sớm")
    await binh.presses("Kết thúc và đếm phiếu")
    assert len(hoa.screen.text.split()) <= 60, hoa.screen.text
    await hoa.presses("Xem kết quả" if language == "vi" else "See the result")
    assert len(hoa.screen.text.split()) <= 60, hoa.screen.text


@ON_PHONES
@pytest.mark.parametrize("language", ["vi", "en"])
async def test_a_vote_with_an_exempt_member_is_looked_over_in_sixty_words(
    town: Town, language: str
) -> None:
    binh = await town.comes("binh")
    await opens_draft(binh, base="Trên tổng số được tính")
    binh.sees("chưa kể miễn sinh hoạt", "1 chưa vào sổ")
    assert len(binh.screen.text.split()) <= 60, binh.screen.text
    await binh.presses("Hẹn giờ mở")
    await binh.says("6 giờ tối nay")
    binh.sees("Mở: 6 giờ tối ngày 23 tháng 11. Kết thúc: 8 giờ tối.")
    if language == "en":
        await binh.says("english")
        await binh.says("open a vote")
        await binh.presses("Go on")
    english = "It opens at 6 pm on 23 November and ends at 8 pm."
    binh.sees(QUESTION, english if language == "en" else "Kết thúc: 8 giờ tối.")
    assert len(binh.screen.text.split()) <= 60, binh.screen.text


async def test_after_the_close_everyone_on_the_roll_sees_who_chose_what(town: Town) -> None:
    binh, hoa, an, dung = [await town.comes(key) for key in ("binh", "hoa", "an", "dung")]
    await opens(binh)
    await votes(hoa, "Không đồng ý")
    await votes(binh, "Ý kiến khác")
    await binh.says("Nên chờ đến mùa khô.")
    hoa.has_not_seen("Ý kiến khác: 1 người")
    assert "Xem ai chọn gì" not in hoa.screen.buttons + binh.screen.buttons

    town.clock.move_to(2026, 11, 23, 20, 0)
    await town.ticks()
    for member in (hoa, an):  # An only follows: he stands on the roll as well
        await member.presses("Xem kết quả")
        await member.presses("Xem ai chọn gì")
        member.sees("Không đồng ý: 1 người", "Trần Thị Hoa")
        await member.presses("Xem lựa chọn khác")
        member.sees("Ý kiến khác: 1 người", "Lê Văn Bình")
        await member.presses("Xem lựa chọn khác")
        member.sees("Không bỏ phiếu: 3 người", "Võ Thị Sen")
        member.has_not_seen("mùa khô")
        await member.presses("Quay lại")
        member.sees("Biểu quyết của Chi bộ 1 đã kết thúc")
    dung.has_not_seen(QUESTION)


async def test_a_vote_ended_early_says_by_whom_when_and_what_was_announced(town: Town) -> None:
    binh, thanh, sen = [await town.comes(key) for key in ("binh", "thanh", "sen")]
    hoa = await town.comes("hoa", "en")
    await opens(binh)
    await votes(sen, "Đồng ý")
    await town.passes(hours=1, minutes=30)
    await binh.says("theo dõi biểu quyết")
    await binh.presses(short_label())
    await binh.presses("Kết thúc sớm")
    await binh.presses("Kết thúc và đếm phiếu")

    said = "Lê Văn Bình kết thúc sớm, lúc 10 giờ 30 sáng ngày 23 tháng 11. Giờ đã báo là 8 giờ tối."
    for person in (sen, binh, thanh):  # the roll, the branch's leader and the level above
        person.has_seen("Kết quả biểu quyết của Chi bộ 1", said)
    hoa.has_seen(
        "The result of the vote of Chi bộ 1",
        "Lê Văn Bình ended it early, at 10:30 am on 23 November. The announced end was 8 pm.",
    )
    await sen.presses("Xem kết quả")
    sen.sees(QUESTION, f"Chi bộ 1: {said}")
    if town.door_name == "telegram":  # a terminal spells the buttons out
        assert len(sen.screen.text.split()) <= 60
    await sen.presses("Xem ai chọn gì")
    sen.sees("Đồng ý: 1 người", "Võ Thị Sen")
    await thanh.presses("Xem kết quả")
    thanh.sees(said)


async def test_a_vote_the_clock_closed_was_not_ended_early(town: Town) -> None:
    binh, sen = await town.comes("binh"), await town.comes("sen")
    await opens(binh)
    await votes(sen, "Đồng ý")
    town.clock.move_to(2026, 11, 23, 20, 0)
    await town.ticks()
    await sen.presses("Xem kết quả")
    sen.sees("Biểu quyết của Chi bộ 1 đã kết thúc.", "Đồng ý: 1 phiếu")
    sen.has_not_seen("kết thúc sớm")


async def test_a_poll_is_lengthened_and_everyone_is_told(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await opens(binh)
    await binh.says("theo dõi biểu quyết")
    await binh.presses(short_label())
    await binh.presses("Thêm thời gian")
    await binh.says("hôm nay 19 giờ")
    binh.sees("Chỉ thêm được thời gian")
    await binh.says("ngày mai 12 giờ trưa")
    binh.sees("Thêm thời gian đến thứ Ba, ngày 24 tháng 11, lúc 12 giờ trưa?")
    await binh.presses("Thêm đến lúc ấy")
    hoa.sees("Thêm thời gian biểu quyết", "thứ Ba, ngày 24 tháng 11, lúc 12 giờ trưa")


async def test_a_poll_is_cancelled_with_a_reason_everyone_reads(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await opens(binh)
    await binh.says("theo dõi biểu quyết")
    await binh.presses(short_label())
    await binh.presses("Hủy biểu quyết")
    await binh.says("Câu hỏi viết chưa rõ.")
    assert binh.screen.buttons[0] == "Giữ lại", "the safe choice comes first"
    hoa.has_not_seen("Câu hỏi viết chưa rõ.")
    await binh.presses("Hủy và báo mọi người")
    hoa.sees("Đã hủy cuộc biểu quyết của Chi bộ 1", "Lý do: Câu hỏi viết chưa rõ.")
    await hoa.presses("Trang chính")
    hoa.sees("không còn việc nào")


async def test_a_vote_that_ended_meanwhile_is_not_asked_why_it_is_cancelled(town: Town) -> None:
    binh = await town.comes("binh")
    await opens(binh)
    await binh.says("theo dõi biểu quyết")
    await binh.presses(short_label())
    await binh.presses("Hủy biểu quyết")
    town.clock.move_to(2026, 11, 23, 20, 0)
    await town.ticks()
    await binh.says("Câu hỏi viết chưa rõ.")
    binh.sees("Biểu quyết đã kết thúc")
    await binh.says("điều hành")
    binh.sees("Điều hành Chi bộ 1")


async def test_an_old_button_does_not_ask_why_an_ended_vote_is_cancelled(town: Town) -> None:
    binh = await town.comes("binh")
    await opens(binh)
    await binh.says("theo dõi biểu quyết")
    await binh.presses(short_label())
    town.clock.move_to(2026, 11, 23, 20, 0)
    await binh.presses("Hủy biểu quyết")
    binh.sees("Biểu quyết đã kết thúc")
    binh.has_not_seen("Vì sao hủy")


async def test_own_options_may_be_merely_counted(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await binh.says("mở biểu quyết")
    await binh.says("Họp ngày nào?")
    await binh.says("Thứ Sáu")
    binh.sees("Cần từ 2 đến 4 lựa chọn")
    await binh.says("Thứ Sáu, Thứ Bảy")
    await binh.presses("Chỉ đếm phiếu")
    await binh.presses("Hỏi đảng viên chính thức")
    await binh.says("bao giờ cũng được")
    binh.sees("chưa hiểu rõ ngày giờ")
    await binh.says("thứ Sáu 19 giờ 30")
    binh.sees("Thứ Bảy", "Chỉ đếm phiếu", "thứ Sáu, ngày 27 tháng 11, lúc 7 giờ 30 tối")
    await binh.presses("Mở biểu quyết ngay")
    await votes(hoa, "Thứ Bảy")
    town.clock.move_to(2026, 11, 27, 19, 30)
    await town.ticks()
    hoa.has_seen("Chỉ 1 trong 5 đảng viên bỏ phiếu, nhiều nhất là Thứ Bảy với 1 phiếu")


async def test_a_poll_opens_later_at_its_hour(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await opens_draft(binh)
    await binh.presses("Hẹn giờ mở")
    await binh.says("hôm nay 14 giờ")
    binh.sees("Mở: 2 giờ chiều ngày 23 tháng 11. Kết thúc: 8 giờ tối.")
    await binh.presses("Hẹn mở đúng giờ ấy")
    binh.sees("Đã hẹn mở")
    hoa.has_not_seen(QUESTION)
    town.clock.move_to(2026, 11, 23, 14, 0)
    await town.ticks()
    hoa.sees("Mời đồng chí biểu quyết", QUESTION)


async def test_while_composing_one_step_back_loses_nothing(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("mở biểu quyết")
    await binh.says("Họp ngày nào?")
    await binh.says("Thứ Sáu, Thứ Bẩy")
    binh.sees("cần đạt mức nào")
    await binh.presses("Sửa phương án")
    await binh.says("Thứ Sáu, Thứ Bảy")
    binh.sees("cần đạt mức nào", "Thứ Sáu")
    await binh.presses("Quá nửa")
    await binh.presses("Sửa mức thông qua")
    await binh.presses("Ít nhất hai phần ba")
    binh.sees("Tính trên số nào?")
    await binh.presses("Sửa phương án")
    await binh.presses("Sửa câu hỏi")
    await binh.says("Họp tháng 12 ngày nào?")
    binh.sees("Tính trên số nào?")  # what was answered is not asked again
    await binh.presses("Trên tổng số được tính")
    binh.sees("Biểu quyết kết thúc khi nào?")
    await binh.presses("Sửa lại")
    binh.can_press("Sửa câu hỏi", "Sửa phương án", "Sửa mức thông qua", "Sửa cách tính")
    await binh.presses("Quay lại")
    await binh.presses("8 giờ tối nay")
    binh.sees("Họp tháng 12 ngày nào?", "Thứ Bảy", "cần 3 phiếu cùng một câu", "8 giờ tối")


@pytest.mark.parametrize(
    ("way", "answer", "seen"),
    [
        (("Sửa câu hỏi",), "Thông qua báo cáo?", "Thông qua báo cáo?"),
        (("Sửa phương án",), "Nên, Không nên", "Không nên"),
        (("Sửa mức thông qua", "Ít nhất hai phần ba"), "", "ít nhất hai phần ba"),
        (("Sửa phần khác", "Sửa cách tính", "Trên tổng số được tính"), "", "Tính 4 người"),
        (("Sửa phần khác", "Sửa giờ mở"), "hôm nay 15 giờ", "Mở: 3 giờ chiều"),
        (("Sửa phần khác", "Sửa giờ kết thúc", "8 giờ tối mai"), "", "ngày 24 tháng 11"),
    ],
)
async def test_every_single_answer_can_be_changed_at_the_last_look(
    town: Town, way: tuple[str, ...], answer: str, seen: str
) -> None:
    binh = await town.comes("binh")
    await opens_draft(binh)
    await binh.presses("Hẹn giờ mở")
    await binh.says("hôm nay 14 giờ")
    await binh.presses("Sửa lại")
    for label in way:
        await binh.presses(label)
    if answer:
        await binh.says(answer)
    binh.sees(seen, "Kết thúc: ", "Mở: ")
    binh.can_press("Hẹn mở đúng giờ ấy", "Sửa lại")


async def test_changing_an_answer_can_be_given_up_at_the_last_look(town: Town) -> None:
    binh = await town.comes("binh")
    await opens_draft(binh)
    before = binh.screen.text
    for label in ("Sửa câu hỏi", "Sửa phương án", "Sửa mức thông qua"):
        await binh.presses("Sửa lại")
        await binh.presses(label)
        await binh.presses("Quay lại")
        assert binh.screen.text == before, label


async def test_composing_goes_back_a_step_in_english(town: Town) -> None:
    binh = await town.comes("binh", "en")
    await binh.says("open a vote")
    await binh.says("Which day?")
    await binh.says("Friday, Saterday")
    await binh.presses("Change the options")
    await binh.says("Friday, Saturday")
    binh.sees("What does the winning option need?", "Friday\nSaturday")


async def test_a_draft_waits_and_is_taken_up_where_it_stopped(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("mở biểu quyết")
    await binh.says(QUESTION)
    await binh.presses("Dùng ba câu quen dùng")
    await town.restarts()
    await binh.says("mở biểu quyết")
    binh.sees("đang viết dở", QUESTION)
    await binh.presses("Làm tiếp")
    binh.sees("Cần bao nhiêu phiếu")
    await binh.says("mở biểu quyết")
    await binh.presses("Bỏ, làm lại")
    binh.sees("muốn hỏi mọi người điều gì?")


async def test_everyone_reads_the_usual_options_in_their_language(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa", "en")
    await opens(binh)
    hoa.sees("You are asked to vote")
    await hoa.presses("See and vote")
    hoa.can_press("Agree", "Do not agree", "Another view")


async def test_who_votes_is_chosen_where_there_is_a_choice(town: Town) -> None:
    binh, an = await town.comes("binh"), await town.comes("an")
    await binh.says("mở biểu quyết")
    await binh.says("Họp ngày nào?")
    await binh.says("Thứ Sáu, Thứ Bảy")
    await binh.presses("Chỉ đếm phiếu")
    binh.sees(
        "Ai bỏ phiếu?",
        "• đảng viên chính thức của Chi bộ 1: 5 người",
        "• đảng viên chính thức và dự bị của Chi bộ 1: 6 người",
    )
    assert binh.screen.buttons[0] == "Hỏi đảng viên chính thức", "the default comes first"
    await binh.presses("Hỏi đảng viên chính thức")
    await binh.presses("8 giờ tối nay")
    await binh.presses("Sửa lại")
    await binh.presses("Sửa phần khác")
    await binh.presses("Đổi người bỏ phiếu")
    await binh.presses("Hỏi cả đảng viên dự bị")
    binh.sees("Hỏi 6 người: đảng viên chính thức và dự bị của Chi bộ 1")
    await binh.presses("Mở biểu quyết ngay")
    await votes(an, "Thứ Bảy")
    an.sees("Đã ghi phiếu của đồng chí: Thứ Bảy")


async def test_staff_ask_the_secretaries_and_nobody_else_is_invited(town: Town) -> None:
    thanh, binh, hoa = [await town.comes(key) for key in ("thanh", "binh", "hoa")]
    await opens_draft(thanh, "Chỉ hỏi các bí thư")
    thanh.sees("Hỏi 3 người: các bí thư của Phường Sen Hồng")
    await thanh.presses("Mở biểu quyết ngay")
    binh.sees("Mời đồng chí biểu quyết", "Biểu quyết của Phường Sen Hồng")
    hoa.has_not_seen(QUESTION)


async def test_another_view_takes_a_sentence_the_leader_reads_afterwards(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await opens(binh)
    await votes(hoa, "Ý kiến khác")
    hoa.sees("Đã ghi phiếu của đồng chí: Ý kiến khác", "gõ một câu", "Không ghi cũng được")
    assert hoa.screen.buttons[0] == "Bỏ qua, giữ phiếu này"
    await hoa.says("x" * 201)
    hoa.sees("dài quá 200 chữ cái", "vẫn được ghi")
    await hoa.says("không đồng ý")
    hoa.sees("muốn đổi phiếu thành Không đồng ý?", "Phiếu đang ghi là Ý kiến khác")
    await hoa.presses("Đổi thành: Không đồng ý")
    hoa.sees("Không đồng ý")
    hoa.can_press("Bỏ phiếu: Không đồng ý")  # named once more before it is cast
    await hoa.says("biểu quyết")
    await hoa.presses(short_label())
    await hoa.presses("Ghi rõ ý kiến")
    await hoa.says("Đồng ý.")
    hoa.sees("muốn đổi phiếu thành Đồng ý?")
    await hoa.says("Nên chờ đến mùa khô.")
    hoa.sees("Đã ghi phiếu của đồng chí: Ý kiến khác, “Nên chờ đến mùa khô.”")
    await binh.says("theo dõi biểu quyết")
    await binh.presses(short_label())
    binh.has_not_seen("mùa khô")

    town.clock.move_to(2026, 11, 23, 20, 0)
    await town.ticks()
    await binh.says("theo dõi biểu quyết")
    await binh.presses(short_label())
    await binh.presses("Xem ai chọn gì")
    binh.sees("Ý kiến khác: 1 người", "Trần Thị Hoa: “Nên chờ đến mùa khô.”")


async def test_another_view_need_not_be_explained_and_may_be_taken_back(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await opens(binh)
    await votes(hoa, "Ý kiến khác")
    await hoa.presses("Bỏ qua, giữ phiếu này")
    hoa.sees("Đã ghi phiếu của đồng chí: Ý kiến khác\n", "đổi được đến thứ Hai")
    await hoa.presses("Ghi rõ ý kiến")
    await hoa.says("Nên chờ đến mùa khô.")
    await hoa.presses("Sửa câu đã ghi")
    await hoa.presses("Xóa câu đã ghi")
    hoa.sees("Đã ghi phiếu của đồng chí: Ý kiến khác\n")
    await hoa.presses("Đổi phiếu")
    await hoa.presses("Đồng ý")
    await hoa.presses("Bỏ phiếu: Đồng ý")
    assert "Ghi rõ ý kiến" not in hoa.screen.buttons


async def test_the_same_question_of_two_units_is_told_apart(town: Town) -> None:
    binh, thanh, hoa = [await town.comes(key) for key in ("binh", "thanh", "hoa")]
    await opens(binh)
    await opens_draft(thanh, "Hỏi đảng viên chính thức")
    await thanh.presses("Mở biểu quyết ngay")
    await hoa.says("biểu quyết")
    hoa.sees(
        "• Chi bộ 1: Thông qua nghị quyết tháng 12?: đồng chí chưa",
        "• Phường Sen Hồng: Thông qua nghị quyết tháng 12?: đồng chí chưa",
    )
    hoa.can_press("Chi bộ 1: Thông qua nghị…", "Phường Sen Hồng: Thông qua…")


async def opens_draft(leader: Talker, *asked: str, base: str = "Trên số người bỏ phiếu") -> None:
    """Everything up to the preview; those are asked for who has a choice whom to ask."""
    await leader.says("mở biểu quyết")
    await leader.says(QUESTION)
    for label in (
        "Dùng ba câu quen dùng",
        "Quá nửa",
        base,
        *asked,
        "8 giờ tối nay",
    ):
        await leader.presses(label)


def short_label() -> str:
    """The question as it stands on a button."""
    return "Thông qua nghị quyết tháng…"


COLOURS = {"vi": "Đỏ; Vàng; Xanh", "en": "Red; Yellow; Green"}


async def _colours(binh: Talker, language: str, *steps: str) -> None:
    """A vote on options of one's own, with that share, until this evening."""
    words = ("mở biểu quyết", "Sơn cổng màu gì?") if language == "vi" else ("open a vote", "Which?")
    for said in (*words, COLOURS[language]):
        await binh.says(said)
    for step in steps:
        await binh.presses(step)


@pytest.mark.parametrize(
    ("language", "steps", "asked", "rule", "result"),
    [
        (
            "vi",
            ("Quá nửa", "Trên số người bỏ phiếu", "8 giờ tối nay"),
            "Câu nhiều phiếu nhất có cần đạt mức nào không?\nĐỏ\nVàng\nXanh",
            "Cần quá nửa số người bỏ phiếu chọn cùng một câu.",
            "cần ít nhất 2 phiếu: có 2 phiếu Xanh, thông qua.\n"
            "• Đỏ: 0 phiếu\n• Vàng: 0 phiếu\n• Xanh: 2",
        ),
        (
            "en",
            ("More than half", "Of those who vote", "Tonight at 8"),
            "What does the winning option need?\nRed\nYellow\nGreen",
            "More than half of those who vote must choose the same option.",
            "To pass, at least 2 needed: 2 votes for Green, so it is passed.\n"
            "• Red: 0 votes\n• Yellow: 0 votes\n• Green: 2",
        ),
    ],
)
async def test_any_of_ones_own_options_may_reach_the_share(
    town: Town, language: str, steps: tuple[str, ...], asked: str, rule: str, result: str
) -> None:
    binh, hoa = await town.comes("binh", language), await town.comes("hoa")
    await _colours(binh, language)
    binh.sees(asked)
    for step in steps:
        await binh.presses(step)
    binh.sees(rule)
    await binh.presses("Mở biểu quyết ngay" if language == "vi" else "Open the vote now")
    last = COLOURS[language].rsplit("; ", 1)[1]
    await votes(hoa, last)
    home, vote, cast = (
        ("Trang chính", "Biểu quyết", "Bỏ phiếu") if language == "vi" else ("Home", "Vote", "Vote")
    )
    for press in (home, vote, last, f"{cast}: {last}"):
        await binh.presses(press)
    town.clock.move_to(2026, 11, 23, 20, 0)
    await town.ticks()
    binh.has_seen(result)


async def test_half_of_the_votes_is_the_most_and_not_most_of_them(town: Town) -> None:
    binh, hoa = await town.comes("binh", "en"), await town.comes("hoa")
    await _colours(binh, "en", "Only count the votes", "Ask full party members", "Tonight at 8")
    binh.sees("No number is set: the option with the most votes leads.")
    await binh.presses("Open the vote now")
    await votes(hoa, "Red")
    town.clock.move_to(2026, 11, 23, 20, 0)
    await town.ticks()
    binh.has_seen("The most votes are for Red: 1.", "• Red: one vote", "• Green: 0 votes")


@pytest.mark.parametrize(
    ("language", "hour", "day", "asked", "steps", "ends"),
    [
        (
            "vi",
            "8 giờ tối",
            "thứ Sáu",
            "ngày nào",
            ("Quá nửa", "Trên số người bỏ phiếu"),
            "8 giờ tối",
        ),
        ("en", "8pm", "Friday", "add the day", ("More than half", "Of those who vote"), "8 pm"),
    ],
)
async def test_the_hour_first_and_then_the_day_make_the_end(
    town: Town, language: str, hour: str, day: str, asked: str, steps: tuple[str, str], ends: str
) -> None:
    binh = await town.comes("binh", language)
    await _colours(binh, language, *steps)
    await binh.says(hour)
    await binh.says(day)
    binh.sees("27", ends)
    await binh.says(hour)
    binh.sees(asked)
    await binh.says("Thứ Bảy" if language == "vi" else "Saturday")
    binh.sees("28", ends)


@pytest.mark.parametrize(
    ("language", "kept", "colours", "steps"),
    [
        (
            "vi",
            "Phần đã viết vẫn còn nguyên",
            "Tím",
            ("Quá nửa", "Trên số người bỏ phiếu", "8 giờ tối nay"),
        ),
        (
            "en",
            "What you wrote before is kept",
            "Violet",
            ("More than half", "Of those who vote", "Tonight at 8"),
        ),
    ],
)
async def test_words_typed_where_a_button_answers_lose_nothing(
    town: Town, language: str, kept: str, colours: str, steps: tuple[str, ...]
) -> None:
    binh = await town.comes("binh", language)
    await _colours(binh, language)
    await binh.says("hmm")
    binh.sees(kept, COLOURS[language].split("; ")[0])
    await binh.says(f"{colours}\nCam")
    binh.sees(f"{colours}\nCam")
    for step in steps:
        await binh.presses(step)
    await binh.says("hmm")
    binh.sees("thứ Sáu 7 giờ 30 tối" if language == "vi" else "Friday 7:30 pm")
    await binh.says("thứ Sáu 7 giờ 30 tối" if language == "vi" else "Friday 7:30 pm")
    binh.sees("27", colours)
    await binh.says("theo dõi biểu quyết" if language == "vi" else "follow the votes")
    binh.sees("Chưa có cuộc biểu quyết nào" if language == "vi" else "There has been no vote yet")


@pytest.mark.parametrize(
    ("language", "spared", "shares"),
    [
        (
            "vi",
            "(không kể 1 người miễn sinh hoạt)",
            "Phần trăm tính trên 4 người được tính.",
        ),
        ("en", "Of 4 who count (one exempt did not vote)", "Percentages are of the 4 who count."),
    ],
)
async def test_a_result_says_why_fewer_count_than_may_vote(
    town: Town, language: str, spared: str, shares: str
) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa", language)
    await opens(binh)
    town.clock.move_to(2026, 11, 23, 19, 0)
    agree, cast = ("Đồng ý", "Bỏ phiếu") if language == "vi" else ("Agree", "Vote")
    await hoa.presses("Xem và biểu quyết" if language == "vi" else "See and vote")
    for press in (agree, f"{cast}: {agree}"):
        await hoa.presses(press)
    town.clock.move_to(2026, 11, 23, 20, 0)
    await town.ticks()
    hoa.has_seen(spared, f"• {agree}: ")
    assert town.app.texts.say("polls.shares_of_all", {"base": 4}, language) == shares


@pytest.mark.parametrize(
    ("language", "see", "own", "remind"),
    [
        (
            "vi",
            ("theo dõi biểu quyết", "Xem ai chưa bỏ phiếu"),
            "cũng chưa bỏ phiếu",
            "Nhắc 3 người này",
        ),
        (
            "en",
            ("follow the votes", "See who has not voted"),
            "You are one of those",
            "Remind these 3",
        ),
    ],
)
async def test_who_reminds_of_a_vote_is_not_reminded(
    town: Town, language: str, see: tuple[str, str], own: str, remind: str
) -> None:
    binh = await town.comes("binh", language)
    hoa = await town.comes("hoa")
    if language == "vi":
        await opens(binh)
    else:
        steps = ("More than half", "Of those who vote", "Tonight at 8", "Open the vote now")
        await _colours(binh, language, *steps)
    town.clock.move_to(2026, 11, 23, 12, 0)
    await binh.says(see[0])
    await binh.presses(binh.screen.buttons[0])
    await binh.presses(see[1])
    binh.sees(own)
    await binh.presses(remind)
    hoa.has_seen("Đồng chí chưa bỏ phiếu")
    binh.has_not_seen("Đồng chí chưa bỏ phiếu" if language == "vi" else "You have not voted yet")
