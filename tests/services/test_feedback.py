"""Cases in the books: numbers, owners, answers, climbing, and who is told what."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from rules.feedback import Case, due
from rules.refusal import Refusal
from services import feedback
from services import feedback_answering as answering
from storage import accounts, media, members, units
from storage import deliveries as deliveries_deeds
from storage.engine import Database
from storage.store import Store
from storage.tables import audit, deliveries, mailings
from tests.ward import Ward

DUE = datetime(2026, 11, 30, 10, 0, tzinfo=UTC)  # five in the afternoon in Huế
Deed = Callable[[Store, Ward, Case, datetime], Awaitable[object]]


async def _open(
    store: Store, ward: Ward, now: datetime, key: str = "hoa", road: str = "branch"
) -> Case:
    person = await ward.person(store, key)
    return await feedback.open_case(store, person, road, "Đèn hẻm 3 tắt.", None, now)


async def _answer(store: Store, ward: Ward, case: Case, now: datetime, key: str = "binh") -> Case:
    leader = await ward.person(store, key)
    return await answering.answer(store, leader, case.id, "Thợ đến thứ Sáu.", None, now)


async def _arrives(store: Store, at: datetime) -> None:
    """Every message left so far has been sent."""
    waiting = update(deliveries).where(deliveries.c.state == "queued")
    await store.run(waiting.values(state="sent", sent_at=at))


async def _judge(store: Store, ward: Ward, case: Case, now: datetime, *, helped: bool) -> Case:
    person = await ward.person(store, "hoa")
    return await feedback.judge(store, person, case.id, helped=helped, now=now)


async def _as_it_stands(store: Store, ward: Ward, case: Case) -> Case:
    found, _ = await feedback.look(store, await ward.person(store, "thanh"), case.id)
    return found


async def _told(store: Store, ward: Ward, key: str) -> list[str]:
    """The texts left for somebody, by their keys, the oldest first."""
    rows = await store.all(
        select(mailings.c.message)
        .join(deliveries, deliveries.c.mailing_id == mailings.c.id)
        .where(deliveries.c.member_id == ward.id(key))
        .order_by(deliveries.c.id)
    )
    return [row["message"]["text"]["@words"][0] for row in rows]


async def _deeds(store: Store) -> list[str]:
    rows = await store.all(select(audit).where(audit.c.subject == "case").order_by(audit.c.id))
    assert all(row["detail"] is None for row in rows), "nobody's words go into the audit"
    return [row["action"] for row in rows]


# --- sending ---------------------------------------------------------------------------------


async def test_a_case_has_a_number_an_owner_and_a_day(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now)

        assert (case.number, case.year, case.state) == (1, 2026, "open")
        assert (case.unit_name, case.due_at) == ("Chi bộ 1", DUE)
        assert await _told(store, ward, "binh") == ["feedback.arrived"]
        assert await _told(store, ward, "hoa") == []
        assert await _told(store, ward, "thanh") == []


async def test_numbers_run_through_the_whole_organisation_and_begin_anew_each_year(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        first = await _open(store, ward, now)
        second = await _open(store, ward, now, "mai")
        third = await _open(store, ward, now, "yen", "above")
        next_year = await _open(store, ward, datetime(2026, 12, 31, 18, 0, tzinfo=UTC))

        assert [first.number, second.number, third.number] == [1, 2, 3]
        assert (next_year.number, next_year.year) == (1, 2027)


async def test_cases_sent_at_once_get_numbers_of_their_own(
    database: Database, ward: Ward, now: datetime
) -> None:
    async def send(key: str) -> int:
        async with database.transaction() as store:
            return (await _open(store, ward, now, key)).number

    numbers = await asyncio.gather(*(send(key) for key in ("hoa", "mai", "yen", "an", "sen")))

    assert sorted(numbers) == [1, 2, 3, 4, 5]


async def test_an_answer_is_not_lost_when_the_case_climbs_at_that_moment(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now)

    async def answer() -> None:
        async with database.transaction() as store:
            await _answer(store, ward, case, DUE, "thanh")

    async def climb() -> None:
        async with database.transaction() as store:
            await feedback.climb(store, case.id, DUE)

    await asyncio.gather(answer(), climb())
    async with database.transaction() as store:
        assert (await _as_it_stands(store, ward, case)).state == "answered"


async def test_another_organisation_counts_for_itself(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        other = await units.found(store, "Hội khác", None)
        await units.appoint(store, ward.id("yen"), other.id, "secretary", now.date())
        await members.change(store, ward.id("mai"), unit_id=other.id)
        await _open(store, ward, now)

        assert (await _open(store, ward, now, "mai")).number == 1


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("hoa", {"branch": "Chi bộ 1", "above": "Phường Sen Hồng"}),
        ("binh", {"above": "Phường Sen Hồng"}),
        ("thanh", {"branch": "Chi bộ 1"}),
        ("trung", {"branch": "Chi bộ 1", "above": "Phường Sen Hồng"}),
    ],
    ids=["a member", "the secretary", "the ward's only staff", "a suspended member"],
)
async def test_everyone_may_write_to_whoever_else_leads(
    database: Database, ward: Ward, now: datetime, key: str, expected: dict[str, str]
) -> None:
    async with database.transaction() as store:
        found = await feedback.roads_of(store, await ward.person(store, key), now)

        assert {road: unit.name for road, unit in found.items()} == expected


async def test_a_forged_road_is_refused(database: Database, ward: Ward, now: datetime) -> None:
    async with database.transaction() as store:
        for key, road in (("binh", "branch"), ("hoa", "elsewhere")):
            with pytest.raises(Refusal, match="nobody_there"):
                await _open(store, ward, now, key, road)


async def test_the_sixth_case_of_a_day_is_refused_and_the_next_day_is_new(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        for _ in range(5):
            await _open(store, ward, now)
        with pytest.raises(Refusal, match="enough_today"):
            await _open(store, ward, now + timedelta(hours=14))
        await _open(store, ward, now, "mai")
        assert (await _open(store, ward, now + timedelta(hours=15, minutes=1))).number == 7


async def test_a_voice_without_words_is_enough_and_goes_to_the_owner(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        voice = await media.keep(store, "f" * 64, "voice", now)
        hoa, binh = await ward.person(store, "hoa"), await ward.person(store, "binh")
        case = await feedback.open_case(store, hoa, "branch", "", voice.id, now)

        _, said = await feedback.look(store, binh, case.id)
        assert (said[0].media_id, said[0].media_kind) == (voice.id, "voice")
        message = await store.value(select(mailings.c.message))
        assert message["media"]["id"] == voice.id


# --- who sees it -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("road", "seen_by"),
    [("branch", {"hoa", "binh", "thanh"}), ("above", {"hoa", "thanh"})],
)
async def test_a_case_is_seen_by_its_member_and_by_whoever_leads_its_unit(
    database: Database, ward: Ward, now: datetime, road: str, seen_by: set[str]
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now, road=road)

        for key in ward.ids:
            person = await ward.person(store, key)
            if key in seen_by:
                assert (await feedback.look(store, person, case.id))[0] == case
                continue
            with pytest.raises(Refusal, match="not_here"):
                await feedback.look(store, person, case.id)


async def test_only_those_who_lead_its_unit_may_answer(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now)
        for key in ("hoa", "tuan", "dung"):
            with pytest.raises(Refusal, match="not_here"):
                await _answer(store, ward, case, now, key)

        assert (await _as_it_stands(store, ward, case)).state == "open"


async def test_nobody_answers_their_own_case(database: Database, ward: Ward, now: datetime) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now, "thanh")

        with pytest.raises(Refusal, match="own_answer"):
            await _answer(store, ward, case, now, "thanh")


async def test_only_its_member_may_say_whether_it_helped(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now)
        await _answer(store, ward, case, now)

        with pytest.raises(Refusal, match="not_here"):
            binh = await ward.person(store, "binh")
            await feedback.judge(store, binh, case.id, helped=True, now=now)
        with pytest.raises(Refusal, match="not_here"):
            mai = await ward.person(store, "mai")
            await feedback.add(store, mai, case.id, "Tôi cũng thế.", None, now)


# --- answering, asking back, closing ---------------------------------------------------------


async def test_an_answer_that_helped_closes_the_case(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now)
        await _answer(store, ward, case, now)
        closed = await _judge(store, ward, case, now, helped=True)

        assert (closed.state, closed.helped, closed.closed_at) == ("closed", True, now)
        assert await _told(store, ward, "hoa") == ["feedback.answer_arrived"]
        assert await _deeds(store) == ["answered", "closed"]


async def test_an_answer_that_did_not_help_goes_back_to_its_owner_once(
    database: Database, ward: Ward, now: datetime
) -> None:
    later = now + timedelta(days=3)
    async with database.transaction() as store:
        case = await _open(store, ward, now)
        await _answer(store, ward, case, later)
        for _ in range(2):
            again = await _judge(store, ward, case, later, helped=False)

        assert (again.state, again.helped) == ("open", False)
        assert again.due_at == DUE + timedelta(days=3)
        assert await _told(store, ward, "binh") == ["feedback.arrived", "feedback.did_not_help"]


async def test_a_second_answer_can_be_judged_anew(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now)
        for hours in (1, 2):
            later = now + timedelta(hours=hours)
            await _answer(store, ward, case, later)
            await _judge(store, ward, case, later, helped=False)

        assert await _told(store, ward, "hoa") == ["feedback.answer_arrived"] * 2
        assert (await _told(store, ward, "binh")).count("feedback.did_not_help") == 2


async def test_asking_back_opens_the_case_again(
    database: Database, ward: Ward, now: datetime
) -> None:
    later = now + timedelta(days=1)
    async with database.transaction() as store:
        case = await _open(store, ward, now)
        await _answer(store, ward, case, now)
        hoa = await ward.person(store, "hoa")
        again = await feedback.add(store, hoa, case.id, "Thợ đến lúc nào?", None, later)

        _, said = await feedback.look(store, hoa, case.id)
        assert [one.author_name for one in said] == ["Trần Thị Hoa", "Lê Văn Bình", "Trần Thị Hoa"]
        assert (again.state, again.due_at) == ("open", DUE + timedelta(days=1))
        assert await _told(store, ward, "binh") == ["feedback.arrived", "feedback.asked_again"]


async def test_saying_more_before_the_answer_does_not_move_the_promised_day(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now)
        hoa = await ward.person(store, "hoa")
        later = now + timedelta(days=2)

        assert (await feedback.add(store, hoa, case.id, "Hẻm 4 nữa.", None, later)).due_at == DUE


async def _adds(store: Store, ward: Ward, case: Case, now: datetime) -> None:
    hoa = await ward.person(store, "hoa")
    await feedback.add(store, hoa, case.id, "Còn nữa.", None, now)


async def _says_it_did_not_help(store: Store, ward: Ward, case: Case, now: datetime) -> None:
    await _judge(store, ward, case, now + timedelta(days=2), helped=False)


async def test_a_case_that_was_called_settled_by_a_slip_opens_again(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now)
        await _answer(store, ward, case, now)
        await _judge(store, ward, case, now, helped=True)
        later = now + timedelta(hours=20)

        again = await _judge(store, ward, case, later, helped=False)

        assert (again.state, again.helped, again.closed_at) == ("open", False, None)
        assert again.due_at == due(store.org, later)
        assert (await _judge(store, ward, case, later, helped=True)).state == "closed"


@pytest.mark.parametrize("deed", [_answer, _adds, _says_it_did_not_help])
async def test_a_closed_case_stays_closed(
    database: Database, ward: Ward, now: datetime, deed: Deed
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now)
        await _answer(store, ward, case, now)
        await _judge(store, ward, case, now, helped=True)

        with pytest.raises(Refusal, match="closed_already"):
            await deed(store, ward, case, now)
        assert (await _judge(store, ward, case, now, helped=True)).state == "closed"


async def test_what_waits_is_counted_for_home(
    database: Database, ward: Ward, now: datetime
) -> None:
    async def waiting(key: str) -> tuple[int, int]:
        person = await ward.person(store, key)
        return (
            await feedback.waiting_for_leader(store, person, now),
            await feedback.answered_for_member(store, person),
        )

    async with database.transaction() as store:
        case = await _open(store, ward, now)
        await _open(store, ward, now, "thanh")
        await _open(store, ward, now, "mai", "above")
        assert [await waiting(key) for key in ("binh", "thanh", "hoa")] == [(2, 0), (1, 0), (0, 0)]

        await _answer(store, ward, case, now)
        assert [await waiting(key) for key in ("binh", "thanh", "hoa")] == [(1, 0), (1, 0), (0, 1)]


async def test_open_cases_stand_with_the_first_due_first(
    database: Database, ward: Ward, now: datetime
) -> None:
    async def listed(key: str) -> list[int]:
        leader = await ward.person(store, key)
        found = await answering.open_cases(store, leader, 0, 9)
        assert await answering.count_open(store, leader) == len(found)
        return [one.number for one in found]

    async with database.transaction() as store:
        await _open(store, ward, now + timedelta(days=2))
        await _open(store, ward, now, "mai")
        await _open(store, ward, now + timedelta(days=1), "hoa", "above")
        await _open(store, ward, now, "thanh")

        assert await listed("thanh") == [3, 2, 1], "the own unit's first, and never one's own"
        assert await listed("binh") == [4, 1]
        assert await listed("dung") == [2]
        assert await listed("khoa") == []


# --- for somebody who phoned -----------------------------------------------------------------


async def test_a_phoned_case_names_who_wrote_it_down_and_tells_the_member(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        thanh = await ward.person(store, "thanh")
        case = await answering.enter(store, thanh, ward.id("mai"), "Loa phường nhỏ.", None, now)

        _, said = await feedback.look(store, thanh, case.id)
        assert (case.unit_name, case.entered_by_name) == ("Phường Sen Hồng", "Nguyễn Thị Thanh")
        assert said[0].author_name == "Đặng Thị Mai"
        assert await _told(store, ward, "mai") == ["feedback.entered_for_you"]
        assert await _told(store, ward, "thanh") == []
        assert await _deeds(store) == ["entered"]


async def test_phoned_cases_do_not_use_up_the_members_own(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        for _ in range(5):
            await answering.enter(store, binh, ward.id("hoa"), "Đèn tắt.", None, now)

        assert (await _open(store, ward, now)).number == 6


@pytest.mark.parametrize(
    ("key", "member"), [("binh", "mai"), ("binh", "binh"), ("hoa", "tuan"), ("hoa", "hoa")]
)
async def test_cases_are_entered_only_for_others_whom_one_leads(
    database: Database, ward: Ward, now: datetime, key: str, member: str
) -> None:
    async with database.transaction() as store:
        person = await ward.person(store, key)

        with pytest.raises(Refusal):
            await answering.enter(store, person, ward.id(member), "Đèn tắt.", None, now)
        assert await _deeds(store) == []


@pytest.mark.parametrize(
    ("key", "said", "found"),
    [
        ("binh", "tran thi hoa", ["hoa"]),
        ("binh", "mai", []),
        ("binh", "Lê Văn Bình", []),
        ("thanh", "mai", ["mai"]),
        ("thanh", "0900000009", ["mai"]),
        ("hoa", "tuấn", []),
    ],
)
async def test_people_are_found_among_those_one_leads(
    database: Database, ward: Ward, key: str, said: str, found: Sequence[str]
) -> None:
    async with database.transaction() as store:
        people = await answering.find(store, await ward.person(store, key), said)

        assert [one.id for one in people] == [ward.id(one) for one in found]


# --- what falls due --------------------------------------------------------------------------


async def test_the_owner_is_reminded_a_day_before(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now)
        day_before = DUE - timedelta(days=1)

        assert await feedback.reminders_due(store, day_before - timedelta(minutes=1)) == []
        assert await feedback.reminders_due(store, day_before) == [(case.id, day_before)]
        assert await feedback.reminders_due(store, DUE) == []
        await feedback.remind(store, case.id, day_before)
        assert await _told(store, ward, "binh") == ["feedback.arrived", "feedback.due_soon"]


async def test_an_answered_case_is_neither_reminded_of_nor_climbs(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now)
        await _answer(store, ward, case, now)

        await feedback.remind(store, case.id, DUE - timedelta(hours=1))
        await feedback.climb(store, case.id, DUE)
        assert await feedback.overdue_due(store, DUE) == []
        assert (await _as_it_stands(store, ward, case)).unit_name == "Chi bộ 1"
        assert await _told(store, ward, "binh") == ["feedback.arrived"]


async def test_an_overdue_case_climbs_and_everyone_is_told(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now)
        assert await feedback.overdue_due(store, DUE - timedelta(minutes=1)) == []
        assert await feedback.overdue_due(store, DUE) == [(case.id, DUE)]
        for _ in range(2):
            await feedback.climb(store, case.id, DUE)

        case = await _as_it_stands(store, ward, case)
        assert (case.unit_name, case.climbs, case.state) == ("Phường Sen Hồng", 1, "open")
        assert case.due_at == DUE + timedelta(days=7)
        assert await _told(store, ward, "thanh") == ["feedback.climbed_here"]
        assert await _told(store, ward, "binh") == ["feedback.arrived", "feedback.climbed_away"]
        assert await _told(store, ward, "hoa") == ["feedback.climbed"]
        assert await _deeds(store) == ["climbed"]
        with pytest.raises(Refusal, match="not_here"):
            await _answer(store, ward, case, DUE)


async def test_at_the_top_the_leaders_are_reminded_every_seven_days_and_the_member_told_once(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now, road="above")
        for weeks in range(3):
            moment = DUE + timedelta(days=7 * weeks, hours=5)
            [(case_id, since)] = await feedback.overdue_due(store, moment)
            assert since == DUE + timedelta(days=7 * weeks)
            for _ in range(2):
                await feedback.climb(store, case_id, moment)

        assert (await _as_it_stands(store, ward, case)).due_at == DUE, (
            "the promise is not rewritten"
        )
        assert await _told(store, ward, "thanh") == ["feedback.arrived", *["feedback.overdue"] * 3]
        assert await _told(store, ward, "hoa") == ["feedback.late"]


async def test_a_case_does_not_climb_to_the_member_who_wrote_it(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now, "thanh")
        await feedback.climb(store, case.id, DUE)

        assert (await _as_it_stands(store, ward, case)).unit_name == "Chi bộ 1"
        assert await _told(store, ward, "binh") == ["feedback.arrived", "feedback.overdue"]


async def test_an_answer_without_a_word_closes_its_case_after_two_weeks(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now)
        await _answer(store, ward, case, now)
        then = now + timedelta(days=14)
        assert await feedback.forgotten_due(store, then) == [], "nobody has heard it yet"
        await _arrives(store, now)
        assert await feedback.forgotten_due(store, then - timedelta(minutes=1)) == []
        assert await feedback.forgotten_due(store, then) == [(case.id, then)]
        for _ in range(2):
            await feedback.close_forgotten(store, case.id, then)

        case = await _as_it_stands(store, ward, case)
        assert (case.state, case.helped, case.closed_at) == ("closed", None, then)
        assert await _told(store, ward, "hoa") == [
            "feedback.answer_arrived",
            "feedback.closed_in_silence",
        ]
        assert await _deeds(store) == ["answered", "closed"]


async def test_a_second_answer_gives_another_two_weeks(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _open(store, ward, now)
        await _answer(store, ward, case, now)
        await _arrives(store, now)
        await _answer(store, ward, case, now + timedelta(days=10))
        await _arrives(store, now + timedelta(days=10))
        await feedback.close_forgotten(store, case.id, now + timedelta(days=14))

        assert (await _as_it_stands(store, ward, case)).state == "answered"


# --- whom no message reaches -----------------------------------------------------------------


async def _entered_for_tuan(store: Store, ward: Ward, now: datetime) -> Case:
    binh = await ward.person(store, "binh")
    case = await answering.enter(store, binh, ward.id("tuan"), "Đèn hẻm 3 tắt.", None, now)
    return await _answer(store, ward, case, now, "thanh")


async def test_an_answer_nobody_can_be_sent_waits_to_be_phoned(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _entered_for_tuan(store, ward, now)
        binh = await ward.person(store, "binh")
        late = now + timedelta(days=60)
        assert await feedback.forgotten_due(store, late) == [], "silence of who never heard it"
        assert [one.id for one in await answering.open_cases(store, binh, 0, 9)] == [case.id]
        assert await feedback.waiting_for_leader(store, binh, now) == 1

        await answering.told_by_phone(store, binh, case.id, now)
        assert await answering.open_cases(store, binh, 0, 9) == []
        heard = [(case.id, now + timedelta(days=14))]
        assert await feedback.forgotten_due(store, now + timedelta(days=14)) == heard
        await feedback.judge_for(store, binh, case.id, helped=True, now=now)

        assert (await _as_it_stands(store, ward, case)).state == "closed"
        assert await _deeds(store) == ["entered", "answered", "told", "closed"]


async def test_who_joins_late_hears_the_answer_by_opening_the_case(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        case = await _entered_for_tuan(store, ward, now)
        later = now + timedelta(days=30)
        account = await accounts.at(store, "test", "tuan", "vi", later)
        await accounts.link(store, account.id, ward.id("tuan"), later)
        await deliveries_deeds.waken(store, ward.id("tuan"), later)
        assert await feedback.forgotten_due(store, later) == []
        tuan = await ward.person(store, "tuan")
        await feedback.look_at_own(store, tuan, case.id, later)

        assert (await _as_it_stands(store, ward, case)).heard_at == later
