"""Polls as members meet them: what awaits a vote, voting, and what came out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from rules.members import Person
from rules.polls import Poll, Seat, typed_comment
from rules.polls_counting import Turnout, Voter
from rules.refusal import Refusal
from storage import audit
from storage import polls as books
from storage.store import Store


@dataclass(frozen=True)
class Look:
    """A poll as a member on its roll sees it."""

    seat: Seat
    turnout: Turnout


async def waiting(store: Store, person: Person, now: datetime) -> int:
    """How many open polls this person may vote in and has not."""
    return len(await to_vote(store, person, now))


async def to_vote(store: Store, person: Person, now: datetime) -> Sequence[Seat]:
    """The polls that await this person's vote, the first to close first."""
    return await books.to_vote(store, person.id, now)


async def mine(store: Store, person: Person, now: datetime) -> Sequence[Seat]:
    """Every poll this person was on the roll of: what awaits a vote, the open, then the past."""
    found = await books.seats(store, person.id)
    return sorted(found, key=lambda seat: not seat.waits(now))


async def look(store: Store, person: Person, poll_id: int) -> Look:
    """A poll for somebody on its roll; nobody else is shown it here."""
    seat = await _seat(store, person, poll_id)
    return Look(seat, (await books.turnout(store, [poll_id]))[poll_id])


async def choose(store: Store, person: Person, poll_id: int, choice: int, now: datetime) -> Seat:
    """Check a choice before it is confirmed; nothing is written yet."""
    seat = await _seat(store, person, poll_id)
    seat.check_vote(choice, now)
    return seat


async def vote(store: Store, person: Person, poll_id: int, choice: int, now: datetime) -> Seat:
    """Cast a vote, or change it: one person has one vote. The history stays in the audit."""
    await books.hold(store, poll_id, alone=False)
    seat = await choose(store, person, poll_id, choice, now)
    if seat.choice != choice:
        if action := await books.cast(store, poll_id, person.id, choice, now):
            await books.recall_reminders(store, poll_id, person.id)
            detail = {"choice": choice}
            await audit.note(store, now, person.id, action, "poll", poll_id, detail=detail)
        seat = replace(seat, choice=choice, comment=None)
    return seat


async def comment(
    store: Store, person: Person, poll_id: int, text: str | None, now: datetime
) -> Seat:
    """Put a vote for another view in words, in the place of earlier ones; None takes them back."""
    comment = None if text is None else typed_comment(text)
    await books.hold(store, poll_id, alone=False)
    seat = await _seat(store, person, poll_id)
    seat.check_comment(now)
    await books.comment(store, poll_id, person.id, comment)
    await audit.note(store, now, person.id, "commented_vote", "poll", poll_id)
    return replace(seat, comment=comment)


async def who_chose(store: Store, person: Person, poll_id: int) -> tuple[Poll, Sequence[Voter]]:
    """Everyone on the roll with their choice, for anybody on it, once the poll is closed."""
    poll = (await _seat(store, person, poll_id)).poll
    poll.must_be_closed()
    return poll, await books.voters(store, poll_id)


async def _seat(store: Store, person: Person, poll_id: int) -> Seat:
    seat = await books.seat(store, poll_id, person.id)
    if seat is None:
        raise Refusal("polls.not_on_the_roll")
    return seat
