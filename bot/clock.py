"""The time it is: the one place that reads the clock on the wall."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.settings import Settings

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The clock on the wall."""
    return datetime.now(UTC)  # noqa: TID251 - the one place that reads the clock


def clock_of(settings: Settings) -> Clock:
    """The clock on the wall, or for training one that a file's number of seconds runs ahead."""
    shift = settings.clock_shift
    if shift is None:
        return utc_now
    return lambda: utc_now() + timedelta(seconds=float(shift.read_text() or 0))
