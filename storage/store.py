"""One open transaction, and the few verbs every storage file speaks."""

import dataclasses
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import CursorResult, RowMapping, Select, Table, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.base import Executable

from rules.organisation import Organisation
from storage.on_sqlite import OpenConnection
from storage.ready import Found

Row = RowMapping | dict[str, Any]
T = TypeVar("T")


class Store:
    """What a deed may do to the books while its transaction is open."""

    def __init__(self, connection: AsyncConnection | OpenConnection, org: Organisation) -> None:
        self._connection = connection
        self.org = org
        self.changes = 0  # statements so far that may have changed something
        self._unmarked: list[AsyncExitStack] = []  # savepoints in which nothing was changed yet

    @property
    def dialect(self) -> str:
        """Which engine this is: "sqlite" or "postgresql"."""
        return self._connection.dialect.name

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """What is done inside is undone when it ends badly; the transaction goes on. The engine
        hears of it with the first change: most turns only read."""
        async with AsyncExitStack() as inside:
            self._unmarked.append(inside)
            try:
                yield
            finally:
                if inside in self._unmarked:
                    self._unmarked.remove(inside)

    async def all(self, statement: Executable, **given: Any) -> Sequence[Row]:
        """Every row, each by column name. `given` are the statement's own parameters."""
        return (await self._execute(statement, given or None)).mappings().all()

    async def one(self, statement: Executable, **given: Any) -> Row | None:
        """The first row, or None."""
        return (await self._execute(statement, given or None)).mappings().first()

    async def value(self, statement: Select[Any], **given: Any) -> Any:
        """The first column of the first row, or None."""
        return await self._connection.scalar(statement, given or None)

    async def values(self, statement: Select[Any]) -> list[Any]:
        """The first column of every row."""
        return list((await self._connection.scalars(statement)).all())

    async def run(self, statement: Executable, **given: Any) -> int:
        """Change rows; how many there were."""
        return (await self._change(statement, given or None)).rowcount

    async def add(self, table: Table, **values: Any) -> int:
        """Insert one row; its id."""
        key: Any = (await self._change(_add(table), values)).scalar()
        return int(key)

    async def add_many(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows, all alike in their columns."""
        if rows:
            await self._change(insert(table), list(rows))

    async def add_new(self, table: Table, **values: Any) -> bool:
        """Insert one row unless it stands already; whether it was new."""
        return await self.add_missing(table, [values]) == 1

    async def add_missing(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
        """Insert those rows that do not stand already; how many were new."""
        if not rows:
            return 0
        given = dict(rows[0]) if len(rows) == 1 else list(rows)
        result = await self._change(_unless_there(table, self.dialect), given)
        return len(result.all())

    async def put(self, table: Table, key: str, /, **values: Any) -> None:
        """Insert one row, or change the given columns of the one that has this key already."""
        await self._change(_put(table, key, tuple(values), self.dialect), values)

    async def _change(self, statement: Executable, given: Any) -> CursorResult[Any] | Found:
        self.changes += 1
        return await self._execute(statement, given)

    async def _execute(self, statement: Executable, given: Any) -> CursorResult[Any] | Found:
        if statement.is_dml:
            while self._unmarked:
                await self._unmarked.pop(0).enter_async_context(self._connection.begin_nested())
        return await self._connection.execute(statement, given)


# Statements every turn needs are made once: making one costs more than running it. For the same
# reason rows are handed in as parameters and are not part of the statement.


@cache
def _add(table: Table) -> Any:
    return insert(table).returning(_key(table))


@cache
def _unless_there(table: Table, dialect: str) -> Any:
    return _insert(table, dialect).on_conflict_do_nothing().returning(_key(table))


@cache
def _put(table: Table, key: str, names: tuple[str, ...], dialect: str) -> Any:
    statement = _insert(table, dialect)
    changed = {name: statement.excluded[name] for name in names if name != key}
    return statement.on_conflict_do_update(index_elements=[key], set_=changed)


def _key(table: Table) -> Any:
    return next(iter(table.primary_key))


def _insert(table: Table, dialect: str) -> Any:
    return (postgresql if dialect == "postgresql" else sqlite).insert(table)


def read(kind: type[T], row: Mapping[Any, Any]) -> T:
    """A row as one of the rules' dataclasses: fields are filled from columns of the same name."""
    names = _names(kind)  # type: ignore[arg-type]
    return kind(**{name: row[name] for name in names if name in row})


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))
