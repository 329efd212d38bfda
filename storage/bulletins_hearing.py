"""Who has heard the whole of a bulletin in preparation, and what came to it since."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, func, or_, select, update

from storage.store import Store
from storage.tables import bulletin_items, bulletins, rehearsals


async def last_heard(store: Store, bulletin_id: int, member_id: int) -> str | None:
    """The fingerprint of what this member heard or read whole last, None when nothing was."""
    mine = _mine(bulletin_id, member_id)
    found: str | None = await store.value(select(rehearsals.c.fingerprint).where(mine))
    return found


async def sound_heard(store: Store, bulletin_id: int, member_id: int) -> str | None:
    """The hash of the recording there was when this member heard it whole, None without one."""
    found: str | None = await store.value(
        select(rehearsals.c.sound).where(_mine(bulletin_id, member_id))
    )
    return found


async def parts_heard(store: Store, bulletin_id: int, member_id: int) -> set[str]:
    """The prints of the parts this member heard or read last; empty when they are not known."""
    found = await store.value(select(rehearsals.c.parts).where(_mine(bulletin_id, member_id)))
    return set((found or "").split())


async def hear(
    store: Store,
    bulletin_id: int,
    member_id: int,
    fingerprint: str,
    sound: str | None,
    parts: Iterable[str],
    now: datetime,
) -> None:
    """Note what this member has heard, whole and by its parts; it takes the place of what was heard
    before."""
    said = " ".join(parts)
    values = {"fingerprint": fingerprint, "sound": sound, "parts": said, "heard_at": now}
    if not await store.add_new(rehearsals, bulletin_id=bulletin_id, member_id=member_id, **values):
        await store.run(update(rehearsals).where(_mine(bulletin_id, member_id)).values(**values))


_UNHEARD = (
    select(func.count())
    .select_from(bulletin_items)
    .join(bulletins, bulletins.c.id == bulletin_items.c.bulletin_id)
    .outerjoin(
        rehearsals,
        (rehearsals.c.bulletin_id == bulletins.c.id)
        & (rehearsals.c.member_id == bindparam("member")),
    )
    .where(
        bulletins.c.unit_id.in_(bindparam("units", expanding=True)),
        bulletins.c.state == "collecting",
        bulletin_items.c.removed_at.is_(None),
        bulletin_items.c.added_by.is_distinct_from(bindparam("member")),
        or_(rehearsals.c.heard_at.is_(None), bulletin_items.c.added_at > rehearsals.c.heard_at),
    )
)


async def unheard_items(store: Store, unit_ids: Sequence[int], member_id: int) -> int:
    """How many items others have added to those units' unapproved bulletins since this member heard
    them whole."""
    return int(await store.value(_UNHEARD, units=list(unit_ids), member=member_id) or 0)


def _mine(bulletin_id: int, member_id: int) -> ColumnElement[bool]:
    return (rehearsals.c.bulletin_id == bulletin_id) & (rehearsals.c.member_id == member_id)
