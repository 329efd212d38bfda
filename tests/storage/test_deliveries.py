"""What waits to be sent, and what becomes of it without a send."""

from datetime import date, datetime

from rules.messages import Button, Media, Message
from rules.words import words
from storage import accounts, deliveries, leases, sharing
from storage.engine import Database
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
        (waiting,) = await leases.lease(store, "me", now, 10)

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


async def test_a_press_on_a_message_proves_that_it_arrived(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await deliveries.leave(store, "notice:3", [ward.id("hoa")], HELLO, now)
        (one,) = await leases.lease(store, "me", now, 10)
        account = (await accounts.of_member(store, one.member_id))[0]
        await leases.sending(store, one.id, "me", account.id)
        await leases.settle(store, one.id, "me", "uncertain")

        elsewhere = await accounts.at(store, "test", "tuan", "vi", now)
        await deliveries.prove(store, one.id, elsewhere.id, "77", now)
        assert await deliveries.counts(store, "notice:3") == {"uncertain": 1}, "not their message"
        await sharing.divide(store, account, now, now)
        front = await accounts.at(store, account.messenger, account.address, "vi", now)
        assert front.id != account.id, "nobody is known to be there yet"
        await deliveries.prove(store, one.id, front.id, "77", now)
        assert await deliveries.counts(store, "notice:3") == {"sent": 1}
