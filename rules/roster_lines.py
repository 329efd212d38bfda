"""One row of a member list as one person, with everything about it worth a second look."""

import re
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
from rules.spelling import tidy, titled
from rules.words import Words, words

T = TypeVar("T")

_KINDS: tuple[Kind, ...] = ("award", "discipline", "career")
_UNIT_WORDS = (
    *("đảng bộ bộ phận", "đảng bộ", "chi bộ", "chi hội", "phân hội", "công đoàn cơ sở"),
    *("công đoàn bộ phận", "tổ công đoàn", "công đoàn", "tổ dân phố", "tổ hợp tác"),
    *("hợp tác xã", "phường", "xã", "thị trấn", "đặc khu", "branch", "unit", "ward", "commune"),
)
_UNIT = re.compile(rf"({'|'.join(_UNIT_WORDS)})\s+(.+)", re.IGNORECASE)


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


def unit_name(text: str) -> str:
    """A unit's name written calmly: `CHI BỘ 1` and `chi bộ 1` are both `Chi bộ 1`."""
    text = tidy(text)
    if not (text.isupper() or text.islower()):
        return text
    found = _UNIT.fullmatch(text)
    return f"{found[1].capitalize()} {unit_name(found[2])}" if found else titled(text)


def is_unit(text: str) -> bool:
    """Whether the text reads as a unit's name (`I. Chi bộ 1`) rather than a person's."""
    return _UNIT.fullmatch(without_numbering(text)) is not None


def without_numbering(text: str) -> str:
    """The heading without its `I.` or `1)` in front and its count in brackets behind."""
    return re.sub(r"^(?:[IVX]+|\d+)[.)]\s*|\s*\([^)]*\)$", "", tidy(text))


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
        sex = self._noted(read_sex(self._text("sex")))
        born, joined, official = (self._day(one) for one in ("born", "joined", "official"))
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

    def _day(self, meaning: str) -> Day:
        column = self.table.headings.get(meaning, "")
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
