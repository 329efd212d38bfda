"""The real process against the simulator under load, killed with -9 at random moments.

    make kills KILLS=50 [DATABASE=postgresql [PROCESSES=2]]

Members vote in several polls, change their votes and propose corrections over HTTP without pause,
while notices go out to everyone. With two processes one is killed at a time, and the other goes on.
What a phone was told is done must be in the books at the end; nothing may be there twice; a poll
that is closed counts each vote once; no official message may be on a phone twice; and what a kill
leaves uncertain is at most what was in flight. The last line says it in figures.

DATABASE is "postgresql" for one of our own, or the address of an empty one; SQLite otherwise.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import select

from bot.clock import utc_now
from bot.delivery import IN_FLIGHT
from bot.demo_month import SECRETARY, begin_month
from rules.members import Person
from rules.notices import seal
from rules.organisation import Organisation
from services import notices_writing, polls_closing, polls_opening, polls_writing
from storage import accounts, members
from storage.engine import Database
from storage.migrate import migrate
from storage.store import Store
from storage.tables import audit, corrections, mailings, polls, votes
from storage.tables import deliveries as delivery_rows
from tests.conftest import own_server
from tests.harness.member import Member
from tests.harness.pair import Pair
from tests.month import ZONE, Bot, Machine

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)  # far from the quiet hours
LONGEST = 2.5  # seconds a process lives once it takes updates
EARLY, STARTING = 0.2, 1.5  # how many are killed before that, and within how many seconds
STARTS_WITHIN = 60.0  # seconds, beside whatever else the machine does
STUCK = 90.0  # seconds in which nothing goes out: longer than a lease lasts
BETWEEN_NOTICES = 0.8  # seconds
OPEN_FOR = timedelta(days=1)
QUESTIONS = ("Thay đèn hẻm 3?", "Sơn lại nhà văn hóa?", "Dời giờ sinh hoạt?")


@dataclass
class Verdict:
    """What was found in the end."""

    kills: int = 0
    votes: int = 0
    corrections: int = 0
    notices: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    resent: list[str] = field(default_factory=list)
    uncertain: int = 0

    @property
    def holds(self) -> bool:
        """Whether every promise was kept, and there was something of each kind to keep."""
        few = self.uncertain <= IN_FLIGHT * self.kills
        some = self.votes > 0 and self.corrections > 0
        return few and some and not (self.lost or self.doubled or self.resent)

    def __str__(self) -> str:
        return (
            f"lost {len(self.lost)} · doubled {len(self.doubled)} · "
            f"resent {len(self.resent)} · uncertain {self.uncertain}"
        )


class Ward:
    """The books as the harness sees them, beside the process that is killed."""

    def __init__(self, url: str, ahead: timedelta) -> None:
        self.database = Database(url, Organisation(recall_seconds=0))
        self._ahead = ahead
        self.secretary: Person
        self.polls: dict[str, int] = {}

    @property
    def now(self) -> datetime:
        """What the killed process's clock shows."""
        return utc_now() + self._ahead

    async def begin(self, session: aiohttp.ClientSession) -> list[Member]:
        """Found the ward in the middle of a month; a phone for everyone on the poll's roll."""
        async with self.database.transaction() as store:
            await begin_month(store, [], self.now)
            everyone = await members.everyone(store)
            by_name = {one.name: one.id for one in everyone}
            today = store.org.today(self.now)
            secretary = await members.person(store, by_name[SECRETARY], today)
            assert secretary is not None
            self.secretary = secretary
            self.polls = {one: await self.asks(store, one) for one in QUESTIONS}
            voters = [
                one.id
                for one in everyone
                if one.unit_id == secretary.member.unit_id and one.status == "full"
            ]
        return [await self.phone(session, one) for one in voters]

    async def phone(self, session: aiohttp.ClientSession, member_id: int) -> Member:
        """A phone for a member, which the books know already."""
        body = {"name": f"Đảng viên {member_id}", "messenger": "telegram"}
        async with session.post("/phones", json=body) as answer:
            phone = int((await answer.json())["id"])
        async with session.post(f"/phones/{phone}/start", json={"code": ""}) as answer:
            assert answer.status == 200
        async with self.database.transaction() as store:
            account = await accounts.at(store, "telegram", str(phone), "vi", self.now)
            await accounts.link(store, account.id, member_id, self.now)
        return Member(session, phone, member_id, QUESTIONS)

    async def asks(self, store: Store, question: str) -> int:
        """Open a poll of the secretary's branch; its number."""
        who, now = self.secretary, self.now
        draft = await polls_writing.take_question(store, who, question, now)
        await polls_writing.take_options(store, who, draft.id, None)
        await polls_writing.take_threshold(store, who, draft.id, "more_than_half")
        await polls_writing.take_base(store, who, draft.id, "cast")
        await polls_opening.ask(store, who, draft.id, "full", now)
        await polls_writing.take_close(store, who, draft.id, now + OPEN_FOR, now)
        return (await polls_opening.open_now(store, who, draft.id, now)).id

    async def broadcasts(self, over: asyncio.Event) -> int:
        """One notice after the other; how many."""
        sent = 0
        while not over.is_set():
            await self.notice(f"Tin thử số {sent}.")
            sent += 1
            await _for(BETWEEN_NOTICES, over)
        return sent

    async def notice(self, text: str) -> None:
        """The secretary's notice to everyone of the branch."""
        now = self.now
        async with self.database.transaction() as store:
            draft = await notices_writing.write(store, self.secretary, text, None, now)
            await notices_writing.aim(store, self.secretary, draft.id, "all")
            await notices_writing.mark(store, self.secretary, draft.id, True)
            draft = await notices_writing.own(store, self.secretary, draft.id)
            circle = await notices_writing.circle(store, draft, "all", now)
            mark = seal(draft, circle.mark, now)
            await notices_writing.confirm(store, self.secretary, draft.id, mark, now)

    async def waiting(self) -> list[str]:
        """What waits to be sent, or is being sent."""
        under_way = delivery_rows.c.state.in_(("queued", "leased", "sending"))
        async with self.database.transaction() as store:
            rows = await store.all(select(delivery_rows).where(under_way))
            unspread = await store.values(select(mailings.c.cause).where(~mailings.c.spread))
        return [f"{cause} has not reached everybody" for cause in unspread] + [
            f"{row['cause']} {row['state']}, due {row['not_before']}, leased until "
            f"{row['lease_until']}, tried {row['attempts']} times"
            for row in rows
        ]

    async def judges(self, people: list[Member], verdict: Verdict) -> None:
        """Compare what phones were told and hold with what stands in the books."""
        async with self.database.transaction() as store:
            said = Counter(await store.values(select(corrections.c.text)))
            rows = await store.all(select(delivery_rows))
        for question, poll_id in self.polls.items():
            await self._count(question, poll_id, people, verdict)
        for one in people:
            verdict.lost += [text for text in one.texts if not said[text]]
        ours = {text for one in people for text in one.proposed}
        verdict.doubled += [text for text in ours if said[text] > 1]
        verdict.uncertain = sum(row["state"] == "uncertain" for row in rows)
        for one in people:
            await self._compare(
                one, [row for row in rows if row["member_id"] == one.member_id], verdict
            )

    async def _count(
        self, question: str, poll_id: int, people: list[Member], verdict: Verdict
    ) -> None:
        """Each vote that was acknowledged is held and noted, none oftener than it was handed in;
        and the poll, closed, counts what is held."""
        async with self.database.transaction() as store:
            await polls_closing.close_early(store, self.secretary, poll_id, self.now)
            held = await store.all(select(votes).where(votes.c.poll_id == poll_id))
            result = await store.value(select(polls.c.result).where(polls.c.id == poll_id))
            noting = audit.c.action.in_(("voted", "changed_vote"))
            about = (audit.c.subject == "poll") & (audit.c.subject_id == poll_id)
            noted = Counter(await store.values(select(audit.c.actor_id).where(noting, about)))
        choices = {row["member_id"]: row["choice"] for row in held}
        for one in people:
            ballot, name = one.ballots[question], f"vote of {one.member_id} on {question}"
            if ballot.cast and choices.get(one.member_id) not in ballot.may_stand:
                verdict.lost.append(f"{name}: {choices.get(one.member_id)}, said {ballot}")
            if noted[one.member_id] < ballot.noted:
                verdict.lost.append(f"{name}: noted {noted[one.member_id]} times, said {ballot}")
            if noted[one.member_id] > ballot.tried:
                verdict.doubled.append(f"{name}: noted {noted[one.member_id]} times, said {ballot}")
        counted, there = result["counts"], Counter(choices.values())
        if counted != [there[number] for number in range(len(counted))]:
            verdict.lost.append(f"{question}: counted {counted}, held {there}")

    async def _compare(self, one: Member, rows: list[Any], verdict: Verdict) -> None:
        """Each notice at most once on the phone; what is "sent" is there."""
        titles = [entry["text"].partition("\n")[0] for entry in await one.chat()]
        there = Counter(title for title in titles if "Thông báo số" in title)
        verdict.resent += [f"{one.phone}: {text}" for text, count in there.items() if count > 1]
        sent = sum(row["state"] == "sent" and row["cause"].startswith("notice:") for row in rows)
        uncertain = sum(
            row["state"] == "uncertain" and row["cause"].startswith("notice:") for row in rows
        )
        arrived = len(there)
        if not sent <= arrived <= sent + uncertain:
            verdict.lost.append(f"{one.phone}: {arrived} notices, {sent} sent, {uncertain} unsure")


