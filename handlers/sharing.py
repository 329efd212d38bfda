"""A phone for several people: who is there, and the four digits that prove it."""

from dataclasses import replace

from handlers import home, joining
from handlers.dialog import Choice, Place, Routes, Screen, Turn
from handlers.marks import Mark
from rules.members import LABEL
from rules.refusal import Refusal
from rules.words import Words, short_name, words
from services import joining as doors
from services import sharing

routes = Routes("sharing")


@routes.on(marks=Mark.STRANGERS)
async def who(turn: Turn) -> Screen:
    """Who is using the phone? By name, and a way in for somebody else."""
    seats = await sharing.people(turn.store, turn.account)
    if not seats:  # all of them were taken off
        return joining.at_the_door(turn)
    choices = [
        Choice("sharing.name", enter, one.account_id, name=short_name(one.name, LABEL))
        for one in seats
    ]
    return Screen(
        "sharing.who", choices=(*choices, Choice("sharing.somebody_else", joining.ask_code))
    )


@routes.command("switch", marks=Mark.STRANGERS)
async def switch(turn: Turn) -> Screen:
    """Somebody else takes the phone. Who has it alone is told how it can be shared."""
    if not (turn.account.shared or turn.account.seat):
        return (
            Screen("sharing.only_you", goes_on=True) if turn.member else await joining.welcome(turn)
        )
    if turn.member is None and turn.account.seat:
        return await leave_it(turn)
    await sharing.get_up(turn.store, turn.account)
    return await who(turn)


@routes.on(marks=Mark.STRANGERS | Mark.LOOKS)
async def enter(turn: Turn, seat: int) -> Screen:
    """Ask for the digits of the one whose name was pressed."""
    if turn.account.id == seat and turn.member:
        return await _what_waits(turn)
    one = await sharing.one_of(turn.store, turn.account, seat)
    return Screen("sharing.ask_pin", {"name": one.name}, asks=(take_pin, seat), back=who)


@routes.on(marks=Mark.STRANGERS | Mark.DIGITS)
async def take_pin(turn: Turn, seat: int) -> Screen:
    """The right digits lead to what came covered and to a vote that was not cast; else home."""
    given = (turn.store, turn.account, seat, turn.words, turn.now)
    try:
        account, person = await sharing.enter(*given)
    except Refusal as no:
        return not_opened(no, (take_pin, seat), who)
    return await _what_waits(replace(turn, account=account, member=person))


async def _what_waits(turn: Turn) -> Screen:
    """Looked up late, for what waits may lead anywhere, and from there to here."""
    return await routes.presses["sharing.what_waits"](turn)


# --- beginning to share ----------------------------------------------------------------------


async def ask_share(turn: Turn, invite: int) -> Screen:
    """Another person's letter, on a phone that is somebody's."""
    return Screen(
        "sharing.ask_share",
        {"name": turn.person.member.name},
        choices=(
            Choice("sharing.keep_alone", home.home),
            Choice("sharing.share", share, invite),
        ),
    )


@routes.on
async def share(turn: Turn, invite: int) -> Screen:
    """First whose phone it was chooses digits, then the other one comes in."""
    if turn.account.seat:
        return await begin_anew(turn, invite)
    values = {"name": turn.person.member.name}
    return Screen("sharing.own_pin", values, asks=(take_own_pin, invite))


@routes.on(marks=Mark.DIGITS)
async def take_own_pin(turn: Turn, invite: int) -> Screen:
    """These are kept; now it is the turn of the one with the letter."""
    try:
        await sharing.begin(turn.store, turn.account, turn.words, turn.now)
    except Refusal as no:
        return Screen(no.key, no.values, asks=(take_own_pin, invite))
    values = {"name": turn.person.member.name}
    return replace(await begin_anew(turn, invite), key="sharing.own_pin_kept", values=values)


async def begin_anew(turn: Turn, invite: int) -> Screen:
    """Whoever has the letter goes on, at a seat of their own."""
    await sharing.sit_down(turn.store, turn.account, invite, turn.now)
    return Screen("sharing.ask_year", asks=(joining.take_year, invite))


async def choose_pin(turn: Turn, invite: int) -> Screen:
    """Before the consent, four digits of one's own."""
    member = await doors.verified(turn.store, turn.account, invite, turn.now)
    return Screen("sharing.choose_pin", {"name": member.name}, asks=(take_new_pin, invite))


@routes.on(marks=Mark.STRANGERS | Mark.DIGITS)
async def take_new_pin(turn: Turn, invite: int) -> Screen:
    """Kept; the consent is next."""
    born = (await doors.verified(turn.store, turn.account, invite, turn.now)).born_year
    try:
        await sharing.choose_pin(turn.store, turn.account, turn.words, turn.now, born)
    except Refusal as no:
        return Screen(no.key, no.values, asks=(take_new_pin, invite))
    screen = await joining.go_on(turn, invite)
    if screen.greeting:
        both = (words("sharing.pin_kept"), screen.greeting)
        return replace(screen, greeting=words("sharing.left", lines=both))
    return replace(
        screen, key="sharing.consent", values={"consent": words(screen.key, **screen.values)}
    )


async def leave_it(turn: Turn, *said: Words) -> Screen:
    """Whoever was coming in does not: the phone is theirs again who had it before. `said` is the
    last word to whoever goes."""
    account, owner = await sharing.give_up(turn.store, turn.account, turn.now)
    if owner is None:
        screen = await who(replace(turn, account=account))
        return replace(screen, greeting=said[0]) if said else screen
    home_again = await home.start(replace(turn, account=account, member=owner))
    alone = words("sharing.alone_again", name=owner.member.given_name)
    return replace(home_again, greeting=words("sharing.left", lines=(*said, alone)))


def not_opened(no: Refusal, asks: Place, back: Place) -> Screen:
    """Wrong digits are asked for again, until there were too many."""
    again = no.key in ("sharing.wrong_digits", "sharing.four_digits")
    return Screen(no.key, no.values, asks=asks if again else None, back=back)
