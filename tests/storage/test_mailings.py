"""Broadcasts: everybody once, piece by piece, through crashes, pauses and a change of mind."""

from __future__ import annotations

import tracemalloc
from datetime import datetime

import pytest
from sqlalchemy import select, text

from rules.messages import Message
from rules.words import words
from storage import accounts, deliveries, leases, mailings
from storage.engine import Database
from storage.mailings import CHUNK
from storage.tables import accounts as account_rows
from storage.tables import deliveries as rows
from storage.tables import members
from tests.ward import Ward

HELLO = Message(words("notices.none"))
MANY = 2 * CHUNK + 100
CAUSE = "notice:1"
A_NUMBER = 32  # bytes


class Crash(Exception):
    """The process ends here."""


async def _grows(database: Database, ward: Ward, people: int) -> None:
    """The first branch takes so many in, all linked."""
    async with database.transaction() as store:
        for start in range(0, people, CHUNK):
            numbers = range(start, min(people, start + CHUNK))
            unit = ward.branches[0].id
            await store.add_many(
                members, [{"unit_id": unit, "name": f"N {n}", "status": "full"} for n in numbers]
            )
        new = await store.values(select(members.c.id).where(members.c.name.startswith("N ")))
        for start in range(0, people, CHUNK):
            await store.add_many(
                account_rows,
                [
                    {
                        "messenger": "test",
                        "address": f"n{one}",
                        "language": "vi",
                        "reachable": True,
                        "member_id": one,
                    }
                    for one in new[start : start + CHUNK]
                ],
            )


async def _begins(database: Database, ward: Ward, now: datetime, cause: str = CAUSE) -> None:
    async with database.transaction() as store:
        audience = ("below", ward.top.path)
        await mailings.spread(store, cause, audience, HELLO, now, sender_id=ward.id("thanh"))


async def _piece(database: Database) -> bool:
    async with database.transaction() as store:
        return await mailings.advance(store)


async def _counts(database: Database, cause: str = CAUSE) -> dict[str, int]:
    async with database.transaction() as store:
        return dict(await deliveries.counts(store, cause))


async def test_few_are_reached_at_once(database: Database, ward: Ward, now: datetime) -> None:
    await _begins(database, ward, now)

    assert await _counts(database) == {"queued": 11, "unlinked": 1}
    assert not await _piece(database)


@pytest.mark.parametrize("crash", range(4))
async def test_many_are_reached_piece_by_piece_and_a_crash_loses_and_doubles_nobody(
    database: Database, ward: Ward, now: datetime, crash: int
) -> None:
    await _grows(database, ward, MANY)
    await _begins(database, ward, now)
    assert (await _counts(database))["queued"] < CHUNK + 1, "only the first of them"

    pieces, more = 0, True
    while more:
        try:
            async with database.transaction() as store:
                more = await mailings.advance(store)
                if pieces == crash:
                    raise Crash
        except Crash:
            more = True
        pieces += 1

    async with database.transaction() as store:
        reached = await store.values(select(rows.c.member_id))
        everyone = await store.values(select(members.c.id))
    assert sorted(reached) == sorted(everyone)


async def test_one_who_leaves_or_joins_meanwhile_is_where_the_books_say(
    database: Database, ward: Ward, now: datetime
) -> None:
    await _grows(database, ward, MANY)
    async with database.transaction() as store:
        late = max(await store.values(select(members.c.id)))
        account = (await accounts.of_member(store, late))[0]
        await accounts.link(store, account.id, None, now)
    await _begins(database, ward, now)
    async with database.transaction() as store:
        await accounts.link(store, account.id, late, now)
        await deliveries.waken(store, late, now)
        await mailings.advance(store)
        await mailings.advance(store)

        state = await store.value(select(rows.c.state).where(rows.c.member_id == late))
    assert state == "queued"


async def test_the_same_broadcast_begun_again_reaches_nobody_twice(
    database: Database, ward: Ward, now: datetime
) -> None:
    await _begins(database, ward, now)
    await _begins(database, ward, now)

    assert sum((await _counts(database)).values()) == 12
    async with database.transaction() as store:
        assert len(await mailings.of(store, CAUSE)) == 1


