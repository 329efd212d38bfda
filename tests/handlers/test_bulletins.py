"""Bulletins as they happen: a directive comes in, a person approves, the ward listens."""

import re
from pathlib import Path

import numpy as np
import pytest

from audio.encode import RATE, encode_voice
from simulator.files import Upload
from simulator.people import deeds
from tests.talkers import OnTelegram, Talker
from tests.town import Town

SAMPLES = Path(__file__).parents[2] / "samples"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DIRECTIVE = "1. Sinh hoạt chi bộ\nHọp tối thứ Sáu.\n2. Thu đảng phí\nThu đủ."
LONGER = f"{DIRECTIVE}\n3. Thăm hỏi\nThăm các cụ.\n4. Dọn vệ sinh\nSáng thứ Bảy.\n5. Trồng cây"
DUE = (2026, 12, 5, 8, 0)


async def _adds(leader: Talker, text: str = DIRECTIVE) -> None:
    await leader.says("thêm văn bản")
    await leader.says(text)


async def _approves(leader: Talker) -> None:
    await leader.says("soạn bản tin")
    await leader.presses("Nghe thử")
    await leader.presses("Đã nghe hết")
    await leader.presses("Đúng, duyệt bản tin")


async def _sent(town: Town, leader: Talker, text: str = DIRECTIVE) -> None:
    await _adds(leader, text)
    await _approves(leader)
    town.clock.move_to(*DUE)
    await town.ticks()


async def test_a_directive_is_approved_sent_and_heard(town: Town) -> None:
    thanh, hoa = await town.comes("thanh"), await town.comes("hoa")
    await thanh.says("thêm văn bản")
    thanh.sees("Thêm văn bản vào bản tin tháng 12 năm 2026", "Chưa có gì gửi đi")
    await thanh.says(DIRECTIVE)
    thanh.sees("Đã thêm 2 mục vào bản tin tháng 12 năm 2026")
    await thanh.presses("Xem bản tin đang soạn")
    thanh.sees("Có 2 mục", "thứ Bảy, ngày 5 tháng 12, lúc 8 giờ sáng")
    await thanh.presses("Nghe thử")
    await thanh.presses("Đã nghe hết")
    thanh.sees(
        "Duyệt bản tin tháng 12 năm 2026?",
        "gửi tới 12 người (1 chưa vào Sổ tay)",
        "Nguyễn Thị Thanh",
    )
    hoa.has_not_seen("Sinh hoạt chi bộ")
    await thanh.presses("Đúng, duyệt bản tin")
    thanh.sees("Bản tin đã được duyệt", "thứ Bảy, ngày 5 tháng 12, lúc 8 giờ sáng")
    assert _is_voice(thanh), "who approves hears what was approved"

    town.clock.move_to(*DUE)
    await town.ticks()
    hoa.sees("Bản tin tháng 12 năm 2026 của Phường Sen Hồng", "Mục 1: Sinh hoạt chi bộ")
    hoa.can_press("Đã nghe", "Nghe mục 1", "Nghe mục 2")
    assert _is_voice(hoa)
    await hoa.presses("Đã nghe")
    hoa.sees("đã ghi đồng chí nghe bản tin tháng 12")


def _is_voice(talker: Talker) -> bool:
    return talker.screen.kind == "voice" or "[voice: " in talker.screen.text


async def test_the_bulletin_is_heard_in_two_taps_read_and_heard_item_by_item(town: Town) -> None:
    thanh = await town.comes("thanh")
    await _sent(town, thanh, LONGER)
    an = await town.comes("an")  # who comes later finds it all the same
    await an.presses("Bản tin")
    an.sees("Bản tin tháng 12 năm 2026", "Phường Sen Hồng", "Mục 4: Dọn vệ sinh")
    await an.presses("Nghe bản tin")
    assert _is_voice(an)

    await an.presses("Đọc bằng chữ")
    an.sees("Mục 1: Sinh hoạt chi bộ", "Họp tối thứ Sáu.")
    await an.presses("Đọc mục tiếp theo")
    an.sees("Mục 2: Thu đảng phí", "Thu đủ.")

    await an.presses("Bản tin")
    await an.presses("Nghe từng mục")
    an.sees("có 5 mục")
    an.can_press("Mục 1: Sinh hoạt chi bộ", "Mục 3: Thăm hỏi", "Xem tiếp")
    await an.presses("Xem tiếp")
    await an.presses("Mục 4: Dọn vệ sinh")
    an.sees("Mục 4: Dọn vệ sinh")
    assert _is_voice(an), "each item is a voice of its own"
    assert not [label for label in an.screen.buttons if "Đã nghe" in label], "one item of five"
    await an.presses("Nghe mục tiếp theo")
    an.sees("Mục 5: Trồng cây")
    an.can_press("Đã nghe hết các mục")
    await an.presses("Quay lại")
    an.can_press("Mục 4: Dọn vệ sinh", "Mục 5: Trồng cây")
    await an.presses("Quay lại")
    an.can_press("Nghe bản tin")
    await an.presses("Quay lại")
    an.sees("Chào đồng chí An")
    await an.says("mục thứ tư")
    an.sees("Mục 4: Dọn vệ sinh")
    await an.says("trang chính")
    await an.says("mục 6")
    assert not _is_voice(an), "there are five"
    await an.says("Đã nghe")
    an.sees("đã ghi đồng chí nghe bản tin tháng 12")


async def test_earlier_months_stay(town: Town) -> None:
    thanh, hoa = await town.comes("thanh"), await town.comes("hoa")
    await _sent(town, thanh)
    await _adds(thanh, "Chúc mừng năm mới.")
    await _approves(thanh)
    town.clock.move_to(2027, 1, 5, 8, 0)
    await town.ticks()
    hoa.sees("Bản tin tháng 1 năm 2027")

    await hoa.presses("Bản tin")
    await hoa.presses("Xem các tháng trước")
    await hoa.presses("Mở tháng 12 năm 2026")
    hoa.sees("Bản tin tháng 12 năm 2026", "Mục 1: Sinh hoạt chi bộ")
    await hoa.presses("Nghe bản tin")
    assert _is_voice(hoa)
    await hoa.presses("Nghe từng mục")
    await hoa.says("mục 1")
    hoa.sees("Mục 1: Sinh hoạt chi bộ")  # what stands there, not the newest bulletin's
    await hoa.presses("Bản tin")
    await hoa.presses("Đọc bằng chữ")
    hoa.sees("Mục 1\nChúc mừng năm mới")


