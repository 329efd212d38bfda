"""Shares that only look like days: "100% chi hội (9/9)", "8/12 (66,7%)", "tỷ lệ 7/9".

They are said before any day is looked for. A percentage beside them that is the same share proves
them; one that is another leaves the question to a person.
"""

import re

from audio.numbers import read_number, read_written
from audio.spoken.doubtful import hold
from audio.spoken.patterns import COUNTED, NUMBER, START, before
from audio.spoken.timely import TIMELY
from audio.spoken.traced import Traced

ONE = rf"({NUMBER})/({NUMBER})(?![\w/]|[.,]\d|-\w)"
PERCENT = rf"({NUMBER})\s?%"
WORDS = r"(?:\s[^\W\d_]+){0,6}"

BEHIND_PERCENT = re.compile(
    rf"{START}{PERCENT}({WORDS}(?:,|:| -| –)? ?\(?(?:[^\W\d_]+ ){{0,3}}){ONE}"
)
BEFORE_PERCENT = re.compile(
    rf"{START}{ONE}(?={WORDS},?\s\(?(?:(?:đạt|chiếm|bằng|tỷ lệ|tức)\s){{0,2}}{PERCENT})", re.I
)
RISING = re.compile(
    rf"\b(từ )({NUMBER})/({NUMBER})((?: [^\W\d_]+){{0,3}} (?:lên|xuống) ){ONE}", re.I
)
# Half a tablet, whatever time of the day stands before it.
DOSE = re.compile(
    rf"{START}([1-4])/([2-5])(?= (?:viên|gói|ống|thìa|muỗng|bình|lít|cốc|ly|chén|bát|quả|củ|liều|"
    r"lạng|chai|bao|sào)\b)"
)
# Nothing but a share is put so.
NAMED = re.compile(
    r"\b((?:tỷ lệ|tổng số|quân số|sĩ số|phiếu (?:thuận|tán thành|đồng ý|hợp lệ))"
    rf"(?: (?:đạt|là|được))?:? \(?){ONE}",
    re.IGNORECASE,
)
VOTED = re.compile(rf"\b((?:biểu quyết|tán thành|nhất trí):? \(?){ONE}", re.IGNORECASE)
# What a share may be reached by, a day may come by as well.
BY_THEN = re.compile(r"\b(?:ngày|trước|sau|từ|đến|tới|hết|vào|sáng|chiều|tối|hạn)[\s:(]*$", re.I)
OF_A_DAY = re.compile(r"\b(?:ngày|sáng|chiều|tối|lễ|hôm)\b", re.IGNORECASE)
COUNTED_NEXT = re.compile(rf"\s+{COUNTED}", re.IGNORECASE)
DAYS, MONTHS, FIRST_YEAR = 31, 12, 1900
QUARTERS = 4


def speak_shares(text: Traced) -> Traced:
    """Say the shares of `text` that nothing else can be; hold what may be one or a day."""
    text = text.sub(DOSE, _dose)
    text = text.sub(BEHIND_PERCENT, _behind)
    text = text.sub(BEFORE_PERCENT, _before)
    text = text.sub(RISING, lambda m: f"{m[1]}{_said(m[2], m[3])}{m[4]}{_said(m[5], m[6])}")
    text = text.sub(NAMED, lambda m: m[0] if _is_month(m[2], m[3]) else m[1] + _said(m[2], m[3]))
    return text.sub(VOTED, lambda m: m[1] + _said(m[2], m[3]) if m[2] == m[3] else m[0])


def _dose(match: re.Match[str]) -> str:
    part, whole = int(match[1]), int(match[2])
    of = "tư" if whole == QUARTERS else read_number(whole)
    return f"{read_number(part)} phần {of}" if part < whole else match[0]


def _behind(match: re.Match[str]) -> str:
    percent, between, part, whole = match.groups()
    ahead = match[0][: match.start(3) - match.start()]
    if OF_A_DAY.search(between) or BY_THEN.search(between):
        return match[0]
    bracketed = "(" in between
    sure = not _may_be_day(part, whole) or COUNTED_NEXT.match(match.string, match.end())
    if _is_share(part, whole, percent) and (bracketed or sure):
        return ahead + _said(part, whole)
    return match[0] if sure else ahead + hold(f"{part}/{whole}")


def _before(match: re.Match[str]) -> str:
    part, whole, percent = match.groups()
    if not _is_share(part, whole, percent):
        return match[0]
    bracketed = match.string.startswith((" (", "("), match.end())
    if _may_be_day(part, whole) and before(match, TIMELY):
        return hold(match[0]) if bracketed else match[0]
    apart = bracketed or match.string.startswith(",", match.end())
    return _said(part, whole) if apart or not _may_be_day(part, whole) else match[0]


def _is_share(part: str, whole: str, percent: str) -> bool:
    """The percentage is the share, rounded as it is written."""
    of = _value(whole)
    places = len(percent.partition(",")[2])
    return of > 0 and abs(100 * _value(part) / of - _value(percent)) < 10**-places


def _may_be_day(part: str, whole: str) -> bool:
    return _value(part) <= DAYS and _value(whole) <= MONTHS


def _is_month(part: str, whole: str) -> bool:
    return _value(part) <= MONTHS and _value(whole) > FIRST_YEAR


def _value(written: str) -> float:
    return float(written.replace(".", "").replace(",", "."))


def _said(part: str, whole: str) -> str:
    return f"{read_written(part)} trên {read_written(whole)}"
