"""Polls in the books: one person has one vote, and no vote comes in behind the count."""

import asyncio
from collections.abc import Awaitable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from rules.members import Person
from rules.polls import Poll, Seat, evening
from rules.polls_counting import Turnout, outcome
from rules.refusal import Refusal
from rules.words import words
from scheduler.timetable import Job, Timetable
from services import polls, polls_closing, polls_leading, polls_opening, polls_writing
from storage import leases, units
from storage import members as member_rows
from storage.engine import Database
from storage.leases import Waiting
from storage.store import Store
from storage.tables import audit, members, roll, votes
from storage.tables import deliveries as deliveries_table
from tests.left import LEFT
from tests.ward import Ward

QUESTION = "Thông qua nghị quyết tháng 12?"
JOBS = (
    Job("polls.open", polls_opening.open_due, polls_opening.open_scheduled),
    Job("polls.remind", polls_leading.reminders_due, polls_leading.remind_before_close),
    Job("polls.close", polls_closing.close_due, polls_closing.close_by_clock),
)


async def write(store: Store, leader: Person, now: datetime, text: str = QUESTION) -> int:
    """A finished draft: the usual options, more than half of all who count, tonight at eight."""
    draft = await polls_writing.take_question(store, leader, text, now)
    await polls_writing.take_options(store, leader, draft.id, None)
    await polls_writing.take_threshold(store, leader, draft.id, "more_than_half")
    await polls_writing.take_base(store, leader, draft.id, "roll")
    await polls_opening.ask(store, leader, draft.id, "full", now)
    await polls_writing.take_close(store, leader, draft.id, evening(0, now, store.org), now)
    return draft.id


async def open_one(database: Database, ward: Ward, now: datetime) -> Poll:
    """A poll of branch 1, opened by its secretary Bình."""
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        return await polls_opening.open_now(store, binh, await write(store, binh, now), now)


async def vote(
    database: Database, ward: Ward, key: str, poll: Poll, choice: int, at: datetime
) -> Seat:
    """Somebody votes."""
    async with database.transaction() as store:
        return await polls.vote(store, await ward.person(store, key), poll.id, choice, at)


async def sent(store: Store, cause: str) -> dict[int, str]:
    """Who was left a message of that cause: member and the key of its text."""
    rows = await store.all(
        LEFT.where(deliveries_table.c.cause == cause, deliveries_table.c.state != "recalled")
    )
    return {row["member_id"]: row["message"]["text"]["@words"][0] for row in rows}


def ids(ward: Ward, *keys: str) -> set[int]:
    """The ids of these people."""
    return {ward.id(key) for key in keys}


async def refused(deed: Awaitable[object]) -> str:
    """The key of the refusal."""
    with pytest.raises(Refusal) as no:
        await deed
    return no.value.key


# --- opening ---------------------------------------------------------------------------------


async def test_opening_freezes_the_roll_and_invites_everyone_on_it(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)

    async with database.transaction() as store:
        invited = await sent(store, f"poll:{poll.id}")
        assert {one for one, key in invited.items() if key == "polls.invitation"} == ids(
            ward, "thanh", "binh", "hoa", "tuan", "sen"
        )
        assert {one for one, key in invited.items() if key == "polls.to_follow"} == ids(ward, "an")
        assert await polls_leading.turnouts(store, [poll]) == {poll.id: Turnout(0, 5)}


