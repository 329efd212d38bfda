"""Statements made ready once, so that running one on SQLite costs what SQLite does with it.

SQLAlchemy works out at each execution how a statement is spelt, who listens to it, and how its
values go in and come out. That takes several times as long as a look-up by key. For statements that
are made once and given parameters its compiler and its types are asked once, and remembered.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import TextClause
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

Given = Mapping[str, Any]
Process = Callable[[Any], Any]


class Ready:
    """One statement: its text, its values' way in, and its columns' way out."""

    def __init__(self, statement: Any, compiled: SQLCompiler, dialect: Dialect) -> None:
        self._text = str(compiled)
        self._values = list(_values(compiled, dialect))
        columns = statement.exported_columns.items()
        self._names = [name for name, _ in columns]
        processes = ((name, _out(column.type, dialect)) for name, column in columns)
        self._processed = [(name, process) for name, process in processes if process]

    def run(self, books: sqlite3.Connection, given: Given) -> "Found":
        """What it finds or changes. Errors are SQLAlchemy's, and quote no values."""
        values = []
        for name, usual, process in self._values:
            value = given.get(name, usual)
            values.append(process(value) if process else value)
        try:
            cursor = books.execute(self._text, values)
            rows = [*self._rows(cursor)] if self._names else []
        except sqlite3.Error as problem:
            raise refused(self._text, problem) from None
        return Found(rows, cursor.rowcount)

    def _rows(self, cursor: sqlite3.Cursor) -> Iterator[dict[str, Any]]:
        for values in cursor:
            row = dict(zip(self._names, values, strict=True))
            for name, process in self._processed:
                row[name] = process(row[name])
            yield row


def refused(text: str, problem: sqlite3.Error) -> BaseException:
    """What SQLAlchemy calls this problem, without the values of whoever met it."""
    return DBAPIError.instance(text, None, problem, sqlite3.Error, hide_parameters=True)


class Found:
    """What a statement led to, as the store asks a result for it."""

    def __init__(self, rows: list[dict[str, Any]], rowcount: int) -> None:
        self._rows = rows
        self.rowcount = rowcount

    def mappings(self) -> "Found":
        """Itself: the rows go by name."""
        return self

    def all(self) -> list[dict[str, Any]]:
        """Every row."""
        return self._rows

    def first(self) -> dict[str, Any] | None:
        """The first row, or None."""
        return self._rows[0] if self._rows else None

    def scalar(self) -> Any:
        """The first column of the first row, or None."""
        return next(iter(self._rows[0].values())) if self._rows else None


class Shelf:
    """The statements of one engine that are ready, as long as whoever made them keeps them."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._ready: WeakKeyDictionary[Executable, dict[Any, Ready | None]] = WeakKeyDictionary()

    def find(self, statement: Executable, given: Given) -> Ready | None:
        """The statement made ready for parameters of these names; None for one whose text depends
        on what is given: a list, or a default. One without parameters was mostly made for this one
        time: only if it comes again is it worth the making. Of bare SQL the columns are unknown."""
        kinds = self._ready.get(statement)
        if kinds is None:
            kinds = self._ready[statement] = {}
            if not given:
                return None
        names = tuple(given)
        if names not in kinds:
            kinds[names] = self._made(statement, names)
        return kinds[names]

    def _made(self, statement: Any, names: tuple[str, ...]) -> Ready | None:
        if isinstance(statement, TextClause):
            return None
        compiled = statement.compile(dialect=self._dialect, column_keys=names)
        varies = compiled.literal_execute_params or compiled.post_compile_params
        if varies or compiled.insert_prefetch or compiled.update_prefetch:
            return None
        return Ready(statement, compiled, self._dialect)


def _values(compiled: SQLCompiler, dialect: Dialect) -> Iterator[tuple[str, Any, Process | None]]:
    """Name, usual value and way in of each question mark."""
    for name in compiled.positiontup or ():
        bind = compiled.binds[name]
        process = bind.type.dialect_impl(dialect).bind_processor(dialect)
        yield bind.key, None if bind.required else bind.effective_value, process


def _out(kind: TypeEngine[Any], dialect: Dialect) -> Process | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
