"""Preparing a bulletin: directives become items, hard words get a reading, a person approves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from rules import bulletins as rules
from rules.bulletins import Bulletin, Plan
from rules.bulletins_papers import Frame, letterhead_of, other_place, stays_inside
from rules.bulletins_twins import twins
from rules.members import Person
from rules.refusal import Refusal
from rules.units import Unit
from rules.words import words
from services.bulletins_desk import (
    Desk,
    approval_lost,
    must_edit,
    on_desk,
    own_desk,
    recording_of,
    reopen,
    tell_editors,
)
from services.bulletins_proof import prints
from storage import audit, deliveries, members, units
from storage import bulletins as rows
from storage import bulletins_hearing as hearing
from storage import bulletins_items as item_rows
from storage.store import Store

Pieces = Sequence[tuple[str, str]]  # items as written, each a title and a text
JUST_NOW = timedelta(seconds=30)  # an old or forged press takes nothing back


@dataclass(frozen=True)
class Added:
    """What became of a directive: so many items; `lost` when an approval was lost by it.

    `twins`: it is in the bulletin already, under these numbers, so its items wait apart, the first
    at `place`, until they are let in. `framed`: something of the paper is not spoken; `inside`: by
    its own words it is not for everybody, so no voice outside the house is given it. `issuer`:
    another place than the one whose bulletin it is, by the paper's letterhead.
    """

    bulletin: Bulletin
    count: int
    lost: bool
    twins: Sequence[int] = ()
    place: int = 0
    first_id: int = 0
    framed: bool = False
    inside: bool = False
    issuer: str = ""


async def add_text(store: Store, person: Person, text: str, source: str, now: datetime) -> Added:
    """Turn a directive into items at the end of the bulletin that is due next.

    `source` is the file's name, "" for typed words. Refused when there is nothing in it to say.
    """
    pieces = rules.cut(store.org, text)
    return await add_paper(store, person, pieces, source, now, store.org.leave_out(text))


async def add_paper(
    store: Store, person: Person, pieces: Pieces, source: str, now: datetime, frame: Frame = ()
) -> Added:
    """The same for a paper that was cut where it was read, at headings its text does not show.

    `frame`: what of it is not spoken.
    """
    desk = await own_desk(store, person, now)
    return await _add(store, desk, person, pieces, source, now, frame)


async def add_for_office(
    store: Store,
    unit: Unit,
    pieces: Pieces,
    source: str,
    now: datetime,
    frame: Frame = (),
    *,
    again: bool = False,
) -> Added:
    """The same into that unit's bulletin, in nobody's name. What is there already is not added,
    unless it is wanted `again`: nobody could be asked later."""
    if not again:
        bulletin = await _collecting(store, unit, now)
        if there := twins(await item_rows.items(store, bulletin.id), pieces, source):
            return Added(bulletin, 0, lost=False, twins=there)
    return await _add(store, unit, None, pieces, source, now, frame)


async def let_in(
    store: Store, person: Person, bulletin_id: int, place: int, count: int, now: datetime
) -> Added:
    """Put in what this person added and is there already; pressed twice, it stays as it is."""
    bulletin = (await on_desk(store, person, bulletin_id, now)).bulletin
    bulletin.check_open()
    new = await item_rows.let_in(store, bulletin_id, person.id, range(place, place + count), now)
    lost = bool(new) and await _joined(store, bulletin, person, new, now)
    return Added(bulletin, count, lost)


async def take_back(
    store: Store, person: Person, bulletin_id: int, count: int, now: datetime
) -> None:
    """Forget the `count` items this person has added just now: more of their text has come."""
    mine = await item_rows.newest_of(store, bulletin_id, person.id, now - JUST_NOW, count)
    await item_rows.forget_items(store, mine)


async def next_due(store: Store, person: Person, now: datetime) -> tuple[date, datetime]:
    """The month whose bulletin takes what this person gives now, and when that is due."""
    month = await _open_month(store, await own_desk(store, person, now), now)
    return month, rules.due_at(store.org, month)


async def hear(store: Store, person: Person, bulletin_id: int, mark: str, now: datetime) -> Desk:
    """Note that this person says to have heard or read the whole of what has that mark."""
    desk = await _as_shown(store, person, bulletin_id, mark, now)
    sound = (await recording_of(store, desk.plan)).sound
    parts = prints(store, desk.plan).values()
    await hearing.hear(store, bulletin_id, person.id, desk.plan.fingerprint, sound, parts, now)
    return replace(desk, heard=desk.plan.fingerprint)


async def audience(store: Store, desk: Desk) -> tuple[int, int]:
    """To how many it will be sent, and how many of them no message reaches, because they have not
    joined."""
    everyone = ("below", desk.bulletin.unit_path)
    people = await members.statuses(store, everyone)
    unlinked = await members.statuses(store, everyone, members.STRANGERS)
    return people.total(), unlinked.total()


async def speeds(store: Store, person: Person, bulletin_id: int, now: datetime) -> Sequence[str]:
    """The speeds its listeners have chosen, but for the normal one."""
    desk = await on_desk(store, person, bulletin_id, now)
    chosen = await members.speeds(store, ("below", desk.bulletin.unit_path))
    return [speed for speed in chosen if speed != rules.NORMAL_SPEED]


async def approve(
    store: Store, person: Person, bulletin_id: int, mark: str, now: datetime
) -> tuple[datetime, Plan]:
    """Approve what was shown under that mark and heard whole before: when it will be sent, and
    what. It is bound to the very recording that was heard; of who read it, to the one there is."""
    desk = await _as_shown(store, person, bulletin_id, mark, now)
    if not desk.is_heard:
        raise Refusal("bulletins.hear_first")
    heard = await hearing.sound_heard(store, bulletin_id, person.id)
    recording = await recording_of(store, desk.plan)
    if heard not in (None, recording.sound):
        raise Refusal("bulletins.other_sound")
    leaves_at = desk.bulletin.leaves_at(store.org, now)
    values = {
        "approved_by": person.id,
        "approved_at": now,
        "approved_hash": desk.plan.fingerprint,
        "plan": desk.plan.values(),
        "due_at": leaves_at,
        "sound": recording.sound,
        "media_id": recording.media_id,
    }
    if await rows.shift(store, bulletin_id, "collecting", "approved", **values):
        await audit.note(store, now, person.id, "approved", "bulletin", bulletin_id)
    return leaves_at, desk.plan


async def approvable(store: Store, person: Person, bulletin_id: int, now: datetime) -> Desk:
    """A bulletin this person may approve and a voice can read whole; refused otherwise."""
    desk = await on_desk(store, person, bulletin_id, now)
    must_edit(desk)
    rules.check_approvable(desk.plan, desk.unread)
    return desk


async def withdraw(store: Store, person: Person, bulletin_id: int, now: datetime) -> None:
    """Take an approval back."""
    desk = await on_desk(store, person, bulletin_id, now)
    must_edit(desk)
    await reopen(store, desk.bulletin, "bulletins.withdrawn_by_editor", person, now)


async def skip(store: Store, person: Person, bulletin_id: int, now: datetime) -> None:
    """Give up a bulletin that missed its hour."""
    desk = await on_desk(store, person, bulletin_id, now)
    must_edit(desk)
    if now < desk.bulletin.due_at:
        raise Refusal("bulletins.not_late", due=desk.bulletin.due_at)
    if await rows.shift(store, bulletin_id, "collecting", "skipped"):
        await audit.note(store, now, person.id, "skipped", "bulletin", bulletin_id)


async def waiting_for_editor(store: Store, person: Person, now: datetime) -> int:
    """1 when a bulletin of a unit this person leads directly has items and awaits approval."""
    unit_ids = [office.unit_id for office in person.leading]
    return min(await rows.awaiting(store, unit_ids), 1)


async def new_for_editor(store: Store, person: Person) -> int:
    """Items others have added to the bulletins this person approves, and that are not heard yet."""
    unit_ids = [office.unit_id for office in person.leading]
    return await hearing.unheard_items(store, unit_ids, person.id)


async def _as_shown(
    store: Store, person: Person, bulletin_id: int, mark: str, now: datetime
) -> Desk:
    desk = await approvable(store, person, bulletin_id, now)
    if desk.mark != mark:
        raise Refusal("bulletins.changed_meanwhile")
    return desk


async def _add(
    store: Store,
    unit: Unit,
    person: Person | None,
    pieces: Pieces,
    source: str,
    now: datetime,
    frame: Frame,
) -> Added:
    pieces = rules.check_items(pieces)
    actor = person.id if person else None
    inside = stays_inside(frame, (part for piece in pieces for part in piece))
    bulletin = await _collecting(store, unit, now)
    there = twins(await item_rows.items(store, bulletin.id), pieces, source) if person else ()
    place = await item_rows.add_items(
        store,
        bulletin.id,
        pieces,
        source,
        actor,
        now,
        apart=bool(there),
        left_out=frame,
        stays_inside=inside,
    )
    if there:
        return Added(bulletin, len(pieces), lost=False, twins=there, place=place)
    first = await item_rows.at(store, bulletin.id, place)
    lost = await _joined(store, bulletin, person, len(pieces), now)
    added = Added(bulletin, len(pieces), lost, place=place, first_id=first)
    issuer = other_place(letterhead_of(frame), await _places(store, unit))
    return replace(added, framed=bool(frame), inside=inside, issuer=issuer)


async def _places(store: Store, unit: Unit) -> Sequence[str]:
    """The names of a unit and of those above it."""
    return [one.name for one in await units.all_units(store) if unit.path.startswith(one.path)]


async def _joined(
    store: Store, bulletin: Bulletin, person: Person | None, count: int, now: datetime
) -> bool:
    """After items came to a bulletin: its editors hear of it. Whether an approval was lost."""
    actor = person.id if person else None
    detail = {"items": count}
    await audit.note(store, now, actor, "added", "bulletin", bulletin.id, detail=detail)
    if await approval_lost(store, person, bulletin, now):
        return True
    if person and not person.leads(bulletin.unit_path):
        await _tell_of_news(store, bulletin, person, now)
    return False


async def _tell_of_news(store: Store, bulletin: Bulletin, person: Person, now: datetime) -> None:
    """Once a day; how much more came since is counted at home."""
    cause = f"{bulletin.cause}:added:{store.org.today(now):%Y%m%d}"
    if await deliveries.counts(store, cause):
        return
    month = rules.month_words(bulletin.month)
    by = {"name": person.member.name, "unit": person.own_unit.unit_name}
    text = words("bulletins.news", month=month, **by)
    await tell_editors(store, bulletin, cause, text, now)


async def _collecting(store: Store, unit: Unit, now: datetime) -> Bulletin:
    month = await _open_month(store, unit, now)
    return await rows.begin(store, unit.id, month, rules.due_at(store.org, month))


async def _open_month(store: Store, unit: Unit, now: datetime) -> date:
    """The next month to fall due whose bulletin is not sent or given up already.

    When nothing was written for this month by its hour, what comes late still makes its bulletin.
    """
    this = await rows.of_month(store, unit.id, store.org.today(now).replace(day=1))
    if this and this.awaits_late(now) and not await item_rows.begun_in_time(store, this):
        return this.month
    month = rules.month_for(store.org, now)
    while (found := await rows.of_month(store, unit.id, month)) and not found.is_open:
        month = rules.next_month(month)
    return month
