"""House numbers ("hẻm 12/4"), and codes of a number and a letter ("mẫu 2A")."""

import re

from audio.numbers import read_written
from audio.spoken.letters import spell
from audio.spoken.patterns import START
from audio.spoken.traced import Traced

HOUSE = r"\d{1,4}[A-Z]?(?:/\d{1,4}[A-Z]?)+"
LANE = re.compile(
    rf"\b((?:hẻm|ngõ|ngách|kiệt|đường|số nhà|nhà số|nhà|địa chỉ:?)(?: số)?)\s+({HOUSE})(?![\w/])",
    re.IGNORECASE,
)
NUMBERED_STREET = re.compile(rf"\b(số)\s+({HOUSE})(?=,?\s+(?:đường|phố|[A-ZĐ]))", re.IGNORECASE)

# Streets are also named after days; after "đường" these are the day, not a house.
NAMED_AFTER_DAYS = re.compile(
    r"đường\s+0?(?:3/0?2|8/0?3|26/0?3|30/0?4|1/0?5|19/0?5|27/0?7|19/0?8|2/0?9|20/10|22/12)$",
    re.IGNORECASE,
)

# Beyond H a letter may be a unit or a Roman numeral (5V, 10M), so it is left to a person.
NUMBER_AND_LETTER = re.compile(
    rf"{START}(\d{{1,4}}(?=[A-H])|\d{{1,2}}(?=Đ))([A-HĐ])(\d{{0,2}})(?![\w/]|-\w)"
)
SMALL_LETTER = re.compile(
    r"\b((?:mẫu|biểu|phụ lục|số|khoản|điều|lớp|nhà)(?: số)?\s+\d{1,3})([a-e])(?![\w/]|-\w)",
    re.IGNORECASE,
)
LETTER_AND_NUMBER = re.compile(r"(?<![\w/-])([A-HĐ])(\d{1,3})(?![\w/]|-\w)")
# A vowel says its own name, and may as well be a word ("tổ y tế"); I, V and X may be Roman.
ONE_LETTER = re.compile(
    r"\b((?i:điểm|mục|ý|tiết|mẫu|biểu|nhóm|tổ|khối|lớp|khu|dãy|lô|hạng|loại|vitamin|phương án|"
    r"gan|cúm|máu|giải|đội|bảng|phần|cụm|ca|hàng|cửa|cổng|khán đài)\s+)"
    r"([B-DF-HJ-NP-TWZĐb-df-hj-np-twzđ])(?![\w/-]|\.\w)"
)
MORE_LETTERS = re.compile(r"(\b(?i:điểm|tiết|ý) (?:[a-eđ], ?)+)([b-eđ])(?![\w/-]|\.\w)")
SOMEBODY = re.compile(
    r"(\b(?:Văn|Thị|ông|bà|anh|chị|đồng chí)\s+)([A-HĐ])(?![\w/-]|\.\w)(?:\.(?=\s+[a-zđ]))?"
)


def speak_places(text: Traced) -> Traced:
    """Say house numbers with "trên" and number-letter codes by the names of their letters."""
    text = text.sub(LANE, _house).sub(NUMBERED_STREET, _house)
    text = text.sub(NUMBER_AND_LETTER, _code)
    text = text.sub(SMALL_LETTER, lambda code: f"{code[1]} {spell(code[2])}")
    text = text.sub(LETTER_AND_NUMBER, lambda code: f"{spell(code[1])} {read_written(code[2])}")
    text = text.sub(MORE_LETTERS, _letters)
    text = text.sub(ONE_LETTER, lambda code: code[1] + spell(code[2]))
    return text.sub(SOMEBODY, lambda code: code[1] + spell(code[2]))


def _house(match: re.Match[str]) -> str:
    if NAMED_AFTER_DAYS.match(match[0]):
        return match[0]
    return f"{match[1]} {' trên '.join(_house_part(part) for part in match[2].split('/'))}"


def _house_part(part: str) -> str:
    digits = part.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return f"{read_written(digits)} {spell(part[len(digits) :])}".strip()


def _letters(match: re.Match[str]) -> str:
    first = re.sub(r"[b-eđ](?=,)", lambda letter: spell(letter[0]), match[1])
    return first + spell(match[2])


def _code(match: re.Match[str]) -> str:
    ending = f" {read_written(match[3])}" if match[3] else ""
    return f"{read_written(match[1])} {spell(match[2])}{ending}"
