"""The days and hours people write, from Monday 23 November 2026, ten in the morning."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.refusal import Refusal
from rules.when import likely_evenings, month_start, read_when

HUE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=HUE)

UNDERSTOOD = [
    # a weekday is the next one to come
    ("thứ Sáu 19h30", "2026-11-27 19:30"),
    ("thu sau 19h30", "2026-11-27 19:30"),
    ("THỨ SÁU 19H30", "2026-11-27 19:30"),
    ("T6 19:30", "2026-11-27 19:30"),
    ("thứ 6, 19 giờ 30", "2026-11-27 19:30"),
    ("19g30 thứ 6", "2026-11-27 19:30"),
    ("19.30 thứ sáu", "2026-11-27 19:30"),
    ("thứ Sáu này lúc 7 giờ 30 phút tối", "2026-11-27 19:30"),
    ("thứ sáu tới 19h30", "2026-11-27 19:30"),
    ("thứ sáu tới 7 giờ sáng", "2026-11-27 07:00"),
    ("họp vào tối thứ sáu, 7 rưỡi nhé", "2026-11-27 19:30"),
    ("tối thứ Bảy 7 giờ kém 15", "2026-11-28 18:45"),
    ("thứ 7 8h", "2026-11-28 08:00"),
    ("thu 7 7:30 tối", "2026-11-28 19:30"),
    ("bảy giờ tối thứ bảy", "2026-11-28 19:00"),
    ("thứ tư bảy giờ ba mươi tối", "2026-11-25 19:30"),
    ("thứ hai mười giờ rưỡi", "2026-11-23 10:30"),
    ("thứ hai 9h", "2026-11-30 09:00"),
    ("chiều thứ Năm 2 giờ", "2026-11-26 14:00"),
    ("CN 8h", "2026-11-29 08:00"),
    ("Chủ nhật, 8 giờ sáng", "2026-11-29 08:00"),
    ("chủ nhật tuần này 8h sáng", "2026-11-29 08:00"),
    ("chủ nhật tuần sau 8h sáng", "2026-12-06 08:00"),
    ("8h sáng chủ nhật tuần tới", "2026-12-06 08:00"),
    ("thu sau tuan toi 19h", "2026-12-04 19:00"),
    # today, tomorrow, the day after
    ("7h tối mai", "2026-11-24 19:00"),
    ("ngày mai 8 giờ", "2026-11-24 08:00"),
    ("mai 8h", "2026-11-24 08:00"),
    ("8 giờ sáng mai", "2026-11-24 08:00"),
    ("tối nay 7 giờ", "2026-11-23 19:00"),
    ("hôm nay 14h", "2026-11-23 14:00"),
    ("trưa nay 12h", "2026-11-23 12:00"),
    ("chiều nay 4 rưỡi", "2026-11-23 16:30"),
    ("ngày mốt 19h", "2026-11-25 19:00"),
    ("ngày kia, 19h", "2026-11-25 19:00"),
    ("ngay mai luc tam gio kem muoi lam sang", "2026-11-24 07:45"),
    ("mai 03:00", "2026-11-24 03:00"),
    ("1 giờ trưa mai", "2026-11-24 13:00"),
    # so long from now
    ("ba ngày nữa, 8 giờ tối", "2026-11-26 20:00"),
    ("8 giờ sáng 2 tuần nữa", "2026-12-07 08:00"),
    ("5 giờ nữa", "2026-11-23 15:00"),
    ("hai tiếng nữa", "2026-11-23 12:00"),
    ("90 phút nữa", "2026-11-23 11:30"),
    ("in 3 days at 19:30", "2026-11-26 19:30"),
    ("2 hours from now", "2026-11-23 12:00"),
    # dates
    ("5/12 lúc 7 giờ tối", "2026-12-05 19:00"),
    ("5/12 19h", "2026-12-05 19:00"),
    ("19h 5/12", "2026-12-05 19:00"),
    ("19h30 - 5/12", "2026-12-05 19:30"),
    ("05-12-2026 19:30", "2026-12-05 19:30"),
    ("5.12.2026 19:30", "2026-12-05 19:30"),
    ("20/12/2026 14h", "2026-12-20 14:00"),
    ("20/12/26 14h", "2026-12-20 14:00"),
    ("2026-12-20 19:30", "2026-12-20 19:30"),
    ("2026-12-20T19:30:00", "2026-12-20 19:30"),
    ("mùng 5 tháng 12, 7 rưỡi tối", "2026-12-05 19:30"),
    ("mồng 5/12 7 giờ rưỡi tối", "2026-12-05 19:30"),
    ("ngày 20 tháng 12 năm 2026, 14 giờ", "2026-12-20 14:00"),
    ("ngày mười lăm tháng mười hai, bảy giờ tối", "2026-12-15 19:00"),
    ("ngày năm tháng tư năm 2027 lúc tám giờ", "2027-04-05 08:00"),
    ("thứ Sáu, ngày 27 tháng 11, lúc 7 giờ 30 tối", "2026-11-27 19:30"),
    ("thứ Ba 05/01 19h", "2027-01-05 19:00"),
    ("5/1 lúc 8h", "2027-01-05 08:00"),
    ("ngày 30 lúc 19h", "2026-11-30 19:00"),
    ("ngày 20, 19h", "2026-12-20 19:00"),
    ("ngày 31 19h", "2026-12-31 19:00"),
    ("23/11 19h", "2026-11-23 19:00"),
    ("23/11/2027 19h", "2027-11-23 19:00"),
    # English
    ("Friday 7:30 pm", "2026-11-27 19:30"),
    ("fri 7.30pm", "2026-11-27 19:30"),
    ("Friday next week at 7 p.m.", "2026-12-04 19:00"),
    ("tomorrow 8am", "2026-11-24 08:00"),
    ("tomorrow morning at 8", "2026-11-24 08:00"),
    ("tonight at 7", "2026-11-23 19:00"),
    ("Dec 5 at 7 pm", "2026-12-05 19:00"),
    ("December 5th, 2026 19:00", "2026-12-05 19:00"),
    ("5 December 7 o'clock in the evening", "2026-12-05 19:00"),
    ("Sunday noon", "2026-11-29 12:00"),
    ("today 12 pm", "2026-11-23 12:00"),
]

ASKED_AGAIN = [
    ("", "unclear"),
    ("???", "unclear"),
    ("xin chào", "unclear"),
    ("khi nào rảnh", "unclear"),
    ("thứ Sáu", "no_hour"),
    ("20/12", "no_hour"),
    ("tối mai", "no_hour"),
    ("ngày 20", "no_hour"),
    ("19h30", "no_day"),
    ("7 giờ tối", "no_day"),
    ("tuần sau 19h", "no_day"),
    ("thứ sáu 3 giờ", "which_half"),
    ("31/02/2027 19h", "impossible"),
    ("31/11 19h", "impossible"),
    ("29/2 19h", "impossible"),
    ("12/20/2026 19h", "impossible"),
    ("ngày 32 lúc 8h", "impossible"),
    ("mai 25h", "impossible"),
    ("mai 19h75", "impossible"),
    ("thứ Sáu 5/12 19h", "weekday_differs"),
    ("20/11/2026 19h", "day_past"),
    ("1/11 19h", "day_past"),
    ("hôm nay 8h", "moment_past"),
    ("thứ hai tuần này 9h", "moment_past"),
    ("20/12/2025 19h", "day_past"),
    ("24/11/2027 19h", "too_far"),
    ("1/1/9999 19h", "too_far"),
    ("0/0/0000 19h", "impossible"),
    ("thứ sáu hoặc thứ bảy 19h", "unclear"),
    ("thứ sáu 19h hoặc 20h", "unclear"),
    ("thứ sáu 19h30-21h", "unclear"),
    ("thứ sáu thứ bảy 19h", "unclear"),
    ("mai 20h sáng", "unclear"),
    ("mai 8 giờ chiều", "unclear"),
    ("mùng 5 tháng Giêng 8h", "unclear"),
    ("ngày mai 30/11 19h", "unclear"),
    ("next Friday 7pm", "unclear"),
]


PASSED = [
    # the day is past, with its hour or without
    "hôm qua 7 giờ",
    "hôm qua",
    "hom qua 7h",
    "7 giờ tối hôm qua",
    "tối qua 7 giờ",
    "chiều qua 3 giờ",
    "hôm qua 3 giờ",
    "hôm kia 19h",
    "yesterday 7pm",
    "20/11 19h",
    "20/11",
    "22 tháng 11 lúc 7 giờ tối",
    "20/11/2025 19h",
    "01/01/2020 8:00",
    # the hour is past
    "sáng nay 7 giờ",
    "hôm nay 8h",
    "23/11/2026 9h59",
    # looking back without a date
    "thứ sáu tuần trước 19h",
    "tuần rồi thứ hai 8h",
    "thứ sáu rồi 19h",
    "thứ năm vừa rồi 8h",
    "ngày 5 tháng trước 7h",
    "2 ngày trước 7 giờ",
    "hôm trước 8h",
    "năm ngoái",
    "last Friday 7pm",
    "last night at 8",
    "two days ago 7pm",
]


@pytest.mark.parametrize(("text", "moment"), UNDERSTOOD)
def test_everyday_words_name_a_moment(text: str, moment: str) -> None:
    read = read_when(text, NOW)

    assert f"{read:%Y-%m-%d %H:%M}" == moment
    assert read.tzinfo is HUE


@pytest.mark.parametrize(("text", "key"), ASKED_AGAIN)
def test_what_is_not_clear_is_asked_again(text: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_when(text, NOW)

    assert refused.value.key == f"when.{key}"


@pytest.mark.parametrize("text", PASSED)
def test_what_has_passed_is_said_to_have_passed(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_when(text, NOW)

    assert refused.value.key in ("when.past", "when.day_past", "when.moment_past")


def test_a_word_that_only_looks_like_yesterday_does_not_hide_tomorrow() -> None:
    assert read_when("trước 7 giờ tối mai", NOW) == datetime(2026, 11, 24, 19, 0, tzinfo=HUE)
    with pytest.raises(Refusal) as refused:
        read_when("mai 7 giờ tối tôi qua", NOW)  # "I come over", not "last night"
    assert refused.value.key == "when.unclear"


def test_a_weekday_is_today_until_its_hour_has_come() -> None:
    assert read_when("thứ hai 10h01", NOW) == NOW + timedelta(minutes=1)
    assert read_when("thứ hai 10h00", NOW) == NOW + timedelta(days=7)


@pytest.mark.fault(35)
def test_a_day_that_exists_only_in_leap_years_is_read_in_one() -> None:
    now = datetime(2027, 12, 1, 10, 0, tzinfo=HUE)

    assert read_when("29/2 19h", now) == datetime(2028, 2, 29, 19, 0, tzinfo=HUE)


def test_the_likely_evenings_are_the_next_weekend_from_tomorrow() -> None:
    assert [f"{one:%a %d %H:%M}" for one in likely_evenings(NOW)] == [
        *("Fri 27 19:30", "Sat 28 19:30", "Sun 29 19:30"),
    ]
    friday = NOW + timedelta(days=4)
    assert [f"{one:%a %d}" for one in likely_evenings(friday)] == ["Sat 28", "Sun 29", "Fri 04"]


def test_a_month_starts_with_its_first_midnight_in_the_same_zone() -> None:
    assert month_start(NOW) == datetime(2026, 11, 1, tzinfo=HUE)
    assert month_start(NOW).tzinfo is HUE


WEEKDAYS = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]


def said_hour(moment: datetime) -> str:
    """The hour as it is said aloud: 7 giờ 30 tối."""
    hour = moment.hour if moment.hour <= 12 else moment.hour - 12
    part = "sáng" if moment.hour < 11 else "trưa" if moment.hour < 13 else "chiều"
    part = "tối" if moment.hour >= 18 else part
    minutes = f" {moment.minute}" if moment.minute else ""
    return f"{hour} giờ{minutes} {part}"


FORMS = [
    lambda m: f"{m:%d/%m/%Y %H:%M}",
    lambda m: f"{m:%Y-%m-%d %H:%M}",
    lambda m: f"{m:%H}h{m:%M} ngày {m.day}/{m.month}/{m.year}",
    lambda m: f"{WEEKDAYS[m.weekday()]} {m:%d-%m-%Y}, {m.hour} giờ {m.minute} phút {part_of(m)}",
    lambda m: (
        f"{WEEKDAYS[m.weekday()]}, ngày {m.day} tháng {m.month} năm {m.year}, lúc {said_hour(m)}"
    ),
    lambda m: f"{m:%B} {m.day}, {m.year} at {m:%I:%M %p}",
    lambda m: f"{m:%A} {m.day} {m:%b} {m.year} {m:%I:%M%p}",
]


def part_of(moment: datetime) -> str:
    return said_hour(moment).rsplit(" ", 1)[1]


@given(st.integers(1, 364), st.integers(6, 22), st.integers(0, 59), st.sampled_from(FORMS))
def test_a_moment_written_in_any_form_is_read_back(
    days: int, hour: int, minute: int, form: object
) -> None:
    moment = (NOW + timedelta(days=days)).replace(hour=hour, minute=minute)

    assert callable(form)
    assert read_when(form(moment), NOW) == moment


@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(
            [
                "thứ",
                "sáu",
                "7",
                "19h30",
                "mai",
                "tối",
                "5/12",
                "tuần sau",
                "hoặc",
                "kém",
                "15",
                "ngày",
            ]
        )
    ).map(" ".join)
)
def test_any_text_is_a_moment_to_come_or_a_kind_question(text: str) -> None:
    try:
        moment = read_when(text, NOW)
    except Refusal as refusal:
        moment = NOW + timedelta(hours=refusal.key.startswith("when."))

    assert NOW < moment <= NOW + timedelta(days=366)
