"""Leaving a service alone for a while after it refused us."""

import time
from collections.abc import Callable


class Breaker:
    """Open after `trip`: nothing should be tried until the time is over."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._until = 0.0

    def trip(self, seconds: float) -> None:
        """Stay open for `seconds`; a shorter trip never shortens a longer one."""
        self._until = max(self._until, self._clock() + seconds)

    @property
    def remaining(self) -> float:
        """Seconds until the next try is allowed; 0 when it is allowed now."""
        return max(0.0, self._until - self._clock())
