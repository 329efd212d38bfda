"""The paper an item came in: what of it is not spoken, and whether its words leave the house."""

import re
from collections.abc import Iterable, Sequence

Frame = Sequence[Sequence[str]]  # lines that are not spoken: each a part and its words

# In the order of a paper; other words for a part are not known to any text.
PARTS = ("letterhead", "recipients", "signature", "page_number")
STAMP = re.compile(
    r"\W*(?:(?:độ|mức độ) mật\W+)?(?:(?:tuyệt|tối) )?mật\W*$"
    r"|\W*(?:tài liệu )?(?:lưu hành )?nội bộ\W*$|.*\blưu hành nội bộ\b",
    re.IGNORECASE,
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
