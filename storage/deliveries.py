"""Deliveries: what waits to be sent to somebody who did not just ask.

A delivery is written in the same transaction as its cause, or belongs to a broadcast that is
(`storage.mailings`). Its states:
queued -> leased -> sending -> sent | uncertain | failed | unreachable; `unlinked` when the member
has no account yet, `listed` when that lasted too long, `recalled` when the sender took it back,
`told` when somebody said it by phone or the member found it in a list, `held` when the books came
back from a backup: it may have been sent since that was made.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    select,
    update,
)

from rules.messages import NOT_BROUGHT, Message
from storage import accounts as doors
from storage import mailings, restorations
from storage.accounts import Account
from storage.audiences import linked
from storage.mailings import CHUNK, HELD, LANES, NOTICES, ON_ITS_WAY, Mailing, read_mailing
from storage.store import Row, Store
from storage.tables import QUEUED, UNDER_LEASE, accounts, deliveries, members
from storage.tables import mailings as mailing_rows

LEASE = timedelta(seconds=60)
STILL_NEWS = timedelta(days=7)


@dataclass(frozen=True)
class Waiting:
    """A delivery this process has leased, with the accounts it may go to, the best one first."""

    id: int
    member_id: int
    mailing: Mailing
    attempts: int
    accounts: tuple[Account, ...]

    @property
    def cause(self) -> str:
        """What it belongs to."""
        return self.mailing.cause

    @property
    def message(self) -> Message:
        """What it says."""
        return self.mailing.message


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
        store, cause, message, due, now, lane=lane, urgent=urgent, repeats=repeats
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


async def oldest_due(store: Store) -> datetime | None:
    """Since when the oldest queued delivery is due, of what is not paused."""
    going = deliveries.c.mailing_id.not_in(HELD)
    waiting = select(func.min(deliveries.c.not_before)).where(_IS_QUEUED, going)
    found: datetime | None = await store.value(waiting)
    return found


# --- sending ---------------------------------------------------------------------------------


async def lease(
    store: Store, owner: str, now: datetime, limit: int, lanes: Sequence[int] = LANES
) -> Sequence[Waiting]:
    """Take up to `limit` due deliveries of these lanes for this owner, the answers first."""
    if await restorations.paused(store):
        return []
    await _release(store, deliveries.c.lease_until < now)
    picked: list[Row] = []
    for lane in lanes:
        if len(picked) < limit:
            given = {"lane": lane, "now": now, "most": limit - len(picked)}
            picked += await store.all(_DUE, **given)
    return await _take(store, picked, owner, now + LEASE) if picked else []


async def _take(
    store: Store, picked: Sequence[Row], owner: str, until: datetime
) -> Sequence[Waiting]:
    """Lease those whose mailing is going. Mailings are held until the lease is committed: what is
    stopped meanwhile sees it, or is seen."""
    mine = {row["mailing_id"] for row in picked}
    found = select(mailing_rows).where(mailing_rows.c.id.in_(mine)).with_for_update(read=True)
    known = {row["id"]: read_mailing(row) for row in await store.all(found)}
    over = [row["id"] for row in picked if known[row["mailing_id"]].state not in ON_ITS_WAY]
    if over:  # it came back into the queue behind the stopping of its mailing
        await _become(store, deliveries.c.id.in_(over), "recalled")
    going = [row for row in picked if known[row["mailing_id"]].state == "going"]
    ids = [row["id"] for row in going]
    await _become(store, deliveries.c.id.in_(ids), "leased", owner=owner, lease_until=until)
    addresses = await doors.of_members(store, {row["member_id"] for row in going})
    return [
        Waiting(
            row["id"],
            row["member_id"],
            known[row["mailing_id"]],
            row["attempts"],
            tuple(addresses[row["member_id"]]),
        )
        for row in going
    ]


async def sending(store: Store, delivery_id: int, owner: str, account_id: int) -> bool:
    """Say that the call is about to be made; False when the lease was lost to another, the mailing
    was paused or stopped, or the account is no longer this member's."""
    given = {"delivery": delivery_id, "by": owner, "account": account_id}
    return await store.run(_SENDING, **given) == 1


async def settle(store: Store, delivery_id: int, owner: str, state: str, **values: Any) -> bool:
    """Record how it ended; refused (False) to an owner whose lease was lost to another. One that
    was given up as uncertain meanwhile is nobody else's, and now its owner knows."""
    values = {"state": state, "lease_until": None, **values}
    given = {f"new_{name}": value for name, value in values.items()}
    moved = await store.run(_move(tuple(values)), delivery=delivery_id, by=owner, **given)
    return moved == 1


async def put_back(
    store: Store, delivery_id: int, owner: str, not_before: datetime, *, tries: int
) -> bool:
    """Queue again what was certainly not delivered, after so many tries that count."""
    return await settle(store, delivery_id, owner, "queued", not_before=not_before, attempts=tries)


async def give_back(store: Store, delivery_id: int, owner: str) -> None:
    """Queue again what was leased and not begun."""
    await store.run(_GIVE_BACK, delivery=delivery_id, by=owner)


async def give_up(store: Store, delivery_id: int, owner: str, problem: str) -> None:
    """Something went wrong with us: what was being sent may have arrived."""
    mine = _MINE & deliveries.c.state.in_(("leased", "sending"))
    state = case((deliveries.c.state == "sending", "uncertain"), else_="failed")
    changed = update(deliveries).where(mine).values(state=state, problem=problem, lease_until=None)
    await store.run(changed, delivery=delivery_id, by=owner)


