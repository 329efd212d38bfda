"""Mailings: one message, and those it is for.

To a few people a delivery is written for each at once. A broadcast asks the books for its audience
a piece at a time, each in a transaction of its own: its mailing says how far that has come, so a
crash loses nothing, and no number of people is ever in memory or holds the loop.

going -> paused -> going; going | paused -> stopping -> stopped, when nothing of it waits any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    bindparam,
    case,
    func,
    literal,
    literal_column,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from rules.messages import Message
from rules.words import Words
from storage.audiences import Audience, linked, people
from storage.encoding import decode, decode_message, encode, encode_message
from storage.store import Row, Store
from storage.tables import HELD_UP, UNSPREAD, deliveries, mailings

LANES = ANSWERS, NOTICES = 0, 1  # answers to a living person are never behind a broadcast
CHUNK = 500  # people in one transaction
ON_ITS_WAY = ("going", "paused")
WAITING = ("queued", "unlinked")  # states of a delivery that can be taken back
_HELD_UP: ColumnElement[bool] = literal_column(f"mailings.{HELD_UP}")
_UNSPREAD: ColumnElement[bool] = literal_column(f"mailings.{UNSPREAD}")
HELD = select(mailings.c.id).where(_HELD_UP)  # nothing of these is sent


@dataclass(frozen=True)
class Mailing:
    """A mailing. `sender_id` and `about` are a broadcast's: who is asked when it goes badly, and
    how it is called then. `repeats` is the cause it says once more."""

    id: int
    cause: str
    message: Message
    lane: int
    state: str
    sender_id: int | None
    about: Words | None
    pauses: int
    repeats: str | None
    urgent: bool
    due: datetime
    useful_until: datetime | None


async def get(store: Store, mailing_id: int) -> Mailing | None:
    """One mailing."""
    row = await store.one(select(mailings).where(mailings.c.id == mailing_id))
    return read_mailing(row) if row else None


async def of(store: Store, cause: str) -> Sequence[Mailing]:
    """The mailings of a cause: one for each thing it says to somebody."""
    rows = await store.all(select(mailings).where(mailings.c.cause == cause))
    return [read_mailing(row) for row in rows]


async def state(store: Store, cause: str) -> str:
    """Whether what goes out for this cause is going, paused or stopped."""
    found = await store.value(select(mailings.c.state).where(mailings.c.cause == cause).limit(1))
    return "stopped" if found == "stopping" else found or "going"


async def paused(store: Store) -> Sequence[Row]:
    """What is paused (cause, created_at, and how many are waiting for it), the oldest first."""
    waiting = select(func.count()).where(
        deliveries.c.mailing_id == mailings.c.id, deliveries.c.state == "queued"
    )
    chosen = select(
        mailings.c.cause, mailings.c.created_at, waiting.scalar_subquery().label("waiting")
    )
    return await store.all(
        chosen.where(_HELD_UP, mailings.c.state == "paused").order_by(mailings.c.id)
    )


def read_mailing(row: Row) -> Mailing:
    """A row as a mailing."""
    return Mailing(
        row["id"],
        row["cause"],
        decode_message(row["message"]),
        row["lane"],
        row["state"],
        row["sender_id"],
        decode(row["about"]),
        row["pauses"],
        row["repeats"],
        row["urgent"],
        row["not_before"],
        row["useful_until"],
    )


_GOING_OUT = select(mailings.c.id, mailings.c.message).where(
    mailings.c.cause == bindparam("because"),
    or_(*(mailings.c.state == one for one in ON_ITS_WAY)),
)


async def begin(
    store: Store, cause: str, message: Message, due: datetime, now: datetime, **values: Any
) -> int:
    """The mailing of this cause that says this, begun unless it was before; its id."""
    said = encode_message(message)
    for row in await store.all(_GOING_OUT, because=cause):
        if row["message"] == said:
            return int(row["id"])
    common = {"urgent": False, "lane": NOTICES, "audience": None, "spread": True, **values}
    return await store.add(
        mailings,
        cause=cause,
        message=said,
        not_before=due,
        created_at=now,
        reached=0,
        state="going",
        pauses=0,
        **common,
    )


async def spread(
    store: Store,
    cause: str,
    audience: Audience,
    message: Message,
    now: datetime,
    *,
    sender_id: int | None = None,
    about: Words | None = None,
    not_before: datetime | None = None,
    urgent: bool = False,
    repeats: str | None = None,
    useful_until: datetime | None = None,
) -> None:
    """Leave a message for an audience of any size: the first of it now, the rest piece by piece.

    Who has one of this cause already gets no second; whoever has come to the audience since the
    same was left before gets it now. `useful_until`: it is not put off beyond that.
    """
    due = not_before or now
    mailing_id = await begin(
        store,
        cause,
        message,
        due if urgent else store.org.awake(due),
        now,
        urgent=urgent,
        audience=list(audience),
        spread=False,
        sender_id=sender_id,
        about=encode(about),
        repeats=repeats,
        useful_until=useful_until,
    )
    done = (mailings.c.id == mailing_id) & mailings.c.spread
    await store.run(update(mailings).where(done).values(spread=False, reached=0))
    await _reach(store, mailing_id)


async def unreached(store: Store, cause: str, audience: Audience, *, joined: bool = False) -> int:
    """How many of an audience have no delivery of this cause; of those who have joined only, if
    `joined`."""
    everyone = people(audience)
    has_one = (
        select(deliveries.c.id)
        .where(deliveries.c.cause == cause, deliveries.c.member_id == everyone.c.id)
        .exists()
    )
    asked = select(func.count()).select_from(everyone).where(~has_one)
    if joined:
        asked = asked.where(linked(everyone.c.id))
    return int(await store.value(asked) or 0)


async def advance(store: Store) -> bool:
    """One piece of what is not done: a broadcast reaches more people, or one that was stopped takes
    more back. False when there is nothing to do."""
    found = await store.value(
        select(mailings.c.id)
        .where(_UNSPREAD)
        .order_by(mailings.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    if found is not None:
        await _reach(store, found)
        return True
    stopping = select(mailings.c.id).where(_HELD_UP, mailings.c.state == "stopping")
    found = await store.value(stopping.limit(1).with_for_update(skip_locked=True))
    if found is not None:
        await _take_back(store, found)
    return found is not None


async def pause(store: Store, cause: str) -> bool:
    """Send nothing more of this cause for now; False when it was not going."""
    return await _shift(store, cause, ("going",), "paused", pauses=mailings.c.pauses + 1)


async def go_on(store: Store, cause: str) -> bool:
    """Send on; False when it was not paused."""
    return await _shift(store, cause, ("paused",), "going")


async def stop(store: Store, cause: str, *, and_below: bool = False) -> bool:
    """Send nothing more of this cause for ever, nor of those that go on after it with a colon when
    they are meant too; False when there was nothing to stop."""
    stopped = await _shift(
        store, cause, ON_ITS_WAY, "stopping", and_below=and_below, spread=True, reached=0
    )
    which = _which(cause, and_below) & (mailings.c.state == "stopping")
    for mailing_id in await store.values(select(mailings.c.id).where(which)):
        await _take_back(store, mailing_id)
    return stopped


async def spare(store: Store, cause: str, member_id: int) -> None:
    """Take back what waits for one member of the causes that go on after this one with a colon."""
    await store.run(
        update(deliveries)
        .where(
            deliveries.c.cause.startswith(f"{cause}:"),
            deliveries.c.member_id == member_id,
            deliveries.c.state.in_(WAITING),
        )
        .values(state="recalled")
    )


async def untouched(store: Store, cause: str) -> bool:
    """Whether nothing of this cause has been picked up for sending. Its mailing is held until the
    end of the transaction, so that nothing is picked up behind the answer."""
    await store.all(select(mailings.c.id).where(mailings.c.cause == cause).with_for_update())
    gone = deliveries.c.state.not_in((*WAITING, "recalled"))
    found = select(deliveries.c.id).where(deliveries.c.cause == cause, gone).limit(1)
    return await store.value(found) is None


async def _shift(
    store: Store,
    cause: str,
    before: Sequence[str],
    after: str,
    *,
    and_below: bool = False,
    **values: Any,
) -> bool:
    which = _which(cause, and_below) & mailings.c.state.in_(before)
    return await store.run(update(mailings).where(which).values(state=after, **values)) > 0


def _which(cause: str, and_below: bool) -> Any:
    this = mailings.c.cause == cause
    return this | mailings.c.cause.startswith(f"{cause}:") if and_below else this


async def _reach(store: Store, mailing_id: int) -> None:
    """Write the deliveries of the next people of a broadcast's audience."""
    row = await store.one(select(mailings).where(mailings.c.id == mailing_id))
    assert row is not None
    if row["spread"]:
        return
    everyone = people(tuple(row["audience"]))
    piece = (
        select(everyone.c.id)
        .where(everyone.c.id > row["reached"])
        .order_by(everyone.c.id)
        .limit(CHUNK)
        .subquery()
    )
    last = await store.one(
        select(func.max(piece.c.id).label("id"), func.count().label("people")).select_from(piece)
    )
    assert last is not None
    if last["people"]:
        await _write(store, row, piece)
    done = {"reached": last["id"] or row["reached"], "spread": last["people"] < CHUNK}
    await store.run(update(mailings).where(mailings.c.id == mailing_id).values(**done))


