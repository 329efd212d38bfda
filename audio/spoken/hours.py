"""Hours of the day: 19h30, 7h00, 8h00', 17h, 19:30."""

import re

from audio.numbers import read_number
from audio.spoken.patterns import DASH, END, START

HOUR = r"(?:[01]?\d|2[0-4])"
MINUTE = r"[0-5]\d"
CLOCK = re.compile(rf"{START}({HOUR})(?:\s?h\s?|g|:)({MINUTE})(?::00)?(?:['’′]| phút\b|ph|p)?{END}")
SOUTHERN_HOUR = re.compile(
    rf"(\b(?:lúc|từ|đến|trước|sau|khoảng)\s+)({HOUR})g{END}|{START}({HOUR})g(?=\s+(?:sáng|trưa|chiều|tối))",
    re.IGNORECASE,
)
ON_THE_HOUR = re.compile(rf"{START}(\d{{1,2}})\s?h['’′]?(?:{END}|/(ngày|tuần|tháng)\b)")
EVEN_HOUR = re.compile(rf"{START}({HOUR}) giờ 00(?: phút)?{END}")
BETWEEN = re.compile(rf"(\d[hg:]?(?:\d\d)?['’]?){DASH}(?={HOUR}(?:[hg:]))")


def speak_hours(text: str) -> str:
    """Say the hours of `text`; a range of hours gets its "đến"."""
    text = EVEN_HOUR.sub(r"\1 giờ", BETWEEN.sub(r"\1 đến ", text))
    text = CLOCK.sub(_clock, text)
    text = SOUTHERN_HOUR.sub(lambda match: f"{match[1] or ''}{match[2] or match[3]}h", text)
    return ON_THE_HOUR.sub(_on_the_hour, text)


def _on_the_hour(match: re.Match[str]) -> str:
    said = f"{read_number(int(match[1]))} giờ"
    return f"{said} mỗi {match[2]}" if match[2] else said


def _clock(match: re.Match[str]) -> str:
    hour, minute = int(match[1]), int(match[2])
    said = f"{read_number(hour)} giờ"
    return f"{said} {read_number(minute)} phút" if minute else said
