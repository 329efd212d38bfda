"""Accounts: the addresses at messengers from which members write."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, exists, func, select, update

from rules.sharing import IDLE
from storage.store import Row, Store, read
from storage.tables import accounts, members, units


@dataclass(frozen=True)
class Account:
    """An address at a messenger; `member_id` is empty until somebody has joined from it."""

    id: int
    messenger: str
    address: str
    member_id: int | None
    language: str
    reachable: bool
    seat: int = 0  # from 1 on: of one of several who share a phone
    shared: bool = False  # whoever comes to it has to be asked who it is
    called: str = ""  # the member's name, where it was asked for
    linked_at: datetime | None = None  # when somebody joined from it, also if nobody is in any more
    speed: str | None = None  # how fast the member likes to be read to, where it was asked for


_AT = (
    (accounts.c.messenger == bindparam("at"))
    & (accounts.c.address == bindparam("by"))
    & (accounts.c.seat == 0)
)
_SEEN = (
    update(accounts)
    .where(_AT)
    .values(last_seen_at=bindparam("now"), reachable=True)
    .returning(accounts)
)
_SEEN_THERE = (
    update(accounts)
    .where(accounts.c.id == bindparam("account"))
    .values(last_seen_at=bindparam("now"), reachable=True)
    .returning(accounts)
)
_STAYS = (
    update(accounts)
    .where(accounts.c.id == bindparam("front"))
    .values(using_until=bindparam("until"))
)
_GET = select(accounts).where(accounts.c.id == bindparam("account"))
_FRONT = select(accounts).where(_AT)
_OF_MEMBERS = (
    select(accounts, members.c.name.label("called"), members.c.speed)
    .join(members, members.c.id == accounts.c.member_id)
    .where(
        accounts.c.member_id.in_(bindparam("members", expanding=True)),
        members.c.removed_at.is_(None),
    )
    .order_by(accounts.c.reachable.desc(), accounts.c.last_seen_at.desc(), accounts.c.id)
)


async def get(store: Store, account_id: int) -> Account | None:
    """One account."""
    row = await store.one(_GET, account=account_id)
    return read(Account, row) if row else None


async def at(store: Store, messenger: str, address: str, language: str, now: datetime) -> Account:
    """The account of that address, made at the first contact and marked reachable and seen now. Of
    a shared phone it is that of who is using it, as long as that is known."""
    row = await store.one(_SEEN, at=messenger, by=address, now=now)
    if row is None:
        await store.add_new(
            accounts,
            messenger=messenger,
            address=address,
            seat=0,
            shared=False,
            language=language,
            reachable=True,
            last_seen_at=now,
        )
        row = await store.one(_SEEN, at=messenger, by=address, now=now)
    assert row is not None
    return await _in_use(store, row, now) if row["shared"] else read(Account, row)


async def current(store: Store, account: Account, now: datetime) -> Account:
    """The same after something changed, or whoever uses that shared phone since."""
    row = await store.one(_GET, account=account.id)
    if row is not None and row["seat"]:
        row = await store.one(_FRONT, at=account.messenger, by=account.address)
    if row is None:
        return account
    return await _in_use(store, row, now) if row["shared"] else read(Account, row)


def here(account: Account) -> ColumnElement[bool]:
    """Whether an account is at the same phone."""
    return (accounts.c.messenger == account.messenger) & (accounts.c.address == account.address)


async def _in_use(store: Store, front: Row, now: datetime) -> Account:
    """Who is using a shared phone; whoever does not come back for a while is forgotten."""
    until = front["using_until"]
    if front["using_id"] is None or until is None or until <= now:
        return read(Account, front)
    await store.run(_STAYS, front=front["id"], until=now + IDLE)
    row = await store.one(_SEEN_THERE, account=front["using_id"], now=now)
    return read(Account, row or front)


async def is_member(store: Store, messenger: str, address: str) -> bool:
    """Whether somebody has joined from that address: a stranger's files are left where they are."""
    there = (accounts.c.messenger == messenger) & (accounts.c.address == address)
    somebody = accounts.c.member_id.is_not(None)
    return await store.value(select(accounts.c.id).where(there, somebody).limit(1)) is not None


async def of_member(store: Store, member_id: int) -> list[Account]:
    """The accounts of a member on the roster: the one used last first, unreachable ones at the
    end. Who left the roster has none, until an import brings this person back."""
    return (await of_members(store, {member_id}))[member_id]


async def of_members(store: Store, member_ids: Set[int]) -> dict[int, list[Account]]:
    """The same for each of several members."""
    found: dict[int, list[Account]] = {one: [] for one in member_ids}
    for row in await store.all(_OF_MEMBERS, members=list(member_ids)):
        found[row["member_id"]].append(read(Account, row))
    return found


async def unreachable_by_unit(store: Store) -> Sequence[Row]:
    """Units with the number of their members who have joined and whom no message reaches now."""
    reached = select(accounts.c.member_id).where(
        accounts.c.reachable, accounts.c.member_id.is_not(None)
    )
    lost = accounts.c.member_id.is_not(None) & accounts.c.member_id.not_in(reached)
    return await store.all(
        select(units.c.name, func.count(members.c.id.distinct()).label("people"))
        .select_from(accounts)
        .join(members, members.c.id == accounts.c.member_id)
        .join(units, units.c.id == members.c.unit_id)
        .where(lost, members.c.removed_at.is_(None))
        .group_by(units.c.id, units.c.name, units.c.path)
        .order_by(units.c.path)
    )


async def link(store: Store, account_id: int, member_id: int | None, now: datetime) -> None:
    """Join an account to a member, or part it from one."""
    await store.run(
        update(accounts)
        .where(accounts.c.id == account_id)
        .values(member_id=member_id, linked_at=now if member_id else None)
    )


async def speak(store: Store, account_id: int, language: str) -> None:
    """Remember the language to speak to this account."""
    await store.run(update(accounts).where(accounts.c.id == account_id).values(language=language))


async def lost(store: Store, account_id: int) -> None:
    """Mark an account that blocked us or does not exist any more, and all others at that phone."""
    one = accounts.alias("one")
    there = exists().where(
        one.c.id == account_id,
        one.c.messenger == accounts.c.messenger,
        one.c.address == accounts.c.address,
    )
    await store.run(update(accounts).where(there).values(reachable=False))
