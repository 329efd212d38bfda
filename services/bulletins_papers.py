"""The papers items came in: what of them is not spoken, and whether their words leave the house."""

from dataclasses import replace
from datetime import datetime

from rules.bulletins_papers import parts_of
from rules.members import Person
from services.bulletins_items import Changed, OnDesk, change, changeable, item
from storage import bulletins_items as rows
from storage.store import Store


async def frame(
    store: Store, person: Person, item_id: int, now: datetime
) -> tuple[OnDesk, tuple[tuple[str, str], ...]]:
    """An item, and the parts of its paper no voice says: each with its lines."""
    found = await item(store, person, item_id, now)
    return found, parts_of(await rows.frame_of(store, found.item))


async def keep_inside(
    store: Store, person: Person, item_id: int, now: datetime, *, inside: bool
) -> tuple[Changed, int]:
    """Let no voice outside the house be given the words of this item's paper, or let it again; so
    many items are of that paper."""
    found = await changeable(store, person, item_id, now)
    paper = await rows.of_paper(store, found.item)
    for one in paper:
        await rows.change_item(store, one, stays_inside=inside)
    changed = replace(found, item=replace(found.item, stays_inside=inside))
    action = "kept inside" if inside else "let outside"
    return await change(store, person, changed, action, now), len(paper)
