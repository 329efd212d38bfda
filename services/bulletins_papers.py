"""The papers items came in: what of them is not spoken, and whether their words leave the house."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from rules.bulletins_papers import parts_of
from rules.members import Person
from services.bulletins_items import (
    Changed,
    OnDesk,
    change,
    changeable,
    item,
    item_or_gone,
    put_back,
    remove,
)
from storage import bulletins_items as rows
from storage.store import Store

Deed = Callable[[Store, Person, int, datetime], Awaitable[Changed]]


@dataclass(frozen=True)
class PaperChanged:
    """What became of the items of a paper: so many of them; `lost` when an approval was."""

    bulletin_id: int
    count: int
    lost: bool


async def frame(
    store: Store, person: Person, item_id: int, now: datetime
) -> tuple[OnDesk, tuple[tuple[str, str], ...]]:
    """An item, and the parts of its paper no voice says: each with its lines."""
    found = await item(store, person, item_id, now)
    return found, parts_of(await rows.frame_of(store, found.item))


async def take_out(store: Store, person: Person, item_id: int, now: datetime) -> PaperChanged:
    """Take all of an item's paper out of the bulletin; it can be brought back."""
    return await _each(store, person, item_id, now, remove, gone=False)


async def bring_back(store: Store, person: Person, item_id: int, now: datetime) -> PaperChanged:
    """Bring all of it back that was taken out."""
    return await _each(store, person, item_id, now, put_back, gone=True)


async def _each(
    store: Store, person: Person, item_id: int, now: datetime, deed: Deed, *, gone: bool
) -> PaperChanged:
    first = await item_or_gone(store, person, item_id, now)
    count, lost = 0, False
    for one in await rows.of_paper(store, first.item):
        found = await rows.item(store, one)
        if found and not found.replaced and bool(found.removed_at) is gone:
            count, lost = count + 1, (await deed(store, person, one, now)).lost or lost
    return PaperChanged(first.item.bulletin_id, count, lost)


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
