"""Check-in on real databases: the code, the ticks by hand, coming late and leaving early."""

import asyncio
from datetime import datetime, timedelta

import pytest

from rules.attendance import CODE_TRIES, code
from rules.meetings import Meeting
from rules.refusal import Refusal
from services import attendance, meetings
from services import meetings_calling as calling
from services import meetings_ending as ending
from services import meetings_leading as leading
from storage.deliveries import counts
from storage.engine import Database
from storage.store import Store
from tests.meeting import refused, told
from tests.ward import Ward

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


async def called(store: Store, ward: Ward, now: datetime) -> Meeting:
    """A meeting of branch 1 that starts in four days."""
    binh = await ward.person(store, "binh")
    draft = await calling.begin(store, binh, ward.branches[0].id, now)
    await calling.set_kind(store, binh, draft.id, "thematic", now)
    await calling.set_time(store, binh, draft.id, now + 4 * DAY, now)
    await calling.set_place(store, binh, draft.id, "Nhà văn hóa")
    await calling.set_agenda(store, binh, draft.id, "")
    return (await calling.call(store, binh, draft.id, now))[0]


def slip(meeting: Meeting, at: datetime) -> str:
    """Four digits that are neither the code nor the one before it."""
    right = {code(meeting.secret, at), code(meeting.secret, at - 2 * MINUTE)}
    return next(digits for digits in ("0000", "1111", "2222") if digits not in right)


