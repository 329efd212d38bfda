"""Moving and cancelling a meeting; both are confirmed by name before anyone is told."""

from dataclasses import replace
from datetime import UTC, datetime

from handlers import meetings_leading
from handlers.asking_when import half_said, moment
from handlers.dialog import Choice, Screen, Turn
from handlers.meetings_calling import evenings
from handlers.meetings_invited import routes
from rules.mailings import reach
from rules.meetings import Meeting, changes, planned
from rules.members import to_call
from rules.refusal import Refusal
from rules.words import words
from services import meetings_changing as changing
from services import meetings_leading as leading
from services.meetings_changing import Told

NAMES_SHOWN = 5


@routes.on
async def change(turn: Turn, meeting_id: int) -> Screen:
    """What to change: the hour, the place, or whether it takes place at all."""
    meeting = await leading.led(turn.store, turn.person, meeting_id)
    meeting.must("move", turn.now)
    return Screen(
        "meetings.what_to_change",
        {"name": meeting.name},
        choices=(
            Choice("meetings.change_time", change_time, meeting_id),
            Choice("meetings.change_place", change_place, meeting_id),
            Choice("meetings.cancel", ask_why, meeting_id),
        ),
        asks=(take_new_time, meeting_id, ""),  # whoever types a day and hour here means the new one
        back=(meetings_leading.lead_meeting, meeting_id),
    )


# --- moving ----------------------------------------------------------------------------------


@routes.on
async def change_time(turn: Turn, meeting_id: int) -> Screen:
    """One of the likely evenings, or typed."""
    return Screen(
        "meetings.which_new_time",
        choices=evenings(turn, take_new_evening, meeting_id),
        asks=(take_new_time, meeting_id, ""),
        back=(meetings_leading.lead_meeting, meeting_id),
    )


@routes.on
async def take_new_evening(turn: Turn, meeting_id: int, stamp: int) -> Screen:
    """One of the likely evenings; nobody is told yet."""
    starts_at = datetime.fromtimestamp(stamp, UTC)
    meeting = await changing.plan_time(turn.store, turn.person, meeting_id, starts_at, turn.now)
    return await _confirm(turn, meeting)


@routes.on
async def take_new_time(turn: Turn, meeting_id: int, so_far: str) -> Screen:
    """Day and hour as people write them; asked again until they are clear."""
    try:
        starts_at = moment(turn, so_far)
        meeting = await changing.plan_time(turn.store, turn.person, meeting_id, starts_at, turn.now)
    except Refusal as no:
        asks = (take_new_time, meeting_id, half_said(no, turn))
        asked = await change_time(turn, meeting_id)
        return replace(asked, key=no.key, values=no.values, asks=asks)
    return await _confirm(turn, meeting)


@routes.on
async def change_place(turn: Turn, meeting_id: int) -> Screen:
    """Ask for the place."""
    meeting = await leading.led(turn.store, turn.person, meeting_id)
    asks, back = (take_new_place, meeting_id), (meetings_leading.lead_meeting, meeting_id)
    return Screen("meetings.type_place", {"starts": meeting.starts_at}, asks=asks, back=back)


@routes.on
async def take_new_place(turn: Turn, meeting_id: int) -> Screen:
    """Another place; nobody is told yet."""
    try:
        meeting = await changing.plan_place(
            turn.store, turn.person, meeting_id, turn.words, turn.now
        )
    except Refusal as no:
        asks, back = (take_new_place, meeting_id), (meetings_leading.lead_meeting, meeting_id)
        return Screen(no.key, no.values, asks=asks, back=back)
    return await _confirm(turn, meeting)


async def _confirm(turn: Turn, meeting: Meeting) -> Screen:
    starts_at, place = planned(meeting, turn.now)
    told = await changing.told(turn.store, meeting)
    return Screen(
        "meetings.ask_move",
        {
            "name": meeting.name,
            "changes": changes(meeting, starts_at, place),
            "again": words("meetings.asked_again") if starts_at != meeting.starts_at else "",
            **_reached(told),
        },
        choices=(
            Choice("meetings.keep", keep, meeting.id),
            Choice("meetings.move", move, meeting.id, count=told.linked),
            Choice("meetings.edit", change, meeting.id),
        ),
        back=(meetings_leading.lead_meeting, meeting.id),
    )


