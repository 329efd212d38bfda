"""Opening a poll, now or at its hour: the frozen roll and the invitations."""

from collections.abc import Sequence
from datetime import datetime

from rules.members import STATUSES, Person
from rules.messages import Button, Message
from rules.polls import SHORTEST, Asked, Draft, Poll
from rules.polls_counting import Alike, voting
from rules.polls_voters import COMMITTEE, VOTERS, may_vote, offered, on_roll
from rules.refusal import Refusal
from rules.words import words
from services.polls_leading import tell_roll
from services.polls_writing import own_draft
from storage import audit, deliveries, members
from storage import polls as books
from storage.audiences import Audience
from storage.store import Store


async def who_may_be_asked(
    store: Store, person: Person, draft_id: int, now: datetime
) -> dict[str, int]:
    """Who can be asked to vote, the default first, and how many would."""
    draft = await own_draft(store, person, draft_id)
    rolls = {one: await _roll(store, draft, one, now) for one in VOTERS}
    counts = {one: voting(roll) for one, roll in rolls.items()}
    return {one: counts[one] for one in offered(draft.decides, counts)}


async def ask(store: Store, person: Person, draft_id: int, voters: str, now: datetime) -> Draft:
    """Keep who is asked to vote."""
    if voters not in await who_may_be_asked(store, person, draft_id, now):
        raise Refusal("polls.unfinished")
    await books.change(store, draft_id, voters=voters)
    return await own_draft(store, person, draft_id)


async def preview(
    store: Store, person: Person, draft_id: int, now: datetime
) -> tuple[Draft, Sequence[Alike]]:
    """The draft, and the roll as it would be today."""
    draft = await own_draft(store, person, draft_id)
    return draft, await _roll(store, draft, draft.voters, now)


async def strangers(store: Store, draft: Draft, now: datetime) -> int:
    """How many of those who would vote no message reaches, because they have not joined."""
    people = _people(store, draft, draft.voters, now)
    counts = await members.statuses(store, people, members.STRANGERS)
    return sum(count for status, count in counts.items() if may_vote(status, draft.voters))


async def open_now(store: Store, person: Person, draft_id: int, now: datetime) -> Poll:
    """Open a finished draft; pressed again it changes nothing."""
    await books.hold(store, draft_id, alone=True)
    if poll := await books.get(store, draft_id):
        return _own(person, poll)
    draft = await own_draft(store, person, draft_id)
    draft.check_ready(now, now)
    roll = await _roll(store, draft, draft.voters, now)
    if not voting(roll):
        raise Refusal("polls.nobody_may_vote", unit=draft.unit_name)
    await audit.note(store, now, person.id, "opened", "poll", draft_id)
    return await _open(store, draft, draft_id, now)


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
    roll = await _roll(store, poll, poll.voters, now)
    if poll.closes_at >= now + SHORTEST and voting(roll):
        await audit.note(store, now, None, "opened", "poll", poll_id)
        await _open(store, poll, poll_id, now)
        return
    await books.change(store, poll_id, state="cancelled", closed_at=now)
    await audit.note(store, now, None, "cancelled", "poll", poll_id)
    message = Message(words("polls.could_not_open", question=poll.question))
    await deliveries.leave(store, f"poll:{poll_id}", [poll.author_id], message, now)


async def _roll(store: Store, asked: Asked, voters: str, now: datetime) -> Sequence[Alike]:
    """The roll as it would be today if these voted."""
    counts = await members.statuses(store, _people(store, asked, voters, now))
    return [
        Alike(status, may_vote(status, voters), people)
        for status, people in counts.items()
        if on_roll(status, voters)
    ]


def _people(store: Store, asked: Asked, voters: str, now: datetime) -> Audience:
    today = store.org.today(now)
    if voters == "committee":
        return ("holders", asked.unit_path, False, COMMITTEE, today)
    if voters == "secretaries":
        return ("holders", asked.unit_path, True, ("secretary",), today)
    return ("below", asked.unit_path)


async def _open(store: Store, asked: Asked, poll_id: int, now: datetime) -> Poll:
    chosen = {one: may_vote(one, asked.voters) for one in STATUSES if on_roll(one, asked.voters)}
    await books.freeze(store, poll_id, _people(store, asked, asked.voters, now), chosen)
    await books.change(store, poll_id, state="open", opens_at=now)
    poll = await _kept(store, poll_id)
    for votes, message in ((True, _invitation(poll)), (False, _for_followers(poll))):
        people, cause, until = ("voters", poll_id, votes), f"poll:{poll_id}", poll.closes_at
        await tell_roll(store, poll, cause, people, message, now, useful_until=until)
    return poll


def _invitation(poll: Poll) -> Message:
    text = words("polls.invitation", **poll.called, closes=poll.closes_at)
    return Message(text, (Button(words("polls.see_and_vote"), ("polls.show", poll.id)),))


def _for_followers(poll: Poll) -> Message:
    text = words("polls.to_follow", **poll.called, closes=poll.closes_at)
    return Message(text, (Button(words("polls.see_poll"), ("polls.show", poll.id)),))


def _own(person: Person, poll: Poll) -> Poll:
    if poll.author_id != person.id:
        raise Refusal("polls.draft_gone")
    return poll


async def _kept(store: Store, poll_id: int) -> Poll:
    poll = await books.get(store, poll_id)
    assert poll is not None
    return poll