@pytest.mark.parametrize(
    ("after", "key"),
    [
        (-HOUR - MINUTE, "meetings.not_open_yet"),
        (-HOUR, None),
        (timedelta(0), None),
        (HOUR, None),
    ],
)
async def test_check_in_opens_an_hour_before(
    database: Database, ward: Ward, now: datetime, after: timedelta, key: str | None
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        hoa, at = await ward.person(store, "hoa"), meeting.starts_at + after
        digits = code(meeting.secret, at)

        if key:
            with pytest.raises(Refusal) as no:
                await attendance.type_code(store, hoa, meeting.id, digits, at)
            assert no.value.key == key
        else:
            mine = await attendance.type_code(store, hoa, meeting.id, digits, at)
            assert mine.arrived_at == at
            assert mine.late(meeting.starts_at) == (after > timedelta(0))


async def test_after_the_end_nobody_checks_in(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh, hoa = await ward.person(store, "binh"), await ward.person(store, "hoa")
        over = meeting.starts_at + HOUR
        await ending.end(store, binh, meeting.id, over)

        for deed in (
            attendance.type_code(store, hoa, meeting.id, code(meeting.secret, over), over),
            attendance.mark(store, binh, meeting.id, hoa.id, over),
            attendance.unmark(store, binh, meeting.id, hoa.id, over),
        ):
            with pytest.raises(Refusal) as no:
                await deed
            assert no.value.key == "meetings.is_over"


async def test_nobody_comes_in_behind_the_count_that_is_being_made(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
    at = meeting.starts_at

    async def comes() -> None:
        async with database.transaction() as store:
            hoa = await ward.person(store, "hoa")
            await attendance.type_code(store, hoa, meeting.id, code(meeting.secret, at), at)

    async with database.transaction() as store:
        await ending.end(store, await ward.person(store, "binh"), meeting.id, at)
        late = asyncio.ensure_future(comes())
        await asyncio.wait([late], timeout=0.1)

    with pytest.raises(Refusal) as no:
        await late
    assert no.value.key == "meetings.is_over"


async def test_five_wrong_codes_and_the_secretary_is_asked(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        hoa, at = await ward.person(store, "hoa"), meeting.starts_at
        for tries in range(1, CODE_TRIES + 1):
            mine = await attendance.type_code(store, hoa, meeting.id, slip(meeting, at), at)
            assert (mine.present, mine.code_tries) == (False, tries)

        with pytest.raises(Refusal) as no:
            await attendance.type_code(store, hoa, meeting.id, code(meeting.secret, at), at)
        assert no.value.key == "meetings.ask_secretary"

        binh = await ward.person(store, "binh")
        marked = await attendance.mark(store, binh, meeting.id, hoa.id, at)
        assert marked.present
        assert marked.code_tries == 0


async def test_success_forgets_the_slips_before_it(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        hoa, at = await ward.person(store, "hoa"), meeting.starts_at
        await attendance.type_code(store, hoa, meeting.id, slip(meeting, at), at)
        mine = await attendance.type_code(store, hoa, meeting.id, code(meeting.secret, at), at)

        assert (mine.present, mine.code_tries) == (True, 0)


async def test_words_without_a_digit_are_no_try(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        hoa, at = await ward.person(store, "hoa"), meeting.starts_at
        for words in ("", "mã ở đâu?"):
            mine = await attendance.type_code(store, hoa, meeting.id, words, at)
            assert (mine.present, mine.code_tries) == (False, 0)


async def test_checking_in_twice_keeps_the_first_time(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh, hoa = await ward.person(store, "binh"), await ward.person(store, "hoa")
        first = meeting.starts_at - 10 * MINUTE
        await attendance.mark(store, binh, meeting.id, hoa.id, first)
        later = meeting.starts_at + 10 * MINUTE
        typed = await attendance.type_code(store, hoa, meeting.id, "", later)
        ticked = await attendance.mark(store, binh, meeting.id, hoa.id, later)

        assert typed.arrived_at == ticked.arrived_at == first


async def test_names_are_ticked_in_the_rosters_order_and_a_slip_is_taken_back(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh, at = await ward.person(store, "binh"), meeting.starts_at
        missing = [one.name for one in await attendance.not_arrived(store, binh, meeting.id)]
        assert missing == [
            "Nguyễn Thị Thanh",
            "Lê Văn Bình",
            "Trần Thị Hoa",
            "Phạm Minh Tuấn",
            "Hồ Văn An",
            "Võ Thị Sen",
        ]
        await attendance.mark(store, binh, meeting.id, ward.id("an"), at)
        await attendance.mark(store, binh, meeting.id, ward.id("hoa"), at)
        came = [one.name for one in await attendance.arrived(store, binh, meeting.id)]
        assert came == ["Trần Thị Hoa", "Hồ Văn An"]

        await attendance.unmark(store, binh, meeting.id, ward.id("an"), at)
        came = [one.name for one in await attendance.arrived(store, binh, meeting.id)]
        assert came == ["Trần Thị Hoa"]


async def test_an_exempt_member_counts_only_when_there(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh, at = await ward.person(store, "binh"), meeting.starts_at
        _, before = await leading.standing(store, binh, meeting.id)
        await attendance.mark(store, binh, meeting.id, ward.id("sen"), at)
        _, after = await leading.standing(store, binh, meeting.id)

        assert (before.present, before.base) == (0, 5)
        assert (after.present, after.base) == (1, 6)


async def test_leaving_early_can_be_said_by_the_member_and_by_the_secretary(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh, hoa = await ward.person(store, "binh"), await ward.person(store, "hoa")
        came, left = meeting.starts_at, meeting.starts_at + HOUR
        await attendance.mark(store, binh, meeting.id, hoa.id, came)
        for somebody in (hoa, binh):
            gone = await attendance.leave(store, somebody, meeting.id, hoa.id, left)
            assert gone.left_at == left
            stayed = await attendance.stay(store, somebody, meeting.id, hoa.id, left)
            assert (stayed.left_at, stayed.present) == (None, True)


async def test_who_never_came_cannot_leave_and_nobody_leaves_for_another(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        hoa, tuan = await ward.person(store, "hoa"), await ward.person(store, "tuan")
        at = meeting.starts_at
        for person, whom, key in (
            (hoa, hoa, "meetings.not_arrived"),
            (tuan, hoa, "units.not_yours"),
        ):
            with pytest.raises(Refusal) as no:
                await attendance.leave(store, person, meeting.id, whom.id, at)
            assert no.value.key == key


async def test_only_leaders_of_the_unit_tick_names_and_only_invited_ones(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        at = meeting.starts_at
        for key, whom, why in (
            ("hoa", "hoa", "units.not_yours"),
            ("dung", "hoa", "units.not_yours"),
            ("binh", "mai", "meetings.not_on_list"),
            ("binh", "trung", "meetings.not_on_list"),
        ):
            person = await ward.person(store, key)
            with pytest.raises(Refusal) as no:
                await attendance.mark(store, person, meeting.id, ward.id(whom), at)
            assert no.value.key == why
        thanh = await ward.person(store, "thanh")
        assert (await attendance.mark(store, thanh, meeting.id, ward.id("hoa"), at)).present


async def test_opening_check_in_tells_those_who_are_expected_once(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh, an = await ward.person(store, "binh"), await ward.person(store, "an")
        await meetings.answer(store, an, meeting.id, False, now, reason="Đi công tác")
        at = meeting.starts_at - HOUR
        await attendance.mark(store, binh, meeting.id, ward.id("sen"), at)
        first = await attendance.open_check_in(store, binh, meeting.id, at)
        again = await attendance.open_check_in(store, binh, meeting.id, at + MINUTE)

        assert first.opened_at == again.opened_at == at
        messages = await told(store, ward, "meetings.check_in_open")
        # not An, who cannot come; not Sen and Bình, who are there; not Tuấn, who has no phone here
        assert messages.keys() == {"thanh", "hoa"}
        assert [button.route for button in messages["hoa"].buttons] == [
            ("meetings.check_in", meeting.id)
        ]


async def test_what_was_not_sent_of_the_check_in_is_taken_back_at_the_end(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh, over = await ward.person(store, "binh"), meeting.starts_at + HOUR
        await attendance.open_check_in(store, binh, meeting.id, meeting.starts_at)
        await ending.end(store, binh, meeting.id, over)

        assert await counts(store, f"meeting:{meeting.id}:0:check_in") == {"recalled": 4}


@pytest.mark.parametrize(("after", "late"), [(-HOUR, False), (10 * MINUTE, False)])
async def test_whoever_opens_check_in_is_there_and_in_time(
    database: Database, ward: Ward, now: datetime, after: timedelta, late: bool
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh = await ward.person(store, "binh")
        await attendance.open_check_in(store, binh, meeting.id, meeting.starts_at + after)
        mine = (await meetings.look(store, binh, meeting.id)).mine
        assert (mine.present, mine.late(meeting.starts_at)) == (True, late)

        at = meeting.starts_at + HOUR
        await attendance.unmark(store, binh, meeting.id, binh.id, at)
        await attendance.open_check_in(store, binh, meeting.id, at)
        assert not (await meetings.look(store, binh, meeting.id)).mine.present, "corrected"


async def test_check_in_is_opened_by_leaders_when_it_is_time(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh, hoa = await ward.person(store, "binh"), await ward.person(store, "hoa")
        early = attendance.open_check_in(store, binh, meeting.id, now)
        assert await refused(early) == "meetings.not_open_yet"
        foreign = attendance.open_check_in(store, hoa, meeting.id, meeting.starts_at)
        assert await refused(foreign) == "units.not_yours"


async def test_four_digits_are_awaited_while_check_in_is_open(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        binh, hoa = await ward.person(store, "binh"), await ward.person(store, "hoa")
        mai, at = await ward.person(store, "mai"), meeting.starts_at
        assert not await attendance.awaits_code(store, hoa, at, "4821")
        nowhere = attendance.type_code_anywhere(store, hoa, "4821", at)
        assert await refused(nowhere) == "meetings.none_to_check_in"

        await attendance.open_check_in(store, binh, meeting.id, at)
        assert await attendance.awaits_code(store, hoa, at, "4821")
        assert not await attendance.awaits_code(store, mai, at, "4821")
        await ending.end(store, binh, meeting.id, at + HOUR)
        assert not await attendance.awaits_code(store, hoa, at + HOUR, "4821")


async def test_of_two_open_meetings_the_code_says_which(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        first = await called(store, ward, now)
        second = await called(store, ward, now + 30 * MINUTE)
        binh, hoa = await ward.person(store, "binh"), await ward.person(store, "hoa")
        at = second.starts_at
        for meeting in (first, second):
            await attendance.open_check_in(store, binh, meeting.id, at)

        wrong = slip(first, at) if slip(first, at) == slip(second, at) else "3333"
        tried, _ = await attendance.type_code_anywhere(store, hoa, wrong, at)
        assert tried.id == second.id, "the newer one is meant"
        came, mine = await attendance.type_code_anywhere(store, hoa, code(first.secret, at), at)
        assert (came.id, mine.present) == (first.id, True)


async def test_who_has_checked_in_is_not_asked_to_answer_any_more(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        hoa, at = await ward.person(store, "hoa"), meeting.starts_at - 30 * MINUTE
        assert await meetings.waiting(store, hoa, at) == 1
        await attendance.type_code(store, hoa, meeting.id, code(meeting.secret, at), at)
        assert await meetings.waiting(store, hoa, at) == 0


async def test_a_member_sees_the_own_presence(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        meeting = await called(store, ward, now)
        hoa, at = await ward.person(store, "hoa"), meeting.starts_at + MINUTE
        await attendance.type_code(store, hoa, meeting.id, code(meeting.secret, at), at)

        invitation = await meetings.next_for(store, hoa, at)
        assert invitation is not None
        assert invitation.mine.late(meeting.starts_at)
