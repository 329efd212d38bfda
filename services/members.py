"""The record: looking at it, proposing corrections, deciding on them; who is linked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rules.members import SPEEDS, Correction, Entry, Member, Person, check_text, may_see, must_lead
from rules.messages import Button, Message
from rules.refusal import Refusal
from rules.units import Office
from rules.words import short, words
from storage import audit, deliveries, members, records, units
from storage.store import Row, Store

QUOTED = 300  # characters of a proposal that its answer repeats: text and reason fit one message
LOOKS_A_DAY = 10  # rows to read for each line shown: a leader at work opens several pages


@dataclass(frozen=True)
class Record:
    """A member's record as it is shown."""

    member: Member
    offices: Sequence[Office]
    entries: Sequence[Entry]


async def look(store: Store, viewer: Person, member_id: int, now: datetime) -> Record:
    """A record, for those who may see it. A look at somebody else's is written down."""
    member = await members.get(store, member_id)
    if member is None or not may_see(viewer, member):
        raise Refusal("units.not_yours")
    if viewer.id != member.id:
        await audit.note(store, now, viewer.id, "looked", "member", member.id, member_id=member.id)
    offices = await units.offices_of(store, member.id, store.org.today(now))
    return Record(member, offices, await records.entries(store, member.id))


async def who_looked(store: Store, person: Person, limit: int) -> Sequence[Row]:
    """Who looked at one's own record last, name and moment: once a day for each of them."""
    rows = await audit.looks_at(store, person.id, limit * LOOKS_A_DAY)
    daily = {(row["name"], store.org.today(row["at"])): row for row in reversed(rows)}
    return sorted(daily.values(), key=lambda row: row["at"], reverse=True)[:limit]


async def propose(store: Store, person: Person, text: str, now: datetime) -> int:
    """Propose a correction of the own record; the branch's leaders are told."""
    check_text(text)
    correction_id = await records.propose(store, person.id, text.strip(), now)
    await audit.note(
        store, now, person.id, "proposed", "correction", correction_id, member_id=person.id
    )
    message = Message(
        words("members.correction_arrived", name=person.member.name, text=text.strip()),
        (Button(words("members.decide"), ("members.show_correction", correction_id)),),
    )
    leaders = await _leaders_above(store, person.member, now)
    await deliveries.leave(store, f"correction:{correction_id}", leaders, message, now)
    return correction_id


async def own_corrections(store: Store, person: Person) -> Sequence[Correction]:
    """What this member proposed, newest first."""
    return await records.corrections_of(store, person.id)


async def correction(store: Store, leader: Person, correction_id: int) -> Correction:
    """One proposal, for a leader of the member's unit."""
    found = await records.correction(store, correction_id)
    if found is None:
        raise Refusal("units.not_yours")
    member = await members.get(store, found.member_id)
    if member is None:
        raise Refusal("units.not_yours")
    must_lead(leader, member)
    return found


async def pending(store: Store, leader: Person) -> Sequence[Correction]:
    """The proposals of others that wait in the units this person leads, the oldest first."""
    found = await records.pending(store, [office.unit_path for office in leader.leading])
    return [one for one in found if one.member_id != leader.id]


async def waiting_for_leader(store: Store, leader: Person) -> int:
    """How many proposals wait for this leader."""
    return len(await pending(store, leader))


async def decide(
    store: Store, leader: Person, correction_id: int, reason: str | None, now: datetime
) -> Correction:
    """Approve (`reason` None) or decline with a reason. The member is told; the history stays.

    Nobody decides about the own record. Approving again changes nothing.
    """
    found = await correction(store, leader, correction_id)
    found.check_decided_by(leader.id)
    if reason is None and found.state == "approved":
        return found
    found.check_open()
    if reason is not None:
        check_text(reason)
    state = "approved" if reason is None else "declined"
    await records.decide(store, correction_id, state, reason, leader.id, now)
    if reason is None:
        dated = f"{store.org.today(now):%d/%m/%Y}"
        by = leader.member.name
        await records.add_entry(store, found.member_id, "correction", found.text, dated, by, now)
    await audit.note(
        store, now, leader.id, state, "correction", correction_id, member_id=found.member_id
    )
    await _tell_decision(store, leader, found, state, reason, now)
    return found


async def people(store: Store, leader: Person) -> tuple[Sequence[Member], set[int]]:
    """Everyone this person leads, and the ids of those who are linked."""
    path = leader.own_unit.unit_path
    found = await members.below(store, path)
    return found, {one.id for one in found} & await members.linked_ids(store, path)


async def keep_speed(store: Store, person: Person, speed: str) -> None:
    """Remember how fast this member likes to be read to."""
    if speed in SPEEDS:
        await members.change(store, person.id, speed=speed)


async def _tell_decision(
    store: Store,
    leader: Person,
    found: Correction,
    state: str,
    reason: str | None,
    now: datetime,
) -> None:
    text = short(found.text, QUOTED)
    message = Message(
        words(
            f"members.correction_{state}", text=text, reason=reason or "", name=leader.member.name
        ),
        (Button(words("members.go_record"), ("members.record",)),),
    )
    cause = f"correction:{found.id}:decided"
    await deliveries.leave(store, cause, [found.member_id], message, now)


async def _leaders_above(store: Store, member: Member, now: datetime) -> Sequence[int]:
    """The leaders who decide about this member: never the member alone about the own record."""
    unit = await units.get(store, member.unit_id)
    while unit is not None:
        roles = ("secretary", "deputy", "staff")
        found = await units.holders(store, unit.id, roles, store.org.today(now))
        others = [one for one in found if one != member.id]
        if others:
            return others
        unit = await units.get(store, unit.parent_id) if unit.parent_id else None
    return []
