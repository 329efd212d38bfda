"""What a Zalo bot is told: one message at a time, fetched once or brought by the webhook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.chats import Json
from simulator.errors import ApiError
from simulator.updates import Update, UpdateQueue
from simulator.webhooks import Webhook

EVENTS = frozenset(
    f"message.{kind}.received" for kind in ("text", "image", "sticker", "voice", "unsupported")
)


@dataclass(frozen=True)
class ZaloUpdate(Update):
    """An update without a number: it cannot be asked for again."""

    def wire(self) -> Json:
        return {"event_name": self.kind, "message": self.body}


class ZaloQueue(UpdateQueue):
    """Messages that wait for their bot."""

    async def take(self, seconds: float) -> Json | None:
        """The oldest message, which is gone with that; None after `seconds` (real time).

        A poll that is still waiting ends: there may be one reader only.
        """
        self.end_poll()
        if not self.fresh() and seconds > 0:
            await self.arrival(seconds)
        first = next(iter(self.fresh()), None)
        if first is None:
            return None
        self.drop(first)
        return first.wire()

    def end_poll(self, reason: ApiError | None = None) -> None:
        """A poll that is waiting ends as if nothing had come, and never hears the reason."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)


@dataclass(frozen=True)
class ZaloHook(Webhook):
    """Where updates go. Retries are not documented: they are Telegram's, until a plain 200."""

    updated_at: int = 0
    is_flat: Callable[[], bool] = lambda: False

    def headers(self) -> dict[str, str]:
        return {"X-Bot-Api-Secret-Token": self.secret}

    def body(self, update: Update) -> Json:
        return update.wire() if self.is_flat() else {"ok": True, "result": update.wire()}

    def takes(self, status: int) -> bool:
        return status == 200

    def wire(self) -> Json:
        return {"url": self.url, "updated_at": self.updated_at}
