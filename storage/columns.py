"""Column types that mean the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, DateTime, ForeignKey, Integer
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

Whole = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows only in INTEGER keys
Json = JSON().with_variant(JSONB(), "postgresql")


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC; SQLite forgets zones, so they are put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def key() -> Column[Any]:
    """The primary key every numbered row has."""
    return Column("id", Whole, primary_key=True, autoincrement=True)


def refers(name: str, table: str, *, optional: bool = False) -> Column[Any]:
    """A reference to another table's row."""
    return Column(name, Whole, ForeignKey(f"{table}.id"), nullable=optional, index=True)


def moment(name: str, *, optional: bool = True) -> Column[Any]:
    """A moment in UTC; most of them are empty until the thing has happened."""
    return Column(name, Moment(), nullable=optional)
