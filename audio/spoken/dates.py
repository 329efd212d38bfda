"""Days, months and years, and the ranges between them."""

import re
from calendar import monthrange

from audio.numbers import read_number
from audio.spoken.doubtful import hold
from audio.spoken.patterns import (
    DASH,
    END,
    MONEY,
    SHORT_UNITS,
    START,
    UNIT_WORDS,
    before,
)
from audio.spoken.timely import (
    PERHAPS,
    SHARED,
    SURELY,
    TIMELY,
    WEEKDAY_NEXT,
    is_known_day,
    is_planned,
    may_be_part,
)
from audio.spoken.traced import Traced

DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
LEAP_YEAR = "2024"
YEAR = r"(?:1[5-9]|2[01])\d\d"

FULL = re.compile(rf"{START}({DAY})(\s?[/.-]\s?)({MONTH})\2({YEAR}){END}")
BACKWARD = re.compile(rf"{START}({YEAR})-(0[1-9]|1[0-2])-([0-2]\d|3[01]){END}")
SHORT = re.compile(rf"{START}({DAY})/({MONTH}){END}")
DAYS_OF_A_MONTH = re.compile(
    rf"{START}({DAY})({DASH}| (?:đến|tới) (?:hết )?(?:ngày )?)(?={DAY}/{MONTH}(?:/{YEAR})?{END})"
)
ANY_DAY = re.compile(rf"{DAY}/{MONTH}(?:/{YEAR})?{END}")
BETWEEN_DATES = re.compile(rf"({DAY}/{MONTH}(?:/{YEAR})?){DASH}(?={DAY}/{MONTH}(?:/{YEAR})?{END})")
# "ngày 22.7" is no decimal, "ngày 12-1" no range.
DOTTED = re.compile(
    rf"(?<!mỗi )(?<!một )(?<!\d )\b(ngày|sáng|trưa|chiều|tối|đêm) ({DAY})\.({MONTH}){END}"
    rf"(?!\s?(?:{UNIT_WORDS}|{MONEY}|{SHORT_UNITS}|giờ|tiếng|lần))",
    re.IGNORECASE,
)
DASHED_DAY = re.compile(rf"\b(ngày) ({DAY})-({MONTH}){END}", re.IGNORECASE)
LISTED = re.compile(
    rf"\b(ngày|sáng|trưa|chiều|tối|đêm|vào|họp|dịp|lễ) ((?:{DAY}(?:, ?| và ))+)({DAY})"
    rf"(?:/| tháng )({MONTH})(?:(?:/| năm )({YEAR}))?{END}",
    re.IGNORECASE,
)
DAYS_TO = re.compile(rf"\b(ngày {DAY} (?:đến|tới) )({DAY})(?= tháng {MONTH}{END})", re.IGNORECASE)
MONTHS_LISTED = re.compile(rf"(\btháng (?:{MONTH}(?:, ?| và ))+)({MONTH})/({YEAR}){END}", re.I)
MONTH_OF_YEAR = re.compile(rf"{START}({MONTH})/({YEAR}){END}")
MONTHS_OF_YEAR = re.compile(rf"(\btháng {MONTH})({DASH})(?={MONTH}/{YEAR}{END})", re.IGNORECASE)
PART = r"(?:\d{1,2}|[IVX]+)"
PART_OF_YEAR = re.compile(
    rf"\b((?:quý|học kỳ|kỳ|tuần|đợt|lần|khóa)\s+(?:{PART}(?:, | và |-))*{PART})/({YEAR}){END}", re.I
)
LONE_MONTH = re.compile(rf"\b(tháng) ({MONTH}){END}", re.IGNORECASE)
# What is taken or done so often a day, or after so many days, is no day of a month; "thứ Hai ngày
# 7" and "ngày 7 tháng 12" are.
COUNT = r"một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|vài|mấy"
A_DAY = re.compile(
    r"(?:(?<![\w:/.,])(?<!thứ )\d{1,3}|"
    rf"(?<!thứ )\b(?:mỗi|hằng|hàng|nửa|cả|{COUNT}))\s*$",
    re.IGNORECASE,
)
IN_A_MONTH = re.compile(r"\s+tháng\b", re.IGNORECASE)
LONE_DAY = re.compile(
    rf"\b(ngày|mùng|mồng) ({DAY}){END}(?!\s+(?:lần|buổi|bữa|tiếng|giờ|viên|lượt|ngày|đêm|lít|ly|"
    r"cốc|ca|suất|km|kg|ki lô)\b)",
    re.IGNORECASE,
)
EVERY_MONTH = re.compile(r"\b(?:mỗi|hằng|hàng|(?<!mùng )(?<!mồng )một|từng|vài)\s*$", re.IGNORECASE)
SO_MANY_MONTHS = re.compile(
    r"(?<![\w:/.,-])(?<!ngày )(?<!mùng )(?<!mồng )(?<!và )(?<!, )(?<!đến )\d{1,2}\s*$", re.I
)
OFTEN = re.compile(r"\s+(?:lần|buổi|bữa|triệu|nghìn|ngàn|đồng|suất|ca|tiếng)\b", re.IGNORECASE)
ROUNDS = re.compile(r"\s+(?:đợt|kỳ)\b(?!\s+\d)", re.IGNORECASE)