async def run(
    kills: int,
    url: str,
    folder: Path,
    *,
    loud: bool = False,
    processes: int = 1,
    most: int | None = None,
) -> Verdict:
    """So many kills, then quiet, then the verdict; `most` of the members live meanwhile, or all."""
    machine = Machine(folder, MORNING, {"SOTAY_DATABASE_URL": url, "SOTAY_RECALL_SECONDS": "0"})
    verdict = Verdict(kills)
    await migrate(url)
    ward = Ward(url, MORNING - utc_now())
    over = asyncio.Event()
    async with machine.simulator() as address, aiohttp.ClientSession(address) as session:
        people = (await ward.begin(session))[:most]
        victim = (
            Couple.of(machine, address) if processes == 2 else Alone.of(machine, address, session)
        )
        try:
            async with victim as victims, _load(ward, people, over) as broadcast:
                for number in range(kills):
                    await victims.live_and_die()
                    if loud:
                        print(f"kill {number + 1} of {kills}", file=sys.stderr, flush=True)
                over.set()
                await victims.live()
                verdict.notices = await broadcast
                await _quiet(ward, verdict)
            await ward.judges(people, verdict)
        finally:
            await ward.database.close()
    verdict.votes = sum(one.cast for one in people)
    verdict.corrections = sum(len(one.texts) for one in people)
    return verdict


