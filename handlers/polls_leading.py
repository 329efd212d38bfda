"""Polls as leaders follow them: turnout, who is missing, more time, the end, and the names."""

from dataclasses import replace
from datetime import datetime, timedelta

from handlers import calls, home
from handlers.asking_when import half_said, moment
from handlers.dialog import Choice, Screen, Turn
from handlers.marks import Mark
from handlers.polls_names import names_page
from handlers.polls_voting import ON_A_PAGE, in_a_line, one_of_many, outcome_screen
from handlers.polls_voting import routes as routes
from rules.mailings import reach
from rules.polls import Poll
from rules.polls_counting import Turnout
from rules.refusal import Refusal
from rules.words import Words, words
from services import polls_closing as closing
from services import polls_leading as leading

NAMES_ON_A_PAGE = 8
REASON_AGAIN = ("polls.please_type", "polls.reason_too_long")


@routes.command("lead_polls", marks=Mark.LEADERS | Mark.LIVES)
async def lead_polls(turn: Turn) -> Screen:
    """The polls of the units one leads, with their turnout."""
    return await led_page(turn, 0)


@routes.on(marks=Mark.LIVES)
async def led_page(turn: Turn, page: int) -> Screen:
    """Three at a time, the open ones first."""
    found = await leading.all_led(turn.store, turn.person)
    start = page * ON_A_PAGE
    shown = found[start : start + ON_A_PAGE]
    if not shown:
        return Screen("polls.none_led", back=home.home)
    turnouts = await leading.turnouts(turn.store, shown)
    choices = one_of_many(shown, manage)
    if len(found) > start + ON_A_PAGE:
        choices.append(Choice("polls.more", led_page, page + 1))
    lines = tuple(
        _line(poll, name, turnouts[poll.id])
        for poll, name in zip(shown, in_a_line(shown), strict=True)
    )
    return Screen("polls.led", {"lines": lines}, choices=tuple(choices), back=home.home)


@routes.on(marks=Mark.LIVES | Mark.LOOKS)
async def manage(turn: Turn, poll_id: int) -> Screen:
    """One poll for those who lead it. Before the close they see who voted, never for what."""
    poll = await leading.led(turn.store, turn.person, poll_id)
    look = {"cancelled": _cancelled, "scheduled": _scheduled, "closed": _closed}
    if poll.state in look:
        return look[poll.state](poll)
    if not poll.is_open(turn.now):
        return _closed(poll)
    turnout = (await leading.turnouts(turn.store, [poll]))[poll_id]
    return Screen(
        "polls.managed",
        {**_named(poll), "who": poll.who, "turnout": turnout.so_far},
        choices=(
            Choice("polls.see_missing", missing, poll_id, 0),
            Choice("polls.lengthen", choose_longer, poll_id),
            Choice("polls.end_now", ask_end, poll_id),
            Choice("polls.cancel", ask_reason, poll_id),
        ),
        back=lead_polls,
    )


@routes.on(marks=Mark.LIVES)
async def missing(turn: Turn, poll_id: int, page: int) -> Screen:
    """Who has not voted yet, and one press to remind only them."""
    poll = await leading.led(turn.store, turn.person, poll_id)
    silent = await leading.not_voted(turn.store, turn.person, poll_id)
    if not silent:
        return Screen("polls.everyone_voted", _named(poll), back=(manage, poll_id), goes_on=True)
    names, more = _page([one.name for one in silent], page)
    unlinked = await leading.unlinked(turn.store, poll)
    own = any(one.member_id == turn.person.id for one in silent)
    others = len(silent) - own
    joined = others - unlinked
    choices = [Choice("polls.remind", remind, poll_id, count=joined)] if joined else []
    if more:
        choices.append(Choice("polls.more_names", missing, poll_id, page + 1))
    choices.append(Choice("calls.go", calls.show, "poll", poll_id))
    return Screen(
        "polls.missing",
        {
            "question": poll.question,
            "count": len(silent),
            "reach": _if_reminded(others, unlinked, own),
            "names": names,
        },
        choices=tuple(choices),
        back=(manage, poll_id),
    )


def _if_reminded(others: int, unlinked: int, own: bool) -> Words:
    """Whom a reminder reaches: whoever sends it is not told by it to vote."""
    if not others:
        return words("polls.only_you")
    reached = reach(others, unlinked)
    return words("polls.reach_but_you" if own else "polls.reach", reach=reached)


@routes.on
async def remind(turn: Turn, poll_id: int) -> Screen:
    """The reminder is on its way."""
    back = (manage, poll_id)
    try:
        told, apart = await leading.remind(turn.store, turn.person, poll_id, turn.now)
    except Refusal as no:
        if no.key != "polls.reminded_today":
            raise
        return Screen(no.key, back=back)
    if not told:
        return Screen("polls.nobody_reminded", {"unlinked": apart}, back=back)
    return Screen("polls.reminded", {"count": told, "unlinked": apart}, back=back)


# --- more time -------------------------------------------------------------------------------


@routes.on
async def choose_longer(turn: Turn, poll_id: int) -> Screen:
    """A day or three more, or another moment, typed."""
    poll = await leading.led(turn.store, turn.person, poll_id)
    poll.must_be_open(turn.now)
    later = (
        Choice(label, confirm_longer, poll_id, _stamp(poll.closes_at + timedelta(days=days)))
        for label, days in (("polls.one_day_more", 1), ("polls.three_days_more", 3))
    )
    return Screen(
        "polls.how_much_longer",
        _named(poll),
        choices=tuple(later),
        asks=(take_longer, poll_id, ""),
        back=(manage, poll_id),
    )


