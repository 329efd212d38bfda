"""Help: whom to call, and how the handbook speaks to this member."""

from dataclasses import replace

from handlers import feedback, home, joining
from handlers.dialog import Choice, Routes, Screen, Turn
from rules.members import SPEEDS, Member
from rules.words import Words, words
from services import joining as doors
from services import members as record

routes = Routes("help")
SHOWN = 3


@routes.command("help")
async def show_help(turn: Turn) -> Screen:
    """Whom to call, and the rarer wishes."""
    member = turn.person.member
    calls = await doors.whom_to_call(turn.store, member.unit_id, turn.now)
    others = [one for one in calls if one.id != member.id][:SHOWN]
    return Screen(
        "help.help" if others else "help.help_nobody",
        {"people": tuple(_call(one) for one in others)},
        choices=(
            Choice("feedback.go_feedback", feedback.routes.commands["feedback"]),
            Choice("help.go_settings", settings),
        ),
    )


@routes.command("settings")
async def settings(turn: Turn) -> Screen:
    """How the handbook speaks to this member."""
    return Screen(
        "help.settings",
        choices=(
            Choice("help.change_speed", change_speed),
            Choice("help.other_language", change_language),
            Choice("joining.wish_second_phone", joining.add_phone),
            Choice("joining.wish_to_leave", joining.ask_leave),
        ),
        back=show_help,
    )


@routes.command("language")
async def change_language(turn: Turn) -> Screen:
    """The other language, from now on."""
    account = await doors.speak_other(turn.store, turn.account)
    return await home.start(replace(turn, account=account))


@routes.on
async def change_speed(turn: Turn) -> Screen:
    """How fast to be read to."""
    choices = [Choice(f"help.speed_{one}", keep_speed, one) for one in SPEEDS]
    return Screen("help.which_speed", choices=tuple(choices), back=settings)


@routes.on
async def keep_speed(turn: Turn, speed: str) -> Screen:
    """The chosen speed."""
    await record.keep_speed(turn.store, turn.person, speed)
    return Screen("help.speed_kept", {"speed": words(f"help.speed_{speed}")}, back=settings)


def _call(member: Member) -> Words:
    key = "help.person_with_phone" if member.phone else "help.person_without_phone"
    return words(key, name=member.name, phone=member.phone or "")
