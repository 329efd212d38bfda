"""The items on the desk: how each will be read, its place, and the words that need a reading."""

from handlers.bulletins_correcting import ask_correction
from handlers.bulletins_listening import ON_A_PAGE, TITLE, a_page, one_item, page_with, routes
from handlers.bulletins_papers import see_left_out, who_reads_it
from handlers.bulletins_reading import ask_spoken, give_spoken, unread_note
from handlers.bulletins_recording import recording_deeds
from handlers.bulletins_ways import approve_again, see_table, three_of, to_desk
from handlers.bulletins_words import change, line, take_entry_from
from handlers.dialog import MOST_CHOICES, Choice, Screen, Turn
from handlers.marks import Mark
from rules.bulletins import Item, month_words
from rules.bulletins_script import SCRIPT, page_of
from rules.bulletins_twins import numbers
from rules.bulletins_words import changeable, mark_of, used
from rules.words import Words, short, words
from services import bulletins_items as deeds
from services.bulletins_desk import on_desk
from services.bulletins_items import Changed, OnDesk

BRIEF = 40  # characters of a title above its text


@routes.on
async def desk_items(turn: Turn, bulletin_id: int, page: int) -> Screen:
    """The items of a bulletin that is prepared, three at a time."""
    found = await on_desk(turn.store, turn.person, bulletin_id, turn.now)
    page = min(page, page_with(len(found.items), len(found.items)))
    choices = [
        one_item(desk_item, number, one.title, one.id, 0)
        for number, one in enumerate(found.items, 1)
    ]
    more = Choice("bulletins.more", desk_items, bulletin_id, page + 1)
    inside = [number for number, one in enumerate(found.items, 1) if one.stays_inside]
    note = words("bulletins.inside_items", numbers=numbers(inside)) if inside else ""
    values = {"month": month_words(found.bulletin.month), "count": len(found.items), "note": note}
    back = (desk_items, bulletin_id, page - 1) if page > 0 else to_desk(bulletin_id)
    return Screen("bulletins.desk_items", values, a_page(choices, page, more), back=back)


@routes.on(marks=Mark.BRACKETED)
async def desk_item(turn: Turn, item_id: int, page: int) -> Screen:
    """One item: what a voice will say, a screen at a time, and what can be done with it."""
    found = await deeds.item(turn.store, turn.person, item_id, turn.now)
    spoken, goes_on = page_of("\n".join(found.lines), page, SCRIPT)
    read_on = Choice("bulletins.read_on", desk_item, item_id, page + 1)
    list_page = page_with(found.number, len(found.desk.items))
    before = (desk_item, item_id, page - 1)
    return Screen(
        "bulletins.desk_item_own" if found.item.recording else "bulletins.desk_item",
        {
            "title": short(found.item.title, BRIEF),
            "spoken": spoken,
            "note": unread_note(found.unread) or _marks(found.item),
        },
        choices=_with_reading_on(read_on if goes_on else None, found),
        back=before if page > 0 else (desk_items, found.item.bulletin_id, list_page),
    )


def _marks(item: Item) -> tuple[Words, ...]:
    """Who reads an item, when that is not any voice."""
    own = (words("bulletins.own_voice"),) if item.recording else ()
    return (*own, words("bulletins.is_inside")) if item.stays_inside else own


def _with_reading_on(read_on: Choice | None, found: OnDesk) -> tuple[Choice, ...]:
    """Reading on stands first and takes the place of a deed, which is found behind the last."""
    choices = _deeds(found)
    if read_on is None:
        return _fitting(choices, found.item.id)
    more = Choice("bulletins.see_more", more_deeds, found.item.id, MOST_CHOICES - 2)
    return (read_on, *choices[: MOST_CHOICES - 2], more)


