"""The desk a bulletin is prepared on: whose it is, how it stands, what takes an approval away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rules import bulletins as rules
from rules.bulletins import Bulletin, Item, Plan
from rules.bulletins_words import used
from rules.members import Person
from rules.messages import Button, Message
from rules.organisation import Shown
from rules.refusal import Refusal
from rules.units import LEADING, Unit
from rules.words import Words, words
from storage import audit, deliveries, media, members, recipes, units
from storage import bulletins as rows
from storage import bulletins_hearing as hearing
from storage import bulletins_items as item_rows
from storage import bulletins_words as readings
from storage.store import Store

UNBOUND = {"plan": None, "sound": None, "media_id": None}  # what an approval was for
CALLED = ("staff", "secretary", "deputy")  # whom a bulletin names for questions, the first first


@dataclass(frozen=True)
class Desk:
    """A bulletin as it stands on the desk. `edits`: whether this person may change and approve."""

    bulletin: Bulletin
    items: Sequence[Item]
    plan: Plan
    unread: tuple[str, ...]
    edits: bool
    heard: str | None = None  # the fingerprint of what this person heard or read whole last

    @property
    def mark(self) -> str:
        """What an approval would be bound to, short enough for a button."""
        return self.plan.fingerprint[:12]

    @property
    def is_heard(self) -> bool:
        """Whether this person has heard or read the whole of just this."""
        return self.heard == self.plan.fingerprint


@dataclass(frozen=True)
class Recording:
    """A bulletin's recording as it lies there now: the hash of its bytes, and which file it is.
    Both are None before there is one."""

    sound: str | None = None
    media_id: int | None = None


async def recording_of(store: Store, plan: Plan) -> Recording:
    """The recording of just this plan, if it was made and is still there."""
    kept = await media.by_fingerprint(store, recipes.fingerprint(plan.voice()))
    sound = await store.org.sound_of(kept.path or kept.fingerprint) if kept else ""
    return Recording(sound, kept.id) if kept and sound else Recording()


async def own_desk(store: Store, person: Person, now: datetime) -> Unit:
    """The unit whose bulletin this person writes for."""
    office = person.own_unit
    unit = await units.get(store, office.unit_id)
    assert unit is not None
    return await desk_of(store, unit, now)


async def desk_of(store: Store, unit: Unit, now: datetime) -> Unit:
    """The unit whose bulletin takes what this one writes: its own when it has staff or nobody leads
    the one above; else that one."""
    today = store.org.today(now)
    has_staff = await units.holders(store, unit.id, ("staff",), today)
    if has_staff or unit.parent_id is None:
        return unit
    upper = await units.get(store, unit.parent_id)
    led = await units.holders(store, unit.parent_id, LEADING, today)
    return upper if upper and led else unit


async def first_open(store: Store, person: Person, now: datetime) -> int | None:
    """The bulletin to be decided on first: the oldest with items that was not sent."""
    unit = await own_desk(store, person, now)
    found = await rows.open_of(store, unit.id)
    return found[0].id if found else None


async def on_desk(store: Store, person: Person, bulletin_id: int, now: datetime) -> Desk:
    """A bulletin for those who approve it, and for those who write for it."""
    bulletin = await _get(store, bulletin_id)
    edits = person.leads(bulletin.unit_path)
    if not edits and (await own_desk(store, person, now)).id != bulletin.unit_id:
        raise Refusal("units.not_yours")
    items = await item_rows.items(store, bulletin_id)
    plan = await _plan(store, bulletin, items, now)
    unread = rules.unread(store.org, plan)
    heard = await hearing.last_heard(store, bulletin_id, person.id) if edits else None
    return Desk(bulletin, items, plan, unread, edits, heard)


def shown(store: Store, plan: Plan, text: str) -> Shown:
    """One of its texts as an eye checks it, heard beside all the others."""
    return store.org.show_script(text, plan.readings, plan.parts)


def must_edit(desk: Desk) -> None:
    """Refuse whoever may not approve, and any change to what was sent."""
    desk.bulletin.check_open()
    if not desk.edits:
        raise Refusal("bulletins.not_editor", unit=desk.bulletin.unit_name)


async def approval_lost(
    store: Store, person: Person | None, bulletin: Bulletin, now: datetime
) -> bool:
    """After a change: the approval goes when it was for something else. Whether it went."""
    if bulletin.state != "approved":
        return False
    plan = await current_plan(store, bulletin, now)
    if plan.fingerprint == bulletin.approved_hash:
        return False
    return await reopen(store, bulletin, "bulletins.reopened", person, now)


async def reopen(
    store: Store, bulletin: Bulletin, why: str | Words, person: Person | None, now: datetime
) -> bool:
    """Take an approval away and tell the other editors why (a text, or one's key)."""
    if not await rows.shift(store, bulletin.id, "approved", "collecting", told_at=now, **UNBOUND):
        return False
    actor = person.id if person else None
    await audit.note(store, now, actor, "reopened", "bulletin", bulletin.id)
    by = person.member.name if person else words("bulletins.the_office")
    about = words(why) if isinstance(why, str) else why
    said = {**about.values, "month": rules.month_words(bulletin.month), "name": by}
    text = Words(about.key, said)
    cause = f"{bulletin.cause}:reopened:{bulletin.approved_at:%Y%m%d%H%M%S}"
    await tell_editors(store, bulletin, cause, text, now, but=actor)
    return True


async def tell_editors(
    store: Store,
    bulletin: Bulletin,
    cause: str,
    text: Words,
    now: datetime,
    *,
    but: int | None = None,
) -> None:
    """Leave a word for those who approve this bulletin."""
    editors = await units.holders(store, bulletin.unit_id, LEADING, store.org.today(now))
    button = Button(words("bulletins.go_edit_bulletin"), ("bulletins.desk", bulletin.id))
    others = [one for one in editors if one != but]
    await deliveries.leave(store, cause, others, Message(text, (button,)), now)


async def current_plan(store: Store, bulletin: Bulletin, now: datetime) -> Plan:
    """Everything the bulletin would say now."""
    return await _plan(store, bulletin, await item_rows.items(store, bulletin.id), now)


async def _plan(store: Store, bulletin: Bulletin, items: Sequence[Item], now: datetime) -> Plan:
    own = await readings.readings_of(store, bulletin.unit_id)
    written = tuple((one.title, one.text) for one in items)
    contact = await _contact(store, bulletin.unit_id, now)
    texts = [bulletin.unit_name, *(part for one in written for part in one)]
    needed = used(own, texts)
    if store.org.read_aloud(contact, needed)[1]:
        contact = ""  # better no closing line than a name said wrongly
    inside = any(one.stays_inside for one in items)
    recordings = {number: one.recording for number, one in enumerate(items, 1) if one.recording}
    month = bulletin.month
    return Plan(bulletin.unit_name, month, written, contact, needed, inside, recordings)


async def _contact(store: Store, unit_id: int, now: datetime) -> str:
    """Whom to call: the first of the unit's office with a telephone."""
    ids = await units.holders(store, unit_id, CALLED, store.org.today(now))
    people = {one.id: one for one in await members.many(store, ids)}
    called = (people[one] for one in ids if people[one].phone)
    return next((f"{one.name}, {one.phone}" for one in called), "")


async def _get(store: Store, bulletin_id: int) -> Bulletin:
    found = await rows.get(store, bulletin_id)
    if found is None:
        raise Refusal("units.not_yours")
    return found
