"""A document cut into the items of a bulletin, by its numbers and headings."""

import re
from dataclasses import dataclass

from audio.documents import Document, Kind, LeftOut, Paragraph
from audio.framing import page_lines, set_frame_apart

MARK = re.compile(
    r"(?:(?:Phần|Mục|Điều)\s+)?(\d{1,2}|[IVX]{1,5})\s*([.)/:]|-(?=\s+[^\W\d]))"
    r"(?:\s+(?=\S)|(?=[^\W\d]))"
)
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
FIGURES = tuple(str(number) for number in range(1, 51))
NUMBER = re.compile(r"\bsố:?\s*(\d[^\s,;]*(?:\s?[-/]\s?[^\s,;]+)*)", re.IGNORECASE)
DAY = re.compile(r"ngày\s*\d.*$", re.IGNORECASE | re.MULTILINE)
APPENDIX = re.compile(r"(?:phụ lục|biểu mẫu)\b", re.IGNORECASE)

ATTACHED = "Phần kèm theo"
GENERAL = "Nội dung chung"
LONGEST_TITLE = 120
CLAUSE = re.compile(r": |(?<![A-ZĐ])\. ")  # "TP. Huế" is no end of a sentence


@dataclass(frozen=True, slots=True)
class Item:
    """One item as written: its title without the number, and its text, a paragraph a line."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Directive:
    """A document ready for a bulletin; a paper without number or date leaves them empty."""

    title: str
    number: str
    issued_on: str
    items: tuple[Item, ...]


def split_text(text: str) -> Directive:
    """Cut a typed directive into its items."""
    return split_items(_typed(text))


def frame_of(text: str) -> tuple[LeftOut, ...]:
    """What of a typed directive is its frame, and is not spoken."""
    return _typed(text).left_out


def _typed(text: str) -> Document:
    return set_frame_apart("", (Paragraph(line) for line in page_lines(text)))


def split_items(document: Document) -> Directive:
    """Cut `document` at its numbered headings; without any it is one item under its subject, or no
    item when nothing but a frame is left of it."""
    body = [p for p in document.paragraphs if p.kind is not Kind.TITLE]
    title = _title(document)
    marks = _marks(body)
    cut = _cut(body, marks) if marks else _single(title, body)
    items = [item for item in cut if item.title or item.text]
    frame = "\n".join(left.text for left in document.left_out)
    number = NUMBER.search(frame)
    issued = DAY.search(frame)
    return Directive(title, number[1] if number else "", issued[0] if issued else "", tuple(items))


def _title(document: Document) -> str:
    titles = [p.text for p in document.paragraphs if p.kind is Kind.TITLE]
    if not titles:
        return ""
    first = titles[0]
    return " ".join([first.capitalize() if first.isupper() else first, *titles[1:]])


def _marks(body: list[Paragraph]) -> list[int]:
    """Where items begin: at headings of the first level with several, else at counted numbers."""
    headings = [(place, p.level) for place, p in enumerate(body) if p.kind is Kind.HEADING]
    for level in sorted({level for _, level in headings}):
        places = [place for place, own in headings if own == level]
        if len(places) > 1:
            return places
    return _counted(body, NUMERALS) or _counted(body, FIGURES) or [place for place, _ in headings]


def _counted(body: list[Paragraph], series: tuple[str, ...]) -> list[int]:
    """The paragraphs numbered by `series` from its start; a list inside an item is not counted."""
    places: list[int] = []
    style = ""
    for place, paragraph in enumerate(body):
        mark = MARK.match(paragraph.text)
        if mark is None or len(places) == len(series) or mark[1] != series[len(places)]:
            continue
        style = style or mark[2]
        if mark[2] == style:
            places.append(place)
    return places if len(places) > 1 else []


def _cut(body: list[Paragraph], marks: list[int]) -> list[Item]:
    body, attached = _split_attached(body, marks[-1])
    ends = [*marks[1:], len(body)]
    items = [_item(body[start:end]) for start, end in zip(marks, ends, strict=True)]
    if marks[0]:
        items.insert(0, Item(GENERAL, _join(body[: marks[0]])))
    return [*items, *attached]


def _split_attached(body: list[Paragraph], last: int) -> tuple[list[Paragraph], list[Item]]:
    """What follows the signature belongs to the whole paper, not to its last item."""
    for place in range(last + 1, len(body)):
        if body[place].attached:
            first, rest = body[place], body[place + 1 :]
            if APPENDIX.match(first.text):
                return body[:place], [Item(_short(first.text), _join(rest))]
            return body[:place], [Item(ATTACHED, _join([first, *rest]))]
    return body, []


def _item(paragraphs: list[Paragraph]) -> Item:
    first = paragraphs[0].text
    mark = MARK.match(first)
    heading = (first[mark.end() :] if mark else first).strip()
    title, rest = _split_heading(heading)
    return Item(title, "\n".join(part for part in (rest, _join(paragraphs[1:])) if part))


def _split_heading(heading: str) -> tuple[str, str]:
    """A long paragraph is title and text in one: its first clause is the title."""
    clause = CLAUSE.split(heading, maxsplit=1)
    if len(clause) == 2 and len(clause[0]) <= LONGEST_TITLE:
        return clause[0], clause[1]
    if len(heading) <= LONGEST_TITLE:
        return heading.rstrip(":."), ""
    return _short(heading), heading


def _single(title: str, body: list[Paragraph]) -> list[Item]:
    if title:
        return [Item(title, _join(body))]
    return [_item(body)] if body else []


def _short(text: str) -> str:
    """The first clause of `text`, at most as long as a title may be."""
    clause = re.split(r"[.;:,] ", text, maxsplit=1)[0].rstrip(".:;,")
    if len(clause) <= LONGEST_TITLE:
        return clause
    return clause[:LONGEST_TITLE].rsplit(" ", 1)[0]


def _join(paragraphs: list[Paragraph]) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs)
