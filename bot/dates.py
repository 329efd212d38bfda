"""Moments in words, as an elder hears them: never bare numbers."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
# The hour past midnight is 0 giờ, as the radio says it: "12 giờ đêm" may end a day or begin it.
PARTS = ((1, "đêm"), (11, "sáng"), (13, "trưa"), (18, "chiều"), (22, "tối"), (24, "đêm"))

# Of "Tuesday at 12 midnight" nobody knows whether Tuesday begins or ends.
_AROUND_TWELVE = {
    (0, False): ", as the day begins",
    (0, True): ", just after midnight",
    (12, True): ", just after noon",
}


def moment_in_words(moment: datetime, zone: ZoneInfo, language: str) -> str:
    """ "thứ Sáu, ngày 20 tháng 12, lúc 7 giờ tối" / "Friday 20 December at 7 pm"."""
    local = moment.astimezone(zone)
    clock = clock_in_words(local, language)
    if language == "vi":
        weekday = WEEKDAYS[local.weekday()]
        return f"{weekday}, ngày {local.day} tháng {local.month}, lúc {clock}"
    day = format_datetime(local, "EEEE d MMMM", locale="en")
    return f"{day} at {clock}{_AROUND_TWELVE.get((local.hour, bool(local.minute)), '')}"


def clock_in_words(local: datetime, language: str) -> str:
    """ "7 giờ 30 tối" / "7:30 pm": the hour on a wall clock with its part of the day."""
    if language == "en":
        clock = format_datetime(local, "h:mm a", locale="en").replace(":00", "").lower()
        return {"12 am": "12 midnight", "12 pm": "12 noon"}.get(clock, clock)
    part = next(name for until, name in PARTS if local.hour < until)
    hour = local.hour - 12 if local.hour > 12 else local.hour
    minutes = f" {local.minute:02d}" if local.minute else ""
    return f"{hour} giờ{minutes} {part}"


def brief_in_words(local: datetime, language: str, beside: datetime | None = None) -> str:
    """ "7 giờ 30 tối ngày 20 tháng 12" / "7:30 pm on 20 December": for lines of two moments. The
    day is left out when the one it stands `beside` has said it."""
    clock = clock_in_words(local, language)
    if beside and beside.date() == local.date():
        return clock
    if language == "vi":
        return f"{clock} ngày {local.day} tháng {local.month}"
    return f"{clock} on {format_datetime(local, 'd MMMM', locale='en')}"


def date_in_words(day: date, language: str) -> str:
    """ "ngày 20 tháng 12 năm 2026" / "20 December 2026"."""
    if language == "vi":
        return f"ngày {day.day} tháng {day.month} năm {day.year}"
    return format_date(day, "d MMMM yyyy", locale="en")


def month_in_words(day: date, language: str) -> str:
    """ "tháng 12 năm 2026" / "December 2026"."""
    if language == "vi":
        return f"tháng {day.month} năm {day.year}"
    return format_date(day, "MMMM yyyy", locale="en")
