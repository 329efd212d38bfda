"""How many messages a month a messenger carries, and what they are kept for.

Zalo's basic plan carries 3,000 messages a month for each bot, and nothing says so before they are
spent (docs.zaloplatforms.com, pricing as read in September 2026). From half of them on, what can
wait is gathered for the morning: what one person gets then is one message. The last fifth is for
answers to living people and for what is urgent; the rest waits for the next month, and is not lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rules.organisation import Organisation

LEVELS = (50, 80, 100)  # of a hundred: told when they are reached
SAVED_FROM, FOR_NOTICES = 50, 80
SOON = timedelta(hours=12)  # what is of use only so long after it would go is not put off till then


def bot_for(member_id: int, people: Sequence[int], most: int) -> int | None:
    """Which of several bots a member is told of, by how many `people` each serves already: evenly,
    the same one each time a letter is printed, unless it is full; None when all are. `most` 0 means
    that none is ever."""
    turns = range(member_id, member_id + len(people))
    found = (turn % len(people) for turn in turns)
    return next((one for one in found if not most or people[one] < most), None)


def month_of(now: datetime, org: Organisation) -> str:
    """The month of the organisation's calendar, "2026-11"."""
    return f"{org.today(now):%Y-%m}"


def has_room(spent: int, monthly: int, *, urgent: bool) -> bool:
    """Whether one more message may go; `monthly` 0 means that nobody counts."""
    most = monthly if urgent else monthly * FOR_NOTICES // 100
    return not monthly or spent < most


@dataclass(frozen=True)
class Room:
    """What a messenger says to one more message: it goes now, or not before `until`. When messages
    are saved, whatever else waits for that person goes along in the same one."""

    until: datetime | None = None
    saving: bool = False


@dataclass(frozen=True)
class Given:
    """What would be sent: whether it is an answer or urgent, when it was due, and until when it is
    of use; None: for ever."""

    urgent: bool
    due: datetime
    useful_until: datetime | None = None


def room(given: Given, spent: int, monthly: int, now: datetime, org: Organisation) -> Room:
    """What becomes of a message when so many of a month's are spent."""
    if not has_room(spent, monthly, urgent=True):
        return Room(renewed(now, org))
    saving = bool(monthly) and spent * 100 >= monthly * SAVED_FROM
    if given.urgent or not saving:
        return Room()
    later = _later(given.due, has_room(spent, monthly, urgent=False), now, org)
    if later and given.useful_until and given.useful_until < later + SOON:
        later = None
    return Room(later, saving=True)


def _later(due: datetime, there_is_room: bool, now: datetime, org: Organisation) -> datetime | None:
    if not there_is_room:
        return renewed(now, org)
    if org.local(due).time() == org.quiet_until:  # it was left in the night
        return None
    morning = org.next_morning(due)
    return morning if now < morning else None


def reached(spent: int, monthly: int) -> int | None:
    """The level that the last message reached, if it reached one."""
    levels = (one for one in LEVELS if monthly and spent == -(-monthly * one // 100))
    return next(levels, None)


def renewed(now: datetime, org: Organisation) -> datetime:
    """When the next month begins, after its first quiet hours."""
    first = (org.today(now).replace(day=1) + timedelta(days=32)).replace(day=1)
    return org.at(first, org.quiet_until)
