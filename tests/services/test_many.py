"""Eight thousand members: no deed brings them all into memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from sqlalchemy import String, cast, insert, literal, select

from rules.members import Person
from services import (
    meetings_changing,
    meetings_ending,
    meetings_leading,
    meetings_reminding,
    polls_closing,
    polls_leading,
    polls_opening,
    polls_writing,
)
from storage import mailings
from storage.engine import Database
from storage.store import Store
from storage.tables import accounts as account_rows
from storage.tables import attendance, members, roll, votes
from tests import meeting
from tests.ward import Ward

MANY = 8_000
BOUND = 2 * 1024 * 1024  # bytes; as objects eight thousand members are more than eight million


@pytest.fixture
async def store(database: Database, ward: Ward) -> AsyncIterator[Store]:
    """The ward with eight thousand more in its first branch, all of them with a phone."""
    async with database.transaction() as store:
        unit = ward.branches[0].id
        people = [
            {"unit_id": unit, "name": f"Đỗ Văn {number}", "status": "full"}
            for number in range(MANY)
        ]
        await store.add_many(members, people)
        phones = select(
            literal("telegram"),
            cast(members.c.id, String),
            members.c.id,
            literal("vi"),
            literal(True),
        ).where(members.c.name.startswith("Đỗ Văn "))
        names = ["messenger", "address", "member_id", "language", "reachable"]
        await store.run(insert(account_rows).from_select(names, phones))
    async with database.transaction() as store:
        yield store


@contextmanager
def little() -> Iterator[None]:
    """What is done inside needs little memory at any moment."""
    tracemalloc.start()
    try:
        yield
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < BOUND


async def _draft(store: Store, binh: Person, now: datetime) -> int:
    draft = await polls_writing.take_question(store, binh, "Thay đèn hẻm 3?", now)
    await polls_writing.take_options(store, binh, draft.id, None)
    await polls_writing.take_threshold(store, binh, draft.id, "more_than_half")
    await polls_writing.take_base(store, binh, draft.id, "roll")
    await polls_opening.ask(store, binh, draft.id, "full", now)
    await polls_writing.take_close(store, binh, draft.id, now + timedelta(days=3), now)
    return draft.id


async def test_a_poll_of_eight_thousand(store: Store, ward: Ward, now: datetime) -> None:
    binh = await ward.person(store, "binh")
    with little():
        poll_id = await _draft(store, binh, now)
        await polls_opening.preview(store, binh, poll_id, now)
        await polls_opening.open_now(store, binh, poll_id, now)
        while await mailings.advance(store):
            pass
    chosen = select(roll.c.poll_id, roll.c.member_id, literal(0), literal(now)).where(
        roll.c.member_id % 2 == 0, roll.c.may_vote
    )
    names = ["poll_id", "member_id", "choice", "cast_at"]
    half = await store.run(insert(votes).from_select(names, chosen))
    with little():
        reminded = await polls_leading.remind(store, binh, poll_id, now)
        poll = await polls_closing.close_early(store, binh, poll_id, now)
        while await mailings.advance(store):
            pass

    assert sum(reminded) + half == poll.result["voters"] > MANY
    assert poll.result["counts"] == [half, 0, 0]


async def test_a_meeting_of_eight_thousand(store: Store, ward: Ward, now: datetime) -> None:
    binh = await ward.person(store, "binh")
    with little():
        called = await meeting.called(store, ward, now)
        await meetings_changing.told(store, called)
        await meetings_reminding.two_days(store, called.id, now)
        while await mailings.advance(store):
            pass
    came = attendance.c.member_id % 2 == 0
    half = await store.run(attendance.update().where(came).values(arrived_at=called.starts_at))
    with little():
        _, count = await meetings_leading.standing(store, binh, called.id)
        await meetings_ending.close(store, called, now)
        while await mailings.advance(store):
            pass

    assert count.present == half
    assert count.invited > MANY
