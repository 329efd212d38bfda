"""Opening a poll, one question a screen, with everything in plain words before it opens."""

from dataclasses import replace

from handlers import home, polls_previewing
from handlers.asking_when import half_said, moment
from handlers.dialog import MOST_CHOICES, Choice, Handler, Place, Screen, Turn
from handlers.marks import Mark
from handlers.polls_leading import routes as routes
from rules.polls import Draft, evening, offered_evenings
from rules.polls_voters import named
from rules.refusal import Refusal
from rules.words import words
from services import polls_opening as opening
from services import polls_writing as writing

EVENINGS = {0: "polls.tonight", 1: "polls.tomorrow_evening", 3: "polls.in_three_days"}


@routes.command("open_poll", marks=Mark.LEADERS)
async def open_poll(turn: Turn) -> Screen:
    """Begin, or go on with what was begun."""
    office = turn.person.own_unit
    draft = await writing.draft_of(turn.store, turn.person)
    if draft is None:
        values = {"unit": office.unit_name}
        return Screen("polls.ask_question", values, asks=take_question, back=home.home)
    return Screen(
        "polls.draft_waits",
        {"question": draft.question},
        choices=(
            Choice("polls.go_on", go_on, draft.id),
            Choice("polls.start_over", start_over, draft.id),
        ),
        back=home.home,
    )


@routes.on
async def go_on(turn: Turn, draft_id: int) -> Screen:
    """The first step still open, or the preview."""
    draft = await writing.own_draft(turn.store, turn.person, draft_id)
    return await next_step(turn, draft)


@routes.on
async def start_over(turn: Turn, draft_id: int) -> Screen:
    """The draft is gone; begin another."""
    await writing.drop(turn.store, turn.person, draft_id)
    return await open_poll(turn)


@routes.on(marks=Mark.NO_NUMBER)
async def take_question(turn: Turn) -> Screen:
    """The question, kept in the draft."""
    try:
        draft = await writing.take_question(turn.store, turn.person, turn.words, turn.now)
    except Refusal as no:
        return Screen(no.key, no.values, asks=take_question, back=open_poll)
    return await next_step(turn, draft)


@routes.on
async def ask_new_question(turn: Turn, draft_id: int) -> Screen:
    """Other words for the question."""
    return Screen(
        "polls.ask_new_question", asks=take_question, back=(polls_previewing.preview, draft_id)
    )


# --- options ---------------------------------------------------------------------------------


@routes.on
async def choose_options(turn: Turn, draft_id: int) -> Screen:
    """The usual three, or one's own, one per line."""
    draft = await writing.own_draft(turn.store, turn.person, draft_id)
    return Screen(
        "polls.choose_options",
        choices=(
            Choice("polls.usual_options", take_usual, draft_id),
            Choice("polls.other_question", ask_new_question, draft_id),
        ),
        asks=(take_options, draft_id),
        back=_back(turn, draft, home.home),
    )


@routes.on
async def take_usual(turn: Turn, draft_id: int) -> Screen:
    """Agree, disagree, another view."""
    draft = await writing.take_options(turn.store, turn.person, draft_id, None)
    return await next_step(turn, draft)


@routes.on
async def take_options(turn: Turn, draft_id: int) -> Screen:
    """Two to four options."""
    try:
        draft = await writing.take_options(turn.store, turn.person, draft_id, turn.words)
    except Refusal as no:
        back = (choose_options, draft_id)
        return Screen(no.key, no.values, asks=(take_options, draft_id), back=back)
    return await next_step(turn, draft)


# --- the rule --------------------------------------------------------------------------------


@routes.on
async def choose_threshold(turn: Turn, draft_id: int) -> Screen:
    """The share that is needed, by its name."""
    draft = await writing.own_draft(turn.store, turn.person, draft_id)
    if not draft.options:
        return await next_step(turn, draft)
    shares = ["more_than_half", "two_thirds"]
    shares = shares if draft.usual else ["none", *shares]  # merely counting is the usual way
    return Screen(
        "polls.choose_threshold" if draft.usual else "polls.choose_threshold_of_own",
        {"option": draft.options[0]} if draft.usual else {"options": draft.options},
        choices=(
            *(Choice(f"polls.threshold_{one}", take_threshold, draft_id, one) for one in shares),
            Choice("polls.other_options", choose_options, draft_id),
        ),
        asks=(press_one, draft_id, "threshold"),
        back=_back(turn, draft, (choose_options, draft_id)),
    )


@routes.on
async def take_threshold(turn: Turn, draft_id: int, threshold: str) -> Screen:
    """The share."""
    draft = await writing.take_threshold(turn.store, turn.person, draft_id, threshold)
    return await next_step(turn, draft)


@routes.on
async def choose_base(turn: Turn, draft_id: int) -> Screen:
    """Of everyone who counts, or of those who vote."""
    draft = await writing.own_draft(turn.store, turn.person, draft_id)
    return Screen(
        "polls.choose_base",
        choices=(
            Choice("polls.base_roll", take_base, draft_id, "roll"),
            Choice("polls.base_cast", take_base, draft_id, "cast"),
            Choice("polls.other_threshold", choose_threshold, draft_id),
            Choice("polls.other_options", choose_options, draft_id),
        ),
        asks=(press_one, draft_id, "base"),
        back=_back(turn, draft, (choose_threshold, draft_id)),
    )


