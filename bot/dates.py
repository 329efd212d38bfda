"""Moments in words, as an elder hears them: never bare numbers."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
PARTS = ((4, "đêm"), (11, "sáng"), (13, "trưa"), (18, "chiều"), (22, "tối"), (24, "đêm"))


def moment_in_words(moment: datetime, zone: ZoneInfo, language: str) -> str:
    """ "thứ Sáu, ngày 20 tháng 12, lúc 7 giờ tối" / "Friday 20 December at 7 pm"."""
    local = (moment + timedelta(seconds=30)).astimezone(zone).replace(second=0)
    clock = clock_in_words(local, language)
    if language == "vi":
        weekday = WEEKDAYS[local.weekday()]
        return f"{weekday}, ngày {local.day} tháng {local.month}, lúc {clock}"
    return f"{format_datetime(local, 'EEEE d MMMM', locale='en')} at {clock}"


def clock_in_words(local: datetime, language: str) -> str:
    """ "7 giờ 30 tối" / "7:30 pm": the hour on a wall clock with its part of the day."""
    if language == "en":
        return format_datetime(local, "h:mm a", locale="en").replace(":00", "").lower()
    part = next(name for until, name in PARTS if local.hour < until)
    hour = local.hour - 12 if local.hour > 12 else local.hour or 12
    minutes = f" {local.minute:02d}" if local.minute else ""
    return f"{hour} giờ{minutes} {part}"


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
