"""Joining: what a person who is not linked yet sees, until home opens."""

from dataclasses import replace

from handlers import home, sharing
from handlers.dialog import Choice, Routes, Screen, Turn
from handlers.marks import Mark
from rules.members import Member
from rules.refusal import Refusal
from rules.words import words
from services import joining
from services import sharing as sitting

routes = Routes("joining")


@routes.command("join", marks=Mark.STRANGERS)
async def welcome(turn: Turn) -> Screen:
    """The first screen: who this is, and the two roads in. Who is in already is at home; a phone of
    several asks who is there."""
    if turn.member:
        return await home.home(turn)
    if turn.account.seat:
        return await sharing.leave_it(turn)
    if turn.account.shared:
        return await sharing.who(turn)
    return at_the_door(turn)


def at_the_door(turn: Turn) -> Screen:
    """Who this is, and the two roads in; of a phone that opened a record once, that it does no
    more, for its owner may not know."""
    once = turn.account.linked_at is not None
    return Screen(
        "joining.opens_no_more" if once else "joining.welcome",
        {"line": turn.store.org.help_line} if once else {},
        choices=(
            Choice("joining.have_code", ask_code),
            Choice("joining.go_no_code", no_code),
            other_language(turn),
        ),
    )


def other_language(turn: Turn) -> Choice:
    """The way to the language that is not spoken here."""
    return Choice("help.other_language", speak, "en" if turn.account.language == "vi" else "vi")


@routes.on(marks=Mark.STRANGERS)
async def ask_code(turn: Turn) -> Screen:
    """The code, typed from the letter."""
    return Screen("joining.ask_code", asks=open_letter)


@routes.on(marks=Mark.STRANGERS)
async def open_letter(turn: Turn) -> Screen:
    """A code, typed or carried by the letter's link; the own letter opened again leads home."""
    try:
        invite = await joining.try_code(turn.store, turn.account, turn.words, turn.now)
    except Refusal as no:
        return _failed(turn, no) if turn.member is None else await home.start(turn)
    if turn.account.shared:
        return await sharing.begin_anew(turn, invite)
    if turn.member and await joining.is_own(turn.store, turn.member, invite):
        return await home.start(turn)
    if turn.member:
        return await sharing.ask_share(turn, invite)
    return _ask_year(turn, invite)


def _ask_year(turn: Turn, invite: int) -> Screen:
    choices = (other_language(turn),)
    return Screen("joining.ask_year", choices=choices, asks=(take_year, invite))


@routes.on(marks=Mark.STRANGERS)
async def take_year(turn: Turn, invite: int) -> Screen:
    """The year of birth; then the consent. A picture or a face is no wrong year."""
    if not any(one.isalnum() for one in turn.words):
        return Screen("joining.year_typed", asks=(take_year, invite))
    try:
        await joining.try_year(turn.store, turn.account, invite, turn.words, turn.now)
    except Refusal as no:
        if no.key == "joining.year_differs":
            return Screen(no.key, asks=(take_year, invite))
        return _failed(turn, no)
    return await _next_question(turn, invite)


async def _next_question(turn: Turn, invite: int) -> Screen:
    if await sitting.needs_pin(turn.store, turn.account):
        return await sharing.choose_pin(turn, invite)
    return await go_on(turn, invite)


async def go_on(turn: Turn, invite: int) -> Screen:
    """The consent, or home at once for who gave it on another phone."""
    member = await joining.verified(turn.store, turn.account, invite, turn.now)
    if await joining.agreed_before(turn.store, turn.account, member):
        return await _second_phone(turn, invite)
    return _consent(invite, member)


@routes.on(marks=Mark.STRANGERS)
async def ask_again(turn: Turn, invite: int) -> Screen:
    """Other words than a choice: the question stands as it was, nothing is taken for a yes."""
    if turn.member:
        return await home.home(turn)
    return _consent(invite, await joining.verified(turn.store, turn.account, invite, turn.now))


@routes.on(marks=Mark.STRANGERS)
async def agree(turn: Turn, invite: int) -> Screen:
    """Yes: the record opens, and home with it; the greeting comes once."""
    person = await joining.agree(turn.store, turn.account, invite, turn.now)
    return await (home.home if turn.member else home.start)(replace(turn, member=person))


@routes.on(marks=Mark.STRANGERS)
async def refuse(turn: Turn, invite: int) -> Screen:
    """No: nothing is kept, and the letter stays good. Who has agreed since then leaves by the
    settings; an old button takes nobody's yes back. A phone of several is the others' again."""
    if turn.member:
        return await home.home(turn)
    await joining.refuse(turn.store, turn.account)
    if turn.account.seat or turn.account.shared:
        return await sharing.leave_it(turn, words("joining.refused"))
    return Screen("joining.refused", choices=(Choice("joining.have_code", ask_code),))


@routes.command("no_code", marks=Mark.STRANGERS)
async def no_code(turn: Turn) -> Screen:
    """A kind way to the people who hand out letters. Who is in already needs none."""
    if turn.member:
        return await home.home(turn)
    line = turn.store.org.help_line
    return Screen(
        "joining.no_code_call" if line else "joining.no_code_help",
        {"line": line} if line else {},
        choices=(Choice("joining.have_code", ask_code),),
    )


@routes.on(marks=Mark.STRANGERS)
async def speak(turn: Turn, language: str) -> Screen:
    """This language, from now on; whoever has given a code goes on where it was."""
    account = await joining.speak(turn.store, turn.account, language)
    turn = replace(turn, account=account)
    begun = await joining.begun(turn.store, account, turn.now)
    if turn.member or begun is None:
        return await welcome(turn)
    invite, verified = begun
    return await _next_question(turn, invite) if verified else _ask_year(turn, invite)


async def _second_phone(turn: Turn, invite: int) -> Screen:
    """Home, and where messages go from now on."""
    person = await joining.agree(turn.store, turn.account, invite, turn.now)
    screen = await home.start(replace(turn, member=person))
    greeting = words("joining.second_phone_opened", name=person.member.given_name)
    return replace(screen, greeting=greeting)


def _consent(invite: int, member: Member) -> Screen:
    choices = (Choice("joining.agree", agree, invite), Choice("joining.refuse", refuse, invite))
    values = {"name": member.name, "unit": member.unit_name}
    return Screen("joining.consent", values, choices, asks=(ask_again, invite))


def _failed(turn: Turn, no: Refusal) -> Screen:
    line = turn.store.org.help_line
    if line and no.key == "joining.code_unknown":
        return Screen("joining.code_unknown_call", {"line": line}, asks=open_letter)
    if no.key == "joining.too_many_tries":
        return Screen(no.key, choices=(Choice("joining.go_no_code", no_code),))
    return Screen(no.key, asks=open_letter)
