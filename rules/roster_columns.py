"""Finds the header of a member list and what each of its columns means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from rules.spelling import fold, tidy
from rules.words import Words, words

Cell = str | date | None

# Titles, addresses and dates of issue stand above the header, seldom on more lines than this.
_LOOK_DOWN = 30

# Folded spellings. One word must be the whole heading; several words may stand inside a longer one.
_SPELLINGS: Mapping[str, Sequence[str]] = {
    "number": ("stt", "tt", "so tt", "so thu tu", "no", "number"),
    "surname": ("ho", "ho dem", "ho lot", "ho va dem", "ho va ten dem", "surname", "last name"),
    "name": (
        *("ho va ten", "ho ten", "ten", "name", "full name", "ten dang vien", "ten doan vien"),
        *("ten hoi vien", "ten thanh vien", "ten xa vien", "member name", "first name"),
        "given name",
    ),
    "sex": ("gioi tinh", "nam nu", "phai", "sex", "gender"),
    "born": (
        *("ngay sinh", "nam sinh", "ngay thang nam sinh", "sinh ngay", "sinh nam", "dob"),
        *("date of birth", "birth date", "year of birth", "birthday", "born"),
    ),
    # Official forms give men's and women's years of birth a column each, and no column for sex.
    "born_woman": ("nam sinh nu", "ngay sinh nu", "ngay thang nam sinh nu"),
    "card": (
        *("so the", "ma so", "ma the", "the dang", "ma dang vien", "ma doan vien", "ma hoi vien"),
        *("so the dang", "card", "card number", "card no", "member number", "member id"),
    ),
    "phone": (
        *("dien thoai", "so dien thoai", "sdt", "dt", "so dt", "di dong", "so di dong"),
        *("phone", "phone number", "mobile", "telephone", "tel"),
    ),
    "role": (
        *("chuc vu", "chuc danh", "chuc vu dang", "chuc vu trong dang", "chuc vu cong doan"),
        *("chuc vu hoi", "office", "role", "position"),
    ),
    "unit": (
        *("chi bo", "don vi", "ten chi bo", "sinh hoat tai chi bo", "dang bo bo phan", "branch"),
        *("chi hoi", "phan hoi", "cong doan co so", "cong doan bo phan", "to cong doan", "unit"),
        *("to dan pho", "to hop tac", "branch name"),
    ),
    "official": (
        *("ngay chinh thuc", "ngay vao dang chinh thuc", "ngay cong nhan chinh thuc"),
        *("ngay chuyen chinh thuc", "ngay cong nhan dang vien chinh thuc", "official"),
        *("date official", "full member since"),
    ),
    "joined": (
        *("ngay vao dang", "ngay ket nap", "ngay vao doan", "ngay vao hoi", "ngay gia nhap"),
        *("ngay vao cong doan", "joined", "date joined", "joined on", "join date"),
    ),
    "status": ("tinh trang", "trang thai", "dien dang vien", "status"),
    "award": ("khen thuong", "thanh tich", "danh hieu", "awards", "award"),
    "discipline": ("ky luat", "hinh thuc ky luat", "discipline"),
    "career": ("qua trinh cong tac", "cong viec da qua", "career", "work history"),
    "address": (
        *("dia chi", "noi o", "noi o hien nay", "cho o", "cho o hien nay", "thuong tru"),
        *("noi cu tru", "noi thuong tru", "ho khau thuong tru", "dia chi thuong tru", "address"),
        "home address",
    ),
    "native_place": ("que quan", "nguyen quan", "que", "native place", "place of origin"),
}


_SEXES = ["nam", "nu"]


class Row(NamedTuple):
    """One row of a spreadsheet: its number in its sheet, counted from 1, and its cells."""

    number: int
    cells: tuple[Cell, ...]
    sheet: str = ""

    def texts(self) -> list[str]:
        """The filled cells as text, in order."""
        shown = (tidy(cell) if isinstance(cell, str) else cell for cell in self.cells)
        return [str(cell) for cell in shown if cell]


@dataclass(frozen=True)
class Table:
    """Where the list begins: the header's index, the column of each meaning, headings unread.

    A column whose heading is empty and whose cells are not is unread too.
    """

    header: int
    columns: Mapping[str, int]
    headings: Mapping[str, str]
    unread: tuple[str | Words, ...]

    def is_header(self, row: Row) -> bool:
        """Whether `row` is the header once more, as at the top of a printed page, or its second
        line."""
        return [fold(text) for text in row.texts()] == _SEXES or fold(
            str(self.cell(row, "name"))
        ) == fold(self.headings["name"])

    def cell(self, row: Row, meaning: str) -> Cell:
        """What `row` holds under that meaning; None if the list or the row has no such cell."""
        column = self.columns.get(meaning)
        return row.cells[column] if column is not None and column < len(row.cells) else None


def table_in(rows: Sequence[Row]) -> Table | None:
    """Where a row near the top names its columns: the name and at least one other."""
    for index, row in enumerate(rows[:_LOOK_DOWN]):
        columns = _columns(row)
        if "name" in columns and columns.keys() - {"number", "surname", "name"}:
            return _table(rows, index, columns | _women(rows[index : index + 2], columns))
    return None


def _women(lines: Sequence[Row], columns: Mapping[str, int]) -> dict[str, int]:
    """The women's column where the year of birth is split into `Nam` and `Nữ` by a second line."""
    at, below = columns.get("born"), lines[-1].cells
    if at is None or [fold(str(cell)) for cell in below[at : at + 2]] != _SEXES:
        return {}
    return {"born_woman": at + 1}


