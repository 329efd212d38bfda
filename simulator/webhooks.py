"""Webhooks: one request per lane at a time, repeated until the bot says yes."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from simulator.background import Background
from simulator.errors import conflict
from simulator.updates import Update, UpdateQueue

Json = dict[str, Any]

FIRST_PAUSE = 2.0
SHORTEST_CEILING = 60.0
LONGEST_CEILING = 120.0
LONGEST_RETRY_AFTER = 3600.0
ANSWER_TIMEOUT = 60.0
CLOCK_GLANCE = 0.02  # real seconds between looks at a clock that somebody may move


@dataclass(frozen=True)
class Webhook:
    """Where updates go, and the secret that proves they come from here."""

    url: str
    secret: str = ""
    most_connections: int = 40

    def headers(self) -> dict[str, str]:
        return {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}

    def body(self, update: Update) -> Json:
        return update.wire()

    def takes(self, status: int) -> bool:
        """Whether this HTTP status says that the bot has the update."""
        return 200 <= status < 300


@dataclass
class Webhooks:
    """The bot's webhook, if it has one, and the deliveries under way."""

    updates: UpdateQueue
    background: Background
    clock: Callable[[], float]
    hook: Webhook | None = None
    last_error: str = ""
    last_error_date: int = 0
    _busy: set[str] = field(default_factory=set)
    _session: aiohttp.ClientSession | None = None

    def __post_init__(self) -> None:
        self.updates.on_new = self._start_lanes

    def set(self, hook: Webhook) -> None:
        self.hook = hook
        self.last_error, self.last_error_date = "", 0
        self.updates.end_poll(conflict("terminated by setWebhook request"))
        self._start_lanes()

    def remove(self) -> None:
        self.hook = None

    def info(self) -> Json:
        """The Bot API's WebhookInfo."""
        hook = self.hook
        found: Json = {
            "url": hook.url if hook else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self.updates.fresh()),
        }
        if hook:
            found["max_connections"] = hook.most_connections
            found["ip_address"] = "127.0.0.1"
        if self.last_error:
            found["last_error_date"] = self.last_error_date
            found["last_error_message"] = self.last_error
        return found

    def _start_lanes(self) -> None:
        """Begin a delivery in every idle lane, as far as connections allow."""
        if self.hook is None:
            return
        for update in self.updates.fresh():
            if len(self._busy) >= self.hook.most_connections:
                return
            if update.lane not in self._busy:
                self._busy.add(update.lane)
                self.background.start(self._run_lane(update.lane, self.hook))

    async def _run_lane(self, lane: str, hook: Webhook) -> None:
        try:
            while self.hook is hook and (update := self._head(lane)):
                await self._deliver(hook, update)
        finally:
            self._busy.discard(lane)
        self._start_lanes()

    def _head(self, lane: str) -> Update | None:
        return next((u for u in self.updates.fresh() if u.lane == lane), None)

    async def _deliver(self, hook: Webhook, update: Update) -> None:
        """Offer one update until it is taken, its life ends or the webhook changes."""
        failures = 0
        while self.hook is hook and update.id in self.updates.waiting:
            problem, asked = await _offer(self._connections(), hook, update)
            if problem is None:
                self.updates.drop(update)
                return
            self.last_error, self.last_error_date = problem, int(self.clock())
            again = self.clock() + (pause_after(failures) if asked is None else asked)
            failures += 1
            if again >= update.expires:
                self.updates.drop(update)
                return
            await self._wait_until(again, hook)

    async def _wait_until(self, moment: float, hook: Webhook) -> None:
        # The clock is the caller's: it may be moved, and then nobody wakes us.
        while self.hook is hook and (left := moment - self.clock()) > 0:  # noqa: ASYNC110
            await asyncio.sleep(min(left, CLOCK_GLANCE))

    def _connections(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def pause_after(failures: int) -> float:
    """Seconds before the next try: none, then 2, 4, 8 ... up to one or two minutes."""
    if failures == 0:
        return 0.0
    ceiling = random.uniform(SHORTEST_CEILING, LONGEST_CEILING)
    return float(min(FIRST_PAUSE * 2 ** (failures - 1), ceiling))


async def _offer(
    session: aiohttp.ClientSession, hook: Webhook, update: Update
) -> tuple[str | None, float | None]:
    """(what went wrong or None, seconds the bot asked us to wait or None)."""
    timeout = aiohttp.ClientTimeout(total=ANSWER_TIMEOUT)
    try:
        async with session.post(
            hook.url,
            json=hook.body(update),
            headers=hook.headers(),
            timeout=timeout,
            allow_redirects=False,
        ) as answer:
            if hook.takes(answer.status):
                return None, None
            problem = f"Wrong response from the webhook: {answer.status} {answer.reason}"
            return problem, _retry_after(answer.headers.get("Retry-After"))
    except TimeoutError:
        return "Read timeout expired", None
    except aiohttp.ClientError as broken:
        return f"Connection failed: {type(broken).__name__}", None


def _retry_after(header: str | None) -> float | None:
    if header is None or not header.strip().isdigit():
        return None
    return min(float(header), LONGEST_RETRY_AFTER)
