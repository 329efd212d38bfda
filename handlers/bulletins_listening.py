"""Bulletins for members: listen to the newest, item by item, read it, find earlier months."""

from collections.abc import Sequence
from dataclasses import replace

from handlers import home
from handlers.dialog import Choice, Handler, Routes, Screen, Turn
from handlers.marks import Mark
from rules.bulletins import Bulletin, heard_at, item_asked_for, month_words
from rules.bulletins_script import page_of
from rules.mailings import not_reached
from rules.members import Person
from rules.words import short, words
from services import bulletins_listening as listening
from services.bulletins_public import offers

routes = Routes("bulletins")
ON_A_PAGE = 3
TITLE, LABEL = 60, 24
OF_ITEM = 21  # letters of a title and its number on a button, besides "Item : "


@routes.command("bulletins")
async def bulletins(turn: Turn) -> Screen:
    """The bulletin that was sent last, and the ways to hear it."""
    newest = await listening.newest(turn.store, turn.person)
    if newest is None:
        return _none(turn)
    return _front(turn.person, newest)


@routes.on
async def show(turn: Turn, bulletin_id: int) -> Screen:
    """A bulletin that was sent; the newest is what Back would lead to."""
    found = await listening.one(turn.store, turn.person, bulletin_id)
    newest = await listening.newest(turn.store, turn.person)
    screen = _front(turn.person, found)
    return replace(screen, back=home.home) if newest == found else screen


@routes.on
async def play(turn: Turn, bulletin_id: int) -> Screen:
    """The whole bulletin as one voice message."""
    found = await listening.one(turn.store, turn.person, bulletin_id)
    plan = found.approved
    return Screen(
        "bulletins.playing",
        {"month": month_words(plan.month), "titles": plan.titles()},
        choices=(
            Choice("bulletins.have_heard", heard, bulletin_id),
            Choice("bulletins.listen_by_item", items, bulletin_id, 0),
            Choice("bulletins.read", read, bulletin_id, 1, 0),
        ),
        media=heard_at(plan.voice(), turn.person.member.speed),
        meanwhile=words("bulletins.recording", month=month_words(plan.month)),
        back=(show, bulletin_id),
    )


@routes.on(marks=Mark.LOOKS)
async def heard(turn: Turn, bulletin_id: int) -> Screen:
    """Somebody says to have listened."""
    found = await listening.heard(turn.store, turn.person, bulletin_id, turn.now)
    return Screen("bulletins.heard", {"month": month_words(found.month)}, back=(show, bulletin_id))


@routes.command("have_heard", marks=Mark.AT_ONCE)
async def heard_newest(turn: Turn) -> Screen:
    """The same in words, at any time: what a bulletin asks for when it arrives."""
    newest = await listening.newest(turn.store, turn.person)
    return await heard(turn, newest.id) if newest else await bulletins(turn)


@routes.on(marks=Mark.LOOKS)
async def items(turn: Turn, bulletin_id: int, page: int) -> Screen:
    """The items, three at a time; each is a voice of its own."""
    plan = (await listening.one(turn.store, turn.person, bulletin_id)).approved
    choices = [
        one_item(item, number, title, bulletin_id, number)
        for number, (title, _) in enumerate(plan.items, 1)
    ]
    more = Choice("bulletins.more", items, bulletin_id, page + 1)
    return Screen(
        "bulletins.items",
        {"month": month_words(plan.month), "count": len(plan.items)},
        choices=a_page(choices, page, more),
        back=(show, bulletin_id),
    )


@routes.on(marks=Mark.LOOKS)
async def item(turn: Turn, bulletin_id: int, number: int) -> Screen:
    """One item as a voice message."""
    plan = (await listening.one(turn.store, turn.person, bulletin_id)).approved
    title, _ = plan.item(number)
    choices = [Choice("bulletins.read", read, bulletin_id, number, 0)]
    if number < len(plan.items):
        choices.append(Choice("bulletins.next_item", item, bulletin_id, number + 1))
    else:  # one item is not the bulletin: what is counted is said at its end, of all of it
        choices.append(Choice("bulletins.have_heard_it_all", heard, bulletin_id))
    values = {"number": number, "title": short(title, TITLE), "month": month_words(plan.month)}
    return Screen(
        "bulletins.item",
        values,
        choices=tuple(choices),
        media=heard_at(plan.voice_of(number), turn.person.member.speed),
        meanwhile=words("bulletins.recording_item", number=number),
        back=(items, bulletin_id, page_with(number, len(plan.items))),
    )


@routes.on
async def item_of_newest(turn: Turn) -> Screen:
    """One item by its number in words, as the bulletin lists it (`handlers.claims`)."""
    newest = await listening.newest(turn.store, turn.person)
    return await item(turn, newest.id, item_asked_for(turn.words)) if newest else _none(turn)


