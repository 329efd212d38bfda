"""Leases: a delivery is one process's for a minute, and what became of it is written by that one.

A sender takes what is due, says before each call that it makes it, and says afterwards how it went.
The owner's token fences every one of these: who was away longer than the lease is refused.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, exists, literal_column, or_, select, update

from rules.messages import Message
from storage import accounts as doors
from storage import restorations
from storage.accounts import Account
from storage.mailings import HELD, LANES, NOTICES, ON_ITS_WAY, Mailing, read_mailing
from storage.store import Row, Store
from storage.tables import QUEUED, UNDER_LEASE, accounts, deliveries
from storage.tables import mailings as mailing_rows

LEASE = timedelta(seconds=60)
# Conditions of partial indexes are said in their letters.
IS_QUEUED: ColumnElement[bool] = literal_column(f"deliveries.{QUEUED}")
_LEASED: ColumnElement[bool] = literal_column(f"deliveries.{UNDER_LEASE}")


@dataclass(frozen=True)
class Waiting:
    """A delivery this process has leased, with the accounts it may go to, the best one first."""

    id: int
    member_id: int
    mailing: Mailing
    attempts: int
    accounts: tuple[Account, ...] = ()

    @property
    def cause(self) -> str:
        """What it belongs to."""
        return self.mailing.cause

    @property
    def message(self) -> Message:
        """What it says."""
        return self.mailing.message


async def lease(
    store: Store, owner: str, now: datetime, limit: int, lanes: Sequence[int] = LANES
) -> Sequence[Waiting]:
    """Take up to `limit` due deliveries of these lanes for this owner, the answers first."""
    if await restorations.paused(store):
        return []
    await store.run(_RELEASE_LATE, now=now)
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
        await become(store, deliveries.c.id.in_(over), "recalled")
    going = [row for row in picked if known[row["mailing_id"]].state == "going"]
    ids = [row["id"] for row in going]
    await become(store, deliveries.c.id.in_(ids), "leased", owner=owner, lease_until=until)
    addresses = await doors.of_members(store, {row["member_id"] for row in going})
    return [
        Waiting(
            row["id"],
            row["member_id"],
            known[row["mailing_id"]],
            row["attempts"],
            tuple(
                one
                for one in addresses[row["member_id"]]
                if one.id != known[row["mailing_id"]].message.not_to
            ),
        )
        for row in going
    ]


async def sending(store: Store, delivery_id: int, owner: str, account_id: int) -> bool:
    """Say that the call is about to be made; False when the lease was lost to another, the mailing
    was paused or stopped, or the account is no longer this member's."""
    given = {"delivery": delivery_id, "by": owner, "account": account_id}
    return await store.run(_SENDING, **given) == 1


async def gather(
    store: Store, first: Waiting, owner: str, account_id: int, now: datetime
) -> Sequence[Waiting]:
    """Say of whatever else is due for the same person and can wait that it goes along in the same
    call as `first`, of which that was said: all of it stands under this owner's lease."""
    given = {
        "delivery": first.id,
        "member": first.member_id,
        "by": owner,
        "account": account_id,
        "now": now,
        "until": now + LEASE,
    }
    rows = await store.all(_GATHER, **given)
    wanted = select(mailing_rows).where(mailing_rows.c.id.in_({row["mailing_id"] for row in rows}))
    known = {row["id"]: read_mailing(row) for row in await store.all(wanted)} if rows else {}
    return [
        Waiting(
            row["id"],
            first.member_id,
            known[row["mailing_id"]],
            row["attempts"] - 1,  # before this one
        )
        for row in sorted(rows, key=lambda row: int(row["id"]))
    ]


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


async def take_over(store: Store, gone: Iterable[str] | None = None) -> int:
    """What was leased by owners that are gone; None: by anybody, at the start of the only process.
    What they were sending is uncertain from now on. How many deliveries there were."""
    theirs = _RELEASE if gone is None else _RELEASE.where(deliveries.c.owner.in_(gone))
    return await store.run(theirs)


async def owners(store: Store) -> Sequence[str]:
    """Who has leased something."""
    in_hand = deliveries.c.state.in_(("leased", "sending"))
    return await store.values(select(deliveries.c.owner).where(_LEASED, in_hand).distinct())


async def become(store: Store, which: ColumnElement[bool], state: str, **values: Any) -> int:
    """Bring those deliveries into a state; how many there were."""
    return await store.run(update(deliveries).where(which).values(state=state, **values))


# Statements of every send are made once.


def _in(*states: str) -> ColumnElement[bool]:
    """Whether a delivery is in one of these states. No list: a statement with one is not made
    ready."""
    return or_(*(deliveries.c.state == one for one in states))


# What was only leased goes back; what was being sent may have arrived: uncertain.
_RELEASE = (
    update(deliveries)
    .where(_LEASED, _in("leased", "sending"))
    .values(
        state=case((deliveries.c.state == "sending", "uncertain"), else_="queued"),
        lease_until=None,
    )
)
_RELEASE_LATE = _RELEASE.where(deliveries.c.lease_until < bindparam("now"))
_MINE = (deliveries.c.id == bindparam("delivery")) & (deliveries.c.owner == bindparam("by"))
_DUE = (
    select(deliveries.c.id, deliveries.c.member_id, deliveries.c.mailing_id, deliveries.c.attempts)
    .where(
        IS_QUEUED,
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
_GATHER = (
    update(deliveries)
    .where(
        deliveries.c.member_id == bindparam("member"),
        deliveries.c.id != bindparam("delivery"),
        deliveries.c.lane == NOTICES,
        deliveries.c.not_before <= bindparam("now"),
        or_(
            IS_QUEUED,
            (deliveries.c.state == "leased") & (deliveries.c.owner == bindparam("by")),
        ),
        exists().where(
            mailing_rows.c.id == deliveries.c.mailing_id,
            mailing_rows.c.state == "going",
            ~mailing_rows.c.urgent,
        ),
    )
    .values(
        state="sending",
        owner=bindparam("by"),
        lease_until=bindparam("until"),
        account_id=bindparam("account"),
        attempts=deliveries.c.attempts + 1,
    )
    .returning(deliveries.c.id, deliveries.c.mailing_id, deliveries.c.attempts)
)
_GIVE_BACK = (
    update(deliveries)
    .where(_MINE, deliveries.c.state == "leased")
    .values(state="queued", lease_until=None)
)


@cache
def _move(names: tuple[str, ...]) -> Any:
    mine = update(deliveries).where(_MINE, _in("leased", "sending", "uncertain"))
    return mine.values({name: bindparam(f"new_{name}") for name in names})
