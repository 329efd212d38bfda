"""Days, months and years, and the ranges between them."""

import re
from calendar import monthrange

from audio.numbers import read_number
from audio.spoken.doubtful import hold
from audio.spoken.patterns import (
    COUNTED,
    DASH,
    END,
    MONEY,
    SHORT_UNITS,
    START,
    UNIT_WORDS,
    around,
    before,
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
ANY_DAY = re.compile(rf"{DAY}/{MONTH}(?:/{YEAR})?")
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

# A term, not something done in time ("đúng hạn 9/12" may be a share).
TERM = r"(?<!đúng )(?<!quá )(?<!trước )(?<!trễ )(?<!chậm )(?<!sớm )(?:thời hạn|hạn cuối|hạn)"
# A bare 5/12 is a day only after words that speak of time; otherwise it may be a share or a house.
TIMELY = re.compile(
    r"(?:\b(?:ngày|mùng|mồng|(?<!năm )(?<!kỳ )(?<!lần )trước|(?<!năm )sau|từ|"
    r"(?:(?<!lên )(?<!tăng )(?<!đạt )(?<!có )(?<!chiếm )(?:đến|tới))|vào|"
    r"(?<!chiếu )(?<!thắp )(?<!ánh )sáng|trưa|chiều|tối|đêm|hôm|(?<!đến )nay|mai|hôm qua|hết|"
    r"(?<!dự )(?<!đã )(?<!đủ )(?<!xong )họp(?![:(]| [:(])|lễ|dịp|"
    rf"khai mạc|bế mạc|bán kết|chung kết|{TERM}(?: nộp| đăng ký| báo cáo| [^\W\d]+:)?|chót|"
    r"chậm nhất|muộn nhất|"
    r"mừng|niệm|nhật|tết|đường|(?<!dân )(?<!khu )phố|lúc|ngày [^\W\d]+:|"
    r"(?<!xếp )(?<!đứng )(?<!hạng )thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]))"
    r"|\d{1,2}[hg](?:\d\d)?['’]?|\d giờ|phút)[\s,(:]*"
    r"(?:\d{1,2}/\d{1,2}(?:/\d{4})?(?:,| và| hoặc)\s)*$",
    re.IGNORECASE,
)
# Before a counted noun only these leave no doubt that a day is meant.
SURELY = re.compile(
    r"\b(?:ngày|trước|sáng|trưa|chiều|tối|đêm|hôm|dịp|lễ|chót|chậm nhất|muộn nhất)\s*$",
    re.IGNORECASE,
)
WEEKDAY_NEXT = re.compile(
    r"(?:/\d{4})?,? ?[(–-]? ?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\b", re.IGNORECASE
)
# Days everybody knows, behind the word that calls them days.
KNOWN_DAYS = """
    6/1 9/1 3/2 27/2 3/3 8/3 10/3 22/3 24/3 26/3 7/4 22/4 30/4 1/5 7/5 15/5 19/5 1/6 5/6 14/6 21/6
    26/6 28/6 11/7 27/7 28/7 10/8 19/8 2/9 5/9 1/10 2/10 4/10 10/10 13/10 14/10 17/10 20/10
    7/11 9/11 18/11 20/11 25/11 1/12 22/12
"""
KNOWN_DAY = re.compile(
    r"\b(?:(?:ngày|lễ|tết|quốc khánh|quốc tế|kỷ niệm|truyền thống|giỗ tổ|cách mạng tháng tám)\b"
    r"(?:[^,.;:\d]|, (?=chống))*|"
    r"(?:quà|hoa|mít tinh|họp mặt|gặp mặt|tọa đàm|nghỉ|văn nghệ|khai giảng)"
    r"(?: (?:mừng|nhân|dịp))* \(?)$",
    re.IGNORECASE,
)
# When the party gives its badges.
BADGE_DAY = re.compile(r"\bđợt \(?$", re.IGNORECASE)
BADGES = re.compile(r"\b(?:huy hiệu|HH|thẻ|tuổi đảng|kết nạp)\b", re.IGNORECASE)
PARTS = re.compile(r"\s(?:buổi|tiết|tháng|suất|phần|giải|lần|ngày)\b", re.IGNORECASE)
# A plan of days says "thôn Đông (5/12)", where nothing is measured.
TIMETABLE = re.compile(r"\b(?:(?<!du )lịch(?! sử)|thời gian)\b", re.IGNORECASE)
MEASURING = re.compile(r"%|\b(?:đạt|tỷ lệ|hoàn thành|đúng|đủ|xong|đã)\b", re.IGNORECASE)
BRACKETED = re.compile(r"[(]$")
COUNTED_AHEAD = re.compile(rf"\b{COUNTED}\s*[(]$", re.IGNORECASE)
PERHAPS = re.compile(r"\b(?:từ|đến|tới|sau|vào|hết|hạn|họp)\s*$", re.IGNORECASE)
MONTHLY = re.compile(r"(?:\b(?:trước|sau|từ|đến|tới|hết|vào|cuối|đầu|giữa|trong)|[(])\s*$", re.I)
SHARED = re.compile(rf"\s+(?:tổng|số|diện tích|dân số|{COUNTED})", re.IGNORECASE)


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
    said = day_of_month(int(match[1]))
    return f"{said if before(match, DAY_SAID) else f'ngày {said}'} đến ngày "


def _full(match: re.Match[str]) -> str:
    day, month, year = match[1], match[3], match[4]
    return _date(match, day, month, year) if _exists(day, month, year) else match[0]


def _exists(day: str, month: str, year: str = LEAP_YEAR) -> bool:
    return int(day) <= monthrange(int(year), int(month))[1]


def _short(match: re.Match[str]) -> str:
    if SHARED.match(match.string, match.end()):
        return _shared(match)
    known = _known(match) or _planned(match) or WEEKDAY_NEXT.match(match.string, match.end())
    if not (known or before(match, TIMELY)) or not _exists(match[1], match[2]):
        return match[0]
    return _date(match, match[1], match[2])


def _known(match: re.Match[str]) -> bool:
    day = f"{int(match[1])}/{int(match[2])}"
    if day not in KNOWN_DAYS.split() or PARTS.match(match.string, match.end()):
        return False
    return before(match, KNOWN_DAY) or (before(match, BADGE_DAY) and around(match, BADGES))


def _planned(match: re.Match[str]) -> bool:
    return (
        before(match, BRACKETED)
        and not before(match, COUNTED_AHEAD)
        and match.string.startswith(")", match.end())
        and around(match, TIMETABLE)
        and not around(match, MEASURING)
    )


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
