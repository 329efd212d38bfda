"""Meetings as those see them who lead the unit: the answers, and who has not answered."""

from collections.abc import Sequence
from datetime import datetime

from rules.attendance import Attendee, Count, count
from rules.meetings import (
    Attachment,
    Meeting,
    details,
    has_more,
    must_lead,
    when_and_where,
)
from rules.members import Person
from rules.messages import Button, Media, Message
from rules.refusal import Refusal
from rules.words import Words, words
from storage import attendance as rows
from storage import audit, deliveries, mailings
from storage import meetings as books
from storage.store import Store

CHECK_IN = "check_in"  # what the cause of its deliveries ends in


async def all_led(store: Store, person: Person) -> Sequence[Meeting]:
    """The meetings ahead or going on in the units this person leads, the earliest first."""
    paths = [office.unit_path for office in person.leading]
    if not paths:
        raise Refusal("units.not_leading")
    return await books.below(store, paths)


async def ended(store: Store, person: Person, most: int | None = None) -> Sequence[Meeting]:
    """The meetings that are over in the units this person leads, the last one first; all, or at
    most so many."""
    return await books.ended_below(store, [office.unit_path for office in person.leading], most)


async def led(store: Store, person: Person, meeting_id: int) -> Meeting:
    """One meeting of a unit this person leads, whatever became of it."""
    meeting = await books.get(store, meeting_id)
    if meeting is None:
        raise Refusal("meetings.gone")
    must_lead(person, meeting)
    return meeting


async def standing(store: Store, person: Person, meeting_id: int) -> tuple[Meeting, Count]:
    """A meeting with its answers and presence in numbers."""
    meeting = await led(store, person, meeting_id)
    return meeting, count(await rows.alike(store, meeting_id), meeting.starts_at)


async def unanswered(store: Store, person: Person, meeting_id: int) -> Sequence[Attendee]:
    """Who has not answered yet, in the roster's order."""
    await led(store, person, meeting_id)
    return await rows.who_said(store, meeting_id, None)


async def unlinked(store: Store, meeting: Meeting) -> int:
    """How many of these no message reaches, because they have not joined."""
    strangers = await rows.unlinked(store, meeting.id)
    return sum(one.answer is None for one in strangers)


async def declined(store: Store, person: Person, meeting_id: int) -> Sequence[Attendee]:
    """Who said they cannot come, in the roster's order."""
    await led(store, person, meeting_id)
    return await rows.who_said(store, meeting_id, "no")


async def absent(store: Store, person: Person, meeting_id: int) -> Sequence[Attendee]:
    """Who is missed, in the roster's order: for the leaders only."""
    await led(store, person, meeting_id)
    return [one for one in await rows.who_came(store, meeting_id, came=False) if one.absent]


async def remind(store: Store, person: Person, meeting_id: int, now: datetime) -> tuple[int, int]:
    """Ask those who have not answered once more, once a day at most: how many are told, and how
    many of them no message reaches, because they have not joined."""
    await books.hold(store, meeting_id, alone=False)
    meeting = await led(store, person, meeting_id)
    meeting.must("answer", now)
    silent = ("expected", meeting_id, False)
    cause = f"{cause_of(meeting)}:{_asked(store, now)}"
    told = await mailings.unreached(store, cause, silent)
    joined = await mailings.unreached(store, cause, silent, joined=True)
    await mailings.spread(
        store,
        cause,
        silent,
        still_open(meeting),
        now,
        repeats=cause_of(meeting),
        useful_until=meeting.starts_at,
    )
    await audit.note(store, now, person.id, "reminded", "meeting", meeting_id)
    return told, told - joined


def cause_of(meeting: Meeting) -> str:
    """The cause of what is delivered about a meeting as it stands now."""
    return f"meeting:{meeting.id}:{meeting.sequence}"


async def recall(store: Store, meeting: Meeting) -> None:
    """What has not gone out about the meeting as it stood, reminders of any day among it, is not
    worth sending any more."""
    await mailings.stop(store, cause_of(meeting), and_below=True)


async def ask_all_but(
    store: Store, person: Person, meeting: Meeting, asking: Message, telling: Message, now: datetime
) -> None:
    """Ask the invited whether they come. Who calls or moves a meeting is coming, and only told."""
    await rows.change(store, meeting.id, person.id, answer="yes", answered_at=now)
    if await rows.one(store, meeting.id, person.id):
        await deliveries.leave(store, cause_of(meeting), [person.id], telling, now)
    await tell_invited(store, meeting, asking, now, but=person.id)


async def tell_invited(
    store: Store, meeting: Meeting, message: Message, now: datetime, *, but: int = 0
) -> None:
    """Tell everyone who is invited, but one."""
    await mailings.spread(
        store,
        cause_of(meeting),
        ("invited", meeting.id, but),
        message,
        now,
        sender_id=meeting.author_id,
        about=words("mailings.meeting", name=meeting.name, unit=meeting.unit_name),
        useful_until=meeting.starts_at,
    )


def invitation(meeting: Meeting, files: Sequence[Attachment]) -> Message:
    """The invitation: what, when, where, the agenda and a single file, and the two answers."""
    return Message(_invited("meetings.invitation", meeting), answers(meeting), _sole(files))


def own_invitation(meeting: Meeting, files: Sequence[Attachment]) -> Message:
    """The same for whoever called: nothing is asked."""
    return Message(_invited("meetings.own_invitation", meeting), (seeing(meeting),), _sole(files))


def still_open(meeting: Meeting) -> Message:
    """A question to those who have not answered."""
    text = words("meetings.still_open", name=meeting.name, details=when_and_where(meeting))
    return Message(text, answers(meeting))


def answers(meeting: Meeting) -> tuple[Button, ...]:
    """The buttons of an invitation."""
    return (
        Button(words("meetings.yes"), ("meetings.say_yes", meeting.id)),
        Button(words("meetings.no"), ("meetings.say_no", meeting.id)),
        seeing(meeting),
    )


def seeing(meeting: Meeting) -> Button:
    """The way to the whole agenda and the files, or to the meeting itself."""
    more = ("see_agenda", "see_agenda") if has_more(meeting) else ("see_all", "show")
    return Button(words(f"meetings.{more[0]}"), (f"meetings.{more[1]}", meeting.id))


def _invited(key: str, meeting: Meeting) -> Words:
    return words(key, name=meeting.name, unit=meeting.unit_name, details=details(meeting))


def _sole(files: Sequence[Attachment]) -> Media | None:
    """One file goes with the invitation itself; several wait behind its button."""
    return files[0].media if len(files) == 1 else None


def _asked(store: Store, now: datetime) -> str:
    return f"asked:{store.org.today(now)}"
