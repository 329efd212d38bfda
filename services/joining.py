"""Joining: a code and a year of birth open a member's record to an account, after consent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from rules.joining import (
    ALL_WINDOW,
    CONSENT_VERSION,
    WINDOW,
    Invite,
    check_tries,
    code_in_groups,
    new_code,
    read_code,
    read_year,
)
from rules.members import Member, Person, must_lead
from rules.messages import Button, Message
from rules.refusal import Refusal
from rules.words import words
from services.joining_phones import other_phones
from storage import accounts, audit, deliveries, joining, members, sharing, units
from storage.accounts import Account
from storage.store import Store


async def issue_code(store: Store, member: Member, now: datetime, actor: Person | None) -> str:
    """A fresh code for a member; earlier ones are void. `actor` is None on the command line."""
    if actor:
        must_lead(actor, member)
    return await _issue(store, member, now, actor.id if actor else None)


async def try_code(store: Store, account: Account, text: str, now: datetime) -> int:
    """The id of the invite whose code this is. All failures sound the same; every wrong code
    counts as a try, words that cannot be a code do not."""
    code = read_code(text)
    if code is None:
        raise Refusal("joining.code_unknown")
    await _check_tries(store, account, now)
    invite = await joining.by_code(store, code)
    if invite is None or not invite.opens(now):
        await joining.note_try(store, account.id, now)
        raise Refusal("joining.code_unknown")
    await joining.forget_given(store, account.id)
    await joining.mark(store, invite.id, given_by=account.id)
    others = await other_phones(store, account, invite.member_id)
    if others and account.member_id is None:
        await accounts.speak(store, account.id, others[0].language)
    return invite.id


async def is_code(store: Store, _person: Person, now: datetime, said: str) -> bool:
    """Whether these words are a code that opens something: on a member's phone they may as well be
    words."""
    code = read_code(said)
    invite = await joining.by_code(store, code) if code else None
    return invite is not None and invite.opens(now)


async def is_own(store: Store, person: Person, invite_id: int) -> bool:
    """Whether this is the person's own letter."""
    invite = await joining.get(store, invite_id)
    return invite is not None and invite.member_id == person.id


async def try_year(
    store: Store, account: Account, invite_id: int, text: str, now: datetime
) -> Member:
    """Check the year of birth that goes with the code; the member it opens. A wrong one counts as
    a try."""
    await _check_tries(store, account, now)
    invite = await _given(store, account, invite_id)
    invite.check(now)
    member = await members.get(store, invite.member_id)
    if member is None:
        raise Refusal("joining.code_unknown")
    if member.born_year is not None and read_year(text) != member.born_year:
        await joining.note_try(store, account.id, now)
        raise Refusal("joining.year_differs")
    await joining.mark(store, invite_id, verified_by=account.id)
    return member


async def hand_on(store: Store, account: Account, invite_id: int, seat_id: int) -> None:
    """Whose code was given here goes on joining at that seat of the same phone."""
    await _given(store, account, invite_id)
    await joining.mark(store, invite_id, given_by=seat_id)


async def verified(store: Store, account: Account, invite_id: int, now: datetime) -> Member:
    """Whose record the account is about to open, having given the code and the year."""
    invite = await joining.get(store, invite_id)
    member = await members.get(store, invite.member_id) if invite else None
    if invite is None or member is None or invite.verified_by != account.id:
        raise Refusal("joining.code_unknown")
    invite.check(now)
    return member


async def begun(store: Store, account: Account, now: datetime) -> tuple[int, bool] | None:
    """Where somebody stands who gave a good code here and has not joined: the invite, and whether
    the year of birth was right. None when nothing was begun."""
    invite = await joining.given_at(store, account.id)
    if invite is None or not invite.opens(now):
        return None
    return invite.id, invite.verified_by == account.id


async def refuse(store: Store, account: Account) -> None:
    """Somebody does not agree: nothing was begun here. The letter stays good."""
    await joining.forget_given(store, account.id)


async def agreed_before(store: Store, account: Account, member: Member) -> bool:
    """Whether this is a further phone of somebody who uses the handbook: the consent is a person's
    and not a phone's, and is asked for once."""
    in_use = await other_phones(store, account, member.id)
    return bool(in_use) and await joining.agreed_to(store, member.id, CONSENT_VERSION)


async def agree(store: Store, account: Account, invite_id: int, now: datetime) -> Person:
    """The consent: from now on the account is the member's. Pressing again changes nothing."""
    invite = await joining.get(store, invite_id)
    if invite is None or invite.verified_by != account.id:
        raise Refusal("joining.code_unknown")
    person = await members.person(store, invite.member_id, store.org.today(now))
    if person is None:
        raise Refusal("joining.code_unknown")
    if not (account.member_id == person.id and invite.used_at):
        invite.check(now)
        await _check_free(store, account, person.id)
        await _join(store, account, invite_id, person, now)
    return person


