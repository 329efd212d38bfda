"""Feedback as members give it, and what falls due: reminders, climbing, closing."""

from collections.abc import Sequence
from datetime import datetime, time

from rules.feedback import (
    HELD,
    REMINDER,
    SILENCE,
    Case,
    Said,
    check_content,
    check_day,
    check_not_own,
    due,
    last_push,
    next_above,
    pieces,
    roads,
)
from rules.members import Person
from rules.messages import Message
from rules.refusal import Refusal
from rules.units import Unit
from rules.words import Words
from services.feedback_cases import (
    begin,
    led,
    levels,
    own,
    owners,
    tell_by_voice,
    tell_member,
    tell_owners,
    tell_settled,
    told,
)
from storage import audit, deliveries, feedback
from storage.store import Store

Due = tuple[int, datetime]


async def roads_of(store: Store, person: Person, now: datetime) -> dict[str, Unit]:
    """To whom this person may write: "branch" and "above", as far as somebody would answer."""
    return roads(await levels(store, person.member.unit_id, now), person.id)


async def may_write(store: Store, person: Person, road: str, now: datetime) -> Unit:
    """The unit at the end of that road; refused to whoever has written enough for today."""
    midnight = store.org.at(store.org.today(now), time())
    check_day(await feedback.count_since(store, person.id, midnight))
    unit = (await roads_of(store, person, now)).get(road)
    if unit is None:
        raise Refusal("feedback.nobody_there")
    return unit


async def open_case(
    store: Store, person: Person, road: str, text: str, media_id: int | None, now: datetime
) -> Case:
    """Take a member's words or file as a new case; the unit that has to answer is frozen now. What
    is longer than a message follows in the next ones."""
    check_content(text, media_id, HELD)
    unit = await may_write(store, person, road, now)
    first, *more = pieces(text)
    case = await begin(store, person.member, unit, first, media_id, now)
    for piece in more:
        case = await add(store, person, case.id, piece, None, now)
    return case


async def own_cases(store: Store, person: Person, start: int, limit: int) -> Sequence[Case]:
    """This person's cases, the newest first, from the `start`th on."""
    return await feedback.of_member(store, person.id, start, limit)


async def beginnings(store: Store, cases: Sequence[Case]) -> dict[int, Said]:
    """What each of these cases began with."""
    return await feedback.first_said(store, [case.id for case in cases])


async def look(store: Store, person: Person, case_id: int) -> tuple[Case, Sequence[Said]]:
    """A case with all that was said, for its member and for those who lead its unit."""
    case = await feedback.get(store, case_id)
    if case is None or not (case.member_id == person.id or person.leads(case.unit_path)):
        raise Refusal("feedback.not_here")
    return case, await feedback.said(store, case_id)


async def look_at_own(
    store: Store, person: Person, case_id: int, now: datetime
) -> tuple[Case, Sequence[Said]]:
    """One's own case; an answer no message brought is heard by opening it."""
    case, said = await look(store, person, case_id)
    if case.member_id != person.id:
        raise Refusal("feedback.not_here")
    if case.untold:
        await tell_by_voice(store, case, now)
    return case, said


async def answered_of_member(store: Store, person: Person) -> Sequence[int]:
    """The cases of this person whose answer waits for their word."""
    return await feedback.answered_of_member(store, person.id)


async def to_add(store: Store, person: Person, case_id: int) -> Case:
    """A case this person may say more to."""
    case, _ = await look(store, person, case_id)
    if case.member_id != person.id:
        raise Refusal("feedback.not_here")
    case.after("add")
    return case


async def add(
    store: Store, person: Person, case_id: int, text: str, media_id: int | None, now: datetime
) -> Case:
    """The member says more, or asks back: the case goes to its owner (again)."""
    check_content(text, media_id)
    case = await own(store, person, case_id)
    key = "feedback.asked_again" if case.state == "answered" else "feedback.more_arrived"
    helped = case.helped if case.state == "open" else None  # what did not help is still so
    await _wait_again(store, case, "add", now, helped=helped)
    said_id = await feedback.say(
        store, case.id, person.id, text.strip(), media_id, now, from_member=True
    )
    case = await own(store, person, case_id)
    await tell_owners(store, case, key, f"case:{case.id}:said:{said_id}", now)
    return case


async def judge(store: Store, person: Person, case_id: int, *, helped: bool, now: datetime) -> Case:
    """The member's word on an answer: it helped, which closes the case, or it did not, which
    gives it back to its owner. The same word again changes nothing."""
    return await _judge(store, await own(store, person, case_id), person, helped=helped, now=now)


async def judge_for(
    store: Store, leader: Person, case_id: int, *, helped: bool, now: datetime
) -> Case:
    """What the member said about the answer when a leader read it out on the phone."""
    case = await led(store, leader, case_id)
    check_not_own(case, leader)
    return await _judge(store, case, leader, helped=helped, now=now)


async def answered_for_member(store: Store, person: Person) -> int:
    """How many answers wait for this member's word."""
    return await feedback.count_answered(store, person.id)


async def waiting_for_leader(store: Store, person: Person, now: datetime) -> int:
    """How many cases wait for an answer from the very units this person leads."""
    unit_ids = [office.unit_id for office in person.leading]
    return await feedback.count_open_of(store, unit_ids, person.id)


# --- what falls due --------------------------------------------------------------------------