@routes.on
async def take_base(turn: Turn, draft_id: int, base: str) -> Screen:
    """What the share is of."""
    return await next_step(turn, await writing.take_base(turn.store, turn.person, draft_id, base))


# --- who votes -------------------------------------------------------------------------------


@routes.on
async def choose_voters(turn: Turn, draft_id: int) -> Screen:
    """Full members first; whom else the rules allow. Where nobody else fits, nothing is asked."""
    draft = await writing.own_draft(turn.store, turn.person, draft_id)
    counts = await opening.who_may_be_asked(turn.store, turn.person, draft_id, turn.now)
    if len(counts) == 1:
        return await take_voters(turn, draft_id, *counts)
    lines = tuple(
        words("polls.asked_line", who=named(one, draft.unit_name), count=count)
        for one, count in counts.items()
    )
    return Screen(
        "polls.choose_voters",
        {"lines": lines},
        choices=(
            *(Choice(f"polls.ask_{one}", take_voters, draft_id, one) for one in counts),
            Choice("polls.revise_it", polls_previewing.revise, draft_id),
        )[:MOST_CHOICES],
        asks=(press_one, draft_id, "voters"),
        back=_back(turn, draft, open_poll),
    )


@routes.on
async def take_voters(turn: Turn, draft_id: int, voters: str) -> Screen:
    """Who is asked."""
    draft = await opening.ask(turn.store, turn.person, draft_id, voters, turn.now)
    return await next_step(turn, draft)


# --- the hours -------------------------------------------------------------------------------


@routes.on
async def choose_close(turn: Turn, draft_id: int) -> Screen:
    """Usual evenings, or another moment, typed."""
    draft = await writing.own_draft(turn.store, turn.person, draft_id)
    opens_at = max(draft.opens_at or turn.now, turn.now)
    evenings = [
        Choice(EVENINGS[days], close_on, draft_id, days)
        for days in offered_evenings(opens_at, turn.now, turn.store.org)
    ]
    # None when it opens later than any evening we could offer.
    key = "polls.choose_close" if evenings else "polls.until_when"
    revise = Choice("polls.revise_it", polls_previewing.revise, draft_id)
    return Screen(
        key,
        choices=(*evenings, revise),
        asks=(take_close, draft_id, ""),
        back=_back(turn, draft, open_poll),
    )


@routes.on
async def close_on(turn: Turn, draft_id: int, days: int) -> Screen:
    """Eight in the evening of that day."""
    closes_at = evening(days, turn.now, turn.store.org)
    draft = await writing.take_close(turn.store, turn.person, draft_id, closes_at, turn.now)
    return await next_step(turn, draft)


@routes.on
async def take_close(turn: Turn, draft_id: int, so_far: str) -> Screen:
    """The close as it was understood."""
    try:
        closes_at = moment(turn, so_far)
        draft = await writing.take_close(turn.store, turn.person, draft_id, closes_at, turn.now)
    except Refusal as no:
        asks = (take_close, draft_id, half_said(no, turn))
        asked = await choose_close(turn, draft_id)
        return replace(asked, key=no.key, values=no.values, asks=asks)
    return await next_step(turn, draft)


@routes.on
async def ask_opening(turn: Turn, draft_id: int) -> Screen:
    """A later hour to open at, typed."""
    back = (polls_previewing.preview, draft_id)
    return Screen("polls.ask_opening", asks=(take_opening, draft_id, ""), back=back)


@routes.on
async def take_opening(turn: Turn, draft_id: int, so_far: str) -> Screen:
    """The opening as it was understood."""
    try:
        opens_at = moment(turn, so_far)
        draft = await writing.take_opening(turn.store, turn.person, draft_id, opens_at)
    except Refusal as no:
        back = (polls_previewing.preview, draft_id)
        asks = (take_opening, draft_id, half_said(no, turn))
        return Screen(no.key, no.values, asks=asks, back=back)
    return await next_step(turn, draft)


@routes.on(marks=Mark.HOLDS | Mark.FLEETING)
async def press_one(turn: Turn, draft_id: int, step: str) -> Screen:
    """Words typed where only a button answers: several lines are other options, anything else
    leaves the draft as it is and the question stands."""
    await writing.own_draft(turn.store, turn.person, draft_id)
    if "\n" in turn.words.strip() or ";" in turn.words:
        return await take_options(turn, draft_id)
    asked = await ASKED_BY[step](turn, draft_id)
    question = words(asked.key, **asked.values)
    return replace(asked, key="polls.press_one", values={"question": question})


async def next_step(turn: Turn, draft: Draft) -> Screen:
    """The screen of the first step still open, else the preview."""
    step = draft.step(turn.now)
    return await (
        ASKED_BY[step](turn, draft.id) if step else polls_previewing.preview(turn, draft.id)
    )


def _back(turn: Turn, draft: Draft, else_to: Place) -> Place:
    """One answer changed in a finished draft leads back to its preview, not through all of it."""
    return else_to if draft.step(turn.now) else (polls_previewing.preview, draft.id)


ASKED_BY: dict[str, Handler] = {
    "question": ask_new_question,
    "options": choose_options,
    "threshold": choose_threshold,
    "base": choose_base,
    "voters": choose_voters,
    "closes": choose_close,
}
