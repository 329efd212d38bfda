"""Polls as members meet them: three taps to a vote, and the result in one sentence."""

from collections.abc import Sequence
from dataclasses import replace

from handlers import home
from handlers import sharing as asking
from handlers.dialog import MOST_CHOICES, Choice, Handler, Place, Routes, Screen, Turn
from handlers.marks import Mark
from handlers.polls_names import names_page
from rules.polls import Poll, Seat, told_apart
from rules.polls_counting import outcome, sentence, totals
from rules.refusal import Refusal
from rules.words import Words, short, words
from services import polls, sharing
from services.polls import Look

routes = Routes("polls")
ON_A_PAGE = 3
LABEL, LINE = 28, 50  # characters of a question on a button and in a list


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
        return Screen("polls.none", goes_on=True)
    start = page * ON_A_PAGE
    shown = seats[start : start + ON_A_PAGE]
    waiting = sum(seat.waits(turn.now) for seat in seats)
    choices = one_of_many([seat.poll for seat in shown], show)
    if len(seats) > start + ON_A_PAGE:
        choices.append(Choice("polls.more", listed, page + 1))
    return Screen(
        "polls.list_waiting" if waiting else "polls.list",
        {"count": waiting, "lines": _lines(shown, turn)},
        choices=tuple(choices),
        back=(listed, page - 1) if page else home.home,
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
        return Screen("polls.followed", _standing(look), goes_on=True)
    return Screen(
        "polls.voted",
        {**_standing(look), "vote": own_vote(look.seat)},
        choices=(*_say_more(look.seat), Choice("polls.change", ballot, poll_id)),
    )


@routes.on(marks=Mark.LOOKS)
async def see_result(turn: Turn, poll_id: int) -> Screen:
    """Where a result leads: the vote as it ended, with nothing to answer."""
    return await show(turn, poll_id)


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
    if look.seat.choice is None:
        return Screen("polls.ballot", _standing(look), choices=tuple(choices))
    values = {**_standing(look), "vote": own_vote(look.seat)}
    return Screen("polls.ballot_again", values, choices=tuple(choices))


@routes.on
async def choose(turn: Turn, poll_id: int, choice: int) -> Screen:
    """The choice named once more, before it is cast."""
    seat = await polls.choose(turn.store, turn.person, poll_id, choice, turn.now)
    if seat.choice == choice:
        return await show(turn, poll_id)
    option = seat.poll.options[choice]
    named = short(option, LABEL - 10) if isinstance(option, str) else option
    return Screen(
        "polls.confirm" if seat.choice is None else "polls.confirm_change",
        {"option": option, "question": seat.poll.question, "before": own_vote(seat)},
        choices=(
            Choice("polls.cast", cast, poll_id, choice, option=named),
            Choice("polls.choose_again", ballot, poll_id),
        ),
        asks=(cast_first, poll_id, choice),
        back=(ballot, poll_id),
    )


@routes.on(marks=Mark.HOLDS | Mark.FLEETING | Mark.LISTED)
async def cast_first(turn: Turn, poll_id: int, choice: int) -> Screen:
    """Words before the vote is cast, perhaps the other view: first the vote, then they are asked
    for."""
    screen = await choose(turn, poll_id, choice)
    asked = screen.key in ("polls.confirm", "polls.confirm_change")
    return replace(screen, key="polls.cast_first") if asked else screen


@routes.on
async def cast(turn: Turn, poll_id: int, choice: int) -> Screen:
    """The vote; on a phone of several it is asked once more who votes."""
    if turn.account.seat:
        values = {"name": turn.person.member.name}
        asks, back = (cast_by, poll_id, choice), (ballot, poll_id)
        return Screen("sharing.who_votes", values, asks=asks, back=back)
    return await _cast(turn, poll_id, choice)


@routes.on(marks=Mark.DIGITS)
async def cast_by(turn: Turn, poll_id: int, choice: int) -> Screen:
    """The digits of the one whose vote it is."""
    try:
        await sharing.prove(turn.store, turn.account, turn.words, turn.now)
    except Refusal as no:
        return asking.not_opened(no, (cast_by, poll_id, choice), (ballot, poll_id))
    return await _cast(turn, poll_id, choice)


async def _cast(turn: Turn, poll_id: int, choice: int) -> Screen:
    """In the books; another view may be put in words, and the next poll waits."""
    seat = await polls.vote(turn.store, turn.person, poll_id, choice, turn.now)
    if seat.has_another_view and seat.comment is None:
        return await ask_comment(turn, poll_id)
    return await _kept(turn, seat)


# --- another view, in words ------------------------------------------------------------------


@routes.on
async def ask_comment(turn: Turn, poll_id: int) -> Screen:
    """The vote counts already; a sentence of the member's own may stand beside it."""
    seat = (await polls.look(turn.store, turn.person, poll_id)).seat
    seat.check_comment(turn.now)
    pass_over = Choice("polls.pass_over", pass_over_comment, poll_id)
    take_back = Choice("polls.take_comment_back", take_comment_back, poll_id)
    return Screen(
        "polls.ask_comment",
        {"vote": own_vote(seat), "question": seat.poll.question},
        choices=(pass_over, take_back) if seat.comment else (pass_over,),
        asks=(take_comment, poll_id),
        back=(show, poll_id),
    )


@routes.on(marks=Mark.LEAVES)
async def take_comment(turn: Turn, poll_id: int) -> Screen:
    """The sentence, kept with the vote."""
    try:
        seat = await polls.comment(turn.store, turn.person, poll_id, turn.words, turn.now)
    except Refusal as no:
        again = (Choice("polls.pass_over", pass_over_comment, poll_id),)
        asks = (take_comment, poll_id)
        return Screen(no.key, no.values, again, asks=asks, back=(show, poll_id))
    return await _kept(turn, seat)


@routes.on
async def which_option(turn: Turn, poll_id: int, choice: int) -> Screen:
    """The name of another option where words for one's own view are asked for: was that meant? It
    is no sentence to keep, and the vote stays until it is cast anew."""
    seat = (await polls.look(turn.store, turn.person, poll_id)).seat
    seat.check_vote(choice, turn.now)
    return Screen(
        "polls.option_meant",
        {"option": seat.poll.options[choice], "vote": chosen(seat)},
        choices=(
            Choice("polls.change_to", choose, poll_id, choice, option=seat.poll.options[choice]),
            Choice("polls.pass_over", pass_over_comment, poll_id),
        ),
        asks=(take_comment, poll_id),
        back=(ask_comment, poll_id),
    )


@routes.on
async def pass_over_comment(turn: Turn, poll_id: int) -> Screen:
    """The vote as it stands, without more words."""
    return await _kept(turn, (await polls.look(turn.store, turn.person, poll_id)).seat)


@routes.on
async def take_comment_back(turn: Turn, poll_id: int) -> Screen:
    """The vote stays, its words are gone."""
    return await _kept(turn, await polls.comment(turn.store, turn.person, poll_id, None, turn.now))


async def _kept(turn: Turn, seat: Seat) -> Screen:
    waiting = await polls.to_vote(turn.store, turn.person, turn.now)
    following = tuple(Choice("polls.vote_next", show, one.poll.id) for one in waiting[:1])
    return Screen(
        "polls.kept",
        {"vote": own_vote(seat), "question": seat.poll.question, "closes": seat.poll.closes_at},
        choices=(
            *following,
            *_say_more(seat),
            Choice("polls.change", ballot, seat.poll.id),
        ),
    )


def _say_more(seat: Seat) -> tuple[Choice, ...]:
    if not seat.has_another_view:
        return ()
    label = "polls.change_comment" if seat.comment else "polls.add_comment"
    return (Choice(label, ask_comment, seat.poll.id),)


# --- after the close -------------------------------------------------------------------------


@routes.on
async def who_chose(turn: Turn, poll_id: int, page: int) -> Screen:
    """Who chose what, for everyone on the roll; not the sentences, which the leaders read."""
    poll, roll = await polls.who_chose(turn.store, turn.person, poll_id)
    return names_page(poll, roll, page, who_chose, (show, poll_id), comments=False)


# --- how a poll is said ----------------------------------------------------------------------


def one_of_many(polls: Sequence[Poll], place: Handler) -> list[Choice]:
    """The polls of a list, as buttons."""
    names = told_apart(polls, LABEL)
    return [
        Choice("polls.one", place, poll.id, question=name)
        for poll, name in zip(polls, names, strict=True)
    ]


def in_a_line(polls: Sequence[Poll]) -> list[str]:
    """The polls of a list as its lines call them: with their units when these differ."""
    several = len({poll.unit_id for poll in polls}) > 1
    return [
        short(f"{poll.unit_name}: {poll.question}" if several else poll.question, LINE)
        for poll in polls
    ]


def outcome_screen(
    poll: Poll, names: Handler, own: Sequence[Words] = (), back: Place | None = None
) -> Screen:
    """What came out. One that was ended early says so instead of the votes for each option, for
    which the names have room."""
    result = outcome(poll)
    values = {**poll.called, "sentence": result_of(poll)}
    choices = (Choice("polls.see_names", names, poll.id, 0),) if result else ()
    if result is None or poll.ended_early is None:
        lines = (*(totals(poll, result) if result else ()), *own)
        return Screen("polls.outcome", {**values, "lines": lines}, choices, back=back)
    early = {**values, **poll.called_briefly, "early": poll.ended_early}
    return Screen("polls.outcome_early", early, choices, back=back)


def result_of(poll: Poll) -> Words:
    """What came out, in one sentence."""
    result = outcome(poll)
    return sentence(poll, result) if result else words("polls.being_counted")


def chosen(seat: Seat) -> Words | str:
    """What this member chose."""
    return words("polls.nothing_chosen") if seat.choice is None else seat.poll.options[seat.choice]


def own_vote(seat: Seat) -> Words:
    """What this member chose, with the words beside it."""
    if seat.comment:
        return words("polls.vote_with_comment", option=chosen(seat), comment=seat.comment)
    return words("polls.option", option=chosen(seat))


def _standing(look: Look) -> dict[str, object]:
    poll = look.seat.poll
    return {
        **poll.called,
        "closes": poll.closes_at,
        "cast": look.turnout.cast,
        "voters": look.turnout.voters,
    }


def _over(look: Look) -> Screen:
    poll = look.seat.poll
    if poll.state == "cancelled":
        reason = poll.reason or ""
        values = {"question": poll.question, "reason": reason}
        return Screen("polls.is_cancelled", values, goes_on=True)
    own = (words("polls.own_vote", vote=own_vote(look.seat)),) if look.seat.may_vote else ()
    return outcome_screen(poll, who_chose, own, back=(listed, 0))  # not at once another ballot


def _lines(seats: Sequence[Seat], turn: Turn) -> tuple[Words, ...]:
    names = in_a_line([seat.poll for seat in seats])
    return tuple(
        words(_state(seat, turn), question=name) for seat, name in zip(seats, names, strict=True)
    )


def _state(seat: Seat, turn: Turn) -> str:
    if seat.poll.state == "cancelled":
        return "polls.line_cancelled"
    if not seat.poll.is_open(turn.now):
        return "polls.line_over"
    if not seat.may_vote:
        return "polls.line_followed"
    return "polls.line_waiting" if seat.choice is None else "polls.line_voted"
