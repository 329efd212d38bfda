"""Several processes on one PostgreSQL: nothing twice, one pace, and the dead are seen at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.delivery import IN_FLIGHT, Courier
from bot.gallery import Gallery
from bot.nursery import Nursery
from bot.on_telegram import TelegramDoor
from bot.pacer import Pacers
from bot.pages import Pages
from bot.routing import Switches
from bot.texts import Texts
from rules.messages import Message
from rules.organisation import Organisation
from rules.words import words
from services.mailings import goes_badly
from simulator import Simulator
from simulator.faults import Fault
from simulator.people import deeds
from storage import accounts, deliveries, mailings
from storage.engine import Database
from storage.tables import members
from tests.clock import TOKEN, Clock
from tests.ward import Ward

# SQLite belongs to one process.
ON_POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
HELLO = Message(words("help.which_speed"))
CAUSE, PEOPLE, PER_SECOND = "notice:1", 60, 40.0


class Process:
    """One of the processes that deliver: its own database connections, door and pace."""

    def __init__(
        self, url: str, sim: Simulator, clock: Clock, folder: Path, seen: Callable[[], None]
    ) -> None:
        self.database = Database(url, Organisation())
        gallery = Gallery(self.database, folder, {}, clock)
        self.door = TelegramDoor(TOKEN, gallery, sim.url, patience=0.5)
        self.courier = Courier(
            self.database,
            {"telegram": self.door},
            Pages(Texts("party", ZoneInfo("Asia/Ho_Chi_Minh")), Switches(())),
            gallery,
            clock,
            Pacers(self.database, PER_SECOND, 0),
            seen,
            goes_badly,
        )
        self.nursery = Nursery()

    def begins(self) -> None:
        """It delivers from now on."""
        self.nursery.start(self.courier.work(), "courier")

    async def dies(self) -> None:
        """It ends in the middle of whatever it does."""
        await self.nursery.close()

    async def close(self) -> None:
        """Nothing of it is left."""
        await self.dies()
        await self.door.close()
        await self.database.close()


class Street:
    """A ward of many phones, and the processes that deliver to them."""

    def __init__(self, database: Database, ward: Ward, sim: Simulator, now: datetime, at: Path):
        self.database, self.ward, self.sim, self.at = database, ward, sim, at
        self.clock, self.seen = Clock(now), asyncio.Event()
        self.processes: list[Process] = []

    async def grows(self) -> None:
        """Sixty people with phones join the first branch."""
        for number in range(PEOPLE):
            phone = self.sim.world.add_phone(f"N {number}")
            deeds.start(self.sim.world, phone)
            async with self.database.transaction() as store:
                unit = self.ward.branches[0].id
                new = await store.add(members, unit_id=unit, name=f"N {number}", status="full")
                account = await accounts.at(store, "telegram", str(phone.id), "vi", self.clock.now)
                await accounts.link(store, account.id, new, self.clock.now)

    async def broadcasts(self) -> None:
        """Something is left for the first branch."""
        async with self.database.transaction() as store:
            audience = ("below", self.ward.branches[0].path)
            await mailings.spread(store, CAUSE, audience, HELLO, self.clock.now)

    def process(self) -> Process:
        """One more process."""
        url = self.database.url.render_as_string(hide_password=False)
        self.processes.append(Process(url, self.sim, self.clock, self.at, self.seen.set))
        return self.processes[-1]

    async def states(self) -> dict[str, int]:
        """How many deliveries stand in each state."""
        async with self.database.transaction() as store:
            return dict(await deliveries.counts(store, CAUSE))

    async def until(self, *states: str) -> dict[str, int]:
        """Wait until no delivery is in one of these states."""
        async with asyncio.timeout(20):
            while (now := await self.states()) and any(one in now for one in states):
                await self.changes()
        return now

    async def begins_to_send(self) -> None:
        """Wait until something is being sent."""
        async with asyncio.timeout(10):
            while not (await self.states()).get("sending"):
                await self.changes()

    async def changes(self) -> None:
        """Wait until one of the processes has done something, or a moment."""
        self.seen.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(0.1):
                await self.seen.wait()

    def arrived(self) -> list[int]:
        """How many messages of the bot lie on each phone."""
        chats = [self.sim.world.chats[phone.id] for phone in self.sim.world.phones.values()]
        return [sum(m.sender is None for m in chat.messages.values()) for chat in chats]


@pytest.fixture
async def street(
    database: Database, ward: Ward, now: datetime, tmp_path: Path
) -> AsyncIterator[Street]:
    async with Simulator(token=TOKEN) as sim:
        street = Street(database, ward, sim, now, tmp_path / "files")
        await street.grows()
        yield street
        for one in street.processes:
            await one.close()


@ON_POSTGRESQL
async def test_two_that_deliver_together_share_people_and_pace(street: Street) -> None:
    await street.broadcasts()
    begun = asyncio.get_running_loop().time()
    for _ in range(2):
        street.process().begins()

    states = await street.until("queued", "leased", "sending")
    took = asyncio.get_running_loop().time() - begun
    assert states["sent"] == PEOPLE
    assert street.arrived() == [1] * PEOPLE
    assert PEOPLE / took <= PER_SECOND * 1.05, "together they are no faster than one may be"


@ON_POSTGRESQL
async def test_one_dies_and_the_other_goes_on_without_a_second_copy(street: Street) -> None:
    street.sim.world.faults.add(Fault(method="sendmessage", kind="slow", count=20, seconds=0.3))
    await street.broadcasts()
    dying, other = street.process(), street.process()
    dying.begins()
    await street.begins_to_send()
    await dying.dies()
    other.begins()

    states = await street.until("queued", "leased", "sending")
    assert states["sent"] + states.get("uncertain", 0) == PEOPLE
    assert states.get("uncertain", 0) <= IN_FLIGHT
    assert max(street.arrived()) == 1
    assert sum(street.arrived()) >= states["sent"]


@ON_POSTGRESQL
async def test_one_that_lives_is_never_taken_over_from(street: Street) -> None:
    await street.broadcasts()
    street.sim.world.faults.add(Fault(method="sendmessage", kind="slow", count=4, seconds=0.4))
    living, newcomer = street.process(), street.process()
    living.begins()
    await street.begins_to_send()
    await newcomer.courier.take_over()

    assert "uncertain" not in await street.states()
    assert await street.until("queued", "leased", "sending") == {
        "sent": PEOPLE,
        "unreachable": 7,
        "unlinked": 1,
    }
