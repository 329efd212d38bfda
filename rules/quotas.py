"""How many messages a month a messenger carries, and what they are kept for.

Zalo's basic plan carries 3,000 messages a month for each bot, and nothing says so before they are
spent (docs.zaloplatforms.com, pricing as read in September 2026). The last fifth is for answers to
living people and for what is urgent; the rest waits for the next month, and is not lost.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from rules.organisation import Organisation

LEVELS = (50, 80, 100)  # of a hundred: told when they are reached
FOR_NOTICES = 80


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


def reached(spent: int, monthly: int) -> int | None:
    """The level that the last message reached, if it reached one."""
    levels = (one for one in LEVELS if monthly and spent == -(-monthly * one // 100))
    return next(levels, None)


def renewed(now: datetime, org: Organisation) -> datetime:
    """When the next month begins, after its first quiet hours."""
    first = (org.today(now).replace(day=1) + timedelta(days=32)).replace(day=1)
    return org.at(first, org.quiet_until)
