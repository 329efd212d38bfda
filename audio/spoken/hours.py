"""Hours of the day: 19h30, 7h00, 8h00', 17h, 19:30."""

import re

from audio.numbers import read_number
from audio.spoken.patterns import DASH, END, START
from audio.spoken.traced import Traced

HOUR = r"(?:[01]?\d|2[0-4])"
MINUTE = r"[0-5]\d"
CLOCK = re.compile(
    rf"{START}({HOUR})(?:\s?h\s?|g|:|giờ)({MINUTE})(?::00)?(?:['’′]| phút\b|ph|p)?{END}"
)
SOUTHERN_HOUR = re.compile(
    rf"(\b(?:lúc|từ|đến|trước|sau|khoảng)\s+)({HOUR})g{END}|{START}({HOUR})g"
    r"(?=\s+(?:sáng|trưa|chiều|tối|đêm|ngày|thứ|chủ nhật|hôm|mai|nay|hằng|đến)\b"
    rf"|\s?[-–]\s?{HOUR}[gh])",
    re.IGNORECASE,
)
ON_THE_HOUR = re.compile(rf"{START}(\d{{1,2}})\s?h['’′]?(?:{END}|/(ngày|tuần|tháng)\b)")
EVEN_HOUR = re.compile(rf"{START}({HOUR}) giờ 00(?: phút)?{END}")
BETWEEN = re.compile(rf"(\d[hg:]?(?:\d\d)?['’]?){DASH}(?={HOUR}(?:[hg:]))")


def speak_hours(text: Traced) -> Traced:
    """Say the hours of `text`; a range of hours gets its "đến"."""
    text = text.sub(BETWEEN, r"\1 đến ").sub(EVEN_HOUR, r"\1 giờ")
    text = text.sub(CLOCK, _clock)
    text = text.sub(SOUTHERN_HOUR, lambda match: f"{match[1] or ''}{match[2] or match[3]}h")
    return text.sub(ON_THE_HOUR, _on_the_hour)


def _on_the_hour(match: re.Match[str]) -> str:
    said = f"{read_number(int(match[1]))} giờ"
    return f"{said} mỗi {match[2]}" if match[2] else said


def _clock(match: re.Match[str]) -> str:
    hour, minute = int(match[1]), int(match[2])
    said = f"{read_number(hour)} giờ"
    return f"{said} {read_number(minute)} phút" if minute else said
