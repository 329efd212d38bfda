"""The items on the desk: how each will be read, its place, and the words that need a reading."""

from handlers.bulletins_correcting import ask_correction
from handlers.bulletins_listening import ON_A_PAGE, TITLE, a_page, one_item, routes
from handlers.bulletins_writing import approve_again
from handlers.dialog import Choice, Place, Screen, Turn
from rules.bulletins import mark_of, month_words, named, page_of
from rules.refusal import Refusal
from rules.words import Words, short, words
from services import bulletins as editing
from services import bulletins_items as deeds
from services.bulletins_desk import Desk, on_desk
from services.bulletins_items import Changed, OnDesk

BRIEF = 40  # characters of a title above its text
MOST_CHOICES = 4


@routes.on
async def desk_items(turn: Turn, bulletin_id: int, page: int) -> Screen:
    """The items of a bulletin that is prepared, three at a time."""
    found = await on_desk(turn.store, turn.person, bulletin_id, turn.now)
    choices = [
        one_item(desk_item, number, one.title, one.id, 0)
        for number, one in enumerate(found.items, 1)
    ]
    more = Choice("bulletins.more", desk_items, bulletin_id, page + 1)
    return Screen(
        "bulletins.desk_items",
        {"month": month_words(found.bulletin.month), "count": len(found.items)},
        choices=a_page(choices, page, more),
        back=_desk(bulletin_id),
    )


@routes.on
async def desk_item(turn: Turn, item_id: int, page: int) -> Screen:
    """One item: what a voice will say, a screen at a time, and what can be done with it."""
    found = await deeds.item(turn.store, turn.person, item_id, turn.now)
    if found.item.removed_at:
        raise Refusal("bulletins.no_item")
    spoken, goes_on = page_of("\n".join(found.lines), page)
    read_on = Choice("bulletins.read_on", desk_item, item_id, page + 1)
    return Screen(
        "bulletins.desk_item",
        {
            "title": short(found.item.title, BRIEF),
            "spoken": spoken,
            "note": unread_note(found.unread),
        },
        choices=_fitting((*((read_on,) if goes_on else ()), *_deeds(found)), item_id),
        back=_desk(found.item.bulletin_id),
    )


@routes.on
async def more_deeds(turn: Turn, item_id: int) -> Screen:
    """What else can be done with an item, when its own screen had no room for it."""
    found = await deeds.item(turn.store, turn.person, item_id, turn.now)
    title = short(found.item.title, TITLE)
    rest = _deeds(found)[-2:]
    back = _desk(found.item.bulletin_id)
    return Screen("bulletins.more_deeds", {"title": title}, choices=rest, back=back)


@routes.on
async def move_up(turn: Turn, item_id: int) -> Screen:
    """One place further up."""
    changed = await deeds.move_up(turn.store, turn.person, item_id, turn.now)
    return _changed("bulletins.moved", changed)


@routes.on
async def remove(turn: Turn, item_id: int) -> Screen:
    """Out of the bulletin; it can be put back."""
    changed = await deeds.remove(turn.store, turn.person, item_id, turn.now)
    return _changed("bulletins.removed", changed, Choice("bulletins.put_back", put_back, item_id))


@routes.on
async def put_back(turn: Turn, item_id: int) -> Screen:
    """Back in its place."""
    changed = await deeds.put_back(turn.store, turn.person, item_id, turn.now)
    return _changed("bulletins.is_back", changed)