@routes.on
async def take_longer(turn: Turn, poll_id: int, so_far: str) -> Screen:
    """The moment as it was understood, to be confirmed."""
    try:
        closes_at = moment(turn, so_far)
        return await confirm_longer(turn, poll_id, _stamp(closes_at))
    except Refusal as no:
        asks = (take_longer, poll_id, half_said(no, turn))
        asked = await choose_longer(turn, poll_id)
        return replace(asked, key=no.key, values=no.values, asks=asks)


@routes.on
async def confirm_longer(turn: Turn, poll_id: int, stamp: int) -> Screen:
    """The new close, before everyone is told."""
    closes_at = _moment(turn, stamp)
    poll = await leading.check_longer(turn.store, turn.person, poll_id, closes_at, turn.now)
    return Screen(
        "polls.confirm_longer",
        {"question": poll.question, "closes": closes_at},
        choices=(
            Choice("polls.keep_close", manage, poll_id),
            Choice("polls.lengthen_now", lengthen, poll_id, stamp),
            Choice("polls.other_hour", choose_longer, poll_id),
        ),
        back=(manage, poll_id),
    )


@routes.on
async def lengthen(turn: Turn, poll_id: int, stamp: int) -> Screen:
    """It stays open longer, and everyone is told."""
    closes_at = _moment(turn, stamp)
    poll = await leading.lengthen(turn.store, turn.person, poll_id, closes_at, turn.now)
    return Screen("polls.is_longer", _named(poll), back=(manage, poll_id))


# --- the end ---------------------------------------------------------------------------------


@routes.on
async def ask_end(turn: Turn, poll_id: int) -> Screen:
    """Ending early cannot be undone: say so, with the turnout."""
    poll = await leading.led(turn.store, turn.person, poll_id)
    poll.must_be_open(turn.now)
    turnout = (await leading.turnouts(turn.store, [poll]))[poll_id]
    return Screen(
        "polls.ask_end",
        {"question": poll.question, "turnout": turnout.so_far},
        choices=(
            Choice("polls.keep_open", manage, poll_id),
            Choice("polls.end_poll", end, poll_id),
        ),
        back=(manage, poll_id),
    )


@routes.on
async def end(turn: Turn, poll_id: int) -> Screen:
    """Closed and counted; everyone is told."""
    return _closed(await closing.close_early(turn.store, turn.person, poll_id, turn.now))


@routes.on
async def ask_reason(turn: Turn, poll_id: int) -> Screen:
    """Why it is cancelled: everyone is told."""
    poll = await leading.led(turn.store, turn.person, poll_id)
    poll.check_cancel(turn.now)
    values = {"question": poll.question}
    return Screen("polls.ask_reason", values, asks=(take_reason, poll_id), back=(manage, poll_id))


@routes.on(marks=Mark.NO_NUMBER)
async def take_reason(turn: Turn, poll_id: int) -> Screen:
    """The reason, to be confirmed."""
    try:
        poll = await leading.prepare_cancel(turn.store, turn.person, poll_id, turn.words, turn.now)
    except Refusal as no:
        if no.key not in REASON_AGAIN:
            raise
        return Screen(no.key, no.values, asks=(take_reason, poll_id), back=(manage, poll_id))
    return Screen(
        "polls.ask_cancel",
        {"question": poll.question, "reason": poll.reason},
        choices=(
            Choice("polls.keep_poll", manage, poll_id),
            Choice("polls.cancel_now", cancel, poll_id),
            Choice("polls.other_reason", ask_reason, poll_id),
        ),
        back=(manage, poll_id),
    )


@routes.on
async def cancel(turn: Turn, poll_id: int) -> Screen:
    """Cancelled, and everyone is told."""
    return _cancelled(await leading.cancel(turn.store, turn.person, poll_id, turn.now))


@routes.on
async def names(turn: Turn, poll_id: int, page: int) -> Screen:
    """Who chose what, for those who lead it, with the sentences beside; only after the close."""
    poll, roll = await leading.who_voted(turn.store, turn.person, poll_id, turn.now)
    return names_page(poll, roll, page, names, (manage, poll_id), comments=True)


def _scheduled(poll: Poll) -> Screen:
    return Screen(
        "polls.is_scheduled",
        {**_named(poll), "who": poll.who, "opens": poll.opens_at},
        choices=(Choice("polls.cancel", ask_reason, poll.id),),
        back=lead_polls,
    )


def _closed(poll: Poll) -> Screen:
    return outcome_screen(poll, names, back=lead_polls)


def _cancelled(poll: Poll) -> Screen:
    values = {"question": poll.question, "reason": poll.reason or ""}
    return Screen("polls.is_cancelled", values, back=lead_polls)


def _named(poll: Poll) -> dict[str, object]:
    return {"question": poll.question, "closes": poll.closes_at}


def _line(poll: Poll, name: str, turnout: Turnout) -> Words:
    said = turnout.so_far if poll.state == "open" else turnout.said
    return words(f"polls.led_{poll.state}", question=name, turnout=said)


def _page(names: list[str], page: int) -> tuple[str, bool]:
    start = page * NAMES_ON_A_PAGE
    return ", ".join(names[start : start + NAMES_ON_A_PAGE]), len(names) > start + NAMES_ON_A_PAGE


def _stamp(moment: datetime) -> int:
    return int(moment.timestamp())


def _moment(turn: Turn, stamp: int) -> datetime:
    return datetime.fromtimestamp(stamp, turn.now.tzinfo)
