"""Closing a poll, by the clock or early: the count is frozen and told in the same transaction."""

from dataclasses import asdict
from datetime import datetime

from rules.members import Person
from rules.messages import Button, Media, Message
from rules.polls import Poll
from rules.polls_counting import Result, count, sentence, shares_of, told, totals
from rules.units import LEADING
from rules.words import words
from services.polls_leading import led, tell_roll
from storage import audit, deliveries, units
from storage import polls as books
from storage.store import Store


async def close_due(store: Store, now: datetime) -> list[tuple[int, datetime]]:
    """Open polls whose hour to close has come."""
    return [(poll.id, poll.closes_at) for poll in await books.to_close(store, now)]


async def close_by_clock(store: Store, poll_id: int, now: datetime) -> None:
    """Close a poll at its hour, however late we wake up. Votes were refused from that hour on."""
    await books.hold(store, poll_id, alone=True)
    poll = await books.get(store, poll_id)
    if poll and poll.state == "open" and poll.closes_at <= now:
        await _close(store, poll, None, now)


async def close_early(store: Store, person: Person, poll_id: int, now: datetime) -> Poll:
    """Close a poll before its hour; pressed again it changes nothing."""
    await books.hold(store, poll_id, alone=True)
    poll = await led(store, person, poll_id)
    if poll.state == "closed":
        return poll
    poll.must_be_open(now)
    await _close(store, poll, person.id, now)
    return await led(store, person, poll_id)


async def _close(store: Store, poll: Poll, closer: int | None, now: datetime) -> None:
    result = count(poll, await books.alike(store, poll.id))
    ending = {"state": "closed", "closed_at": now, "closed_by": closer}
    await books.change(store, poll.id, **ending, result=asdict(result))
    await audit.note(store, now, closer, "closed", "poll", poll.id, detail=asdict(result))
    await books.recall_calls(store, poll.id)
    await _tell(store, await books.get(store, poll.id) or poll, result, now)


async def _tell(store: Store, poll: Poll, result: Result, now: datetime) -> None:
    """The result for everyone on the roll, and for those who lead the unit or the one above."""
    called = poll.called_briefly if poll.ended_early else poll.called
    lines = () if poll.ended_early or not result.cast else totals(poll, result)
    said = words("polls.result", **called, sentence=told(poll, result), lines=lines)
    picture = _bars(poll, result)
    leaders = await _leaders(store, poll, now)
    on_the_roll = await books.on_roll(store, poll.id, leaders)
    others = [one for one in leaders if one not in on_the_roll]
    cause = f"poll:{poll.id}:result"

    def seen_at(place: str) -> Message:
        return Message(said, (Button(words("polls.see_result"), (place, poll.id)),), picture)

    await deliveries.leave(store, cause, others, seen_at("polls.manage"), now)
    await tell_roll(store, poll, cause, ("roll", poll.id), seen_at("polls.see_result"), now)


async def _leaders(store: Store, poll: Poll, now: datetime) -> list[int]:
    unit = await units.get(store, poll.unit_id)
    asked = [poll.unit_id, *([unit.parent_id] if unit and unit.parent_id else [])]
    today = store.org.today(now)
    found = [await units.holders(store, one, LEADING, today) for one in asked]
    return [member_id for holders in found for member_id in holders]


def _bars(poll: Poll, result: Result) -> Media | None:
    """The result as a picture, unless there is nothing to draw."""
    if not result.cast:
        return None
    values = {
        "poll": poll.id,
        "title": poll.question,
        "sentence": sentence(poll, result),
        "bars": list(zip(poll.options, result.counts, strict=True)),
        "base": result.base,
        "shares": shares_of(poll, result),
    }
    return Media("photo", maker="polls.bars", values=values)
