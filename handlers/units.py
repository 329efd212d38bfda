"""Leading a unit: the deeds of a secretary in four groups, two taps from home."""

from collections.abc import Collection
from dataclasses import replace

from handlers import bulletins, calls, feedback, home, meetings, members, notices, polls
from handlers.dialog import Choice, Routes, Screen, Turn
from handlers.marks import Mark
from services import home as tasks

routes = Routes("units")

GROUPS = {
    "send": ((notices, "write_notice"), (meetings, "call_meeting"), (polls, "open_poll")),
    "follow": (
        (notices, "sent_notices"),
        (meetings, "lead_meetings"),
        (polls, "lead_polls"),
        (calls, "to_call"),
    ),
    "answer": (
        (feedback, "cases"),
        (feedback, "enter_case"),
        (members, "corrections"),
        (bulletins, "edit_bulletin"),
    ),
}
WRITTEN = ("write_notice", "call_meeting", "open_poll")  # these keep a draft


@routes.command("lead", marks=Mark.LEADERS)
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
    begun = await tasks.unfinished(turn.store, turn.person)
    choices = (
        Choice(_label(topic.routes.topic, deed, begun), topic.routes.commands[deed])
        for topic, deed in GROUPS.get(name, GROUPS["send"])
    )
    return Screen("units.lead", {"unit": turn.person.own_unit.unit_name}, tuple(choices), back=lead)


@routes.on
async def desk(turn: Turn) -> Screen:
    """Where writing begins."""
    return await group(turn, "send")


@routes.on
async def set_aside(turn: Turn) -> Screen:
    """The same, for whoever leaves a notice half written: it is kept, and said to be."""
    begun = await tasks.unfinished(turn.store, turn.person)
    screen = replace(await desk(turn), back=home.home)
    return replace(screen, key="units.notice_kept", values={}) if "notices" in begun else screen


def _label(topic: str, deed: str, begun: Collection[str]) -> str:
    return f"home.go_on_{topic}" if deed in WRITTEN and topic in begun else f"{topic}.go_{deed}"
