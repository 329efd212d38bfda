"""Reads the organisation's member list: who is on it, who could not be taken and why."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Literal

from rules.refusal import Refusal
from rules.roster_columns import Row, Table, table_in
from rules.roster_doubles import Double, Earlier, find_doubles
from rules.roster_lines import At, RosterLine, at, read_line
from rules.roster_units import (
    branch_of_title,
    is_branch,
    is_unit,
    top_of_title,
    unit_name,
    unit_of_tab,
    without_numbering,
)
from rules.spelling import tidy
from rules.words import Words, words

SkippedAs = Literal["sheet", "title", "header", "blank", "unit", "total", "remark"]

# Accents are kept: folded, the family name Tống would begin a total.
_TOTAL = re.compile(r"(tổng cộng|tổng số|tong cong|tong so|total)\b|cộng\W*\d*$", re.IGNORECASE)


@dataclass(frozen=True)
class Rejected:
    """A row that is nobody yet, and why; `name` is what its name cell shows, or empty."""

    row: At
    reason: Words
    name: str


@dataclass(frozen=True)
class Note:
    """Something to look at in a row that was taken, or in the header (`name` empty)."""

    row: At
    note: Words
    name: str


@dataclass(frozen=True)
class Skipped:
    """A row that is not about a person: a title, a heading, a total, a signature."""

    row: At
    kind: SkippedAs
    text: str


@dataclass(frozen=True)
class Roster:
    """The whole list: every row is in exactly one of `lines`, `rejected` and `skipped`.

    `top_unit` is the ward or society the title names, `branch` the only unit the list is about;
    `sheets` were read, `unread_sheets` name no columns; `unread_columns` are headings whose
    meaning is not known and whose cells were left aside.
    """

    top_unit: str | None
    branch: str | None
    lines: tuple[RosterLine, ...]
    rejected: tuple[Rejected, ...]
    notes: tuple[Note, ...]
    doubles: tuple[Double, ...]
    skipped: tuple[Skipped, ...]
    unread_columns: tuple[str | Words, ...]
    sheets: tuple[str, ...]
    unread_sheets: tuple[str, ...]


def read_roster(rows: Iterable[Row], today: date, unit: str = "") -> Roster:
    """The roster in a spreadsheet's rows; dates after `today` are kept as text and noted.

    `unit` is whose list it is, for one that does not say. Every sheet that names its columns is
    read. Refusal `members.roster_no_header` if none does.
    """
    reading = _Reading(today, unit_name(unit))
    sheets = {name: list(group) for name, group in groupby(rows, key=lambda row: row.sheet)}
    tables = {name: table for name, group in sheets.items() if (table := table_in(group))}
    if not tables:
        raise Refusal("members.roster_no_header")
    for name, group in sheets.items():
        reading.named = name if len(sheets) > 1 else ""
        if name in tables:
            reading.read(group, tables[name])
        else:
            reading.skip(group, "sheet")
    return Roster(
        top_unit=reading.top_unit,
        branch=reading.branch,
        lines=tuple(reading.lines),
        rejected=tuple(reading.rejected),
        notes=tuple(reading.notes),
        doubles=tuple(find_doubles(reading.lines)),
        skipped=tuple(reading.skipped),
        unread_columns=_unread(tables.values()),
        sheets=tuple(tables),
        unread_sheets=tuple(name for name in sheets if name not in tables),
    )


def _unread(tables: Iterable[Table]) -> tuple[str | Words, ...]:
    found: list[str | Words] = []
    for one in (one for table in tables for one in table.unread):
        if one not in found:
            found.append(one)
    return tuple(found)


class _Reading:
    """The list so far: rows are taken one after another, each in the light of those before."""

    def __init__(self, today: date, unit: str) -> None:
        self.today = today
        self.unit = unit
        self.named = ""  # the sheet at hand, where there are several
        self.titled_top: str | None = None
        self.titled_branch = False
        self.earlier = Earlier()
        self.lines: list[RosterLine] = []
        self.rejected: list[Rejected] = []
        self.notes: list[Note] = []
        self.skipped: list[Skipped] = []

    @property
    def top_unit(self) -> str | None:
        """The unit above all, as the title says; what was said beside it goes before that."""
        if not is_branch(self.unit):
            return self.unit or self.titled_top
        among = any(line.unit == self.unit for line in self.lines)
        return self.titled_top or (None if among else self.unit)

    @property
    def branch(self) -> str | None:
        """The unit of everybody, unless the title says that the list is a larger unit's."""
        units = {line.unit for line in self.lines}
        one = next(iter(units)) if len(units) == 1 else None
        return one if self.titled_branch or self.top_unit is None else None

    def read(self, rows: Sequence[Row], table: Table) -> None:
        """Reads a sheet: its title, then every row under the header."""
        titles = rows[: table.header]
        self.table = table
        self.skip(titles, "title")
        texts = [text for row in titles for text in row.texts()]
        self.titled_top = self.titled_top or top_of_title(texts)
        titled = branch_of_title(texts) or unit_of_tab(rows[0].sheet)
        self.titled_branch = self.titled_branch or titled is not None
        fits = is_branch(self.unit) or "unit" not in table.columns
        self.unit_above = titled or (self.unit if fits else None) or None
        for row in rows[table.header :]:
            self._take(row)

    def skip(self, rows: Iterable[Row], kind: SkippedAs) -> None:
        """Puts rows aside that are about nobody."""
        for row in rows:
            self.skipped.append(Skipped(self._at(row), kind, " ".join(row.texts())))

    def _take(self, row: Row) -> None:
        kind = _not_a_person(row, self.table)
        if kind is None:
            self._take_person(row)
            return
        self.skip([row], kind)
        if kind == "unit":
            self.unit_above = unit_name(without_numbering(row.texts()[-1]))
        elif kind == "header" and not self.lines and "status" not in self.table.columns:
            note = words("members.roster_no_status_column")
            self.notes.append(Note(self._at(row), note, ""))

    def _take_person(self, row: Row) -> None:
        try:
            line, notes = read_line(row, self.table, self.unit_above, self.today)
            line = replace(line, sheet=self.named)
            self.earlier.refuse_repeated(line)
        except Refusal as refusal:
            reason = Words(refusal.key, refusal.values)
            self.rejected.append(Rejected(self._at(row), reason, self._shown_name(row)))
            return
        notes += self.earlier.notes_beside(line)
        self.notes += [Note(line.at, note, line.name) for note in notes]
        self.earlier.add(line)
        self.lines.append(line)

    def _at(self, row: Row) -> At:
        return at(row.number, self.named)

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
