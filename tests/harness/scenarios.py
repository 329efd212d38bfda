"""Seven stories of a handbook, each with what must be true of it at every moment and at its end.

`deed` goes on from wherever things stand, as people would who saw no answer; so it is called again
after a crash.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console
from sqlalchemy import func, select

from bot.delivery import IN_FLIGHT
from bot.importing import Asked, Import
from services import (
    bulletins,
    bulletins_desk,
    joining,
    polls,
    polls_opening,
    polls_writing,
)
from storage import tables
from tests import meeting
from tests.clock import ZONE
from tests.harness.shaken import Shaken, Stuck, copies, goes_for, has_seen
from tests.talkers import Talker

SAMPLE = Path(__file__).parents[2] / "samples" / "phuong-sen-hong.csv"
QUESTION = "Đồng ý góp mỗi nhà một cây hoa?"
NOTICE = "Sáng thứ Bảy dọn vệ sinh nhà văn hóa, bắt đầu lúc 7 giờ."
DIRECTIVE = "1. Sinh hoạt chi bộ\nHọp tối thứ Sáu."
LISTENERS = ("binh", "hoa", "an", "sen", "dung", "mai", "khoa", "yen")
VOTERS = ("binh", "hoa", "tuan")


class Scenario:
    """A story; what it leaves to members is checked the same way in all of them."""

    name = ""
    cause = ""  # how the causes of its deliveries begin
    words = ""  # what every one of them says

    def __init__(self, town: Shaken) -> None:
        self.town = town
        self.receivers: dict[int, Talker] = {}

    async def prepare(self) -> None:
        """What was there before."""
        raise NotImplementedError

    async def deed(self) -> None:
        """What people and clock do, to the end of the story; raises Stuck when it has none."""
        raise NotImplementedError

    async def broken(self) -> list[str]:
        """The promises that do not hold now, whenever that is."""
        raise NotImplementedError

    async def unfinished(self) -> list[str]:
        """What is missing when the story has ended."""
        raise NotImplementedError

    async def twice(self) -> list[str]:
        """Members who got the same official message twice."""
        return [
            f"{one.name} has {copies(one, self.words)} copies"
            for one in self.receivers.values()
            if copies(one, self.words) > 1
        ]

    async def undelivered(self) -> list[str]:
        """What is wrong with the deliveries at the end."""
        rows = await self.rows(
            select(tables.deliveries).where(
                tables.deliveries.c.cause.startswith(self.cause),
                tables.deliveries.c.member_id.in_(list(self.receivers)),
            )
        )
        states = [row["state"] for row in rows]
        arrived = sum(copies(one, self.words) for one in self.receivers.values())
        wrong = [f"a delivery is {one}" for one in states if one not in ("sent", "uncertain")]
        if len(states) != len(self.receivers):
            wrong.append(f"{len(states)} deliveries for {len(self.receivers)} phones")
        if states.count("uncertain") > self._in_flight():
            wrong.append(f"{states.count('uncertain')} are uncertain")
        if not states.count("sent") <= arrived <= len(states):
            wrong.append(f"{states.count('sent')} sent, {arrived} arrived")
        return wrong

    def _in_flight(self) -> int:
        """How many deliveries may be uncertain: those whose answer the fault took away. What is in
        flight may be written in one commit, and a commit of which nobody hears takes all of it."""
        points = self.town.points
        if points.fault is None or points.fault.mode in ("429", "500"):
            return 0
        many = points.fault.mode == "crash" or points.happened.startswith("committed")
        return IN_FLIGHT if many else 1

    async def rows(self, statement: Any) -> Any:
        """Rows of the books, read beside the points."""
        async with self.town.app.database.transaction() as store:
            return await store.all(statement)

    async def count(self, table: Any, *where: Any) -> int:
        """How many rows there are."""
        return int(
            (await self.rows(select(func.count().label("n")).where(*where).select_from(table)))[0][
                "n"
            ]
        )

    async def receive(self, keys: Iterable[str]) -> None:
        """Phones of those who are to be reached."""
        self.receivers = {self.town.ward.id(key): await self.phone(key) for key in keys}

    async def phone(self, key: str) -> Talker:
        """A linked phone of somebody of the ward, with nothing on it yet."""
        talker = await self.town.stranger(self.town.ward_name(key))
        await self.town.links(talker, self.town.ward.id(key))
        return talker


class Joins(Scenario):
    """Somebody opens the letter's link, says the year and agrees."""

    name = "join"
    goal = "Chào đồng chí Tuấn"

    async def prepare(self) -> None:
        town = self.town
        async with town.app.database.transaction() as store:
            member = await town.ward.member(store, "tuan")
            self.code = await joining.issue_code(store, member, town.clock.now, None)
        self.tuan = await town.stranger("Tuấn")

    async def deed(self) -> None:
        ways = (("Tôi đồng ý", ""), ("sinh năm nào", "1990"))
        await goes_for(self.tuan, self.goal, ways, lambda: self.tuan.starts(self.code))

    async def broken(self) -> list[str]:
        linked = await self._linked()
        consents = await self.count(tables.consents)
        wrong = [] if consents == linked else [f"{consents} consents of {linked} people"]
        if has_seen(self.tuan, self.goal) and not linked:
            wrong.append("welcomed and not in the books")
        return wrong

    async def unfinished(self) -> list[str]:
        used = await self.count(tables.invites, tables.invites.c.used_at.is_not(None))
        linked = await self._linked()
        return [] if (linked, used) == (1, 1) else [f"linked {linked}, codes used {used}"]

    async def _linked(self) -> int:
        mine = tables.accounts.c.member_id == self.town.ward.id("tuan")
        return await self.count(tables.accounts, mine)


