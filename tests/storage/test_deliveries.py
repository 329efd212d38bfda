"""What waits to be sent: nothing twice, nothing lost, no second copy of an uncertain one."""

from datetime import date, datetime, timedelta

import pytest

from rules.messages import Button, Media, Message
from rules.words import words
from storage import accounts, deliveries, mailings
from storage.engine import Database
from storage.mailings import ANSWERS
from tests.ward import Ward

HELLO = Message(
    words("notices.notice", number=3),
    (Button(words("notices.acknowledge"), ("notices.acknowledge", 3)),),
    Media("voice", maker="voice", values={"text": "chào", "at": words("x", day=date(2026, 12, 5))}),
)


async def test_a_cause_reaches_a_member_once(database: Database, ward: Ward, now: datetime) -> None:
    async with database.transaction() as store:
        people = [ward.id("hoa"), ward.id("sen"), ward.id("hoa")]
        assert await deliveries.leave(store, "notice:3", people, HELLO, now) == 2
        assert await deliveries.leave(store, "notice:3", people, HELLO, now) == 0


async def test_a_message_comes_back_from_the_books_as_it_was(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await deliveries.leave(store, "notice:3", [ward.id("hoa")], HELLO, now)
        (waiting,) = await deliveries.lease(store, "me", now, 10)

    assert waiting.message == HELLO


async def test_who_has_no_account_is_counted_and_served_on_joining(
    database: Database, ward: Ward, now: datetime
) -> None:
    tuan = ward.id("tuan")
    async with database.transaction() as store:
        await deliveries.leave(store, "notice:3", [ward.id("hoa"), tuan], HELLO, now)
        assert await deliveries.counts(store, "notice:3") == {"queued": 1, "unlinked": 1}

        account = await accounts.at(store, "test", "tuan", "vi", now)
        await accounts.link(store, account.id, tuan, now)
        await deliveries.waken(store, tuan, now)

        assert await deliveries.counts(store, "notice:3") == {"queued": 2}


async def test_answers_go_before_notices(database: Database, ward: Ward, now: datetime) -> None:
    async with database.transaction() as store:
        await deliveries.leave(store, "notice:3", [ward.id("hoa")], HELLO, now)
        await deliveries.leave(store, "case:1", [ward.id("sen")], HELLO, now, lane=ANSWERS)
        leased = await deliveries.lease(store, "me", now, 10)

    assert [one.cause for one in leased] == ["case:1", "notice:3"]


async def test_notices_wait_for_the_morning_and_urgent_ones_do_not(
    database: Database, ward: Ward, now: datetime
) -> None:
    night = now + timedelta(hours=13)  # ten in the evening in Huế
    async with database.transaction() as store:
        await deliveries.leave(store, "calm", [ward.id("hoa")], HELLO, night)
        await deliveries.leave(store, "urgent", [ward.id("hoa")], HELLO, night, urgent=True)

        (urgent,) = await deliveries.lease(store, "me", night, 9)
        await deliveries.settle(store, urgent.id, "me", "sent")
        assert urgent.cause == "urgent"
        morning = night + timedelta(hours=8, minutes=31)
        assert [w.cause for w in await deliveries.lease(store, "me", morning, 9)] == ["calm"]


@pytest.mark.fault(1, 2)
async def test_a_dead_sender_leaves_leased_ones_to_others_and_sent_ones_uncertain(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        people = [ward.id("hoa"), ward.id("sen")]
        await deliveries.leave(store, "notice:3", people, HELLO, now)
        first, _second = await deliveries.lease(store, "dead", now, 10)
        account = (await accounts.of_member(store, first.member_id))[0]
        assert await deliveries.sending(store, first.id, "dead", account.id)

        later = now + timedelta(minutes=2)
        assert len(await deliveries.lease(store, "alive", later, 10)) == 1
        assert await deliveries.counts(store, "notice:3") == {"uncertain": 1, "leased": 1}


@pytest.mark.fault(37)
async def test_a_late_result_of_a_lost_lease_is_refused(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await deliveries.leave(store, "notice:3", [ward.id("hoa")], HELLO, now)
        (one,) = await deliveries.lease(store, "slow", now, 10)
        await deliveries.lease(store, "quick", now + timedelta(minutes=2), 10)

        assert not await deliveries.settle(store, one.id, "slow", "sent")


async def test_a_late_result_ends_the_uncertainty_of_what_nobody_else_took(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await deliveries.leave(store, "notice:3", [ward.id("hoa")], HELLO, now)
        (one,) = await deliveries.lease(store, "slow", now, 10)
        account = (await accounts.of_member(store, one.member_id))[0]
        await deliveries.sending(store, one.id, "slow", account.id)
        await deliveries.lease(store, "quick", now + timedelta(minutes=2), 10)
        assert await deliveries.counts(store, "notice:3") == {"uncertain": 1}

        assert not await deliveries.settle(store, one.id, "quick", "sent")
        assert await deliveries.settle(store, one.id, "slow", "sent")


async def test_a_press_on_a_message_proves_that_it_arrived(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await deliveries.leave(store, "notice:3", [ward.id("hoa")], HELLO, now)
        (one,) = await deliveries.lease(store, "me", now, 10)
        account = (await accounts.of_member(store, one.member_id))[0]
        await deliveries.sending(store, one.id, "me", account.id)
        await deliveries.settle(store, one.id, "me", "uncertain")

        await deliveries.prove(store, one.id, account.id + 1, "77", now)
        assert await deliveries.counts(store, "notice:3") == {"uncertain": 1}, "not their message"
        await deliveries.prove(store, one.id, account.id, "77", now)
        assert await deliveries.counts(store, "notice:3") == {"sent": 1}


async def test_what_was_recalled_in_time_is_never_sent(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        people = [ward.id("hoa"), ward.id("tuan")]
        soon = now + timedelta(seconds=60)
        await deliveries.leave(store, "notice:3", people, HELLO, now, not_before=soon)

        assert await mailings.stop(store, "notice:3")
        assert await mailings.untouched(store, "notice:3")
        assert await deliveries.counts(store, "notice:3") == {"recalled": 2}
        assert await deliveries.lease(store, "me", soon, 10) == []
