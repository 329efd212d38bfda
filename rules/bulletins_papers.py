"""The paper an item came in: what of it is not spoken, and whether its words leave the house."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

Frame = Sequence[Sequence[str]]  # lines that are not spoken: each a part and its words

# In the order of a paper; other words for a part are not known to any text.
PARTS = ("letterhead", "recipients", "signature", "page_number")
STAMP = re.compile(
    r"\W*(?:(?:độ|mức độ) mật\W+)?(?:(?:tuyệt|tối) )?mật\W*$"
    r"|\W*(?:tài liệu )?(?:lưu hành )?nội bộ\W*$|.*\blưu hành nội bộ\b",
    re.IGNORECASE,
)
# A place with a committee of its own, as a letterhead writes it; "HỢP TÁC XÃ", "XÃ HỘI" are none.
PLACE = re.compile(
    r"(?<!TÁC )\b(PHƯỜNG|XÃ|THỊ TRẤN|ĐẶC KHU) (?!HỘI\b|VIÊN\b)(\w+(?: \w+)*?)"
    r"(?= {2}| (?:ĐẢNG|CỘNG|CHI|BAN|KHÓA|KHOÁ)\b|[^\w ]|\s*$)"
)
NUMBER = re.compile(r"\bsố\b.*(?:[-/ (]nb\b|\bM?nb\))", re.IGNORECASE)


def stays_inside(frame: Frame, texts: Iterable[str]) -> bool:
    """Whether a paper says of itself that it is not for everybody: a stamp ("MẬT", "Lưu hành nội
    bộ") on a line of its own, or "nb" in its number."""
    around = [text for _, text in frame]
    lines = [*around, *(line for text in texts for line in text.splitlines())]
    return any(STAMP.match(line) for line in lines) or any(map(NUMBER.search, around))


def parts_of(frame: Frame) -> tuple[tuple[str, str], ...]:
    """The parts that were left out, in the order of a paper: each with all its lines."""
    found = ((part, [text for one, text in frame if one == part]) for part in PARTS)
    return tuple((part, "\n".join(lines)) for part, lines in found if lines)


def letterhead_of(frame: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The lines that say who issued a paper."""
    return tuple(text for part, text in frame if part == PARTS[0])


def other_place(letterhead: Iterable[str], units: Iterable[str]) -> str:
    """The ward or commune a letterhead names when it is none of these units; "" when it names none,
    or when the units are no such places. Only lines in capitals say who issued a paper."""
    own = {_place(name.upper()) for name in units} - {""}
    lines = [line for line in letterhead if line.isupper()]
    found = [place for place in map(_place, lines) if place]
    if not own or not found or own.intersection(found):
        return ""
    return " ".join(word.capitalize() for word in found[-1].split())


def _place(line: str) -> str:
    found = PLACE.search(unicodedata.normalize("NFC", line))
    return f"{found[1]} {found[2]}" if found else ""
