"""Deliveries through the real Telegram door against the simulator's faults."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.delivery import TRIES, Courier
from bot.gallery import Gallery, Made
from bot.on_telegram import TelegramDoor
from bot.pacer import Pacer
from bot.pages import Pages
from bot.routing import Switches
from bot.texts import Texts
from rules.messages import Media, Message
from rules.words import words
from services.mailings import goes_badly
from simulator import Simulator
from simulator.chats import Phone
from simulator.faults import Fault
from simulator.people import deeds
from storage import accounts, deliveries
from storage.engine import Database
from storage.tables import deliveries as rows
from tests.clock import TOKEN, Clock
from tests.ward import Ward

HELLO = Message(words("help.which_speed"))
VOICE = Message(words("help.which_speed"), media=Media("voice", maker="bell"))


async def _bell(_values: dict[str, object], _language: str, out: Path) -> Made:
    await asyncio.to_thread(out.write_bytes, b"OggS" + b"ding" * 1000)
    return Made(out, "bell.ogg", "audio/ogg", 1)


class Post:
    """A courier, its door, and the phones of the ward."""

    def __init__(self, database: Database, ward: Ward, sim: Simulator, now: datetime, folder: Path):
        self.database, self.ward, self.sim = database, ward, sim
        self.clock = Clock(now)
        self.gallery = Gallery(database, folder, {"bell": _bell}, self.clock)
        self.door = TelegramDoor(TOKEN, self.gallery, sim.url, patience=0.3)
        pages = Pages(Texts("party", ZoneInfo("Asia/Ho_Chi_Minh")), Switches(()))
        pacer = Pacer(100_000, 0)
        doors = {"telegram": self.door}
        self.courier = Courier(
            database,
            doors,
            pages,
            self.gallery,
            self.clock,
            pacer,
            lambda: None,
            goes_badly,
        )

    async def phone(self, key: str) -> Phone:
        """A phone of somebody in the ward, known to the bot and linked."""
        phone = self.sim.world.add_phone(key)
        deeds.start(self.sim.world, phone)
        async with self.database.transaction() as store:
            account = await accounts.at(store, "telegram", str(phone.id), "vi", self.clock.now)
            await accounts.link(store, account.id, self.ward.id(key), self.clock.now)
        return phone

    async def leaves(self, *keys: str, message: Message = HELLO) -> None:
        """A message is left for these people."""
        async with self.database.transaction() as store:
            ids = [self.ward.id(key) for key in keys]
            await deliveries.leave(store, "notice:1", ids, message, self.clock.now)

    async def works(self, rounds: int = 1) -> Counter[str]:
        """The courier does its rounds, an hour apart; the states afterwards."""
        for _ in range(rounds):
            await self.courier.round()
            self.clock.move(hours=1)
        async with self.database.transaction() as store:
            return await deliveries.counts(store, "notice:1")

    def arrived(self, phone: Phone) -> int:
        """How many messages of the bot lie on this phone."""
        chat = self.sim.world.chats[phone.id]
        return sum(message.sender is None for message in chat.messages.values())


@pytest.fixture
async def post(
    database: Database, ward: Ward, now: datetime, tmp_path: Path
) -> AsyncIterator[Post]:
    async with Simulator(token=TOKEN) as sim:
        post = Post(database, ward, sim, now, tmp_path / "files")
        yield post
        await post.door.close()


async def test_what_waits_arrives_once(post: Post) -> None:
    phone = await post.phone("hoa")
    await post.leaves("hoa")

    assert await post.works(rounds=3) == {"sent": 1}
    assert post.arrived(phone) == 1


async def test_too_many_requests_pause_everyone_and_cost_nobody_a_try(post: Post) -> None:
    phone = await post.phone("hoa")
    await post.leaves("hoa")
    post.sim.world.faults.add(Fault(method="sendmessage", kind="429", count=1, retry_after=1))

    assert await post.works(rounds=2) == {"sent": 1}
    async with post.database.transaction() as store:
        assert [row["attempts"] for row in await store.all(rows.select())] == [1]
    assert post.arrived(phone) == 1


async def test_a_server_that_fails_is_asked_again_then_given_up(post: Post) -> None:
    await post.phone("hoa")
    await post.leaves("hoa")
    post.sim.world.faults.add(Fault(method="sendmessage", kind="502", count=TRIES))

    assert await post.works(rounds=TRIES - 1) == {"queued": 1}
    assert await post.works() == {"failed": 1}


async def test_a_send_without_an_answer_stays_uncertain_and_is_never_repeated(post: Post) -> None:
    phone = await post.phone("hoa")
    await post.leaves("hoa")
    post.sim.world.faults.add(Fault(method="sendmessage", kind="timeout_after", count=1, seconds=1))

    assert await post.works(rounds=3) == {"uncertain": 1}
    assert post.arrived(phone) == 1


async def test_who_blocked_us_is_unreachable_and_marked(post: Post) -> None:
    phone = await post.phone("hoa")
    await post.leaves("hoa")
    deeds.block(post.sim.world, phone)
    async with post.database.transaction() as store:
        other = next(one for one in await accounts.of_member(store, post.ward.id("hoa")))
        assert other.reachable

    assert await post.works() == {"unreachable": 1}


async def test_when_one_phone_is_gone_the_other_is_tried(post: Post) -> None:
    first = await post.phone("hoa")
    post.clock.move(minutes=1)
    second = await post.phone("hoa")
    deeds.block(post.sim.world, second)
    await post.leaves("hoa")

    assert await post.works() == {"sent": 1}
    assert (post.arrived(first), post.arrived(second)) == (1, 0)


async def test_a_file_is_uploaded_once_however_many_get_it(post: Post) -> None:
    people = ("hoa", "sen", "an", "binh", "mai", "yen")
    phones = [await post.phone(key) for key in people]
    await post.leaves(*people, message=VOICE)

    assert await post.works() == {"sent": len(people)}
    assert [post.arrived(phone) for phone in phones] == [1] * len(people)
    assert post.sim.world.stats.uploads == 1


async def test_nothing_is_sent_before_its_time(post: Post) -> None:
    phone = await post.phone("hoa")
    async with post.database.transaction() as store:
        later = post.clock.now + timedelta(minutes=30)
        hoa = [post.ward.id("hoa")]
        await deliveries.leave(store, "notice:1", hoa, HELLO, post.clock.now, not_before=later)

    await post.works()
    assert post.arrived(phone) == 0
    await post.works()
    assert post.arrived(phone) == 1
