"""One open transaction, and the few verbs every storage file speaks."""

import dataclasses
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from sqlalchemy import RowMapping, Select, Table, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.base import Executable

from rules.organisation import Organisation

Row = RowMapping
T = TypeVar("T")


class Store:
    """What a deed may do to the books while its transaction is open."""

    def __init__(self, connection: AsyncConnection, org: Organisation) -> None:
        self._connection = connection
        self.org = org

    @property
    def dialect(self) -> str:
        """Which engine this is: "sqlite" or "postgresql"."""
        return self._connection.dialect.name

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """What is done inside is undone when it ends badly; the transaction goes on."""
        async with self._connection.begin_nested():
            yield

    async def all(self, statement: Executable) -> Sequence[Row]:
        """Every row, each by column name."""
        return (await self._connection.execute(statement)).mappings().all()

    async def one(self, statement: Executable) -> Row | None:
        """The first row, or None."""
        return (await self._connection.execute(statement)).mappings().first()

    async def value(self, statement: Select[Any]) -> Any:
        """The first column of the first row, or None."""
        return await self._connection.scalar(statement)

    async def values(self, statement: Select[Any]) -> list[Any]:
        """The first column of every row."""
        return list((await self._connection.scalars(statement)).all())

    async def run(self, statement: Executable) -> int:
        """Change rows; how many there were."""
        return (await self._connection.execute(statement)).rowcount

    async def add(self, table: Table, **values: Any) -> int:
        """Insert one row; its id."""
        result = await self._connection.execute(insert(table).values(**values))
        return int((result.inserted_primary_key or (0,))[0])

    async def add_many(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows, all alike in their columns."""
        if rows:
            await self._connection.execute(insert(table), list(rows))

    async def add_new(self, table: Table, **values: Any) -> bool:
        """Insert one row unless it stands already; whether it was new."""
        return await self.add_missing(table, [values]) == 1

    async def add_missing(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
        """Insert those rows that do not stand already; how many were new."""
        if not rows:
            return 0
        dialect = postgresql if self.dialect == "postgresql" else sqlite
        statement = dialect.insert(table).on_conflict_do_nothing()
        keys = [column.name for column in table.primary_key]
        result = await self._connection.execute(
            statement.values(list(rows)).returning(table.c[keys[0]])
        )
        return len(result.all())


def read(kind: type[T], row: Mapping[Any, Any]) -> T:
    """A row as one of the rules' dataclasses: fields are filled from columns of the same name."""
    names = [field.name for field in dataclasses.fields(kind)]  # type: ignore[arg-type]
    return kind(**{name: row[name] for name in names if name in row})
