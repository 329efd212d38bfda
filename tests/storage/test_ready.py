"""Statements made ready say and change what SQLAlchemy would, and fail as it does."""

import shutil
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, bindparam, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError

from rules.organisation import Organisation
from storage.engine import Database
from storage.on_sqlite import OpenConnection
from storage.ready import Shelf
from storage.tables import accounts, conversations, members, seen_updates, units

MEMBER = {"name": "Trần Thị Hoa", "status": "full", "unit_id": 1}


@pytest.fixture
async def open_books(tmp_path: Path, empty_sqlite: Path) -> AsyncIterator[Any]:
    """A connection to books with one unit in them."""
    url = f"sqlite+aiosqlite:///{shutil.copy(empty_sqlite, tmp_path / 'sotay.db')}"
    database = Database(url, Organisation())
    async with database.transaction() as store:
        await store.add(units, name="Chi bộ 1", path="1/")
        yield store._connection
    await database.close()


def account(now: datetime) -> dict[str, Any]:
    return {
        "messenger": "telegram",
        "address": "5",
        "language": "vi",
        "reachable": False,
        "last_seen_at": now,
    }


async def test_values_come_back_as_what_they_were(
    open_books: OpenConnection, now: datetime
) -> None:
    enter = insert(accounts).returning(accounts.c.id)
    number = (await open_books.execute(enter, account(now))).scalar()
    talk = {"account_id": number, "place": ["home.home", 5], "misses": 0, "shown_at": now}
    await open_books.execute(insert(conversations), talk)

    look = (
        select(accounts, conversations.c.place, conversations.c.carried)
        .join(conversations, conversations.c.account_id == accounts.c.id)
        .where(accounts.c.id == bindparam("account"))
    )
    ready = (await open_books.execute(look, {"account": number})).mappings().all()
    plain: Connection = open_books._connection
    usual = plain.execute(look, {"account": number}).mappings().all()

    assert ready == [dict(row) for row in usual]
    assert ready[0]["last_seen_at"] == now
    assert ready[0]["reachable"] is False
    assert ready[0]["place"] == ["home.home", 5]


async def test_values_of_the_statement_itself_go_in_beside_those_given(
    open_books: OpenConnection,
) -> None:
    await open_books.execute(insert(members), MEMBER)
    named = members.c.name == bindparam("who")
    leave = update(members).where(named, members.c.status == "full").values(status="exempt")

    assert (await open_books.execute(leave, {"who": MEMBER["name"]})).rowcount == 1
    assert (await open_books.execute(leave, {"who": MEMBER["name"]})).rowcount == 0
    count = select(func.count()).where(members.c.status == bindparam("status"))
    assert await open_books.scalar(count, {"status": "exempt"}) == 1
    assert await open_books.scalar(select(members.c.id).where(named), {"who": "?"}) is None


async def test_what_the_books_refuse_is_sqlalchemys_error_and_quotes_nothing(
    open_books: OpenConnection,
) -> None:
    with pytest.raises(IntegrityError) as refused:
        await open_books.execute(insert(members), {**MEMBER, "unit_id": None})
    with pytest.raises(OperationalError):
        await open_books.execute(select(func.no_such(bindparam("x"))), {"x": 1})

    assert MEMBER["name"] not in str(refused.value)


def test_what_depends_on_what_is_given_is_left_to_sqlalchemy(open_books: Any) -> None:
    shelf = Shelf(open_books.dialect)
    some = select(members.c.id).where(members.c.id.in_(bindparam("ids", expanding=True)))
    one = select(members.c.id).where(members.c.id == bindparam("id"))

    assert shelf.find(some, {"ids": [1, 2]}) is None
    assert shelf.find(one, {"id": 1}) is shelf.find(one, {"id": 2})


async def test_one_statement_takes_different_columns(open_books: Any, now: datetime) -> None:
    enter = insert(seen_updates)
    given = {"state": "taken", "failures": 0, "at": now}
    await open_books.execute(enter, {"key": "a", **given})
    await open_books.execute(enter, {**given, "key": "b"})

    found = select(seen_updates.c.key).where(seen_updates.c.at == bindparam("at"))
    rows = (await open_books.execute(found, {"at": now})).all()
    assert [row["key"] for row in rows] == ["a", "b"]


async def test_what_comes_again_without_parameters_is_made_ready_the_second_time(
    open_books: Any,
) -> None:
    shelf = Shelf(open_books.dialect)
    names = select(units.c.name).order_by(units.c.id)
    bare = text("SELECT name FROM units")

    assert shelf.find(names, {}) is None, "most are made for one use"
    assert shelf.find(names, {}) is shelf.find(names, {}) is not None
    assert shelf.find(bare, {}) is shelf.find(bare, {}) is None, "nobody knows its columns"
    for statement in (names, bare):
        asked = [(await open_books.execute(statement)).scalar() for _ in range(3)]
        assert asked == ["Chi bộ 1"] * 3