async def _write(store: Store, row: Row, piece: Any) -> None:
    """A delivery for each of those people who has none of this cause, without a look at them."""
    given = {
        "cause": row["cause"],
        "mailing_id": row["id"],
        "lane": row["lane"],
        "attempts": 0,
        "not_before": row["not_before"],
        "created_at": row["created_at"],
    }
    where_it_stands = case((linked(piece.c.id), "queued"), else_="unlinked")
    chosen = select(
        piece.c.id,
        where_it_stands,
        *(literal(value, deliveries.c[name].type) for name, value in given.items()),
    ).where(true())
    kind = postgresql if store.dialect == "postgresql" else sqlite
    await store.run(
        kind.insert(deliveries)
        .from_select(["member_id", "state", *given], chosen)
        .on_conflict_do_nothing()
    )


async def _take_back(store: Store, mailing_id: int) -> None:
    """Take back the next deliveries that wait; when none is left, the mailing is stopped."""
    waiting = (deliveries.c.mailing_id == mailing_id) & deliveries.c.state.in_(WAITING)
    piece = select(deliveries.c.id).where(waiting).limit(CHUNK).with_for_update(skip_locked=True)
    # Asked for first: within the UPDATE, PostgreSQL may choose the piece anew for every row of it.
    taken = await store.values(piece)
    await store.run(update(deliveries).where(deliveries.c.id.in_(taken)).values(state="recalled"))
    if len(taken) < CHUNK and not await store.value(
        select(deliveries.c.id).where(waiting).limit(1)
    ):
        done = update(mailings).where(mailings.c.id == mailing_id)
        await store.run(done.values(state="stopped"))
