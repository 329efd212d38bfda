"""The end of a meeting: one page for the branch, names for its leaders, counts for above."""

from collections.abc import Sequence
from datetime import datetime

from rules import meetings_summary as summary
from rules.attendance import Count, count
from rules.meetings import Meeting
from rules.members import Person
from rules.messages import Media
from rules.polls_counting import outcome, told
from rules.refusal import Refusal
from rules.units import LEADING
from rules.words import Words
from services.meetings_leading import led, recall
from storage import attendance as rows
from storage import audit, deliveries, mailings, members, polls
from storage import meetings as books
from storage import units as unit_rows
from storage.store import Store


async def end(store: Store, person: Person, meeting_id: int, now: datetime) -> Meeting:
    """End it now and tell the branch. Pressing twice ends it once."""
    await books.hold(store, meeting_id, alone=True)
    meeting = await led(store, person, meeting_id)
    if meeting.state == "ended":
        return meeting
    meeting.must("end", now)
    await close(store, meeting, now)
    await audit.note(store, now, person.id, "ended", "meeting", meeting_id)
    return await led(store, person, meeting_id)


async def close(store: Store, meeting: Meeting, now: datetime) -> None:
    """End a meeting, whoever or whatever ends it: the first to come tells the branch."""
    if not await books.shift(store, meeting.id, "called", "ended", ended_at=now):
        return
    await recall(store, meeting)
    counted = count(await rows.alike(store, meeting.id), meeting.starts_at)
    page = await _page(store, meeting, counted, now)
    leaders = {*await _leaders(store, meeting.unit_id, now), *await _caller(store, meeting, now)}
    above = set(await _above(store, meeting.unit_id, now)) - leaders
    above -= await rows.those_of(store, meeting.id, above)
    cause = f"meeting:{meeting.id}:over"
    await deliveries.leave(store, cause, leaders, summary.for_leaders(meeting, counted, page), now)
    await deliveries.leave(store, cause, above, summary.for_above(meeting, counted), now)
    # Nobody gets two of one cause: this reaches those who have none yet.
    said = summary.for_members(meeting, counted, page)
    await mailings.spread(store, cause, ("invited", meeting.id), said, now)


async def summary_of(store: Store, meeting: Meeting) -> tuple[Count, Media]:
    """What everyone was told of a meeting that is over: the counts and the page. Whoever asks was
    shown the meeting by `meetings.look` or `meetings_leading.led`."""
    if meeting.state != "ended" or meeting.ended_at is None:
        raise Refusal("meetings.gone")
    counted = count(await rows.alike(store, meeting.id), meeting.starts_at)
    return counted, await _page(store, meeting, counted, meeting.ended_at)


async def _page(store: Store, meeting: Meeting, counted: Count, ended: datetime) -> Media:
    return summary.page(meeting, counted, await _votes(store, meeting, ended), ended)


async def _votes(store: Store, meeting: Meeting, now: datetime) -> list[tuple[str, Words]]:
    """What the unit decided by vote while it met: each question with its outcome."""
    ids = await books.polls_closed(store, meeting.unit_id, meeting.starts_at, now)
    closed = [poll for one in ids if (poll := await polls.get(store, one))]
    return [(poll.question, told(poll, result)) for poll in closed if (result := outcome(poll))]


async def _leaders(store: Store, unit_id: int, now: datetime) -> Sequence[int]:
    return await unit_rows.holders(store, unit_id, LEADING, store.org.today(now))


async def _caller(store: Store, meeting: Meeting, now: datetime) -> Sequence[int]:
    """Whoever called it, perhaps for a unit below, as long as the unit is still theirs to lead."""
    person = await members.person(store, meeting.author_id, store.org.today(now))
    return (person.id,) if person and person.leads(meeting.unit_path) else ()


async def _above(store: Store, unit_id: int, now: datetime) -> Sequence[int]:
    unit = await unit_rows.get(store, unit_id)
    if unit is None or unit.parent_id is None:
        return ()
    return await _leaders(store, unit.parent_id, now)
