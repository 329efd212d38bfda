"""The items on the desk: how each will be read, its place, and the words that need a reading."""

from handlers.bulletins_listening import ON_A_PAGE, TITLE, one_item, routes
from handlers.bulletins_writing import approve_again
from handlers.dialog import Choice, Screen, Turn
from rules.bulletins import mark_of, month_words, named, page_of
from rules.refusal import Refusal
from rules.words import Words, short, words
from services import bulletins as editing
from services.bulletins import Changed, OnDesk
from services.bulletins_desk import on_desk

BEGINNING = 90  # characters of what will be said


@routes.on
async def desk_items(turn: Turn, bulletin_id: int, page: int) -> Screen:
    """The items of a bulletin that is prepared, three at a time."""
    found = await on_desk(turn.store, turn.person, bulletin_id, turn.now)
    start = page * ON_A_PAGE
    choices = [
        one_item(desk_item, number, one.title, one.id) for number, one in enumerate(found.items, 1)
    ][start : start + ON_A_PAGE]
    if len(found.items) > start + ON_A_PAGE:
        choices.append(Choice("bulletins.more", desk_items, bulletin_id, page + 1))
    return Screen(
        "bulletins.desk_items",
        {"month": month_words(found.bulletin.month), "count": len(found.items)},
        choices=tuple(choices),
        back=(routes.presses["bulletins.desk"], bulletin_id),
    )


@routes.on
async def desk_item(turn: Turn, item_id: int) -> Screen:
    """One item: the beginning of what will be said, and what can be done with it."""
    found = await editing.item(turn.store, turn.person, item_id, turn.now)
    return Screen(
        "bulletins.desk_item",
        {
            "title": short(found.item.title, TITLE),
            "spoken": short(" ".join(found.lines), BEGINNING),
            "note": unread_note(found.unread),
        },
        choices=tuple(_deeds(found)),
        back=(desk_items, found.item.bulletin_id, 0),
    )


@routes.on
async def script(turn: Turn, item_id: int, page: int) -> Screen:
    """Everything a voice will say of an item, a screen at a time."""
    found = await editing.item(turn.store, turn.person, item_id, turn.now)
    spoken, goes_on = page_of("\n".join(found.lines), page)
    more = Choice("bulletins.read_on", script, item_id, page + 1)
    return Screen(
        "bulletins.script",
        {"spoken": spoken},
        choices=(more,) if goes_on else (),
        back=(desk_item, item_id),
    )


@routes.on
async def move_up(turn: Turn, item_id: int) -> Screen:
    """One place further up."""
    changed = await editing.move_up(turn.store, turn.person, item_id, turn.now)
    return _changed("bulletins.moved", changed)


@routes.on
async def remove(turn: Turn, item_id: int) -> Screen:
    """Out of the bulletin; it can be put back."""
    changed = await editing.remove(turn.store, turn.person, item_id, turn.now)
    return _changed("bulletins.removed", changed, Choice("bulletins.put_back", put_back, item_id))


@routes.on
async def put_back(turn: Turn, item_id: int) -> Screen:
    """Back in its place."""
    changed = await editing.put_back(turn.store, turn.person, item_id, turn.now)
    return _changed("bulletins.is_back", changed)


@routes.on
async def ask_reading(turn: Turn, bulletin_id: int, mark: str) -> Screen:
    """How a word is read, in the editor's own words."""
    token = await editing.token_of(turn.store, turn.person, bulletin_id, mark, turn.now)
    back = (routes.presses["bulletins.desk"], bulletin_id)
    if not token:
        return Screen("bulletins.has_reading", back=back)
    asks = (take_reading, bulletin_id, mark)
    return Screen("bulletins.ask_reading", {"token": token}, asks=asks, back=back)


@routes.on
async def take_reading(turn: Turn, bulletin_id: int, mark: str) -> Screen:
    """The reading is kept for every bulletin to come; the next hard word may follow."""
    back = (routes.presses["bulletins.desk"], bulletin_id)
    token = await editing.token_of(turn.store, turn.person, bulletin_id, mark, turn.now)
    if not token:
        return Screen("bulletins.has_reading", back=back)
    try:
        spoken = await editing.give_reading(
            turn.store, turn.person, bulletin_id, token, turn.words, turn.now
        )
    except Refusal as no:
        return Screen(no.key, no.values, asks=(take_reading, bulletin_id, mark), back=back)
    left = (await on_desk(turn.store, turn.person, bulletin_id, turn.now)).unread
    return Screen(
        "bulletins.reading_kept",
        {"token": token, "spoken": spoken, "note": unread_note(left)},
        choices=give_reading(bulletin_id, left),
        back=back,
    )


def give_reading(bulletin_id: int, unread: tuple[str, ...]) -> tuple[Choice, ...]:
    """The way to say how the first hard word is read, if there is one."""
    if not unread:
        return ()
    return (Choice("bulletins.give_reading", ask_reading, bulletin_id, mark_of(unread[0])),)


def unread_note(unread: tuple[str, ...]) -> Words | str:
    """Which words nobody can read for certain."""
    return words("bulletins.unread_note", tokens=named(unread)) if unread else ""


def _deeds(found: OnDesk) -> list[Choice]:
    desk = found.desk
    choices = [Choice("bulletins.see_script", script, found.item.id, 0)]
    if desk.edits:
        choices += give_reading(desk.bulletin.id, found.unread)
        if desk.items and desk.items[0].id != found.item.id:
            choices.append(Choice("bulletins.move_up", move_up, found.item.id))
    if found.may_remove:
        choices.append(Choice("bulletins.remove", remove, found.item.id))
    return choices


def _changed(key: str, changed: Changed, *choices: Choice) -> Screen:
    values = {
        "title": short(changed.item.title, TITLE),
        "note": approve_again(lost=changed.lost),
    }
    return Screen(key, values, choices=choices, back=(desk_items, changed.item.bulletin_id, 0))
