"""The clock of a world: the machine's own, moved ahead by whoever tries something out."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

FARTHEST = 400 * 86_400.0  # seconds


class Clock:
    """Seconds since 1970. Where it stands is written to `file`, as seconds ahead of the machine's,
    for a bot that is to live by the same time. `zone` is where the people are."""

    def __init__(self, zone: str = "UTC", file: Path | None = None) -> None:
        self.zone = zone
        self._file = file
        self._ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self._ahead

    def move(self, seconds: float) -> None:
        """Move it ahead; ValueError for a step back or beyond a year."""
        if not 0 < seconds <= FARTHEST - self._ahead:
            raise ValueError(f"a clock cannot be moved by {seconds:g} s")
        self._ahead += seconds
        if self._file is not None:  # whole or not at all: somebody may read it at any moment
            part = self._file.with_suffix(".part")
            part.write_text(f"{self._ahead:.0f}")
            part.replace(self._file)

    def until(self, hour: int) -> float:
        """Seconds until it is that hour there next."""
        now = datetime.fromtimestamp(self(), ZoneInfo(self.zone))
        then = now.replace(hour=hour, minute=0, second=0, microsecond=0)
        return (then + timedelta(days=then <= now) - now).total_seconds()
