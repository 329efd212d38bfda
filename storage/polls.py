"""Polls, their rolls and the votes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, case, delete, func, insert, literal, or_, select, update

from rules.polls import Draft, Poll, Seat
from rules.polls_counting import Alike, Turnout, Voter
from storage import mailings
from storage.audiences import Audience, among
from storage.encoding import decode, encode
from storage.store import Row, Store, read
from storage.tables import members, polls, roll, units, votes

enders = members.alias("enders")
RANK = case({"open": 0, "scheduled": 1}, value=polls.c.state, else_=2)


def chosen(*conditions: Any) -> Select[Any]:
    """Polls with their unit: the open ones by their close, then the others, the newest first."""
    return (
        select(
            polls,
            units.c.name.label("unit_name"),
            units.c.path.label("unit_path"),
            enders.c.name.label("ended_by"),
        )
        .join(units, units.c.id == polls.c.unit_id)
        .outerjoin(enders, enders.c.id == polls.c.closed_by)
        .where(*conditions)
        .order_by(RANK, case((RANK == 0, polls.c.closes_at)), polls.c.id.desc())
    )


_GET = chosen(polls.c.id == bindparam("poll"), polls.c.state != "draft")
_DRAFT = chosen(polls.c.id == bindparam("draft"), polls.c.state == "draft")
_DRAFT_OF = chosen(polls.c.author_id == bindparam("author"), polls.c.state == "draft")


async def get(store: Store, poll_id: int) -> Poll | None:
    """One poll that is no draft any more."""
    row = await store.one(_GET, poll=poll_id)
    return _poll(row) if row else None


async def hold(store: Store, poll_id: int, *, alone: bool) -> None:
    """Keep a poll as it is until this transaction ends.

    Voters hold it together; who opens, closes or changes it waits for them and holds it alone, so
    that no vote comes in behind the count.
    """
    statement = select(polls.c.id).where(polls.c.id == poll_id)
    await store.one(statement.with_for_update(read=not alone))


async def change(store: Store, poll_id: int, **values: Any) -> None:
    """Change a poll's columns."""
    if "options" in values:
        values["options"] = encode(values["options"])
    await store.run(update(polls).where(polls.c.id == poll_id).values(**values))


# --- writing ---------------------------------------------------------------------------------


async def draft(store: Store, draft_id: int) -> Draft | None:
    """One draft."""
    row = await store.one(_DRAFT, draft=draft_id)
    return _draft(row) if row else None


async def draft_of(store: Store, author_id: int) -> Draft | None:
    """The draft this author has not finished."""
    row = await store.one(_DRAFT_OF, author=author_id)
    return _draft(row) if row else None


async def begin(store: Store, author_id: int, unit_id: int, question: str, now: datetime) -> int:
    """A new draft; its id. An author has one at most: the books refuse a second."""
    return await store.add(
        polls,
        author_id=author_id,
        unit_id=unit_id,
        question=question,
        options=[],
        threshold="",
        base="",
        deciding=0,
        voters="",
        state="draft",
        created_at=now,
    )


async def drop_draft(store: Store, draft_id: int) -> None:
    """Throw a draft away."""
    await store.run(delete(polls).where(polls.c.id == draft_id, polls.c.state == "draft"))


# --- the roll and the votes ------------------------------------------------------------------


async def freeze(store: Store, poll_id: int, asked: Audience, may_vote: Mapping[str, bool]) -> None:
    """Write down who is on the roll: those of these people whose status is named, each with the
    status of this day and whether they vote. However many there are, none is brought here."""
    voting = [status for status, votes in may_vote.items() if votes]
    status = members.c.status
    chosen = select(literal(poll_id), members.c.id, status, status.in_(voting)).where(
        among(asked), status.in_(may_vote)
    )
    names = ["poll_id", "member_id", "status", "may_vote"]
    await store.run(insert(roll).from_select(names, chosen))


async def alike(store: Store, poll_id: int) -> Sequence[Alike]:
    """The roll with its votes, as far as the count asks for it."""
    same = (roll.c.status, roll.c.may_vote, votes.c.choice)
    found = select(*same, func.count().label("people")).select_from(roll)
    rows = await store.all(
        found.outerjoin(votes, _own_vote()).where(roll.c.poll_id == poll_id).group_by(*same)
    )
    return [read(Alike, row) for row in rows]


async def on_roll(store: Store, poll_id: int, ids: Sequence[int]) -> set[int]:
    """Which of those members are on the roll."""
    there = (roll.c.poll_id == poll_id) & roll.c.member_id.in_(ids)
    return set(await store.values(select(roll.c.member_id).where(there)))


async def voters(store: Store, poll_id: int) -> Sequence[Voter]:
    """Everyone on the roll with their vote, in the roster's order."""
    return await _voters(store, roll.c.poll_id == poll_id)


async def silent(store: Store, poll_id: int) -> Sequence[Voter]:
    """Who may vote and has not, in the roster's order."""
    return await _voters(
        store, roll.c.poll_id == poll_id, roll.c.may_vote, votes.c.choice.is_(None)
    )


async def _voters(store: Store, *conditions: Any) -> Sequence[Voter]:
    rows = await store.all(
        select(
            roll.c.member_id,
            members.c.name,
            roll.c.status,
            roll.c.may_vote,
            votes.c.choice,
            votes.c.comment,
        )
        .join(members, members.c.id == roll.c.member_id)
        .join(units, units.c.id == members.c.unit_id)
        .outerjoin(votes, _own_vote())
        .where(*conditions)
        .order_by(units.c.path, members.c.id)
    )
    return [read(Voter, row) for row in rows]


