"""Two real processes on one PostgreSQL: one ends in the middle of a vote, one in the middle of a
broadcast, and the other goes on."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select

from bot.clock import utc_now
from bot.delivery import IN_FLIGHT
from bot.settings import PER_SECOND
from storage.migrate import migrate
from storage.tables import audit, deliveries, members, polls, votes
from tests.harness.kills import MORNING, OPEN_FOR, QUESTIONS, Ward
from tests.harness.member import Member
from tests.harness.pair import Pair
from tests.month import PATIENCE, Machine
from tests.ward import found_ward

QUESTION = QUESTIONS[0]
MORE = 40  # members of the branch, beside those of the ward
NOTICE = "Thông báo số 1 năm 2026"


class Branch(Ward):
    """A branch of forty and their secretary."""

    async def begin(self, session: aiohttp.ClientSession) -> list[Member]:
        """Everyone has a phone, and one poll is open."""
        async with self.database.transaction() as store:
            ward = await found_ward(store, self.now)
            self.secretary = await ward.person(store, "binh")
            unit = ward.branches[0].id
            ids = [
                await store.add(members, unit_id=unit, name=f"Đỗ Văn {n}", status="full")
                for n in range(MORE)
            ]
            self.polls = {QUESTION: await self.asks(store, QUESTION)}
        return [await self.phone(session, one) for one in ids]

    async def rows(self, statement: Any) -> Any:
        """What the books say."""
        async with self.database.transaction() as store:
            return await store.all(statement)

    async def states(self) -> Counter[str]:
        """How many deliveries of the notice to those with a phone stand in each state."""
        told = deliveries.c.cause.startswith("notice:") & deliveries.c.account_id.is_not(None)
        return Counter(row["state"] for row in await self.rows(select(deliveries).where(told)))


@dataclass
class Place:
    """What the story is told with."""

    machine: Machine
    session: aiohttp.ClientSession
    pair: Pair
    branch: Branch
    people: list[Member]


@pytest.fixture
async def place(tmp_path: Path, own_postgres: str) -> AsyncIterator[Place]:
    env = {
        "SOTAY_DATABASE_URL": own_postgres,
        "SOTAY_RECALL_SECONDS": "0",
        "SOTAY_MESSAGES_PER_SECOND": str(PER_SECOND),
        "SOTAY_SECONDS_PER_PERSON": "1",
    }
    machine = Machine(tmp_path, MORNING, env)
    await migrate(own_postgres)
    branch = Branch(own_postgres, MORNING - utc_now())
    async with (
        machine.simulator() as address,
        aiohttp.ClientSession(address) as session,
        Pair.of(machine, address) as pair,
    ):
        people = await branch.begin(session)
        for one in people:
            one.patience = PATIENCE / 2
        await pair.start()
        yield Place(machine, session, pair, branch, people)
    await branch.database.close()


@pytest.mark.fault(1, 2, 3, 34, 43)
async def test_one_of_two_ends_and_nothing_is_lost_or_twice(place: Place) -> None:
    await _everybody_votes_and_one_ends(place)
    await place.pair.start_again()
    await place.pair.are_ready()
    await _a_notice_goes_out_and_one_ends(place)
    await place.pair.start_again()
    await _the_poll_is_closed_by_the_clock(place)


async def _everybody_votes_and_one_ends(place: Place) -> None:
    done: list[Member] = []

    async def votes_until_thanked(one: Member) -> None:
        while not await one.votes(QUESTION):
            pass
        done.append(one)
        if len(done) == MORE // 3:
            await place.pair.kill_one()

    async with asyncio.timeout(2 * PATIENCE), asyncio.TaskGroup() as group:
        for one in place.people:
            group.create_task(votes_until_thanked(one))

    held = await place.branch.rows(select(votes))
    noted = await place.branch.rows(select(audit.c.actor_id).where(audit.c.action == "voted"))
    assert {row["member_id"]: [row["choice"]] for row in held} == {
        one.member_id: one.ballots[QUESTION].may_stand[-1:] for one in place.people
    }
    assert Counter(row["actor_id"] for row in noted) == {one.member_id: 1 for one in place.people}


async def _a_notice_goes_out_and_one_ends(place: Place) -> None:
    await _until_nothing_waits(place.branch)
    async with place.session.post("/limits", json={"on": True}) as answer:
        assert answer.status == 200
    await place.branch.notice("Sáng thứ Bảy dọn vệ sinh.")
    async with asyncio.timeout(PATIENCE):
        while (await place.branch.states())["sent"] < MORE // 3:  # noqa: ASYNC110 - of others
            await asyncio.sleep(0.02)
    await place.pair.kill_one()
    assert (await place.branch.states())["sent"] < MORE, "it was to end in the middle"
    await _until_nothing_waits(place.branch)

    states = await place.branch.states()
    copies = [await _copies(one, NOTICE) for one in place.people]
    assert max(copies) == 1
    assert states["uncertain"] <= IN_FLIGHT
    assert states["sent"] == MORE - states["uncertain"], states
    assert states["sent"] <= sum(copies)
    async with place.session.get("/stats") as answer:
        assert (await answer.json())["429s"] == 0, "together they kept to the pace"


async def _the_poll_is_closed_by_the_clock(place: Place) -> None:
    place.machine.move_to(MORNING + OPEN_FOR + timedelta(minutes=1))
    async with asyncio.timeout(PATIENCE):
        while not (closed := await _closed(place.branch)):  # noqa: ASYNC110 - another does it
            await asyncio.sleep(0.05)
    await _until_nothing_waits(place.branch)

    assert len(closed) == 1
    (poll,) = await place.branch.rows(select(polls))
    said = Counter(one.ballots[QUESTION].may_stand[-1] for one in place.people)
    assert poll["result"]["counts"] == [said[0], said[1], 0]
    copies = [await _copies(one, "Kết quả biểu quyết") for one in place.people]
    assert copies == [1] * MORE


async def _closed(branch: Branch) -> Any:
    return await branch.rows(select(audit.c.id).where(audit.c.action == "closed"))


async def _until_nothing_waits(branch: Branch) -> None:
    async with asyncio.timeout(2 * PATIENCE):
        while await branch.waiting():  # noqa: ASYNC110 - other processes work
            await asyncio.sleep(0.05)


async def _copies(one: Member, words: str) -> int:
    """How many messages of the bot with these words lie on a phone."""
    return sum(words in f"{entry['text']}{entry['caption']}" for entry in await one.chat())