DAY_SAID = re.compile(r"\b(?:ngày|mùng|mồng)(?: [^\W\d]+:)?\s*$", re.IGNORECASE)
NAMING = re.compile(
    r"\b(?:chi bộ|chi hội|chi đoàn|CB|TDP|KP|KDC|tổ dân phố|khu phố|khu|tổ|thôn|xóm|"
    r"ấp|bản|đội|nhóm|cụm|lớp|khối|đợt|tuần|vòng)\s*$",
    re.IGNORECASE,
)
NAMED_NUMBER = re.compile(r"\b(?:chi bộ|CB|TDP|KP|KDC|tổ dân phố|khu phố)\s+\d{1,3}\s*$", re.I)
EARLY_SAID = re.compile(r"\b(?:mùng|mồng)\s*$", re.IGNORECASE)
MONTH_SAID = re.compile(r"\btháng\s*$", re.IGNORECASE)

MONTHLY = re.compile(r"(?:\b(?:trước|sau|từ|đến|tới|hết|vào|cuối|đầu|giữa|trong)|[(])\s*$", re.I)


def speak_dates(text: Traced) -> Traced:
    """Say the days, months and years of `text`; a bare 5/12 only where the words call it a day."""
    text = text.sub(BACKWARD, r"\3/\2/\1")
    text = text.sub(DOTTED, r"\1 \2/\3").sub(DASHED_DAY, _dashed_day)
    text = text.sub(BETWEEN_DATES, _between)
    text = text.sub(LISTED, _listed)
    text = text.sub(DAYS_TO, lambda match: match[1] + day_of_month(int(match[2])))
    text = text.sub(MONTHS_LISTED, r"\1\2 năm \3")
    text = text.sub(DAYS_OF_A_MONTH, _first_day)
    text = text.sub(FULL, _full)
    text = text.sub(SHORT, _short)
    text = text.sub(PART_OF_YEAR, lambda match: f"{match[1]} {_year(match[2])}")
    text = text.sub(MONTHS_OF_YEAR, r"\1 đến ")
    text = text.sub(MONTH_OF_YEAR, _month_of_year)
    text = text.sub(LONE_MONTH, _lone_month)
    return text.sub(LONE_DAY, _lone_day)


def day_of_month(day: int) -> str:
    """The day as it is called: "mùng ba", "hai mươi lăm"."""
    return f"mùng {read_number(day)}" if day <= 10 else read_number(day)


def month_of_year(month: int) -> str:
    """The month as it is called: "tháng tư", "tháng mười hai"."""
    return f"tháng {_month_name(str(month))}"


def _month_name(month: str) -> str:
    return "tư" if int(month) == 4 else read_number(int(month))


def _year(year: str) -> str:
    return f"năm {read_number(int(year))}"


def _listed(match: re.Match[str]) -> str:
    if match[1].lower() in ("vào", "họp") and SHARED.match(match.string, match.end()):
        return hold(match[0])
    first = re.sub(r"\d+", lambda day: day_of_month(int(day[0])), match[2])
    days = "" if match[1].lower() == "ngày" else " ngày"
    first = first.replace(",", ", ").replace(",  ", ", ")
    return f"{match[1]}{days} {first}{_said(match[3], match[4], match[5])}"


