"""Meetings as the invited see them: what comes next, and whether I am coming."""

from collections.abc import Sequence
from datetime import datetime

from rules.attendance import Invitation, waits
from rules.meetings import Attachment, Meeting
from rules.members import Person
from rules.refusal import Refusal
from storage import attendance as rows
from storage import audit
from storage import meetings as books
from storage.store import Store


async def waiting(store: Store, person: Person, now: datetime) -> int:
    """How many invitations to meetings ahead this person has not answered."""
    return await books.unanswered(store, person.id, now)


async def upcoming(store: Store, person: Person, now: datetime) -> Sequence[Meeting]:
    """The meetings this person is invited to that are not over: first the one that waits for them
    most, to come in or to be answered, then the others, the earliest first."""
    ahead = await books.of_member(store, person.id)
    ranks = [waits(await rows.one(store, one.id, person.id), going=one.going(now)) for one in ahead]
    first = ranks.index(min(ranks)) if ranks else 0
    return [*ahead[first : first + 1], *ahead[:first], *ahead[first + 1 :]]


async def past(store: Store, person: Person, most: int) -> Sequence[Meeting]:
    """At most so many of the meetings this person was invited to that are over, the last first."""
    return await books.ended_of_member(store, person.id, most)


async def next_for(store: Store, person: Person, now: datetime) -> Invitation | None:
    """The meeting going on or coming next, with this person's own answer."""
    ahead = await upcoming(store, person, now)
    return await look(store, person, ahead[0].id) if ahead else None


async def look(store: Store, person: Person, meeting_id: int) -> Invitation:
    """One meeting this person is invited to; refused to all others."""
    meeting = await books.get(store, meeting_id)
    mine = await rows.one(store, meeting_id, person.id)
    if meeting is None or mine is None:
        raise Refusal("meetings.not_invited")
    return Invitation(meeting, mine)


async def attachments(store: Store, person: Person, meeting_id: int) -> Sequence[Attachment]:
    """The files that came with an invitation; refused to those who were not invited."""
    await look(store, person, meeting_id)
    return await books.attachments(store, meeting_id)


async def answer(
    store: Store,
    person: Person,
    meeting_id: int,
    coming: bool,
    now: datetime,
    *,
    reason: str = "",
    media_id: int | None = None,
) -> Meeting:
    """Note whether this person is coming, and why not; refused once the meeting has begun."""
    meeting = (await look(store, person, meeting_id)).meeting
    meeting.must("answer", now)
    said = "yes" if coming else "no"
    await rows.change(
        store,
        meeting_id,
        person.id,
        answer=said,
        reason=reason or None,
        media_id=media_id,
        answered_at=now,
    )
    await audit.note(store, now, person.id, f"answered {said}", "meeting", meeting_id)
    return meeting
