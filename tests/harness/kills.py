"""The real process against the simulator under load, killed with -9 at random moments.

    make kills KILLS=50 [DATABASE=postgresql+asyncpg://...]

Members vote, change their votes and propose corrections over HTTP without pause, while notices go
out to everyone. What a phone was told is done must be in the books at the end; nothing may be there
twice; no official message may be on a phone twice; and what a kill leaves uncertain is at most what
was in flight. The last line says it in figures.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import func, select

from bot.app import utc_now
from bot.delivery import IN_FLIGHT
from bot.demo_month import SECRETARY, begin_month
from rules.members import Person
from rules.notices import seal
from rules.organisation import Organisation
from services import notices_writing
from storage import accounts, members
from storage.engine import Database
from storage.migrate import migrate
from storage.tables import corrections, mailings, polls, votes
from storage.tables import deliveries as delivery_rows
from tests.harness.member import Member
from tests.month import ZONE, Bot, Machine

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)  # far from the quiet hours
LONGEST = 2.5  # seconds a process lives once it takes updates
EARLY, STARTING = 0.2, 1.5  # how many are killed before that, and within how many seconds
STARTS_WITHIN = 60.0  # seconds, beside whatever else the machine does
STUCK = 90.0  # seconds in which nothing goes out: longer than a lease lasts
BETWEEN_NOTICES = 0.8  # seconds


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
    def acknowledged(self) -> int:
        """How much phones were told is done."""
        return self.votes + self.corrections

    @property
    def holds(self) -> bool:
        """Whether every promise was kept, and there was something to keep."""
        few = self.uncertain <= IN_FLIGHT * self.kills
        return few and self.acknowledged > 0 and not (self.lost or self.doubled or self.resent)

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
        self.poll_id = 0

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
            self.poll_id = int(await store.value(select(func.max(polls.c.id))))
            voters = [
                one.id
                for one in everyone
                if one.unit_id == secretary.member.unit_id and one.status == "full"
            ]
        return [await self._phone(session, one) for one in voters]

    async def _phone(self, session: aiohttp.ClientSession, member_id: int) -> Member:
        body = {"name": f"Đảng viên {member_id}", "messenger": "telegram"}
        async with session.post("/phones", json=body) as answer:
            phone = int((await answer.json())["id"])
        async with session.post(f"/phones/{phone}/start", json={"code": ""}) as answer:
            assert answer.status == 200
        async with self.database.transaction() as store:
            account = await accounts.at(store, "telegram", str(phone), "vi", self.now)
            await accounts.link(store, account.id, member_id, self.now)
        return Member(session, phone, member_id)

    async def broadcasts(self, over: asyncio.Event) -> int:
        """One notice after the other; how many."""
        sent = 0
        while not over.is_set():
            await self._notice(f"Tin thử số {sent}.")
            sent += 1
            await _for(BETWEEN_NOTICES, over)
        return sent

    async def _notice(self, text: str) -> None:
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
            held = {
                row["member_id"]: row["choice"]
                for row in await store.all(select(votes).where(votes.c.poll_id == self.poll_id))
            }
            said = Counter(await store.values(select(corrections.c.text)))
            rows = await store.all(select(delivery_rows))
        for one in people:
            if one.cast and held.get(one.member_id) not in one.votes:
                verdict.lost.append(f"vote of {one.member_id}")
            verdict.lost += [text for text in one.texts if not said[text]]
        ours = {text for one in people for text in one.proposed}
        verdict.doubled += [text for text in ours if said[text] > 1]
        verdict.uncertain = sum(row["state"] == "uncertain" for row in rows)
        for one in people:
            await self._compare(
                one, [row for row in rows if row["member_id"] == one.member_id], verdict
            )

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


async def run(kills: int, url: str, folder: Path, *, loud: bool) -> Verdict:
    """So many kills, then quiet, then the verdict."""
    machine = Machine(folder, MORNING, {"SOTAY_DATABASE_URL": url, "SOTAY_RECALL_SECONDS": "0"})
    verdict = Verdict(kills)
    await migrate(url)
    ward = Ward(url, MORNING - utc_now())
    over = asyncio.Event()
    async with machine.simulator() as address, aiohttp.ClientSession(address) as session:
        bot = Bot(machine, address)
        people = await ward.begin(session)
        try:
            async with _load(ward, people, over) as broadcast:
                await _kill_again_and_again(bot, session, kills, loud=loud)
                over.set()
                await bot.start()
                verdict.notices = await broadcast
            await _quiet(ward, verdict)
            await ward.judges(people, verdict)
        finally:
            await bot.kill()
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


async def _kill_again_and_again(
    bot: Bot, session: aiohttp.ClientSession, kills: int, *, loud: bool
) -> None:
    """Most while they work, some while they start. A life is counted from when it began to take
    updates: how long a start takes depends on what else the machine does."""
    for number in range(kills):
        before = await _fetches(session)
        await bot.start()
        if random.random() < EARLY:
            await asyncio.sleep(random.uniform(0, STARTING))
        else:
            await _takes_updates(session, before)
            await asyncio.sleep(random.uniform(0, LONGEST))
        await bot.kill()
        if loud:
            print(f"kill {number + 1} of {kills}", file=sys.stderr, flush=True)


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


def main() -> None:
    """The command line; exit 1 when a promise was broken, or nothing was acknowledged at all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--database", default="", help="an empty one; SQLite when not given")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = asked.database or f"sqlite+aiosqlite:///{folder}/data/sotay.db"
        verdict = asyncio.run(run(asked.kills, url, Path(folder), loud=True))
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