async def test_before_the_first_bulletin_nobody_is_lost(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.presses("Bản tin")
    hoa.sees("Chưa có bản tin nào.")
    hoa.can_press("Quay lại")


async def test_a_hard_word_stops_the_bulletin_until_a_person_says_it(town: Town) -> None:
    thanh = await town.comes("thanh")
    await _adds(thanh, "Hồ sơ theo mẫu 3B/4C, 5D/6E, 7G/8H, 9K/1L.")
    thanh.sees("Chưa chắc cách đọc 4 từ: “3B/4C”, “5D/6E”, “7G/8H” và 1 từ nữa")
    thanh.can_press("Cho biết cách đọc", "Bảng chữ viết tắt")
    await thanh.presses("Xem bản tin đang soạn")
    thanh.can_press("Bảng chữ viết tắt")
    assert not {"Nghe thử", "Duyệt bản tin"} & set(thanh.screen.buttons)
    await thanh.presses("Xem các mục")
    await thanh.presses("Mục 1: Hồ sơ theo mẫu…")
    await thanh.presses("Sửa mục này")
    await thanh.says("Hồ sơ theo mẫu 3B/4C.")
    thanh.sees("Chưa chắc cách đọc 1 từ: “3B/4C”")
    await thanh.presses("Cho biết cách đọc")
    thanh.sees("“3B/4C” đọc thế nào?")
    thanh.can_press("Bảng chữ viết tắt")
    await thanh.says("3 bê 4 xê")
    thanh.sees("viết con số bằng chữ")
    await thanh.says("không biết")
    thanh.sees("để sau cũng được", "“3B/4C” còn chờ cách đọc")
    await thanh.presses("Xem mục này")
    await thanh.presses("Cho biết cách đọc")
    await thanh.presses("Để sau")
    thanh.sees("“3B/4C” còn chờ cách đọc")
    await thanh.presses("Quay lại")
    await thanh.presses("Cho biết cách đọc")
    await thanh.says("Soạn bản tin")
    thanh.sees("gõ “Soạn bản tin”", "hay ghi đúng chữ ấy vào bản tin?")
    await thanh.presses("Quay lại")
    thanh.sees("“3B/4C” đọc thế nào?")
    await thanh.says("sửa bản tin")
    await thanh.presses("Ghi đúng chữ ấy")
    thanh.sees("sẽ đọc “3B/4C” là “sửa bản tin”", "Ở mục 1: “Hồ sơ theo mẫu 3B/4C”")
    await thanh.presses("Bỏ cách đọc này")
    thanh.sees("Đã bỏ cách đọc “3B/4C”")
    await thanh.presses("Quay lại")
    thanh.sees("Sẽ đọc là:", "Chưa chắc cách đọc 1 từ")
    await thanh.presses("Cho biết cách đọc")
    await thanh.says("ba bê bốn")
    await thanh.presses("Bỏ cách đọc này")
    thanh.sees("gõ cách đọc khác, hoặc để sau")
    await thanh.says("đọc là ba bê, bốn xê")
    thanh.sees("sẽ đọc “3B/4C” là “ba bê, bốn xê”")

    await thanh.presses("Xem mục này")
    thanh.sees("Sẽ đọc là:", "Hồ sơ theo mẫu 3B/4C [ba bê, bốn xê]")
    await thanh.presses("Đổi cách đọc")
    await thanh.presses("Đổi “3B/4C”")
    thanh.sees("“3B/4C” nay đọc là “ba bê, bốn xê”.")
    await thanh.says("ba bê trên bốn xê")
    thanh.sees("là “ba bê trên bốn xê”")
    await thanh.presses("Quay lại")
    thanh.sees("“3B/4C” đọc là “ba bê trên bốn xê”")
    await thanh.presses("Quay lại")
    thanh.sees("Sẽ đọc là:")
    await _approves(thanh)
    thanh.sees("Bản tin đã được duyệt")


async def test_a_branch_adds_and_the_ward_approves(town: Town) -> None:
    thanh, binh = await town.comes("thanh"), await town.comes("binh")
    await _adds(thanh)
    await _approves(thanh)
    await _adds(binh, "Chi bộ 1 trồng cây sáng Chủ nhật.")
    binh.sees("Đã thêm 1 mục", "nay cần duyệt lại")
    thanh.has_seen("Bản tin tháng 12 năm 2026 cần duyệt lại", "Lê Văn Bình vừa đổi nội dung")
    await binh.says("soạn bản tin")
    binh.sees("Người phụ trách Phường Sen Hồng sẽ duyệt.")
    assert "Duyệt bản tin" not in binh.screen.buttons
    await _approves(thanh)
    await binh.says("soạn bản tin")
    binh.sees("đã duyệt", "Cần đổi gì, đồng chí nói với người phụ trách Phường Sen Hồng nhé.")
    assert "sẽ duyệt" not in binh.screen.text
    await thanh.says("soạn bản tin")
    await thanh.presses("Bỏ duyệt")
    town.clock.move_to(*DUE)
    await town.ticks()
    await binh.says("soạn bản tin")
    binh.sees("đã quá giờ gửi", "Còn chờ người phụ trách Phường Sen Hồng duyệt.")


async def test_an_empty_month_is_told_before_its_hour_and_at_it(town: Town) -> None:
    thanh, binh, hoa = [await town.comes(key) for key in ("thanh", "binh", "hoa")]
    town.clock.move_to(2026, 12, 4, 8, 0)
    await town.ticks()
    thanh.sees("Bản tin tháng 12 năm 2026 chưa có mục nào", "thứ Bảy, ngày 5 tháng 12, lúc 8 giờ")
    town.clock.move_to(*DUE)
    await town.ticks()
    thanh.sees("Bản tin tháng 12 năm 2026 chưa gửi", "Đến giờ mà chưa có mục nào.")
    for other in (binh, hoa):
        other.has_not_seen("chưa có mục nào")

    await thanh.presses("Soạn bản tin")
    thanh.sees("Bản tin tháng 12 năm 2026 chưa gửi", "thêm văn bản hôm nay")
    await thanh.presses("Thêm văn bản")
    await thanh.says(DIRECTIVE)
    thanh.sees("Đã thêm 2 mục vào bản tin tháng 12 năm 2026")
    await _approves(thanh)
    town.clock.move_to(2026, 12, 6, 8, 0)
    await town.ticks()
    hoa.sees("Bản tin tháng 12 năm 2026 của Phường Sen Hồng")


async def test_items_are_moved_removed_and_put_back(town: Town) -> None:
    thanh = await town.comes("thanh")
    await _adds(thanh)
    await thanh.presses("Xem bản tin đang soạn")
    await thanh.presses("Xem các mục")
    await thanh.presses("Mục 2: Thu đảng phí")
    await thanh.presses("Xem việc khác")
    await thanh.presses("Chuyển lên trên")
    thanh.sees("Đã chuyển lên trên: Thu đảng phí")
    await thanh.presses("Xem các mục")
    await thanh.presses("Mục 1: Thu đảng phí")
    await thanh.presses("Xem việc khác")
    await thanh.presses("Bỏ mục này")
    thanh.sees("Đã bỏ khỏi bản tin: Thu đảng phí")
    await thanh.presses("Lấy lại mục này")
    thanh.sees("Đã đưa trở lại")
    await thanh.says("soạn bản tin")
    thanh.sees("Có 2 mục")


async def _opens_first_item(leader: Talker) -> None:
    await leader.says("soạn bản tin")
    await leader.presses("Xem các mục")
    await leader.presses("Mục 1: Sinh hoạt chi bộ")


async def test_an_item_is_corrected_and_approved_again(town: Town) -> None:
    thanh, hoa = await town.comes("thanh"), await town.comes("hoa")
    await _adds(thanh)
    await _approves(thanh)
    await _opens_first_item(thanh)
    thanh.sees("Họp tối thứ Sáu.")
    await thanh.presses("Sửa mục này")
    thanh.sees("Sửa mục: Sinh hoạt chi bộ", "Đang viết: “Họp tối thứ Sáu.”")
    await town.restarts()
    await thanh.says("Họp tối thứ Bảy, lúc 19h30.")
    thanh.sees("Đã sửa mục: Sinh hoạt chi bộ", "Bản tin đã duyệt trước đó nay cần duyệt lại.")
    await thanh.presses("Xem sẽ đọc thế nào")
    thanh.sees("Sinh hoạt chi bộ", "Họp tối thứ Bảy, lúc 19h30 [mười chín giờ ba mươi phút]")
    await _approves(thanh)
    town.clock.move_to(*DUE)
    await town.ticks()
    await hoa.presses("Bản tin")
    await hoa.presses("Đọc bằng chữ")
    hoa.sees("Mục 1: Sinh hoạt chi bộ", "Họp tối thứ Bảy, lúc 19h30.")


async def test_a_correction_is_taken_back(town: Town) -> None:
    thanh = await town.comes("thanh")
    await _adds(thanh)
    await _opens_first_item(thanh)
    await thanh.presses("Sửa mục này")
    await thanh.says("   .  ")
    thanh.sees("chưa thấy nội dung")
    await thanh.says("Bảng chữ viết tắt")
    thanh.sees("hay ghi đúng chữ ấy vào bản tin?")
    await thanh.presses("Quay lại")
    thanh.sees("Sửa mục: Sinh hoạt chi bộ", "Đang viết: “Họp tối thứ Sáu.”")
    await thanh.says("Sinh hoạt chuyên đề\nHọp tối thứ Bảy.")
    thanh.sees("Đã sửa mục: Sinh hoạt chuyên đề")
    await thanh.presses("Lấy lại lời cũ")
    thanh.sees("Đã lấy lại lời cũ: Sinh hoạt chi bộ")
    await _opens_first_item(thanh)
    thanh.sees("Họp tối thứ Sáu.")


async def test_who_corrects_what_another_has_just_removed_is_told(town: Town) -> None:
    thanh, binh = await town.comes("thanh"), await town.comes("binh")
    await _adds(binh)
    for leader in (thanh, binh):
        await _opens_first_item(leader)
    await binh.presses("Sửa mục này")
    await thanh.presses("Xem việc khác")
    await thanh.presses("Bỏ mục này")
    await binh.says("Họp tối thứ Bảy.")
    binh.sees("vừa có người khác sửa hoặc bỏ")
    await binh.presses("Quay lại")
    binh.sees("Có 1 mục")
    await thanh.presses("Lấy lại mục này")
    for leader in (thanh, binh):
        await _opens_first_item(leader)
    await thanh.presses("Xem việc khác")
    await binh.presses("Sửa mục này")
    await binh.says("Họp tối thứ Bảy.")
    await thanh.presses("Bỏ mục này")
    thanh.sees("Mục này không còn ở đây.")
    await thanh.presses("Quay lại")
    await thanh.says("soạn bản tin")
    thanh.sees("Có 2 mục")


async def test_the_editor_hears_the_whole_bulletin_first(town: Town) -> None:
    thanh, hoa = await town.comes("thanh"), await town.comes("hoa")
    await _adds(thanh)
    await thanh.says("soạn bản tin")
    await thanh.presses("Nghe thử")
    thanh.sees("Nghe thử bản tin tháng 12 năm 2026, chưa gửi cho ai")
    assert _is_voice(thanh)
    thanh.can_press("Đã nghe hết", "Đọc hết bằng chữ")
    hoa.has_not_seen("bản tin tháng 12")


async def test_approval_is_offered_once_all_of_it_was_heard(town: Town) -> None:
    thanh = await town.comes("thanh")
    await _adds(thanh)
    await thanh.says("soạn bản tin")
    thanh.sees("nghe thử hoặc đọc hết một lượt, rồi duyệt")
    assert "Duyệt bản tin" not in thanh.screen.buttons
    await thanh.presses("Nghe thử")
    await thanh.presses("Đã nghe hết")
    thanh.sees("Duyệt bản tin tháng 12 năm 2026?")
    await thanh.presses("Quay lại")
    thanh.sees("đã nghe hoặc đọc hết, duyệt được rồi")
    thanh.can_press("Duyệt bản tin")


async def test_what_changed_since_it_was_heard_is_heard_again(town: Town) -> None:
    thanh, binh = await town.comes("thanh"), await town.comes("binh")
    await _adds(thanh)
    await thanh.says("soạn bản tin")
    await thanh.presses("Nghe thử")
    await _adds(binh, "Chi bộ 1 trồng cây sáng Chủ nhật.")
    await thanh.presses("Đã nghe hết")
    thanh.sees("Nội dung đã đổi", "nên chưa duyệt")
    await thanh.presses("Nghe thử")
    await thanh.presses("Đã nghe hết")
    await _adds(binh, "Chi bộ 1 dọn vệ sinh sáng thứ Bảy.")
    await thanh.presses("Đúng, duyệt bản tin")
    thanh.sees("Nội dung đã đổi", "nên chưa duyệt")
    await thanh.presses("Quay lại")
    thanh.sees("Nội dung đã đổi từ khi đồng chí nghe")
    assert "Duyệt bản tin" not in thanh.screen.buttons
    await _approves(thanh)
    thanh.sees("Bản tin đã được duyệt")


async def test_after_a_correction_only_what_changed_is_read_before_it_is_approved(
    town: Town,
) -> None:
    thanh, binh = await town.comes("thanh"), await town.comes("binh")
    await _adds(thanh, LONGER)
    await thanh.says("soạn bản tin")
    assert "Đọc phần mới đổi" not in thanh.screen.buttons, "nothing was heard yet"
    await thanh.presses("Nghe thử")
    await thanh.presses("Đã nghe hết")
    await thanh.presses("Quay lại")
    await thanh.presses("Xem các mục")
    await thanh.presses("Mục 2: Thu đảng phí")
    await thanh.presses("Sửa mục này")
    await thanh.says("Thu đủ trong tuần này.")
    await thanh.says("soạn bản tin")
    thanh.sees("đọc phần mới đổi, hoặc nghe lại tất cả")
    await thanh.presses("Đọc phần mới đổi")
    thanh.sees("Mục 2: Thu đảng phí", "Thu đủ trong tuần này.")
    await town.restarts()
    await _adds(binh, "Chi bộ 1 dọn cống sáng thứ Bảy.")
    await thanh.presses("Đã đọc hết")
    thanh.has_seen("Nội dung đã đổi từ khi đồng chí nghe, nên chưa duyệt")
    await thanh.says("soạn bản tin")
    await thanh.presses("Đọc phần mới đổi")
    read = []
    while "Đọc tiếp" in thanh.screen.buttons:
        read.append(thanh.screen.text)
        await thanh.presses("Đọc tiếp")
    read.append(thanh.screen.text)
    parts = [re.match(r"Mục \d|Mở đầu|Kết thúc", one) for one in read]
    assert list(dict.fromkeys(one[0] for one in parts if one)) == ["Mở đầu", "Mục 2", "Mục 6"], read
    await thanh.presses("Đã đọc hết")
    await thanh.presses("Đúng, duyệt bản tin")
    thanh.sees("Bản tin đã được duyệt")


async def test_whose_phone_cannot_play_reads_all_of_it(town: Town) -> None:
    thanh = await town.comes("thanh", language="en")
    await _adds(thanh, f"{DIRECTIVE}\n{'Thu đủ. ' * 100}")
    await thanh.says("soạn bản tin")
    await thanh.presses("Read all of it")
    thanh.sees("How the bulletin begins", "Xin kính chào quý vị.", "Hai, Thu đảng phí.")
    await thanh.presses("Read on")
    thanh.sees("Item 1: Sinh hoạt chi bộ")
    for _ in range(2):
        await thanh.presses("Read on")
    thanh.sees("Item 2: Thu đảng phí")
    await thanh.presses("Go back")
    thanh.sees("Item 2: Thu đảng phí")
    assert "Read to the end" not in thanh.screen.buttons
    for _ in range(2):
        await thanh.presses("Read on")
    thanh.sees("How the bulletin ends", "Xin cảm ơn quý vị đã lắng nghe.")
    await thanh.presses("Read to the end")
    thanh.sees("Approve the bulletin for December 2026?")
    await thanh.presses("Yes, approve it")
    thanh.sees("The bulletin is approved")
    assert _is_voice(thanh)


async def test_back_leads_to_where_she_came_from(town: Town) -> None:
    thanh = await town.comes("thanh")
    await _sent(town, thanh)
    await _adds(thanh, "Chúc mừng năm mới.")
    for press in ("Xem bản tin đang soạn", "Xem các mục", "Mục 1: Chúc mừng năm mới", "Quay lại"):
        await thanh.presses(press)
    thanh.sees("một mục để xem và sửa")
    for _ in range(2):
        await thanh.presses("Quay lại")
    thanh.sees("Điều hành Phường Sen Hồng")
    await thanh.presses("Bản tin")
    for press in ("Xem việc khác", "Soạn bản tin", "Quay lại"):
        await thanh.presses(press)
    thanh.sees("muốn làm gì với bản tin?")
    for back in ("Quay lại", "thôi"):
        await thanh.says("soạn bản tin")
        await thanh.presses("Thêm văn bản")
        await thanh.says(back)
        thanh.sees("Bản tin tháng 1 năm 2027 đang soạn", "Có 1 mục")
    await thanh.presses("Thêm văn bản")
    await thanh.says("Soạn bản tin")
    await thanh.presses("Soạn bản tin")
    thanh.sees("Bản tin tháng 1 năm 2027 đang soạn", "Có 1 mục")


async def test_what_is_in_the_bulletin_already_is_asked_about(town: Town) -> None:
    thanh = await town.comes("thanh")
    await _adds(thanh)
    await _adds(thanh, "1. Thu  đảng phí\nTHU đủ.")
    thanh.sees("Văn bản này đã có trong bản tin tháng 12 năm 2026, ở mục 2.", "vẫn muốn thêm")
    await thanh.presses("Không thêm")
    thanh.sees("Có 2 mục")
    await _adds(thanh, "1. Thu  đảng phí\nTHU đủ.")
    await town.restarts()
    await thanh.presses("Vẫn thêm")
    thanh.sees("Đã thêm 1 mục")
    await thanh.says("soạn bản tin")
    thanh.sees("Có 3 mục")


async def test_an_approved_bulletin_stays_approved_until_a_twin_is_let_in(town: Town) -> None:
    thanh = await town.comes("thanh")
    await _adds(thanh)
    await _approves(thanh)
    await _adds(thanh)
    thanh.sees("đã có trong bản tin tháng 12 năm 2026, ở mục 1, 2.")
    await thanh.presses("Vẫn thêm")
    thanh.sees("Đã thêm 2 mục", "nay cần duyệt lại")
    await _adds(thanh, "ĐẢNG ỦY PHƯỜNG HOA SEN\nSố: 5-CV/ĐU\n1. Trồng cây\nSáng Chủ nhật.")
    thanh.sees("Đã thêm 1 mục", "Văn bản của Phường Hoa Sen, đồng chí xem có đúng bản tin này")


async def test_who_approves_hears_of_what_a_branch_adds(town: Town) -> None:
    thanh, binh = await town.comes("thanh"), await town.comes("binh")
    await _adds(binh, "Trồng cây sáng Chủ nhật.")
    thanh.sees("Bản tin tháng 12 năm 2026 có thêm văn bản", "Lê Văn Bình, Chi bộ 1, vừa gửi.")
    await _adds(binh, "Dọn vệ sinh sáng thứ Bảy.")
    assert len([one for one in thanh.chat if "có thêm văn bản" in one.text]) == 1
    await thanh.presses("Trang chính")
    thanh.sees("còn 1 việc", "Duyệt bản tin sắp phát, có 2 mục mới")
    await thanh.says("soạn bản tin")
    await thanh.presses("Nghe thử")
    await thanh.presses("Đã nghe hết")
    await thanh.presses("Trang chính")
    thanh.sees("Duyệt bản tin sắp phát")
    assert "mục mới" not in thanh.screen.text


async def test_approval_can_be_withdrawn(town: Town) -> None:
    thanh, hoa = await town.comes("thanh"), await town.comes("hoa")
    await _adds(thanh)
    await _approves(thanh)
    await thanh.says("soạn bản tin")
    thanh.sees("đã duyệt", "Người duyệt: Nguyễn Thị Thanh")
    await thanh.presses("Bỏ duyệt")
    thanh.sees("Đã bỏ duyệt, chưa có gì gửi đi.")
    town.clock.move_to(*DUE)
    await town.ticks()
    hoa.has_not_seen("Sinh hoạt chi bộ")
    thanh.has_seen("Đã đến giờ mà chưa ai duyệt")

    await thanh.says("soạn bản tin")
    thanh.sees("đã quá giờ gửi", "Chủ nhật, ngày 6 tháng 12, lúc 8 giờ sáng")
    await thanh.presses("Bỏ bản tin này")
    thanh.sees("Bỏ bản tin tháng 12 năm 2026?", "sẽ không gửi cho ai")
    await thanh.presses("Đúng, bỏ bản tin")
    await thanh.says("soạn bản tin")
    thanh.sees("Bản tin tháng 1 năm 2027 chưa có mục nào")


async def test_leaders_see_how_many_listened_never_who(town: Town) -> None:
    thanh, hoa = await town.comes("thanh"), await town.comes("hoa")
    await _sent(town, thanh)
    await hoa.presses("Đã nghe")
    await thanh.presses("Bản tin")
    await thanh.presses("Xem việc khác")
    await thanh.presses("Xem số người đã nghe")
    thanh.sees("Chi bộ 1: đã gửi 2, báo Đã nghe 1", "Chưa nhận: 9 không gửi được, 1 chưa vào sổ.")
    assert "Hoa" not in thanh.screen.text


async def test_last_months_bulletin_says_whom_it_never_reached_and_why(town: Town) -> None:
    thanh = await town.comes("thanh")
    await _sent(town, thanh)
    await thanh.says("english")
    await thanh.presses("Bulletin")
    await thanh.presses("More choices")
    await thanh.presses("See how many listened")
    thanh.sees("Chi bộ 2: sent to 0, 0 said they listened")
    thanh.sees("Not received: 10 could not be reached, 1 not joined.")
    assert "on its way" not in thanh.screen.text


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("ĐẢNG ỦY PHƯỜNG\nSố: 14-CT/ĐU", "chưa thấy nội dung"), ("họp " * 900, "Đã thêm 1 mục")],
)
async def test_what_cannot_be_read_is_asked_for_again(town: Town, typed: str, answer: str) -> None:
    thanh = await town.comes("thanh")
    await _adds(thanh, typed)
    thanh.sees(answer)