@routes.on
async def more_deeds(turn: Turn, item_id: int, first: int) -> Screen:
    """What else can be done with an item, when its own screen had no room for it."""
    found = await deeds.item(turn.store, turn.person, item_id, turn.now)
    note = words("bulletins.is_inside") if found.item.stays_inside else ""
    values = {"title": short(found.item.title, TITLE), "note": note}
    choices = _fitting(_deeds(found), item_id, first)
    return Screen("bulletins.more_deeds", values, choices=choices, back=(desk_item, item_id, 0))


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
async def hear_item(turn: Turn, item_id: int) -> Screen:
    """One item as its listeners will hear it; words nobody can read come first."""
    found = await deeds.item(turn.store, turn.person, item_id, turn.now)
    title, back = short(found.item.title, TITLE), (desk_item, item_id, 0)
    ways = (*give_spoken(item_id, found.unread), see_table()) if found.desk.edits else ()
    if found.unread:
        note = unread_note(found.unread)
        return Screen("bulletins.item_unread", {"title": title, "note": note}, ways, back=back)
    choices = (
        Choice("bulletins.see_item", desk_item, item_id, 0),
        *((item_words_of(item_id),) if found.desk.edits else ()),
    )
    following = found.desk.items[found.number : found.number + 1]
    onward = [Choice("bulletins.next_item", hear_item, one.id) for one in following]
    return Screen(
        "bulletins.hear_item",
        {"number": found.number, "title": title},
        choices=(*onward, *choices),
        media=found.desk.plan.voice_of(found.number),
        meanwhile=words("bulletins.recording_item", number=found.number),
        back=back,
    )


@routes.on
async def item_words(turn: Turn, item_id: int, page: int) -> Screen:
    """The words of an item that are read otherwise than they are written, three at a time: each can
    be corrected, and any other by typing it."""
    found = await deeds.item(turn.store, turn.person, item_id, turn.now)
    own = used(found.desk.plan.readings, (found.item.title, found.item.text))
    others = changeable(found.lines, found.unread)
    shown, goes_on = three_of([*dict.fromkeys((*found.unread, *own, *others))], page)
    choices = [change(ask_spoken, one, item_id, mark_of(one), page) for one in shown]
    if goes_on:
        choices.append(Choice("bulletins.more", item_words, item_id, page + 1))
    lines = tuple(line(one, own[one]) for one in shown if one in own)
    return Screen(
        "bulletins.item_words",
        {"title": short(found.item.title, BRIEF), "lines": lines},
        choices=tuple(choices),
        asks=(take_item_entry, item_id, page),
        back=(item_words, item_id, page - 1) if page > 0 else (desk_item, item_id, 0),
    )


@routes.on(marks=Mark.ENTRY)
async def take_item_entry(turn: Turn, item_id: int, page: int) -> Screen:
    """A line for the table, typed at an item's words; Back leads there again."""
    back, asks = (item_words, item_id, page), (take_item_entry, item_id, page)
    return await take_entry_from(turn, back, asks)


def item_words_of(item_id: int) -> Choice:
    """The way to the words of an item."""
    return Choice("bulletins.see_readings", item_words, item_id, 0)


def _deeds(found: OnDesk) -> tuple[Choice, ...]:
    """All that can be done with an item, what is wanted most first; its sound and whether it leaves
    the house come before its place."""
    edits, item_id = found.desk.edits, found.item.id
    hard = give_spoken(item_id, found.unread) if edits else ()
    choices = [*(hard or (Choice("bulletins.hear_it", hear_item, item_id),))]
    if found.may_change:
        choices.append(Choice("bulletins.correct", ask_correction, item_id))
    if edits and not found.item.recording:
        choices.append(item_words_of(item_id))
    choices += [*recording_deeds(found), *who_reads_it(found)]
    if found.may_change:
        choices.append(Choice("bulletins.remove", remove, item_id))
    if edits and found.number > 1:
        choices.append(Choice("bulletins.move_up", move_up, item_id))
    return (*choices, *((see_left_out(item_id),) if found.framed else ()))


def _fitting(choices: tuple[Choice, ...], item_id: int, first: int = 0) -> tuple[Choice, ...]:
    """As many as a screen holds, from that one on; the others stand behind the last."""
    left = choices[first:]
    if len(left) <= MOST_CHOICES:
        return left
    behind = first + MOST_CHOICES - 1
    return (*left[: MOST_CHOICES - 1], Choice("bulletins.see_more", more_deeds, item_id, behind))


def _changed(key: str, changed: Changed, *choices: Choice) -> Screen:
    values = {
        "title": short(changed.item.title, TITLE),
        "note": approve_again(lost=changed.lost),
    }
    listed = (desk_items, changed.item.bulletin_id, max(0, changed.number - 1) // ON_A_PAGE)
    see = Choice("bulletins.see_items", *listed)
    return Screen(key, values, choices=(*choices, see), back=listed)
