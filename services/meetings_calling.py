"""Calling a meeting: a draft is filled step by step, then everyone is invited."""

import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rules import meetings as rules
from rules.meetings import MOST_FILES, Attachment, Draft, Meeting, month_meant, typed
from rules.members import STATUSES, Member, Person, invited
from rules.refusal import Refusal
from rules.units import Unit
from services.meetings_leading import ask_all_but, invitation, led, own_invitation
from storage import attendance as rows
from storage import audit
from storage import meetings as books
from storage import members as roster
from storage import units as unit_rows
from storage.store import Store

PLACES = 3


@dataclass(frozen=True)
class Preview:
    """What will be sent, to how many, and who of them cannot be reached in the handbook yet.

    `statuses` says how many of the unit's people have each status: it decides who is invited.
    """

    meeting: Meeting
    invited: int
    unlinked: tuple[Member, ...]
    statuses: Counter[str]

    @property
    def left_out(self) -> int:
        """How many of the unit are not invited."""
        return self.statuses.total() - self.invited


async def own_units(store: Store, person: Person) -> Sequence[Unit]:
    """The units this person may call to a meeting, the own one first."""
    return await unit_rows.below(store, person.own_unit.unit_path)


async def unfinished(store: Store, person: Person) -> Draft | None:
    """The meeting this person began to call."""
    return await books.draft_of(store, person.id)


async def begin(store: Store, person: Person, unit_id: int, now: datetime) -> Draft:
    """A new draft; an older one of this person's is dropped."""
    unit = await unit_rows.get(store, unit_id)
    if unit is None or not person.leads(unit.path):
        raise Refusal("units.not_yours")
    if old := await unfinished(store, person):
        await books.drop_draft(store, old.id)
    return await books.add_draft(store, unit_id, person.id, secrets.token_hex(16), now)


async def draft(store: Store, person: Person, draft_id: int) -> Draft:
    """That draft; refused when it is finished, dropped or somebody else's."""
    found = await unfinished(store, person)
    if found is None or found.id != draft_id:
        raise Refusal("meetings.draft_done")
    if not person.leads(found.unit_path):
        raise Refusal("units.not_yours")
    return found


async def drop(store: Store, person: Person, draft_id: int) -> None:
    """Throw the draft away."""
    await draft(store, person, draft_id)
    await books.drop_draft(store, draft_id)


async def set_unit(store: Store, person: Person, draft_id: int, unit_id: int) -> Draft:
    """Call another unit instead."""
    unit = await unit_rows.get(store, unit_id)
    if unit is None or not person.leads(unit.path):
        raise Refusal("units.not_yours")
    return await _fill(store, person, draft_id, unit_id=unit_id)


async def set_kind(store: Store, person: Person, draft_id: int, kind: str, now: datetime) -> Draft:
    """Title it as one of the usual meetings: "monthly" or "thematic"."""
    month = month_meant(store.org.today(now)) if kind == "monthly" else None
    return await _fill(store, person, draft_id, kind=kind, month=month, title="")


async def set_title(store: Store, person: Person, draft_id: int, title: str) -> Draft:
    """Title it in the secretary's own words."""
    return await _fill(
        store, person, draft_id, kind="other", month=None, title=typed("title", title)
    )


async def set_time(
    store: Store, person: Person, draft_id: int, starts_at: datetime, now: datetime
) -> Draft:
    """Say when; refused for a moment that has passed."""
    if starts_at <= now:
        raise Refusal("meetings.time_passed", starts=starts_at)
    return await _fill(store, person, draft_id, starts_at=starts_at)


async def set_place(store: Store, person: Person, draft_id: int, place: str) -> Draft:
    """Say where."""
    return await _fill(store, person, draft_id, place=typed("place", place))


