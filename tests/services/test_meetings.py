"""Meetings from the first step of a draft to the summary, on real databases."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from rules.meetings import Draft, Meeting
from rules.polls_counting import Result
from rules.refusal import Refusal
from rules.words import words
from scheduler.timetable import Job, Timetable
from services import meetings
from services import meetings_calling as calling
from services import meetings_changing as changing
from services import meetings_ending as ending
from services import meetings_leading as leading
from services import meetings_reminding as reminding
from storage import attendance as rows
from storage import media, units
from storage.deliveries import counts
from storage.encoding import decode_message
from storage.engine import Database
from storage.store import Store
from storage.tables import audit, deliveries, members
from storage.tables import polls as polls_table
from tests.ward import Ward

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
INVITED = {"thanh", "binh", "hoa", "tuan", "an", "sen"}  # of branch 1; not Trung, not Lan
JOBS = (
    Job("meetings.two_days", reminding.two_days_due, reminding.two_days, late=DAY),
    Job("meetings.two_hours", reminding.two_hours_due, reminding.two_hours, late=2 * HOUR),
    Job("meetings.forgotten", reminding.forgotten_due, reminding.forgotten),
)


def starts(now: datetime) -> datetime:
    """Friday evening, half past seven in Huế."""
    return now + 4 * DAY + 10 * HOUR + 30 * MINUTE


async def drafted(store: Store, ward: Ward, now: datetime, author: str = "binh") -> Draft:
    """A draft with every step filled, for branch 1."""
    person = await ward.person(store, author)
    draft = await calling.begin(store, person, ward.branches[0].id, now)
    await calling.set_kind(store, person, draft.id, "monthly", now)
    await calling.set_time(store, person, draft.id, starts(now), now)
    await calling.set_place(store, person, draft.id, "Nhà văn hóa tổ 3")
    return await calling.set_agenda(store, person, draft.id, "Bàn việc cuối năm")


async def called(store: Store, ward: Ward, now: datetime, author: str = "binh") -> Meeting:
    """A meeting of branch 1 everyone was invited to."""
    draft = await drafted(store, ward, now, author)
    person = await ward.person(store, author)
    return (await calling.call(store, person, draft.id, now))[0]


async def answered(store: Store, ward: Ward, meeting: Meeting, now: datetime) -> None:
    """Hoa and Tuấn come, An cannot; Thanh, Bình and Sen are silent."""
    for key, coming in (("hoa", True), ("tuan", True), ("an", False)):
        person = await ward.person(store, key)
        reason = "" if coming else "Đi công tác"
        await meetings.answer(store, person, meeting.id, coming, now, reason=reason)


async def told(store: Store, ward: Ward, key: str) -> dict[str, Any]:
    """Who was left a message with that text, by short name, with what it says."""
    found = await store.all(select(deliveries.c.member_id, deliveries.c.message))
    names = {member_id: name for name, member_id in ward.ids.items()}
    said = [(names[row["member_id"]], decode_message(row["message"])) for row in found]
    return {name: message for name, message in said if message.text.key == key}


async def refused(deed: Any) -> str:
    """The key of the refusal a deed ends in."""
    with pytest.raises(Refusal) as no:
        await deed
    return no.value.key


# --- calling ---------------------------------------------------------------------------------


async def test_a_draft_is_filled_step_by_step(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        draft = await calling.begin(store, binh, ward.branches[0].id, now)
        titled = await calling.set_title(store, binh, draft.id, " Góp ý dự thảo ")
        timed = await calling.set_time(store, binh, draft.id, starts(now), now)
        placed = await calling.set_place(store, binh, draft.id, "Nhà văn hóa")
        done = await calling.set_agenda(store, binh, draft.id, "")

        steps = [one.step for one in (draft, titled, timed, placed, done)]
        assert steps == ["title", "time", "place", "agenda", None]
        assert await calling.unfinished(store, binh) == done
        assert (done.kind, done.title, done.place, done.agenda) == (
            "other",
            "Góp ý dự thảo",
            "Nhà văn hóa",
            "",
        )


@pytest.mark.parametrize("step", ["title", "time", "place", "agenda"])
async def test_a_step_can_be_said_anew(
    database: Database, ward: Ward, now: datetime, step: str
) -> None:
    async with database.transaction() as store:
        draft = await drafted(store, ward, now)
        binh = await ward.person(store, "binh")

        assert (await calling.reopen(store, binh, draft.id, step)).step == step


async def test_the_preview_counts_the_invited_and_names_who_is_not_linked(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        draft = await drafted(store, ward, now)
        found = await calling.preview(store, await ward.person(store, "binh"), draft.id, now)
        assert await told(store, ward, "meetings.invitation") == {}

    assert found.invited == len(INVITED)
    assert [one.name for one in found.unlinked] == ["Phạm Minh Tuấn"]
    assert found.meeting.state == "draft"


async def test_everyone_but_the_suspended_and_the_absent_is_invited_once(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        draft = await drafted(store, ward, now)
        binh = await ward.person(store, "binh")
        first = await calling.call(store, binh, draft.id, now)
        second = await calling.call(store, binh, draft.id, now + MINUTE)

        assert first == second
        assert first[1] == len(INVITED)
        invitations = await told(store, ward, "meetings.invitation")
        assert invitations.keys() == INVITED
        routes = [button.route for button in invitations["hoa"].buttons]
        assert routes[:2] == [("meetings.say_yes", draft.id), ("meetings.say_no", draft.id)]
        states = await counts(store, f"meeting:{draft.id}:0")
        assert states == {"queued": len(INVITED) - 1, "unlinked": 1}
        attendees = {one.name: one.status for one in await rows.of(store, draft.id)}
        assert attendees["Hồ Văn An"] == "probationary"
        assert attendees["Võ Thị Sen"] == "exempt"


async def test_staff_call_the_whole_ward_and_a_secretary_only_the_branch(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        thanh, binh = await ward.person(store, "thanh"), await ward.person(store, "binh")
        hoa = await ward.person(store, "hoa")

        assert len(await calling.own_units(store, thanh)) == 4
        assert [one.name for one in await calling.own_units(store, binh)] == ["Chi bộ 1"]
        await calling.begin(store, thanh, ward.top.id, now)
        assert await refused(calling.begin(store, binh, ward.top.id, now)) == "units.not_yours"
        branch = ward.branches[1].id
        assert await refused(calling.begin(store, binh, branch, now)) == "units.not_yours"
        assert await refused(calling.own_units(store, hoa)) == "units.not_leading"


async def test_a_secretary_who_lost_the_office_invites_nobody(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        draft = await drafted(store, ward, now)
        today = store.org.today(now)
        await units.end_office(store, ward.id("binh"), ward.branches[0].id, "secretary", today)
        binh = await ward.person(store, "binh")

        assert await refused(calling.call(store, binh, draft.id, now)) == "units.not_yours"
        assert await told(store, ward, "meetings.invitation") == {}


async def test_a_draft_is_its_authors_and_a_time_that_passed_is_asked_again(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        draft = await drafted(store, ward, now)
        binh, thanh = await ward.person(store, "binh"), await ward.person(store, "thanh")
        late = starts(now) + MINUTE

        assert await refused(calling.draft(store, thanh, draft.id)) == "meetings.draft_done"
        assert await refused(calling.call(store, binh, draft.id, late)) == "meetings.time_passed"
        await calling.drop(store, binh, draft.id)
        assert await refused(calling.call(store, binh, draft.id, now)) == "meetings.draft_done"


async def test_the_places_of_earlier_meetings_are_offered_the_newest_first(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        for place in ("Đình làng", "Nhà văn hóa", "Đình làng", "Trường học", "Ủy ban"):
            draft = await drafted(store, ward, now)
            await calling.set_place(store, binh, draft.id, place)
            await calling.call(store, binh, draft.id, now)

        known = await calling.places(store, ward.branches[0].id)
        assert [place for _, place in known] == ["Ủy ban", "Trường học", "Đình làng"]
        draft = await calling.begin(store, binh, ward.branches[0].id, now)
        copied = await calling.copy_place(store, binh, draft.id, known[2][0])
        assert copied.place == "Đình làng"
        assert await calling.places(store, ward.branches[1].id) == []


async def test_a_file_goes_with_the_invitation(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        kept = await media.keep(store, "f" * 64, "photo", now)
        draft = await drafted(store, ward, now)
        binh = await ward.person(store, "binh")
        await calling.attach(store, binh, draft.id, kept.id)
        await calling.call(store, binh, draft.id, now)

        invitation = (await told(store, ward, "meetings.invitation"))["hoa"]
        assert (invitation.media.kind, invitation.media.media_id) == ("photo", kept.id)
        assert invitation.buttons[2].route == ("meetings.see_agenda", draft.id)


# --- answering -------------------------------------------------------------------------------


async def test_an_answer_can_be_changed_until_the_start(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        hoa = await ward.person(store, "hoa")
        last = meeting.starts_at - MINUTE
        await meetings.answer(store, hoa, meeting.id, False, now, reason="Đau chân")
        mine = (await meetings.look(store, hoa, meeting.id)).mine
        assert (mine.answer, mine.reason) == ("no", "Đau chân")
        await meetings.answer(store, hoa, meeting.id, True, last)
        mine = (await meetings.look(store, hoa, meeting.id)).mine
        assert (mine.answer, mine.reason) == ("yes", None)

        late = meetings.answer(store, hoa, meeting.id, False, meeting.starts_at, reason="Bận")
        assert await refused(late) == "meetings.too_late"


@pytest.mark.parametrize("key", ["mai", "trung", "lan"])
async def test_who_is_not_invited_neither_sees_nor_answers(
    database: Database, ward: Ward, now: datetime, key: str
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        person = await ward.person(store, key)

        assert await meetings.next_for(store, person, now) is None
        answer = meetings.answer(store, person, meeting.id, True, now)
        assert await refused(answer) == "meetings.not_invited"


async def test_home_counts_invitations_that_wait_for_an_answer(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        hoa, mai = await ward.person(store, "hoa"), await ward.person(store, "mai")

        assert await meetings.waiting(store, hoa, now) == 1
        assert await meetings.waiting(store, hoa, meeting.starts_at) == 0
        assert await meetings.waiting(store, mai, now) == 0
        await meetings.answer(store, hoa, meeting.id, True, now)
        assert await meetings.waiting(store, hoa, now) == 0


async def test_the_next_meeting_is_the_earliest_that_is_not_over(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        second = await called(store, ward, now + 7 * DAY)
        first = await called(store, ward, now)

        found = await meetings.next_for(store, binh, now)
        assert found is not None
        assert found.meeting.id == first.id
        await ending.end(store, binh, first.id, first.starts_at + HOUR)
        found = await meetings.next_for(store, binh, now)
        assert found is not None
        assert found.meeting.id == second.id


# --- following and reminding -----------------------------------------------------------------


async def test_leaders_see_the_answers_in_numbers_and_by_name(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        await answered(store, ward, meeting, now)
        thanh = await ward.person(store, "thanh")

        _, count = await leading.standing(store, thanh, meeting.id)
        assert (count.coming, count.declined, count.unanswered) == (2, 1, 3)
        silent = [one.name for one in await leading.unanswered(store, thanh, meeting.id)]
        assert silent == ["Nguyễn Thị Thanh", "Lê Văn Bình", "Võ Thị Sen"]
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

        assert await leading.remind(store, binh, meeting.id, now) == 3
        assert await leading.remind(store, binh, meeting.id, now + HOUR) == 0
        assert await leading.remind(store, binh, meeting.id, now + DAY) == 3
        assert (await told(store, ward, "meetings.still_open")).keys() == {"thanh", "binh", "sen"}


async def _ticks(database: Database, *moments: datetime) -> list[int]:
    timetable = Timetable(database, JOBS)
    return [await timetable.tick(moment) for moment in moments]


async def test_each_reminder_goes_once_to_those_it_concerns(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        await answered(store, ward, meeting, now)
    days, hours = meeting.starts_at - 2 * DAY, meeting.starts_at - 2 * HOUR

    ran = await _ticks(database, days - MINUTE, days, days + MINUTE, hours - MINUTE, hours, hours)

    assert ran == [0, 1, 0, 0, 1, 0]
    async with database.transaction() as store:
        assert (await told(store, ward, "meetings.still_open")).keys() == {"thanh", "binh", "sen"}
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

    await _ticks(database, meeting.starts_at - ahead)

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

    assert await _ticks(database, eve + MINUTE) == [0]


# --- moving and cancelling -------------------------------------------------------------------


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
        assert messages.keys() == INVITED
        assert messages["hoa"].text.values["old"] == meeting.starts_at
        assert messages["hoa"].text.values["details"][0] == words(
            "meetings.line_when", starts=later
        )
        assert (await leading.standing(store, binh, meeting.id))[1].unanswered == len(INVITED)
        states = await counts(store, f"meeting:{meeting.id}:0")
        assert states == {"recalled": len(INVITED)}


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
        assert (await leading.standing(store, binh, meeting.id))[1].coming == 2


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
    assert await _ticks(database, meeting.starts_at - 2 * HOUR) == [0]


# --- the end ---------------------------------------------------------------------------------


async def _come(
    store: Store, meeting: Meeting, ward: Ward, keys: Sequence[str], at: datetime
) -> None:
    for key in keys:
        await rows.change(store, meeting.id, ward.id(key), arrived_at=at, marked_by="hand")


async def test_the_summary_has_counts_for_all_and_names_only_for_leaders(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        await answered(store, ward, meeting, now)
        await _come(store, meeting, ward, ["binh", "hoa"], meeting.starts_at)
        await _come(store, meeting, ward, ["sen"], meeting.starts_at + 10 * MINUTE)
        binh = await ward.person(store, "binh")
        over = meeting.starts_at + HOUR
        await ending.end(store, binh, meeting.id, over)
        await ending.end(store, binh, meeting.id, over)

        plain = await told(store, ward, "meetings.summary")
        assert plain.keys() == INVITED - {"binh"}
        values = plain["hoa"].text.values
        numbers = ("present", "base", "late", "excused", "unexcused")
        assert [values[name] for name in numbers] == [3, 6, 1, 1, 2]
        assert "names" not in values
        named = await told(store, ward, "meetings.summary_for_leaders")
        assert named.keys() == {"binh"}
        assert named["binh"].text.values["names"] == "Nguyễn Thị Thanh, Phạm Minh Tuấn, Hồ Văn An"
        page = plain["hoa"].media
        assert (page.kind, page.maker) == ("document", "meetings.summary")
        assert ("Hồ Văn An" in str(page.values)) is False


async def test_the_unit_above_gets_counts_without_names(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        dung = await ward.person(store, "dung")
        draft = await calling.begin(store, dung, ward.branches[1].id, now)
        await calling.set_kind(store, dung, draft.id, "thematic", now)
        await calling.set_time(store, dung, draft.id, starts(now), now)
        await calling.set_place(store, dung, draft.id, "Trường học")
        await calling.set_agenda(store, dung, draft.id, "")
        meeting, _ = await calling.call(store, dung, draft.id, now)
        await ending.end(store, dung, meeting.id, meeting.starts_at + HOUR)

        above = await told(store, ward, "meetings.counts_for_above")
        assert above.keys() == {"thanh"}
        assert above["thanh"].text.values["base"] == 2
        assert "Mai" not in str(above["thanh"])
        assert above["thanh"].media is None


async def test_votes_counted_during_the_meeting_stand_on_the_page(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        for question, closed in (("Trong giờ", 30 * MINUTE), ("Hôm trước", -DAY)):
            await store.add(
                polls_table,
                unit_id=ward.branches[0].id,
                author_id=ward.id("binh"),
                question=question,
                options=["Đồng ý", "Không"],
                threshold="none",
                base="roll",
                deciding=0,
                state="closed",
                created_at=now,
                closes_at=meeting.starts_at + closed,
                closed_at=meeting.starts_at + closed,
                result=asdict(Result((3, 1), base=5, needed=None, in_favour=3, passed=None)),
            )
        binh = await ward.person(store, "binh")
        await ending.end(store, binh, meeting.id, meeting.starts_at + HOUR)

        votes = (await told(store, ward, "meetings.summary"))["hoa"].media.values["votes"]
        assert [question for question, _ in votes] == ["Trong giờ"]
        assert votes[0][1].key.startswith("polls.")


async def test_a_meeting_nobody_ended_ends_by_itself_after_four_hours(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
    due = meeting.starts_at + 4 * HOUR

    assert await _ticks(database, due - MINUTE, due, due + MINUTE) == [0, 1, 0]
    async with database.transaction() as store:
        found = await leading.led(store, await ward.person(store, "binh"), meeting.id)
        assert (found.state, found.ended_at) == ("ended", due)
        assert "hoa" in await told(store, ward, "meetings.summary")


async def test_a_meeting_ends_only_after_it_began(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh = await ward.person(store, "binh")
        early = ending.end(store, binh, meeting.id, meeting.starts_at - MINUTE)
        assert await refused(early) == "meetings.not_begun"


async def test_who_left_the_roster_before_the_start_counts_no_more(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh = await ward.person(store, "binh")
        await store.run(
            members.update().where(members.c.id == ward.id("hoa")).values(removed_at=now)
        )
        _, count = await leading.standing(store, binh, meeting.id)
        assert count.invited == len(INVITED) - 1


async def test_what_a_leader_does_is_written_down(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh = await ward.person(store, "binh")
        await changing.plan_place(store, binh, meeting.id, "Đình làng", now)
        await changing.move(store, binh, meeting.id, now)
        await ending.end(store, binh, meeting.id, meeting.starts_at)

        deeds = await store.values(
            select(audit.c.action).where(audit.c.subject == "meeting").order_by(audit.c.id)
        )
        assert deeds == ["called", "moved", "ended"]
