"""Feedback as leaders answer it, and as they write it down for somebody who phoned."""

from collections.abc import Sequence
from datetime import datetime

from rules.feedback import Case, check_content, check_not_own
from rules.members import Member, Person, matching, must_lead
from rules.refusal import Refusal
from services.feedback_cases import begin, led, tell_answer, tell_by_voice, tell_member
from storage import accounts, audit, feedback, members, units
from storage.store import Store


async def open_cases(store: Store, leader: Person, start: int, limit: int) -> Sequence[Case]:
    """Open cases of the units this person leads, the own and the first due first, from the
    `start`th on."""
    return await feedback.open_below(store, _paths(leader), _units(leader), leader.id, start, limit)


async def count_open(store: Store, leader: Person) -> int:
    """How many of these there are."""
    return await feedback.count_open_below(store, _paths(leader), leader.id)


async def count_own(store: Store, leader: Person) -> int:
    """How many of these stand with the very units this person leads; the others are answered
    below, and only followed from here."""
    return await feedback.count_open_of(store, _units(leader), leader.id)


async def to_answer(store: Store, leader: Person, case_id: int) -> Case:
    """A case this person may answer."""
    case = await led(store, leader, case_id)
    check_not_own(case, leader)
    case.after("answer")
    return case


async def answer(
    store: Store, leader: Person, case_id: int, text: str, media_id: int | None, now: datetime
) -> Case:
    """Answer a case; the member is told and asked whether it helped."""
    check_content(text, media_id)
    case = await to_answer(store, leader, case_id)
    said_id = await feedback.say(
        store, case.id, leader.id, text.strip(), media_id, now, from_member=False
    )
    await feedback.change(store, case.id, state=case.after("answer"), answered_at=now, helped=None)
    await audit.note(store, now, leader.id, "answered", "case", case.id, member_id=case.member_id)
    newest = next(one for one in await feedback.said(store, case.id) if one.id == said_id)
    await tell_answer(store, case, newest, now)
    return case


async def find(store: Store, leader: Person, said: str) -> list[Member]:
    """Those this person leads whom a name or a phone number may mean."""
    found: dict[int, Member] = {}
    for path in _paths(leader):
        found |= {one.id: one for one in await members.below(store, path)}
    found.pop(leader.id, None)
    return matching(list(found.values()), said)


async def member_led(store: Store, leader: Person, member_id: int) -> Member:
    """A member this person leads, and not themselves."""
    member = await members.get(store, member_id)
    if member is None or member.id == leader.id:
        raise Refusal("feedback.not_here")
    must_lead(leader, member)
    return member


async def enter(
    store: Store, leader: Person, member_id: int, text: str, media_id: int | None, now: datetime
) -> Case:
    """Write down what a member said on the phone: a case of the leader's unit, and the member is
    told who entered it."""
    member = await member_led(store, leader, member_id)
    office = next(one for one in leader.leading if member.unit_path.startswith(one.unit_path))
    unit = await units.get(store, office.unit_id)
    assert unit is not None
    case = await begin(store, member, unit, text, media_id, now, entered_by=leader)
    await audit.note(store, now, leader.id, "entered", "case", case.id, member_id=member.id)
    await tell_member(store, case, "feedback.entered_for_you", f"case:{case.id}:entered", now)
    return case


async def told_by_phone(store: Store, leader: Person, case_id: int, now: datetime) -> Case:
    """A leader read the answer out to a member no message reaches; silence counts from now."""
    case = await led(store, leader, case_id)
    check_not_own(case, leader)
    if case.untold:
        await tell_by_voice(store, case, now)
        await audit.note(store, now, leader.id, "told", "case", case.id, member_id=case.member_id)
    return case


async def is_linked(store: Store, member_id: int) -> bool:
    """Whether messages reach this member."""
    return bool(await accounts.of_member(store, member_id))


async def phone_of(store: Store, case: Case) -> str | None:
    """The number under which the member of a case can be called."""
    member = await members.get(store, case.member_id)
    return member.phone if member else None


def _paths(leader: Person) -> list[str]:
    return [office.unit_path for office in leader.leading]


def _units(leader: Person) -> list[int]:
    return [office.unit_id for office in leader.leading]
