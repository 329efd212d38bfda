"""How fast a bot may send: 30 a second in all, one a second per person, 20 a minute per group."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field

from simulator.errors import too_many_requests

SLACK = 1e-5  # seconds; sums of times since 1970 are no more exact than that


@dataclass
class Window:
    """At most `most` events in any `seconds`."""

    most: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float, more: int) -> float:
        """Seconds until `more` events fit; 0 when they fit now."""
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        excess = len(self.times) + more - self.most
        if excess <= 0 or not self.times:
            return 0.0
        return self.times[min(excess, len(self.times)) - 1] + self.seconds - now

    def take(self, now: float, more: int) -> None:
        self.times.extend([now] * more)


@dataclass
class Bucket:
    """`rate` events a second in the long run, `burst` at once."""

    rate: float
    burst: int
    full_at: float = 0.0  # when the last event will be paid for

    def wait(self, now: float, more: int) -> float:
        spent = max(self.full_at, now) + more / self.rate
        return max(0.0, spent - now - max(self.burst, more) / self.rate)

    def take(self, now: float, more: int) -> None:
        self.full_at = max(self.full_at, now) + more / self.rate


@dataclass
class Limits:
    """The limits in force; switched off they let everything through."""

    on: bool = False
    overall: int = 30
    per_chat: float = 1
    burst: int = 5
    per_group: int = 20
    _overall: Window | None = None
    _chats: dict[int, Bucket | Window] = field(default_factory=dict)

    def take(self, chat_id: int, now: float, messages: int) -> None:
        """Count messages about to be sent; raises 429 and counts nothing when it is too fast."""
        if not self.on:
            return
        lanes = [self._everything(), self._chat(chat_id)]
        wait = max(lane.wait(now, messages) for lane in lanes)
        if wait > SLACK:
            raise too_many_requests(max(1, math.ceil(wait)))
        for lane in lanes:
            lane.take(now, messages)

    def _everything(self) -> Window:
        if self._overall is None:
            self._overall = Window(self.overall, 1)
        return self._overall

    def _chat(self, chat_id: int) -> Bucket | Window:
        if chat_id not in self._chats:
            group = chat_id < 0
            self._chats[chat_id] = (
                Window(self.per_group, 60) if group else Bucket(self.per_chat, self.burst)
            )
        return self._chats[chat_id]
