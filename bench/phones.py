"""People with phones at the simulator, as its page drives them."""

from __future__ import annotations

import asyncio
from typing import Any

from bench.processes import TOKEN, Talk, people

PATIENCE = 60.0  # seconds until an answer counts as never come
AT_ONCE = 20  # phones set up side by side


class Phone:
    """One phone; the answer to a deed is the bot's next message, or the change of one."""

    def __init__(self, talk: Talk, number: int) -> None:
        self._talk = talk
        self._path = f"/phones/{number}"
        self._version = 0
        self._buttons: dict[int, list[str]] = {}  # of each message

    @property
    def newest(self) -> int:
        """The bot's last message."""
        return max(self._buttons)

    async def says(self, text: str) -> float:
        """Types words; the seconds until the answer."""
        return await self._does("say", {"text": text})

    async def presses(self, route: str, on: int | None = None) -> float:
        """Presses the button that leads there; the seconds until the answer."""
        message = self.newest if on is None else on
        found = [one for one in self._buttons[message] if one.split(":")[0] == route]
        if not found:
            raise LookupError(f"no button leads to {route}: {self._buttons[message]}")
        return await self._does("press", {"message_id": message, "data": found[0]})

    async def _does(self, what: str, body: dict[str, Any]) -> float:
        await self._look(0)  # what came by itself meanwhile is no answer
        loop = asyncio.get_running_loop()
        began = loop.time()
        await self._talk.post(f"{self._path}/{what}", body)
        while (spent := loop.time() - began) < PATIENCE:
            if any(one["from"] == "bot" for one in await self._look(PATIENCE - spent)):
                return loop.time() - began
        return PATIENCE

    async def _look(self, seconds: float) -> list[dict[str, Any]]:
        path = f"{self._path}/chat?since={self._version}&wait={seconds:.1f}"
        changed: list[dict[str, Any]] = await self._talk.get(path)
        for one in changed:
            self._version = max(self._version, one["version"])
            if one["from"] == "bot":
                self._buttons[one["message_id"]] = [
                    b["data"] for row in one["buttons"] for b in row
                ]
        return changed


async def give_out(talk: Talk, count: int) -> None:
    """A phone for everybody, each open to the bot; what that says to the bot is thrown away."""
    left = iter(people(count))

    async def giver() -> None:
        for _ in left:
            phone = (await talk.post("/phones", {"name": "P"}))["id"]
            await talk.post(f"/phones/{phone}/start", {"code": ""})

    await asyncio.gather(*(giver() for _ in range(AT_ONCE)))
    found = await talk.get(f"/bot{TOKEN}/getUpdates?offset=-1")
    last = found["result"][-1]["update_id"]
    await talk.get(f"/bot{TOKEN}/getUpdates?offset={last + 1}")
