"""A message in the hands of one sender: nobody else's, and nobody else's when that one is gone."""

from datetime import datetime, timedelta

import pytest

from storage import accounts, deliveries, leases, mailings
from storage.engine import Database
from storage.mailings import ANSWERS, NOTICES
from tests.storage.test_deliveries import HELLO
from tests.ward import Ward

HOUR = timedelta(hours=1)


async def test_answers_go_before_notices(database: Database, ward: Ward, now: datetime) -> None:
    async with database.transaction() as store:
        await deliveries.leave(store, "notice:3", [ward.id("hoa")], HELLO, now)
        await deliveries.leave(store, "case:1", [ward.id("sen")], HELLO, now, lane=ANSWERS)
        leased = await leases.lease(store, "me", now, 10)

    assert [one.cause for one in leased] == ["case:1", "notice:3"]


async def test_notices_wait_for_the_morning_and_urgent_ones_do_not(
    database: Database, ward: Ward, now: datetime
) -> None:
    night = now + timedelta(hours=13)  # ten in the evening in Huế
    async with database.transaction() as store:
        await deliveries.leave(store, "calm", [ward.id("hoa")], HELLO, night)
        await deliveries.leave(store, "urgent", [ward.id("hoa")], HELLO, night, urgent=True)

        (urgent,) = await leases.lease(store, "me", night, 9)
        await leases.settle(store, urgent.id, "me", "sent")
        assert urgent.cause == "urgent"
        morning = night + timedelta(hours=8, minutes=31)
        assert [w.cause for w in await leases.lease(store, "me", morning, 9)] == ["calm"]


@pytest.mark.fault(1, 2)
async def test_a_dead_sender_leaves_leased_ones_to_others_and_sent_ones_uncertain(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        people = [ward.id("hoa"), ward.id("sen")]
        await deliveries.leave(store, "notice:3", people, HELLO, now)
        first, _second = await leases.lease(store, "dead", now, 10)
        account = (await accounts.of_member(store, first.member_id))[0]
        assert await leases.sending(store, first.id, "dead", account.id)

        later = now + timedelta(minutes=2)
        assert len(await leases.lease(store, "alive", later, 10)) == 1
        assert await deliveries.counts(store, "notice:3") == {"uncertain": 1, "leased": 1}


@pytest.mark.fault(37)
async def test_a_late_result_of_a_lost_lease_is_refused(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await deliveries.leave(store, "notice:3", [ward.id("hoa")], HELLO, now)
        (one,) = await leases.lease(store, "slow", now, 10)
        await leases.lease(store, "quick", now + timedelta(minutes=2), 10)

        assert not await leases.settle(store, one.id, "slow", "sent")


async def test_a_late_result_ends_the_uncertainty_of_what_nobody_else_took(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await deliveries.leave(store, "notice:3", [ward.id("hoa")], HELLO, now)
        (one,) = await leases.lease(store, "slow", now, 10)
        account = (await accounts.of_member(store, one.member_id))[0]
        await leases.sending(store, one.id, "slow", account.id)
        await leases.lease(store, "quick", now + timedelta(minutes=2), 10)
        assert await deliveries.counts(store, "notice:3") == {"uncertain": 1}

        assert not await leases.settle(store, one.id, "quick", "sent")
        assert await leases.settle(store, one.id, "slow", "sent")


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
        assert await leases.lease(store, "me", soon, 10) == []


async def test_what_else_waits_for_a_person_is_gathered_by_one_sender_only(
    database: Database, ward: Ward, now: datetime
) -> None:
    hoa, later = ward.id("hoa"), now + timedelta(hours=1)
    async with database.transaction() as store:
        for cause in ("first", "mine", "theirs", "waits", "paused"):
            await deliveries.leave(store, cause, [hoa], HELLO, now)
        await deliveries.leave(store, "anothers", [ward.id("sen")], HELLO, now)
        await deliveries.leave(store, "not yet", [hoa], HELLO, now, not_before=later + 2 * HOUR)
        await deliveries.leave(store, "urgent", [hoa], HELLO, now, urgent=True)
        await deliveries.leave(store, "answer", [hoa], HELLO, now, lane=ANSWERS)
        await mailings.pause(store, "paused")
        (account,) = await accounts.of_member(store, hoa)
        (first, _mine) = await leases.lease(store, "me", now, 2, (NOTICES,))
        await leases.lease(store, "them", now, 1, (NOTICES,))
        assert await leases.sending(store, first.id, "me", account.id)

        along = await leases.gather(store, first, "me", account.id, later)
        assert [(one.cause, one.attempts) for one in along] == [("mine", 0), ("waits", 0)]
        assert await deliveries.counts(store, "waits") == {"sending": 1}
        assert await leases.gather(store, first, "me", account.id, later) == []
        assert all([await leases.settle(store, one.id, "me", "sent") for one in (first, *along)])
        assert await deliveries.counts(store, "theirs") == {"leased": 1}