async def reminders_due(store: Store, now: datetime) -> Sequence[Due]:
    """Open cases that are due within a day."""
    soon = await feedback.due_by(store, now + REMINDER)
    return [(case_id, due_at - REMINDER) for case_id, due_at in soon if due_at > now]


async def remind(store: Store, case_id: int, now: datetime) -> None:
    """Tell the owners that a case is due tomorrow."""
    case = await _held(store, case_id)
    if case and case.allows("remind") and now < case.due_at:
        cause = f"case:{case.id}:due:{case.due_at:%y%m%d}"
        await tell_owners(store, case, "feedback.due_soon", cause, now)


async def overdue_due(store: Store, now: datetime) -> Sequence[Due]:
    """Open cases whose day has passed; those nobody is above of come again and again."""
    late = await feedback.due_by(store, now)
    return [(case_id, last_push(store.org, due_at, now)) for case_id, due_at in late]


async def climb(store: Store, case_id: int, now: datetime) -> None:
    """Give an overdue case to the unit above; at the top, remind those who have not answered."""
    case = await _held(store, case_id)
    if case is None or not case.allows("climb") or now < case.due_at:
        return
    higher = (await levels(store, case.unit_id, now))[1:]
    above = next_above(higher, case.member_id)
    if above:
        await _move_up(store, case, above, now)
    else:
        await _push(store, case, now)


async def forgotten_due(store: Store, now: datetime) -> Sequence[Due]:
    """Cases whose answer was heard a fortnight ago, and no word about it since."""
    silent = await feedback.answered_by(store, now - SILENCE)
    return [(case_id, heard_at + SILENCE) for case_id, heard_at in silent]


async def close_forgotten(store: Store, case_id: int, now: datetime) -> None:
    """Close a case whose answer met silence; nobody claims that it helped."""
    case = await _held(store, case_id)
    if case is None or not case.allows("silence") or case.untold or not case.heard_at:
        return
    if now < case.heard_at + SILENCE:
        return
    await _close(store, case, "silence", now, by=None)
    await tell_member(store, case, "feedback.closed_in_silence", f"case:{case.id}:closed", now)


async def _judge(store: Store, case: Case, by: Person, *, helped: bool, now: datetime) -> Case:
    if case.helped is helped:
        return case
    if helped:
        await _close(store, case, "helped", now, by=by)
        await tell_settled(store, case, now, but=by.id)
    elif case.may_reopen(now) and by.id == case.member_id:
        await _reopen(store, case, now, by)
    else:
        await _wait_again(store, case, "not_helped", now, helped=False)
    changed = await feedback.get(store, case.id) or case
    if not helped and case.state in ("answered", "closed"):
        cause = f"case:{case.id}:unhelped:{case.closed_at or case.answered_at:%y%m%d%H%M%S}"
        await tell_owners(store, changed, "feedback.did_not_help", cause, now, but=by.id)
    return changed


async def _move_up(store: Store, case: Case, above: Unit, now: datetime) -> None:
    before = await owners(store, case, now)
    await feedback.change(
        store, case.id, unit_id=above.id, climbs=case.climbs + 1, due_at=due(store.org, now)
    )
    await audit.note(store, now, None, "climbed", "case", case.id, member_id=case.member_id)
    case = await feedback.get(store, case.id) or case
    cause = f"case:{case.id}:climb:{case.climbs}"
    await tell_owners(store, case, "feedback.climbed_here", cause, now)
    gone = before - await owners(store, case, now)
    await deliveries.leave(
        store, cause, gone, Message(Words("feedback.climbed_away", told(store, case))), now
    )
    await tell_member(store, case, "feedback.climbed", cause, now)


async def _push(store: Store, case: Case, now: datetime) -> None:
    """The owners are reminded each time, the member is told once."""
    pushed = last_push(store.org, case.due_at, now)
    await tell_owners(store, case, "feedback.overdue", f"case:{case.id}:late:{pushed:%y%m%d}", now)
    cause = f"case:{case.id}:late:{case.due_at:%y%m%d}"
    await tell_member(store, case, "feedback.late", cause, now)


async def _wait_again(
    store: Store, case: Case, deed: str, now: datetime, *, helped: bool | None
) -> None:
    """Open again, with a new day if an answer had been given; the promised day stays otherwise."""
    due_at = due(store.org, now) if case.state == "answered" else case.due_at
    await feedback.change(store, case.id, state=case.after(deed), due_at=due_at, helped=helped)


async def _close(store: Store, case: Case, deed: str, now: datetime, *, by: Person | None) -> None:
    helped = True if deed == "helped" else None
    await feedback.change(store, case.id, state=case.after(deed), helped=helped, closed_at=now)
    actor = by.id if by else None
    await audit.note(store, now, actor, "closed", "case", case.id, member_id=case.member_id)


async def _reopen(store: Store, case: Case, now: datetime, by: Person) -> None:
    """As if it had not been said that it helped; with a new day."""
    values = {"state": "open", "due_at": due(store.org, now), "helped": False, "closed_at": None}
    await feedback.change(store, case.id, **values)
    await audit.note(store, now, by.id, "reopened", "case", case.id, member_id=case.member_id)


async def _held(store: Store, case_id: int) -> Case | None:
    await feedback.hold(store, case_id)
    return await feedback.get(store, case_id)
