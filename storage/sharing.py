"""Phones that several members share: their seats, who is using it now, and their digits.

Whoever comes to a shared phone is its account of seat 0, which is nobody's. Each of those who share
it has an account of the same address with a seat of their own, and with it a conversation, a
language and messages.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, select, update

from rules.sharing import Pin, Seat
from storage.accounts import Account, here
from storage.store import Store, read
from storage.tables import accounts, conversations, members, pin_tries, pins


async def seats(store: Store, account: Account) -> Sequence[Seat]:
    """Those who share this phone, the first one first."""
    taken = here(account) & (accounts.c.seat > 0) & members.c.removed_at.is_(None)
    rows = await store.all(
        select(accounts.c.id.label("account_id"), members.c.name)
        .join(members, members.c.id == accounts.c.member_id)
        .where(taken)
        .order_by(accounts.c.seat)
    )
    return [read(Seat, row) for row in rows]


async def divide(store: Store, account: Account, now: datetime, until: datetime) -> None:
    """From now on others may use this phone too: the account, with all that belongs to it, takes
    the first seat and is in use."""
    await store.run(update(accounts).where(accounts.c.id == account.id).values(seat=1))
    await store.add(
        accounts,
        messenger=account.messenger,
        address=account.address,
        seat=0,
        shared=True,
        using_id=account.id,
        using_until=until,
        language=account.language,
        reachable=True,
        last_seen_at=now,
    )


async def unite(store: Store, account: Account, seat_id: int) -> None:
    """The other way: that seat has the phone alone again, and nobody asks for its digits. What was
    the front, with what was said to it, is a seat of nobody's."""
    last = await store.value(select(func.max(accounts.c.seat)).where(here(account)))
    front = here(account) & (accounts.c.seat == 0)
    aside = {"seat": int(last or 0) + 1, "shared": False, "using_id": None, "using_until": None}
    await store.run(update(accounts).where(front).values(**aside))
    await store.run(update(accounts).where(accounts.c.id == seat_id).values(seat=0))
    await store.run(delete(pins).where(pins.c.account_id == seat_id))


async def add_seat(store: Store, account: Account, now: datetime) -> int:
    """A seat at the same phone for somebody who is not known yet; its account."""
    last = await store.value(select(func.max(accounts.c.seat)).where(here(account)))
    return await store.add(
        accounts,
        messenger=account.messenger,
        address=account.address,
        seat=int(last or 0) + 1,
        shared=False,
        language=account.language,
        reachable=True,
        last_seen_at=now,
    )


async def use(store: Store, account: Account, seat_id: int | None, until: datetime | None) -> None:
    """Say who is using the phone, and until when without a word from it; None: nobody."""
    front = here(account) & (accounts.c.seat == 0)
    await store.run(update(accounts).where(front).values(using_id=seat_id, using_until=until))


async def is_there(store: Store, account: Account, now: datetime) -> bool:
    """Whether whoever has this seat is known to be using the phone."""
    using = (accounts.c.using_id == account.id) & (accounts.c.using_until > now)
    there = here(account) & (accounts.c.seat == 0) & using
    return await store.value(select(accounts.c.id).where(there)) is not None


async def leave_other_seats(store: Store, account: Account, member_id: int) -> None:
    """A member with new digits has one seat at a phone: the earlier one is nobody's."""
    others = here(account) & (accounts.c.member_id == member_id) & (accounts.c.id != account.id)
    await part(store, others)


async def part(store: Store, which: ColumnElement[bool]) -> int:
    """Part these accounts from their members: none of them opens a record any more, seats at shared
    phones are nobody's, their digits are gone, and what their members had not sent. How many there
    were."""
    joined = accounts.c.member_id.is_not(None)
    ids = await store.values(select(accounts.c.id).where(which, joined))
    unused = {"using_id": None, "using_until": None}
    await store.run(update(accounts).where(accounts.c.id.in_(ids)).values(member_id=None))
    await store.run(update(accounts).where(accounts.c.using_id.in_(ids)).values(**unused))
    await store.run(delete(pins).where(pins.c.account_id.in_(ids)))
    await store.run(delete(conversations).where(conversations.c.account_id.in_(ids)))
    return len(ids)


async def part_all(store: Store, member_id: int, but: int = 0) -> int:
    """Part a member from every account there is, or every `but` one; how many."""
    return await part(store, (accounts.c.member_id == member_id) & (accounts.c.id != but))


async def pin(store: Store, account_id: int) -> Pin | None:
    """The digits of a seat, if they were chosen."""
    row = await store.one(select(pins).where(pins.c.account_id == account_id))
    return read(Pin, row) if row else None


async def chosen_since(store: Store, account_id: int, since: datetime) -> bool:
    """Whether the digits of a seat were chosen since then."""
    chosen = (pins.c.account_id == account_id) & (pins.c.chosen_at > since)
    return await store.value(select(pins.c.account_id).where(chosen)) is not None


async def keep_pin(store: Store, account_id: int, chosen: Pin, now: datetime) -> None:
    """Keep the digits of a seat; those tried before were others."""
    await forget_tries(store, account_id)
    await store.put(
        pins,
        "account_id",
        account_id=account_id,
        salt=chosen.salt,
        digest=chosen.digest,
        chosen_at=now,
    )


async def note_try(store: Store, account_id: int, now: datetime) -> None:
    """Count wrong digits of a seat."""
    await store.add(pin_tries, account_id=account_id, at=now)


async def count_tries(store: Store, account_id: int, since: datetime) -> int:
    """How often the digits of a seat were wrong since then, and since they were right."""
    wrong = (pin_tries.c.account_id == account_id) & (pin_tries.c.at > since)
    return int(await store.value(select(func.count()).select_from(pin_tries).where(wrong)))


async def forget_tries(store: Store, account_id: int) -> None:
    """The digits of a seat were right: what was wrong before counts no more."""
    await store.run(delete(pin_tries).where(pin_tries.c.account_id == account_id))
