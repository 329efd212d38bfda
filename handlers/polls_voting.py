"""Polls as members meet them: three taps to a vote, and the result in one sentence."""

from collections.abc import Sequence

from handlers.dialog import Choice, Handler, Routes, Screen, Turn
from rules.polls import Poll, Seat
from rules.polls_counting import outcome, sentence
from rules.words import Words, short, words
from services import polls
from services.polls import Look

routes = Routes("polls")
ON_A_PAGE = 3
LABEL, LINE = 28, 50  # characters of a question on a button and in a list
MOST_CHOICES = 4


@routes.command("polls")
async def polls_front(turn: Turn) -> Screen:
    """The one poll that awaits a vote at once, or the list of all."""
    waiting = await polls.to_vote(turn.store, turn.person, turn.now)
    if len(waiting) == 1:
        return await ballot(turn, waiting[0].poll.id)
    return await listed(turn, 0)


@routes.on
async def listed(turn: Turn, page: int) -> Screen:
    """Every poll this member was asked in or may follow, three at a time."""
    seats = await polls.mine(turn.store, turn.person, turn.now)
    if not seats:
        return Screen("polls.none")
    start = page * ON_A_PAGE
    shown = seats[start : start + ON_A_PAGE]
    waiting = sum(seat.waits(turn.now) for seat in seats)
    choices = [one_of_many(seat.poll, show) for seat in shown]
    if len(seats) > start + ON_A_PAGE:
        choices.append(Choice("polls.more", listed, page + 1))
    return Screen(
        "polls.list_waiting" if waiting else "polls.list",
        {"count": waiting, "lines": tuple(_line(seat, turn) for seat in shown)},
        choices=tuple(choices),
    )


@routes.on
async def show(turn: Turn, poll_id: int) -> Screen:
    """One poll as it stands for this member."""
    look = await polls.look(turn.store, turn.person, poll_id)
    poll = look.seat.poll
    if not poll.is_open(turn.now):
        return _over(look)
    if look.seat.waits(turn.now):
        return await ballot(turn, poll_id)
    if not look.seat.may_vote:
        return Screen("polls.followed", _standing(look))
    return Screen(
        "polls.voted",
        {**_standing(look), "option": chosen(look.seat)},
        choices=(Choice("polls.change", ballot, poll_id),),
    )


@routes.on
async def ballot(turn: Turn, poll_id: int) -> Screen:
    """The question with its options; said to be open before the first tap."""
    look = await polls.look(turn.store, turn.person, poll_id)
    look.seat.check_vote(0, turn.now)
    options = look.seat.poll.options
    choices = [
        Choice("polls.option", choose, poll_id, number, option=option)
        for number, option in enumerate(options)
    ]
    seats = await polls.mine(turn.store, turn.person, turn.now)
    if len(seats) > 1 and len(choices) < MOST_CHOICES:
        choices.append(Choice("polls.see_others", listed, 0))
    return Screen("polls.ballot", _standing(look), choices=tuple(choices))


@routes.on
async def choose(turn: Turn, poll_id: int, choice: int) -> Screen:
    """The choice named once more, before it is cast."""
    seat = await polls.choose(turn.store, turn.person, poll_id, choice, turn.now)
    option = seat.poll.options[choice]
    named = short(option, LABEL - 10) if isinstance(option, str) else option
    return Screen(
        "polls.confirm",
        {"option": option, "question": seat.poll.question},
        choices=(
            Choice("polls.cast", cast, poll_id, choice, option=named),
            Choice("polls.choose_again", ballot, poll_id),
        ),
        back=(ballot, poll_id),
    )


@routes.on
async def cast(turn: Turn, poll_id: int, choice: int) -> Screen:
    """The vote is in the books; the next poll, if one waits."""
    seat = await polls.vote(turn.store, turn.person, poll_id, choice, turn.now)
    waiting = await polls.to_vote(turn.store, turn.person, turn.now)
    following = tuple(Choice("polls.vote_next", show, one.poll.id) for one in waiting[:1])
    return Screen(
        "polls.kept",
        {"option": chosen(seat), "question": seat.poll.question, "closes": seat.poll.closes_at},
        choices=(*following, Choice("polls.change", ballot, poll_id)),
    )


def one_of_many(poll: Poll, place: Handler) -> Choice:
    """A poll in a list, as a button."""
    return Choice("polls.one", place, poll.id, question=short(poll.question, LABEL))


def totals(poll: Poll) -> tuple[Words, ...]:
    """The votes for each option, a line each."""
    result = outcome(poll)
    counts: Sequence[int] = result.counts if result else ()
    return tuple(
        words("polls.total", option=option, votes=votes)
        for option, votes in zip(poll.options, counts, strict=False)
    )


def result_of(poll: Poll) -> Words:
    """What came out, in one sentence."""
    result = outcome(poll)
    return sentence(poll, result) if result else words("polls.being_counted")


def chosen(seat: Seat) -> Words | str:
    """What this member chose."""
    return words("polls.nothing_chosen") if seat.choice is None else seat.poll.options[seat.choice]


def _standing(look: Look) -> dict[str, object]:
    poll = look.seat.poll
    return {
        "question": poll.question,
        "closes": poll.closes_at,
        "cast": look.turnout.cast,
        "voters": look.turnout.voters,
    }


def _over(look: Look) -> Screen:
    poll = look.seat.poll
    if poll.state == "cancelled":
        reason = poll.reason or ""
        return Screen("polls.is_cancelled", {"question": poll.question, "reason": reason})
    own = (words("polls.own_vote", option=chosen(look.seat)),) if look.seat.may_vote else ()
    values = {"question": poll.question, "sentence": result_of(poll)}
    return Screen("polls.outcome", {**values, "lines": (*totals(poll), *own)})


def _line(seat: Seat, turn: Turn) -> Words:
    return words(_state(seat, turn), question=short(seat.poll.question, LINE))


def _state(seat: Seat, turn: Turn) -> str:
    if seat.poll.state == "cancelled":
        return "polls.line_cancelled"
    if not seat.poll.is_open(turn.now):
        return "polls.line_over"
    if not seat.may_vote:
        return "polls.line_followed"
    return "polls.line_waiting" if seat.choice is None else "polls.line_voted"
