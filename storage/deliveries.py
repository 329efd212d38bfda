"""Deliveries: what waits to be sent to somebody who did not just ask.

A delivery is written in the same transaction as its cause. Its states:
queued -> leased -> sending -> sent | uncertain | failed | unreachable; `unlinked` when the member
has no account yet, `listed` when that lasted too long, `recalled` when the sender took it back,
`told` when somebody said it by phone or the member found it in a list, `held` when the books came
back from a backup: it may have been sent since that was made.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, func, select, update

from rules.messages import NOT_BROUGHT, Message
from storage import restorations
from storage.encoding import decode_message, encode_message
from storage.store import Store
from storage.tables import accounts, deliveries, members

ANSWERS, NOTICES = 0, 1  # lanes: answers to a living person are never behind a broadcast
LEASE = timedelta(seconds=60)
CHUNK = 500
STILL_NEWS = timedelta(days=7)


@dataclass(frozen=True)
class Waiting:
    """A delivery this process has leased."""

    id: int
    member_id: int
    cause: str
    message: Message
    urgent: bool
    attempts: int


async def leave(
    store: Store,
    cause: str,
    member_ids: Iterable[int],
    message: Message,
    now: datetime,
    *,
    not_before: datetime | None = None,
    urgent: bool = False,
    lane: int = NOTICES,
) -> int:
    """Leave one message for each member; who has one of this cause already gets no second.

    `cause` names what it is about and is unique per member: "notice:5", "notice:5:reminder:1".
    Unless urgent or an answer, it waits for the morning during the quiet hours.
    """
    due = not_before or now
    if lane == NOTICES and not urgent:
        due = store.org.awake(due)
    ids = sorted(set(member_ids))
    linked = set(await store.values(_linked(ids))) if ids else set()
    row = {
        "cause": cause,
        "message": encode_message(message),
        "lane": lane,
        "urgent": urgent,
        "attempts": 0,
        "not_before": due,
        "created_at": now,
    }
    rows = [
        {**row, "member_id": one, "state": "queued" if one in linked else "unlinked"} for one in ids
    ]
    new = 0
    for start in range(0, len(rows), CHUNK):
        new += await store.add_missing(deliveries, rows[start : start + CHUNK])
    return new


async def recall(store: Store, cause: str) -> int:
    """Take back what has not been picked up for sending; how many."""
    return await store.run(
        update(deliveries)
        .where(deliveries.c.cause == cause, deliveries.c.state.in_(("queued", "unlinked")))
        .values(state="recalled")
    )


async def counts(store: Store, cause: str) -> Counter[str]:
    """How many deliveries of this cause stand in each state."""
    rows = await store.all(
        select(deliveries.c.state, func.count().label("n"))
        .where(deliveries.c.cause == cause)
        .group_by(deliveries.c.state)
    )
    return Counter({row["state"]: row["n"] for row in rows})


async def by_state(store: Store) -> Counter[str]:
    """How many deliveries stand in each state, of all causes."""
    counted = select(deliveries.c.state, func.count().label("n")).group_by(deliveries.c.state)
    return Counter({row["state"]: row["n"] for row in await store.all(counted)})


async def oldest_due(store: Store) -> datetime | None:
    """Since when the oldest queued delivery is due."""
    waiting = select(func.min(deliveries.c.not_before)).where(deliveries.c.state == "queued")
    found: datetime | None = await store.value(waiting)
    return found


async def lease(store: Store, owner: str, now: datetime, limit: int) -> Sequence[Waiting]:
    """Take up to `limit` due deliveries for this owner, the answers first."""
    if await restorations.paused(store):
        return []
    await _release(store, deliveries.c.lease_until < now)
    pick = (
        select(deliveries.c.id)
        .where(deliveries.c.state == "queued", deliveries.c.not_before <= now)
        .order_by(deliveries.c.lane, deliveries.c.not_before, deliveries.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    ids = await store.values(pick)
    if not ids:
        return []
    await store.run(
        update(deliveries)
        .where(deliveries.c.id.in_(ids))
        .values(state="leased", owner=owner, lease_until=now + LEASE)
    )
    rows = await store.all(
        select(deliveries)
        .where(deliveries.c.id.in_(ids))
        .order_by(deliveries.c.lane, deliveries.c.id)
    )
    return [
        Waiting(
            row["id"],
            row["member_id"],
            row["cause"],
            decode_message(row["message"]),
            row["urgent"],
            row["attempts"],
        )
        for row in rows
    ]


async def sending(store: Store, delivery_id: int, owner: str, account_id: int) -> bool:
    """Say that the call is about to be made; False when the lease was lost to another."""
    return await _move(
        store,
        delivery_id,
        owner,
        ("leased",),
        state="sending",
        account_id=account_id,
        attempts=deliveries.c.attempts + 1,
    )


async def settle(store: Store, delivery_id: int, owner: str, state: str, **values: Any) -> bool:
    """Record how it ended; refused (False) to an owner whose lease was lost."""
    return await _move(store, delivery_id, owner, ("leased", "sending"), state=state, **values)


async def put_back(
    store: Store, delivery_id: int, owner: str, not_before: datetime, *, counted: bool
) -> bool:
    """Queue again what was certainly not delivered; a limit on everyone is nobody's failed try."""
    tries = deliveries.c.attempts if counted else deliveries.c.attempts - 1
    return await settle(store, delivery_id, owner, "queued", not_before=not_before, attempts=tries)


