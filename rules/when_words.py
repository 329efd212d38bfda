"""The words for days and hours, in bare letters, as regular expressions with their meaning."""

import re
from collections.abc import Iterable

_WEEKDAY_WORDS = (
    ("thu hai", "thu 2", "t2", "monday", "mon"),
    ("thu ba", "thu 3", "t3", "tuesday", "tue"),
    ("thu tu", "thu 4", "t4", "wednesday", "wed"),
    ("thu nam", "thu 5", "t5", "thursday", "thurs"),
    ("thu sau", "thu 6", "t6", "friday", "fri"),
    ("thu bay", "thu 7", "t7", "saturday", "sat"),
    ("chu nhat", "chua nhat", "cn", "sunday", "sun"),
)
# "thu 7" is Saturday, but not at the head of "7:30" or "7/12".
WEEKDAYS = {
    rf"(?:{'|'.join(words)})(?![:/]|\d)": number for number, words in enumerate(_WEEKDAY_WORDS)
}
WEEKS = {"tuan nay|this week": 0, "tuan sau|tuan toi|next week": 1}
RELATIVE_DAYS = {
    "hom nay|bua nay|today": 0,
    "ngay mai|hom mai|mai|tomorrow": 1,
    "ngay mot|hom mot|ngay kia": 2,
    "hom qua|bua qua|yesterday": -1,
    "hom kia|bua kia": -2,
}
# The hours each part of the day covers, on the clock of twenty-four.
PARTS = {
    "sang|morning": (0, 11),
    "trua": (10, 14),
    "chieu|afternoon": (12, 19),
    "toi|evening": (17, 23),
    "dem|night": (18, 23),
    "am": (0, 11),
    "pm": (12, 23),
}
# Words that look back without naming a day.
PAST = (
    r"\b(?:(?:tuan|thang|hom|bua) (?:truoc|roi)|ngay truoc|nam (?:roi|ngoai)"
    r"|(?:thu (?:hai|ba|tu|sau|bay|\d)|chu nhat|cn) roi|vua (?:roi|qua)|hoi nay|ago"
    r"|last (?:week|month|year|night|time|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b"
)
NOON = r"\b(?:12 ?)?(?<!after )(?:giua trua|noon|midday)\b"
UNSURE = r"\b(?:hoac|hay|or|am lich|thang gieng|thang chap|next)\b"

MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_MONTH = (
    r"\b(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?<![\d:/.h-])(?P<day>\d{1,2})"
_NOT_A_CLOCK = r"(?![\d:])(?!\s*(?:gio|h|g)\b)"
_ENGLISH_YEAR = r"(?:,?\s+(?P<year>\d{4}))?(?![\d:])"
DATES = (
    r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:t|\b)",
    rf"{_DAY}\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}})\b",
    rf"(?:\b(?:ngay|mung|mong)\s+)?{_DAY}(?:\s*/\s*|-|\s*\bthang\b\s*)(?P<month>\d{{1,2}})"
    rf"(?:(?:\s*/\s*|-|\s*,?\s*\bnam\b\s*)(?P<year>\d{{4}}|\d{{2}}))?{_NOT_A_CLOCK}",
    rf"{_DAY}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}{_ENGLISH_YEAR}",
    rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{_ENGLISH_YEAR}",
)
DAY_OF_MONTH = rf"\b(?:ngay|mung|mong)\s+(?P<day>\d{{1,2}}){_NOT_A_CLOCK}"

_HOUR = r"(?<![\d:/.-])(?P<hour>\d{1,2})\s*"
_MINUTES = r"(?:\s*(?:phut|p)\b)?"
CLOCKS = (
    rf"{_HOUR}(?:gio|h|g)?\s*kem\s*(?P<to>\d{{1,2}}){_MINUTES}",
    rf"{_HOUR}(?:gio|h|g)?\s*(?P<half>ruoi)\b",
    rf"{_HOUR}(?:(?:gio|h|g)\s*|:)(?P<minute>\d{{1,2}})(?::00)?(?!\d){_MINUTES}",
    rf"{_HOUR}\.(?P<minute>\d{{2}})\b",
    rf"{_HOUR}(?:gio|h|g|o'clock)\b",
    r"\b(?:luc|at)\s+(?P<hour>\d{1,2})\b",
)
BARE_HOUR = r"\b(?P<hour>\d{1,2})\b"  # "7 tối": only where a part of the day stands beside it

# "2 giờ nữa", "in 3 days". In bare letters "nữa", from now, is also "nửa", half: not of a night.
_UNITS = {"phut": 1, "minute": 1, "gio": 60, "tieng": 60, "hour": 60}
_DAY_UNITS = {"ngay": 1, "day": 1, "tuan": 7, "week": 7}


def _ahead(units: Iterable[str]) -> tuple[str, ...]:
    said = rf"(?P<count>\d{{1,3}}) ?(?P<unit>{'|'.join(units)})s?"
    return rf"\b{said}(?: dong ho)? (?:nua(?! dem)|from now)\b", rf"\bin {said}\b"


SOON, IN_DAYS = _ahead(_UNITS), _ahead(_DAY_UNITS)


def minutes_ahead(found: re.Match[str]) -> int:
    """How many minutes of `SOON` were said."""
    return int(found["count"]) * _UNITS[found["unit"]]


def days_ahead(found: re.Match[str]) -> int:
    """How many days of `IN_DAYS` were said."""
    return int(found["count"]) * _DAY_UNITS[found["unit"]]


_ONES = ("", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin")
_TENS = ("", "muoi", "hai muoi", "ba muoi", "bon muoi", "nam muoi")


def _numbers() -> dict[str, int]:
    """The numbers to 59 as they are said: mười lăm, hai mươi tư, ba mươi."""
    said = {"tu": 4}
    for ten, tens in enumerate(_TENS):
        for one, ones in enumerate(_ONES):
            said[f"{tens} {ones}".strip()] = 10 * ten + one
        said |= {f"{tens} lam": 10 * ten + 5, f"{tens} tu": 10 * ten + 4} if tens else {}
    return {words: number for words, number in said.items() if words}


NUMBERS = _numbers()
_NUMBER = "|".join(sorted(NUMBERS, key=len, reverse=True))
# Number words are everyday words too (sau, nam, ba): they count only beside a word of time.
_SAID_NUMBER = re.compile(
    rf"\b(?!ngay mot\b)(?P<before>gio|kem|ngay|mung|mong|thang) (?P<after>{_NUMBER})\b(?! \d{{4}})"
    rf"|(?<!thu )\b(?P<ahead>{_NUMBER})(?= ?(?:gio|ruoi|thang|kem|phut|tieng|(?:ngay|tuan) nua)\b)"
)
_PART_OF_A_DAY_NAMED = re.compile(r"\b(sang|trua|chieu|toi|dem) (nay|mai|mot|qua)\b")


def spell_out(bare: str) -> str:
    """`bare` text in the forms the tables know: digits for numbers, `toi hom nay` for tonight."""
    named = _PART_OF_A_DAY_NAMED.sub(r"\1 hom \2", bare)
    named = re.sub(r"\btonight\b", "today evening", named)
    named = re.sub(r"(\d) ?([ap])\.?m\b\.?", r"\1 \2m ", named)
    return _SAID_NUMBER.sub(_in_digits, named)


def _in_digits(found: re.Match[str]) -> str:
    if found["ahead"]:
        return str(NUMBERS[found["ahead"]])
    return f"{found['before']} {NUMBERS[found['after']]}"