class Votes(Scenario):
    """A member votes, three taps from home."""

    name = "vote"
    goal = "Đã ghi phiếu của đồng chí: Đồng ý"

    async def prepare(self) -> None:
        self.poll_id = await open_poll(self.town)
        self.hoa = await self.phone("hoa")
        await self.town.settles()

    async def deed(self) -> None:
        ways = (("Bỏ phiếu: Đồng ý", ""), ("Xem và biểu quyết", ""), ("Đồng ý", ""))
        await goes_for(self.hoa, self.goal, ways, lambda: self.hoa.says("biểu quyết"))

    async def broken(self) -> list[str]:
        cast, noted = await self.count(tables.votes), await self._noted()
        wrong = [] if cast == noted <= 1 else [f"{cast} votes, noted {noted} times"]
        if has_seen(self.hoa, self.goal) and not cast:
            wrong.append("thanked for a vote that is not in the books")
        return wrong

    async def unfinished(self) -> list[str]:
        cast = await self.count(tables.votes, tables.votes.c.choice == 0)
        return [] if cast == 1 else [f"{cast} votes"]

    async def _noted(self) -> int:
        voting = tables.audit.c.action.in_(("voted", "changed_vote"))
        return await self.count(tables.audit, voting)


class Answers(Scenario):
    """A member says that she will come."""

    name = "RSVP"
    goal = "đã báo có mặt"

    async def prepare(self) -> None:
        town = self.town
        async with town.app.database.transaction() as store:
            called = await meeting.called(store, town.ward, town.clock.now)
        self.mine = (tables.attendance.c.meeting_id == called.id) & (
            tables.attendance.c.member_id == town.ward.id("hoa")
        )
        self.hoa = await self.phone("hoa")
        await town.settles()

    async def deed(self) -> None:
        await goes_for(self.hoa, self.goal, (("Có mặt", ""),), lambda: self.hoa.says("họp"))

    async def broken(self) -> list[str]:
        seen = has_seen(self.hoa, self.goal)
        return (
            ["thanked for an answer that is not in the books"] if seen > await self._came() else []
        )

    async def unfinished(self) -> list[str]:
        return [] if await self._came() == 1 else ["no answer in the books"]

    async def _came(self) -> int:
        coming = tables.attendance.c.answer.in_(("coming", "yes"))
        return await self.count(tables.attendance, self.mine, coming)


class Notifies(Scenario):
    """A secretary writes to two hundred members."""

    name = "notice to 200"
    cause, words = "notice:", "Thông báo số 1 năm 2026"
    people = 200

    async def prepare(self) -> None:
        town = self.town
        async with town.app.database.transaction() as store:
            unit = town.ward.branches[0].id
            ids = [
                await store.add(tables.members, unit_id=unit, name=f"Đỗ Văn {n}", status="full")
                for n in range(self.people)
            ]
        for member_id in ids:
            talker = await town.stranger(f"{member_id}")
            await town.links(talker, member_id)
            self.receivers[member_id] = talker
        self.binh = await self.phone("binh")

    async def deed(self) -> None:
        ways = (
            ("Gửi cho ", ""),
            ("Xem người nhận và gửi", ""),
            ("Thêm vào thông báo", ""),
            ("Làm tiếp", ""),
            ("Thông báo của Chi bộ 1", NOTICE),
        )
        await goes_for(self.binh, self.words, ways, lambda: self.binh.says("viết thông báo"))
        await self.town.passes(seconds=61)

    async def broken(self) -> list[str]:
        notices = await self.count(tables.notices, tables.notices.c.number.is_not(None))
        wrong = await self.twice()
        if notices > 1:
            wrong.append(f"{notices} notices")
        if has_seen(self.binh, self.words) and not notices:
            wrong.append("a number was told of a notice that is not in the books")
        left = await self.count(tables.mailings, tables.mailings.c.cause.like("notice:%"))
        if left != notices:
            wrong.append(f"{notices} notices, {left} on their way: half done")
        return wrong

    async def unfinished(self) -> list[str]:
        return await self.undelivered()


