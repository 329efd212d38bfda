"""Calling a meeting and answering the invitation, on real databases."""

import asyncio
from datetime import datetime

import pytest

from rules.meetings import MOST_FILES
from rules.words import words
from services import meetings
from services import meetings_calling as calling
from services import meetings_ending as ending
from storage import attendance as rows
from storage import media, units
from storage.deliveries import counts
from storage.engine import Database
from tests.meeting import DAY, HOUR, INVITED, MINUTE, called, drafted, refused, starts, told
from tests.ward import Ward


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


async def test_an_answer_said_anew_leaves_all_others_as_they_are(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        draft, thanh = await drafted(store, ward, now, "thanh"), await ward.person(store, "thanh")
        other = ward.branches[1].id
        changed = await calling.set_unit(store, thanh, draft.id, other)
        kept = {"id", "unit_id", "unit_name", "unit_path"}
        assert {**vars(changed), **dict.fromkeys(kept, 0)} == {
            **vars(draft),
            **dict.fromkeys(kept, 0),
        }
        assert changed.unit_id == other

        binh = await ward.person(store, "binh")
        draft = await drafted(store, ward, now)
        foreign = calling.set_unit(store, binh, draft.id, other)
        assert await refused(foreign) == "units.not_yours"


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
        assert invitations.keys() == INVITED - {"binh"}
        routes = [button.route for button in invitations["hoa"].buttons]
        assert routes[:2] == [("meetings.say_yes", draft.id), ("meetings.say_no", draft.id)]
        states = await counts(store, f"meeting:{draft.id}:0")
        assert states == {"queued": len(INVITED) - 1, "unlinked": 1}
        attendees = {one.name: one.status for one in await rows.of(store, draft.id)}
        assert attendees["Hồ Văn An"] == "probationary"
        assert attendees["Võ Thị Sen"] == "exempt"


async def test_who_calls_a_meeting_is_coming_and_can_change_that(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh = await ward.person(store, "binh")

        own = await told(store, ward, "meetings.own_invitation")
        assert own.keys() == {"binh"}
        assert "meetings.say_yes" not in [button.route[0] for button in own["binh"].buttons]
        assert (await meetings.look(store, binh, meeting.id)).mine.answer == "yes"
        assert await meetings.waiting(store, binh, now) == 0
        await meetings.answer(store, binh, meeting.id, False, now, reason="Ốm")
        assert (await meetings.look(store, binh, meeting.id)).mine.answer == "no"


async def test_who_calls_another_unit_is_not_invited_to_it(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now, author="thanh")  # staff, a member of branch 1
        assert (await told(store, ward, "meetings.own_invitation")).keys() == {"thanh"}

        thanh = await ward.person(store, "thanh")
        draft = await calling.begin(store, thanh, ward.branches[1].id, now)
        await calling.set_kind(store, thanh, draft.id, "monthly", now)
        await calling.set_time(store, thanh, draft.id, meeting.starts_at, now)
        await calling.set_place(store, thanh, draft.id, "Đình làng")
        await calling.set_agenda(store, thanh, draft.id, "")
        assert await calling.twin(store, thanh, draft.id) is None, "another branch"
        _, invited = await calling.call(store, thanh, draft.id, now)
        assert invited == 2


async def test_a_second_meeting_of_the_kind_is_noticed_before_it_is_called(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        first = await called(store, ward, now)
        binh = await ward.person(store, "binh")
        draft = await drafted(store, ward, now)

        assert await calling.twin(store, binh, draft.id) == first
        await calling.call(store, binh, draft.id, now)
        assert await calling.twin(store, binh, draft.id) is None, "called already"


async def test_two_phones_pressing_at_once_invite_once(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        draft = await drafted(store, ward, now)

    async def press() -> int:
        async with database.transaction() as store:
            binh = await ward.person(store, "binh")
            return (await calling.call(store, binh, draft.id, now))[1]

    assert await asyncio.gather(press(), press()) == [len(INVITED)] * 2
    async with database.transaction() as store:
        states = await counts(store, f"meeting:{draft.id}:0")
        assert states.total() == len(INVITED)


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


async def test_several_files_wait_behind_the_invitation(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        kept = [
            await media.keep(store, mark * 64, "document", now, name=f"{mark}.pdf")
            for mark in "abc"
        ]
        draft = await drafted(store, ward, now)
        binh = await ward.person(store, "binh")
        for one in (*kept, kept[0]):
            files = await calling.attach(store, binh, draft.id, one.id)
        assert [one.name for one in files] == ["a.pdf", "b.pdf", "c.pdf"], "sent twice, kept once"
        left = await calling.take_back_file(store, binh, draft.id)
        assert [one.name for one in left] == ["a.pdf", "b.pdf"]

        await calling.call(store, binh, draft.id, now)
        invitation = (await told(store, ward, "meetings.invitation"))["hoa"]
        assert invitation.media is None
        assert invitation.text.values["details"][-1] == words("meetings.line_files", count=2)
        hoa, mai = await ward.person(store, "hoa"), await ward.person(store, "mai")
        assert await meetings.attachments(store, hoa, draft.id) == left
        mine = meetings.attachments(store, mai, draft.id)
        assert await refused(mine) == "meetings.not_invited"


async def test_more_files_than_anybody_looks_through_are_refused(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        draft = await drafted(store, ward, now)
        binh = await ward.person(store, "binh")
        for mark in range(MOST_FILES):
            one = await media.keep(store, str(mark) * 64, "photo", now)
            await calling.attach(store, binh, draft.id, one.id)
        more = calling.attach(store, binh, draft.id, one.id)
        assert await refused(more) == "meetings.enough_files"
        await calling.drop(store, binh, draft.id)
        assert await calling.unfinished(store, binh) is None


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


# --- answering ---------------------------------------------------------------------------------


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