async def test_the_roll_stays_as_it_was_when_the_poll_opened(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    async with database.transaction() as store:
        changed = update(members).values(status="full")
        await store.run(changed.where(members.c.id.in_(ids(ward, "an", "trung"))))
        an, trung = await ward.person(store, "an"), await ward.person(store, "trung")

        assert await refused(polls.vote(store, an, poll.id, 0, now)) == "polls.you_follow"
        assert await refused(polls.vote(store, trung, poll.id, 0, now)) == "polls.not_on_the_roll"


async def test_opening_twice_opens_once(database: Database, ward: Ward, now: datetime) -> None:
    poll = await open_one(database, ward, now)

    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        again = await polls_opening.open_now(store, binh, poll.id, now + timedelta(minutes=1))
        assert again == poll


async def test_a_draft_is_its_authors_and_each_has_one(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        binh, dung = await ward.person(store, "binh"), await ward.person(store, "dung")
        draft_id = await write(store, binh, now)

        other = await polls_writing.take_question(store, binh, "Câu khác?", now)

        assert other.id == draft_id
        assert (
            await refused(polls_opening.preview(store, dung, draft_id, now)) == "polls.draft_gone"
        )
        assert (
            await refused(polls_opening.open_now(store, dung, draft_id, now)) == "polls.draft_gone"
        )


async def test_who_leads_nothing_opens_nothing(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        hoa = await ward.person(store, "hoa")
        deed = polls_writing.take_question(store, hoa, QUESTION, now)
        assert await refused(deed) == "units.not_leading"


async def test_the_usual_options_speak_every_language(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)

    assert poll.options[0] == words("polls.agree")


async def test_a_later_opening_moves_a_close_that_would_come_before_it(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        draft_id = await write(store, binh, now)
        tomorrow = now + timedelta(days=1)
        draft = await polls_writing.take_opening(store, binh, draft_id, tomorrow)
        assert draft.step(now) == "closes"


async def schedule(database: Database, ward: Ward, now: datetime) -> Poll:
    """A poll that opens in an hour."""
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        draft_id = await write(store, binh, now)
        await polls_writing.take_opening(store, binh, draft_id, now + timedelta(hours=1))
        return await polls_opening.open_later(store, binh, draft_id, now)


async def test_a_poll_opens_at_its_hour_and_once(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await schedule(database, ward, now)
    timetable = Timetable(database, JOBS)

    assert await timetable.tick(now + timedelta(minutes=59)) == 0
    assert await timetable.tick(now + timedelta(hours=1)) == 1
    assert await timetable.tick(now + timedelta(hours=1, minutes=1)) == 0

    async with database.transaction() as store:
        assert len(await sent(store, f"poll:{poll.id}")) == 6


async def test_a_poll_that_slept_past_its_close_is_not_opened_and_its_author_told(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await schedule(database, ward, now)

    await Timetable(database, JOBS).tick(now + timedelta(days=2))

    async with database.transaction() as store:
        assert await sent(store, f"poll:{poll.id}") == {ward.id("binh"): "polls.could_not_open"}


# --- who votes -------------------------------------------------------------------------------


async def counting(store: Store, leader: Person, now: datetime) -> int:
    """A draft that only counts, up to the question who votes."""
    draft = await polls_writing.take_question(store, leader, "Họp ngày nào?", now)
    await polls_writing.take_options(store, leader, draft.id, "Thứ Sáu, Thứ Bảy")
    await polls_writing.take_threshold(store, leader, draft.id, "none")
    await polls_writing.take_close(store, leader, draft.id, evening(1, now, store.org), now)
    return draft.id


async def roll_of(store: Store, poll: Poll) -> dict[int, bool]:
    """Who stands on a poll's roll, and whether they vote."""
    rows = await store.all(select(roll).where(roll.c.poll_id == poll.id))
    return {row["member_id"]: row["may_vote"] for row in rows}


async def test_a_secretary_may_ask_probationary_members_for_an_opinion_only(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        binh, an = await ward.person(store, "binh"), await ward.person(store, "an")
        draft_id = await counting(store, binh, now)
        asked = await polls_opening.who_may_be_asked(store, binh, draft_id, now)
        assert asked == {"full": 5, "all": 6}
        await polls_opening.ask(store, binh, draft_id, "all", now)
        poll = await polls_opening.open_now(store, binh, draft_id, now)

        await polls.vote(store, an, poll.id, 1, now)

        assert (await roll_of(store, poll))[ward.id("an")] is True
        assert await polls_leading.turnouts(store, [poll]) == {poll.id: Turnout(1, 6)}


async def test_a_draft_that_begins_to_decide_asks_anew_who_votes(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        draft_id = await counting(store, binh, now)
        await polls_opening.ask(store, binh, draft_id, "all", now)
        await polls_writing.take_threshold(store, binh, draft_id, "two_thirds")
        draft = await polls_writing.take_base(store, binh, draft_id, "roll")

        assert draft.step(now) == "voters"
        assert await refused(polls_opening.ask(store, binh, draft_id, "all", now)) == (
            "polls.unfinished"
        )


async def test_a_committee_votes_by_itself_and_counts_by_itself(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        for key in ("hoa", "an"):  # one of them may not vote, and so does not stand on the roll
            await units.appoint(store, ward.id(key), ward.branches[0].id, "committee", date.min)
        binh, hoa = await ward.person(store, "binh"), await ward.person(store, "hoa")
        draft_id = await write(store, binh, now)
        await polls_opening.ask(store, binh, draft_id, "committee", now)
        poll = await polls_opening.open_now(store, binh, draft_id, now)
        assert await roll_of(store, poll) == dict.fromkeys(ids(ward, "binh", "hoa"), True)

        for person in (binh, hoa):
            await polls.vote(store, person, poll.id, 0, now)
        closed = await polls_closing.close_early(store, binh, poll.id, now)
    result = outcome(closed)
    assert result is not None
    assert (result.base, result.needed, result.voters, result.passed) == (2, 2, 2, True)


async def test_staff_may_ask_the_secretaries_only(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        thanh = await ward.person(store, "thanh")
        draft_id = await write(store, thanh, now)
        asked = await polls_opening.who_may_be_asked(store, thanh, draft_id, now)
        assert asked == {"full": 9, "secretaries": 3}
        await polls_opening.ask(store, thanh, draft_id, "secretaries", now)
        poll = await polls_opening.open_now(store, thanh, draft_id, now)

        assert set(await roll_of(store, poll)) == ids(ward, "binh", "dung", "khoa")
        told = await sent(store, f"poll:{poll.id}")
    assert set(told) == ids(ward, "binh", "dung", "khoa")


# --- another view ----------------------------------------------------------------------------


async def test_words_beside_a_vote_stay_with_it_and_go_when_it_changes(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    await vote(database, ward, "hoa", poll, 2, now)

    async def comments() -> list[str | None]:
        async with database.transaction() as store:
            return list(await store.values(select(votes.c.comment)))

    async with database.transaction() as store:
        hoa = await ward.person(store, "hoa")
        await polls.comment(store, hoa, poll.id, "Nên chờ mùa khô.", now)
        await polls.comment(store, hoa, poll.id, "Nên làm sau Tết.", now)
    assert await comments() == ["Nên làm sau Tết."]
    await vote(database, ward, "hoa", poll, 2, now)
    assert await comments() == ["Nên làm sau Tết."], "the same vote again keeps its words"
    await vote(database, ward, "hoa", poll, 0, now)
    await vote(database, ward, "hoa", poll, 2, now)
    assert await comments() == [None]


async def test_words_beside_a_vote_stand_in_no_log(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    await vote(database, ward, "hoa", poll, 2, now)
    async with database.transaction() as store:
        await polls.comment(store, await ward.person(store, "hoa"), poll.id, "Chờ mùa khô.", now)
        rows = await store.all(select(audit))
    assert rows[-1]["action"] == "commented_vote"
    assert "Chờ mùa khô." not in repr(rows)


# --- voting ----------------------------------------------------------------------------------


async def test_a_vote_can_be_changed_and_the_history_stays(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    for choice in (0, 1, 1):
        await vote(database, ward, "hoa", poll, choice, now)

    async with database.transaction() as store:
        assert await store.values(select(votes.c.choice)) == [1]
        history = await store.all(
            select(audit.c.action, audit.c.detail)
            .where(audit.c.actor_id == ward.id("hoa"))
            .order_by(audit.c.id)
        )
    assert [(row["action"], row["detail"]["choice"]) for row in history] == [
        ("voted", 0),
        ("changed_vote", 1),
    ]


@pytest.mark.fault(31)
async def test_two_phones_at_once_give_one_vote(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)

    await asyncio.gather(*(vote(database, ward, "hoa", poll, one % 3, now) for one in range(8)))

    async with database.transaction() as store:
        assert len(await store.values(select(votes.c.choice))) == 1
        assert (await polls_leading.turnouts(store, [poll]))[poll.id].cast == 1


async def test_one_press_taken_by_two_processes_is_noted_once(
    database: Database, ward: Ward, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    poll = await open_one(database, ward, now)
    for choices in ((0, 0), (1, 1)):
        await _both_look_first(database, ward, poll, choices, now, monkeypatch)

    async with database.transaction() as store:
        noted = select(audit.c.action).where(audit.c.actor_id == ward.id("hoa"))
        actions = await store.values(noted.order_by(audit.c.id))
    assert actions == ["voted", "changed_vote"]


async def _both_look_first(
    database: Database,
    ward: Ward,
    poll: Poll,
    choices: tuple[int, int],
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two presses whose transactions both find the earlier vote before either writes its own."""
    async with database.transaction() as store:
        alone = store.dialect == "sqlite"
    if alone:  # there one begins after the other has ended
        for choice in choices:
            await vote(database, ward, "hoa", poll, choice, now)
        return
    looked, choose = asyncio.Barrier(2), polls.choose

    async def wait_for_both(*given: Any) -> Seat:
        seat = await choose(*given)
        await looked.wait()
        return seat

    with monkeypatch.context() as patch:
        patch.setattr(polls, "choose", wait_for_both)
        await asyncio.gather(*(vote(database, ward, "hoa", poll, one, now) for one in choices))


@pytest.mark.fault(31)
async def test_two_transactions_of_one_person_wait_for_each_other(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    async with database.transaction() as store:
        await polls.vote(store, await ward.person(store, "hoa"), poll.id, 0, now)
        second = asyncio.ensure_future(vote(database, ward, "hoa", poll, 1, now))
        await asyncio.wait([second], timeout=0.1)
        assert not second.done()
    await second

    async with database.transaction() as store:
        assert await store.values(select(votes.c.choice)) == [1]


async def test_a_close_waits_for_the_vote_that_is_being_cast(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)

    async def close() -> Poll:
        async with database.transaction() as store:
            binh = await ward.person(store, "binh")
            return await polls_closing.close_early(store, binh, poll.id, now)

    async with database.transaction() as store:
        await polls.vote(store, await ward.person(store, "hoa"), poll.id, 0, now)
        closing = asyncio.ensure_future(close())
        await asyncio.wait([closing], timeout=0.1)

    result = outcome(await closing)
    assert result is not None
    assert result.cast == 1


async def test_a_vote_waits_for_the_close_that_is_being_made(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    async with database.transaction() as store:
        await polls_closing.close_early(store, await ward.person(store, "binh"), poll.id, now)
        late = asyncio.ensure_future(vote(database, ward, "hoa", poll, 0, now))
        await asyncio.wait([late], timeout=0.1)

    assert await refused(late) == "polls.closed"


async def test_who_moved_to_another_branch_is_reached_all_the_same(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    async with database.transaction() as store:
        await member_rows.change(store, ward.id("hoa"), unit_id=ward.branches[1].id)

        silent = await polls_leading.not_voted(store, await ward.person(store, "binh"), poll.id)
        assert "Trần Thị Hoa" in [one.name for one in silent]
        assert await polls_leading.unlinked(store, poll) == 1, "only Tuấn has not joined"


async def test_a_reminder_waits_for_the_close_that_is_being_made(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)

    async def remind() -> int:
        async with database.transaction() as store:
            binh = await ward.person(store, "binh")
            return await polls_leading.remind(store, binh, poll.id, now)

    async with database.transaction() as store:
        await polls_closing.close_early(store, await ward.person(store, "binh"), poll.id, now)
        late = asyncio.ensure_future(remind())
        await asyncio.wait([late], timeout=0.1)

    assert await refused(late) == "polls.closed"


async def test_what_waits_is_known_until_it_is_voted_on(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)

    async def waiting(key: str, at: datetime = now) -> int:
        async with database.transaction() as store:
            return await polls.waiting(store, await ward.person(store, key), at)

    assert [await waiting(key) for key in ("hoa", "sen", "an", "trung", "mai")] == [1, 1, 0, 0, 0]
    assert await waiting("hoa", poll.closes_at) == 0
    await vote(database, ward, "hoa", poll, 2, now)
    assert await waiting("hoa") == 0


async def test_another_branch_sees_nothing_of_it(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    async with database.transaction() as store:
        dung = await ward.person(store, "dung")
        assert await refused(polls.look(store, dung, poll.id)) == "polls.not_on_the_roll"
        assert await refused(polls_leading.led(store, dung, poll.id)) == "units.not_yours"
        assert await polls_leading.all_led(store, dung) == []


# --- leading ---------------------------------------------------------------------------------


async def test_only_those_who_have_not_voted_are_reminded_and_once_a_day(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    await vote(database, ward, "hoa", poll, 0, now)

    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        assert sum(await polls_leading.remind(store, binh, poll.id, now)) == 3
        again = polls_leading.remind(store, binh, poll.id, now + timedelta(hours=1))
        assert await refused(again) == "polls.reminded_today"
        told = await sent(store, f"poll:{poll.id}:reminder:20261123")
    assert set(told) == ids(ward, "thanh", "tuan", "sen"), "but for who reminds"


async def test_a_reminder_goes_out_by_itself_before_the_close(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    await vote(database, ward, "hoa", poll, 0, now)
    timetable = Timetable(database, JOBS)

    assert await timetable.tick(poll.closes_at - timedelta(hours=3, minutes=1)) == 0
    assert await timetable.tick(poll.closes_at - timedelta(hours=3)) == 1
    assert await timetable.tick(poll.closes_at - timedelta(hours=2)) == 0

    async with database.transaction() as store:
        told = await sent(store, f"poll:{poll.id}:reminder:20261123")
    assert set(told) == ids(ward, "thanh", "binh", "tuan", "sen")


async def test_who_votes_is_not_reminded_any_more(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    async with database.transaction() as store:
        await polls_leading.remind(store, await ward.person(store, "binh"), poll.id, now)
    await vote(database, ward, "hoa", poll, 0, now)

    async with database.transaction() as store:
        told = await sent(store, f"poll:{poll.id}:reminder:20261123")
    assert ward.id("hoa") not in told


async def test_more_time_is_told_to_everyone_and_less_is_refused(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    later = poll.closes_at + timedelta(days=1)
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        less = polls_leading.lengthen(
            store, binh, poll.id, poll.closes_at - timedelta(hours=1), now
        )
        assert await refused(less) == "polls.only_longer"
        longer = await polls_leading.lengthen(store, binh, poll.id, later, now)
        assert longer.closes_at == later
        assert await polls_leading.lengthen(store, binh, poll.id, later, now) == longer
        told = await sent(store, f"poll:{poll.id}:until:{later:%Y%m%d%H%M}")
    assert set(told) == ids(ward, "thanh", "binh", "hoa", "tuan", "sen", "an")
    await vote(database, ward, "hoa", poll, 0, poll.closes_at + timedelta(hours=1))


async def test_a_cancelled_poll_takes_no_votes_and_says_why(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        assert await refused(polls_leading.cancel(store, binh, poll.id, now)) == "polls.please_type"
        await polls_leading.prepare_cancel(store, binh, poll.id, "Câu hỏi viết nhầm", now)
        cancelled = await polls_leading.cancel(store, binh, poll.id, now)
        assert (cancelled.state, cancelled.reason) == ("cancelled", "Câu hỏi viết nhầm")
        assert len(await sent(store, f"poll:{poll.id}:cancelled")) == 6
        assert await sent(store, f"poll:{poll.id}") == {}  # no invitation comes after it
        hoa = await ward.person(store, "hoa")
        assert await refused(polls.vote(store, hoa, poll.id, 0, now)) == "polls.is_cancelled"
    assert await Timetable(database, JOBS).tick(poll.closes_at) == 0


async def test_nobody_sees_names_with_choices_before_the_close(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    await vote(database, ward, "hoa", poll, 1, now)
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        early = polls_leading.who_voted(store, binh, poll.id, now)
        assert await refused(early) == "polls.names_after_close"
        silent = await polls_leading.not_voted(store, binh, poll.id)
    assert {one.choice for one in silent} == {None}


# --- closing ---------------------------------------------------------------------------------


async def leased(store: Store, now: datetime) -> Sequence[Waiting]:
    """What goes out now."""
    return await leases.lease(store, "me", now, 100)


async def test_the_clock_closes_once_however_late_and_tells_everyone(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    for key in ("thanh", "binh", "sen"):
        await vote(database, ward, key, poll, 0, now)
    timetable = Timetable(database, JOBS)
    late = poll.closes_at + timedelta(days=3)

    assert await timetable.tick(late) == 1
    assert await timetable.tick(late + timedelta(minutes=1)) == 0

    async with database.transaction() as store:
        closed = await polls_leading.led(store, await ward.person(store, "binh"), poll.id)
        told = await sent(store, f"poll:{poll.id}:result")
    result = outcome(closed)
    assert result is not None
    assert (result.base, result.needed, result.in_favour, result.passed) == (5, 3, 3, True)
    assert closed.closed_at == late
    assert set(told) == ids(ward, "thanh", "binh", "hoa", "tuan", "sen", "an")


async def test_the_result_is_one_sentence_with_its_picture(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    await vote(database, ward, "hoa", poll, 0, now)
    await Timetable(database, JOBS).tick(poll.closes_at)

    async with database.transaction() as store:
        going_out = await leased(store, poll.closes_at + timedelta(days=1))
    message = next(one.message for one in going_out if one.cause.endswith(":result"))
    decision = words(
        "polls.failed_few",
        base=4,
        spared=words("polls.spared", spared=1),
        needed=3,
        votes=1,
        option=words("polls.agree"),
    )
    turnout = words("polls.turnout_low", cast=1, voters=5)
    said = words("polls.few_voted", turnout=turnout, decision=decision)
    assert message.text.values["sentence"] == said
    assert message.media is not None
    assert message.media.maker == "polls.bars"
    assert message.media.values == {
        "poll": poll.id,
        "title": QUESTION,
        "sentence": said,
        "bars": (
            (words("polls.agree"), 1),
            (words("polls.disagree"), 0),
            (words("polls.another_view"), 0),
        ),
        "base": 4,
        "shares": words("polls.shares_of_all", base=4),
    }


async def test_the_unit_above_is_told_the_result_and_may_open_it(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        dung = await ward.person(store, "dung")
        poll = await polls_opening.open_now(store, dung, await write(store, dung, now), now)
        closed = await polls_closing.close_early(store, dung, poll.id, now)
        assert await polls_closing.close_early(store, dung, poll.id, now) == closed
        going_out = await leased(store, now)
        thanh = await ward.person(store, "thanh")
        assert (await polls_leading.led(store, thanh, poll.id)).state == "closed"
    results = {one.member_id: one.message for one in going_out if one.cause.endswith(":result")}
    assert set(results) == ids(ward, "dung", "mai", "thanh")
    assert results[ward.id("thanh")].buttons[0].route == ("polls.manage", poll.id)
    assert results[ward.id("mai")].buttons[0].route == ("polls.see_result", poll.id)
    assert results[ward.id("mai")].media is None  # nobody voted: there is nothing to draw


async def test_a_vote_after_the_hour_is_refused_even_before_the_count(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)

    assert await refused(vote(database, ward, "hoa", poll, 0, poll.closes_at)) == "polls.closed"


async def test_after_the_close_leaders_see_who_chose_what_and_the_look_is_noted(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    await vote(database, ward, "hoa", poll, 1, now)
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        await polls_closing.close_early(store, binh, poll.id, now)
        _, roll = await polls_leading.who_voted(store, binh, poll.id, now)
        assert {one.name: one.choice for one in roll if one.choice is not None} == {
            "Trần Thị Hoa": 1
        }
        looks = select(audit.c.actor_id).where(audit.c.action == "looked_at_votes")
        assert await store.values(looks) == [ward.id("binh")]


async def test_names_are_for_those_on_the_roll_and_the_leaders_and_after_the_close_only(
    database: Database, ward: Ward, now: datetime
) -> None:
    poll = await open_one(database, ward, now)
    async with database.transaction() as store:
        binh, hoa, dung = [await ward.person(store, key) for key in ("binh", "hoa", "dung")]
        before = polls.who_chose(store, hoa, poll.id)
        assert await refused(before) == "polls.names_after_close"
        await polls_closing.close_early(store, binh, poll.id, now)
        _, roll = await polls.who_chose(store, hoa, poll.id)
        assert "Trần Thị Hoa" in {one.name for one in roll}
        assert await refused(polls.who_chose(store, dung, poll.id)) == "polls.not_on_the_roll"
        assert (
            await refused(polls_leading.who_voted(store, dung, poll.id, now)) == "units.not_yours"
        )
        thanh = await ward.person(store, "thanh")
        await polls_leading.who_voted(store, thanh, poll.id, now)
        looks = select(audit.c.actor_id).where(audit.c.action == "looked_at_votes")
        assert await store.values(looks) == [thanh.id], "who has the right of the roll just looks"
