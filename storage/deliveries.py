"""Deliveries: what waits to be sent to somebody who did not just ask.

A delivery is written in the same transaction as its cause, or belongs to a broadcast that is
(`storage.mailings`). Its states:
queued -> leased -> sending -> sent | uncertain | failed | unreachable; `unlinked` when the member
has no account yet, `listed` when that lasted too long, `recalled` when the sender took it back,
`told` when somebody said it by phone or the member found it in a list, `held` when the books came
back from a backup: it may have been sent since that was made. How they are sent is told in
`storage.leases`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, case, exists, func, select, update

from rules.messages import NOT_BROUGHT, Message
from storage import leases, mailings, tables
from storage.audiences import linked
from storage.encoding import decode_message
from storage.leases import IS_QUEUED, become
from storage.mailings import CHUNK, HELD, NOTICES
from storage.store import Store
from storage.tables import accounts, deliveries, members

STILL_NEWS = timedelta(days=7)


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
    repeats: str | None = None,
    useful_until: datetime | None = None,
) -> int:
    """Leave one message for each of a few members; who has one of this cause already gets no
    second. For people without number there is `mailings.spread`.

    `cause` names what it is about and is unique per member: "notice:5", "notice:5:reminder:1".
    Unless urgent or an answer, it waits for the morning during the quiet hours.
    """
    ids = sorted(set(member_ids))
    if not ids:
        return 0
    due = not_before or now
    if lane == NOTICES and not urgent:
        due = store.org.awake(due)
    mailing_id = await mailings.begin(
        store,
        cause,
        message,
        due,
        now,
        lane=lane,
        urgent=urgent,
        repeats=repeats,
        useful_until=useful_until,
    )
    row = {
        "cause": cause,
        "mailing_id": mailing_id,
        "lane": lane,
        "attempts": 0,
        "not_before": due,
        "created_at": now,
    }
    reached = set(await store.values(_linked(ids)))
    rows = [
        {**row, "member_id": one, "state": "queued" if one in reached else "unlinked"}
        for one in ids
    ]
    new = 0
    for start in range(0, len(rows), CHUNK):
        new += await store.add_missing(deliveries, rows[start : start + CHUNK])
    return new


# --- looking ---------------------------------------------------------------------------------


async def counts(store: Store, cause: str) -> Counter[str]:
    """How many deliveries of this cause stand in each state."""
    rows = await store.all(_COUNTS, of=cause)
    return Counter({row["state"]: row["n"] for row in rows})


async def by_state(store: Store) -> Counter[str]:
    """How many deliveries stand in each state, of all causes."""
    counted = select(deliveries.c.state, func.count().label("n")).group_by(deliveries.c.state)
    return Counter({row["state"]: row["n"] for row in await store.all(counted)})


async def lanes(store: Store) -> dict[int, tuple[int, datetime]]:
    """How many deliveries are queued in each lane, of what is not paused, and since when the oldest
    of them is due."""
    lane, due = deliveries.c.lane, deliveries.c.not_before
    going = deliveries.c.mailing_id.not_in(HELD)
    queued = select(lane, func.count().label("n"), func.min(due).label("due"))
    rows = await store.all(queued.where(IS_QUEUED, going).group_by(lane))
    return {row["lane"]: (row["n"], row["due"]) for row in rows}


async def uncertain_since(store: Store, moment: datetime) -> int:
    """How many deliveries that were due since then are uncertain."""
    state, due = deliveries.c.state, deliveries.c.not_before
    late = select(func.count()).where(state == "uncertain", due >= moment)
    return int(await store.value(late) or 0)


async def brought(store: Store, member_id: int, since: datetime) -> Sequence[tuple[int, Message]]:
    """What was sent to a member since then, the newest first, with the delivery's id."""
    rows = await store.all(_BROUGHT, member=member_id, since=since)
    return [(row["id"], decode_message(row["message"])) for row in rows]


# --- what becomes of them without a send ----------------------------------------------------


async def waken(store: Store, member_id: int, now: datetime) -> int:
    """Queue what was left lately for a member who had no account, now that there is one.

    Older things are only "listed": they are found in the lists, and nobody is greeted by a flood.
    """
    waiting = (deliveries.c.member_id == member_id) & (deliveries.c.state == "unlinked")
    await become(store, waiting & (deliveries.c.created_at <= now - STILL_NEWS), "listed")
    soon = store.org.awake(now)
    due = case((deliveries.c.not_before > soon, deliveries.c.not_before), else_=soon)
    return await become(store, waiting, "queued", not_before=due)


async def prove(
    store: Store, delivery_id: int, account_id: int, message_ref: str, now: datetime
) -> None:
    """A press on its message proves that it arrived at that phone, whatever we believed and whoever
    of those who share it pressed."""
    given = {"delivery": delivery_id, "account": account_id, "ref": message_ref, "now": now}
    await store.run(_PROVE, **given)


async def tell(store: Store, cause: str, member_id: int, now: datetime) -> None:
    """What no message brought was said by phone, found in a list or brought by a reminder: it is
    not sent any more."""
    given = {"of": cause, "member": member_id, "now": now}
    await store.run(_TELL, **given)


async def hold(store: Store) -> int:
    """Hold whatever waits, as in books from a backup: it may have been sent already. What waits for
    somebody to join is found in the lists. How many are held."""
    while await mailings.advance(store):
        pass
    await leases.take_over(store)
    await become(store, deliveries.c.state == "unlinked", "listed")
    return await become(store, IS_QUEUED, "held")


async def let_go(store: Store, now: datetime, *, send: bool) -> int:
    """End the holding: send what was held, or leave it uncertain for ever; how many."""
    held = deliveries.c.state == "held"
    if not send:
        return await become(store, held, "uncertain")
    return await become(store, held, "queued", not_before=store.org.awake(now))


def _linked(ids: Sequence[int]) -> Any:
    return select(members.c.id).where(members.c.id.in_(ids), linked(members.c.id))


# Statements of every turn are made once.

_COUNTS = (
    select(deliveries.c.state, func.count().label("n"))
    .where(deliveries.c.cause == bindparam("of"))
    .group_by(deliveries.c.state)
)
_BROUGHT = (
    select(deliveries.c.id, tables.mailings.c.message)
    .join(deliveries, deliveries.c.mailing_id == tables.mailings.c.id)
    .where(
        deliveries.c.member_id == bindparam("member"),
        deliveries.c.sent_at >= bindparam("since"),
    )
    .order_by(deliveries.c.sent_at.desc(), deliveries.c.id.desc())
)
_SENT_TO, _PRESSED_AT = accounts.alias("sent_to"), accounts.alias("pressed_at")
_PROVE = (
    update(deliveries)
    .where(
        deliveries.c.id == bindparam("delivery"),
        exists().where(
            _SENT_TO.c.id == deliveries.c.account_id,
            _PRESSED_AT.c.id == bindparam("account"),
            _SENT_TO.c.messenger == _PRESSED_AT.c.messenger,
            _SENT_TO.c.address == _PRESSED_AT.c.address,
        ),
        deliveries.c.state == "uncertain",
    )
    .values(state="sent", message_ref=bindparam("ref"), sent_at=bindparam("now"))
)
_TELL = (
    update(deliveries)
    .where(
        deliveries.c.cause == bindparam("of"),
        deliveries.c.member_id == bindparam("member"),
        deliveries.c.state.in_(NOT_BROUGHT),
    )
    .values(state="told", sent_at=bindparam("now"))
)
