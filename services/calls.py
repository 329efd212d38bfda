"""Calling the silent: whom, the list on paper, and noting who has been told."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from rules import calls as rule
from rules.calls import Listed, Matter
from rules.members import Member, Person, must_lead
from rules.messages import Media
from rules.refusal import Refusal
from services.joining import whom_to_call
from services.meetings_leading import cause_of
from storage import audit, calls, deliveries, meetings, members, notices, polls
from storage.store import Store

Due = tuple[int, datetime]
A_DAY = timedelta(days=1)
LOOK_BACK, LOOK_AHEAD = timedelta(days=7), timedelta(days=60)
LATE = A_DAY  # after which a list is nobody's help any more: what it is about is over


async def matter(store: Store, kind: str, subject: int, now: datetime) -> Matter:
    """What people are called about; refused when there is none."""
    found = await _find(store, kind, subject, now)
    if found is None:
        raise Refusal("calls.gone")
    return found


async def open_matters(store: Store, person: Person, now: datetime) -> Sequence[tuple[Matter, int]]:
    """What people led by this person are still to be called about, the most pressing kind first,
    each with how many they are."""
    paths = _paths(person)
    theirs = [one for one in await _matters(store, now) if _concerns(one, paths)]
    found = [await _counted(store, one, paths) for one in theirs]
    return [(one, left) for one, left in found if left]


async def counts(store: Store, person: Person, about: Matter) -> tuple[int, int]:
    """Of the silent this person leads: how many are to be called, and how many were told."""
    return await calls.counts(store, about.cause, about.silent, _paths(person))


async def to_call(
    store: Store, person: Person, about: Matter, start: int, limit: int
) -> Sequence[Listed]:
    """Some of those to be called."""
    return await _to_call(store, about, _paths(person), start, limit)


async def told(store: Store, person: Person, about: Matter) -> Sequence[Member]:
    """Those who have been told and have not answered yet."""
    return await calls.told(store, about.cause, about.silent, _paths(person))


async def tell(
    store: Store, person: Person, about: Matter, member_id: int, now: datetime
) -> Member:
    """Note that this member was told: no acknowledgement, no answer. Again it changes nothing."""
    member = await _led(store, person, about, member_id)
    if await calls.tell(store, about.cause, member_id, person.id, now):
        await _note(store, person, "told by phone", about, member_id, now)
    return member


async def take_back(
    store: Store, person: Person, about: Matter, member_id: int, now: datetime
) -> Member:
    """It was a slip of the finger. Again it changes nothing."""
    member = await _led(store, person, about, member_id)
    if await calls.take_back(store, about.cause, member_id):
        await _note(store, person, "not told by phone", about, member_id, now)
    return member


async def sheet(
    store: Store, person: Person, about: Matter, now: datetime
) -> tuple[int, Media | None]:
    """How many stand on the list, and the list on paper; None when nobody is to be called."""
    count, page = await _page(store, about, _paths(person), person.own_unit.unit_name, now)
    return min(count, rule.ON_A_LIST), page


# --- by the clock ----------------------------------------------------------------------------


async def notices_due(store: Store, now: datetime) -> Sequence[Due]:
    """Notices whose list is due."""
    # The quiet hours put a list off by as much as a night.
    sent = await notices.sent_between(store, now - rule.NOTICE_LASTS - A_DAY, now)
    return _due([(one.id, rule.notice_due(one, store.org)) for one in sent], now)


async def meetings_due(store: Store, now: datetime) -> Sequence[Due]:
    """Meetings whose list is due."""
    ahead = await meetings.starting(store, now, now + rule.BEFORE)
    return _due([(one.id, rule.meeting_due(one, store.org)) for one in ahead], now)


async def polls_due(store: Store, now: datetime) -> Sequence[Due]:
    """Polls whose list is due."""
    ahead = await polls.closing(store, now, now + rule.BEFORE)
    return _due([(one.id, rule.poll_due(one, store.org)) for one in ahead], now)


async def list_notice(store: Store, notice_id: int, now: datetime) -> None:
    """Send the lists of a notice."""
    await _send(store, await _find(store, "notice", notice_id, now), now)


async def list_meeting(store: Store, meeting_id: int, now: datetime) -> None:
    """Send the lists of a meeting."""
    await _send(store, await _find(store, "meeting", meeting_id, now), now)


async def list_poll(store: Store, poll_id: int, now: datetime) -> None:
    """Send the lists of a poll."""
    await _send(store, await _find(store, "poll", poll_id, now), now)


async def _matters(store: Store, now: datetime) -> Sequence[Matter]:
    """Everything that waits for answers."""
    ahead = now + LOOK_AHEAD
    called = [
        rule.of_meeting(one, cause_of(one), now)
        for one in await meetings.starting(store, now, ahead)
    ]
    asked = [rule.of_poll(one, now) for one in await polls.closing(store, now, ahead)]
    sent = [rule.of_notice(one) for one in await notices.sent_between(store, now - LOOK_BACK, now)]
    return [*called, *asked, *reversed(sent)]


async def _counted(store: Store, about: Matter, paths: Sequence[str]) -> tuple[Matter, int]:
    left, _ = await calls.counts(store, about.cause, about.silent, paths)
    return about, left


def _concerns(about: Matter, paths: Sequence[str]) -> bool:
    """Whether it is of a unit below one of these paths, or above one."""
    unit = about.unit_path
    return any(unit.startswith(path) or path.startswith(unit) for path in paths)


def _due(found: Sequence[tuple[int, datetime | None]], now: datetime) -> list[Due]:
    return [(one, due) for one, due in found if due is not None and now - LATE <= due <= now]


async def _send(store: Store, about: Matter | None, now: datetime) -> None:
    """Each unit's list to those who lead it, or the unit above."""
    if about is None or not about.open:
        return
    for unit in await calls.units_to_call(store, about.cause, about.silent):
        count, page = await _page(store, about, [unit.path], unit.name, now)
        if page is None:
            continue
        leaders = [one.id for one in await whom_to_call(store, unit.id, now)]
        cause = f"calls:{about.cause}:{unit.id}"
        message = rule.with_list(about, count, page)
        await deliveries.leave(store, cause, leaders, message, now, useful_until=about.ends)


