"""Following a notice up: how far it has come, recalling it, reminding who has not answered."""

from collections.abc import Sequence
from datetime import datetime

from rules.members import Member, Person
from rules.notices import Notice, Progress, check_recall, check_remind, progress
from rules.refusal import Refusal
from services.notices_writing import keep_as_draft
from storage import audit, deliveries, notices
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


async def unanswered(store: Store, person: Person, notice_id: int) -> Sequence[Member]:
    """Those who have not acknowledged it."""
    await _sent(store, person, notice_id)
    return await notices.unanswered(store, notice_id)


async def recall(store: Store, person: Person, notice_id: int, now: datetime) -> Notice:
    """Take a notice back while none of it has gone; its words wait as a draft again. Recalling
    again changes nothing."""
    found = await _sent(store, person, notice_id)
    if found.state == "recalled":
        return found
    total, answered = await notices.answers(store, notice_id)
    taken_back = await deliveries.recall(store, f"notice:{notice_id}")
    check_recall(found, taken_back, total, answered)
    await notices.change(store, notice_id, "confirmed", state="recalled")
    await keep_as_draft(store, found, now)
    await audit.note(store, now, person.id, "recalled", "notice", notice_id)
    return found


async def to_remind(
    store: Store, person: Person, notice_id: int, now: datetime
) -> tuple[Notice, Sequence[int]]:
    """Whom a reminder would go to: the linked who have not acknowledged, without who reminds.
    The others get the notice itself when they join."""
    found = await _sent(store, person, notice_id)
    check_remind(found, store.org, now)
    silent = await notices.unanswered(store, notice_id)
    linked = await notices.linked(store, [one.id for one in silent if one.id != person.id])
    if not linked:
        raise Refusal("notices.nobody_to_remind", name=found.name)
    return found, sorted(linked)


async def remind(store: Store, person: Person, notice_id: int, now: datetime) -> int:
    """Remind those who have not acknowledged, at most once a day; how many."""
    found, ids = await to_remind(store, person, notice_id, now)
    count = found.reminders + 1
    await notices.change(store, notice_id, "confirmed", reminders=count, reminded_at=now)
    await audit.note(
        store, now, person.id, "reminded", "notice", notice_id, detail={"people": len(ids)}
    )
    message = found.message("notices.reminder")
    cause = f"notice:{notice_id}:reminder:{count}"
    return await deliveries.leave(store, cause, ids, message, now, urgent=found.urgent)


async def _sent(store: Store, person: Person, notice_id: int) -> Notice:
    found = await notices.get(store, notice_id)
    if found is None or found.state == "draft":
        raise Refusal("notices.not_here")
    if not person.leads(found.unit_path):
        raise Refusal("units.not_yours")
    return found


async def _progress(store: Store, notice: Notice) -> Progress:
    states = await deliveries.counts(store, f"notice:{notice.id}")
    total, answered = await notices.answers(store, notice.id)
    return progress(states, total, answered)
