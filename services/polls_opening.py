"""Opening a poll, now or at its hour: the frozen roll and the invitations."""

from collections.abc import Sequence
from datetime import datetime

from rules.members import Member, Person, invited, votes
from rules.messages import Button, Message
from rules.polls import SHORTEST, Draft, Poll
from rules.polls_counting import Voter
from rules.refusal import Refusal
from rules.words import words
from services.polls_writing import own_draft
from storage import audit, deliveries, members
from storage import polls as books
from storage.store import Store


async def preview(store: Store, person: Person, draft_id: int) -> tuple[Draft, Sequence[Voter]]:
    """The draft, and the roll as it would be today."""
    draft = await own_draft(store, person, draft_id)
    people = await _people(store, draft.unit_path)
    return draft, [Voter(one.id, one.name, one.status) for one in people]


async def open_now(store: Store, person: Person, draft_id: int, now: datetime) -> Poll:
    """Open a finished draft; pressed again it changes nothing."""
    await books.hold(store, draft_id, alone=True)
    if poll := await books.get(store, draft_id):
        return _own(person, poll)
    draft = await own_draft(store, person, draft_id)
    draft.check_ready(now, now)
    people = await _people(store, draft.unit_path)
    if not any(votes(one.status) for one in people):
        raise Refusal("polls.nobody_may_vote", unit=draft.unit_name)
    await audit.note(store, now, person.id, "opened", "poll", draft_id)
    return await _open(store, draft_id, people, now)


async def open_later(store: Store, person: Person, draft_id: int, now: datetime) -> Poll:
    """Let a finished draft open at its hour; pressed again it changes nothing."""
    await books.hold(store, draft_id, alone=True)
    if poll := await books.get(store, draft_id):
        return _own(person, poll)
    draft = await own_draft(store, person, draft_id)
    draft.check_ready(draft.opens_at or now, now)
    await books.change(store, draft_id, state="scheduled", opens_at=draft.opens_at or now)
    await audit.note(store, now, person.id, "scheduled", "poll", draft_id)
    return await _kept(store, draft_id)


async def open_due(store: Store, now: datetime) -> list[tuple[int, datetime]]:
    """Polls whose hour to open has come."""
    return [(poll.id, poll.opens_at or now) for poll in await books.to_open(store, now)]


async def open_scheduled(store: Store, poll_id: int, now: datetime) -> None:
    """Open a poll at its hour. If we slept until its close, or nobody is left to vote, it is
    cancelled and its author told: a poll nobody could answer must not look like one."""
    await books.hold(store, poll_id, alone=True)
    poll = await _kept(store, poll_id)
    if poll.state != "scheduled":
        return
    people = await _people(store, poll.unit_path)
    if poll.closes_at >= now + SHORTEST and any(votes(one.status) for one in people):
        await audit.note(store, now, None, "opened", "poll", poll_id)
        await _open(store, poll_id, people, now)
        return
    await books.change(store, poll_id, state="cancelled", closed_at=now)
    await audit.note(store, now, None, "cancelled", "poll", poll_id)
    message = Message(words("polls.could_not_open", question=poll.question))
    await deliveries.leave(store, f"poll:{poll_id}", [poll.author_id], message, now)


async def _people(store: Store, path: str) -> Sequence[Member]:
    return [one for one in await members.below(store, path) if invited(one.status)]


async def _open(store: Store, poll_id: int, people: Sequence[Member], now: datetime) -> Poll:
    await books.freeze(store, poll_id, people)
    await books.change(store, poll_id, state="open", opens_at=now)
    poll = await _kept(store, poll_id)
    for may_vote, message in ((True, _invitation(poll)), (False, _for_followers(poll))):
        ids = [one.id for one in people if votes(one.status) is may_vote]
        await deliveries.leave(store, f"poll:{poll_id}", ids, message, now)
    return poll


def _invitation(poll: Poll) -> Message:
    text = words("polls.invitation", question=poll.question, closes=poll.closes_at)
    return Message(text, (Button(words("polls.see_and_vote"), ("polls.show", poll.id)),))


def _for_followers(poll: Poll) -> Message:
    text = words("polls.to_follow", question=poll.question, closes=poll.closes_at)
    return Message(text, (Button(words("polls.see_poll"), ("polls.show", poll.id)),))


def _own(person: Person, poll: Poll) -> Poll:
    if poll.author_id != person.id:
        raise Refusal("polls.draft_gone")
    return poll


async def _kept(store: Store, poll_id: int) -> Poll:
    poll = await books.get(store, poll_id)
    assert poll is not None
    return poll
