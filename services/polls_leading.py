"""Leading a poll: turnout, reminders, more time, and cancelling it."""

from collections.abc import Sequence
from datetime import datetime

from rules.members import Person
from rules.messages import Button, Message
from rules.polls import REMINDS, Poll, reminder_due, typed_reason
from rules.polls_counting import Turnout, Voter
from rules.refusal import Refusal
from rules.words import words
from storage import audit, mailings, members
from storage import polls as books
from storage.audiences import Audience
from storage.store import Store


async def all_led(store: Store, person: Person) -> Sequence[Poll]:
    """The polls of the units this person leads, the open ones first."""
    paths = [office.unit_path for office in person.leading]
    if not paths:
        raise Refusal("units.not_leading")
    return await books.below(store, paths)


async def turnouts(store: Store, polls: Sequence[Poll]) -> dict[int, Turnout]:
    """How many have voted in each of those polls."""
    return await books.turnout(store, [poll.id for poll in polls])


async def led(store: Store, person: Person, poll_id: int) -> Poll:
    """One poll of a unit this person leads."""
    poll = await books.get(store, poll_id)
    if poll is None:
        raise Refusal("polls.gone")
    if not person.leads(poll.unit_path):
        raise Refusal("units.not_yours")
    return poll


async def not_voted(store: Store, person: Person, poll_id: int) -> Sequence[Voter]:
    """Who may vote and has not, in the roster's order. What the others chose stays unsaid."""
    await led(store, person, poll_id)
    return await books.silent(store, poll_id)


async def unlinked(store: Store, poll: Poll) -> int:
    """How many of those who have not voted no message reaches, because they have not joined."""
    counts = await members.statuses(store, ("undecided", poll.id), members.STRANGERS)
    return counts.total()


async def who_voted(
    store: Store, person: Person, poll_id: int, now: datetime
) -> tuple[Poll, Sequence[Voter]]:
    """Everyone on the roll with their choice, once the poll is closed; the look is written down."""
    poll = await led(store, person, poll_id)
    poll.must_be_closed()
    await audit.note(store, now, person.id, "looked_at_votes", "poll", poll_id)
    return poll, await books.voters(store, poll_id)


async def remind(store: Store, person: Person, poll_id: int, now: datetime) -> tuple[int, int]:
    """Remind those who have not voted, each at most once a day: how many a message reaches, and
    how many it does not, because they have not joined."""
    await books.hold(store, poll_id, alone=False)
    poll = await led(store, person, poll_id)
    poll.must_be_open(now)
    told, joined = await _remind(store, poll, now, but=person.id)
    if not told:
        raise Refusal("polls.reminded_today")
    await audit.note(store, now, person.id, "reminded", "poll", poll_id, detail={"people": told})
    return joined, told - joined


async def reminders_due(store: Store, now: datetime) -> list[tuple[int, datetime]]:
    """Open polls that close soon."""
    soon = await books.closing(store, now, now + REMINDS)
    due = [(poll.id, reminder_due(poll, store.org)) for poll in soon]
    return [(poll_id, moment) for poll_id, moment in due if moment is not None and moment <= now]


async def remind_before_close(store: Store, poll_id: int, now: datetime) -> None:
    """The reminder that goes out by itself."""
    await books.hold(store, poll_id, alone=False)
    poll = await books.get(store, poll_id)
    if poll and poll.is_open(now):
        await _remind(store, poll, now)


async def check_longer(
    store: Store, person: Person, poll_id: int, closes_at: datetime, now: datetime
) -> Poll:
    """The poll, if it may be open until `closes_at`."""
    poll = await led(store, person, poll_id)
    poll.must_be_open(now)
    poll.check_longer(closes_at)
    return poll