# --- what happens to them besides ------------------------------------------------------------


async def waken(store: Store, member_id: int, now: datetime) -> int:
    """Queue what was left lately for a member who had no account, now that there is one.

    Older things are only "listed": they are found in the lists, and nobody is greeted by a flood.
    """
    waiting = (deliveries.c.member_id == member_id) & (deliveries.c.state == "unlinked")
    await _become(store, waiting & (deliveries.c.created_at <= now - STILL_NEWS), "listed")
    soon = store.org.awake(now)
    due = case((deliveries.c.not_before > soon, deliveries.c.not_before), else_=soon)
    return await _become(store, waiting, "queued", not_before=due)


async def prove(
    store: Store, delivery_id: int, account_id: int, message_ref: str, now: datetime
) -> None:
    """A press on its message proves that it arrived, whatever we believed."""
    given = {"delivery": delivery_id, "account": account_id, "ref": message_ref, "now": now}
    await store.run(_PROVE, **given)


async def tell(store: Store, cause: str, member_id: int, now: datetime) -> None:
    """What no message brought was said by phone, found in a list or brought by a reminder: it is
    not sent any more."""
    given = {"of": cause, "member": member_id, "now": now}
    await store.run(_TELL, **given)


async def take_over(store: Store, gone: Iterable[str] | None = None) -> int:
    """What was leased by owners that are gone; None: by anybody, at the start of the only process.
    What they were sending is uncertain from now on. How many deliveries there were."""
    leased = _LEASED if gone is None else _LEASED & deliveries.c.owner.in_(gone)
    return await _release(store, leased)


async def owners(store: Store) -> Sequence[str]:
    """Who has leased something."""
    in_hand = deliveries.c.state.in_(("leased", "sending"))
    return await store.values(select(deliveries.c.owner).where(_LEASED, in_hand).distinct())


async def hold(store: Store) -> int:
    """Hold whatever waits, as in books from a backup: it may have been sent already. What waits for
    somebody to join is found in the lists. How many are held."""
    while await mailings.advance(store):
        pass
    await _release(store, _LEASED)
    await _become(store, deliveries.c.state == "unlinked", "listed")
    return await _become(store, _IS_QUEUED, "held")


async def let_go(store: Store, now: datetime, *, send: bool) -> int:
    """End the holding: send what was held, or leave it uncertain for ever; how many."""
    held = deliveries.c.state == "held"
    if not send:
        return await _become(store, held, "uncertain")
    return await _become(store, held, "queued", not_before=store.org.awake(now))


async def _become(store: Store, which: ColumnElement[bool], state: str, **values: Any) -> int:
    return await store.run(update(deliveries).where(which).values(state=state, **values))


async def _release(store: Store, whose: ColumnElement[bool]) -> int:
    """What was only leased goes back; what was being sent may have arrived: uncertain."""
    released = 0
    for before, after in (("leased", "queued"), ("sending", "uncertain")):
        which = whose & (deliveries.c.state == before)
        released += await _become(store, which, after, lease_until=None)
    return released


def _linked(ids: Sequence[int]) -> Any:
    return select(members.c.id).where(members.c.id.in_(ids), linked(members.c.id))


# Statements of every send are made once. Conditions of partial indexes are said in their letters.

_IS_QUEUED: ColumnElement[bool] = literal_column(f"deliveries.{QUEUED}")
_LEASED: ColumnElement[bool] = literal_column(f"deliveries.{UNDER_LEASE}")
_MINE = (deliveries.c.id == bindparam("delivery")) & (deliveries.c.owner == bindparam("by"))
_COUNTS = (
    select(deliveries.c.state, func.count().label("n"))
    .where(deliveries.c.cause == bindparam("of"))
    .group_by(deliveries.c.state)
)
_DUE = (
    select(deliveries.c.id, deliveries.c.member_id, deliveries.c.mailing_id, deliveries.c.attempts)
    .where(
        _IS_QUEUED,
        deliveries.c.lane == bindparam("lane"),
        deliveries.c.not_before <= bindparam("now"),
        deliveries.c.mailing_id.not_in(HELD),
    )
    .order_by(deliveries.c.not_before, deliveries.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_SENDING = (
    update(deliveries)
    .where(
        _MINE,
        deliveries.c.state == "leased",
        exists().where(
            mailing_rows.c.id == deliveries.c.mailing_id, mailing_rows.c.state == "going"
        ),
        exists().where(
            accounts.c.id == bindparam("account"), accounts.c.member_id == deliveries.c.member_id
        ),
    )
    .values(state="sending", account_id=bindparam("account"), attempts=deliveries.c.attempts + 1)
)
_GIVE_BACK = (
    update(deliveries)
    .where(_MINE, deliveries.c.state == "leased")
    .values(state="queued", lease_until=None)
)
_PROVE = (
    update(deliveries)
    .where(
        deliveries.c.id == bindparam("delivery"),
        deliveries.c.account_id == bindparam("account"),
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


@cache
def _move(names: tuple[str, ...]) -> Any:
    mine = _MINE & deliveries.c.state.in_(("leased", "sending", "uncertain"))
    return update(deliveries).where(mine).values({name: bindparam(f"new_{name}") for name in names})
