"""The audit table: who did or looked at what. Rows are only ever added."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from storage.store import Row, Store
from storage.tables import audit, members


async def note(
    store: Store,
    now: datetime,
    actor_id: int | None,
    action: str,
    subject: str,
    subject_id: int,
    *,
    member_id: int | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    """Write one line; `member_id` is the person whose things were touched or looked at."""
    await store.add(
        audit,
        at=now,
        actor_id=actor_id,
        action=action,
        subject=subject,
        subject_id=subject_id,
        member_id=member_id,
        detail=detail,
    )


async def looks_at(store: Store, member_id: int, limit: int) -> Sequence[Row]:
    """Who looked at this member's record last: name and moment, newest first."""
    return await store.all(
        select(members.c.name, audit.c.at)
        .join(members, members.c.id == audit.c.actor_id)
        .where(audit.c.member_id == member_id, audit.c.action == "looked")
        .order_by(audit.c.id.desc())
        .limit(limit)
    )
