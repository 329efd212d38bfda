"""Deliveries through the real Telegram door against the simulator's faults."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import OperationalError

from audio.engines import EngineFailed
from bot.delivery import IN_FLIGHT, Courier
from bot.doors import Page
from bot.gallery import Gallery, Made
from bot.on_telegram import TelegramDoor
from bot.pacer import Pacers
from bot.pages import Pages
from bot.routing import Switches
from bot.sending import TRIES
from bot.telegram_request import AiohttpRequest
from bot.texts import Texts
from rules.mailings import TOO_MANY
from rules.messages import Media, Message
from rules.words import words
from services.mailings import goes_badly
from simulator import Simulator
from simulator.chats import Phone
from simulator.faults import Fault
from simulator.people import deeds, view
from storage import accounts, deliveries, leases, mailings
from storage.engine import Database
from storage.mailings import ANSWERS
from storage.store import Store
from storage.tables import deliveries as rows
from storage.tables import members
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
        self.phones: dict[str, Phone] = {}
        self.clock = Clock(now)
        self.gallery = Gallery(database, folder, {"bell": _bell}, self.clock)
        self.door = TelegramDoor(TOKEN, self.gallery, sim.url, patience=1)
        self.doors = {"telegram": self.door}
        self.changed = asyncio.Event()
        self.courier = self.another(database)

    def another(self, database: Database | Books) -> Courier:
        """A process of its own that delivers from these books."""
        return Courier(
            database,  # type: ignore[arg-type]
            self.doors,
            Pages(Texts("party", ZoneInfo("Asia/Ho_Chi_Minh")), Switches(())),
            self.gallery,
            self.clock,
            Pacers(database, 100_000, 0),
            self.changed.set,
            goes_badly,
        )

    async def phone(self, key: str) -> Phone:
        """A phone of somebody in the ward, known to the bot and linked."""
        self.phones[key] = await self._phone(key, self.ward.id(key))
        return self.phones[key]

    async def _phone(self, name: str, member_id: int) -> Phone:
        phone = self.sim.world.add_phone(name)
        deeds.start(self.sim.world, phone)
        async with self.database.transaction() as store:
            account = await accounts.at(store, "telegram", str(phone.id), "vi", self.clock.now)
            await accounts.link(store, account.id, member_id, self.clock.now)
        return phone

    async def grows(self, people: int) -> list[Phone]:
        """So many more in the first branch, with their phones."""
        unit, phones = self.ward.branches[0].id, []
        for number in range(people):
            async with self.database.transaction() as store:
                new = await store.add(members, unit_id=unit, name=f"N {number}", status="full")
            phones.append(await self._phone(f"N {number}", new))
        return phones

    async def leaves(self, *keys: str, message: Message = HELLO, cause: str = "notice:1") -> None:
        """A message is left for these people."""
        async with self.database.transaction() as store:
            ids = [self.ward.id(key) for key in keys]
            await deliveries.leave(store, cause, ids, message, self.clock.now)

    async def broadcasts(self) -> None:
        """Thanh sends something to everyone."""
        async with self.database.transaction() as store:
            audience, sender = ("below", self.ward.top.path), self.ward.id("thanh")
            about, now = words("notices.none"), self.clock.now
            await mailings.spread(
                store, "notice:1", audience, HELLO, now, sender_id=sender, about=about
            )

    async def works(self, rounds: int = 1, cause: str = "notice:1") -> Counter[str]:
        """The courier does its rounds, an hour apart; the states afterwards."""
        for _ in range(rounds):
            await self.courier.round()
            self.clock.move(hours=1)
        async with self.database.transaction() as store:
            return await deliveries.counts(store, cause)

    async def until(self, wanted: dict[str, int]) -> None:
        """Wait until the courier that works by itself has come so far."""
        async with asyncio.timeout(10):
            self.changed.clear()  # before looking: what changes while we look must wake us
            while await self.works(rounds=0) != wanted:
                await self.changed.wait()
                self.changed.clear()

    def texts(self, phone: Phone) -> list[str]:
        """What the bot said on this phone, the oldest first."""
        entries = view.entries(self.sim.world, self.sim.world.chats[phone.id], 0, None)
        return [entry["text"] for entry in entries if entry["from"] == "bot"]

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


@pytest.mark.fault(14)
async def test_too_many_requests_pause_everyone_and_cost_nobody_a_try(post: Post) -> None:
    phone = await post.phone("hoa")
    await post.leaves("hoa")
    post.sim.world.faults.add(Fault(method="sendmessage", kind="429", count=1, retry_after=1))

    assert await post.works(rounds=2) == {"sent": 1}
    async with post.database.transaction() as store:
        assert [row["attempts"] for row in await store.all(rows.select())] == [1]
    assert post.arrived(phone) == 1


@pytest.mark.fault(16)
async def test_a_server_that_fails_is_asked_again_then_given_up(post: Post) -> None:
    await post.phone("hoa")
    await post.leaves("hoa")
    post.sim.world.faults.add(Fault(method="sendmessage", kind="502", count=TRIES))

    assert await post.works(rounds=TRIES - 1) == {"queued": 1}
    assert await post.works() == {"failed": 1}


@pytest.mark.fault(18)
async def test_a_send_without_an_answer_stays_uncertain_and_is_never_repeated(post: Post) -> None:
    phone = await post.phone("hoa")
    await post.leaves("hoa")
    post.sim.world.faults.add(Fault(method="sendmessage", kind="timeout_after", count=1, seconds=3))

    assert await post.works(rounds=3) == {"uncertain": 1}
    assert post.arrived(phone) == 1


@pytest.mark.fault(20)
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


async def test_a_file_that_arrived_without_its_words_is_not_brought_again(post: Post) -> None:
    phone = await post.phone("hoa")
    text = words("notices.notice", title="Số 1", author="B", text="a" * 2000)
    long = Message(text, media=VOICE.media)
    await post.leaves("hoa", message=long)
    post.sim.world.faults.add(Fault(method="sendmessage", kind="502"))

    assert await post.works(rounds=3) == {"uncertain": 1}
    assert post.arrived(phone) == 1


# --- broadcasts ------------------------------------------------------------------------------


@pytest.mark.fault(24)
async def test_one_that_goes_badly_is_paused_and_its_sender_asked_once(post: Post) -> None:
    thanh = await post.phone("thanh")
    await post.grows(60)
    await post.broadcasts()
    post.sim.world.faults.add(Fault(method="sendmessage", kind="drop", count=TOO_MANY))

    await post.works(rounds=1)
    states = await post.works(rounds=3)
    assert states["queued"] > 20, "it stands still"
    assert states["uncertain"] == TOO_MANY
    assert [said for said in post.texts(thanh) if "Đang tạm dừng gửi" in said] == [
        post.texts(thanh)[-1]
    ]
    async with post.database.transaction() as store:
        (mailing,) = await mailings.of(store, "notice:1")
        assert mailing.state == "paused"
        await mailings.go_on(store, "notice:1")
    assert (await post.works(rounds=3))["queued"] == 0


async def test_who_blocked_us_is_no_sign_that_something_is_wrong(post: Post) -> None:
    phones = await post.grows(20)
    for phone in phones:
        deeds.block(post.sim.world, phone)
    await post.broadcasts()

    assert (await post.works(rounds=2))["unreachable"] == 20 + 11  # and those at another messenger
    async with post.database.transaction() as store:
        assert await mailings.state(store, "notice:1") == "going"


async def test_only_broadcasts_go_by_the_paid_lane(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    paid: list[bool] = []
    send = AiohttpRequest.do_request

    async def recorded(self: AiohttpRequest, url: str, *args: Any, **more: Any) -> Any:
        if url.endswith("sendMessage"):
            data = more.get("request_data") or args[1]
            paid.append(data.json_parameters.get("allow_paid_broadcast") == "true")
        return await send(self, url, *args, **more)

    monkeypatch.setattr(AiohttpRequest, "do_request", recorded)
    post.door._paid = True
    await post.phone("hoa")
    await post.leaves("hoa")
    async with post.database.transaction() as store:
        hoa = [post.ward.id("hoa")]
        await deliveries.leave(store, "case:1", hoa, HELLO, post.clock.now, lane=ANSWERS)
    await post.works()
    assert sorted(paid) == [False, True]

    paid.clear()
    await post.door.show(str(post.phones["hoa"].id), Page("Trang chính"))
    assert paid == [False]


# --- crashes ---------------------------------------------------------------------------------


class Books:
    """The books of a process that ends at one commit, just before it or just after."""

    def __init__(self, database: Database, at: int, *, after: bool) -> None:
        self.database, self.at, self.after = database, at, after
        self.ended = asyncio.Event()
        self.url, self.alone = database.url, database.alone

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Store]:
        """As ever, until the moment comes: then nothing goes on any more."""
        self.at -= 1
        last = self.at == 0
        async with self.database.transaction() as store:
            yield store
            if last and not self.after:
                await self._end()
        if last:
            await self._end()

    async def _end(self) -> None:
        self.ended.set()
        await asyncio.Event().wait()


@pytest.mark.fault(1, 2, 43)
@pytest.mark.parametrize("after", [False, True], ids=["before a commit", "after a commit"])
async def test_wherever_the_process_ends_nobody_gets_two_and_nobody_is_forgotten(
    post: Post, after: bool
) -> None:
    people = ("hoa", "sen", "an", "binh", "mai", "yen")
    phones = {key: await post.phone(key) for key in people}
    at, start = 1, post.clock.now
    while True:
        cause, post.clock.now = f"notice:{at}", start
        await post.leaves(*people, cause=cause)
        books = Books(post.database, at, after=after)
        ended = await _lives(post.another(books), books)
        await post.another(post.database).take_over()
        states = await post.works(rounds=2, cause=cause)

        arrived = {key: post.arrived(phone) for key, phone in phones.items()}
        assert sum(states.values()) == len(people)
        assert states["sent"] + states["uncertain"] == len(people), (at, states)
        assert states["uncertain"] <= IN_FLIGHT, at
        assert all(count <= 1 for count in arrived.values()), (at, arrived)
        assert sum(arrived.values()) >= states["sent"], at
        for phone in phones.values():
            post.sim.world.chats[phone.id].messages.clear()
        if not ended:
            assert states["uncertain"] == 0
            assert at > 2 * len(people) / IN_FLIGHT, "it ended at many a commit before"
            return
        at += 1


async def _lives(courier: Courier, books: Books) -> bool:
    """A process delivers; whether it came to its end before everything was done."""
    working = asyncio.ensure_future(_delivers(courier))
    ending = asyncio.ensure_future(books.ended.wait())
    await asyncio.wait((working, ending), return_when=asyncio.FIRST_COMPLETED)
    ended = not working.done()
    for one in (working, ending):
        one.cancel()
    await asyncio.gather(working, ending, return_exceptions=True)
    return ended


async def _delivers(courier: Courier) -> None:
    while await courier.round():
        pass


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


@pytest.mark.fault(17)
async def test_while_the_server_cannot_be_reached_nobodys_try_is_counted(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def goes_on(_seconds: float) -> None:
        pass

    phone = await post.phone("hoa")
    await post.leaves("hoa")
    nowhere = TelegramDoor(TOKEN, post.gallery, "http://127.0.0.1:1", patience=0.3)
    post.doors["telegram"] = nowhere
    monkeypatch.setattr(post.courier._sender.pacers.of("telegram"), "pause", goes_on)

    assert await post.works(rounds=3 * TRIES) == {"queued": 1}
    await nowhere.close()
    post.doors["telegram"] = post.door
    assert await post.works() == {"sent": 1}
    assert (post.arrived(phone), post.sim.world.stats.calls["sendMessage"]) == (1, 1)


@pytest.mark.fault(21)
async def test_a_chat_that_is_not_there_is_unreachable(post: Post) -> None:
    async with post.database.transaction() as store:
        account = await accounts.at(store, "telegram", "777", "vi", post.clock.now)
        await accounts.link(store, account.id, post.ward.id("hoa"), post.clock.now)
    await post.leaves("hoa")

    assert await post.works() == {"unreachable": 1}


@pytest.mark.fault(40)
async def test_words_go_out_although_no_voice_can_be_made(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def mute(*_: object) -> Made:
        raise EngineFailed("bell", "no voice here")

    phone = await post.phone("hoa")
    monkeypatch.setitem(post.gallery._makers, "bell", mute)
    await post.leaves("hoa", message=VOICE)

    assert await post.works() == {"sent": 1}
    assert "nghe" in post.texts(phone)[0]


@pytest.mark.fault(2)
async def test_what_a_killed_process_was_sending_is_uncertain_as_soon_as_another_begins(
    post: Post,
) -> None:
    await post.phone("hoa")
    await post.phone("mai")
    await post.leaves("hoa", "mai")
    async with post.database.transaction() as store:
        first, _ = await leases.lease(store, "dead", post.clock.now, 10)
        assert await leases.sending(store, first.id, "dead", first.accounts[0].id)

    working = asyncio.ensure_future(post.courier.work())
    await post.until({"uncertain": 1, "sent": 1})
    working.cancel()


@pytest.mark.fault(12)
async def test_trouble_with_the_books_ends_neither_the_courier_nor_a_message(post: Post) -> None:
    phone = await post.phone("hoa")
    await post.leaves("hoa")
    books, troubled = post.database._books, 0

    class Troubled:
        """Books that are away two times in three."""

        def transaction(self) -> Any:
            nonlocal troubled
            troubled += 1
            if troubled % 3:
                raise OperationalError("away", None, OSError("away"))
            return books.transaction()

    working = asyncio.ensure_future(post.courier.work())
    post.database._books = Troubled()
    while troubled < 12:
        post.courier.ring()
        await asyncio.sleep(0)
    post.database._books = books
    post.clock.move(minutes=2)
    post.courier.ring()
    await post.until({"sent": 1})
    working.cancel()

    assert post.arrived(phone) == 1


async def test_a_message_an_older_version_left_arrives_without_the_value_it_lacks(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Texts, "strict", False)
    phone = await post.phone("hoa")
    title = words("notices.numbered", number=3, year=2026)  # whose it is was not kept then
    older = Message(words("notices.notice", title=title, author="Lê Văn Bình", text="Họp tối nay."))
    await post.leaves("hoa", message=older)
    await post.works()

    last = view.entries(post.sim.world, post.sim.world.chats[phone.id], 0, None)[-1]
    assert last["text"] == "Thông báo số 3 năm 2026\nNgười gửi: Lê Văn Bình\n\nHọp tối nay."
