"""Reads the organisation's member list: who is on it, who could not be taken and why."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rules.refusal import Refusal
from rules.roster_columns import Row, Table, find_table
from rules.roster_doubles import Double, Earlier, find_doubles
from rules.roster_lines import RosterLine, is_unit, read_line, unit_name, without_numbering
from rules.spelling import tidy
from rules.words import Words, words

SkippedAs = Literal["title", "header", "blank", "unit", "total", "remark"]

# Accents are kept: folded, the family name Tống would begin a total.
_TOTAL = re.compile(r"(tổng cộng|tổng số|tong cong|tong so|total)\b|cộng\W*\d*$", re.IGNORECASE)
_TOP_UNIT = re.compile(
    r"\b((?:phường|xã|thị trấn|đặc khu|công đoàn|hợp tác xã|hội|giáo xứ) .+?)"
    r"(?= năm | tháng | quý | tính | đến |[(,;:–]| - |$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Rejected:
    """A row that is nobody yet, and why; `name` is what its name cell shows, or empty."""

    row: int
    reason: Words
    name: str


@dataclass(frozen=True)
class Note:
    """Something to look at in a row that was taken, or in the header (`name` empty)."""

    row: int
    note: Words
    name: str


@dataclass(frozen=True)
class Skipped:
    """A row that is not about a person: a title, a heading, a total, a signature."""

    row: int
    kind: SkippedAs
    text: str


@dataclass(frozen=True)
class Roster:
    """The whole list: every row is in exactly one of `lines`, `rejected` and `skipped`.

    `top_unit` is the ward or society the title names; `unread_columns` are headings whose
    meaning is not known and whose cells were left aside.
    """

    top_unit: str | None
    lines: tuple[RosterLine, ...]
    rejected: tuple[Rejected, ...]
    notes: tuple[Note, ...]
    doubles: tuple[Double, ...]
    skipped: tuple[Skipped, ...]
    unread_columns: tuple[str, ...]


def read_roster(rows: Iterable[Row], today: date) -> Roster:
    """The roster in a spreadsheet's rows; dates after `today` are kept as text and noted.

    Refusal `members.roster_no_header` if no row names its columns.
    """
    rows = list(rows)
    table = find_table(rows)
    titles = rows[: table.header]
    reading = _Reading(table, titles, today)
    for row in rows[table.header :]:
        reading.take(row)
    return Roster(
        top_unit=_top_unit(titles),
        lines=tuple(reading.lines),
        rejected=tuple(reading.rejected),
        notes=tuple(reading.notes),
        doubles=tuple(find_doubles(reading.lines)),
        skipped=tuple(_skipped(row, "title") for row in titles) + tuple(reading.skipped),
        unread_columns=table.unread,
    )


class _Reading:
    """The list so far: rows are taken one after another, each in the light of those before."""

    def __init__(self, table: Table, titles: Sequence[Row], today: date) -> None:
        self.table = table
        self.today = today
        self.unit_above = _unit_of_titles(titles)
        self.earlier = Earlier()
        self.lines: list[RosterLine] = []
        self.rejected: list[Rejected] = []
        self.notes: list[Note] = []
        self.skipped: list[Skipped] = []

    def take(self, row: Row) -> None:
        """Puts the row where it belongs."""
        kind = _not_a_person(row, self.table)
        if kind is None:
            self._take_person(row)
            return
        self.skipped.append(_skipped(row, kind))
        if kind == "unit":
            self.unit_above = unit_name(without_numbering(row.texts()[-1]))
        elif kind == "header" and not self.lines and "status" not in self.table.columns:
            self.notes.append(Note(row.number, words("members.roster_no_status_column"), ""))

    def _take_person(self, row: Row) -> None:
        try:
            line, notes = read_line(row, self.table, self.unit_above, self.today)
            self.earlier.refuse_repeated(line)
        except Refusal as refusal:
            reason = Words(refusal.key, refusal.values)
            self.rejected.append(Rejected(row.number, reason, self._shown_name(row)))
            return
        notes += self.earlier.notes_beside(line)
        self.notes += [Note(line.row, note, line.name) for note in notes]
        self.earlier.add(line)
        self.lines.append(line)

    def _shown_name(self, row: Row) -> str:
        return tidy(str(self.table.cell(row, "name") or ""))[:100]


def _not_a_person(row: Row, table: Table) -> SkippedAs | None:
    """Why the row is not about anybody, or None if it is."""
    number = table.cell(row, "number")
    texts = row.texts()
    said = texts[1:] if number and texts else texts
    if not said:
        return "blank"
    if table.is_header(row) or _is_numbering(texts):
        return "header"
    if len(said) == 1 and is_unit(said[0]):
        return "unit"
    known = any(table.cell(row, one) for one in ("born", "card", "phone", "unit"))
    if not known and any(_TOTAL.match(text) for text in said):
        return "total"
    if not table.cell(row, "name") and (len(said) == 1 or not known):
        return "remark"
    return None


def _is_numbering(texts: Sequence[str]) -> bool:
    """The row of column numbers, (1) (2) (3), that official forms put under the header."""
    return len(texts) > 2 and all(
        re.fullmatch(rf"\(?{count}\)?", text) for count, text in enumerate(texts, start=1)
    )


def _skipped(row: Row, kind: SkippedAs) -> Skipped:
    return Skipped(row.number, kind, " ".join(row.texts()))


def _unit_of_titles(titles: Sequence[Row]) -> str | None:
    """The branch a title names (`DANH SÁCH ĐẢNG VIÊN CHI BỘ 3`): whose list it then is."""
    for text in reversed([text for row in titles for text in row.texts()]):
        found = re.search(r"\b(?:chi bộ|chi hội|phân hội)\s+[^(,;]+", text, re.IGNORECASE)
        if found:
            return unit_name(found[0])
    return None


def _top_unit(titles: Sequence[Row]) -> str | None:
    for text in (text for row in titles for text in row.texts()):
        found = _TOP_UNIT.search(text)
        if found:
            return unit_name(found[1])
    return None