def _said(day: str, month: str, year: str | None) -> str:
    said = f"{day_of_month(int(day))} {month_of_year(int(month))}"
    return f"{said} {_year(year)}" if year else said


def _date(match: re.Match[str], day: str, month: str, year: str | None = None) -> str:
    if before(match, EARLY_SAID):
        return _said(day, month, year).removeprefix("mùng ")
    said = _said(day, month, year)
    return said if before(match, DAY_SAID) else f"ngày {said}"


def _dashed_day(match: re.Match[str]) -> str:
    backward = int(match[2]) > int(match[3])
    return f"{match[1]} {match[2]}/{match[3]}" if backward else match[0]


def _between(match: re.Match[str]) -> str:
    """Two days with a dash are days, unless they may be shares of something."""
    last = ANY_DAY.match(match.string, match.end())
    shared = last and SHARED.match(match.string, last.end())
    plain = shared or match[1].count("/") > 1 or before(match, DAY_SAID)
    return f"{'' if plain else 'ngày '}{match[1]} đến "


def _first_day(match: re.Match[str]) -> str:
    if before(match, NAMING):  # "CB3 - 05/12" is a branch and its day
        return match[0]
    if before(match, MONTH_SAID) or _may_be_share(match):
        return hold(match[1]) + match[2]
    said = day_of_month(int(match[1]))
    return f"{said if before(match, DAY_SAID) else f'ngày {said}'} đến ngày "


def _may_be_share(match: re.Match[str]) -> bool:
    """ "có 2 - 5/12 hộ" may be two to five of twelve."""
    last = ANY_DAY.match(match.string, match.end())
    counted = last and SHARED.match(match.string, last.end())
    return counted is not None and not before(match, TIMELY)


def _full(match: re.Match[str]) -> str:
    day, month, year = match[1], match[3], match[4]
    return _date(match, day, month, year) if _exists(day, month, year) else match[0]


def _exists(day: str, month: str, year: str = LEAP_YEAR) -> bool:
    return int(day) <= monthrange(int(year), int(month))[1]


def _short(match: re.Match[str]) -> str:
    if may_be_part(match):
        return hold(match[0]) if before(match, TIMELY) else match[0]
    if SHARED.match(match.string, match.end()):
        return _shared(match)
    known = (
        is_known_day(match) or is_planned(match) or WEEKDAY_NEXT.match(match.string, match.end())
    )
    if not (known or before(match, TIMELY)) or not _exists(match[1], match[2]):
        return match[0]
    return _date(match, match[1], match[2])


def _shared(match: re.Match[str]) -> str:
    """ "trước 5/12 chi bộ nộp" is a day; "đến 5/12 chi bộ nộp" may be a share of the branches."""
    if before(match, SURELY) and _exists(match[1], match[2]):
        return _date(match, match[1], match[2])
    return hold(match[0]) if before(match, PERHAPS) else match[0]


def _month_of_year(match: re.Match[str]) -> str:
    said = f"{_month_name(match[1])} {_year(match[2])}"
    if before(match, MONTH_SAID):
        return said
    return f"tháng {said}" if before(match, MONTHLY) else match[0]


def _lone_month(match: re.Match[str]) -> str:
    """ "mỗi tháng 4 lần" is four times, not in April."""
    often = OFTEN.match(match.string, match.end())
    rounds = before(match, SO_MANY_MONTHS) and ROUNDS.match(match.string, match.end())
    amount = before(match, EVERY_MONTH) or often or rounds
    month = read_number(int(match[2])) if amount else _month_name(match[2])
    return f"{match[1]} {month}"


def _lone_day(match: re.Match[str]) -> str:
    of_a_month = IN_A_MONTH.match(match.string, match.end())
    counted = before(match, A_DAY) and not before(match, NAMED_NUMBER)
    if match[1].lower() == "ngày" and not of_a_month and counted:
        return match[0]
    day = int(match[2])
    said = day_of_month(day) if match[1].lower() == "ngày" else read_number(day)
    return f"{match[1]} {said}"
