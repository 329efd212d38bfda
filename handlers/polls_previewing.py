"""The last look at a poll before it opens: in plain words, with what can be written anew."""

from dataclasses import replace

from handlers import polls_opening
from handlers.asking_when import half_said, moment
from handlers.dialog import Choice, Handler, Screen, Turn
from handlers.marks import Mark
from handlers.polls_leading import manage
from handlers.polls_leading import routes as routes
from rules.polls import Draft
from rules.polls_counting import rule, too_few, voting
from rules.refusal import Refusal
from rules.words import Words, words
from services import polls_opening as opening
from services import polls_writing as writing

LONGEST_MOMENT = 60  # characters; a story that mentions a day means no hour to end


@routes.on
async def preview(turn: Turn, draft_id: int) -> Screen:
    """Everything in plain words; the buttons name what they do."""
    draft, roll = await opening.preview(turn.store, turn.person, draft_id, turn.now)
    if draft.step(turn.now):
        return await polls_opening.next_step(turn, draft)
    later = draft.opens_at is not None and draft.opens_at > turn.now
    unlinked = await opening.strangers(turn.store, draft, turn.now)
    values = {
        "question": draft.question,
        "options": draft.options,
        "rule": rule(draft, roll),
        "who": draft.who,
        "voters": voting(roll),
        "unlinked": unlinked,
        "short": too_few(draft, roll, unlinked),
        "closes": draft.closes_at,
    }
    return Screen(
        "polls.preview_later" if later else "polls.preview",
        {**values, **_hours(draft)} if later else values,
        choices=_deeds(draft, later),
        asks=(take_typed, draft_id, ""),
        back=polls_opening.open_poll,
    )


@routes.on(marks=Mark.HOLDS | Mark.FLEETING)
async def take_typed(turn: Turn, draft_id: int, so_far: str) -> Screen:
    """A day and hour typed under the preview is the new end, which the preview then shows; other
    words change nothing."""
    try:
        if len(turn.words) > LONGEST_MOMENT:
            raise Refusal("when.unclear")
        closes_at = moment(turn, so_far)
        await writing.take_close(turn.store, turn.person, draft_id, closes_at, turn.now)
    except Refusal as no:
        asked = replace(await preview(turn, draft_id), asks=(take_typed, draft_id, ""))
        if no.key == "when.unclear":
            return replace(asked, key="polls.press_to_change", values={})
        asks = (take_typed, draft_id, half_said(no, turn))
        return replace(asked, key=no.key, values=no.values, asks=asks)
    return await preview(turn, draft_id)


def _hours(draft: Draft) -> dict[str, Words]:
    """When it opens and ends; the day is said once when both are on it."""
    opens, closes = draft.opens_at, draft.closes_at
    return {
        "opens": words("date.brief", at=opens),
        "closes": words("date.brief", at=closes, beside=opens),
    }


@routes.on
async def revise(turn: Turn, draft_id: int) -> Screen:
    """Which answer to give anew; the others stay as they are."""
    draft = await writing.own_draft(turn.store, turn.person, draft_id)
    first = (
        Choice("polls.other_question", polls_opening.ask_new_question, draft_id),
        *_answered(draft.options, "polls.other_options", polls_opening.choose_options, draft_id),
        *_answered(
            draft.threshold, "polls.other_threshold", polls_opening.choose_threshold, draft_id
        ),
    )
    rest = await _rest(turn, draft)
    more = (Choice("polls.other_rest", revise_rest, draft_id),) if len(rest) > 1 else rest
    return Screen("polls.revise", choices=(*first, *more), back=(preview, draft_id))


@routes.on
async def revise_rest(turn: Turn, draft_id: int) -> Screen:
    """The other half of the answers."""
    draft = await writing.own_draft(turn.store, turn.person, draft_id)
    return Screen("polls.revise", choices=await _rest(turn, draft), back=(revise, draft_id))


async def _rest(turn: Turn, draft: Draft) -> tuple[Choice, ...]:
    """What the share is of only where there is one; who votes only where there is a choice."""
    asked = await opening.who_may_be_asked(turn.store, turn.person, draft.id, turn.now)
    base = draft.base if draft.decides else ""
    voters = draft.voters if len(asked) > 1 else ""
    return (
        *_answered(base, "polls.other_base", polls_opening.choose_base, draft.id),
        *_answered(voters, "polls.other_voters", polls_opening.choose_voters, draft.id),
        *_answered(draft.opens_at, "polls.other_opening", polls_opening.ask_opening, draft.id),
        *_answered(draft.closes_at, "polls.other_close", polls_opening.choose_close, draft.id),
    )


def _answered(given: object, label: str, handler: Handler, draft_id: int) -> tuple[Choice, ...]:
    """The way to change an answer, once it was given."""
    return (Choice(label, handler, draft_id),) if given else ()


@routes.on
async def open_now(turn: Turn, draft_id: int) -> Screen:
    """Open: everyone on the roll is invited."""
    poll = await opening.open_now(turn.store, turn.person, draft_id, turn.now)
    return await manage(turn, poll.id)


@routes.on
async def open_later(turn: Turn, draft_id: int) -> Screen:
    """It will open at its hour."""
    poll = await opening.open_later(turn.store, turn.person, draft_id, turn.now)
    return await manage(turn, poll.id)


def _deeds(draft: Draft, later: bool) -> tuple[Choice, ...]:
    at_its_hour = Choice("polls.open_at_its_hour", open_later, draft.id)
    now = Choice("polls.open_now", open_now, draft.id)
    another_hour = Choice("polls.set_opening", polls_opening.ask_opening, draft.id)
    deeds = (at_its_hour, now) if later else (now, another_hour)
    drop = Choice("polls.drop_it", polls_opening.start_over, draft.id)
    return (Choice("polls.revise_it", revise, draft.id), *deeds, drop)  # the safe one first
