"""Correcting an item: its words are typed or sent anew; the earlier ones can be taken back."""

from handlers.bulletins_listening import TITLE, routes
from handlers.bulletins_reading import give_spoken, unread_note
from handlers.bulletins_ways import approve_again, see_table, to_desk, to_item
from handlers.bulletins_words import take_entry
from handlers.bulletins_writing import given, is_entry
from handlers.dialog import Choice, Screen, Turn
from handlers.marks import Mark
from rules.bulletins import Item
from rules.refusal import Refusal
from rules.words import short, words
from services import bulletins_items as deeds

SHOWN = 100  # characters of the words as they stand, so that they can be copied


@routes.on
async def ask_correction(turn: Turn, item_id: int) -> Screen:
    """Ask for the item's words as they should be."""
    item = (await deeds.item_or_gone(turn.store, turn.person, item_id, turn.now)).item
    if item.removed_at:
        return _replaced(item)
    values = {
        "title": short(item.title, TITLE),
        "text": short(item.text or item.title, SHOWN),
    }
    asks = (take_correction, item_id)
    return Screen("bulletins.ask_correction", values, asks=asks, back=to_item(item_id))


@routes.on(marks=Mark.OWN_WORDS)
async def take_correction(turn: Turn, item_id: int) -> Screen:
    """The new words stand in the item's place; words that cannot be used are asked for again."""
    item = (await deeds.item_or_gone(turn.store, turn.person, item_id, turn.now)).item
    if item.removed_at:
        return _replaced(item)
    if await is_entry(turn):
        return await take_entry(turn)
    try:
        changed = await deeds.correct(turn.store, turn.person, item_id, *given(turn), turn.now)
    except Refusal as no:
        return Screen(no.key, no.values, asks=(take_correction, item_id), back=to_item(item_id))
    new_id, again = changed.item.id, approve_again(lost=changed.lost)
    found = await deeds.item(turn.store, turn.person, new_id, turn.now)
    hard = found.unread if found.desk.edits else ()
    voice = words("bulletins.own_no_more") if changed.unrecorded else ""
    return Screen(
        "bulletins.corrected",
        {
            "title": short(changed.item.title, TITLE),
            "note": tuple(filter(None, (voice, unread_note(found.unread), again))),
        },
        choices=(
            *give_spoken(new_id, hard),
            Choice("bulletins.see_corrected", *to_item(new_id)),
            Choice("bulletins.take_back", take_back, new_id, item_id),
            *((see_table(),) if hard else ()),
        ),
        back=to_item(new_id),
    )


@routes.on
async def take_back(turn: Turn, item_id: int, old_id: int) -> Screen:
    """The earlier words stand again."""
    changed = await deeds.take_back(turn.store, turn.person, item_id, old_id, turn.now)
    values = {
        "title": short(changed.item.title, TITLE),
        "note": approve_again(lost=changed.lost),
    }
    return Screen("bulletins.taken_back", values, back=to_item(old_id))


def _replaced(item: Item) -> Screen:
    return Screen("bulletins.item_replaced", back=to_desk(item.bulletin_id))
