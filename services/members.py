"""The record: looking at it, who looked, and who is linked. `members_correcting` changes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rules.members import SPEEDS, Entry, Member, Person, matching, may_see
from rules.refusal import Refusal
from rules.units import Office
from storage import accounts, audit, members, records, units
from storage.store import Row, Store

LOOKS_A_DAY = 10  # rows to read for each line shown: a leader at work opens several pages


@dataclass(frozen=True)
class Record:
    """A member's record as it is shown."""

    member: Member
    offices: Sequence[Office]
    entries: Sequence[Entry]
    phones: int  # that open it


async def look(store: Store, viewer: Person, member_id: int, now: datetime) -> Record:
    """A record, for those who may see it. A look at somebody else's is written down."""
    member = await members.get(store, member_id)
    if member is None or not may_see(viewer, member):
        raise Refusal("units.not_yours")
    if viewer.id != member.id:
        await audit.note(store, now, viewer.id, "looked", "member", member.id, member_id=member.id)
    offices = await units.offices_of(store, member.id, store.org.today(now))
    phones = len(await accounts.of_member(store, member.id))
    return Record(member, offices, await records.entries(store, member.id), phones)


async def who_looked(store: Store, person: Person, limit: int) -> Sequence[Row]:
    """Who looked at one's own record last, name and moment: once a day for each of them."""
    rows = await audit.looks_at(store, person.id, limit * LOOKS_A_DAY)
    daily = {(row["name"], store.org.today(row["at"])): row for row in reversed(rows)}
    return sorted(daily.values(), key=lambda row: row["at"], reverse=True)[:limit]


async def people(store: Store, leader: Person) -> tuple[Sequence[Member], set[int]]:
    """Everyone this person leads, and the ids of those who are linked."""
    path = leader.own_unit.unit_path
    found = await members.below(store, path)
    return found, {one.id for one in found} & await members.linked_ids(store, path)


async def unreachable(store: Store, leader: Person) -> set[int]:
    """The ids of those this person leads whom no message reaches: they blocked the handbook, or
    their phone is gone. Whoever writes again is reached again."""
    return await members.unreachable_ids(store, leader.own_unit.unit_path)


async def find(store: Store, leader: Person, said: str) -> Sequence[Member]:
    """Everyone this person leads whom that name or phone number may mean."""
    everyone, _ = await people(store, leader)
    return matching(everyone, said)


async def keep_speed(store: Store, person: Person, speed: str) -> None:
    """Remember how fast this member likes to be read to."""
    if speed in SPEEDS:
        await members.change(store, person.id, speed=speed)
