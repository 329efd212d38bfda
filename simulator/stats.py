"""What the bot has asked of the server, for the eyes of a test."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Rate:
    """The most messages seen within one second."""

    highest: int = 0
    times: deque[float] = field(default_factory=deque)

    def count(self, now: float, more: int) -> None:
        self.times.extend([now] * more)
        while self.times[0] <= now - 1:
            self.times.popleft()
        self.highest = max(self.highest, len(self.times))


@dataclass
class Stats:
    """Counters since the start or the last reset."""

    calls: Counter[str] = field(default_factory=Counter)
    uploads: int = 0
    bytes_uploaded: int = 0
    refused: int = 0
    rate: Rate = field(default_factory=Rate)
    rates: defaultdict[int, Rate] = field(default_factory=lambda: defaultdict(Rate))

    def sent(self, chat_id: int, now: float, messages: int) -> None:
        self.rate.count(now, messages)
        self.rates[chat_id].count(now, messages)

    def uploaded(self, size: int) -> None:
        self.uploads += 1
        self.bytes_uploaded += size

    def wire(self, *, people: bool = True) -> dict[str, Any]:
        """JSON of GET /stats; rates are messages per second, people by the id of their phone. Of
        ten thousand `people` they take so long that whatever is measured meanwhile stands still."""
        rates = self.rates if people else {}
        return {
            "calls": dict(self.calls),
            "uploads": self.uploads,
            "bytes_uploaded": self.bytes_uploaded,
            "429s": self.refused,
            "highest_rate": self.rate.highest,
            "highest_rate_per_person": {str(who): r.highest for who, r in rates.items()},
        }