@routes.on
async def readings(turn: Turn, bulletin_id: int, page: int) -> Screen:
    """The readings people gave that this bulletin uses; each can be changed."""
    found = await on_desk(turn.store, turn.person, bulletin_id, turn.now)
    start = page * ON_A_PAGE
    choices = [
        Choice(
            "bulletins.one_reading",
            ask_reading,
            bulletin_id,
            mark_of(token),
            token=short(token, 18),
        )
        for token in found.plan.readings
    ]
    shown = choices[start : start + ON_A_PAGE]
    if len(choices) > start + ON_A_PAGE:
        shown.append(Choice("bulletins.more", readings, bulletin_id, page + 1))
    lines = tuple(
        words("bulletins.is_read", token=short(token, BRIEF), spoken=short(spoken, BRIEF))
        for token, spoken in list(found.plan.readings.items())[start : start + ON_A_PAGE]
    )
    return Screen(
        "bulletins.readings", {"lines": lines}, choices=tuple(shown), back=_desk(bulletin_id)
    )


@routes.on
async def ask_reading(turn: Turn, bulletin_id: int, mark: str) -> Screen:
    """How a word is read, in the editor's own words."""
    token = await editing.token_of(turn.store, turn.person, bulletin_id, mark, turn.now)
    back = _desk(bulletin_id)
    if not token:
        return Screen("bulletins.gone", back=back)
    asks = (take_reading, bulletin_id, mark)
    return Screen("bulletins.ask_reading", {"token": token}, asks=asks, back=back)


@routes.on
async def take_reading(turn: Turn, bulletin_id: int, mark: str) -> Screen:
    """The reading is kept for every bulletin to come; the next hard word may follow."""
    back = _desk(bulletin_id)
    token = await editing.token_of(turn.store, turn.person, bulletin_id, mark, turn.now)
    if not token:
        return Screen("bulletins.gone", back=back)
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
        choices=give_reading(bulletin_id, left) or (_see_desk(bulletin_id),),
        back=back,
    )


def give_reading(bulletin_id: int, unread: tuple[str, ...]) -> tuple[Choice, ...]:
    """The way to say how the first hard word is read, if there is one."""
    if not unread:
        return ()
    return (Choice("bulletins.give_reading", ask_reading, bulletin_id, mark_of(unread[0])),)


def unread_note(unread: tuple[str, ...]) -> Words | str:
    """Which words nobody can read for certain."""
    return words("bulletins.unread_note", count=len(unread), tokens=named(unread)) if unread else ""


def _deeds(found: OnDesk) -> tuple[Choice, ...]:
    desk = found.desk
    item_id = found.item.id
    choices: list[Choice] = []
    if desk.edits:
        choices += give_reading(desk.bulletin.id, found.unread) or _change_reading(desk)
    if found.may_change:
        choices.append(Choice("bulletins.correct", ask_correction, item_id))
    if desk.edits and desk.items and desk.items[0].id != item_id:
        choices.append(Choice("bulletins.move_up", move_up, item_id))
    if found.may_change:
        choices.append(Choice("bulletins.remove", remove, item_id))
    return tuple(choices)


def _fitting(choices: tuple[Choice, ...], item_id: int) -> tuple[Choice, ...]:
    """As many as a screen holds; the last two move behind one."""
    if len(choices) <= MOST_CHOICES:
        return choices
    return (*choices[:-2], Choice("bulletins.see_more", more_deeds, item_id))


def _change_reading(desk: Desk) -> tuple[Choice, ...]:
    if not desk.plan.readings:
        return ()
    return (Choice("bulletins.see_readings", readings, desk.bulletin.id, 0),)


def _changed(key: str, changed: Changed, *choices: Choice) -> Screen:
    values = {
        "title": short(changed.item.title, TITLE),
        "note": approve_again(lost=changed.lost),
    }
    see = Choice("bulletins.see_items", desk_items, changed.item.bulletin_id, 0)
    back = _desk(changed.item.bulletin_id)
    return Screen(key, values, choices=(*choices, see), back=back)


def _see_desk(bulletin_id: int) -> Choice:
    return Choice("bulletins.see_desk", routes.presses["bulletins.desk"], bulletin_id)


def _desk(bulletin_id: int) -> Place:
    """The way back: the desk's file stands above this one."""
    return (routes.presses["bulletins.desk"], bulletin_id)
