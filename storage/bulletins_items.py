"""The items of a bulletin, in their order; those taken out stay, to be put back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, select, update

from rules.bulletins import Bulletin, Item
from storage.store import Store, read
from storage.tables import bulletin_items, media


def _items(*conditions: Any) -> Select[Any]:
    """Items with the fingerprint of a person's own recording."""
    recording = media.c.fingerprint.label("recording")
    joined = bulletin_items.outerjoin(media, media.c.id == bulletin_items.c.media_id)
    return select(bulletin_items, recording).select_from(joined).where(*conditions)


_ITEMS = _items(
    bulletin_items.c.bulletin_id == bindparam("bulletin"), bulletin_items.c.removed_at.is_(None)
).order_by(bulletin_items.c.position, bulletin_items.c.id)


async def items(store: Store, bulletin_id: int) -> Sequence[Item]:
    """A bulletin's items in their order."""
    return [_item(row) for row in await store.all(_ITEMS, bulletin=bulletin_id)]


def _item(row: Mapping[Any, Any]) -> Item:
    return read(Item, {**row, "recording": row["recording"] or ""})


async def at(store: Store, bulletin_id: int, position: int) -> int:
    """The id of the item at that place."""
    here = (bulletin_items.c.bulletin_id == bulletin_id) & (bulletin_items.c.position == position)
    return int(await store.value(select(func.max(bulletin_items.c.id)).where(here)))


async def begun_in_time(store: Store, bulletin: Bulletin) -> bool:
    """Whether anything was written for it before its hour, also what was taken out again."""
    statement = select(func.count()).where(
        bulletin_items.c.bulletin_id == bulletin.id, bulletin_items.c.added_at < bulletin.due_at
    )
    return bool(await store.value(statement))


async def item(store: Store, item_id: int) -> Item | None:
    """One item, also one that was removed."""
    row = await store.one(_items(bulletin_items.c.id == item_id))
    return _item(row) if row else None


async def frame_of(store: Store, item: Item) -> Sequence[Sequence[str]]:
    """What was left out of the paper this item came in: it stands at the paper's first item."""
    found = await store.values(_of_paper(bulletin_items.c.left_out, item))
    return next((one for one in found if one), ())


async def of_paper(store: Store, item: Item) -> Sequence[int]:
    """The ids of all items that came in the paper this one came in, also of those removed."""
    return await store.values(_of_paper(bulletin_items.c.id, item))


def _of_paper(column: Any, item: Item) -> Select[Any]:
    """What came in the same moment from the same person is of one paper."""
    this, other = bulletin_items.alias(), bulletin_items
    together = (
        (this.c.bulletin_id == other.c.bulletin_id)
        & (this.c.added_at == other.c.added_at)
        & (this.c.source == other.c.source)
        & this.c.added_by.is_not_distinct_from(other.c.added_by)
    )
    return select(column).join(this, together).where(this.c.id == item.id).order_by(other.c.id)


async def add_items(
    store: Store,
    bulletin_id: int,
    pieces: Sequence[tuple[str, str]],
    source: str,
    member_id: int | None,
    now: datetime,
    *,
    apart: bool = False,
    left_out: Sequence[Sequence[str]] = (),
    stays_inside: bool = False,
) -> int:
    """Put items at the end of a bulletin; each is a title and a text. The place of the first.

    `apart`: as if removed in the moment they came, until somebody says that they are wanted.
    `left_out`: what of their paper no voice says.
    """
    last = await store.value(
        select(func.max(bulletin_items.c.position)).where(
            bulletin_items.c.bulletin_id == bulletin_id
        )
    )
    common = {
        "bulletin_id": bulletin_id,
        "source": source,
        "added_by": member_id,
        "added_at": now,
        "removed_at": now if apart else None,
        "replaced": False,
        "stays_inside": stays_inside,
    }
    first = (last or 0) + 1
    frame = [list(line) for line in left_out] or None
    rows = [
        {
            **common,
            "position": position,
            "title": title,
            "text": text,
            "left_out": frame if position == first else None,
        }
        for position, (title, text) in enumerate(pieces, first)
    ]
    await store.add_many(bulletin_items, rows)
    return first


async def let_in(
    store: Store, bulletin_id: int, member_id: int, places: range, now: datetime
) -> int:
    """Put in what this member added at those places and was kept apart ever since, as if it came
    now; how many items. What came in and was taken out again is left out."""
    here = (bulletin_items.c.bulletin_id == bulletin_id) & (
        bulletin_items.c.position.between(places.start, places.stop - 1)
    )
    apart = (bulletin_items.c.added_by == member_id) & (
        bulletin_items.c.removed_at == bulletin_items.c.added_at
    )
    let = update(bulletin_items).where(here, apart)
    return await store.run(let.values(added_at=now, removed_at=None))


async def put_in_place(
    store: Store, item: Item, title: str, text: str, source: str, now: datetime
) -> int:
    """Other words where an item stood, still its author's; the new item's id."""
    await change_item(store, item.id, removed_at=now, replaced=True)
    return await store.add(
        bulletin_items,
        bulletin_id=item.bulletin_id,
        position=item.position,
        title=title,
        text=text,
        source=source,
        added_by=item.added_by,
        added_at=now,
        replaced=False,
        stays_inside=item.stays_inside,
    )


async def newest_of(
    store: Store, bulletin_id: int, member_id: int, since: datetime, limit: int
) -> Sequence[int]:
    """The ids of the last items this member has added since then."""
    mine = (bulletin_items.c.bulletin_id == bulletin_id) & (bulletin_items.c.added_by == member_id)
    return await store.values(
        select(bulletin_items.c.id)
        .where(mine, bulletin_items.c.added_at >= since)
        .order_by(bulletin_items.c.id.desc())
        .limit(limit)
    )


async def forget_items(store: Store, ids: Sequence[int]) -> None:
    """Delete items nobody has seen yet."""
    await store.run(delete(bulletin_items).where(bulletin_items.c.id.in_(ids)))


async def change_item(store: Store, item_id: int, **values: Any) -> None:
    """Change an item's columns."""
    await store.run(update(bulletin_items).where(bulletin_items.c.id == item_id).values(**values))