async def test_a_paused_one_is_not_sent_and_lets_others_pass(
    database: Database, ward: Ward, now: datetime
) -> None:
    await _begins(database, ward, now)
    async with database.transaction() as store:
        await deliveries.leave(store, "notice:2", [ward.id("hoa")], HELLO, now)
        assert await mailings.pause(store, CAUSE)
        assert not await mailings.pause(store, CAUSE), "it was paused before"
        assert [one.cause for one in await leases.lease(store, "me", now, 99)] == ["notice:2"]
        assert await mailings.go_on(store, CAUSE)
        assert len(await leases.lease(store, "me", now, 99)) == 11


async def test_what_is_leased_when_it_is_paused_is_given_back(
    database: Database, ward: Ward, now: datetime
) -> None:
    await _begins(database, ward, now)
    async with database.transaction() as store:
        one, *_ = await leases.lease(store, "me", now, 99)
        await mailings.pause(store, CAUSE)

        assert not await leases.sending(store, one.id, "me", one.accounts[0].id)
        await leases.give_back(store, one.id, "me")
        await mailings.go_on(store, CAUSE)
        assert [again.id for again in await leases.lease(store, "me", now, 1)] == [one.id]


@pytest.mark.parametrize("reached", [0, 1])
async def test_one_that_is_stopped_takes_back_whatever_waits(
    database: Database, ward: Ward, now: datetime, reached: int
) -> None:
    await _grows(database, ward, MANY)
    await _begins(database, ward, now)
    for _ in range(reached):
        await _piece(database)
    async with database.transaction() as store:
        one, *_ = await leases.lease(store, "me", now, 1)
        assert await mailings.stop(store, CAUSE)
        assert await leases.lease(store, "me", now, 99) == []
    while await _piece(database):
        pass

    counts = await _counts(database)
    assert counts == {"leased": 1, "recalled": (1 + reached) * CHUNK - 1}, "nobody more is reached"
    async with database.transaction() as store:
        await leases.give_back(store, one.id, "me")
        assert await leases.lease(store, "me", now, 99) == []
    assert await _counts(database) == {"recalled": (1 + reached) * CHUNK}


async def test_what_has_begun_to_go_out_is_not_untouched(
    database: Database, ward: Ward, now: datetime
) -> None:
    await _begins(database, ward, now)
    async with database.transaction() as store:
        assert await mailings.untouched(store, CAUSE)
        await leases.lease(store, "me", now, 1)
        assert not await mailings.untouched(store, CAUSE)


async def test_stopping_one_cause_leaves_those_with_a_longer_number(
    database: Database, ward: Ward, now: datetime
) -> None:
    for cause in ("poll:1:reminder:20261123", "poll:11:reminder:20261123", "poll:1"):
        await _begins(database, ward, now, cause)
    async with database.transaction() as store:
        await mailings.stop(store, "poll:1:reminder", and_below=True)

    assert await _counts(database, "poll:1:reminder:20261123") == {"recalled": 12}
    for cause in ("poll:11:reminder:20261123", "poll:1"):
        assert await _counts(database, cause) == {"queued": 11, "unlinked": 1}


async def test_books_from_a_backup_hold_also_whom_a_broadcast_had_not_reached(
    database: Database, ward: Ward, now: datetime
) -> None:
    await _grows(database, ward, MANY)
    await _begins(database, ward, now)
    async with database.transaction() as store:
        assert await deliveries.hold(store) == MANY + 11

    assert await _counts(database) == {"held": MANY + 11, "listed": 1}


async def test_ten_times_the_people_need_no_more_memory(
    database: Database, ward: Ward, now: datetime
) -> None:
    await _grows(database, ward, 20 * CHUNK)

    async def peak(pieces: int, cause: str) -> int:
        await _begins(database, ward, now, cause)
        tracemalloc.start()
        for _ in range(pieces):
            await _piece(database)
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    await peak(2, "warm")
    few, many = await peak(2, "few"), await peak(18, "many")
    assert many - few < 16 * CHUNK * A_NUMBER, "not even their numbers are in memory"


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_broadcast_right_after_an_import_is_as_quick_as_any(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await store.run(text("ANALYZE members, accounts, units"))  # it knows of twelve people
    await _grows(database, ward, 8 * CHUNK)

    async with database.transaction() as store:
        # What grows with their square takes many times that.
        await store.run(text("SET LOCAL statement_timeout = '2s'"))
        audience = ("below", ward.top.path)
        await mailings.spread(store, CAUSE, audience, HELLO, now, sender_id=ward.id("thanh"))
