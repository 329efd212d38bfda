"""What every deed on a case needs: who may touch it, how it begins, whom it concerns."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from rules.feedback import Case, Level, Said, check_content, due
from rules.feedback_reading import gist
from rules.members import Member, Person
from rules.messages import Button, Message
from rules.refusal import Refusal
from rules.units import LEADING, Unit
from rules.words import Words, words
from storage import deliveries, feedback, units
from storage.store import Store

BEFORE = 80  # letters of what was said before, in a message about more words


async def levels(store: Store, unit_id: int, now: datetime) -> list[Level]:
    """A unit and those above it up to the top, each with who may answer for it today."""
    found = []
    today = store.org.today(now)
    unit = await units.get(store, unit_id)
    while unit is not None:
        secretaries = await units.holders(store, unit.id, ("secretary",), today)
        leaders = await units.holders(store, unit.id, LEADING, today)
        found.append(Level(unit, secretaries, leaders))
        unit = await units.get(store, unit.parent_id) if unit.parent_id else None
    return found


async def own(store: Store, person: Person, case_id: int) -> Case:
    """A case this person brought up, held for a change."""
    await feedback.hold(store, case_id)
    case = await feedback.get(store, case_id)
    if case is None or case.member_id != person.id:
        raise Refusal("feedback.not_here")
    return case


async def led(store: Store, leader: Person, case_id: int) -> Case:
    """A case of a unit this person leads, held for a change."""
    await feedback.hold(store, case_id)
    case = await feedback.get(store, case_id)
    if case is None or not leader.leads(case.unit_path):
        raise Refusal("feedback.not_here")
    return case


async def begin(
    store: Store,
    member: Member,
    unit: Unit,
    text: str,
    media_id: int | None,
    now: datetime,
    entered_by: Person | None = None,
) -> Case:
    """A new case for this unit, which is told; nobody else is."""
    check_content(text, media_id)
    case_id = await feedback.begin(
        store,
        int(unit.path.split("/")[0]),
        store.org.today(now).year,
        member_id=member.id,
        unit_id=unit.id,
        state="open",
        opened_at=now,
        due_at=due(store.org, now),
        entered_by=entered_by.id if entered_by else None,
    )
    await feedback.say(store, case_id, member.id, text.strip(), media_id, now, from_member=True)
    case = await feedback.get(store, case_id)
    assert case is not None
    key = "feedback.arrived_by_helper" if entered_by else "feedback.arrived"
    but = entered_by.id if entered_by else None
    await tell_owners(store, case, key, f"case:{case.id}", now, but=but)
    return case


async def owners(store: Store, case: Case, now: datetime) -> set[int]:
    """Those who have to answer a case: the leaders of its unit, never who brought it up."""
    found = await units.holders(store, case.unit_id, LEADING, store.org.today(now))
    return set(found) - {case.member_id}


async def tell_owners(
    store: Store, case: Case, key: str, cause: str, now: datetime, *, but: int | None = None
) -> None:
    """Leave them the member's newest words with the way to answer."""
    said = await feedback.said(store, case.id)
    last = next(one for one in reversed(said) if one.from_member)
    values = {**told(store, case), "text": last.body, **_before(said)}
    message = Message(Words(key, values), _to_answer(case), last.media)
    await deliveries.leave(store, cause, await owners(store, case, now) - {but}, message, now)


async def tell_settled(store: Store, case: Case, now: datetime, *, but: int) -> None:
    """Leave the owners the good word that it helped."""
    message = Message(Words("feedback.settled", told(store, case)), _to_answer(case)[1:])
    cause = f"case:{case.id}:settled:{now:%y%m%d%H%M%S}"
    await deliveries.leave(store, cause, await owners(store, case, now) - {but}, message, now)


async def tell_member(store: Store, case: Case, key: str, cause: str, now: datetime) -> None:
    """Leave whoever brought a case up a word about what became of it."""
    buttons = (Button(words("feedback.see_case"), ("feedback.show_own", case.id)),)
    message = Message(Words(key, told(store, case)), buttons)
    await deliveries.leave(store, cause, [case.member_id], message, now)


async def tell_answer(store: Store, case: Case, answer: Said, now: datetime) -> None:
    """Leave the member an answer, and ask whether it helped."""
    text = words(
        "feedback.answer_arrived", name=case.name, leader=answer.author_name, text=answer.body
    )
    message = Message(text, _to_react(case), answer.media)
    await deliveries.leave(store, _cause(case, answer), [case.member_id], message, now)


async def tell_by_voice(store: Store, case: Case, now: datetime) -> None:
    """The newest answer was said by phone, or read in the list: it counts as heard from now."""
    answers = [one for one in await feedback.said(store, case.id) if not one.from_member]
    if answers:
        await deliveries.tell(store, _cause(case, answers[-1]), case.member_id, now)


def told(store: Store, case: Case) -> dict[str, Any]:
    """What the texts about a case are filled with."""
    return {
        "name": case.name,
        "member": case.member_name,
        "home": case.member_unit,
        "unit": case.unit_name,
        "helper": case.entered_by_name or "",
        "day": store.org.today(case.due_at),
    }


def _before(said: Sequence[Said]) -> dict[str, Any]:
    """What a case began with, and what was answered last, for whoever reads only the newest."""
    answers = [one for one in said if not one.from_member]
    values = {"began": gist(said[0], BEFORE)}
    return values | {"answered": gist(answers[-1], BEFORE)} if answers else values


def _cause(case: Case, said: Said) -> str:
    return f"case:{case.id}:said:{said.id}"


def _to_answer(case: Case) -> tuple[Button, ...]:
    return (
        Button(words("feedback.answer"), ("feedback.ask_answer", case.id)),
        Button(words("feedback.see_case"), ("feedback.show_case", case.id)),
    )


def _to_react(case: Case) -> tuple[Button, ...]:
    return (
        Button(words("feedback.it_helped"), ("feedback.helped", case.id)),
        Button(words("feedback.ask_back"), ("feedback.ask_more", case.id)),
        Button(words("feedback.it_did_not_help"), ("feedback.not_helped", case.id)),
    )
