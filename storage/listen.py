"""Whether what a file belongs to still stands, for those who open it by a link."""

from collections.abc import Collection

from sqlalchemy import exists, select

from storage.store import Store
from storage.tables import (
    attendance,
    bulletin_items,
    bulletins,
    case_messages,
    meeting_files,
    notices,
)

ELSEWHERE = (meeting_files, attendance, case_messages)


async def is_recalled(store: Store, media_id: int) -> bool:
    """Whether this file came with notices only, and every one of them was recalled."""
    states = await store.values(select(notices.c.state).where(notices.c.media_id == media_id))
    if set(states) != {"recalled"}:
        return False
    for table in ELSEWHERE:
        if await store.value(select(exists().where(table.c.media_id == media_id))):
            return False
    return True


async def have_items(store: Store, pieces: Collection[tuple[str, str]]) -> bool:
    """Whether each of these (a title and a text) is in a bulletin that was not given up."""
    titles = {title for title, _ in pieces}
    rows = await store.all(
        select(bulletin_items.c.title, bulletin_items.c.text)
        .join(bulletins, bulletins.c.id == bulletin_items.c.bulletin_id)
        .where(
            bulletin_items.c.title.in_(titles),
            bulletin_items.c.removed_at.is_(None),
            bulletins.c.state != "skipped",
        )
    )
    return set(pieces) <= {(row["title"], row["text"]) for row in rows}
