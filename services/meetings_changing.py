"""Moving and cancelling a meeting: prepared first, then told to all who were invited."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rules.attendance import Attendee
from rules.meetings import Meeting, planned, typed, when_and_where
from rules.members import Person
from rules.messages import Button, Message
from rules.words import Words, words
from services.meetings_leading import answers, ask_all_but, led, recall, tell_invited
from storage import attendance as rows
from storage import audit
from storage import meetings as books
from storage.store import Store

UNPLANNED = {"new_starts_at": None, "new_place": None}


@dataclass(frozen=True)
class Told:
    """Those a change concerns: who is told by the handbook, and who has to be told another way."""

    linked: int
    unlinked: tuple[Attendee, ...]


async def told(store: Store, meeting: Meeting) -> Told:
    """Whom a change of this meeting reaches."""
    invited = sum(one.people for one in await rows.alike(store, meeting.id))
    unlinked = tuple(await rows.unlinked(store, meeting.id))
    return Told(invited - len(unlinked), unlinked)


async def untold(store: Store, person: Person, meeting_id: int) -> tuple[Attendee, ...]:
    """The invited whom no message reaches, for those who lead the meeting."""
    return (await told(store, await led(store, person, meeting_id))).unlinked


async def plan_time(
    store: Store, person: Person, meeting_id: int, starts_at: datetime, now: datetime
) -> Meeting:
    """Prepare another time; refused when it has passed or is the same."""
    return await _plan(store, person, meeting_id, now, new_starts_at=starts_at)


async def plan_place(
    store: Store, person: Person, meeting_id: int, place: str, now: datetime
) -> Meeting:
    """Prepare another place; refused when it is the same."""
    return await _plan(store, person, meeting_id, now, new_place=typed("place", place))


async def forget_plan(store: Store, person: Person, meeting_id: int) -> Meeting:
    """Leave the meeting as it was."""
    await led(store, person, meeting_id)
    await books.change(store, meeting_id, **UNPLANNED, reason=None)
    return await led(store, person, meeting_id)


async def move(store: Store, person: Person, meeting_id: int, now: datetime) -> Meeting:
    """Move it as prepared and tell everyone; another time makes all answers open again."""
    await books.hold(store, meeting_id, alone=True)
    old = await led(store, person, meeting_id)
    old.must("move", now)
    starts_at, place = planned(old, now)
    await recall(store, old)
    await books.change(
        store,
        meeting_id,
        **UNPLANNED,
        starts_at=starts_at,
        place=place,
        sequence=old.sequence + 1,
        told_at=store.org.awake(now),
    )
    new = await led(store, person, meeting_id)
    if starts_at != old.starts_at:
        await rows.forget_answers(store, meeting_id)
        await _close_check_in(store, new, now)
        await ask_all_but(store, person, new, moved(old, new), own_moved(old, new), now)
    else:
        await tell_invited(store, new, place_moved(old, new), now)
    await audit.note(store, now, person.id, "moved", "meeting", meeting_id)
    return await led(store, person, meeting_id)


async def _close_check_in(store: Store, meeting: Meeting, now: datetime) -> None:
    """Who came for the old time has not come for one that is hours away."""
    if not meeting.may("check_in", now):
        await books.change(store, meeting.id, opened_at=None)
        await rows.forget_arrivals(store, meeting.id)


async def give_reason(
    store: Store, person: Person, meeting_id: int, reason: str, now: datetime
) -> Meeting:
    """Say why it will not take place; nothing is told yet."""
    (await led(store, person, meeting_id)).must("cancel", now)
    await books.change(store, meeting_id, reason=typed("reason", reason))
    return await led(store, person, meeting_id)


async def cancel(store: Store, person: Person, meeting_id: int, now: datetime) -> Meeting:
    """Call it off and tell everyone why. Pressing twice tells once."""
    await books.hold(store, meeting_id, alone=True)
    old = await led(store, person, meeting_id)
    if old.state == "cancelled":
        return old
    old.must("cancel", now)
    await recall(store, old)
    await books.shift(
        store, meeting_id, "called", "cancelled", sequence=old.sequence + 1, ended_at=now
    )
    new = await led(store, person, meeting_id)
    await tell_invited(store, new, cancelled(new), now)
    await audit.note(store, now, person.id, "cancelled", "meeting", meeting_id)
    return new


def moved(old: Meeting, new: Meeting) -> Message:
    """The time, old and new; all must answer again."""
    return Message(_moved("meetings.moved", old, new), answers(new))


def own_moved(old: Meeting, new: Meeting) -> Message:
    """The same for whoever moved it: nothing is asked."""
    return Message(_moved("meetings.own_moved", old, new), (_into_calendar(new),))


def place_moved(old: Meeting, new: Meeting) -> Message:
    """The place, old and new; all answers stay."""
    text = words("meetings.place_moved", name=new.name, old=old.place, details=when_and_where(new))
    return Message(text, (_into_calendar(new),))


def cancelled(meeting: Meeting) -> Message:
    """It will not take place, and why."""
    text = words(
        "meetings.cancelled",
        name=meeting.name,
        starts=meeting.starts_at,
        reason=meeting.reason or "",
    )
    return Message(text, (_calendar(meeting, "meetings.out_of_calendar"),))


def _moved(key: str, old: Meeting, new: Meeting) -> Words:
    return words(key, name=new.name, old=old.starts_at, details=when_and_where(new))


def _into_calendar(meeting: Meeting) -> Button:
    return _calendar(meeting, "meetings.into_calendar")


def _calendar(meeting: Meeting, label: str) -> Button:
    return Button(words(label), ("meetings.add_to_calendar", meeting.id))


async def _plan(
    store: Store, person: Person, meeting_id: int, now: datetime, **values: Any
) -> Meeting:
    (await led(store, person, meeting_id)).must("move", now)
    await books.change(store, meeting_id, **values)
    meeting = await led(store, person, meeting_id)
    planned(meeting, now)
    return meeting
