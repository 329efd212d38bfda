"""The phones that open a member's record: parting those that were lost or given away."""

from datetime import datetime

from rules.members import Member, Person, check_rank, must_lead
from rules.messages import Message
from rules.refusal import Refusal
from rules.units import LEADING
from rules.words import words
from storage import accounts, audit, deliveries, joining, members, sharing, units
from storage.accounts import Account
from storage.store import Store


async def part_phones(store: Store, member: Member, now: datetime, leader: Person) -> int:
    """No phone opens this member's record any more: one was lost, or given away. The member comes
    in again with a new code. How many phones there were."""
    must_lead(leader, member)
    if leader.id == member.id:
        raise Refusal("joining.own_phones")
    if other := await members.person(store, member.id, store.org.today(now)):
        check_rank(leader, other)
    count = await _part(store, member, now, leader.id)
    if count:
        await _tell_leaders(store, member, leader, now)
    return count


async def part_other_phones(store: Store, person: Person, account: Account, now: datetime) -> int:
    """The same for all phones of one's own but this one."""
    return await _part(store, person.member, now, person.id, but=account.id)


async def other_phones(store: Store, account: Account, member_id: int) -> list[Account]:
    """The phones besides this one that open a member's record."""
    phones = await accounts.of_member(store, member_id)
    return [one for one in phones if one.id != account.id]


async def _part(store: Store, member: Member, now: datetime, actor_id: int, but: int = 0) -> int:
    await joining.void(store, member.id, now)  # one may have been made on the lost phone
    count = await sharing.part_all(store, member.id, but)
    if count:
        about, detail = ("phones parted", "member", member.id), {"phones": count}
        await audit.note(store, now, actor_id, *about, member_id=member.id, detail=detail)
    return count


async def _tell_leaders(store: Store, member: Member, leader: Person, now: datetime) -> None:
    """Whoever else leads this member hears of it: the phone that was parted cannot be told, and
    nobody should take a record over in silence."""
    today, unit = store.org.today(now), await units.get(store, member.unit_id)
    above = [one for one in (unit.id, unit.parent_id) if one] if unit else []
    told = {one for unit_id in above for one in await units.holders(store, unit_id, LEADING, today)}
    text = words("members.phones_parted", leader=leader.member.name, name=member.name)
    cause = f"phones parted:{member.id}:{now:%y%m%d%H%M%S}"
    others = told - {leader.id, member.id}
    await deliveries.leave(store, cause, others, Message(text), now, urgent=True)
