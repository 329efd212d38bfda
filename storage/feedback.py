"""Cases, and what was said in each."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    bindparam,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    update,
)

from rules.feedback import Case, Said
from rules.messages import BROUGHT, NOT_BROUGHT
from storage.store import Store, read
from storage.tables import case_messages, cases, deliveries, media, members, units

enterers = members.alias("enterers")
homes = units.alias("homes")

_newest_answer = (
    select(func.max(case_messages.c.id))
    .where(case_messages.c.case_id == cases.c.id, case_messages.c.from_member.is_(False))
    .correlate(cases)
    .scalar_subquery()
)
# The delivery that brings a case's newest answer: it is left under this cause.
_ANSWER = (deliveries.c.member_id == cases.c.member_id) & (
    deliveries.c.cause
    == literal("case:")
    + cast(cases.c.id, String)
    + literal(":said:")
    + cast(_newest_answer, String)
)


def chosen(*conditions: Any) -> Select[Any]:
    """Cases with the names that belong to them."""
    return (
        select(
            cases,
            units.c.name.label("unit_name"),
            units.c.path.label("unit_path"),
            members.c.name.label("member_name"),
            homes.c.name.label("member_unit"),
            enterers.c.name.label("entered_by_name"),
            deliveries.c.state.label("answer_state"),
            deliveries.c.sent_at.label("heard_at"),
        )
        .join(units, units.c.id == cases.c.unit_id)
        .join(members, members.c.id == cases.c.member_id)
        .join(homes, homes.c.id == members.c.unit_id)
        .outerjoin(enterers, enterers.c.id == cases.c.entered_by)
        .outerjoin(deliveries, _ANSWER)
        .where(*conditions)
    )


_GET = chosen(cases.c.id == bindparam("case"))


async def get(store: Store, case_id: int) -> Case | None:
    """One case."""
    row = await store.one(_GET, case=case_id)
    return read(Case, row) if row else None


async def hold(store: Store, case_id: int) -> None:
    """Keep a case until the end of the transaction: of two who act at once, one waits."""
    await store.one(select(cases.c.id).where(cases.c.id == case_id).with_for_update())


async def begin(store: Store, top_id: int, year: int, **values: Any) -> int:
    """A new case with the next number of that organisation's year; its id.

    The top unit is held until the end of the transaction, so that two cases at once get two
    numbers.
    """
    await store.one(select(units.c.id).where(units.c.id == top_id).with_for_update())
    highest = select(func.max(cases.c.number)).where(cases.c.top_id == top_id, cases.c.year == year)
    number = int(await store.value(highest) or 0) + 1
    return await store.add(cases, top_id=top_id, year=year, number=number, climbs=0, **values)


async def change(store: Store, case_id: int, **values: Any) -> None:
    """Change a case."""
    await store.run(update(cases).where(cases.c.id == case_id).values(**values))


async def say(
    store: Store,
    case_id: int,
    author_id: int,
    text: str,
    media_id: int | None,
    now: datetime,
    *,
    from_member: bool,
) -> int:
    """Add a message to a case; its id."""
    return await store.add(
        case_messages,
        case_id=case_id,
        author_id=author_id,
        from_member=from_member,
        text=text,
        media_id=media_id,
        at=now,
    )


async def said(store: Store, case_id: int) -> Sequence[Said]:
    """Everything said in a case, in order. What a helper wrote down is the member's word."""
    rows = await store.all(_said().where(case_messages.c.case_id == case_id))
    return [read(Said, row) for row in rows]


async def first_said(store: Store, case_ids: Sequence[int]) -> dict[int, Said]:
    """What each of these cases began with."""
    first = select(func.min(case_messages.c.id)).where(case_messages.c.case_id.in_(case_ids))
    rows = await store.all(
        _said().where(case_messages.c.id.in_(first.group_by(case_messages.c.case_id)))
    )
    return {row["case_id"]: read(Said, row) for row in rows}


def _said() -> Select[Any]:
    speaker = case(
        (case_messages.c.from_member, cases.c.member_id), else_=case_messages.c.author_id
    )
    return (
        select(
            case_messages,
            members.c.name.label("author_name"),
            media.c.kind.label("media_kind"),
        )
        .join(cases, cases.c.id == case_messages.c.case_id)
        .join(members, members.c.id == speaker)
        .outerjoin(media, media.c.id == case_messages.c.media_id)
        .order_by(case_messages.c.id)
    )


