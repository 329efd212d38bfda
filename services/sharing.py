"""A phone that several members share: asking who is there, and the digits that prove it."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from rules import sharing as rules
from rules.members import Person
from rules.messages import Message
from rules.refusal import Refusal
from rules.sharing import IDLE, WINDOW, Seat
from services.joining import hand_on, whom_to_call
from services.mailings import LATELY
from storage import accounts, audit, conversations, coverings, members
from storage import sharing as rows
from storage.accounts import Account
from storage.store import Store


async def people(store: Store, account: Account) -> Sequence[Seat]:
    """Those who share this phone."""
    return await rows.seats(store, account)


async def one_of(store: Store, account: Account, seat_id: int) -> Seat:
    """One of those who share this phone; refused for anybody else's account."""
    found = next((one for one in await people(store, account) if one.account_id == seat_id), None)
    if found is None:
        raise Refusal("sharing.nobody_here")
    return found


async def helpers(store: Store, account: Account, now: datetime) -> Sequence[Person]:
    """Whom those may call who share this phone, whoever of them it is: their leaders, each once."""
    found: dict[int, Person] = {}
    for seat in await people(store, account):
        there = await accounts.get(store, seat.account_id)
        one = await members.get(store, (there and there.member_id) or 0)
        if one:
            calls = await whom_to_call(store, one.unit_id, now, one.id)
            found |= {call.id: call for call in calls}
    return list(found.values())


async def begin(store: Store, account: Account, text: str, now: datetime) -> None:
    """Whose phone it was chooses digits; from now on it asks who is there. Again it changes
    nothing."""
    digits = rules.read_digits(text)
    if account.seat:
        return
    owner = await members.get(store, account.member_id or 0)
    rules.check_not_year(digits, owner.born_year if owner else None)
    await rows.divide(store, account, now, now + IDLE)
    await _keep(store, account.id, digits, now)
    await audit.note(store, now, account.member_id, "phone shared", "account", account.id)


async def sit_down(store: Store, account: Account, invite_id: int, now: datetime) -> None:
    """Whoever gave that code here, and is not known yet, uses the phone now."""
    rules.check_room(len(await people(store, account)))
    seat_id = await rows.add_seat(store, account, now)
    await hand_on(store, account, invite_id, seat_id)
    await rows.use(store, account, seat_id, now + IDLE)


async def choose_pin(
    store: Store, account: Account, text: str, now: datetime, born_year: int | None = None
) -> None:
    """The digits of who sits at this seat and was born in that year; those that are there stay."""
    digits = rules.read_digits(text)
    rules.check_not_year(digits, born_year)
    if await needs_pin(store, account):
        await _keep(store, account.id, digits, now)


async def needs_pin(store: Store, account: Account) -> bool:
    """Whether this is a seat without digits."""
    return account.seat > 0 and await rows.pin(store, account.id) is None


async def enter(
    store: Store, account: Account, seat_id: int, text: str, now: datetime
) -> tuple[Account, Person]:
    """Whose digits these are uses the phone from now on: the account and the member."""
    await one_of(store, account, seat_id)
    await _check(store, seat_id, text, now)
    await rows.use(store, account, seat_id, now + IDLE)
    found = await accounts.get(store, seat_id)
    assert found is not None
    person = await members.person(store, found.member_id or 0, store.org.today(now))
    assert person is not None
    return found, person


async def give_up(store: Store, account: Account, now: datetime) -> tuple[Account, Person | None]:
    """Whoever was coming in here does not: nobody is known to use the phone. Was it its owner who
    shared it just now, for that, it is hers alone again: her account and herself."""
    await get_up(store, account)
    left = await people(store, account)
    if len(left) != 1 or not await rows.chosen_since(store, left[0].account_id, now - IDLE):
        return await accounts.current(store, account, now), None
    await rows.unite(store, account, left[0].account_id)
    owner = await accounts.current(store, account, now)
    await audit.note(store, now, owner.member_id, "phone not shared", "account", owner.id)
    return owner, await members.person(store, owner.member_id or 0, store.org.today(now))


async def get_up(store: Store, account: Account) -> None:
    """Nobody is known to use the phone."""
    await rows.use(store, account, None, None)


async def prove(store: Store, account: Account, text: str, now: datetime) -> None:
    """Refuse whoever does not know the digits of this seat."""
    await _check(store, account.id, text, now)


async def unseen(store: Store, person: Person, now: datetime) -> Sequence[tuple[int, Message]]:
    """What came covered to this person lately and was not seen: the delivery's id and what it says,
    the newest first."""
    return await coverings.unseen(store, person.id, now - LATELY, now)


async def seen(store: Store, delivery_id: int) -> None:
    """What came covered was seen by its person."""
    await coverings.uncover(store, [delivery_id])


async def asked_at(store: Store, account: Account) -> Sequence[Any]:
    """The route that a seat's owner was asked for when she left; empty for none."""
    return (await conversations.get(store, account.id)).asks or ()


async def _check(store: Store, account_id: int, text: str, now: datetime) -> None:
    """Wrong digits count as a try, which the caller must let stand: a refusal that leaves no trace
    would let them be guessed. The right ones begin the count anew."""
    rules.check_tries(await rows.count_tries(store, account_id, now - WINDOW))
    digits, pin = rules.read_digits(text), await rows.pin(store, account_id)
    if pin is None or not pin.opens(digits):
        await rows.note_try(store, account_id, now)
        raise Refusal("sharing.wrong_digits")
    await rows.forget_tries(store, account_id)


async def _keep(store: Store, account_id: int, digits: str, now: datetime) -> None:
    await rows.keep_pin(store, account_id, rules.sealed(digits, secrets.token_hex(8)), now)
