"""What happened a moment ago, and how often: the twentieth press is not the first."""

import asyncio
from collections import Counter, deque
from collections.abc import Hashable


class Recent:
    """Counts what happened in the last `seconds`."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._order: deque[tuple[float, Hashable]] = deque()
        self._times: Counter[Hashable] = Counter()

    def note(self, key: Hashable) -> None:
        """It happens now."""
        now = asyncio.get_running_loop().time()
        self._forget(now - self._seconds)
        self._order.append((now, key))
        self._times[key] += 1

    def count(self, key: Hashable) -> int:
        """How often it happened."""
        self._forget(asyncio.get_running_loop().time() - self._seconds)
        return self._times[key]

    def _forget(self, before: float) -> None:
        while self._order and self._order[0][0] < before:
            _, key = self._order.popleft()
            self._times[key] -= 1
            if not self._times[key]:
                del self._times[key]
