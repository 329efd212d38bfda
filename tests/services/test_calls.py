"""Who is to be called, who has been told, and the lists that go out by the clock."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from rules.calls import Matter
from rules.notices import seal
from rules.refusal import Refusal
from scheduler.jobs import JOBS
from scheduler.timetable import Timetable
from services import calls, meetings, meetings_changing, notices, polls, polls_leading
from services import notices_writing as writing
from storage.encoding import decode_message
from storage.engine import Database
from storage.store import Store
from storage.tables import audit, deliveries, mailings
from tests.meeting import called, starts
from tests.services.test_polls import open_one
from tests.ward import Ward

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


async def sent(store: Store, ward: Ward, now: datetime, author: str) -> int:
    """A notice of that person's unit to everybody; its id."""
    person = await ward.person(store, author)
    draft = await writing.write(store, person, "Mời họp.", None, now)
    await writing.aim(store, person, draft.id, "all")
    draft = await writing.own(store, person, draft.id)
    people = await writing.circle(store, draft, "all", now)
    await writing.confirm(store, person, draft.id, seal(draft, people.mark, now), now)
    return draft.id


async def names(store: Store, ward: Ward, key: str, about: Matter) -> list[str]:
    found = await calls.to_call(store, await ward.person(store, key), about, 0, 99)
    return [one.member.given_name for one in found]


async def lists(store: Store) -> dict[str, tuple[int, list[str]]]:
    """The lists that were left: by cause, to whom, and the names on it."""
    rows = await store.all(
        select(mailings.c.cause, mailings.c.message, deliveries.c.member_id)
        .join(deliveries, deliveries.c.mailing_id == mailings.c.id)
        .where(mailings.c.cause.startswith("calls:"))
    )
    found = {}
    for row in rows:
        media = decode_message(row["message"]).media
        assert media is not None
        on_it = [name.split()[-1] for name, _, _ in media.values["people"]]
        found[row["cause"]] = (row["member_id"], on_it)
    return found


def timetable(database: Database) -> Timetable:
    return Timetable(database, [one for one in JOBS if one.name.endswith("calls")])


async def test_the_silent_are_called_until_they_were_told_or_answered(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        notice_id, binh = await sent(store, ward, now, "binh"), await ward.person(store, "binh")
        hoa, later = await ward.person(store, "hoa"), now + 2 * MINUTE
        about = await calls.matter(store, "notice", notice_id, later)
        before = await names(store, ward, "binh", about)
        await calls.tell(store, binh, about, ward.id("tuan"), later)
        await calls.tell(store, binh, about, ward.id("tuan"), later)
        await notices.acknowledge(store, hoa, notice_id, later)

        assert {"Hoa", "Tuấn", "Sen"} < set(before)
        assert set(before) - set(await names(store, ward, "binh", about)) == {"Hoa", "Tuấn"}
        left, told = await calls.counts(store, binh, about)
        assert (left, told) == (len(before) - 2, 1)
        assert [one.given_name for one in await calls.told(store, binh, about)] == ["Tuấn"]
        noted = select(audit.c.member_id).where(audit.c.action == "told by phone")
        assert await store.values(noted) == [ward.id("tuan")]

        await calls.take_back(store, binh, about, ward.id("tuan"), later)
        assert "Tuấn" in await names(store, ward, "binh", about)


async def test_nobody_calls_people_of_another_branch(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        notice_id, dung = await sent(store, ward, now, "thanh"), await ward.person(store, "dung")
        about = await calls.matter(store, "notice", notice_id, now + MINUTE)

        assert await names(store, ward, "dung", about) == ["Dũng", "Mai"]
        with pytest.raises(Refusal) as no:
            await calls.tell(store, dung, about, ward.id("hoa"), now)
        assert no.value.key == "units.not_yours"
        with pytest.raises(Refusal) as no:
            await calls.counts(store, await ward.person(store, "mai"), about)
        assert no.value.key == "units.not_leading"


@pytest.mark.parametrize("kind", ["notice", "meeting", "poll", "bulletin", ""])
async def test_nothing_is_said_of_what_is_not_there(
    database: Database, ward: Ward, now: datetime, kind: str
) -> None:
    async with database.transaction() as store:
        with pytest.raises(Refusal) as no:
            await calls.matter(store, kind, 999, now)
    assert no.value.key == "calls.gone"


async def test_a_meeting_that_was_moved_is_told_again(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting, binh = await called(store, ward, now), await ward.person(store, "binh")
        await meetings.answer(store, await ward.person(store, "hoa"), meeting.id, True, now)
        about = await calls.matter(store, "meeting", meeting.id, now)
        assert "Hoa" not in await names(store, ward, "binh", about)
        await calls.tell(store, binh, about, ward.id("tuan"), now)
        assert "Tuấn" not in await names(store, ward, "binh", about)

        await meetings_changing.plan_time(store, binh, meeting.id, starts(now) + DAY, now)
        await meetings_changing.move(store, binh, meeting.id, now)
        anew = await calls.matter(store, "meeting", meeting.id, now)
        assert "Tuấn" in await names(store, ward, "binh", anew)


async def test_after_a_vote_is_closed_nobody_need_be_called(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    async with database.transaction() as store:
        binh, closed = await ward.person(store, "binh"), poll.closes_at + MINUTE
        about = await calls.matter(store, "poll", poll.id, closed)
        with pytest.raises(Refusal) as no:
            await calls.tell(store, binh, about, ward.id("hoa"), closed)
    assert no.value.key == "calls.over"


async def test_each_branch_gets_its_own_list_once_and_only_of_the_silent(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        notice_id = await sent(store, ward, now, "thanh")
        mai, later = await ward.person(store, "mai"), now + 2 * MINUTE
        await notices.acknowledge(store, mai, notice_id, later)
    jobs = timetable(database)
    assert await jobs.tick(now + DAY) == 0, "they have time to answer"
    due = now + 2 * DAY + 2 * MINUTE
    assert [await jobs.tick(due), await jobs.tick(due + MINUTE)] == [1, 0]

    async with database.transaction() as store:
        found = await lists(store)
    branches = {f"calls:notice:{notice_id}:{unit.id}": unit for unit in ward.branches}
    assert set(found) == set(branches)
    to, on_it = found[f"calls:notice:{notice_id}:{ward.branches[1].id}"]
    assert (to, on_it) == (ward.id("dung"), ["Dũng"])


async def test_a_votes_list_goes_out_the_day_before_and_a_short_votes_not_at_all(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)  # until eight in the evening
    assert await timetable(database).tick(now + 2 * MINUTE) == 0
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        poll = await polls_leading.lengthen(store, binh, poll.id, poll.closes_at + 3 * DAY, now)
        await polls.vote(store, await ward.person(store, "hoa"), poll.id, 0, now)
    assert await timetable(database).tick(poll.closes_at - DAY + MINUTE) == 1

    async with database.transaction() as store:
        ((cause, (to, on_it)),) = (await lists(store)).items()
    assert (cause, to) == (f"calls:poll:{poll.id}:{ward.branches[0].id}", ward.id("binh"))
    assert sorted(on_it) == ["Bình", "Sen", "Thanh", "Tuấn"]
