"""Moments in words, as an elder hears them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.dates import date_in_words, moment_in_words, month_in_words

HUE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.mark.parametrize(
    ("local", "vietnamese", "english"),
    [
        (
            (12, 4, 19, 30),
            "thứ Sáu, ngày 4 tháng 12, lúc 7 giờ 30 tối",
            "Friday 4 December at 7:30 pm",
        ),
        (
            (12, 5, 8, 0),
            "thứ Bảy, ngày 5 tháng 12, lúc 8 giờ sáng",
            "Saturday 5 December at 8 am",
        ),
        (
            (12, 6, 12, 0),
            "Chủ nhật, ngày 6 tháng 12, lúc 12 giờ trưa",
            "Sunday 6 December at 12 pm",
        ),
        (
            (12, 7, 14, 5),
            "thứ Hai, ngày 7 tháng 12, lúc 2 giờ 05 chiều",
            "Monday 7 December at 2:05 pm",
        ),
        (
            (12, 8, 0, 0),
            "thứ Ba, ngày 8 tháng 12, lúc 12 giờ đêm",
            "Tuesday 8 December at 12 am",
        ),
        (
            (12, 9, 23, 15),
            "thứ Tư, ngày 9 tháng 12, lúc 11 giờ 15 đêm",
            "Wednesday 9 December at 11:15 pm",
        ),
    ],
)
def test_a_moment_is_said_with_weekday_and_part_of_the_day(
    local: tuple[int, int, int, int], vietnamese: str, english: str
) -> None:
    moment = datetime(2026, *local, tzinfo=HUE)

    assert moment_in_words(moment, HUE, "vi") == vietnamese
    assert moment_in_words(moment, HUE, "en") == english


def test_a_moment_is_said_as_the_clocks_of_the_organisation_show_it() -> None:
    moment = datetime(2026, 12, 4, 12, 30, tzinfo=ZoneInfo("UTC"))

    assert moment_in_words(moment, HUE, "vi").endswith("lúc 7 giờ 30 tối")


def test_dates_and_months_carry_their_year() -> None:
    assert date_in_words(date(1951, 2, 3), "vi") == "ngày 3 tháng 2 năm 1951"
    assert date_in_words(date(1951, 2, 3), "en") == "3 February 1951"
    assert month_in_words(date(2026, 12, 1), "vi") == "tháng 12 năm 2026"
    assert month_in_words(date(2026, 12, 1), "en") == "December 2026"
