"""Bulletins that leave the members' circle: those anybody may hear, those for the loudspeaker."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select

from rules.bulletins import Bulletin
from storage.bulletins import chosen
from storage.store import Store, read
from storage.tables import bulletins

SENT = bulletins.c.state == "sent"
PUBLIC = SENT & bulletins.c.public_at.is_not(None)


async def published(store: Store) -> Sequence[Bulletin]:
    """Those anybody may hear, the newest month first."""
    newest = (bulletins.c.month.desc(), bulletins.c.sent_at.desc(), bulletins.c.id)
    return await _all(store, chosen(PUBLIC).order_by(None).order_by(*newest))


async def published_of(store: Store, unit_id: int, month: date) -> Bulletin | None:
    """A unit's bulletin of that month, if anybody may hear it."""
    this = (bulletins.c.unit_id == unit_id) & (bulletins.c.month == month)
    return next(iter(await _all(store, chosen(PUBLIC, this))), None)


async def changed(store: Store) -> datetime | None:
    """When one was opened to everybody or closed last."""
    moment: datetime | None = await store.value(select(func.max(bulletins.c.public_changed_at)))
    return moment


async def without_file(store: Store, since: datetime) -> Sequence[Bulletin]:
    """Those sent since then that the loudspeaker's folder did not get."""
    waits = bulletins.c.loudspeaker_at.is_(None) & (bulletins.c.sent_at >= since)
    return await _all(store, chosen(SENT, waits))


async def sent_of(store: Store, month: date | None) -> Sequence[Bulletin]:
    """Those that were sent: of that month, or all of them."""
    return await _all(store, chosen(SENT, *([bulletins.c.month == month] if month else [])))


async def _all(store: Store, statement: Select[Any]) -> Sequence[Bulletin]:
    return [read(Bulletin, row) for row in await store.all(statement)]
