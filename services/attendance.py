"""Check-in: by the code on the secretary's screen, or by the secretary's own hand."""

from collections.abc import Sequence
from datetime import datetime

from rules import attendance as rules
from rules.attendance import Attendee
from rules.meetings import NEAR, Meeting
from rules.members import Person
from rules.messages import Button, Message
from rules.refusal import Refusal
from rules.words import words
from services import meetings, meetings_leading
from storage import attendance as rows
from storage import audit, mailings
from storage import meetings as books
from storage.store import Store


async def open_check_in(store: Store, person: Person, meeting_id: int, now: datetime) -> Meeting:
    """Open check-in, once: the invited are told, and whoever opens it is there."""
    meeting = await meetings_leading.led(store, person, meeting_id)
    meeting.must("check_in", now)
    if meeting.opened_at or not await books.open_check_in(store, meeting_id, now):
        return meeting
    if rules.came_to_open(await rows.one(store, meeting_id, person.id)):
        on_time = min(now, meeting.starts_at)
        await _arrive(store, person, meeting, person.id, "hand", on_time)
    await _tell_the_invited(store, meeting, now)
    await audit.note(store, now, person.id, "opened check-in", "meeting", meeting_id)
    return await meetings_leading.led(store, person, meeting_id)


async def awaits_code(store: Store, person: Person, now: datetime, _said: str) -> bool:
    """Whether four digits from this person are meant for a check-in that is open."""
    return bool(await _open_for(store, person, now))


async def knows_code(store: Store, person: Person, now: datetime, _said: str) -> bool:
    """Whether four digits can be meant for a check-in that is not open yet, or no longer."""
    return await _nearest(store, person, now) is not None


async def type_code_anywhere(
    store: Store, person: Person, typed: str, now: datetime
) -> tuple[Meeting, Attendee]:
    """The same as `type_code` without saying for which meeting: the one whose code it is, else
    the one that begins last; while none is open the nearest, which says why not."""
    found = await _open_for(store, person, now)
    if not found:
        near = await _nearest(store, person, now)
        if near is None:
            raise Refusal("meetings.not_invited")
        near.must_take_codes(now)
        return near, await type_code(store, person, near.id, typed, now)
    meeting = next((one for one in found if rules.opens(one.secret, typed, now)), found[-1])
    return meeting, await type_code(store, person, meeting.id, typed, now)


async def door_for(store: Store, person: Person, now: datetime) -> Meeting | None:
    """The meeting this person would check in at: the one whose check-in is open and that begins
    last, else the nearest, if it is near."""
    found = await _open_for(store, person, now)
    return found[-1] if found else await _nearest(store, person, now)


async def type_code(
    store: Store, person: Person, meeting_id: int, typed: str, now: datetime
) -> Attendee:
    """Check in with the four digits; whoever typed wrong ones is not `present` in what returns.

    Refused when the time is wrong, and after too many wrong codes in a row.
    """
    await books.hold(store, meeting_id, alone=False)
    invitation = await meetings.look(store, person, meeting_id)
    meeting, mine = invitation.meeting, invitation.mine
    meeting.must("check_in", now)
    if mine.present:
        return mine
    if mine.code_tries >= rules.CODE_TRIES:
        raise Refusal("meetings.ask_secretary", name=meeting.name)
    if rules.opens(meeting.secret, typed, now):
        return await _arrive(store, person, meeting, person.id, "code", now)
    if not any(mark.isdigit() for mark in typed):
        return mine  # a voice message or a question is no try at the code
    await rows.count_try(store, meeting_id, person.id)
    return await _attendee(store, meeting_id, person.id)


async def mark(
    store: Store, person: Person, meeting_id: int, member_id: int, now: datetime
) -> Attendee:
    """The secretary saw this member come; who is marked already keeps the first time."""
    await books.hold(store, meeting_id, alone=False)
    meeting = await meetings_leading.led(store, person, meeting_id)
    meeting.must("check_in", now)
    attendee = await _attendee(store, meeting_id, member_id)
    if attendee.present:
        return attendee
    return await _arrive(store, person, meeting, member_id, "hand", now)


async def unmark(
    store: Store, person: Person, meeting_id: int, member_id: int, now: datetime
) -> Attendee:
    """The secretary takes back a mark made by mistake."""
    await books.hold(store, meeting_id, alone=False)
    meeting = await meetings_leading.led(store, person, meeting_id)
    meeting.must("check_in", now)
    await rows.change(store, meeting_id, member_id, **rows.NOT_THERE)
    await _note(store, person, meeting_id, member_id, "unmarked", now)
    return await _attendee(store, meeting_id, member_id)


