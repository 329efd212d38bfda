"""Deliveries that went to a shared phone as a name and nothing else, until they are seen."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, select

from rules.messages import Message
from storage.encoding import decode_message
from storage.store import Store
from storage.tables import coverings, deliveries, mailings

ARRIVED = ("sent", "uncertain")


async def cover(store: Store, delivery_ids: Collection[int], account_id: int) -> None:
    """Say that these go to that account without what they say."""
    for one in delivery_ids:
        await store.put(coverings, "delivery_id", delivery_id=one, account_id=account_id)


async def uncover(store: Store, delivery_ids: Collection[int]) -> None:
    """Say that what these bring was seen, or is about to be."""
    await store.run(delete(coverings).where(coverings.c.delivery_id.in_(delivery_ids)))


async def unseen(
    store: Store, member_id: int, since: datetime, now: datetime
) -> Sequence[tuple[int, Message]]:
    """What came covered to a member since then, is still of use and was not seen: the delivery's id
    and what it says, the newest first."""
    rows = await store.all(
        select(deliveries.c.id, mailings.c.message)
        .join(coverings, coverings.c.delivery_id == deliveries.c.id)
        .join(mailings, mailings.c.id == deliveries.c.mailing_id)
        .where(
            deliveries.c.member_id == member_id,
            deliveries.c.account_id == coverings.c.account_id,
            deliveries.c.state.in_(ARRIVED),
            deliveries.c.created_at >= since,
            mailings.c.useful_until.is_(None) | (mailings.c.useful_until > now),
        )
        .order_by(deliveries.c.id.desc())
    )
    return [(row["id"], decode_message(row["message"])) for row in rows]