async def waken(store: Store, member_id: int, now: datetime) -> int:
    """Queue what was left lately for a member who had no account, now that there is one.

    Older things are only "listed": they are found in the lists, and nobody is greeted by a flood.
    """
    waiting = (deliveries.c.member_id == member_id) & (deliveries.c.state == "unlinked")
    old = deliveries.c.created_at <= now - STILL_NEWS
    await store.run(update(deliveries).where(waiting, old).values(state="listed"))
    soon = store.org.awake(now)
    due = case((deliveries.c.not_before > soon, deliveries.c.not_before), else_=soon)
    return await store.run(update(deliveries).where(waiting).values(state="queued", not_before=due))


async def prove(store: Store, account_id: int, message_ref: str, now: datetime) -> None:
    """A press on a message proves that it arrived, whatever we believed."""
    await store.run(
        update(deliveries)
        .where(
            deliveries.c.account_id == account_id,
            deliveries.c.message_ref == message_ref,
            deliveries.c.state == "uncertain",
        )
        .values(state="sent", sent_at=now)
    )


async def tell(store: Store, cause: str, member_id: int, now: datetime) -> None:
    """What no message brought was said by phone, or found in a list: it is not sent any more."""
    await store.run(
        update(deliveries)
        .where(
            deliveries.c.cause == cause,
            deliveries.c.member_id == member_id,
            deliveries.c.state.in_(NOT_BROUGHT),
        )
        .values(state="told", sent_at=now)
    )


async def take_over(store: Store) -> None:
    """At the start of the only process: whatever was leased was leased by one that is gone."""
    await _release(store, deliveries.c.lease_until.is_not(None))


async def hold(store: Store) -> int:
    """Hold whatever waits, as in books from a backup: it may have been sent already. What waits for
    somebody to join is found in the lists. How many are held."""
    await _release(store, deliveries.c.lease_until.is_not(None))
    await _become(store, "unlinked", "listed")
    return await _become(store, "queued", "held")


async def let_go(store: Store, now: datetime, *, send: bool) -> int:
    """End the holding: send what was held, or leave it uncertain for ever; how many."""
    if not send:
        return await _become(store, "held", "uncertain")
    return await _become(store, "held", "queued", not_before=store.org.awake(now))


async def _become(store: Store, before: str, after: str, **values: Any) -> int:
    changed = update(deliveries).where(deliveries.c.state == before)
    return await store.run(changed.values(state=after, **values))


async def _release(store: Store, whose: ColumnElement[bool]) -> None:
    """What was only leased goes back; what was being sent may have arrived: uncertain."""
    for before, after in (("leased", "queued"), ("sending", "uncertain")):
        await store.run(
            update(deliveries).where(deliveries.c.state == before, whose).values(state=after)
        )


async def _move(
    store: Store, delivery_id: int, owner: str, before: tuple[str, ...], **values: Any
) -> bool:
    mine: ColumnElement[bool] = (
        (deliveries.c.id == delivery_id)
        & (deliveries.c.owner == owner)
        & deliveries.c.state.in_(before)
    )
    return await store.run(update(deliveries).where(mine).values(**values)) == 1


def _linked(ids: Sequence[int]) -> Any:
    return (
        select(accounts.c.member_id)
        .join(members, members.c.id == accounts.c.member_id)
        .where(accounts.c.member_id.in_(ids), members.c.removed_at.is_(None))
    )