async def leave(
    store: Store, person: Person, meeting_id: int, member_id: int, now: datetime
) -> Attendee:
    """A member leaves early: told by the member, or by the secretary."""
    attendee = await _there(store, person, meeting_id, member_id, now)
    if attendee.left_at is None:
        await rows.change(store, meeting_id, member_id, left_at=now)
        await _note(store, person, meeting_id, member_id, "left", now)
    return await _attendee(store, meeting_id, member_id)


async def stay(
    store: Store, person: Person, meeting_id: int, member_id: int, now: datetime
) -> Attendee:
    """Who was said to leave is still there, or is back."""
    await _there(store, person, meeting_id, member_id, now)
    await rows.change(store, meeting_id, member_id, left_at=None)
    await _note(store, person, meeting_id, member_id, "stayed", now)
    return await _attendee(store, meeting_id, member_id)


async def not_arrived(store: Store, person: Person, meeting_id: int) -> Sequence[Attendee]:
    """Who is not there yet, in the roster's order."""
    await meetings_leading.led(store, person, meeting_id)
    return await rows.who_came(store, meeting_id, came=False)


async def arrived(store: Store, person: Person, meeting_id: int) -> Sequence[Attendee]:
    """Who came, in the roster's order."""
    await meetings_leading.led(store, person, meeting_id)
    return await rows.who_came(store, meeting_id, came=True)


async def one_led(store: Store, person: Person, meeting_id: int, member_id: int) -> Attendee:
    """One invited member, for whoever leads the meeting's unit."""
    await meetings_leading.led(store, person, meeting_id)
    return await _attendee(store, meeting_id, member_id)


async def _tell_the_invited(store: Store, meeting: Meeting, now: datetime) -> None:
    """Whoever has a phone here, is expected and not there yet. A code is no use in the morning, so
    quiet hours do not hold it back."""
    cause = f"{meetings_leading.cause_of(meeting)}:{meetings_leading.CHECK_IN}"
    people = ("expected", meeting.id, True, True)
    await mailings.spread(store, cause, people, come_in(meeting), now, urgent=True)


def come_in(meeting: Meeting) -> Message:
    """Check-in is open: the button asks for the code."""
    text = words("meetings.check_in_open", name=meeting.name)
    return Message(text, (Button(words("meetings.check_in"), ("meetings.check_in", meeting.id)),))


async def _open_for(store: Store, person: Person, now: datetime) -> Sequence[Meeting]:
    """The meetings this person is invited to whose check-in was opened and is not closed."""
    invited = await books.of_member(store, person.id)
    return [one for one in invited if one.takes_codes(now)]


async def _nearest(store: Store, person: Person, now: datetime) -> Meeting | None:
    """The meeting nearest in time this person is invited to, if it is near."""
    found = await books.around(store, person.id, now - NEAR, now + NEAR)
    return min(found, key=lambda one: abs(one.starts_at - now), default=None)


async def _there(
    store: Store, person: Person, meeting_id: int, member_id: int, now: datetime
) -> Attendee:
    """A member who is at the meeting, asked by that member or by a leader."""
    await books.hold(store, meeting_id, alone=False)
    if person.id == member_id:
        meeting = (await meetings.look(store, person, meeting_id)).meeting
    else:
        meeting = await meetings_leading.led(store, person, meeting_id)
    meeting.must("leave", now)
    attendee = await _attendee(store, meeting_id, member_id)
    if not attendee.present:
        raise Refusal("meetings.not_arrived", name=attendee.name)
    return attendee


async def _arrive(
    store: Store, person: Person, meeting: Meeting, member_id: int, how: str, now: datetime
) -> Attendee:
    await rows.change(
        store, meeting.id, member_id, arrived_at=now, left_at=None, marked_by=how, code_tries=0
    )
    await _note(store, person, meeting.id, member_id, "arrived", now)
    return await _attendee(store, meeting.id, member_id)


async def _attendee(store: Store, meeting_id: int, member_id: int) -> Attendee:
    attendee = await rows.one(store, meeting_id, member_id)
    if attendee is None:
        raise Refusal("meetings.not_on_list")
    return attendee


async def _note(
    store: Store, person: Person, meeting_id: int, member_id: int, action: str, now: datetime
) -> None:
    await audit.note(store, now, person.id, action, "meeting", meeting_id, member_id=member_id)
