"""Opens the spreadsheets people send: .xlsx and .csv, as plain rows of text and dates.

Reading blocks: call it in a thread. A formula is never computed, it stays the text it is.
"""

import codecs
import csv
import io
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from rules.refusal import Refusal
from rules.roster_columns import Cell, Row
from rules.spelling import fold

MOST_BYTES = 20 * 1024 * 1024
# A ward's list unpacks to a few megabytes; more is a mistake or a zip bomb.
_MOST_UNPACKED = 64 * 1024 * 1024
_MOST_ROWS = 20_000
_MOST_COLUMNS = 100
_DELIMITERS = ";,\t|"


@dataclass(frozen=True)
class Grid:
    """The filled rows, sheet after sheet, each row with the name of its sheet.

    `hidden` are sheets with rows that nobody sees when opening the file: they are left aside.
    """

    rows: tuple[Row, ...]
    hidden: tuple[str, ...] = ()

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets that were read, in their order."""
        return tuple(dict.fromkeys(row.sheet for row in self.rows))

    def only(self, sheet: str) -> "Grid":
        """That sheet alone. Refusal `members.roster_no_sheet` if there is none of that name."""
        rows = tuple(row for row in self.rows if fold(row.sheet) == fold(sheet))
        if not rows:
            named = [one for one in self.sheets if one]
            raise Refusal("members.roster_no_sheet", sheet=sheet, sheets=", ".join(named))
        return Grid(rows, self.hidden)


class _TooBig(Exception):
    """More than a member list can be."""


def read_grid(path: Path) -> Grid:
    """The rows of all its sheets; what kind of file it is tells its content, not its suffix.

    Refusal `members.roster_too_big`, `members.roster_unreadable` or `members.roster_empty`.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _TooBig
        grid = _read_xlsx(path) if _is_zip(path) else _read_csv(path.read_bytes())
    except _TooBig:
        raise Refusal("members.roster_too_big", name=path.name) from None
    # The workbook is a stranger's file: openpyxl fails on damage in more ways than it documents.
    except Exception as damage:
        raise Refusal("members.roster_unreadable", name=path.name) from damage
    if not grid.rows:
        raise Refusal("members.roster_empty", name=path.name)
    return grid


def _is_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def _read_xlsx(path: Path) -> Grid:
    with zipfile.ZipFile(path) as parts:
        if sum(part.file_size for part in parts.infolist()) > _MOST_UNPACKED:
            raise _TooBig
    from openpyxl import load_workbook  # it takes longer than a whole list in .csv

    book = load_workbook(path, read_only=True, data_only=False, keep_links=False)
    try:
        seen = [one for one in book.worksheets if one.sheet_state == "visible"]
        rows = [row for one in seen for row in _filled(_sheet_rows(one), one.title)]
        unseen = [one for one in book.worksheets if one.sheet_state != "visible"]
        hidden = tuple(one.title for one in unseen if _filled(_sheet_rows(one)))
    finally:
        book.close()
    return Grid(tuple(rows), hidden)


def _sheet_rows(sheet: Any) -> Iterator[Iterable[Any]]:
    # A sheet may claim a million columns it does not have: look only where cells are.
    sheet.reset_dimensions()
    return sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)  # type: ignore[no-any-return]


def _read_csv(content: bytes) -> Grid:
    text = _decoded(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    return Grid(_filled(reader))


def _filled(rows: Iterable[Iterable[Any]], sheet: str = "") -> tuple[Row, ...]:
    """The rows that hold something, with their numbers in the file."""
    filled: list[Row] = []
    for number, values in enumerate(rows, start=1):
        cells = [_cell(value) for value in values]
        while cells and cells[-1] is None:
            cells.pop()
        if cells:
            filled.append(Row(number, tuple(cells), sheet))
        if len(filled) > _MOST_ROWS:
            raise _TooBig
    return tuple(filled)


def _cell(value: Any) -> Cell:
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if value is None else str(value)
    return text if text.strip() else None


def _decoded(content: bytes) -> str:
    """Text in the encodings Vietnamese spreadsheets save: UTF-8, UTF-16, windows-1258."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1258")
    if any(unicodedata.category(mark) == "Cc" and mark not in "\t\r\n" for mark in text[:10_000]):
        raise ValueError("not a text")
    return unicodedata.normalize("NFC", text)


def _delimiter(text: str) -> str:
    """The mark that cuts most of the first rows, and cuts them alike."""
    lines = text.splitlines()[:50]
    return max(_DELIMITERS, key=lambda mark: _evenness(lines, mark))


def _evenness(lines: Iterable[str], mark: str) -> int:
    widths = [len(cells) for cells in csv.reader(lines, delimiter=mark) if len(cells) > 1]
    usual = max(set(widths), key=widths.count, default=0)
    return widths.count(usual) * usual
