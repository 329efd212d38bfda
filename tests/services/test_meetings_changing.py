"""Following, reminding, moving and cancelling, on real databases."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, time, timedelta

import pytest

from rules.words import words
from services import attendance, meetings
from services import meetings_calling as calling
from services import meetings_changing as changing
from services import meetings_ending as ending
from services import meetings_leading as leading
from services import meetings_reminding as reminding
from storage import members
from storage.deliveries import counts
from storage.engine import Database
from tests.meeting import (
    DAY,
    HOUR,
    INVITED,
    MINUTE,
    answered,
    called,
    drafted,
    refused,
    ticks,
    told,
)
from tests.ward import Ward


async def test_leaders_see_the_answers_in_numbers_and_by_name(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        await answered(store, ward, meeting, now)
        thanh = await ward.person(store, "thanh")

        _, count = await leading.standing(store, thanh, meeting.id)
        assert (count.coming, count.declined, count.unanswered) == (3, 1, 2)
        silent = [one.name for one in await leading.unanswered(store, thanh, meeting.id)]
        assert silent == ["Nguyễn Thị Thanh", "Võ Thị Sen"]
        declined = await leading.declined(store, thanh, meeting.id)
        assert [(one.name, one.reason) for one in declined] == [("Hồ Văn An", "Đi công tác")]


@pytest.mark.parametrize(("key", "why"), [("dung", "units.not_yours"), ("hoa", "units.not_yours")])
async def test_others_see_no_names_and_change_nothing(
    database: Database, ward: Ward, now: datetime, key: str, why: str
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        other = await ward.person(store, key)

        for deed in (
            leading.unanswered(store, other, meeting.id),
            leading.declined(store, other, meeting.id),
            leading.standing(store, other, meeting.id),
            leading.remind(store, other, meeting.id, now),
            changing.plan_place(store, other, meeting.id, "Nơi khác", now),
            changing.move(store, other, meeting.id, now),
            changing.give_reason(store, other, meeting.id, "Mưa", now),
            changing.cancel(store, other, meeting.id, now),
            ending.end(store, other, meeting.id, meeting.starts_at),
        ):
            assert await refused(deed) == why
        assert await leading.led(store, await ward.person(store, "binh"), meeting.id) == meeting


async def test_the_silent_are_reminded_once_a_day(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        await answered(store, ward, meeting, now)
        binh = await ward.person(store, "binh")

        assert await leading.remind(store, binh, meeting.id, now) == (2, 0)
        assert await leading.remind(store, binh, meeting.id, now + HOUR) == (0, 0)
        assert await leading.remind(store, binh, meeting.id, now + DAY) == (2, 0)
        assert (await told(store, ward, "meetings.still_open")).keys() == {"thanh", "sen"}


async def test_who_falls_silent_after_a_reminder_gets_it_when_it_is_pressed_again(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh = await ward.person(store, "binh")
        soon = meeting.starts_at - 20 * MINUTE
        await attendance.mark(store, binh, meeting.id, ward.id("hoa"), soon)
        await leading.remind(store, binh, meeting.id, soon)
        assert "hoa" not in await told(store, ward, "meetings.still_open")

        await attendance.unmark(store, binh, meeting.id, ward.id("hoa"), soon)
        assert await leading.remind(store, binh, meeting.id, soon + MINUTE) == (1, 0)

        assert "hoa" in await told(store, ward, "meetings.still_open")


async def test_who_moved_to_another_branch_is_reached_all_the_same(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        await members.change(store, ward.id("hoa"), unit_id=ward.branches[1].id)

        assert await leading.unlinked(store, meeting) == 1, "only Tuấn has not joined"


async def test_each_reminder_goes_once_to_those_it_concerns(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        await answered(store, ward, meeting, now)
    days, hours = meeting.starts_at - 2 * DAY, meeting.starts_at - 2 * HOUR

    ran = await ticks(database, days - MINUTE, days, days + MINUTE, hours - MINUTE, hours, hours)

    assert ran == [0, 1, 0, 0, 1, 0]
    async with database.transaction() as store:
        assert (await told(store, ward, "meetings.still_open")).keys() == {"thanh", "sen"}
        assert (await told(store, ward, "meetings.soon")).keys() == INVITED - {"an"}


@pytest.mark.parametrize(
    ("ahead", "sent"),
    [
        (2 * DAY - 23 * HOUR, {"meetings.still_open"}),
        (2 * DAY - 25 * HOUR, set()),
        (MINUTE, {"meetings.soon"}),
        (timedelta(0), set()),
    ],
)
async def test_a_reminder_that_comes_too_late_is_left_out(
    database: Database, ward: Ward, now: datetime, ahead: timedelta, sent: set[str]
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)

    await ticks(database, meeting.starts_at - ahead)

    async with database.transaction() as store:
        found = [await told(store, ward, key) for key in ("meetings.still_open", "meetings.soon")]
        keys = ("meetings.still_open", "meetings.soon")
        assert {key for key, people in zip(keys, found, strict=True) if people} == sent


async def test_a_meeting_called_the_day_before_is_not_announced_twice_at_once(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh = await ward.person(store, "binh")
        eve = meeting.starts_at - DAY
        await changing.plan_place(store, binh, meeting.id, "Đình làng", eve)
        await changing.move(store, binh, meeting.id, eve)

    assert await ticks(database, eve + MINUTE) == [0]


async def test_a_meeting_called_late_in_the_evening_is_heard_of_in_the_morning(
    database: Database, ward: Ward, now: datetime
) -> None:
    """Called at ten at night for nine in the morning: the reminder at seven would come half an
    hour after the invitation."""
    night = now + 13 * HOUR
    morning = night + 11 * HOUR
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        draft = await drafted(store, ward, night)
        await calling.set_time(store, binh, draft.id, morning, night)
        await calling.call(store, binh, draft.id, night)

    assert await ticks(database, morning - 2 * HOUR + MINUTE) == [0]


async def test_another_time_is_told_to_all_and_asked_anew(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        await answered(store, ward, meeting, now)
        binh = await ward.person(store, "binh")
        later = meeting.starts_at + DAY
        planned = await changing.plan_time(store, binh, meeting.id, later, now)
        assert (planned.starts_at, planned.sequence) == (meeting.starts_at, 0)

        moved = await changing.move(store, binh, meeting.id, now)

        assert (moved.starts_at, moved.sequence, moved.new_starts_at) == (later, 1, None)
        messages = await told(store, ward, "meetings.moved")
        assert messages.keys() == INVITED - {"binh"}
        own = await told(store, ward, "meetings.own_moved")
        assert own.keys() == {"binh"}
        assert [button.route[0] for button in own["binh"].buttons] == ["meetings.add_to_calendar"]
        assert messages["hoa"].text.values["old"] == meeting.starts_at
        assert messages["hoa"].text.values["details"][0] == words(
            "meetings.line_when", starts=later
        )
        count = (await leading.standing(store, binh, meeting.id))[1]
        assert (count.coming, count.unanswered) == (1, len(INVITED) - 1)
        states = await counts(store, f"meeting:{meeting.id}:0")
        assert states == {"recalled": len(INVITED)}


@pytest.mark.parametrize(("later", "there"), [(30 * MINUTE, True), (DAY, False)])
async def test_who_came_for_the_old_time_counts_only_if_the_new_one_is_near(
    database: Database, ward: Ward, now: datetime, later: timedelta, there: bool
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh = await ward.person(store, "binh")
        at = meeting.starts_at - 30 * MINUTE
        await attendance.open_check_in(store, binh, meeting.id, at)
        await attendance.mark(store, binh, meeting.id, ward.id("hoa"), at)
        await changing.plan_time(store, binh, meeting.id, meeting.starts_at + later, at)
        moved = await changing.move(store, binh, meeting.id, at)

        assert (moved.opened_at is not None) == there
        assert (await leading.standing(store, binh, meeting.id))[1].present == (2 if there else 0)


async def test_another_place_keeps_the_answers(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        await answered(store, ward, meeting, now)
        binh = await ward.person(store, "binh")
        await changing.plan_place(store, binh, meeting.id, "Đình làng", now)
        moved = await changing.move(store, binh, meeting.id, now)

        assert (moved.place, moved.sequence) == ("Đình làng", 1)
        assert (await told(store, ward, "meetings.place_moved")).keys() == INVITED
        assert (await leading.standing(store, binh, meeting.id))[1].coming == 3


async def test_a_move_is_told_once_and_a_forgotten_plan_never(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh = await ward.person(store, "binh")
        await changing.plan_place(store, binh, meeting.id, "Đình làng", now)
        await changing.forget_plan(store, binh, meeting.id)
        nothing = changing.move(store, binh, meeting.id, now)
        assert await refused(nothing) == "meetings.nothing_moved"

        await changing.plan_place(store, binh, meeting.id, "Đình làng", now)
        await changing.move(store, binh, meeting.id, now)
        again = changing.move(store, binh, meeting.id, now)
        assert await refused(again) == "meetings.nothing_moved"


async def test_a_reminder_that_waits_for_the_morning_goes_with_its_meeting(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh = await ward.person(store, "binh")
        late = store.org.at(store.org.today(now), time(22))
        await leading.remind(store, binh, meeting.id, late)

        await changing.give_reason(store, binh, meeting.id, "Mưa", late + 8 * HOUR)
        await changing.cancel(store, binh, meeting.id, late + 8 * HOUR)

        reminder = f"{leading.cause_of(meeting)}:asked:{store.org.today(late)}"
        assert set(await counts(store, reminder)) == {"recalled"}


@pytest.mark.parametrize("reminder", [leading.remind, reminding.two_days])
async def test_a_reminder_that_is_being_written_waits_for_the_cancelling_or_is_taken_back(
    database: Database, ward: Ward, now: datetime, reminder: Callable[..., Awaitable[object]]
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh = await ward.person(store, "binh")
        await changing.give_reason(store, binh, meeting.id, "Mưa", now)

    async def cancel() -> None:
        async with database.transaction() as store:
            await changing.cancel(store, binh, meeting.id, now)

    async with database.transaction() as store:
        by = (binh,) if reminder is leading.remind else ()
        await reminder(store, *by, meeting.id, now)
        cancelling = asyncio.ensure_future(cancel())
        await asyncio.wait([cancelling], timeout=0.1)
    await cancelling

    async with database.transaction() as store:
        await reminding.two_days(store, meeting.id, now)  # found to be due a moment ago
        kinds = (f"asked:{store.org.today(now)}", "days")
        found = [await counts(store, f"{leading.cause_of(meeting)}:{one}") for one in kinds]
        assert set(found[0] + found[1]) == {"recalled"}
        off = await leading.led(store, binh, meeting.id)
        assert not await counts(store, f"{leading.cause_of(off)}:days")


async def test_a_meeting_that_began_is_neither_moved_nor_cancelled(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh = await ward.person(store, "binh")
        begun = meeting.starts_at
        for deed in (
            changing.plan_time(store, binh, meeting.id, begun + DAY, begun),
            changing.move(store, binh, meeting.id, begun),
            changing.give_reason(store, binh, meeting.id, "Mưa", begun),
            changing.cancel(store, binh, meeting.id, begun),
        ):
            assert await refused(deed) == "meetings.too_late"


async def test_a_cancellation_reaches_all_with_its_reason_once(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh, hoa = await ward.person(store, "binh"), await ward.person(store, "hoa")
        await changing.give_reason(store, binh, meeting.id, "Bão số 9", now)
        off = await changing.cancel(store, binh, meeting.id, now)
        assert await changing.cancel(store, binh, meeting.id, now) == off

        assert (off.state, off.sequence) == ("cancelled", 1)
        messages = await told(store, ward, "meetings.cancelled")
        assert messages.keys() == INVITED
        assert messages["hoa"].text.values["reason"] == "Bão số 9"
        assert await meetings.next_for(store, hoa, now) is None
        answer = meetings.answer(store, hoa, meeting.id, True, now)
        assert await refused(answer) == "meetings.is_cancelled"
    assert await ticks(database, meeting.starts_at - 2 * HOUR) == [0]
