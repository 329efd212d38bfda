"""Notices from the draft to the last acknowledgement, on real databases."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from rules.notices import Notice, seal
from rules.refusal import Refusal
from services import notices, notices_sent
from services import notices_writing as writing
from storage import accounts, deliveries, leases, media, units
from storage import notices as rows
from storage.engine import Database
from storage.store import Store
from storage.tables import audit, members, recipients
from storage.tables import deliveries as deliveries_table
from tests.ward import Ward

MINUTE = timedelta(minutes=1)
FRIDAY = datetime.fromisoformat("2026-11-27T19:00+07:00")
BRANCH_1 = {"thanh", "hoa", "tuan", "an", "sen", "trung", "lan"}  # but for its secretary, Bình


async def _drafted(
    store: Store, ward: Ward, now: datetime, text: str = "Mời họp.", author: str = "binh"
) -> Notice:
    return await writing.write(store, await ward.person(store, author), text, None, now)


async def _seal(store: Store, draft: Notice, now: datetime) -> str:
    people = await writing.circle(store, draft, draft.audience or "all", now)
    return seal(draft, people.mark, now)


async def _confirmed(
    store: Store, ward: Ward, draft: Notice, now: datetime, author: str = "binh"
) -> Notice:
    person = await ward.person(store, author)
    draft = await writing.own(store, person, draft.id)
    return await writing.confirm(store, person, draft.id, await _seal(store, draft, now), now)


async def _sent(
    store: Store, ward: Ward, now: datetime, text: str = "Mời họp.", author: str = "binh"
) -> Notice:
    draft = await _drafted(store, ward, now, text, author)
    if draft.audience is None:
        await writing.aim(store, await ward.person(store, author), draft.id, "all")
    return await _confirmed(store, ward, draft, now, author)


async def _for(store: Store, ward: Ward, notice_id: int) -> set[str]:
    chosen = recipients.c.notice_id == notice_id
    ids = set(await store.values(select(recipients.c.member_id).where(chosen)))
    return {key for key, member_id in ward.ids.items() if member_id in ids}


async def _deliver(store: Store, now: datetime) -> int:
    """Everything due goes out."""
    leased = await leases.lease(store, "test", now, 100)
    for one in leased:
        await leases.settle(store, one.id, "test", "sent", sent_at=now)
    return len(leased)


# --- writing ---------------------------------------------------------------------------------


async def test_a_draft_is_one_and_grows(database: Database, ward: Ward, now: datetime) -> None:
    async with database.transaction() as store:
        person = await ward.person(store, "binh")
        photo = await media.keep(store, "f" * 64, "photo", now)
        first = await writing.write(store, person, " Mời họp. ", None, now)
        second = await writing.write(store, person, "", photo.id, now)
        third = await writing.write(store, person, "Hoãn họp.", None, now)

        assert first.id == second.id == third.id
        assert (second.text, second.media_id, second.media_kind) == ("Mời họp.", photo.id, "photo")
        assert (third.text, third.media_id) == ("Hoãn họp.", photo.id)
        assert third.audience == "all", "a branch has nobody else to choose from"


async def test_an_empty_or_endless_text_changes_nothing(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        person = await ward.person(store, "binh")
        with pytest.raises(Refusal, match="text_empty"):
            await writing.write(store, person, "  ", None, now)
        assert await writing.draft_of(store, person) is None

        await _drafted(store, ward, now)
        with pytest.raises(Refusal, match="text_too_long"):
            await writing.write(store, person, "a" * 3501, None, now)
        kept = await writing.draft_of(store, person)
        assert kept is not None
        assert kept.text == "Mời họp."


async def test_only_leaders_write(database: Database, ward: Ward, now: datetime) -> None:
    async with database.transaction() as store:
        with pytest.raises(Refusal, match=r"units\.not_leading"):
            await _drafted(store, ward, now, author="hoa")


async def test_nobody_touches_anothers_draft(database: Database, ward: Ward, now: datetime) -> None:
    async with database.transaction() as store:
        draft = await _drafted(store, ward, now)
        for other in ("hoa", "dung", "thanh"):
            person = await ward.person(store, other)
            with pytest.raises(Refusal, match=r"notices\.not_here"):
                await writing.confirm(store, person, draft.id, "", now)
            await writing.discard(store, person, draft.id)
        assert await writing.draft_of(store, await ward.person(store, "binh")) == draft


async def test_a_leader_who_lost_the_office_sends_nothing_for_it(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        draft = await _drafted(store, ward, now)
        mark = await _seal(store, draft, now)
        today = store.org.today(now)
        await units.end_office(store, ward.id("binh"), ward.branches[0].id, "secretary", today)
        with pytest.raises(Refusal, match=r"units\.not_yours"):
            await writing.confirm(store, await ward.person(store, "binh"), draft.id, mark, now)

        await units.appoint(store, ward.id("binh"), ward.branches[1].id, "secretary", today)
        fresh = await _drafted(store, ward, now, "Chào chi bộ mới.")
        assert (fresh.unit_id, fresh.text) == (ward.branches[1].id, "Chào chi bộ mới.")


@pytest.mark.parametrize(
    ("audience", "people"),
    [
        ("all", BRANCH_1 - {"thanh"} | {"binh", "dung", "mai", "khoa", "yen"}),
        ("secretaries", {"binh", "dung", "khoa"}),
        ("branch", {"dung", "mai"}),
    ],
)
async def test_staff_choose_who_gets_it(
    database: Database, ward: Ward, now: datetime, audience: str, people: set[str]
) -> None:
    async with database.transaction() as store:
        person = await ward.person(store, "thanh")
        draft = await _drafted(store, ward, now, author="thanh")
        assert draft.audience is None
        chosen = f"unit:{ward.branches[1].id}" if audience == "branch" else audience
        await writing.aim(store, person, draft.id, chosen)
        sent = await _confirmed(store, ward, draft, now, "thanh")
        assert await _for(store, ward, sent.id) == people


async def test_the_author_need_not_acknowledge_the_own_notice(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        sent = await _sent(store, ward, now)
        out, binh = now + MINUTE, await ward.person(store, "binh")
        assert await notices.waiting(store, binh, out) == 0
        for key in BRANCH_1 - {"tuan"}:
            await notices.acknowledge(store, await ward.person(store, key), sent.id, out)
        _, far = await notices_sent.look(store, binh, sent.id)
        assert (far.total, far.acknowledged, far.unanswered) == (7, 6, 1)
        count, silent, strangers = await notices_sent.unanswered(store, binh, sent.id, 0, 9)
        assert (count, [one.name for one in silent]) == (1, ["Phạm Minh Tuấn"])
        assert strangers == {ward.id("tuan")}


async def test_who_writes_to_nobody_else_is_told(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        for key in ("dung", "khoa"):
            unit = ward.branches[1 if key == "dung" else 2]
            await units.end_office(store, ward.id(key), unit.id, "secretary", now.date())
        draft = await _drafted(store, ward, now)
        await writing.aim(store, await ward.person(store, "binh"), draft.id, "secretaries")
        with pytest.raises(Refusal, match=r"notices\.nobody"):
            await _confirmed(store, ward, draft, now)


async def test_a_secretary_cannot_aim_beyond_the_branch(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        draft = await _drafted(store, ward, now)
        person = await ward.person(store, "binh")
        for elsewhere in (ward.branches[1], ward.top):
            with pytest.raises(Refusal, match=r"units\.not_yours"):
                await writing.aim(store, person, draft.id, f"unit:{elsewhere.id}")
        sent = await _confirmed(store, ward, draft, now)
        assert await _for(store, ward, sent.id) == BRANCH_1


async def test_who_is_not_linked_is_known_before_sending(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        draft = await _drafted(store, ward, now)
        people = await writing.circle(store, draft, "all", now)
        assert people.count == 7
        assert (people.unlinked, people.named) == (1, ("Phạm Minh Tuấn",))


async def test_a_draft_waits_for_its_moment_or_leaves_once_it_is_confirmed(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        draft = await _drafted(store, ward, now)
        person = await ward.person(store, "binh")
        await writing.schedule(store, person, draft.id, FRIDAY)
        kept = await writing.own(store, person, draft.id)
        assert kept.send_at == FRIDAY

        await writing.schedule(store, person, draft.id, None)
        assert (await writing.own(store, person, draft.id)).send_at is None


# --- confirming ------------------------------------------------------------------------------


async def test_a_confirmed_notice_waits_a_minute_for_each_on_the_roster(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        sent = await _sent(store, ward, now)
        counts = await deliveries.counts(store, f"notice:{sent.id}")
        assert (sent.number, sent.year, sent.state) == (1, 2026, "confirmed")
        assert counts == {"queued": 6, "unlinked": 1}
        assert await _deliver(store, now + 59 * timedelta(seconds=1)) == 0
        assert await _deliver(store, now + MINUTE) == 6


async def test_confirming_twice_sends_once(database: Database, ward: Ward, now: datetime) -> None:
    async with database.transaction() as store:
        draft = await _drafted(store, ward, now)
        mark = await _seal(store, draft, now)
        person = await ward.person(store, "binh")
        first = await writing.confirm(store, person, draft.id, mark, now)
        again = await writing.confirm(store, person, draft.id, mark, now + MINUTE)
        assert (first.number, again.number) == (1, 1)
        assert (await deliveries.counts(store, f"notice:{draft.id}")).total() == 7


async def test_those_who_confirm_at_once_get_different_numbers(
    database: Database, ward: Ward, now: datetime
) -> None:
    deputies = ("hoa", "an", "sen", "trung", "lan", "tuan")
    async with database.transaction() as store:
        for key in deputies:
            today = store.org.today(now)
            await units.appoint(store, ward.id(key), ward.branches[0].id, "deputy", today)
            await _drafted(store, ward, now, author=key)

    async def confirm(author: str) -> int | None:
        async with database.transaction() as store:
            draft = await writing.draft_of(store, await ward.person(store, author))
            assert draft is not None
            return (await _confirmed(store, ward, draft, now, author)).number

    numbers = await asyncio.gather(*map(confirm, deputies))
    assert sorted(filter(None, numbers)) == [1, 2, 3, 4, 5, 6]


async def test_numbers_run_per_unit_and_year(database: Database, ward: Ward, now: datetime) -> None:
    async with database.transaction() as store:
        sent = [
            await _sent(store, ward, now),
            await _sent(store, ward, now),
            await _sent(store, ward, now, author="dung"),
            await _sent(store, ward, now + timedelta(days=60)),
        ]
        assert [(one.number, one.year) for one in sent] == [
            (1, 2026),
            (2, 2026),
            (1, 2026),
            (1, 2027),
        ]


async def test_only_what_was_seen_is_confirmed(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        draft = await _drafted(store, ward, now)
        person = await ward.person(store, "binh")
        mark = await _seal(store, draft, now)
        await writing.write(store, person, "Hoãn họp.", None, now)
        with pytest.raises(Refusal, match=r"notices\.changed"):
            await writing.confirm(store, person, draft.id, mark, now)

        mark = await _seal(store, await writing.own(store, person, draft.id), now)
        unit_id = ward.branches[0].id
        await store.add(members, unit_id=unit_id, name="Cao Văn Phú", status="full")
        with pytest.raises(Refusal, match=r"notices\.changed"):
            await writing.confirm(store, person, draft.id, mark, now)
        assert (await deliveries.counts(store, f"notice:{draft.id}")).total() == 0


async def test_what_is_confirmed_cannot_be_changed(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        sent = await _sent(store, ward, now)
        person = await ward.person(store, "binh")
        for deed in (
            writing.aim(store, person, sent.id, "secretaries"),
            writing.mark(store, person, sent.id, True),
            writing.schedule(store, person, sent.id, None),
        ):
            with pytest.raises(Refusal, match="confirmed_already"):
                await deed
        await writing.discard(store, person, sent.id)
        assert await rows.get(store, sent.id) == sent


@pytest.mark.parametrize(("urgent", "due"), [(False, "06:30"), (True, "22:01")])
async def test_at_night_only_an_urgent_notice_goes_out(
    database: Database, ward: Ward, now: datetime, urgent: bool, due: str
) -> None:
    night = now.replace(hour=15)  # ten in the evening in Huế
    async with database.transaction() as store:
        draft = await _drafted(store, ward, night)
        await writing.mark(store, await ward.person(store, "binh"), draft.id, urgent)
        sent = await _confirmed(store, ward, draft, night)
        assert sent.send_at is not None
        assert f"{store.org.local(sent.send_at):%H:%M}" == due
        assert await _deliver(store, sent.send_at - MINUTE) == 0
        assert await _deliver(store, sent.send_at) == 6


async def test_a_scheduled_notice_waits_for_its_time(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        draft = await _drafted(store, ward, now)
        person = await ward.person(store, "binh")
        await writing.schedule(store, person, draft.id, FRIDAY)
        sent = await _confirmed(store, ward, draft, now)
        assert sent.send_at is not None
        assert await _deliver(store, sent.send_at - MINUTE) == 0
        hoa = await ward.person(store, "hoa")
        assert await notices.newest(store, hoa, sent.send_at - MINUTE) is None
        assert await _deliver(store, sent.send_at) == 6


# --- recalling -------------------------------------------------------------------------------


async def test_a_notice_is_recalled_before_it_leaves_and_its_words_are_kept(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        sent = await _sent(store, ward, now)
        person = await ward.person(store, "binh")
        await notices_sent.recall(store, person, sent.id, now + MINUTE / 2)
        await notices_sent.recall(store, person, sent.id, now + MINUTE / 2)
        draft = await writing.draft_of(store, person)

        assert draft is not None
        assert (draft.text, draft.audience) == ("Mời họp.", "all")
        assert await _deliver(store, now + timedelta(days=1)) == 0
        assert await notices.waiting(store, await ward.person(store, "hoa"), now + MINUTE) == 0
        assert (await _confirmed(store, ward, draft, now)).number == 2


async def test_a_draft_that_waits_is_not_lost_to_a_recall(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        sent = await _sent(store, ward, now)
        begun = await _drafted(store, ward, now, "Một tin khác.")
        person = await ward.person(store, "binh")
        await notices_sent.recall(store, person, sent.id, now)
        assert await writing.draft_of(store, person) == begun


async def test_once_one_is_picked_up_nothing_is_recalled(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        sent = await _sent(store, ward, now)
        person = await ward.person(store, "binh")
        assert len(await leases.lease(store, "test", now + MINUTE, 1)) == 1
        with pytest.raises(Refusal, match="out_already"):
            async with store.savepoint():
                await notices_sent.recall(store, person, sent.id, now + MINUTE)
        counts = await deliveries.counts(store, f"notice:{sent.id}")
        assert counts == {"queued": 5, "leased": 1, "unlinked": 1}


@pytest.mark.parametrize("stranger", ["hoa", "dung"])
async def test_only_leaders_of_the_unit_follow_a_notice(
    database: Database, ward: Ward, now: datetime, stranger: str
) -> None:
    async with database.transaction() as store:
        sent = await _sent(store, ward, now)
        person = await ward.person(store, stranger)
        for deed in (
            notices_sent.look(store, person, sent.id),
            notices_sent.recall(store, person, sent.id, now),
            notices_sent.unanswered(store, person, sent.id, 0, 9),
            notices_sent.remind(store, person, sent.id, now + MINUTE),
        ):
            with pytest.raises(Refusal, match=r"units\.not_yours"):
                await deed
        _, far = await notices_sent.look(store, await ward.person(store, "thanh"), sent.id)
        assert far.total == 7


# --- reading ---------------------------------------------------------------------------------


async def test_one_tap_acknowledges_and_the_first_moment_stays(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        sent = await _sent(store, ward, now)
        hoa = await ward.person(store, "hoa")
        out = now + MINUTE
        assert await notices.waiting(store, hoa, now) == 0, "it has not left yet"
        assert await notices.waiting(store, hoa, out) == 1

        found, first = await notices.acknowledge(store, hoa, sent.id, out)
        assert (first, found.acknowledged_at) == (True, out)
        found, first = await notices.acknowledge(store, hoa, sent.id, out + MINUTE)
        assert (first, found.acknowledged_at) == (False, out)
        assert await notices.waiting(store, hoa, out) == 0
        assert await notices.newest_waiting(store, hoa, out) is None


async def test_nobody_opens_what_was_not_for_them(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        sent = await _sent(store, ward, now)
        mai = await ward.person(store, "mai")
        with pytest.raises(Refusal, match="not_here"):
            await notices.open_one(store, mai, sent.id, now + MINUTE)
        with pytest.raises(Refusal, match="not_here"):
            await notices.acknowledge(store, mai, sent.id, now + MINUTE)
        assert await _for(store, ward, sent.id) == BRANCH_1


async def test_newest_comes_first_and_earlier_ones_follow(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        for day in range(5):
            await _sent(store, ward, now + timedelta(days=day), f"Tin {day}")
        hoa, later = await ward.person(store, "hoa"), now + timedelta(days=5)
        newest = await notices.newest(store, hoa, later)
        assert newest is not None
        assert newest.notice.text == "Tin 4"
        earlier = await notices.earlier(store, hoa, later, 1, 3)
        assert [one.text for one in earlier] == ["Tin 3", "Tin 2", "Tin 1"]


async def test_who_joins_later_gets_what_waited(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        sent = await _sent(store, ward, now)
        await _deliver(store, now + MINUTE)
        account = await accounts.at(store, "test", "tuan", "vi", now)
        await accounts.link(store, account.id, ward.id("tuan"), now)
        await deliveries.waken(store, ward.id("tuan"), now + MINUTE)

        assert await _deliver(store, now + MINUTE) == 1
        _, far = await notices_sent.look(store, await ward.person(store, "binh"), sent.id)
        assert (far.sent, far.unlinked) == (7, 0)


# --- following up ----------------------------------------------------------------------------


async def test_reminders_go_to_the_silent_and_once_a_day(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        sent = await _sent(store, ward, now)
        out = now + MINUTE
        await _deliver(store, out)
        binh = await ward.person(store, "binh")
        for key in ("hoa", "sen"):
            await notices.acknowledge(store, await ward.person(store, key), sent.id, out)

        assert await notices_sent.remind(store, binh, sent.id, out) == 4
        with pytest.raises(Refusal, match="reminded_today"):
            await notices_sent.remind(store, binh, sent.id, out + timedelta(hours=5))
        assert await _reminded(store, ward, f"notice:{sent.id}:reminder:1") == {
            "thanh",
            "an",
            "trung",
            "lan",
        }
        assert await notices_sent.remind(store, binh, sent.id, out + timedelta(days=1)) == 4


async def test_a_reminder_that_waits_is_taken_back_from_who_acknowledges(
    database: Database, ward: Ward, now: datetime
) -> None:
    evening = now.replace(hour=13, minute=59)  # a minute before the quiet hours
    async with database.transaction() as store:
        sent = await _sent(store, ward, now)
        await _deliver(store, now + MINUTE)
        night = evening + 5 * MINUTE
        await notices_sent.remind(store, await ward.person(store, "binh"), sent.id, night)
        await notices.acknowledge(store, await ward.person(store, "hoa"), sent.id, night)
        counts = await deliveries.counts(store, f"notice:{sent.id}:reminder:1")
        assert counts == {"queued": 5, "recalled": 1}


async def test_nobody_is_reminded_when_all_have_acknowledged(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        sent = await _sent(store, ward, now, author="dung")
        await notices.acknowledge(store, await ward.person(store, "mai"), sent.id, now + MINUTE)
        with pytest.raises(Refusal, match="nobody_to_remind"):
            await notices_sent.remind(
                store, await ward.person(store, "dung"), sent.id, now + MINUTE
            )


async def test_sent_notices_are_listed_with_how_far_they_came(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        first = await _sent(store, ward, now)
        await _deliver(store, now + MINUTE)
        second = await _sent(store, ward, now + timedelta(hours=1))
        await _sent(store, ward, now, author="dung")
        await _drafted(store, ward, now)
        listed = await notices_sent.sent_list(store, await ward.person(store, "binh"), 0, 10)
        assert [(one.id, far.sent) for one, far in listed] == [(second.id, 0), (first.id, 6)]


async def test_every_deed_stands_in_the_audit(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        first = await _sent(store, ward, now)
        await notices_sent.recall(store, binh, first.id, now)
        second = await _sent(store, ward, now)
        await notices_sent.remind(store, binh, second.id, now + MINUTE)
        written = await store.all(select(audit).where(audit.c.subject == "notice"))
        assert [(row["action"], row["subject_id"], row["actor_id"]) for row in written] == [
            ("confirmed", first.id, binh.id),
            ("recalled", first.id, binh.id),
            ("confirmed", second.id, binh.id),
            ("reminded", second.id, binh.id),
        ]


async def _reminded(store: Store, ward: Ward, cause: str) -> set[str]:
    found = select(deliveries_table.c.member_id).where(deliveries_table.c.cause == cause)
    ids = await store.values(found)
    return {key for key, member_id in ward.ids.items() if member_id in ids}