@routes.on
async def keep(turn: Turn, meeting_id: int) -> Screen:
    """Leave it as it was."""
    await changing.forget_plan(turn.store, turn.person, meeting_id)
    return await meetings_leading.lead_meeting(turn, meeting_id)


@routes.on
async def move(turn: Turn, meeting_id: int) -> Screen:
    """Move it, and tell everyone."""
    meeting = await changing.move(turn.store, turn.person, meeting_id, turn.now)
    told = await changing.told(turn.store, meeting)
    when_and_where = {"starts": meeting.starts_at, "place": meeting.place}
    return Screen(
        "meetings.move_told",
        {"name": meeting.name, **when_and_where, **_reached(told)},
        choices=_whom_to_phone(meeting, told),
        back=(meetings_leading.lead_meeting, meeting_id),
    )


# --- cancelling ------------------------------------------------------------------------------


@routes.on
async def ask_why(turn: Turn, meeting_id: int) -> Screen:
    """Ask for the reason everyone will be told."""
    meeting = await leading.led(turn.store, turn.person, meeting_id)
    meeting.must("cancel", turn.now)
    asks, back = (take_why, meeting_id), (meetings_leading.lead_meeting, meeting_id)
    return Screen("meetings.why_cancel", {"name": meeting.name}, asks=asks, back=back)


@routes.on
async def take_why(turn: Turn, meeting_id: int) -> Screen:
    """The reason; then one clear confirmation."""
    try:
        meeting = await changing.give_reason(
            turn.store, turn.person, meeting_id, turn.words, turn.now
        )
    except Refusal as no:
        asks, back = (take_why, meeting_id), (meetings_leading.lead_meeting, meeting_id)
        return Screen(no.key, no.values, asks=asks, back=back)
    return Screen(
        "meetings.ask_cancel",
        {
            "name": meeting.name,
            "starts": meeting.starts_at,
            "reason": meeting.reason or "",
            **_reached(await changing.told(turn.store, meeting)),
        },
        choices=(
            Choice("meetings.keep", keep, meeting_id),
            Choice("meetings.cancel", cancel, meeting_id),
            Choice("meetings.edit_reason", ask_why, meeting_id),
        ),
        back=(meetings_leading.lead_meeting, meeting_id),
    )


@routes.on
async def cancel(turn: Turn, meeting_id: int) -> Screen:
    """Call it off, and tell everyone why."""
    meeting = await changing.cancel(turn.store, turn.person, meeting_id, turn.now)
    told = await changing.told(turn.store, meeting)
    return Screen(
        "meetings.cancel_told",
        {"name": meeting.name, **_reached(told)},
        choices=_whom_to_phone(meeting, told),
        back=meetings_leading.lead_meetings,
    )


# --- whom no message reaches -----------------------------------------------------------------


@routes.on
async def see_untold(turn: Turn, meeting_id: int, page: int) -> Screen:
    """Who has to be told another way, five at a time."""
    found = await changing.untold(turn.store, turn.person, meeting_id)
    start = page * NAMES_SHOWN
    lines = tuple(to_call(one) for one in found[start : start + NAMES_SHOWN])
    more = Choice("meetings.more", see_untold, meeting_id, page + 1)
    return Screen(
        "meetings.unlinked" if lines else "meetings.nobody_unlinked",
        {"lines": lines},
        choices=(more,) if len(found) > start + NAMES_SHOWN else (),
        back=meetings_leading.lead_meetings,
    )


def _reached(told: Told) -> dict[str, object]:
    invited, unlinked = told.linked + len(told.unlinked), len(told.unlinked)
    return {"count": invited, "reach": reach(invited, unlinked)}


def _whom_to_phone(meeting: Meeting, told: Told) -> tuple[Choice, ...]:
    see = Choice("meetings.see_unlinked", see_untold, meeting.id, 0)
    return (see,) if told.unlinked else ()