def _table(rows: Sequence[Row], index: int, columns: Mapping[str, int]) -> Table:
    row = rows[index]
    headings = {
        meaning: tidy(str(row.cells[column]))
        for meaning, column in columns.items()
        if column < len(row.cells) and row.cells[column]
    }
    unread: list[str | Words] = [
        tidy(str(cell))
        for column, cell in enumerate(row.cells)
        if cell and column not in columns.values()
    ]
    unread += [
        words("members.roster_column_untitled", letter=_letter(column))
        for column in _untitled(rows[index:], columns)
    ]
    return Table(index, MappingProxyType(dict(columns)), MappingProxyType(headings), tuple(unread))


def _untitled(rows: Sequence[Row], columns: Mapping[str, int]) -> list[int]:
    """The columns without a heading that say something beside somebody's name."""
    header, *people = rows
    name = columns["name"]
    filled = {
        column
        for row in people
        if name < len(row.cells) and row.cells[name]
        for column, cell in enumerate(row.cells)
        if cell
    }
    titled = {column for column, cell in enumerate(header.cells) if cell}
    return sorted(filled - titled - set(columns.values()))


def _letter(column: int) -> str:
    """How a spreadsheet calls a column: A, B, ... Z, AA."""
    before, at = divmod(column, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + at)


def _columns(row: Row) -> dict[str, int]:
    """The meanings a row names, each with its best column; a column has one meaning only."""
    best: dict[str, tuple[int, int]] = {}
    for column, cell in enumerate(row.cells):
        meaning, fit = _meaning(fold(cell)) if isinstance(cell, str) else ("", 0)
        if fit > best.get(meaning, (0, 0))[0]:
            best[meaning] = (fit, column)
    return {meaning: column for meaning, (_, column) in best.items()}


def _meaning(heading: str) -> tuple[str, int]:
    fits = {meaning: _fit(heading, phrases) for meaning, phrases in _SPELLINGS.items()}
    meaning = max(fits, key=lambda one: fits[one])
    return meaning, fits[meaning]


def _fit(heading: str, phrases: Sequence[str]) -> int:
    """3 for the very words, 2 if the heading begins with them, 1 if it holds them, else 0."""
    if heading in phrases:
        return 3
    long = [phrase for phrase in phrases if " " in phrase]
    if any(heading.startswith(f"{phrase} ") for phrase in long):
        return 2
    return int(any(f" {phrase} " in f" {heading} " for phrase in long))
