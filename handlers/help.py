"""Help: whom to call, how the handbook speaks to this member, a second phone, and leaving."""

from dataclasses import replace

from handlers import feedback, home, joining, sharing
from handlers.dialog import Choice, Routes, Screen, Turn
from handlers.marks import Mark
from rules.members import SPEEDS, Person
from rules.words import Words, words
from services import joining as doors
from services import joining_phones as linked
from services import members as record
from services import sharing as sitting

routes = Routes("help")
SHOWN, NEAREST = 3, 2


@routes.command("help", marks=Mark.STRANGERS | Mark.LOOKS)
async def show_help(turn: Turn) -> Screen:
    """Whom to call, and the rarer wishes."""
    if turn.member is None:
        return await at_the_door(turn)
    member = turn.person.member
    calls = await doors.whom_to_call(turn.store, member.unit_id, turn.now, member.id)
    return Screen(
        "help.help" if calls else "help.help_nobody",
        {"people": tuple(_call(one) for one in calls[:SHOWN])},
        choices=(
            Choice("feedback.go_feedback", feedback.routes.commands["feedback"]),
            Choice("help.go_settings", settings),
        ),
    )


async def at_the_door(turn: Turn) -> Screen:
    """Whom somebody can call who is not in: the leaders of those who share this phone, or the
    office. What is asked just now stays."""
    calls = await sitting.helpers(turn.store, turn.account, turn.now)
    if calls:
        values = {"people": tuple(_call(one) for one in calls[:SHOWN])}
        return Screen("help.help", values, stays=True)
    if line := turn.store.org.help_line:
        return Screen("help.help_line", {"line": line}, stays=True)
    return Screen("help.help_in_letter", stays=True)


@routes.command("despair", marks=Mark.AT_ONCE)
async def despair(turn: Turn) -> Screen:
    """Words of somebody who does not want to live: the people to call, before anything else."""
    member = turn.person.member
    calls = await doors.whom_to_call(turn.store, member.unit_id, turn.now, member.id)
    if not calls:
        return Screen("help.despair_nobody")
    return Screen("help.despair", {"people": tuple(_call(one) for one in calls[:NEAREST])})


@routes.command("settings")
async def settings(turn: Turn) -> Screen:
    """How the handbook speaks to this member."""
    return Screen(
        "help.settings",
        choices=(
            Choice("help.go_speed", change_speed),
            Choice("help.other_language", speak, _other(turn.account.language)),
            Choice("help.phones", phones),
            Choice("joining.wish_to_leave", ask_leave),
        ),
        back=show_help,
    )


@routes.on
async def phones(turn: Turn) -> Screen:
    """Several phones of one's own, or one phone for several people."""
    label = "sharing.go_switch" if turn.account.seat else "sharing.share"
    others = await linked.other_phones(turn.store, turn.account, turn.person.id)
    choices = (
        Choice("joining.wish_second_phone", add_phone),
        Choice(label, sharing.routes.commands["switch"]),
        *((Choice("help.go_part", ask_part),) if others else ()),
    )
    return Screen("help.which_phone", choices=choices, back=settings)


@routes.command("part", marks=Mark.AT_ONCE)
async def ask_part(turn: Turn) -> Screen:
    """One's other phones no longer open the record: say what that means first."""
    count = len(await linked.other_phones(turn.store, turn.account, turn.person.id))
    if not count:
        return Screen("joining.no_other_phone", back=settings)
    choices = (
        Choice("joining.keep_phones", home.home),
        Choice("joining.really_part", part, count=count),
    )
    return Screen("joining.ask_part", {"count": count}, choices=choices, back=settings)


@routes.on
async def part(turn: Turn) -> Screen:
    """Only this phone opens the record now."""
    parted = await linked.part_other_phones(turn.store, turn.person, turn.account, turn.now)
    return Screen("joining.parted" if parted else "joining.no_other_phone", back=settings)


@routes.command("english", marks=Mark.STRANGERS | Mark.AT_ONCE)
async def speak_english(turn: Turn) -> Screen:
    """English from now on, at the door as well."""
    return await _spoken(turn, "en")


@routes.command("vietnamese", marks=Mark.STRANGERS | Mark.AT_ONCE)
async def speak_vietnamese(turn: Turn) -> Screen:
    """Vietnamese from now on, at the door as well."""
    return await _spoken(turn, "vi")


@routes.on
async def speak(turn: Turn, language: str) -> Screen:
    """This language from now on; the big buttons are greeted in it once."""
    if language == turn.account.language:
        return await home.home(turn)
    account = await doors.speak(turn.store, turn.account, language)
    return await home.start(replace(turn, account=account))


@routes.command("speed")
async def change_speed(turn: Turn) -> Screen:
    """How fast to be read to."""
    choices = [Choice(f"help.speed_{one}", keep_speed, one) for one in SPEEDS]
    return Screen("help.which_speed", choices=tuple(choices), back=settings)


@routes.command("slow")
async def read_slowly(turn: Turn) -> Screen:
    """Slowly from now on: who says so need not be asked."""
    return await keep_speed(turn, "slow")


@routes.command("fast")
async def read_fast(turn: Turn) -> Screen:
    """The same, quickly."""
    return await keep_speed(turn, "fast")


@routes.on
async def keep_speed(turn: Turn, speed: str) -> Screen:
    """The chosen speed."""
    if speed not in SPEEDS:
        return await change_speed(turn)
    await record.keep_speed(turn.store, turn.person, speed)
    values = {"speed": words(f"help.speed_{speed}")}
    return Screen("help.speed_kept", values, back=settings, goes_on=True)


@routes.on
async def add_phone(turn: Turn) -> Screen:
    """A second phone is joined with a code of its own."""
    code = await doors.own_code(turn.store, turn.person, turn.now)
    return Screen("joining.second_phone", {"code": code}, back=settings, goes_on=True)


@routes.on
async def ask_leave(turn: Turn) -> Screen:
    """Leaving is as easy as joining, and names what it does."""
    choices = (Choice("joining.stay", home.home), Choice("joining.really_leave", leave))
    return Screen("joining.ask_leave", choices=choices, back=settings)


@routes.on(marks=Mark.STRANGERS)
async def leave(turn: Turn) -> Screen:
    """The consent withdrawn; pressing again says so again."""
    if turn.member:
        await doors.leave(turn.store, turn.member, turn.now)
    choices = (Choice("joining.have_code", joining.ask_code),)
    return Screen("joining.left", choices=choices, back=joining.welcome)


async def _spoken(turn: Turn, language: str) -> Screen:
    return await (speak if turn.member else joining.speak)(turn, language)


def _other(language: str) -> str:
    return "en" if language == "vi" else "vi"


def _call(person: Person) -> Words:
    """Who it is, what for, and the number: an office is held so that it can be called."""
    member, office = person.member, person.own_unit
    return words(
        "help.person_with_phone" if member.phone else "help.person_without_phone",
        name=member.name,
        office=words(f"members.office_{office.role}", unit=office.unit_name),
        phone=member.phone,
    )
