"""Leading a unit: the deeds of a secretary in four groups, two taps from home."""

from handlers import bulletins, feedback, meetings, members, notices, polls
from handlers.dialog import Choice, Routes, Screen, Turn

routes = Routes("units")

GROUPS = {
    "send": ((notices, "write_notice"), (meetings, "call_meeting"), (polls, "open_poll")),
    "follow": ((notices, "sent_notices"), (meetings, "lead_meetings"), (polls, "lead_polls")),
    "answer": (
        (feedback, "cases"),
        (feedback, "enter_case"),
        (members, "corrections"),
        (bulletins, "edit_bulletin"),
    ),
}


@routes.command("lead", leaders=True)
async def lead(turn: Turn) -> Screen:
    """What a leader may do for the unit."""
    return Screen(
        "units.lead",
        {"unit": turn.person.own_unit.unit_name},
        choices=(
            *(Choice(f"units.group_{name}", group, name) for name in GROUPS),
            Choice("members.go_people", members.routes.commands["people"]),
        ),
    )


@routes.on
async def group(turn: Turn, name: str) -> Screen:
    """The deeds of one group; an old button's leads to the first."""
    deeds = GROUPS.get(name, GROUPS["send"])
    choices = (
        Choice(f"{topic.routes.topic}.go_{deed}", topic.routes.commands[deed])
        for topic, deed in deeds
    )
    return Screen("units.lead", {"unit": turn.person.own_unit.unit_name}, tuple(choices), back=lead)
