"""What falls due about a meeting: two reminders, and the end nobody pressed."""

from collections.abc import Sequence
from datetime import datetime

from rules.meetings import FORGOTTEN, REMINDERS, Meeting, reminder_due, when_and_where
from rules.messages import Button, Message
from rules.words import words
from services.meetings_ending import close
from services.meetings_leading import cause_of, still_open
from storage import mailings
from storage import meetings as books
from storage.store import Store

Due = tuple[int, datetime]


async def two_days_due(store: Store, now: datetime) -> Sequence[Due]:
    """Meetings whose reminder two days ahead is due."""
    return await _due(store, "days", now)


async def two_days(store: Store, meeting_id: int, now: datetime) -> None:
    """Ask those who have not answered."""
    if meeting := await _still_called(store, meeting_id):
        await _remind(store, meeting, "days", still_open(meeting), now)


async def two_hours_due(store: Store, now: datetime) -> Sequence[Due]:
    """Meetings whose reminder two hours ahead is due."""
    return await _due(store, "hours", now)


async def two_hours(store: Store, meeting_id: int, now: datetime) -> None:
    """Tell those who are coming, and those who never answered, that it is today."""
    if meeting := await _still_called(store, meeting_id):
        await _remind(store, meeting, "hours", soon(meeting), now)


async def forgotten_due(store: Store, now: datetime) -> Sequence[Due]:
    """Meetings nobody ended, with the moment they are taken to be over."""
    begun = await books.begun_by(store, now - FORGOTTEN)
    return [(one.id, one.starts_at + FORGOTTEN) for one in begun]


async def forgotten(store: Store, meeting_id: int, now: datetime) -> None:
    """End a meeting nobody ended."""
    if meeting := await books.get(store, meeting_id):
        await close(store, meeting, now)


def soon(meeting: Meeting) -> Message:
    """The last reminder."""
    text = words("meetings.soon", name=meeting.name, details=when_and_where(meeting))
    return Message(text, (Button(words("meetings.see_all"), ("meetings.show", meeting.id)),))


async def _still_called(store: Store, meeting_id: int) -> Meeting | None:
    """The meeting, unless it was called off since it was found to be due."""
    await books.hold(store, meeting_id, alone=False)
    meeting = await books.get(store, meeting_id)
    return meeting if meeting and meeting.state == "called" else None


async def _due(store: Store, kind: str, now: datetime) -> Sequence[Due]:
    ahead = await books.starting(store, now, now + REMINDERS[kind])
    due = [(one.id, reminder_due(one, kind, now)) for one in ahead]
    return [(meeting_id, moment) for meeting_id, moment in due if moment]


async def _remind(
    store: Store, meeting: Meeting, kind: str, message: Message, now: datetime
) -> None:
    """First those who have not answered are concerned, at last also those who are coming."""
    concerned = ("expected", meeting.id, kind == "hours")
    cause, until = f"{cause_of(meeting)}:{kind}", meeting.starts_at
    await mailings.spread(store, cause, concerned, message, now, useful_until=until)
