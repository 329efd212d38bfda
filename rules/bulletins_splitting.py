"""Directives: what a paper says, cut into items at its numbered headings.

The frame of a paper (letterhead, recipients, signature) is left out: nobody wants to hear it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

MARK = re.compile(r"(?:(?:Phần|Mục|Điều)\s+)?(\d{1,2}|[IVX]{1,5})\s*[.)/:]\s*(?=[^\W\d])")
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
FIGURES = tuple(str(number) for number in range(1, 51))
LETTERHEAD = re.compile(
    r"đảng cộng sản việt nam|cộng hòa xã hội chủ nghĩa|độc lập\W+tự do|"
    r"số:?\s*\d*\s*[-/]\s?[a-zđ].{0,20}$|"
    r"[^\W\d][^\d,]{1,40},\s*ngày[\s\d.…/-]+(?:tháng[\s\d.…]+năm[\s\d.…]+)?$",
    re.IGNORECASE,
)
ORGANISATION = re.compile(r"(?:ĐẢNG|CHI|BAN|ỦY BAN|UBND|HỘI|ĐOÀN|CÔNG ĐOÀN|PHƯỜNG|XÃ|TỈNH)\b")
ORNAMENT = re.compile(r"[\W_]+$|(?:trang\s*)?[-–]?\s*\d{1,3}\s*[-–]?$", re.IGNORECASE)
SUBJECT = re.compile(
    r"(?:chỉ thị|nghị quyết|thông báo|kế hoạch|hướng dẫn|kết luận|công văn|chương trình|"
    r"về việc|v/v|về)\b",
    re.IGNORECASE,
)
RECIPIENTS = re.compile(r"nơi nhận\s*(?::|$)", re.IGNORECASE)
RECIPIENT = re.compile(r"[-–+*•]|(?i:như trên|lưu\b)")
SIGNED = re.compile(r"(?:T/M|TM|K/T|KT|T/L|TL|TUQ)\.?\s+[A-ZĐÀ-Ỹ][^.]{1,60}$")
SIGNER = re.compile(r"\(?(?:đã ký|ký tên)|(?:phó )?(?:bí thư|chủ tịch|trưởng ban)\b", re.IGNORECASE)
GENERAL = "Nội dung chung"
SENTENCE = re.compile(r": |(?<![A-ZĐ])\. ")  # "TP. Huế" is no end of a sentence
LONGEST_TITLE = 120
TOP_LINES = 14


class Piece(NamedTuple):
    """One item as written: its title without the number, and its text, a paragraph a line."""

    title: str
    text: str


def split_items(text: str) -> list[Piece]:
    """Cut a directive into its items; without numbers it is one, under its subject line."""
    lines = list(_spoken(_lines(text)))
    subject, body = _subject(lines)
    marks = _counted(body, NUMERALS) or _counted(body, FIGURES)
    if not marks:
        return _single(subject, body)
    general = [Piece(GENERAL, "\n".join(body[: marks[0]]))] if marks[0] else []
    ends = [*marks[1:], len(body)]
    return general + [_item(body[start:end]) for start, end in zip(marks, ends, strict=True)]


def _lines(text: str) -> list[str]:
    text = unicodedata.normalize("NFC", text)
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]


def _spoken(lines: Sequence[str]) -> Iterator[str]:
    """The lines that are not the frame of the paper."""
    # A name in capitals is a letterhead only where a number, a date or the motto stands with it.
    at_top = any(LETTERHEAD.match(line) for line in lines[:TOP_LINES])
    foot = ""
    for line in lines:
        foot = _foot(line, foot)
        at_top = at_top and _is_letterhead(line)
        if not (foot or at_top or ORNAMENT.match(line)):
            yield line


def _is_letterhead(line: str) -> bool:
    named = line.isupper() and ORGANISATION.match(line)
    return bool(named or LETTERHEAD.match(line) or ORNAMENT.match(line))


def _foot(line: str, foot: str) -> str:
    """Which part of the foot this line belongs to: "recipients", "signature" or none."""
    if RECIPIENTS.match(line):
        return "recipients"
    if SIGNED.match(line) or (foot and SIGNER.match(line)):
        return "signature"
    if foot == "recipients":
        return foot if RECIPIENT.match(line) else ""
    return foot if foot and _is_name(line) else ""


def _is_name(line: str) -> bool:
    names = line.split()
    capitals = all(name[0].isupper() for name in names)
    return 2 <= len(names) <= 6 and line[-1] not in ".:;" and capitals


def _subject(lines: list[str]) -> tuple[str, list[str]]:
    """What the paper is about, from its lines of title, and the rest."""
    end = 0
    while end < len(lines) and _is_title(lines[end], first=not end):
        end += 1
    title = [line.capitalize() if line.isupper() else line for line in lines[:end]]
    return " ".join(title), lines[end:]


def _is_title(line: str, *, first: bool) -> bool:
    if len(line) > LONGEST_TITLE or line.endswith((".", ":", ";")) or MARK.match(line):
        return False
    return line.isupper() or SUBJECT.match(line) is not None or (not first and line[0].islower())


def _counted(body: Sequence[str], series: Sequence[str]) -> list[int]:
    """The lines numbered by `series` from its start; a list inside an item is not counted."""
    places: list[int] = []
    for place, line in enumerate(body):
        mark = MARK.match(line)
        if mark and len(places) < len(series) and mark[1] == series[len(places)]:
            places.append(place)
    return places if len(places) > 1 else []


def _item(lines: Sequence[str]) -> Piece:
    """A long numbered paragraph is title and text in one: its first clause is the title."""
    mark = MARK.match(lines[0])  # only in front: "ngày 12. Ai" later in the line is no number
    title, rest = _title_and_rest(lines[0][mark.end() :] if mark else lines[0])
    return Piece(title, "\n".join([*rest, *lines[1:]]))


def _title_and_rest(heading: str) -> tuple[str, list[str]]:
    clause = SENTENCE.split(heading, maxsplit=1)
    if len(clause) == 2 and len(clause[0]) <= LONGEST_TITLE:
        return clause[0], [clause[1]]
    if len(heading) <= LONGEST_TITLE:
        return heading.rstrip(":."), []
    return GENERAL, [heading]


def _single(subject: str, body: list[str]) -> list[Piece]:
    if subject:
        return [Piece(subject, "\n".join(body))]
    return [_item(body)] if body else []
