"""Corrections of the record: proposed by the member, decided by those who lead the branch."""

from collections.abc import Sequence
from datetime import date, datetime

from rules.members import Correction, Member, Person, check_text, must_lead
from rules.members_lines import columns, standing, suggested
from rules.messages import Button, Message
from rules.refusal import Refusal
from rules.words import Words, short, words
from storage import audit, deliveries, members, records, units
from storage.store import Store

QUOTED = 300  # characters of a proposal that its answer repeats: text and reason fit one message
ROLES = ("secretary", "deputy", "staff")


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


async def is_waiting(store: Store, person: Person) -> bool:
    """Whether something this member proposed is still to be decided."""
    return any(one.state == "proposed" for one in await own_corrections(store, person))


async def correction(store: Store, leader: Person, correction_id: int) -> Correction:
    """One proposal, for a leader of the member's unit."""
    return (await _with_member(store, leader, correction_id))[0]


async def pending(store: Store, leader: Person) -> Sequence[Correction]:
    """The proposals of others that wait in the units this person leads, the oldest first."""
    found = await records.pending(store, [office.unit_path for office in leader.leading])
    return [one for one in found if one.member_id != leader.id]


async def line(
    store: Store, leader: Person, correction_id: int, line: str, now: datetime
) -> tuple[Correction, str | date | None, str | None]:
    """A proposal, what stands in that line of the record now, and what it wants there. That is a
    look at somebody's record, and written down."""
    found, member = await _with_member(store, leader, correction_id)
    found.check_decided_by(leader.id)
    found.check_writable()
    await audit.note(store, now, leader.id, "looked", "member", member.id, member_id=member.id)
    return found, standing(line, member), suggested(line, found.text)


async def approve(store: Store, leader: Person, correction_id: int, now: datetime) -> Correction:
    """Approve: the proposal is added to the record as it is, and no line of the card changes.

    Nobody decides about the own record. Approving again changes nothing.
    """
    found = await correction(store, leader, correction_id)
    found.check_decided_by(leader.id)
    if found.state == "approved":
        return found
    found.check_open()
    await _add_entry(store, leader, found.member_id, "correction", found.text, now)
    message = words("members.correction_approved", **_quoted(found, leader))
    return await _decided(store, leader, found, "approved", None, message, now)


async def write_line(
    store: Store, leader: Person, correction_id: int, line: str, text: str, now: datetime
) -> tuple[Correction, str | date | None]:
    """Approve, and write `text` into that line of the card: the proposal, and what stands there
    now. What stood there before becomes an entry. One proposal may change several lines."""
    found, member = await _with_member(store, leader, correction_id)
    found.check_decided_by(leader.id)
    found.check_writable()
    before = standing(line, member)
    await members.change(store, member.id, **columns(line, text, store.org.today(now)))
    kind = f"former_{line}" if before else "correction"
    await _add_entry(store, leader, member.id, kind, _as_written(before) or found.text, now)
    changed = await members.get(store, member.id)
    assert changed is not None
    after = standing(line, changed)
    message = words(
        "members.correction_written",
        line=words(f"members.line_of_{line}"),
        value=after,
        name=leader.member.name,
    )
    await _decided(store, leader, found, "approved", None, message, now, about=f":{line}")
    return found, after


async def decline(
    store: Store, leader: Person, correction_id: int, reason: str, now: datetime
) -> Correction:
    """Decline with a reason the member reads."""
    found = await correction(store, leader, correction_id)
    found.check_decided_by(leader.id)
    found.check_open()
    check_text(reason)
    message = words("members.correction_declined", reason=reason, **_quoted(found, leader))
    return await _decided(store, leader, found, "declined", reason, message, now)


def _quoted(found: Correction, leader: Person) -> dict[str, str]:
    return {"text": short(found.text, QUOTED), "name": leader.member.name}


def _as_written(value: str | date | None) -> str | None:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value


async def _with_member(
    store: Store, leader: Person, correction_id: int
) -> tuple[Correction, Member]:
    found = await records.correction(store, correction_id)
    member = await members.get(store, found.member_id) if found else None
    if found is None or member is None:
        raise Refusal("units.not_yours")
    must_lead(leader, member)
    return found, member


async def _add_entry(
    store: Store, leader: Person, member_id: int, kind: str, text: str, now: datetime
) -> None:
    dated = _as_written(store.org.today(now))
    await records.add_entry(store, member_id, kind, text, dated, leader.member.name, now)


async def _decided(
    store: Store,
    leader: Person,
    found: Correction,
    state: str,
    reason: str | None,
    said: Words,
    now: datetime,
    about: str = "",
) -> Correction:
    """Enter the decision, write it down, and tell the member."""
    await records.decide(store, found.id, state, reason, leader.id, now)
    await audit.note(
        store, now, leader.id, state, "correction", found.id, member_id=found.member_id
    )
    message = Message(said, (Button(words("members.go_record"), ("members.record",)),))
    cause = f"correction:{found.id}:decided{about}"
    await deliveries.leave(store, cause, [found.member_id], message, now)
    return found


async def _leaders_above(store: Store, member: Member, now: datetime) -> Sequence[int]:
    """The leaders who decide about this member: never the member alone about the own record."""
    unit = await units.get(store, member.unit_id)
    while unit is not None:
        found = await units.holders(store, unit.id, ROLES, store.org.today(now))
        others = [one for one in found if one != member.id]
        if others:
            return others
        unit = await units.get(store, unit.parent_id) if unit.parent_id else None
    return []
