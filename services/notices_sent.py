"""Following a notice up: how far it has come, recalling it, reminding who has not answered."""

from collections.abc import Sequence
from datetime import datetime

from rules.members import Member, Person
from rules.notices import Notice, Progress, check_recall, check_remind, progress
from rules.refusal import Refusal
from services.notices_writing import keep_as_draft
from storage import accounts, audit, calls, deliveries, mailings, members, notices
from storage.audiences import Audience
from storage.store import Store


async def sent_list(
    store: Store, person: Person, start: int, limit: int
) -> Sequence[tuple[Notice, Progress]]:
    """The notices of the own unit with how far they have come, the last one first."""
    found = await notices.sent_by(store, person.own_unit.unit_id, start, limit)
    return [(one, await _progress(store, one)) for one in found]


async def look(store: Store, person: Person, notice_id: int) -> tuple[Notice, Progress]:
    """A notice of a unit this person leads, and how far it has come."""
    found = await _sent(store, person, notice_id)
    return found, await _progress(store, found)


async def unanswered(
    store: Store, person: Person, notice_id: int, start: int, limit: int
) -> tuple[int, Sequence[Member], set[int]]:
    """How many have not acknowledged it, some of them, from the `start`th on, and the ids of
    those among these who have not joined."""
    await _sent(store, person, notice_id)
    count, found = await notices.unanswered(store, notice_id, start, limit)
    ids = {one.id for one in found}
    linked = await accounts.of_members(store, ids)
    return count, found, {one for one in ids if not linked[one]}


async def unlinked(store: Store, notice_id: int, silent: int) -> int:
    """Of so many who have not acknowledged it, how many have not joined."""
    joined = await members.statuses(store, ("silent", notice_id, 0))
    return silent - joined.total()


async def recall(store: Store, person: Person, notice_id: int, now: datetime) -> Notice:
    """Take a notice back while none of it has gone; its words wait as a draft again. Recalling
    again changes nothing."""
    found = await _sent(store, person, notice_id)
    if found.state == "recalled":
        return found
    _, answered = await notices.answers(store, notice_id)
    await mailings.stop(store, found.cause)
    check_recall(found, await mailings.untouched(store, found.cause), answered)
    await notices.change(store, notice_id, "confirmed", state="recalled")
    await keep_as_draft(store, found, now)
    await audit.note(store, now, person.id, "recalled", "notice", notice_id)
    return found


async def to_remind(
    store: Store, person: Person, notice_id: int, now: datetime
) -> tuple[Notice, int]:
    """How many a reminder would go to: the linked who have not acknowledged, without who reminds.
    The others get the notice itself when they join."""
    found = await _sent(store, person, notice_id)
    check_remind(found, store.org, now)
    count = await mailings.unreached(store, _reminder(found), _silent(found, person))
    if not count:
        raise Refusal("notices.nobody_to_remind", name=found.name)
    return found, count


async def remind(store: Store, person: Person, notice_id: int, now: datetime) -> int:
    """Remind those who have not acknowledged, at most once a day; how many."""
    found, people = await to_remind(store, person, notice_id, now)
    count = found.reminders + 1
    await notices.change(store, notice_id, "confirmed", reminders=count, reminded_at=now)
    await audit.note(
        store, now, person.id, "reminded", "notice", notice_id, detail={"people": people}
    )
    await mailings.spread(
        store,
        _reminder(found),
        _silent(found, person),
        found.message("notices.reminder"),
        now,
        sender_id=person.id,
        about=found.name,
        urgent=found.urgent,
        repeats=found.cause,
    )
    return people


async def pause(store: Store, person: Person, notice_id: int, now: datetime) -> None:
    """Send it to nobody more for now; pressed again it changes nothing."""
    found = await _sent(store, person, notice_id)
    if await mailings.pause(store, found.cause):
        await audit.note(store, now, person.id, "paused", "notice", notice_id)


async def go_on(store: Store, person: Person, notice_id: int, now: datetime) -> None:
    """Send it on; pressed again it changes nothing."""
    found = await _sent(store, person, notice_id)
    if await mailings.go_on(store, found.cause):
        await audit.note(store, now, person.id, "resumed", "notice", notice_id)


async def stop(store: Store, person: Person, notice_id: int, now: datetime) -> None:
    """Send it to nobody more for ever; who has it keeps it. Pressed again it changes nothing."""
    found = await _sent(store, person, notice_id)
    if await mailings.stop(store, found.cause):
        await audit.note(store, now, person.id, "stopped", "notice", notice_id)


async def _sent(store: Store, person: Person, notice_id: int) -> Notice:
    found = await notices.get(store, notice_id)
    if found is None or found.state == "draft":
        raise Refusal("notices.not_here")
    if not person.leads(found.unit_path):
        raise Refusal("units.not_yours")
    return found


async def _progress(store: Store, notice: Notice) -> Progress:
    states = await deliveries.counts(store, notice.cause)
    total, answered = await notices.answers(store, notice.id)
    sending = await mailings.state(store, notice.cause)
    told = await calls.count_told(store, notice.cause)
    return progress(states, total, answered, sending, told)


def _reminder(notice: Notice) -> str:
    return f"{notice.cause}:reminder:{notice.reminders + 1}"


def _silent(notice: Notice, person: Person) -> Audience:
    return ("silent", notice.id, person.id)