async def _page(
    store: Store, about: Matter, paths: Sequence[str], unit: str, now: datetime
) -> tuple[int, Media | None]:
    """How many are to be called below those paths, and the list on paper; None when nobody is."""
    people = await _to_call(store, about, paths, 0, rule.ON_A_LIST)
    if not people:
        return 0, None
    count, _ = await calls.counts(store, about.cause, about.silent, paths)
    return count, rule.sheet(about, unit, people, count - len(people), store.org, now)


async def _to_call(
    store: Store, about: Matter, paths: Sequence[str], start: int, limit: int
) -> Sequence[Listed]:
    found = await calls.to_call(store, about.cause, about.silent, paths, start, limit)
    return [Listed(member, joined) for member, joined in found]


async def _find(store: Store, kind: str, subject: int, now: datetime) -> Matter | None:
    if kind == "notice":
        notice = await notices.get(store, subject)
        return rule.of_notice(notice) if notice and notice.state == "confirmed" else None
    if kind == "meeting":
        meeting = await meetings.get(store, subject)
        return rule.of_meeting(meeting, cause_of(meeting), now) if meeting else None
    poll = await polls.get(store, subject) if kind == "poll" else None
    return rule.of_poll(poll, now) if poll else None


async def _led(store: Store, person: Person, about: Matter, member_id: int) -> Member:
    """A member this person leads, about something that can still be answered."""
    if not about.open:
        raise Refusal("calls.over", about=about.name)
    member = await members.get(store, member_id)
    if member is None:
        raise Refusal("calls.gone")
    must_lead(person, member)
    return member


async def _note(
    store: Store, person: Person, deed: str, about: Matter, member_id: int, now: datetime
) -> None:
    await audit.note(store, now, person.id, deed, about.kind, about.id, member_id=member_id)


def _paths(person: Person) -> list[str]:
    if not person.leading:
        raise Refusal("units.not_leading")
    return [office.unit_path for office in person.leading]
