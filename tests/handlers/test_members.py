"""The own record, corrections proposed and decided, and the people a leader answers for."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from bot.doors import Incoming
from services import joining
from simulator.people import deeds
from storage import members as member_rows
from storage import records
from storage.tables import corrections
from tests.talkers import Seen, Talker
from tests.town import Town

CODE = re.compile(r"(?:[0-9A-Z]{4} ){2}[0-9A-Z]{4}")
NEW_PHONE = "Số điện thoại mới là 0900 123 456."


async def _enter(town: Town, key: str, kind: str, text: str, dated: str | None) -> None:
    async with town.app.database.transaction() as store:
        await records.add_entry(
            store, town.ward.id(key), kind, text, dated, "danh-sach.xlsx", town.clock.now
        )


async def _forges(town: Town, talker: Talker, data: str) -> None:
    """A press nobody offered: what an old or forged button sends."""
    key = f"forged-{data}-{len(talker.chat)}"
    await town.app.take(Incoming(town.door.name, talker.address, key, "press", data=data, ref="0"))
    await town.settles()


async def test_the_own_record_is_two_presses_from_anywhere(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.presses("Sổ của tôi")

    hoa.sees("Trần Thị Hoa", "Chi bộ 1, chính thức", "Sinh: năm 1948", "Điện thoại: 0900000002")
    hoa.sees("Vào tổ chức: chưa ghi")
    assert "\n\n" not in hoa.screen.text
    hoa.can_press("Đề nghị sửa", "Ai đã xem sổ tôi", "Quay lại", "Nghe")


async def test_an_office_stands_on_the_card(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.presses("Sổ của tôi")

    binh.sees("Bí thư Chi bộ 1")


async def test_entries_name_their_date_and_their_source(town: Town) -> None:
    await _enter(town, "hoa", "award", "Huy hiệu 30 năm tuổi Đảng", "19/5/2015")
    await _enter(town, "hoa", "career", "Phó bí thư", "2001-2005")
    await _enter(town, "hoa", "award", "Giấy khen", None)
    hoa = await town.comes("hoa")
    await hoa.presses("Sổ của tôi")
    await hoa.presses("Xem khen thưởng, quá trình")

    hoa.sees("Khen thưởng: Huy hiệu 30 năm tuổi Đảng", "Theo: danh-sach.xlsx")
    hoa.sees("ngày 19 tháng 5 năm 2015", "Phó bí thư (2001-2005)", "Giấy khen (không ghi ngày)")
    await hoa.presses("Quay lại")
    hoa.sees("Sinh: năm 1948")


async def test_long_records_come_three_entries_at_a_time(town: Town) -> None:
    for number in range(7):
        await _enter(town, "hoa", "award", f"Giấy khen {number} " + "rất dài " * 300, "2010")
    hoa = await town.comes("hoa")
    await hoa.presses("Sổ của tôi")
    await hoa.presses("Xem khen thưởng, quá trình")
    hoa.sees("Giấy khen 0", "Giấy khen 2")
    await hoa.presses("Xem tiếp")
    await hoa.presses("Xem tiếp")

    hoa.sees("Giấy khen 6")
    assert "Xem tiếp" not in hoa.screen.buttons


async def test_an_empty_record_says_so(town: Town) -> None:
    hoa = await town.comes("hoa")
    for label, words in (
        ("Xem khen thưởng, quá trình", "chưa ghi mục nào"),
        ("Xem đề nghị đã gửi", "chưa gửi đề nghị nào"),
        ("Ai đã xem sổ tôi", "Chưa có ai khác"),
    ):
        await hoa.presses("Sổ của tôi")
        await hoa.presses(label)
        hoa.sees(words)


async def test_a_record_with_nothing_but_the_list_says_what_is_missing(town: Town) -> None:
    async with town.app.database.transaction() as store:
        await member_rows.change(
            store, town.ward.id("hoa"), source="danh sách đảng viên", native_place="Huế"
        )
    hoa = await town.comes("hoa")
    await hoa.presses("Sổ của tôi")
    await hoa.presses("Xem khen thưởng, quá trình")
    hoa.sees("Khen thưởng, quá trình: chưa ghi mục nào", "Những điều ở trang trước ghi theo", "Huế")


async def _propose(town: Town, key: str = "hoa") -> Talker:
    talker = await town.comes(key)
    await talker.presses("Sổ của tôi")
    await talker.presses("Đề nghị sửa")
    talker.sees("muốn sửa điều gì")
    await talker.says("Số điện thoại mới")
    talker.sees("Sổ tay ghi lời đồng chí", "Chưa đúng thì đồng chí gõ lại")
    await talker.says(NEW_PHONE)
    talker.sees(NEW_PHONE)
    await talker.presses("Gửi đề nghị này")
    talker.sees("đã ghi đề nghị", "Sổ chưa đổi gì")
    return talker


async def test_a_proposal_is_written_into_the_card_and_the_member_is_told(town: Town) -> None:
    binh = await town.comes("binh")
    hoa = await _propose(town)
    binh.has_seen("Trần Thị Hoa đề nghị sửa sổ", NEW_PHONE)
    await binh.presses("Xem và duyệt")
    binh.sees(NEW_PHONE)
    await binh.presses("Duyệt")
    await binh.presses("Quay lại")
    binh.sees(NEW_PHONE)
    binh.can_press("Duyệt", "Chưa duyệt")
    await binh.presses("Duyệt")
    binh.sees("Ghi vào dòng nào trong sổ?")
    assert binh.screen.buttons[:4] == (
        "Điện thoại",
        "Nơi ở",
        "Dòng khác",
        "Ghi thêm, không sửa dòng nào",
    )
    await binh.presses("Điện thoại")
    binh.sees("Điện thoại đang ghi: 0900000002", "Sẽ ghi: 0900123456")
    await binh.presses("Ghi đúng như thế")
    binh.sees("Đã ghi vào sổ của Trần Thị Hoa", "Điện thoại: 0900123456")
    binh.can_press("Sửa thêm dòng khác")

    hoa.has_seen("được duyệt", "nay ghi, Điện thoại: 0900123456", "Người duyệt: Lê Văn Bình")
    await hoa.presses("Sổ của tôi")
    hoa.sees("Điện thoại: 0900123456")
    await hoa.presses("Xem khen thưởng, quá trình")
    hoa.sees("Điện thoại trước đây: 0900000002", "theo Lê Văn Bình", "tháng 11 năm 2026")


async def test_the_secretary_may_type_what_the_line_will_say(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await _propose(town)
    await binh.presses("Xem và duyệt")
    await binh.presses("Duyệt")
    await binh.presses("Dòng khác")
    await binh.presses("Ngày sinh")
    binh.sees("Ngày sinh đang ghi: 1948", "gõ dòng mới")
    await binh.says("năm ngoái")
    binh.sees("Sẽ ghi: năm ngoái")
    await binh.presses("Ghi vào sổ")
    binh.sees("chưa hiểu ngày này")
    await binh.says("5/3/1948")
    await binh.presses("Ghi vào sổ")
    binh.sees("Ngày sinh: ngày 5 tháng 3 năm 1948")
    await hoa.presses("Sổ của tôi")
    hoa.sees("Sinh: ngày 5 tháng 3 năm 1948")


async def test_the_card_reads_well_in_english(town: Town) -> None:
    hoa = await town.comes("hoa", "en")
    async with town.app.database.transaction() as store:
        await member_rows.change(store, town.ward.id("hoa"), sex="female")
    await hoa.says("my record")
    hoa.sees("Born: 1948. Sex: female", "Full member since: not entered", "Address: not entered")


async def test_a_proposal_may_merely_be_added_to_the_record(town: Town) -> None:
    binh = await town.comes("binh")
    hoa = await _propose(town)
    await binh.presses("Xem và duyệt")
    await binh.presses("Duyệt")
    await binh.presses("Ghi thêm, không sửa dòng nào")
    binh.sees("ghi thêm vào sổ của Trần Thị Hoa")

    hoa.has_seen("Đề nghị sửa sổ đã được duyệt", NEW_PHONE, "Người duyệt: Lê Văn Bình")
    await hoa.presses("Sổ của tôi")
    await hoa.presses("Xem khen thưởng, quá trình")
    hoa.sees(f"Bổ sung: {NEW_PHONE}", "Theo: Lê Văn Bình", "tháng 11 năm 2026")


async def test_a_proposal_is_declined_with_a_reason_the_member_reads(town: Town) -> None:
    binh = await town.comes("binh")
    hoa = await _propose(town)
    await binh.presses("Xem và duyệt")
    await binh.presses("Chưa duyệt")
    binh.sees("Vì sao chưa duyệt?")
    await binh.says("Số này cua ngươi khac.")
    binh.sees("Lý do Trần Thị Hoa sẽ đọc:", "cua ngươi khac", "Chưa đúng thì đồng chí gõ lại")
    hoa.has_not_seen("chưa được duyệt")
    await binh.says("Số này của người khác.")
    await binh.presses("Gửi lý do này")
    binh.sees("Đã trả lời Trần Thị Hoa kèm lý do")

    hoa.has_seen("chưa được duyệt", "Lý do: Số này của người khác.")
    await hoa.presses("Sổ của tôi")
    await hoa.presses("Xem đề nghị đã gửi")
    hoa.sees("chưa duyệt, vì Số này của người khác.")


async def test_a_reason_outlasts_a_look_elsewhere(town: Town) -> None:
    binh, hoa = await town.comes("binh"), await _propose(town)
    await binh.presses("Xem và duyệt")
    await binh.presses("Chưa duyệt")
    await binh.says("Số này của người khác.")
    await binh.says("trang chính")
    binh.sees("Chưa gửi đi: “Số này của người khác.”")
    await town.restarts()
    await binh.presses("Xem lời đang giữ")
    await binh.presses("Làm tiếp")
    binh.sees("Lý do Trần Thị Hoa sẽ đọc:", "Số này của người khác.")
    await binh.presses("Gửi lý do này")
    hoa.has_seen("Lý do: Số này của người khác.")
    await binh.says("trang chính")
    assert "Chưa gửi đi" not in binh.screen.text


async def test_a_reason_for_one_is_shown_to_no_other(town: Town) -> None:
    binh = await town.comes("binh")
    await _propose(town)
    an = await town.comes("an", "en")
    await an.says("correct my record")
    await an.says("My phone is 0900 999 888.")
    await an.presses("Send this")
    first, second = await _proposals(town)
    await _forges(town, binh, f"members.ask_reason:{first}")
    await binh.says("Số này của người khác.")
    await binh.says("trang chính")
    await _forges(town, binh, f"members.ask_reason:{second}")
    await binh.says("Số này đã ghi rồi.")
    binh.sees("Lý do Hồ Văn An sẽ đọc:", "Số này đã ghi rồi.")
    assert "người khác" not in binh.screen.text
    await binh.presses("Gửi lý do này")
    binh.sees("Đã trả lời Hồ Văn An kèm lý do")
    await binh.says("trang chính")
    binh.sees("Chưa gửi đi: “Số này của người khác.”")


async def _proposals(town: Town) -> tuple[int, int]:
    async with town.app.database.transaction() as store:
        found = await store.values(select(corrections.c.id).order_by(corrections.c.id))
    return found[0], found[1]


async def test_an_endless_proposal_is_asked_again(town: Town) -> None:
    hoa = await town.comes("hoa")
    await hoa.presses("Sổ của tôi")
    await hoa.presses("Đề nghị sửa")
    await hoa.says("sửa " * 900)
    hoa.sees("dài quá")
    await hoa.says(NEW_PHONE)
    await hoa.presses("Gửi đề nghị này")

    hoa.sees("đã ghi đề nghị")


async def test_an_endless_reason_is_asked_again(town: Town) -> None:
    binh = await town.comes("binh")
    await _propose(town)
    await binh.presses("Xem và duyệt")
    await binh.presses("Chưa duyệt")
    await binh.says("vì " * 1200)
    binh.sees("dài quá")
    await binh.says("Số này của người khác.")
    await binh.presses("Gửi lý do này")

    binh.sees("Đã trả lời")


async def test_back_in_words_sends_nothing(town: Town) -> None:
    binh = await town.comes("binh")
    hoa = await town.comes("hoa")
    await hoa.presses("Sổ của tôi")
    await hoa.presses("Đề nghị sửa")
    await hoa.says("quay lai")

    hoa.sees("Sinh: năm 1948")
    binh.has_not_seen("đề nghị sửa sổ")


async def test_deciding_twice_or_late_is_told_kindly(town: Town) -> None:
    binh, thanh = await town.comes("binh"), await town.comes("thanh")
    hoa = await _propose(town)
    await binh.presses("Xem và duyệt")
    await binh.presses("Duyệt")
    for data in ("members.add_only:1", "members.add_only:1"):
        await _forges(town, binh, data)
        binh.sees("Đã duyệt")
    await _forges(town, thanh, "members.show_correction:1")
    thanh.sees("đã được trả lời rồi")
    await _forges(town, thanh, "members.ask_reason:1")
    await thanh.says("Không đồng ý.")
    thanh.sees("đã được trả lời rồi")

    assert sum("đã được duyệt" in seen.text for seen in hoa.chat) == 1


async def test_nobody_decides_about_the_own_record(town: Town) -> None:
    thanh = await town.comes("thanh")
    binh = await _propose(town, "binh")
    thanh.has_seen("Lê Văn Bình đề nghị sửa sổ")
    await _forges(town, binh, "members.add_only:1")
    binh.sees("do người phụ trách khác duyệt")

    await binh.presses("Trang chính")
    assert "đề nghị sửa" not in binh.screen.text


async def test_home_reminds_the_secretary_of_a_proposal(town: Town) -> None:
    binh = await town.comes("binh")
    await _propose(town)
    await binh.presses("Trang chính")
    binh.sees("Duyệt 1 đề nghị sửa sổ")
    await binh.says("danh sách")
    binh.sees("Đề nghị sửa sổ đang chờ: 1")
    await binh.presses("Xem đề nghị sửa")
    await binh.presses("…Thị Hoa: Số điện thoại…")
    binh.sees(NEW_PHONE)


async def test_a_name_typed_on_the_list_finds_the_person(town: Town) -> None:
    binh, thanh = await town.comes("binh"), await town.comes("thanh")
    await binh.says("danh sách")
    await binh.says("tran thi hoa")
    binh.sees("Trần Thị Hoa", "Sinh: năm 1948")
    await binh.says("danh sách")
    await binh.says("Yến")
    binh.sees("không thấy ai tên như vậy")
    await binh.says("0900 000 002")
    binh.sees("Trần Thị Hoa")
    await thanh.says("danh sách")
    await thanh.says("Thị")
    thanh.sees("Có 6 người tên như vậy")
    await thanh.says("thi yen")
    thanh.sees("Phan Thị Yến", "Chi bộ 3")


async def test_who_looked_is_visible_to_the_member(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await binh.says("danh sách")
    await binh.presses("Xem mọi người")
    for _ in range(2):
        if "Trần Thị Hoa" not in binh.screen.buttons:
            await binh.presses("Xem tiếp")
    await binh.presses("Trần Thị Hoa")
    binh.sees("Sinh: năm 1948")
    await hoa.presses("Sổ của tôi")
    await hoa.presses("Ai đã xem sổ tôi")

    hoa.sees("Lê Văn Bình, ")
    assert hoa.screen.text.count("Lê Văn Bình") == 1


FOR_LEADERS = (
    "show_person:{}",
    "entries:{}:0",
    "ask_code:{}",
    "make_code:{}",
    "part:{}",
)


@pytest.mark.parametrize("who", ["dung", "hoa"])
async def test_other_branches_and_plain_members_are_refused(town: Town, who: str) -> None:
    talker = await town.comes(who)
    for route in FOR_LEADERS:
        await _forges(town, talker, "members." + route.format(town.ward.id("tuan")))
        talker.sees("thuộc đơn vị khác")
        talker.can_press("Quay lại", "Nghe")

    talker.has_not_seen("Phạm Minh Tuấn")


async def test_a_plain_member_has_no_list(town: Town) -> None:
    hoa = await town.comes("hoa")
    for route in ("people", "listed:all:0", "listed:unlinked:7"):
        await _forges(town, hoa, f"members.{route}")
        hoa.sees("dành cho người phụ trách")


async def test_a_secretary_finds_who_is_not_linked_and_gives_a_new_code(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.presses("Điều hành")
    await binh.says("danh sach")
    binh.sees("Chi bộ 1", "Có 8 người trong danh sách, 7 người đã vào sổ tay")
    await binh.presses("Xem ai chưa vào sổ")
    binh.sees("Có 1 người")
    await binh.presses("Phạm Minh Tuấn")
    await binh.presses("Cấp mã mới")
    binh.sees("Mã trong thư cũ sẽ không dùng được nữa")
    await binh.presses("Cấp mã mới")
    binh.sees("Mã mới của Phạm Minh Tuấn", "14 ngày")
    found = CODE.search(binh.screen.text)
    assert found
    await binh.says("Nguyễn Văn")
    binh.sees("không thấy ai tên như vậy")
    await binh.says("Trần Thị Hoa")
    binh.sees("Trần Thị Hoa", "Sinh: ")

    tuan = await town.stranger("Tuấn")
    await tuan.says(found[0])
    await tuan.says("1990")
    await tuan.presses("Tôi đồng ý")
    tuan.sees("Chào đồng chí Tuấn")
    await binh.says("danh sách")
    await binh.presses("Xem ai chưa vào sổ")
    binh.sees("Mọi người đều đã vào sổ tay")


async def test_a_lost_phone_opens_the_record_no_more(town: Town) -> None:
    binh, hoa, thanh = [await town.comes(key) for key in ("binh", "hoa", "thanh")]
    await binh.says("danh sách")
    await binh.says("Trần Thị Hoa")
    await binh.presses("Ngắt điện thoại đã mất")
    binh.sees("Ngắt 2 máy của Trần Thị Hoa", "vào lại bằng mã mới", "vẫn còn nguyên")
    await binh.presses("Ngắt 2 máy")
    binh.sees("Không máy nào mở được sổ của Trần Thị Hoa nữa")
    thanh.has_seen("Lê Văn Bình vừa ngắt điện thoại của Trần Thị Hoa")
    for words in ("sổ của tôi", "biểu quyết"):
        await hoa.says(words)
        hoa.sees("không còn mở sổ tay của ai", "gọi ngay cho bí thư", "mã in trong thư mời")
    await binh.presses("Cấp mã mới")
    found = CODE.search(binh.screen.text)
    assert found

    new_one = await town.stranger("Máy mới của bác Hoa")
    for words in (found[0], "1948"):
        await new_one.says(words)
    await new_one.presses("Tôi đồng ý")
    new_one.sees("Chào đồng chí Hoa")
    await hoa.says("sổ của tôi")
    hoa.sees("không còn mở sổ tay của ai")


async def test_a_code_made_on_a_lost_phone_opens_nothing_once_it_is_disconnected(
    town: Town,
) -> None:
    binh, lost = await town.comes("binh"), await town.comes("hoa")
    for label in ("Gọi giúp", "Chỉnh cách dùng", "Thêm máy, dùng chung máy", "Thêm máy thứ hai"):
        await lost.presses(label)
    found = CODE.search(lost.screen.text)
    assert found
    await lost.says("góp ý")
    await lost.says("Ông Bình nhận tiền của tôi, xin giữ kín.")
    await binh.says("danh sách")
    await binh.says("Trần Thị Hoa")
    await binh.presses("Ngắt điện thoại đã mất")
    await binh.presses("Ngắt 2 máy")
    await lost.says(found[0])
    await lost.says("1948")
    lost.has_not_seen("Tôi đồng ý")
    async with town.app.database.transaction() as store:
        tuan = await joining.issue_code(
            store, await town.ward.member(store, "tuan"), town.clock.now, None
        )
    for words in (tuan, "1990"):
        await lost.says(words)
    await lost.presses("Tôi đồng ý")
    lost.sees("Chào đồng chí Tuấn")
    assert "nhận tiền" not in lost.screen.text, "nothing of whoever had the phone before"


async def test_nobody_disconnects_who_leads_the_unit_above(town: Town) -> None:
    binh, thanh = await town.comes("binh"), await town.comes("thanh")
    await _forges(town, binh, f"members.part:{town.ward.id('thanh')}")
    binh.sees("Nguyễn Thị Thanh phụ trách đơn vị của đồng chí")
    await thanh.says("sổ của tôi")
    thanh.sees("Nguyễn Thị Thanh")


async def test_nobody_without_a_phone_and_not_the_leader_is_disconnected_here(town: Town) -> None:
    binh = await town.comes("binh")
    await binh.says("danh sách")
    for name in ("Phạm Minh Tuấn", "Lê Văn Bình"):
        await binh.says(name)
        assert "Ngắt điện thoại đã mất" not in binh.screen.buttons
    await _forges(town, binh, f"members.ask_part:{town.ward.id('tuan')}")
    binh.sees("Phạm Minh Tuấn", "Sinh: ")
    await _forges(town, binh, f"members.part:{town.ward.id('binh')}")
    binh.sees("ngắt ở mục Chỉnh cách dùng")
    await binh.says("sổ của tôi")
    binh.sees("Lê Văn Bình")


async def test_the_office_reads_the_list_of_the_whole_ward(town: Town) -> None:
    thanh = await town.comes("thanh")
    await thanh.says("danh sách")
    thanh.sees("Phường Sen Hồng", "Có 12 người")
    await thanh.presses("Xem mọi người")
    thanh.sees("Trang 1 trên 4")
    for _ in range(3):
        await thanh.presses("Xem tiếp")
    assert "Xem tiếp" not in thanh.screen.buttons


async def test_who_is_taken_off_the_roster_is_a_stranger_from_then_on(town: Town) -> None:
    hoa = await town.comes("hoa")
    async with town.app.database.transaction() as store:
        await member_rows.change(store, town.ward.id("hoa"), removed_at=town.clock.now)
    await hoa.presses("Sổ của tôi")

    hoa.sees("cần mã in trong thư mời")


@pytest.mark.parametrize("town", ["telegram"], indirect=True)
async def test_a_correction_is_kept_until_it_is_sent_and_is_sent_once(town: Town) -> None:
    hoa, binh = await town.comes("hoa"), await town.comes("binh")
    await hoa.says("đề nghị sửa")
    await hoa.says("Số điện thoại mới là 0900 123 456.")
    looked_over = hoa.screen
    for away in ("Sổ của tôi", "Trang chính"):
        await hoa.presses(away)
    hoa.sees("Chưa gửi đi: “Số điện thoại mới là 0900 123 456.”")
    for _ in range(2):
        await _presses_on(town, hoa, looked_over, "Gửi đề nghị này")
        hoa.sees("ghi lời đồng chí", "0900 123 45")
        await hoa.says("Số điện thoại mới là 0900 123 457.")
    await _presses_on(town, hoa, looked_over, "Gửi đề nghị này")
    hoa.sees("0900 123 457")
    assert "0900 123" not in binh.story()
    await hoa.presses("Gửi đề nghị này")
    binh.has_seen("0900 123 457")
    await _forges(town, hoa, "members.send_correction")
    hoa.sees("đã gửi đề nghị của đồng chí, không cần gửi lại")


async def _presses_on(town: Town, talker: Talker, seen: Seen, label: str) -> None:
    deeds.press(town.sim.world, talker.phone, seen.id, label=label)
    await town.carries()