async def copy_place(store: Store, person: Person, draft_id: int, meeting_id: int) -> Draft:
    """Meet where an earlier meeting was."""
    earlier = await books.get(store, meeting_id)
    if earlier is None or not person.leads(earlier.unit_path):
        raise Refusal("meetings.gone")
    return await set_place(store, person, draft_id, earlier.place)


async def set_agenda(store: Store, person: Person, draft_id: int, agenda: str) -> Draft:
    """Say what about; an empty text passes this step over."""
    text = typed("agenda", agenda) if agenda else ""
    return await _fill(store, person, draft_id, agenda=text)


async def attach(
    store: Store, person: Person, draft_id: int, media_id: int
) -> Sequence[Attachment]:
    """Send this file along as well; the agenda may be left to it. All that go along now."""
    found = await draft(store, person, draft_id)
    if found.files >= MOST_FILES:
        raise Refusal("meetings.enough_files", count=found.files)
    await books.attach(store, draft_id, media_id)
    await _fill(store, person, draft_id, agenda=found.agenda or "")
    return await books.attachments(store, draft_id)


async def take_back_file(store: Store, person: Person, draft_id: int) -> Sequence[Attachment]:
    """Leave out the file that was sent last; all that still go along."""
    await draft(store, person, draft_id)
    if files := await books.attachments(store, draft_id):
        await books.detach(store, draft_id, files[-1].media_id)
    return files[:-1]


async def attached(store: Store, person: Person, draft_id: int) -> Sequence[Attachment]:
    """The files that go along so far."""
    await draft(store, person, draft_id)
    return await books.attachments(store, draft_id)


async def places(store: Store, unit_id: int) -> Sequence[tuple[int, str]]:
    """Where this unit met lately: (a meeting that was there, the place)."""
    return await books.last_places(store, unit_id, PLACES)


async def preview(store: Store, person: Person, draft_id: int, now: datetime) -> Preview:
    """What will be sent and to whom, before anything is."""
    found = await draft(store, person, draft_id)
    statuses = await roster.statuses(store, ("below", found.unit_path))
    people = sum(count for status, count in statuses.items() if invited(status))
    unlinked = await roster.unlinked(store, found.unit_path)
    strangers = tuple(one for one in unlinked if invited(one.status))
    return Preview(found.ready(now), people, strangers, statuses)


async def twin(store: Store, person: Person, draft_id: int) -> Meeting | None:
    """A meeting that was called before and seems to be the same; None once this one is called."""
    found = await unfinished(store, person)
    if found is None or found.id != draft_id:
        return None
    called = await books.of_unit(store, found.unit_id)
    return rules.twin(found, called, store.org.today)


async def call(store: Store, person: Person, draft_id: int, now: datetime) -> tuple[Meeting, int]:
    """Invite everyone; how many. Pressing twice invites once."""
    await books.hold(store, draft_id, alone=True)
    done = await books.get(store, draft_id)
    if done is None or done.author_id != person.id:
        (await draft(store, person, draft_id)).ready(now)
        heard = store.org.awake(now)
        if await books.shift(store, draft_id, "draft", "called", told_at=heard):
            await _invite(store, person, draft_id, now)
    meeting = await led(store, person, draft_id)
    return meeting, sum(one.people for one in await rows.alike(store, draft_id))


async def _invite(store: Store, person: Person, meeting_id: int, now: datetime) -> None:
    meeting = await led(store, person, meeting_id)
    statuses = [one for one in STATUSES if invited(one)]
    await rows.invite(store, meeting_id, ("below", meeting.unit_path), statuses)
    files = await books.attachments(store, meeting_id)
    asking, telling = invitation(meeting, files), own_invitation(meeting, files)
    await ask_all_but(store, person, meeting, asking, telling, now)
    await audit.note(store, now, person.id, "called", "meeting", meeting_id)


async def _fill(store: Store, person: Person, draft_id: int, **values: Any) -> Draft:
    await draft(store, person, draft_id)
    await books.change(store, draft_id, **values)
    return await draft(store, person, draft_id)