async def code_to_read_out(store: Store, member: Member, now: datetime, leader: Person) -> str:
    """A fresh code for one of the leader's people, in groups as it is read out."""
    return code_in_groups(await issue_code(store, member, now, leader))


async def void_code(store: Store, member: Member, now: datetime, leader: Person) -> None:
    """The code in a member's letter opens nothing any more: it was lost, or went astray."""
    must_lead(leader, member)
    await joining.void(store, member.id, now)
    await audit.note(store, now, leader.id, "code voided", "member", member.id, member_id=member.id)


async def owner_of_code(store: Store, text: str) -> int | None:
    """The id of the member whose letter has that code, used or not; for the command line only."""
    code = read_code(text)
    invite = await joining.by_code(store, code) if code else None
    return invite.member_id if invite else None


async def own_code(store: Store, person: Person, now: datetime) -> str:
    """A code for the member's own second phone, in groups as it is read out."""
    code = await _issue(store, person.member, now, person.id)
    return code_in_groups(code)


async def speak(store: Store, account: Account, language: str) -> Account:
    """Speak this language to the account from now on, Vietnamese unless it is English ("en"); the
    account as it is then."""
    language = language if language == "en" else "vi"
    await accounts.speak(store, account.id, language)
    return replace(account, language=language)


async def leave(store: Store, person: Person, now: datetime) -> None:
    """Withdraw the consent: no message reaches this member any more; the roster stays."""
    await joining.withdraw(store, person.id, now)
    await sharing.part_all(store, person.id)
    await audit.note(store, now, person.id, "left", "member", person.id, member_id=person.id)


async def whom_to_call(
    store: Store, unit_id: int | None, now: datetime, caller: int | None = None
) -> Sequence[Person]:
    """Whom `caller` of that unit may call: its other leaders, else those of the unit above."""
    roles = ("secretary", "deputy", "staff")
    unit = await units.get(store, unit_id) if unit_id else None
    while unit is not None:
        today = store.org.today(now)
        ids = await units.holders(store, unit.id, roles, today)
        if others := [one for one in ids if one != caller]:
            found = [await members.person(store, one, today) for one in others]
            return [one for one in found if one]
        unit = await units.get(store, unit.parent_id) if unit.parent_id else None
    return []


async def _given(store: Store, account: Account, invite_id: int) -> Invite:
    """An invite whose code this account gave: a forged button knows no more than its number."""
    invite = await joining.get(store, invite_id)
    if invite is None or invite.given_by != account.id:
        raise Refusal("joining.code_unknown")
    return invite


async def _issue(store: Store, member: Member, now: datetime, actor_id: int | None) -> str:
    code = new_code()
    expires_at = now + timedelta(days=store.org.code_days)
    await joining.issue(store, member.id, code, now, expires_at)
    await audit.note(store, now, actor_id, "code issued", "member", member.id, member_id=member.id)
    return code


async def _join(
    store: Store, account: Account, invite_id: int, person: Person, now: datetime
) -> None:
    if account.seat:
        await sharing.leave_other_seats(store, account, person.id)
    others = await other_phones(store, account, person.id)
    await joining.mark(store, invite_id, used_at=now)
    if not others or not await joining.agreed_to(store, person.id, CONSENT_VERSION):
        language = account.language
        await joining.consent(store, person.id, account.id, CONSENT_VERSION, language, now)
    await accounts.link(store, account.id, person.id, now)
    await deliveries.waken(store, person.id, now)
    await audit.note(store, now, person.id, "joined", "account", account.id, member_id=person.id)
    if others:
        await _warn(store, account, invite_id, person, now)


async def _warn(
    store: Store, account: Account, invite_id: int, person: Person, now: datetime
) -> None:
    """The phone used before is told at once, whatever the hour: a code may have been stolen."""
    message = Message(
        words("joining.phone_added"),
        (
            Button(words("help.go_help"), ("help.show_help",)),
            Button(words("help.go_part"), ("help.ask_part",)),
        ),
        not_to=account.id,
    )
    cause = f"phone added:{invite_id}"
    await deliveries.leave(store, cause, [person.id], message, now, urgent=True)


async def _check_free(store: Store, account: Account, member_id: int) -> None:
    """Refuse a phone that is in use for somebody else who is still on the roster."""
    holder = account.member_id
    if holder not in (None, member_id) and await members.get(store, holder or 0):
        raise Refusal("joining.somebody_else")


async def _check_tries(store: Store, account: Account, now: datetime) -> None:
    own = await joining.count_tries(store, now - WINDOW, account.id)
    everyones = await joining.count_tries(store, now - ALL_WINDOW)
    check_tries(own, everyones)
