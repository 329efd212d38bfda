"""A member with a phone of the simulator, for harnesses: votes and proposes without pause."""

from __future__ import annotations

import asyncio
import random
from typing import Any

import aiohttp

OPTIONS = ("Đồng ý", "Không đồng ý")
WAY_TO_A_VOTE = 4  # presses from the list of votes to the confirmation
IN_SIGHT = 4  # screens
PATIENCE = 12.0  # seconds a phone waits for an answer before it tries something else


class Member:
    """Somebody who votes and proposes without pause, and remembers what was acknowledged."""

    def __init__(self, session: aiohttp.ClientSession, phone: int, member_id: int) -> None:
        self._session = session
        self.phone = phone
        self.member_id = member_id
        self.votes: list[int] = []  # those that may stand: the acknowledged one and any after it
        self.cast = 0  # votes acknowledged
        self.proposed: list[str] = []  # every correction sent, each with words of its own
        self.texts: set[str] = set()  # those that were acknowledged

    async def lives(self, over: asyncio.Event) -> None:
        """One deed after the other, from the first screen until it is over."""
        while not any(one["buttons"] for one in await self.chat()):
            await self._sees("", await self._version())
        while not over.is_set():
            await self._votes(random.randrange(len(OPTIONS)))
            await self._proposes()

    async def _votes(self, choice: int) -> None:
        option = OPTIONS[choice]
        await self._says("biểu quyết", "")
        for _ in range(WAY_TO_A_VOTE):
            if await self._button(f"Bỏ phiếu: {option}"):
                await self._casts(choice)
                return
            for label in (option, "Đổi phiếu", "Đồng ý góp mỗi nhà"):
                if await self._presses(label):
                    break

    async def _casts(self, choice: int) -> None:
        option = OPTIONS[choice]
        self.votes.append(choice)
        if await self._presses(f"Bỏ phiếu: {option}", f"Đã ghi phiếu của đồng chí: {option}\n"):
            self.votes = [choice]
            self.cast += 1

    async def _proposes(self) -> None:
        text = f"Đề nghị {self.phone}-{len(self.proposed)}."
        await self._says("sổ của tôi", "Sinh:")
        if not await self._presses("Đề nghị sửa", "muốn sửa điều gì"):
            return
        self.proposed.append(text)
        if not await self._says(text, "Đúng ý thì"):
            return
        if await self._presses("Gửi đề nghị này", "đã ghi đề nghị"):
            self.texts.add(text)

    async def _says(self, text: str, words: str) -> bool:
        since = await self._version()
        await self._post("say", {"text": text})
        return await self._sees(words, since)

    async def _presses(self, label: str, words: str = "") -> bool:
        """Press the button of that name, if one is in sight."""
        found = await self._button(label)
        if found is None:
            return False
        since = await self._version()
        await self._post("press", found)
        return await self._sees(words, since)

    async def _button(self, label: str) -> dict[str, Any] | None:
        """The button that is called so, or begins so where its name is cut, on the newest of the
        last screens that has it: notices come in between all the time."""
        screens = [one for one in await self.chat() if one["from"] == "bot" and one["buttons"]]
        for screen in reversed(screens[-IN_SIGHT:]):
            for shown in (one["label"] for row in screen["buttons"] for one in row):
                if shown == label or (shown.endswith("…") and shown[:12] == label[:12]):
                    return {"message_id": screen["message_id"], "label": shown}
        return None

    async def _sees(self, words: str, since: int) -> bool:
        """Whether a message that is new or changed since then says so, before patience ends."""
        loop = asyncio.get_running_loop()
        give_up = loop.time() + PATIENCE
        while (left := give_up - loop.time()) > 0:
            path = f"/phones/{self.phone}/chat?since={since}&wait={left:.1f}"
            async with self._session.get(path) as answer:
                changed = await answer.json()
            if any(words in f"{one['text']}\n" for one in changed if one["from"] == "bot"):
                return True
            since = max([since, *(one["version"] for one in changed)])
        return False

    async def chat(self) -> list[dict[str, Any]]:
        """Everything on the phone."""
        async with self._session.get(f"/phones/{self.phone}/chat") as answer:
            found: list[dict[str, Any]] = await answer.json()
            return found

    async def _version(self) -> int:
        return max((one["version"] for one in await self.chat()), default=0)

    async def _post(self, what: str, body: dict[str, Any]) -> None:
        async with self._session.post(f"/phones/{self.phone}/{what}", json=body) as answer:
            await answer.read()  # a button may have gone from its screen meanwhile
