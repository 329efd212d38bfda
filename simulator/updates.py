"""Updates on their way to the bot: numbered, in lanes, forgotten when they grow too old."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from simulator.errors import ApiError, conflict

Json = dict[str, Any]

DAY = 86_400.0
CALLBACK_LIFE = 150.0
# Sent only to bots that ask for them by name.
ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
KINDS = {
    "message",
    "edited_message",
    "callback_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "channel_post",
    "edited_channel_post",
    "shipping_query",
    "pre_checkout_query",
    "chat_join_request",
}
DEFAULT_KINDS = frozenset(KINDS - ON_REQUEST)


@dataclass(frozen=True)
class Update:
    """One update; `lane` keeps the order within a chat, `expires` ends its life."""

    id: int
    kind: str
    body: Json
    lane: str
    expires: float

    def wire(self) -> Json:
        return {"update_id": self.id, self.kind: self.body}


@dataclass
class UpdateQueue:
    """The updates the bot has not confirmed. `on_new` is told of every new one."""

    clock: Callable[[], float]
    waiting: dict[int, Update] = field(default_factory=dict)
    allowed: frozenset[str] = DEFAULT_KINDS
    last_id: int = 100_000
    on_new: Callable[[], None] = lambda: None
    make: type[Update] = Update
    _poll: asyncio.Future[None] | None = None

    def add(self, kind: str, body: Json, lane: str, life: float = DAY) -> None:
        """Queue an update, unless the bot did not ask for its kind."""
        if kind not in self.allowed:
            return
        self.last_id += 1
        expires = self.clock() + life
        self.waiting[self.last_id] = self.make(self.last_id, kind, body, lane, expires)
        self.on_new()
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def confirm(self, offset: int) -> None:
        """Forget updates before `offset`; a negative one keeps only the last that many."""
        if offset < 0:
            kept = list(self.waiting)[offset:]
            offset = kept[0] if kept else 0
        for update_id in [known for known in self.waiting if known < offset]:
            del self.waiting[update_id]

    def drop(self, update: Update) -> None:
        self.waiting.pop(update.id, None)

    def fresh(self) -> list[Update]:
        """The waiting updates in order; those past their life are forgotten."""
        now = self.clock()
        for old in [update for update in self.waiting.values() if update.expires <= now]:
            del self.waiting[old.id]
        return list(self.waiting.values())

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Updates from `offset` on, waiting up to `seconds` (real time) for the first.

        A poll that is still waiting ends with 409: there may be one reader only.
        """
        self.end_poll(
            conflict(
                "terminated by other getUpdates request; "
                "make sure that only one bot instance is running"
            )
        )
        if offset:
            self.confirm(offset)
        if not self.fresh() and seconds > 0:
            await self.arrival(seconds)
        return [update.wire() for update in self.fresh()[:limit]]

    async def arrival(self, seconds: float) -> None:
        """Wait up to `seconds` (real time) until an update comes or somebody ends the poll."""
        self._poll = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(self._poll, seconds)
        except TimeoutError:
            return

    def end_poll(self, reason: ApiError) -> None:
        """Break off a poll that is waiting."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(reason)
