"""Moments in words, as an elder hears them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.dates import brief_in_words, date_in_words, moment_in_words, month_in_words
from rules.when import read_when

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
            "Sunday 6 December at 12 noon",
        ),
        (
            (12, 7, 14, 5),
            "thứ Hai, ngày 7 tháng 12, lúc 2 giờ 05 chiều",
            "Monday 7 December at 2:05 pm",
        ),
        (
            (12, 8, 0, 0),
            "thứ Ba, ngày 8 tháng 12, lúc 0 giờ đêm",
            "Tuesday 8 December at 12 midnight, as the day begins",
        ),
        (
            (12, 8, 0, 40),
            "thứ Ba, ngày 8 tháng 12, lúc 0 giờ 40 đêm",
            "Tuesday 8 December at 12:40 am, just after midnight",
        ),
        (
            (12, 8, 1, 0),
            "thứ Ba, ngày 8 tháng 12, lúc 1 giờ sáng",
            "Tuesday 8 December at 1 am",
        ),
        (
            (12, 8, 3, 50),
            "thứ Ba, ngày 8 tháng 12, lúc 3 giờ 50 sáng",
            "Tuesday 8 December at 3:50 am",
        ),
        (
            (12, 8, 10, 59),
            "thứ Ba, ngày 8 tháng 12, lúc 10 giờ 59 sáng",
            "Tuesday 8 December at 10:59 am",
        ),
        (
            (12, 8, 12, 40),
            "thứ Ba, ngày 8 tháng 12, lúc 12 giờ 40 trưa",
            "Tuesday 8 December at 12:40 pm, just after noon",
        ),
        (
            (12, 8, 13, 0),
            "thứ Ba, ngày 8 tháng 12, lúc 1 giờ chiều",
            "Tuesday 8 December at 1 pm",
        ),
        (
            (12, 8, 18, 0),
            "thứ Ba, ngày 8 tháng 12, lúc 6 giờ tối",
            "Tuesday 8 December at 6 pm",
        ),
        (
            (12, 8, 22, 0),
            "thứ Ba, ngày 8 tháng 12, lúc 10 giờ đêm",
            "Tuesday 8 December at 10 pm",
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


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("minute", [0, 5, 40])
@pytest.mark.parametrize("hour", range(24))
def test_what_we_say_is_understood_when_somebody_types_it(
    hour: int, minute: int, language: str
) -> None:
    moment = datetime(2026, 12, 8, hour, minute, tzinfo=HUE)
    said = moment_in_words(moment, HUE, language)
    if said == "Tuesday 8 December at 12 midnight, as the day begins":
        return  # nobody types this; "12 midnight" is asked about

    assert read_when(said, datetime(2026, 11, 23, 9, tzinfo=HUE)) == moment


def test_two_moments_of_one_line_are_said_briefly() -> None:
    moment = datetime(2026, 12, 4, 19, 30, tzinfo=HUE)
    assert brief_in_words(moment, "vi") == "7 giờ 30 tối ngày 4 tháng 12"
    assert brief_in_words(moment, "en") == "7:30 pm on 4 December"
    assert brief_in_words(moment, "vi", moment.replace(hour=8)) == "7 giờ 30 tối"
    assert brief_in_words(moment, "vi", moment.replace(day=3)).endswith("ngày 4 tháng 12")