@asynccontextmanager
async def _load(
    ward: Ward, people: list[Member], over: asyncio.Event
) -> AsyncIterator[asyncio.Task[int]]:
    async with asyncio.TaskGroup() as group:
        for one in people:
            group.create_task(one.lives(over))
        yield group.create_task(ward.broadcasts(over))


class Alone:
    """One process that is killed, most times while it works and some while it starts. A life is
    counted from when it began to take updates: how long a start takes depends on what else the
    machine does."""

    def __init__(self, bot: Bot, session: aiohttp.ClientSession) -> None:
        self._bot = bot
        self._session = session

    @classmethod
    @asynccontextmanager
    async def of(
        cls, machine: Machine, simulator: str, session: aiohttp.ClientSession
    ) -> AsyncIterator[Alone]:
        """It has not started."""
        bot = Bot(machine, simulator)
        try:
            yield cls(bot, session)
        finally:
            await bot.kill()

    async def live(self) -> None:
        """Begin."""
        await self._bot.start()

    async def live_and_die(self) -> None:
        """Begin, and end at a random moment."""
        before = await _fetches(self._session)
        await self.live()
        if random.random() < EARLY:
            await asyncio.sleep(random.uniform(0, STARTING))
        else:
            await _takes_updates(self._session, before)
            await asyncio.sleep(random.uniform(0, LONGEST))
        await self._bot.kill()


