"""Tables as sentences: each row names its subject, then every column by its heading."""

import re
from collections.abc import Iterator

from audio.documents import Kind, Paragraph
from audio.framing import is_frame, page_lines

COUNTER = re.compile(r"(?:s?tt|số tt|số thứ tự|#)\.?$", re.IGNORECASE)
NOTHING = {"", "-", "–", "x"}


class Carried(str):
    """The text of a cell merged downwards, in each row below its first."""

    __slots__ = ()


def read_table(rows: list[list[str]]) -> Iterator[Paragraph]:
    """Say the rows of a table; a table that only arranges the page is read as plain lines."""
    rows = [row for row in rows if any(row)]
    if not rows:
        return
    lines = [
        line
        for row in rows
        for cell in row
        if not isinstance(cell, Carried)
        for line in page_lines(cell)
    ]
    if any(is_frame(line) for line in lines) or max(map(len, rows)) == 1:
        yield from (Paragraph(line) for line in lines)
        return
    headings, body = _headings(rows)
    for row in body:
        sentence = _sentence(headings, [" ".join(cell.split()) for cell in row])
        if sentence:
            yield Paragraph(sentence, Kind.ROW)


def _headings(rows: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    first = [" ".join(cell.split()) for cell in rows[0]]
    named = len(rows) > 1 and all(first) and not any(re.search(r"\d", cell) for cell in first)
    return (first, rows[1:]) if named else ([], rows)


def _sentence(headings: list[str], row: list[str]) -> str:
    if not headings or len(row) != len(headings):
        return _ended(", ".join(cell for cell in row if cell not in NOTHING))
    pairs = [pair for pair in zip(headings, row, strict=True) if not COUNTER.match(pair[0])]
    if not pairs:
        return ""
    (_, subject), *rest = pairs
    said = "; ".join(f"{_lowered(name)}: {cell}" for name, cell in rest if cell not in NOTHING)
    return _ended(f"{subject}: {said}" if subject and said else subject or said)


def _lowered(heading: str) -> str:
    if heading.isupper() and " " in heading:
        return heading.lower()
    return heading if heading[1:2].isupper() else heading[0].lower() + heading[1:]


def _ended(sentence: str) -> str:
    return sentence if not sentence or sentence[-1] in ".!?" else f"{sentence}."