@routes.on
async def read(turn: Turn, bulletin_id: int, number: int, page: int) -> Screen:
    """The text of an item as it was approved, a screen at a time; the next item follows."""
    plan = (await listening.one(turn.store, turn.person, bulletin_id)).approved
    title, text = plan.item(number)
    shown, goes_on = page_of(text or title, page)
    choices = []
    if goes_on:
        choices.append(Choice("bulletins.read_on", read, bulletin_id, number, page + 1))
    if number < len(plan.items):
        choices.append(Choice("bulletins.read_next", read, bulletin_id, number + 1, 0))
    screen = item_text(number, title if text else "", shown)
    return replace(screen, choices=tuple(choices), back=(show, bulletin_id))


def item_text(number: int, title: str, text: str) -> Screen:
    """An item's words under its title; what is a title alone is its own text."""
    values = {"number": number, "text": text}
    if not title:
        return Screen("bulletins.text_alone", values)
    return Screen("bulletins.text", {**values, "title": short(title, TITLE)})


@routes.on
async def months(turn: Turn, page: int) -> Screen:
    """What was sent in earlier months; all of it stays."""
    found = await listening.sent(turn.store, turn.person)
    choices = [
        Choice("bulletins.one_month", show, one.id, month=month_words(one.month)) for one in found
    ]
    shown = a_page(choices, page, Choice("bulletins.more", months, page + 1))
    key = "bulletins.months" if found else "bulletins.none"
    return Screen(key, {"count": len(found)} if found else {}, choices=shown)


@routes.on
async def for_leaders(turn: Turn, bulletin_id: int) -> Screen:
    """What else leaders may do with bulletins."""
    if not turn.person.leading:
        return await show(turn, bulletin_id)
    found = await listening.one(turn.store, turn.person, bulletin_id)
    label = "outlets.is_for_everybody" if found.public_at else "outlets.for_everybody"
    everybody = Choice(label, routes.presses["bulletins.for_everybody"], bulletin_id)
    return Screen(
        "bulletins.for_leaders",
        choices=(
            Choice(
                "bulletins.go_edit_bulletin", routes.presses["bulletins.edit_beside"], bulletin_id
            ),
            Choice("bulletins.see_counts", counts, bulletin_id, 0),
            Choice("bulletins.earlier", months, 0),
            *([everybody] if await offers(turn.store, turn.person, found) else []),
        ),
    )


@routes.on
async def counts(turn: Turn, bulletin_id: int, page: int) -> Screen:
    """To how many of each branch it was sent, how many said to have listened, and whom it has not
    reached."""
    month = (await listening.one(turn.store, turn.person, bulletin_id)).month
    found = await listening.reached(turn.store, turn.person, bulletin_id)
    start = page * ON_A_PAGE
    lines = tuple(
        words("bulletins.count", unit=short(one.unit, LABEL), sent=one.sent, heard=one.heard)
        for one in found.units[start : start + ON_A_PAGE]
    )
    more = Choice("bulletins.more", counts, bulletin_id, page + 1)
    nowhere = "bulletins.sent_to_nobody" if found.begun else "bulletins.no_counts"
    key = "bulletins.counts" if lines else nowhere
    return Screen(
        key,
        {"month": month_words(month), "lines": lines, "note": not_reached(found.states)},
        choices=(more,) if len(found.units) > start + ON_A_PAGE else (),
        back=(for_leaders, bulletin_id),
    )


def a_page(choices: Sequence[Choice], page: int, more: Choice) -> tuple[Choice, ...]:
    """Three choices and the way to more of them; on the last page there is room for four."""
    left = choices[page * ON_A_PAGE :]
    return tuple(left) if len(left) <= ON_A_PAGE + 1 else (*left[:ON_A_PAGE], more)


def page_with(number: int, count: int) -> int:
    """The page of `a_page` with this one (from 1) of so many."""
    page = (number - 1) // ON_A_PAGE
    return page - 1 if page and count - (page - 1) * ON_A_PAGE <= ON_A_PAGE + 1 else page


def one_item(handler: Handler, number: int, title: str, *args: int) -> Choice:
    """A choice for an item, by its number and the beginning of its title."""
    values = {"number": number, "title": short(title, OF_ITEM - len(str(number)))}
    return Choice("bulletins.one_item", handler, *args, **values)


def _front(person: Person, bulletin: Bulletin) -> Screen:
    plan = bulletin.approved
    values = {"month": month_words(plan.month), "unit": plan.unit, "titles": plan.titles()}
    last = (
        Choice("bulletins.see_more", for_leaders, bulletin.id)
        if person.leading
        else Choice("bulletins.earlier", months, 0)
    )
    return Screen(
        "bulletins.sent",
        values,
        choices=(
            Choice("bulletins.listen", play, bulletin.id),
            Choice("bulletins.listen_by_item", items, bulletin.id, 0),
            Choice("bulletins.read", read, bulletin.id, 1, 0),
            last,
        ),
    )


def _none(turn: Turn) -> Screen:
    edit = Choice("bulletins.go_edit_bulletin", routes.commands["edit_bulletin"])
    return Screen("bulletins.none", choices=(edit,) if turn.person.leading else ())
