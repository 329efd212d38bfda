"""A member with a phone of the simulator, for harnesses: votes and proposes without pause."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp

OPTIONS = ("Đồng ý", "Không đồng ý")
WAY_TO_A_VOTE = 6  # screens from the list of votes to the thanks
VOTES = 4  # for each proposal
IN_SIGHT = 12  # screens
PATIENCE = 5.0  # seconds a phone waits for an answer before it tries something else


@dataclass
class Ballot:
    """What a member knows of the own vote on one question."""

    may_stand: list[int] = field(default_factory=list)  # the acknowledged one and any after it
    noted: int = 0  # how often a vote that says something else than the one before was acknowledged
    cast: int = 0  # votes acknowledged
    tried: int = 0  # votes handed in

    def next_choice(self) -> int:
        """Something else than what was said last, so that every vote leaves its trace."""
        if not self.may_stand:
            return random.randrange(len(OPTIONS))
        return (self.may_stand[-1] + 1) % len(OPTIONS)

    def is_acknowledged(self, choice: int) -> None:
        """The last one handed in stands. It is sure to have changed something when it alone was
        under way."""
        self.noted += len(self.may_stand) <= 2
        self.cast += 1
        self.may_stand = [choice]


class Member:
    """Somebody who votes and proposes without pause, and remembers what was acknowledged."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        phone: int,
        member_id: int,
        questions: Sequence[str],
    ) -> None:
        self._session = session
        self.patience = PATIENCE
        self.phone = phone
        self.member_id = member_id
        self.ballots = {question: Ballot() for question in questions}
        self.proposed: list[str] = []  # every correction sent, each with words of its own
        self.texts: set[str] = set()  # those that were acknowledged

    @property
    def cast(self) -> int:
        """How many votes were acknowledged."""
        return sum(ballot.cast for ballot in self.ballots.values())

    async def lives(self, over: asyncio.Event) -> None:
        """One deed after the other, from the first screen until it is over."""
        while not any(one["buttons"] for one in await self.chat()):
            await self._sees("", await self._version())
        while not over.is_set():
            for _ in range(VOTES):
                await self.votes(random.choice([*self.ballots]))
            await self._proposes()

    async def votes(self, question: str) -> bool:
        """Vote on this question, or change the vote; whether it was acknowledged."""
        ballot = self.ballots[question]
        choice = ballot.next_choice()
        option = OPTIONS[choice]
        if not await self._ballot_in_sight(question):
            await self._says("biểu quyết", question)
        for _ in range(WAY_TO_A_VOTE):
            cast = await self._on(question, f"Bỏ phiếu: {option}")
            if cast:
                return await self._casts(question, choice, cast)
            found = await self._on(question, option, "Đổi phiếu", "Xem và biểu quyết", question)
            if found is None or not await self._follows(found, question):
                return False
        return False

    async def _ballot_in_sight(self, question: str) -> bool:
        return await self._on(question, "Đổi phiếu", "Xem và biểu quyết") is not None

    async def _casts(self, question: str, choice: int, button: dict[str, Any]) -> bool:
        ballot, thanks = self.ballots[question], f"Đã ghi phiếu của đồng chí: {OPTIONS[choice]}\n“"
        ballot.may_stand.append(choice)
        ballot.tried += 1
        if not await self._follows(button, thanks + question):
            return False
        ballot.is_acknowledged(choice)
        return True

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
        found = await self._on("", label)
        return found is not None and await self._follows(found, words)

    async def _follows(self, button: dict[str, Any], words: str) -> bool:
        """Whether pressing this button leads to a screen that says so."""
        since = await self._version()
        await self._post("press", button)
        return await self._sees(words, since)

    async def _on(self, words: str, *labels: str) -> dict[str, Any] | None:
        """On the newest of the last screens that say so and have one of these buttons, the first of
        them that it has: notices come in between all the time."""
        screens = [one for one in await self.chat() if one["from"] == "bot" and one["buttons"]]
        for screen in sorted(screens[-IN_SIGHT:], key=lambda one: -one["version"]):
            there = {button["label"] for row in screen["buttons"] for button in row}
            for label in labels:
                if words in screen["text"] and label in there:
                    return {"message_id": screen["message_id"], "label": label}
        return None

    async def _sees(self, words: str, since: int) -> bool:
        """Whether a message that is new or changed since then says so, before patience ends."""
        loop = asyncio.get_running_loop()
        give_up = loop.time() + self.patience
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