async def lengthen(
    store: Store, person: Person, poll_id: int, closes_at: datetime, now: datetime
) -> Poll:
    """Keep a poll open longer, and tell everyone; pressed again it changes nothing."""
    await books.hold(store, poll_id, alone=True)
    poll = await led(store, person, poll_id)
    if poll.closes_at == closes_at:
        return poll
    poll = await check_longer(store, person, poll_id, closes_at, now)
    await books.change(store, poll_id, closes_at=closes_at)
    detail = {"from": poll.closes_at.isoformat(), "until": closes_at.isoformat()}
    await audit.note(store, now, person.id, "lengthened", "poll", poll_id, detail=detail)
    text = words("polls.lengthened", **poll.called, closes=closes_at)
    message = Message(text, (Button(words("polls.see_poll"), ("polls.show", poll_id)),))
    cause = f"poll:{poll_id}:until:{closes_at:%Y%m%d%H%M}"
    everyone = ("roll", poll_id)
    await tell_roll(store, poll, cause, everyone, message, now, useful_until=closes_at)
    return await led(store, person, poll_id)


async def prepare_cancel(
    store: Store, person: Person, poll_id: int, text: str, now: datetime
) -> Poll:
    """Keep the reason of a cancellation that is not confirmed yet."""
    reason = typed_reason(text)
    await books.hold(store, poll_id, alone=True)
    poll = await led(store, person, poll_id)
    poll.check_cancel(now)
    await books.change(store, poll_id, reason=reason)
    return await led(store, person, poll_id)


async def cancel(store: Store, person: Person, poll_id: int, now: datetime) -> Poll:
    """Cancel a poll for the reason given, and tell everyone; pressed again it changes nothing."""
    await books.hold(store, poll_id, alone=True)
    poll = await led(store, person, poll_id)
    if poll.state == "cancelled":
        return poll
    poll.check_cancel(now)
    if not poll.reason:
        raise Refusal("polls.please_type")
    await _cancel(store, poll, poll.reason, person.id, now)
    return await led(store, person, poll_id)


async def cancel_missed(store: Store, reason: str, now: datetime) -> Sequence[Poll]:
    """Cancel every poll whose hour to close has passed, because votes are missing from its books:
    a result would be a false one."""
    missed = await books.missed(store, now)
    for poll in missed:
        await books.change(store, poll.id, reason=reason)
        await _cancel(store, poll, reason, None, now)
    return missed


async def _cancel(store: Store, poll: Poll, reason: str, actor: int | None, now: datetime) -> None:
    await books.change(store, poll.id, state="cancelled", closed_at=now)
    await audit.note(store, now, actor, "cancelled", "poll", poll.id, detail={"reason": reason})
    await books.recall_calls(store, poll.id)
    message = Message(words("polls.cancelled", **poll.called, reason=reason))
    await tell_roll(store, poll, f"poll:{poll.id}:cancelled", ("roll", poll.id), message, now)


async def tell_roll(
    store: Store,
    poll: Poll,
    cause: str,
    people: Audience,
    message: Message,
    now: datetime,
    *,
    repeats: str | None = None,
    useful_until: datetime | None = None,
) -> None:
    """Tell people of a poll's roll."""
    await mailings.spread(
        store,
        cause,
        people,
        message,
        now,
        sender_id=poll.author_id,
        about=words("mailings.poll", **poll.called),
        repeats=repeats,
        useful_until=useful_until,
    )


async def _remind(store: Store, poll: Poll, now: datetime, *, but: int = 0) -> tuple[int, int]:
    """How many are reminded, all but whoever does it, and how many of them have joined."""
    text = words("polls.reminder", **poll.called, closes=poll.closes_at)
    message = Message(text, (Button(words("polls.see_and_vote"), ("polls.show", poll.id)),))
    # One cause a day: whoever was reminded today, by hand or by the clock, is left in peace.
    cause = f"poll:{poll.id}:reminder:{store.org.today(now):%Y%m%d}"
    silent = ("undecided", poll.id, but)
    told = await mailings.unreached(store, cause, silent)
    joined = await mailings.unreached(store, cause, silent, joined=True)
    repeats, until = f"poll:{poll.id}", poll.closes_at
    await tell_roll(store, poll, cause, silent, message, now, repeats=repeats, useful_until=until)
    return told, joined
