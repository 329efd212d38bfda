"""One row of a member list as one person, with everything about it worth a second look."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from rules.phones import normal_phone
from rules.refusal import Refusal
from rules.roster_cells import (
    Day,
    Entry,
    Kind,
    Role,
    Sex,
    Status,
    read_day,
    read_entries,
    read_name,
    read_role,
    read_sex,
    read_status,
)
from rules.roster_columns import Row, Table
from rules.roster_units import unit_name
from rules.spelling import tidy
from rules.words import Words, words

T = TypeVar("T")
At = int | Words

_KINDS: tuple[Kind, ...] = ("award", "discipline", "career")


@dataclass(frozen=True)
class RosterLine:
    """One person of the list; what could not be read is kept as written in its `_text`."""

    row: int
    name: str
    sex: Sex | None
    born: date | None
    born_text: str | None
    born_year: int | None
    card: str | None
    phone: str | None
    phone_text: str | None
    unit: str
    role: Role | None
    joined_on: date | None
    joined_text: str | None
    official_on: date | None
    official_text: str | None
    status: Status
    entries: tuple[Entry, ...]
    address: str | None
    native_place: str | None
    sheet: str = ""  # named when the list has several

    @property
    def at(self) -> At:
        """Where the line stands, to be spoken of."""
        return at(self.row, self.sheet)


def at(row: int, sheet: str) -> At:
    """How a row is spoken of: by its number, and by its sheet where there are several."""
    return words("members.roster_row_of_sheet", row=row, sheet=sheet) if sheet else row


def read_line(
    row: Row, table: Table, unit_above: str | None, today: date
) -> tuple[RosterLine, list[Words]]:
    """The person in a row and the notes about it. Refusal `members.roster_...` if there is none.

    `unit_above` is the unit of the heading the row stands under, for lists without that column.
    """
    return _LineReader(row, table, today).line(unit_above)


class _LineReader:
    """Reads a row cell by cell and gathers the notes on the way."""

    def __init__(self, row: Row, table: Table, today: date) -> None:
        self.row = row
        self.table = table
        self.today = today
        self.notes: list[Words] = []

    def line(self, unit_above: str | None) -> tuple[RosterLine, list[Words]]:
        name = self._noted(read_name(f"{self._raw('surname')} {self._raw('name')}".strip()))
        unit = self._unit(unit_above)
        status = self._status()
        sex = self._noted(read_sex(self._sex()))
        born = self._day("born_woman" if self._text("born_woman") else "born")
        joined, official = self._day("joined"), self._day("official")
        phone = self._phone()
        line = RosterLine(
            row=self.row.number,
            name=name,
            sex=sex,
            born=born.on,
            born_text=born.text,
            born_year=born.year,
            card=self._text("card") or None,
            phone=phone,
            phone_text=None if phone else self._text("phone") or None,
            unit=unit,
            role=self._noted(read_role(self._text("role"), unit)),
            joined_on=joined.on,
            joined_text=joined.text,
            official_on=official.on,
            official_text=official.text,
            status=status,
            entries=tuple(one for kind in _KINDS for one in read_entries(kind, self._raw(kind))),
            address=self._text("address") or None,
            native_place=self._text("native_place") or None,
        )
        return line, self.notes

    def _noted(self, read: tuple[T, list[Words]]) -> T:
        self.notes += read[1]
        return read[0]

    def _raw(self, meaning: str) -> str:
        cell = self.table.cell(self.row, meaning)
        return cell.strftime("%d/%m/%Y") if isinstance(cell, date) else cell or ""

    def _text(self, meaning: str) -> str:
        return tidy(self._raw(meaning))

    def _sex(self) -> str:
        """As written, or told by the column the year of birth stands in."""
        columns = self.table.columns
        if "sex" in columns or "born_woman" not in columns:
            return self._text("sex")
        return "nữ" if self._text("born_woman") else "nam" if self._text("born") else ""

    def _day(self, meaning: str) -> Day:
        headings = self.table.headings
        column = headings.get(meaning) or headings.get("born", "")
        return self._noted(read_day(self.table.cell(self.row, meaning), column, self.today))

    def _unit(self, unit_above: str | None) -> str:
        text = self._text("unit")
        if text.startswith("="):
            raise Refusal("members.roster_unit_formula")
        if text.isdecimal():
            text = f"{self.table.headings['unit']} {text}"
        unit = unit_name(text) or unit_above
        if not unit:
            raise Refusal("members.roster_no_unit")
        return unit

    def _status(self) -> Status:
        if "status" not in self.table.columns:
            return "full"
        return self._noted(read_status(self._text("status")))

    def _phone(self) -> str | None:
        text = self._text("phone")
        phone = normal_phone(text)
        if text and not phone:
            self.notes.append(words("members.roster_phone_unclear", text=text))
        return phone
