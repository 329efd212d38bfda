"""Roman numerals where the words call for one, and ordinals after "thứ"."""

import re

from audio.numbers import read_number
from audio.spoken.patterns import END, ROMAN
from audio.spoken.traced import Traced

VALUES = {"I": 1, "V": 5, "X": 10}
# Only capitals are numerals: "loại xi măng" is no eleventh kind of anything.
AFTER_WORDS = re.compile(
    r"\b((?i:khóa|quý|phần|chương|khu vực|giai đoạn|mục|hạng|cấp|loại|đợt|thế kỷ|vùng|học kỳ|"
    rf"quân khu|trung ương|ĐH|đại hội|đại hội đảng|phụ lục)\s+)({ROMAN}){END}"
)
PARAGRAPH = re.compile(rf"\b((?i:mục|phần|chương|điểm)\s+)({ROMAN})\.(\d{{1,2}})(?![\w/%]|[.,]\d)")
SEVERAL = re.compile(
    rf"((?i:quý|khóa|phần|hạng|loại|học kỳ|cấp|đợt|chương|mục|phụ lục|vùng|khu vực|giai đoạn)\s+)"
    rf"({ROMAN}(?:(?:, ?| và |-){ROMAN})+){END}"
)
ORDINAL = re.compile(rf"\b((?i:thứ))\s+({ROMAN}|\d{{1,3}}){END}")
WEEKDAYS = re.compile(r"\b(thứ\s+)([2-6])\s?[-–]\s?(?:thứ\s+)?([3-7])(?![\w/])", re.IGNORECASE)
# "thứ 2, 4, 6" are days of the week; the second and the third are called like the first.
DAYS_LISTED = re.compile(
    r"\b(thứ\s+)([2-7](?:(?:, | và )[2-7])+)(?![\w/]|[.,:]\d|-\w)", re.IGNORECASE
)
ORDINAL_NAMES = {1: "nhất", 4: "tư"}


def roman_value(numeral: str) -> int:
    """The value of a well-formed Roman numeral up to 39."""
    values = [VALUES[letter] for letter in numeral]
    signed = [
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    ]
    return sum(signed)


def speak_roman(text: Traced) -> Traced:
    """Say the Roman numerals of `text` that stand after a word which takes one."""
    text = text.sub(WEEKDAYS, r"\1\2 đến thứ \3")
    text = text.sub(DAYS_LISTED, _days)
    text = text.sub(ORDINAL, _ordinal)
    text = text.sub(PARAGRAPH, lambda p: f"{p[1]}{_name(p[2])} chấm {read_number(int(p[3]))}")
    text = text.sub(SEVERAL, _several)
    return text.sub(AFTER_WORDS, lambda match: match[1] + _name(match[2]))


def _several(match: re.Match[str]) -> str:
    listed = re.sub(r"[IVX]+", lambda numeral: _name(numeral[0]), match[2])
    return match[1] + listed.replace("-", " đến ")


def _days(match: re.Match[str]) -> str:
    said = (ORDINAL_NAMES.get(int(day)) or read_number(int(day)) for day in "234567")
    names = dict(zip("234567", said, strict=True))
    return match[1] + re.sub(r"\d", lambda day: names[day[0]], match[2])


def _name(numeral: str) -> str:
    return read_number(roman_value(numeral))


def _ordinal(match: re.Match[str]) -> str:
    value = int(match[2]) if match[2].isdecimal() else roman_value(match[2])
    return f"{match[1]} {ORDINAL_NAMES.get(value) or read_number(value)}"