# --- lists -----------------------------------------------------------------------------------


async def of_member(store: Store, member_id: int, start: int, limit: int) -> Sequence[Case]:
    """A member's cases, the newest first."""
    rows = await store.all(
        chosen(cases.c.member_id == member_id)
        .order_by(cases.c.id.desc())
        .offset(start)
        .limit(limit)
    )
    return [read(Case, row) for row in rows]


async def count_since(store: Store, member_id: int, since: datetime) -> int:
    """How many cases this member has sent since then; those others entered do not count."""
    return await _count(
        store,
        cases.c.member_id == member_id,
        cases.c.entered_by.is_(None),
        cases.c.opened_at >= since,
    )


_IS_ANSWERED = (cases.c.member_id == bindparam("member")) & (cases.c.state == "answered")
_ANSWERED = select(func.count()).where(_IS_ANSWERED)
_ANSWERED_ONES = select(cases.c.id).where(_IS_ANSWERED)


async def count_answered(store: Store, member_id: int) -> int:
    """How many of this member's cases have an answer nobody has said a word about."""
    return int(await store.value(_ANSWERED, member=member_id))


async def answered_of_member(store: Store, member_id: int) -> Sequence[int]:
    """Those cases themselves."""
    return [row["id"] for row in await store.all(_ANSWERED_ONES, member=member_id)]


async def open_below(
    store: Store, paths: Sequence[str], own: Sequence[int], but: int, start: int, limit: int
) -> Sequence[Case]:
    """Cases below those paths that wait for their owner, those of the `own` units first and the
    first due first, without those of member `but`: open ones, and answers no message brought."""
    rows = await store.all(
        chosen(_waiting(but), _below(paths))
        .order_by(case((cases.c.unit_id.in_(own), 0), else_=1), cases.c.due_at, cases.c.id)
        .offset(start)
        .limit(limit)
    )
    return [read(Case, row) for row in rows]


async def count_open_below(store: Store, paths: Sequence[str], but: int) -> int:
    """How many of these there are."""
    return await _count(store, _waiting(but), _below(paths))


async def count_open_of(store: Store, unit_ids: Sequence[int], but: int) -> int:
    """How many of these stand with these very units."""
    return int(await store.value(_OPEN_OF, but=but, units=list(unit_ids)))


def _waiting(but: Any) -> ColumnElement[bool]:
    untold = (cases.c.state == "answered") & deliveries.c.state.in_(NOT_BROUGHT)
    others: ColumnElement[bool] = cases.c.member_id != but
    return or_(cases.c.state == "open", untold) & others


def _below(paths: Sequence[str]) -> ColumnElement[bool]:
    return or_(*(units.c.path.startswith(path) for path in paths))


async def _count(store: Store, *conditions: Any) -> int:
    return int(await store.value(_counted(*conditions)))


def _counted(*conditions: Any) -> Select[Any]:
    joined = (
        select(func.count())
        .select_from(cases)
        .join(units, units.c.id == cases.c.unit_id)
        .outerjoin(deliveries, _ANSWER)
    )
    return joined.where(*conditions)


_OPEN_OF = _counted(
    _waiting(bindparam("but")), cases.c.unit_id.in_(bindparam("units", expanding=True))
)


# --- what falls due --------------------------------------------------------------------------


async def due_by(store: Store, moment: datetime) -> Sequence[tuple[int, datetime]]:
    """Open cases that are due by then: which, and since when."""
    return await _dated(store, cases.c.due_at, "open", moment)


async def answered_by(store: Store, moment: datetime) -> Sequence[tuple[int, datetime]]:
    """Cases whose answer was heard by then and has had no word since: which, and since when."""
    return await _dated(store, deliveries.c.sent_at, "answered", moment)


async def _dated(
    store: Store, column: Any, state: str, moment: datetime
) -> Sequence[tuple[int, datetime]]:
    rows = await store.all(
        select(cases.c.id, column.label("since"))
        .select_from(cases)
        .outerjoin(deliveries, _ANSWER & deliveries.c.state.in_(BROUGHT))
        .where(cases.c.state == state, column <= moment)
        .order_by(column, cases.c.id)
    )
    return [(row["id"], row["since"]) for row in rows]