async def test_members_are_told_whom_it_is_for(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.says("/add_directive")
    assert "Thêm văn bản" not in hoa.screen.text


# --- files: only phones send them ----------------------------------------------------------------


ON_PHONES = pytest.mark.parametrize("town", ["telegram"], indirect=True)


@ON_PHONES
@pytest.mark.parametrize(
    ("name", "mime", "count"),
    [
        ("chi-dao-thang-12.docx", WORD, 7),  # with the table below its signature
        ("chi-dao-thang-12.txt", "text/plain", 6),
    ],
)
async def test_a_file_becomes_items(town: Town, name: str, mime: str, count: int) -> None:
    thanh = await town.comes("thanh")
    await thanh.says("thêm văn bản")
    await thanh.sends("document", Upload(name, mime, (SAMPLES / name).read_bytes()))
    thanh.sees(f"Đã thêm {count} mục vào bản tin tháng 12 năm 2026")


@ON_PHONES
async def test_an_item_is_corrected_by_a_file(town: Town) -> None:
    thanh = await town.comes("thanh")
    await _adds(thanh)
    await _opens_first_item(thanh)
    await thanh.presses("Sửa mục này")
    await thanh.sends("document", Upload("trống.txt", "text/plain", b" \n"))
    thanh.sees("chưa có chữ nào")
    words = "Họp tối thứ Bảy.\nMang theo sổ.".encode()
    await thanh.sends("document", Upload("hop.txt", "text/plain", words))
    thanh.sees("Đã sửa mục: Sinh hoạt chi bộ")
    await thanh.presses("Xem sẽ đọc thế nào")
    thanh.sees("Họp tối thứ Bảy.", "Mang theo sổ.")


@ON_PHONES
async def test_a_long_typed_directive_arrives_whole(town: Town) -> None:
    thanh = await town.comes("thanh")
    await thanh.says("/add_directive")
    items = [f"{n}. Việc thứ {n}\n" + f"Mọi nhà làm việc {n}. " * 45 for n in range(1, 8)]
    await thanh.says("\n\n".join(items))  # 7,000 letters: two messages
    thanh.sees("Đã thêm 7 mục")
    await thanh.presses("Xem bản tin đang soạn")
    thanh.sees("7 mục")


@ON_PHONES
@pytest.mark.parametrize(
    ("kind", "upload", "answer"),
    [
        (
            "document",
            Upload("ảnh.docx", WORD, b"\xff\xd8 not a document"),
            "không phải văn bản Word",
        ),
        ("document", Upload("trống.txt", "text/plain", b" \n"), "chưa có chữ nào"),
        ("document", Upload("bảng.xlsx", "application/zip", b"PK"), "cần chữ để đọc"),
        ("voice", Upload("nói.ogg", "audio/ogg", b"OggS"), "cần chữ để đọc"),
    ],
)
async def test_a_file_that_is_no_directive_changes_nothing(
    town: Town, kind: str, upload: Upload, answer: str
) -> None:
    thanh = await town.comes("thanh")
    await thanh.says("thêm văn bản")
    await thanh.sends(kind, upload)
    thanh.sees(answer)
    await thanh.says("Họp tối thứ Sáu.")  # the question is still open
    thanh.sees("Đã thêm 1 mục", "Mục vừa thêm: Họp tối thứ Sáu")


async def test_a_paper_added_by_mistake_is_taken_out_whole(town: Town) -> None:
    thanh = await town.comes("thanh")
    await _adds(thanh, "Việc riêng của phường.")
    await town.passes(minutes=1)
    await _adds(thanh, f"ĐẢNG ỦY PHƯỜNG HOA SEN\nSố: 5-CV/ĐU\n{LONGER}")
    thanh.sees("Đã thêm 5 mục", "Văn bản của Phường Hoa Sen")
    await thanh.presses("Bỏ cả văn bản này")
    thanh.sees("Đã bỏ 5 mục của văn bản ấy.")
    await thanh.presses("Lấy lại cả văn bản")
    thanh.sees("Đã đưa trở lại 5 mục")
    await thanh.presses("Bỏ cả văn bản này")
    await thanh.says("soạn bản tin")
    thanh.sees("Có 1 mục")


async def test_an_item_added_by_mistake_is_taken_out_again(town: Town) -> None:
    thanh = await town.comes("thanh")
    await _adds(thanh, "Mai nhớ mua sữa cho cháu.")
    await thanh.presses("Bỏ mục vừa thêm")
    thanh.sees("Đã bỏ khỏi bản tin: Mai nhớ mua sữa cho cháu")
    await thanh.says("soạn bản tin")
    thanh.sees("chưa có mục nào")


@ON_PHONES
async def test_a_bulletin_is_uploaded_once_whatever_its_listeners_speak(town: Town) -> None:
    stats = town.sim.world.stats
    thanh, hoa = await town.comes("thanh"), await town.comes("hoa")
    an = await town.comes("an", language="en")
    await _adds(thanh)
    await thanh.says("soạn bản tin")
    await thanh.presses("Nghe thử")
    rehearsed = stats.bytes_uploaded
    assert rehearsed > 10_000

    await _approves(thanh)
    town.clock.move_to(*DUE)
    await town.ticks()
    for listener, listen in ((hoa, "Nghe bản tin"), (an, "Listen to the bulletin")):
        assert _is_voice(listener)
        await listener.says("/bulletins")
        await listener.presses(listen)
        assert _is_voice(listener)
    assert stats.bytes_uploaded == rehearsed, "the very voice that was rehearsed"

    await hoa.presses("Nghe mục 1")
    hoa.sees("Mục 1: Sinh hoạt chi bộ")
    with_item = stats.bytes_uploaded
    assert with_item > rehearsed
    await an.presses("Listen item by item")
    await an.presses("Item 1: Sinh hoạt chi bộ")
    assert _is_voice(an)
    assert stats.bytes_uploaded == with_item


async def test_in_english_one_item_heard_is_not_the_bulletin_heard(town: Town) -> None:
    thanh, hoa = await town.comes("thanh"), await town.comes("hoa", "en")
    await _sent(town, thanh)
    await hoa.says("bulletin")
    await hoa.presses("Listen item by item")
    await hoa.presses("Item 1: Sinh hoạt chi bộ")
    assert "I have listened" not in hoa.screen.buttons
    await hoa.presses("Listen to the next item")
    await hoa.presses("I heard all the items")
    hoa.sees("you heard the bulletin")


@pytest.mark.parametrize("town", ["telegram"], indirect=True)
@pytest.mark.parametrize(
    ("language", "add", "listen", "say", "shows", "by_now"),
    [
        (
            "vi",
            "thêm văn bản",
            "Nghe thử",
            "Cho biết cách đọc",
            "2 từ: “3B/4C”, “5D/6E”",
            "“3B/4C” nay đọc là “ba bê”.",
        ),
        (
            "en",
            "add a directive",
            "Listen to the draft",
            "Say how to read it",
            "2 words: “3B/4C”",
            "“3B/4C” is read as “ba bê” by now.",
        ),
    ],
)
async def test_who_would_hear_what_nobody_can_read_is_led_to_say_how(
    town: Town, language: str, add: str, listen: str, say: str, shows: str, by_now: str
) -> None:
    thanh = await town.comes("thanh", language)
    await thanh.says(add)
    await thanh.says(DIRECTIVE)
    await thanh.presses("Xem bản tin đang soạn" if language == "vi" else "See the draft bulletin")
    thanh.can_press(listen)
    await thanh.says(add)
    await thanh.says("Hồ sơ theo mẫu 3B/4C và 5D/6E.")
    await thanh.presses(listen)
    thanh.sees(shows)
    thanh.can_press(say)
    await thanh.presses(say)
    await thanh.says("ba bê")
    assert isinstance(thanh, OnTelegram)
    older = next(seen for seen in thanh.chat if say in seen.buttons)
    deeds.press(town.sim.world, thanh.phone, older.id, label=say)  # it has a reading by now
    await town.carries()
    thanh.sees(by_now, "5D/6E")
    await thanh.says("năm đê")
    thanh.sees("“5D/6E”", "“năm đê”")


# --- the editor's desk ---------------------------------------------------------------------------

FROM_PROVINCE = "TỈNH ỦY HOA SEN\nSố: 14-CV/TU\n1. Họp\nTheo 5-KH/TU.\n2. Thu\nTheo 7-CT/VPTU."
PAPER = (
    "ĐẢNG ỦY PHƯỜNG SEN HỒNG\nSố: 14-CV/ĐU (nb)\nSen Hồng, ngày 2 tháng 12 năm 2026\n"
    "1. Sinh hoạt chi bộ\nUBND phường mời họp tối thứ Sáu.\n2. Thu đảng phí\nThu đủ.\n"
    "Nơi nhận:\n- Các chi bộ,\n- Lưu VP.\nT/M ĐẢNG ỦY\nBÍ THƯ"
)


async def test_a_table_of_readings_grows_is_changed_and_forgets(town: Town) -> None:
    thanh = await town.comes("thanh")
    await thanh.says("bảng chữ viết tắt")
    thanh.sees("Cách đọc riêng của Phường Sen Hồng", "Chưa có chữ nào.", "UBKT = Ủy ban kiểm tra")
    await thanh.says("BTC là ban tài chính")
    thanh.sees("chưa rõ chữ nào đọc thế nào")
    await thanh.says("soạn bản tin")
    thanh.sees("chưa có mục nào")
    await thanh.says("cách đọc")
    await thanh.says("BTC = Ban Tài chính")
    thanh.sees("đọc “BTC” là “Ban Tài chính”, trong mọi bản tin")
    await thanh.presses("Trang chính")
    await thanh.says("HTX = hát tê ích")  # wherever nothing else is asked
    thanh.sees("đọc “HTX” là “hát tê ích”")
    await thanh.presses("Bỏ cách đọc này")
    thanh.sees("Đã bỏ cách đọc “HTX”")
    await thanh.says("HTX = hát tê ích")
    await thanh.presses("Bảng chữ viết tắt")
    thanh.sees("“BTC” đọc là “Ban Tài chính”", "“HTX” đọc là “hát tê ích”")
    await thanh.presses("Đổi “HTX”")
    await thanh.says("hợp tác BCVT")
    thanh.sees("chưa chắc “BCVT”", "viết theo tiếng")
    await thanh.says("đọc là hợp tác xã")
    thanh.sees("đọc “HTX” là “hợp tác xã”")
    await thanh.presses("Lấy lại cách đọc cũ")
    thanh.sees("đọc “HTX” là “hát tê ích”")
    await thanh.presses("Bảng chữ viết tắt")
    await thanh.presses("Đổi “BTC”")
    await thanh.presses("Bỏ cách đọc này")
    thanh.sees("Đã bỏ cách đọc “BTC” là “Ban Tài chính”", "gõ: BTC = Ban Tài chính")
    await thanh.presses("Quay lại")
    assert "BTC" not in thanh.screen.text
    for answer in ("“không” là chữ thường dùng", "Từ nay Sổ tay đọc “không” là “có”"):
        await thanh.says("không = có")
        thanh.sees(answer)


async def test_who_approves_reads_what_is_said_instead_and_corrects_any_of_it(town: Town) -> None:
    thanh = await town.comes("thanh")
    await _adds(thanh, "1. Sinh hoạt chi bộ\nBTC mời họp.\n2. Gửi BTC\nNộp trước ngày 25/12.")
    await thanh.says("soạn bản tin")
    await thanh.presses("Đọc hết bằng chữ")
    await thanh.presses("Đọc tiếp")
    thanh.sees("Mục 1: Sinh hoạt chi bộ", "BTC [Ban Tổ chức] mời họp.")
    await thanh.presses("Đọc tiếp")
    thanh.sees("Mục 2: Gửi BTC", "Gửi BTC [Ban Tổ chức]", "Xin nhắc lại: Nộp trước ngày hai mươi")
    await thanh.presses("Quay lại")
    thanh.sees("Mục 1: Sinh hoạt chi bộ")
    await _opens_first_item(thanh)
    thanh.sees("BTC [Ban Tổ chức] mời họp.")
    await thanh.presses("Đổi cách đọc")
    await thanh.presses("Đổi “BTC”")
    thanh.sees("“BTC” đọc thế nào?", "Ở mục 1: “BTC mời họp.”")
    await thanh.says("BTC = Ban Tài chính")
    await thanh.presses("Bảng chữ viết tắt")
    await thanh.presses("Đổi “BTC”")
    thanh.sees("“BTC” đọc là “Ban Tài chính”.", "Gặp trong: “BTC mời họp.”")
    await thanh.presses("Quay lại")
    await _opens_first_item(thanh)
    thanh.sees("BTC [Ban Tài chính] mời họp.")
    await thanh.presses("Nghe mục này")
    thanh.sees("Mục 1: Sinh hoạt chi bộ", "Chưa gửi cho ai")
    assert _is_voice(thanh)
    await thanh.presses("Nghe mục tiếp theo")
    thanh.sees("Mục 2: Gửi BTC")


async def test_what_a_letterhead_tells_or_a_rule_proposes_is_kept_once_confirmed(
    town: Town,
) -> None:
    thanh = await town.comes("thanh")
    await _adds(thanh, FROM_PROVINCE)
    thanh.sees("2 từ: “5-KH/TU”, “7-CT/VPTU”")
    await thanh.presses("Cho biết cách đọc")
    thanh.sees("“5-KH/TU” đọc thế nào?", "Đầu văn bản có ghi Tỉnh ủy, nên TU có lẽ là Tỉnh ủy.")
    await thanh.presses("TU đọc là Tỉnh ủy")
    thanh.sees("sẽ đọc “TU” là “Tỉnh ủy”")
    assert "Chưa chắc" not in thanh.screen.text
    await _adds(thanh, "Mời các bác ở buôn Blang dự họp.")
    await thanh.presses("Cho biết cách đọc")
    thanh.sees("“Blang” đọc thế nào?")
    thanh.can_press("Đọc là “bờ lang”")
    await thanh.presses("Đọc là “bờ lang”")
    thanh.sees("sẽ đọc “Blang” là “bờ lang”")
    thanh.can_press("Bỏ cách đọc này")
    await thanh.presses("Bảng chữ viết tắt")
    thanh.sees("“TU” đọc là “Tỉnh ủy”", "“Blang” đọc là “bờ lang”")


async def test_what_is_not_read_is_shown_and_an_inner_paper_stays_inside(town: Town) -> None:
    thanh = await town.comes("thanh")
    await _adds(thanh, PAPER)
    thanh.sees("Đã thêm 2 mục", "Văn bản ghi mật hoặc nội bộ", "không gửi ra ngoài")
    await thanh.presses("Xem phần không đọc")
    thanh.sees("Không đọc trong bản tin: đầu văn bản", "Số: 14-CV/ĐU (nb)")
    await thanh.presses("Xem tiếp")
    thanh.sees("nơi nhận", "- Các chi bộ,")
    await thanh.presses("Xem mục này")
    thanh.sees("Chỉ giọng máy tại chỗ đọc")
    await thanh.presses("Quay lại")
    thanh.sees("Không gửi ra ngoài: mục 1, 2.")
    await thanh.presses("Mục 1: Sinh hoạt chi bộ")
    await thanh.presses("Xem việc khác")
    thanh.can_press("Thu tiếng của mình", "Cho gửi ra ngoài")
    await thanh.presses("Cho gửi ra ngoài")
    thanh.sees("Cho gửi ra ngoài: Sinh hoạt chi bộ?", "không lấy lại được")
    await thanh.presses("Đúng, cho gửi ra ngoài")
    thanh.sees("Văn bản này (2 mục) được gửi ra ngoài")
    await thanh.presses("Xem mục này")
    await thanh.presses("Xem việc khác")
    await thanh.presses("Không gửi ra ngoài")
    thanh.sees("Văn bản này (2 mục) không gửi ra ngoài")


async def test_what_would_be_sent_is_the_recording_that_was_heard(town: Town) -> None:
    thanh, hoa = await town.comes("thanh"), await town.comes("hoa")
    await _adds(thanh)
    await _approves(thanh)
    for one in town.settings.files.glob("*"):  # what lies there is no more what was heard
        if one.is_file() and one.suffix != ".json":
            one.write_bytes(one.read_bytes() + b"other")
    town.clock.move_to(*DUE)
    await town.ticks()
    thanh.sees("Bản tin tháng 12 năm 2026 chưa gửi", "không còn như lúc nghe", "duyệt lại")
    hoa.has_not_seen("Sinh hoạt chi bộ")
    await _approves(thanh)
    town.clock.move_to(2026, 12, 6, 8, 0)
    await town.ticks()
    hoa.sees("Bản tin tháng 12 năm 2026 của Phường Sen Hồng")
    assert _is_voice(hoa)


@ON_PHONES
async def test_an_item_is_heard_in_a_persons_own_voice_until_it_is_taken_back(
    town: Town, tmp_path: Path
) -> None:
    thanh = await town.comes("thanh")
    await _adds(thanh)
    await _opens_first_item(thanh)
    await thanh.presses("Xem việc khác")
    await thanh.presses("Thu tiếng của mình")
    thanh.sees("Thu tiếng cho mục: Sinh hoạt chi bộ", "tối đa 10 phút")
    await thanh.says("để tôi nói")
    thanh.sees("gửi một tin thoại hoặc tệp tiếng")
    await thanh.says("soạn bản tin")
    thanh.sees("Có 2 mục")
    await _opens_first_item(thanh)
    await thanh.presses("Xem việc khác")
    await thanh.presses("Thu tiếng của mình")
    await thanh.sends("voice", Upload("noi.ogg", "audio/ogg", b"OggS"))
    thanh.sees("“Sinh hoạt chi bộ” chưa dùng được", "không mở ra tiếng được")
    await _opens_first_item(thanh)
    thanh.sees("Mục này nghe tiếng người thu.", "Chữ của mục này:", "Họp tối thứ Sáu.")
    assert "Đổi cách đọc" not in thanh.screen.buttons
    await thanh.presses("Bỏ tiếng đã thu")
    thanh.sees("Bỏ tiếng đã thu của mục “Sinh hoạt chi bộ”?", "không lấy lại được")
    await thanh.presses("Đúng, bỏ tiếng đã thu")
    thanh.sees("Đã bỏ tiếng thu: Sinh hoạt chi bộ", "Giọng máy lại đọc")

    await _opens_first_item(thanh)
    await thanh.presses("Xem việc khác")
    await thanh.presses("Thu tiếng của mình")
    tone = 0.1 * np.sin(np.arange(3 * RATE) * 0.05).astype(np.float32)
    encode_voice(tone, tmp_path / "own.ogg", effort=0)
    spoken = Upload("noi.ogg", "audio/ogg", (tmp_path / "own.ogg").read_bytes())
    await thanh.sends("voice", spoken)
    thanh.sees("Mục 1 nay nghe tiếng người thu")
    assert _is_voice(thanh)
    assert "Giọng máy còn thô" not in thanh.screen.text
    await _opens_first_item(thanh)
    await thanh.presses("Sửa mục này")
    await thanh.says("Họp tối thứ Bảy.")
    thanh.sees("Tiếng đã thu không còn khớp, mục này lại do máy đọc.")
