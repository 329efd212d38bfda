"""Backups: how they are named, and which are kept how long."""

import re
from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

DAYS, WEEKS, MONTHS = 7, 5, 12  # of each, the last backup is kept
_STAMP = "%Y%m%d-%H%M%SZ"
_NAME = re.compile(r"sotay-(\d{8}-\d{6}Z)\.(?:db|dump)(?:\.sealed)?")


def file_name(now: datetime, ending: str) -> str:
    """The name of a backup made now: "sotay-20261123-020000Z.db"."""
    return f"sotay-{now.astimezone(UTC):{_STAMP}}.{ending}"


def made_at(name: str) -> datetime | None:
    """When the backup of that name was made; None when it is no name of ours."""
    found = _NAME.fullmatch(name)
    return datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC) if found else None


def kept(made: Iterable[datetime], zone: ZoneInfo) -> set[datetime]:
    """Which backups stay: the last of each of the last seven days that have one, of five weeks and
    of twelve months, as the calendar in `zone` counts them."""
    newest_first = sorted(made, reverse=True)

    def last(count: int, period: Callable[[datetime], Hashable]) -> set[datetime]:
        found: dict[Hashable, datetime] = {}
        for one in newest_first:
            found.setdefault(period(one.astimezone(zone)), one)
        return set(list(found.values())[:count])

    return (
        last(DAYS, lambda one: one.date())
        | last(WEEKS, lambda one: one.isocalendar()[:2])
        | last(MONTHS, lambda one: (one.year, one.month))
    )