class Couple:
    """Two processes, of which one is killed at a random moment and begins again some time later;
    sometimes the next one dies before that."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._begun = False

    @classmethod
    @asynccontextmanager
    async def of(cls, machine: Machine, simulator: str) -> AsyncIterator[Couple]:
        """Neither has started."""
        async with Pair.of(machine, simulator) as pair:
            yield cls(pair)

    async def live(self) -> None:
        """Both work."""
        if not self._begun:
            self._begun = True
            await self._pair.start()
        await self._pair.are_ready()

    async def live_and_die(self) -> None:
        """Both work for a while, then one of them ends and the other goes on."""
        if random.random() >= EARLY or not self._begun:
            await self.live()
        await asyncio.sleep(random.uniform(0, LONGEST))
        await self._pair.kill_one()
        await asyncio.sleep(random.uniform(0, STARTING))
        await self._pair.start_again()


async def _takes_updates(session: aiohttp.ClientSession, before: int) -> None:
    async with asyncio.timeout(STARTS_WITHIN):
        while await _fetches(session) == before:  # noqa: ASYNC110 - another process starts
            await asyncio.sleep(0.05)


async def _fetches(session: aiohttp.ClientSession) -> int:
    async with session.get("/stats") as answer:
        return int((await answer.json())["calls"].get("getUpdates", 0))


async def _quiet(ward: Ward, verdict: Verdict) -> None:
    """Wait until the rest has gone out, as long as it goes out."""
    least, clock = sys.maxsize, asyncio.get_running_loop().time
    while waiting := await ward.waiting():
        if len(waiting) < least:
            least, give_up = len(waiting), clock() + STUCK
        if clock() > give_up:
            verdict.lost += [f"{one}, and it is {ward.now}" for one in waiting]
            return
        await asyncio.sleep(0.2)


async def _for(seconds: float, over: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(seconds):
            await over.wait()
    except TimeoutError:
        pass


@contextmanager
def _database(asked: str, folder: str) -> Iterator[str]:
    if asked != "postgresql":
        yield asked or f"sqlite+aiosqlite:///{folder}/data/sotay.db"
        return
    with own_server(Path(folder)) as url:
        yield url


def main() -> None:
    """The command line; exit 1 when a promise was broken, or no vote, or no correction,
    was acknowledged at all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--database", default="", help='"postgresql", or the address of one')
    parser.add_argument("--processes", type=int, choices=(1, 2), default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, _database(asked.database, folder) as url:
        if asked.processes == 2 and url.startswith("sqlite"):
            parser.error("SQLite belongs to one process: two need DATABASE=postgresql")
        verdict = asyncio.run(
            run(asked.kills, url, Path(folder), loud=True, processes=asked.processes)
        )
    for broken in (*verdict.lost, *verdict.doubled, *verdict.resent):
        print(broken)
    print(
        f"{verdict.kills} kills, {verdict.votes} votes and {verdict.corrections} corrections "
        f"acknowledged, {verdict.notices} notices; "
        f"uncertain per kill {verdict.uncertain / max(verdict.kills, 1):.1f}"
    )
    print(verdict)
    sys.exit(not verdict.holds)


if __name__ == "__main__":
    main()
