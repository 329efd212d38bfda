"""One month of a ward, with real processes, killed in the middle of each of its stories; and its
heart once more with two processes on one PostgreSQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import aiohttp
import pytest

from tests.harness.pair import Pair
from tests.month import ZONE, Bot, Machine, Phone, codes_in

SAMPLES = Path(__file__).parents[1] / "samples"
ROSTER = SAMPLES / "danh-sach-dang-vien.xlsx"
OFFICIAL = ("Thông báo số", "Nhắc lại", "Sinh hoạt chuyên đề", "Mời đồng chí", "Kết quả")
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)
OFFICE = """Họ và tên,Ngày sinh,Chi bộ,Chức vụ,Tình trạng
Lâm Thị Thúy,12/03/1980,Phường Hoa Sen,Cán bộ văn phòng,Chính thức
"""
PEOPLE = {
    "secretary": ("Hoàng Thị Kim Hoa", "1941"),
    "busy": ("Ngô Thị Mai Hạnh", "1978"),
    "older": ("Bùi Ngọc Lộc", "1957"),
    "staff": ("Lâm Thị Thúy", "1980"),
}


@dataclass
class Story:
    """What the month is told with."""

    machine: Machine
    bot: Bot | Pair
    session: aiohttp.ClientSession
    phones: dict[str, Phone]


@pytest.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    machine = Machine(tmp_path, MONDAY)
    async with machine.simulator() as address, aiohttp.ClientSession(address) as session:
        bot = Bot(machine, address)
        yield Story(machine, bot, session, {})
        await bot.kill()


@pytest.fixture
async def shared_story(tmp_path: Path, own_postgres: str) -> AsyncIterator[tuple[Story, Pair]]:
    """The same, told to two processes on one PostgreSQL."""
    machine = Machine(tmp_path, MONDAY, {"SOTAY_DATABASE_URL": own_postgres})
    async with (
        machine.simulator() as address,
        aiohttp.ClientSession(address) as session,
        Pair.of(machine, address) as pair,
    ):
        yield Story(machine, pair, session, {}), pair


async def test_a_ward_lives_one_month(story: Story) -> None:
    codes = await _the_list_is_imported_and_letters_are_printed(story)
    await story.bot.start()
    await _people_join(story, codes, PEOPLE)
    await _a_record_is_corrected(story)
    await _a_notice_is_sent_and_acknowledged(story)
    await _a_meeting_is_called_and_answered(story)
    await _a_vote_is_taken(story)
    await _somebody_speaks_up(story)
    await _people_check_in(story)
    await _the_bulletin_is_approved_and_pushed(story)
    await _the_meeting_takes_place(story)


async def test_two_processes_on_postgresql_are_one_handbook(
    shared_story: tuple[Story, Pair],
) -> None:
    """Every update goes to the other one of them; each of these stories ends one of the two."""
    story, pair = shared_story
    code, printed = await story.machine.command("import", str(ROSTER), "--yes")
    assert code == 0, printed
    codes = await _letters_are_printed(story)
    await pair.start()
    await _people_join(story, codes, ("secretary", "busy", "older"))
    await _a_notice_is_sent_and_acknowledged(story)
    await _a_meeting_is_called_and_answered(story)
    await _a_vote_is_taken(story)

    assert min(pair.balancer.taken[port] for port in pair.ports) >= 5
    for role in ("busy", "older"):
        assert await _twice(story.phones[role]) == []


async def _twice(phone: Phone) -> list[str]:
    """First lines of official messages that lie on a phone more than once."""
    lines = [f"{one['text']}{one['caption']}".partition("\n")[0] for one in await phone.chat()]
    official = [line for line in lines if line.startswith(OFFICIAL)]
    assert len(official) >= 4, lines
    return [line for line, count in Counter(official).items() if count > 1]


async def _the_list_is_imported_and_letters_are_printed(story: Story) -> dict[str, str]:
    roster = str(ROSTER)
    code, printed = await story.machine.command("import", roster, "--dry-run")
    assert (code, "mới 116" in printed, "Chưa ghi gì" in printed) == (0, True, True), printed
    code, printed = await story.machine.command("import", roster)
    assert (code, "--yes" in printed) == (2, True), printed
    code, printed = await story.machine.command("import", roster, "--yes")
    assert "Đã ghi: 116 người mới" in printed, printed
    office = story.machine.folder / "van-phong.csv"
    office.write_text(OFFICE, encoding="utf-8")
    code, printed = await story.machine.command("import", str(office), "--yes")
    assert "Đã ghi: 1 người mới" in printed, printed
    return await _letters_are_printed(story)


async def _letters_are_printed(story: Story) -> dict[str, str]:
    letters = story.machine.folder / "thu.pdf"
    code, printed = await story.machine.command("letters", "-o", str(letters))
    assert code == 0, printed
    return codes_in(letters)


async def _people_join(story: Story, codes: dict[str, str], roles: Iterable[str]) -> None:
    for role in roles:
        name, year = PEOPLE[role]
        phone = await Phone.new(story.session, name)
        story.phones[role] = phone
        if role == "older":
            await phone.starts()
            await phone.presses("Tôi có mã")
            await phone.says(codes[name].lower())
        else:
            await phone.starts(codes[name].replace(" ", ""))
        await phone.sees("sinh năm nào")
        if role == "busy":
            await story.bot.is_killed_and_starts_again()
        await phone.says(year)
        await phone.presses("Tôi đồng ý")
        await phone.sees("Bốn nút lớn")


async def _a_record_is_corrected(story: Story) -> None:
    older, secretary = story.phones["older"], story.phones["secretary"]
    await older.presses("Sổ của tôi")
    await older.sees("Bùi Ngọc Lộc", "Chi bộ 1")
    await older.presses("Đề nghị sửa")
    await older.sees("muốn sửa điều gì")
    await story.bot.is_killed_and_starts_again()
    await older.says("Số nhà mới là 38 đường Giếng Nước.")
    await older.sees("Đúng ý thì")
    await older.presses("Gửi đề nghị này")
    await older.sees("đã ghi đề nghị")
    await secretary.presses("Xem và duyệt")
    await secretary.presses("Duyệt")
    await secretary.presses("Nơi ở")
    await secretary.presses("Ghi đúng như thế")
    await older.sees("nay ghi, Nơi ở: 38 đường Giếng Nước")


async def _a_notice_is_sent_and_acknowledged(story: Story) -> None:
    secretary, busy, older = (story.phones[who] for who in ("secretary", "busy", "older"))
    await secretary.says("/write_notice")
    await secretary.sees("Chưa có gì gửi đi")
    await secretary.says("Sáng thứ Bảy dọn vệ sinh nhà văn hóa, bắt đầu lúc 7 giờ.")
    await secretary.presses("Xem người nhận và gửi")
    await secretary.sees("Chưa vào sổ")
    await story.bot.is_killed_and_starts_again()
    await secretary.presses_one("Gửi cho ")
    await busy.sees("Thông báo số 1 năm 2026", "dọn vệ sinh")
    await busy.presses("Đã nhận")
    await busy.sees("đã ghi")
    await older.sees("Thông báo số 1 năm 2026")
    await secretary.says("/sent_notices")
    await secretary.presses_one("Số 1")
    await secretary.sees("Đã báo Đã nhận: 1")
    await secretary.presses("Nhắc người chưa nhận")
    await story.bot.is_killed_and_starts_again()
    await secretary.sees("chưa báo Đã nhận?")
    await secretary.presses_one("Nhắc 1")
    await older.sees("Nhắc lại: Thông báo số 1 năm 2026")
    await older.presses("Đã nhận")


async def _a_meeting_is_called_and_answered(story: Story) -> None:
    secretary, busy, older = (story.phones[who] for who in ("secretary", "busy", "older"))
    await secretary.says("/call_meeting")
    await secretary.presses("Sinh hoạt chuyên đề")
    await secretary.says("thứ Sáu 19h30")
    await secretary.says("Nhà văn hóa tổ dân phố 1")
    await story.bot.is_killed_and_starts_again()
    await secretary.presses("Bỏ qua nội dung")
    await secretary.presses("Không kèm tài liệu")
    await secretary.sees("Giấy mời gửi")
    await secretary.presses_one("Mời ")
    await busy.sees("mời", "dự họp", "thứ Sáu")
    await busy.presses("Có mặt")
    await busy.sees("đã báo có mặt")
    await older.sees("dự họp")
    await older.presses("Vắng có lý do")
    await older.says("Tôi đi khám bệnh ở tỉnh.")
    await older.sees("vắng có lý do")


async def _a_vote_is_taken(story: Story) -> None:
    secretary, busy, older = (story.phones[who] for who in ("secretary", "busy", "older"))
    await secretary.says("/open_poll")
    await secretary.says("Đồng ý góp mỗi nhà một cây hoa?")
    await secretary.presses("Dùng ba câu quen dùng")
    await secretary.presses("Quá nửa")
    await secretary.presses("Trên số người bỏ phiếu")
    await secretary.presses("Hỏi đảng viên chính thức")
    await secretary.presses("8 giờ tối mai")
    await secretary.presses("Mở biểu quyết ngay")
    await older.sees("biểu quyết", "một cây hoa")
    for phone, choice in ((busy, "Đồng ý"), (older, "Không đồng ý")):
        await phone.presses("Xem và biểu quyết")
        await phone.presses(choice)
        await phone.sees("chọn:", choice)
        if phone is busy:
            await story.bot.is_killed_and_starts_again()
        await phone.presses(f"Bỏ phiếu: {choice}")
        await phone.sees("Đã ghi phiếu", choice)
    await older.presses("Đổi phiếu")
    await older.presses("Đồng ý")
    await older.presses("Bỏ phiếu: Đồng ý")
    await older.sees("Đã ghi phiếu", "Đồng ý")
    story.machine.move_to(datetime(2026, 11, 24, 20, 5, tzinfo=ZONE))
    await busy.sees(
        "Kết quả biểu quyết", "Chỉ 2 trong 35 đảng viên", "có 2 phiếu Đồng ý, thông qua"
    )
    await older.sees("Kết quả biểu quyết")


async def _somebody_speaks_up(story: Story) -> None:
    secretary, older = story.phones["secretary"], story.phones["older"]
    await older.says("góp ý")
    await older.presses("Gửi cho chi bộ")
    await story.bot.is_killed_and_starts_again()
    await older.says("Đèn đường hẻm 3 tắt đã một tuần.")
    await older.presses("Gửi ý kiến này")
    await older.sees("số 1")
    await secretary.presses("Trả lời")
    await secretary.says("Chi bộ đã báo điện lực, mai thợ đến thay.")
    await secretary.presses("Gửi câu trả lời")
    await older.sees("mai thợ đến thay")
    await older.presses("Đã ổn")


async def _people_check_in(story: Story) -> None:
    secretary, busy = story.phones["secretary"], story.phones["busy"]
    story.machine.move_to(datetime(2026, 11, 27, 19, 20, tzinfo=ZONE))
    await secretary.says("/lead_meetings")
    await secretary.presses("Mở điểm danh")
    shown = await secretary.sees("Mã điểm danh")
    await busy.says("/meetings")
    await busy.presses("Điểm danh")
    await busy.sees("Mã điểm danh là bốn con số nào")
    await story.bot.is_killed_and_starts_again()
    await busy.says(shown["text"].split(":")[1].split()[0])
    await busy.sees("Đã điểm danh")


async def _the_bulletin_is_approved_and_pushed(story: Story) -> None:
    staff, busy, older = (story.phones[who] for who in ("staff", "busy", "older"))
    await staff.says("/add_directive")
    await staff.sees("Thêm văn bản")
    await staff.sends(SAMPLES / "chi-dao-thang-12.docx")
    await staff.sees("Đã thêm")
    await staff.says("/edit_bulletin")
    await story.bot.is_killed_and_starts_again()
    await staff.presses("Nghe thử")
    await staff.hears("Nghe thử")
    await staff.presses("Đã nghe hết")
    await staff.presses("Đúng, duyệt bản tin")
    await staff.sees("đã được duyệt", "Lâm Thị Thúy")
    story.machine.move_to(datetime(2026, 12, 5, 8, 1, tzinfo=ZONE))
    arrived = await older.hears("Bản tin tháng 12 năm 2026")
    assert arrived["media"]["duration"] > 200
    await older.presses("Đã nghe")
    await busy.hears("Bản tin tháng 12 năm 2026")


async def _the_meeting_takes_place(story: Story) -> None:
    """By now the clock has ended it, and everyone has the summary."""
    await story.phones["busy"].sees("Tóm tắt", "Sinh hoạt chuyên đề", "Có mặt 2 người")
