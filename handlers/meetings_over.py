"""Meetings that are over, as their words call them: the newest summary, and all of them."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.dialog import Choice, Screen, Turn
from handlers.meetings_invited import past_meetings, routes, see_summary
from handlers.meetings_leading import absent, ended_list, lead_summary
from rules.meetings import Meeting
from services import meetings
from services import meetings_leading as leading


@routes.command("summaries")
async def newest_summary(turn: Turn) -> Screen:
    """The summary of the meeting that ended last, with the way to the earlier ones; whoever leads
    it sees who was missed."""
    invited = await meetings.past(turn.store, turn.person, 2)
    led = await leading.ended(turn.store, turn.person, most=2) if turn.person.leading else ()
    newest = max((*led, *invited), key=lambda one: one.starts_at, default=None)
    if newest is None:
        return await past_meetings(turn, 0)
    earlier = _earlier(invited, led)
    if newest not in led:
        screen = await see_summary(turn, newest.id)
        return replace(screen, choices=earlier, goes_on=not earlier)
    names = Choice("meetings.who_was_absent", absent, newest.id, 0)
    screen = await lead_summary(turn, newest.id)
    return replace(screen, choices=(names, *earlier), goes_on=False)


@routes.command("past_meetings")
async def over(turn: Turn) -> Screen:
    """All that are over: those this person was invited to, else those they lead."""
    led = turn.person.leading and not await meetings.past(turn.store, turn.person, 1)
    return await (ended_list if led else past_meetings)(turn, 0)


def _earlier(invited: Sequence[Meeting], led: Sequence[Meeting]) -> tuple[Choice, ...]:
    if len(invited) > 1:
        return (Choice("meetings.see_past", past_meetings, 0),)
    return (Choice("meetings.see_past", ended_list, 0),) if len(led) > 1 else ()