class Pushes(Scenario):
    """An approved bulletin goes out at its hour, as a voice."""

    name = "bulletin push"
    cause, words = "bulletin:", "Bản tin tháng 12 năm 2026"

    async def prepare(self) -> None:
        town = self.town
        async with town.app.database.transaction() as store:
            thanh, now = await town.ward.person(store, "thanh"), town.clock.now
            added = await bulletins.add_text(store, thanh, DIRECTIVE, "", now)
            desk = await bulletins_desk.on_desk(store, thanh, added.bulletin.id, now)
            await bulletins.hear(store, thanh, added.bulletin.id, desk.mark, now)
            await bulletins.approve(store, thanh, added.bulletin.id, desk.mark, now)
        town.clock.now += timedelta(days=8)
        await town.app.tick()  # what else was due meanwhile
        await self.receive(LISTENERS)

    async def deed(self) -> None:
        self.town.clock.now = max(self.town.clock.now, datetime(2026, 12, 5, 8, 0, tzinfo=ZONE))
        await self.town.ticks()

    async def broken(self) -> list[str]:
        return await self.twice()

    async def unfinished(self) -> list[str]:
        sent = await self.count(tables.bulletins, tables.bulletins.c.state == "sent")
        wrong = [] if sent == 1 else [f"{sent} bulletins are sent"]
        return wrong + await self.undelivered()


class Imports(Scenario):
    """The office imports a member list."""

    name = "import"

    async def prepare(self) -> None:
        self.told = False
        self.before = await self._members()

    async def deed(self) -> None:
        for _ in range(3):
            if await self._runs():
                return
        raise Stuck("the import fails again and again")

    async def _runs(self) -> bool:
        job = Import(self.town.settings, Asked(yes=True))
        job._now = self.town.clock.now
        said = job._out = Console(file=io.StringIO())
        try:
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
                await job.run(self.town.app.database, SAMPLE)
        except Exception:
            return False
        self.told = self.told or "Đã ghi" in said.file.getvalue()
        return True

    async def broken(self) -> list[str]:
        there = await self._members() - self.before
        whole = len(SAMPLE.read_text(encoding="utf-8").splitlines()) - 2
        wrong = (
            [] if there == 0 or self._is_whole(there, whole) else [f"{there} of {whole} imported"]
        )
        names = await self.rows(
            select(tables.members.c.card)
            .group_by(tables.members.c.card)
            .having(func.count() > 1)
            .where(tables.members.c.card.is_not(None))
        )
        if self.told and not there:
            wrong.append("told of an import that is not in the books")
        return wrong + [f"card {row['card']} is there twice" for row in names]

    def _is_whole(self, there: int, whole: int) -> bool:
        known = len(self.town.ward.ids)  # some of the list may be people of the ward already
        return whole - known <= there <= whole

    async def unfinished(self) -> list[str]:
        there = await self._members() - self.before
        return [] if there else ["nothing was imported"]

    async def _members(self) -> int:
        return await self.count(tables.members)


class Closes(Scenario):
    """The clock closes a poll, and its result is told."""

    name = "close of a poll"
    cause, words = "poll:", "Kết quả biểu quyết"

    async def prepare(self) -> None:
        town = self.town
        self.poll_id = await open_poll(town)
        async with town.app.database.transaction() as store:
            for key in VOTERS:
                person = await town.ward.person(store, key)
                await polls.vote(store, person, self.poll_id, 0, town.clock.now)
        await self.receive(VOTERS)
        town.clock.now += timedelta(days=2, hours=23, minutes=50)
        await town.ticks()

    async def deed(self) -> None:
        await self.town.passes(minutes=15)

    async def broken(self) -> list[str]:
        (poll,) = await self.rows(select(tables.polls))
        closings = await self.count(tables.audit, tables.audit.c.action == "closed")
        wrong = await self.twice()
        if closings != (poll["state"] == "closed"):
            wrong.append(f"{closings} closings, the poll is {poll['state']}")
        if poll["state"] == "closed" and poll["result"]["counts"][0] != len(VOTERS):
            wrong.append(f"counted {poll['result']['counts']}")
        return wrong

    async def unfinished(self) -> list[str]:
        closed = await self.count(tables.polls, tables.polls.c.state == "closed")
        self.cause = f"poll:{self.poll_id}:result"
        return ([] if closed else ["the poll is open"]) + await self.undelivered()


async def open_poll(town: Shaken) -> int:
    """A poll of branch 1, open for three days."""
    async with town.app.database.transaction() as store:
        binh, now = await town.ward.person(store, "binh"), town.clock.now
        draft = await polls_writing.take_question(store, binh, QUESTION, now)
        await polls_writing.take_options(store, binh, draft.id, None)
        await polls_writing.take_threshold(store, binh, draft.id, "more_than_half")
        await polls_writing.take_base(store, binh, draft.id, "roll")
        await polls_opening.ask(store, binh, draft.id, "full", now)
        await polls_writing.take_close(store, binh, draft.id, now + timedelta(days=3), now)
        return (await polls_opening.open_now(store, binh, draft.id, now)).id


SCENARIOS: tuple[type[Scenario], ...] = (
    Joins,
    Votes,
    Answers,
    Notifies,
    Pushes,
    Imports,
    Closes,
)
