"""What a meeting leaves on paper, and its entry in a calendar."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from files.meetings import SummaryPage, make_ics, make_summary

HUE = ZoneInfo("Asia/Ho_Chi_Minh")
STARTS = datetime(2026, 12, 4, 19, 30, tzinfo=HUE)
TITLE = "Họp chi bộ tháng 12; bàn việc, giao việc\\n"

SUMMARY = SummaryPage(
    organisation="Chi bộ 1, phường Hoa Sen",
    title="Họp chi bộ tháng 12 năm 2026",
    when="Thứ Sáu, ngày 4 tháng 12, lúc 7 giờ 30 tối",
    place="Nhà văn hóa tổ dân phố 4",
    agenda_title="Nội dung",
    agenda=("Kiểm điểm cuối năm", "Bầu tổ trưởng #tổ *3*"),
    counts_title="Số người dự",
    counts=(("Được mời", "40"), ("Có mặt", "34")),
    votes_title="Biểu quyết",
    votes=(("Kế hoạch quý I #năm *2027*", "Thông qua: 32 tán thành"),),
    absences_title="Vắng mặt",
    absences=(("Có lý do", "5"), ("Chưa rõ lý do", "1")),
    closing="Lập lúc 9 giờ 15 tối.",
)


def entry(**changes: Any) -> Calendar:
    told: dict[str, Any] = {
        "uid": "meeting-7@sotay",
        "sequence": 0,
        "title": TITLE,
        "starts": STARTS,
        "minutes": 90,
        "place": "Nhà văn hóa, tổ 4",
        "agenda": "1. Thu đảng phí\n2. Biểu quyết kế hoạch",
        "organiser": 'Bí thư "Hoa": Hoàng',
        "cancelled": False,
        "now": datetime(2026, 11, 23, 10, 0, tzinfo=HUE),
    }
    return Calendar.from_ical(make_ics(**{**told, **changes}))  # type: ignore[return-value]


def test_the_entry_says_when_where_and_what() -> None:
    calendar = entry()
    (event,) = calendar.walk("VEVENT")

    assert calendar["METHOD"] == "PUBLISH"
    assert event["DTSTART"].dt == datetime(2026, 12, 4, 12, 30, tzinfo=UTC) == STARTS
    assert event["DURATION"].dt == timedelta(minutes=90)
    assert event["DTSTAMP"].dt == datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
    assert str(event["LOCATION"]) == "Nhà văn hóa, tổ 4"
    assert str(event["DESCRIPTION"]) == "1. Thu đảng phí\n2. Biểu quyết kế hoạch"
    assert (str(event["UID"]), event["SEQUENCE"]) == ("meeting-7@sotay", 0)
    assert event["STATUS"] == "CONFIRMED"


def test_a_reminder_comes_two_hours_before() -> None:
    (alarm,) = entry().walk("VALARM")

    assert alarm["TRIGGER"].dt == timedelta(hours=-2)
    assert alarm["ACTION"] == "DISPLAY"


def test_a_cancelled_meeting_takes_its_entry_back_and_reminds_nobody() -> None:
    calendar = entry(cancelled=True, sequence=1)
    (event,) = calendar.walk("VEVENT")

    assert calendar["METHOD"] == "CANCEL"
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)
    assert str(event["UID"]) == "meeting-7@sotay"
    assert calendar.walk("VALARM") == []


def test_marks_in_a_title_cannot_add_lines_to_the_file() -> None:
    (event,) = entry(title="Họp\r\nATTACH:http://x.test").walk("VEVENT")

    assert "ATTACH" not in event
    assert event["SUMMARY"].splitlines() == ["Họp", "ATTACH:http://x.test"]


def test_the_lines_of_the_file_are_as_short_as_the_standard_asks() -> None:
    file = make_ics(
        uid="1", sequence=0, title="Họp " * 60, starts=STARTS, minutes=60, place="", agenda="",
        organiser="Hoa", cancelled=False, now=STARTS,
    )  # fmt: skip

    assert max(map(len, file.split(b"\r\n"))) <= 75


def pages(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def test_the_summary_says_everything_on_one_page(tmp_path: Path) -> None:
    out = tmp_path / "summary.pdf"
    make_summary(SUMMARY, out)

    (page,) = pages(out)
    for text in (SUMMARY.organisation, SUMMARY.title, SUMMARY.when, SUMMARY.place):
        assert text in page
    for text in ("Được mời", "34", "#năm *2027*", "32 tán thành", "Chưa rõ lý do", SUMMARY.closing):
        assert text in page


def test_a_part_with_nothing_in_it_is_left_out(tmp_path: Path) -> None:
    out = tmp_path / "summary.pdf"
    make_summary(replace(SUMMARY, votes=()), out)

    assert SUMMARY.votes_title not in pages(out)[0]


@pytest.mark.parametrize(("votes", "pages_needed"), [(15, 1), (60, 3)])
def test_many_votes_are_set_smaller_and_none_is_lost(
    tmp_path: Path, votes: int, pages_needed: int
) -> None:
    out = tmp_path / "summary.pdf"
    said = tuple((f"Việc thứ {at}.", f"Kết quả {at}.") for at in range(votes))
    make_summary(replace(SUMMARY, votes=said), out)

    found = pages(out)
    assert len(found) <= pages_needed
    assert all(f"{what} {result}" in " ".join(found) for what, result in said)
    assert SUMMARY.closing in found[-1]