async def cast(
    store: Store, poll_id: int, member_id: int, choice: int, now: datetime
) -> str | None:
    """The vote of a member, in the place of an earlier one and of the words beside that: "voted",
    "changed_vote", or None when the same vote was there, perhaps since a moment ago by a second
    press that another process took."""
    vote = {"choice": choice, "comment": None, "cast_at": now}
    if await store.add_new(votes, poll_id=poll_id, member_id=member_id, **vote):
        return "voted"
    another = (votes.c.poll_id == poll_id) & (votes.c.member_id == member_id)
    changed = update(votes).where(another, votes.c.choice != choice).values(**vote)
    return "changed_vote" if await store.run(changed) else None


async def comment(store: Store, poll_id: int, member_id: int, text: str | None) -> None:
    """The words beside a member's vote, or none any more."""
    own = (votes.c.poll_id == poll_id) & (votes.c.member_id == member_id)
    await store.run(update(votes).where(own).values(comment=text))


async def turnout(store: Store, poll_ids: Sequence[int]) -> dict[int, Turnout]:
    """How many have voted, of how many who may, for each of those polls."""
    rows = await store.all(
        select(roll.c.poll_id, func.count(votes.c.choice).label("cast"), func.count().label("may"))
        .outerjoin(votes, _own_vote())
        .where(roll.c.poll_id.in_(poll_ids), roll.c.may_vote)
        .group_by(roll.c.poll_id)
    )
    found = {row["poll_id"]: Turnout(row["cast"], row["may"]) for row in rows}
    return {poll_id: found.get(poll_id, Turnout(0, 0)) for poll_id in poll_ids}


def _own_vote() -> Any:
    return (votes.c.poll_id == roll.c.poll_id) & (votes.c.member_id == roll.c.member_id)


_SEATS = (
    chosen(roll.c.member_id == bindparam("member"))
    .add_columns(roll.c.may_vote, votes.c.choice, votes.c.comment)
    .join(roll, roll.c.poll_id == polls.c.id)
    .outerjoin(votes, _own_vote())
)
_SEAT = _SEATS.where(polls.c.id == bindparam("poll"))
_TO_VOTE = _SEATS.where(
    polls.c.state == "open",
    polls.c.closes_at > bindparam("now"),
    roll.c.may_vote,
    votes.c.choice.is_(None),
)


async def seat(store: Store, poll_id: int, member_id: int) -> Seat | None:
    """A member's place on the roll of a poll."""
    row = await store.one(_SEAT, member=member_id, poll=poll_id)
    return _seat(row) if row else None


async def seats(store: Store, member_id: int) -> Sequence[Seat]:
    """Every poll a member was on the roll of, the open ones first."""
    return [_seat(row) for row in await store.all(_SEATS, member=member_id)]


async def to_vote(store: Store, member_id: int, now: datetime) -> Sequence[Seat]:
    """The open polls in which a vote is awaited from this member, the first to close first."""
    return [_seat(row) for row in await store.all(_TO_VOTE, member=member_id, now=now)]


# --- leading and the clock -------------------------------------------------------------------


async def below(store: Store, paths: Sequence[str]) -> Sequence[Poll]:
    """The polls in the subtrees of those paths, the open ones first."""
    there = or_(*(units.c.path.startswith(path) for path in paths))
    return [_poll(row) for row in await store.all(chosen(polls.c.state != "draft", there))]


_TO_OPEN = chosen(polls.c.state == "scheduled", polls.c.opens_at <= bindparam("now"))
_TO_CLOSE = chosen(polls.c.state == "open", polls.c.closes_at <= bindparam("until"))
_CLOSING = _TO_CLOSE.where(polls.c.closes_at > bindparam("after"))


async def to_open(store: Store, now: datetime) -> Sequence[Poll]:
    """Polls whose hour to open has come."""
    return [_poll(row) for row in await store.all(_TO_OPEN, now=now)]


async def closing(store: Store, after: datetime, until: datetime) -> Sequence[Poll]:
    """Open polls that close after one moment, and not after another."""
    return [_poll(row) for row in await store.all(_CLOSING, after=after, until=until)]


async def to_close(store: Store, now: datetime) -> Sequence[Poll]:
    """Open polls whose hour to close has come."""
    return [_poll(row) for row in await store.all(_TO_CLOSE, until=now)]


async def missed(store: Store, now: datetime) -> Sequence[Poll]:
    """Polls whose hour to close has come, whether or not they were ever opened."""
    going_on = polls.c.state.in_(("open", "scheduled")) & (polls.c.closes_at <= now)
    return [_poll(row) for row in await store.all(chosen(going_on))]


async def recall_calls(store: Store, poll_id: int) -> None:
    """Take back every invitation and reminder to vote that was not picked up for sending."""
    await mailings.stop(store, f"poll:{poll_id}")
    await mailings.stop(store, f"poll:{poll_id}:reminder", and_below=True)


async def recall_reminders(store: Store, poll_id: int, member_id: int) -> None:
    """Take back the reminders that still wait for a member who has voted."""
    await mailings.spare(store, f"poll:{poll_id}:reminder", member_id)


def _seat(row: Row) -> Seat:
    return Seat(_poll(row), row["may_vote"], row["choice"], row["comment"])


def _poll(row: Row) -> Poll:
    return read(Poll, {**row, "options": decode(row["options"])})


def _draft(row: Row) -> Draft:
    return read(Draft, {**row, "options": decode(row["options"])})
