"""Leading a unit: the deeds of a secretary, the everyday ones first."""

from handlers import bulletins, feedback, meetings, members, notices, polls
from handlers.dialog import Choice, Routes, Screen, Turn

routes = Routes("units")

DEEDS = (
    (notices, "write_notice"),
    (meetings, "call_meeting"),
    (polls, "open_poll"),
    (feedback, "cases"),
    (bulletins, "edit_bulletin"),
    (members, "people"),
    (notices, "sent_notices"),
    (meetings, "lead_meetings"),
    (polls, "lead_polls"),
    (feedback, "enter_case"),
)
ON_A_PAGE = 3


@routes.command("lead", leaders=True)
async def lead(turn: Turn) -> Screen:
    """What a leader may do for the unit."""
    return await deeds(turn, 0)


@routes.on
async def deeds(turn: Turn, page: int) -> Screen:
    """Three deeds at a time, and more."""
    office = turn.person.own_unit
    start = page * ON_A_PAGE
    choices = [
        Choice(f"{topic.routes.topic}.go_{name}", topic.routes.commands[name])
        for topic, name in DEEDS[start : start + ON_A_PAGE]
    ]
    more = Choice("units.more", deeds, page + 1 if start + ON_A_PAGE < len(DEEDS) else 0)
    return Screen("units.lead", {"unit": office.unit_name}, choices=(*choices, more))
