"""The end of a meeting: pressed or by the clock, and who is told what, on real databases."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import select

from rules.meetings import Meeting
from rules.polls_counting import Result
from rules.words import words
from services import attendance
from services import meetings_calling as calling
from services import meetings_changing as changing
from services import meetings_ending as ending
from services import meetings_leading as leading
from storage import attendance as rows
from storage.engine import Database
from storage.store import Store
from storage.tables import audit, members
from storage.tables import polls as polls_table
from tests.meeting import (
    DAY,
    HOUR,
    INVITED,
    MINUTE,
    answered,
    called,
    refused,
    starts,
    ticks,
    told,
)
from tests.ward import Ward


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
        await attendance.leave(store, binh, meeting.id, ward.id("sen"), over - MINUTE)
        await ending.end(store, binh, meeting.id, over)
        await ending.end(store, binh, meeting.id, over)

        plain = await told(store, ward, "meetings.summary")
        assert plain.keys() == INVITED
        values = plain["hoa"].text.values
        numbers = ("present", "late", "left", "excused", "unexcused")
        assert [values[name] for name in numbers] == [3, 1, 1, 1, 2]
        assert values["counted"].values == {"invited": 6, "base": 6, "spared": 0}
        ways = {name: message.buttons for name, message in plain.items() if message.buttons}
        assert ways.keys() == {"binh"}
        assert ways["binh"][0].route == ("meetings.absent", meeting.id, 0)
        missed = [one.name for one in await leading.absent(store, binh, meeting.id)]
        assert missed == ["Nguyễn Thị Thanh", "Phạm Minh Tuấn", "Hồ Văn An"]
        hoa = await ward.person(store, "hoa")
        assert await refused(leading.absent(store, hoa, meeting.id)) == "units.not_yours"
        page = plain["hoa"].media
        assert (page.kind, page.maker) == ("document", "meetings.summary")
        assert (words("meetings.row_left"), 1) in page.values["counts"]
        again = await ending.summary_of(store, await leading.led(store, binh, meeting.id))
        assert again[1].values == page.values, "the same is shown ever after"
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
        assert above["thanh"].text.values["counted"].values["base"] == 2
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
                result=asdict(
                    Result((3, 1), base=5, needed=None, in_favour=3, passed=None, voters=5)
                ),
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

    assert await ticks(database, due - MINUTE, due, due + MINUTE) == [0, 1, 0]
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
