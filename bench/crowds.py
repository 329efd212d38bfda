"""Crowds and single people at the loopback messenger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bench.processes import Measured, Talk, people
from bench.scale import Scale

Deed = dict[str, str]


@dataclass(frozen=True)
class Crowd:
    """How a bot served a crowd."""

    per_second: float
    milliseconds: float  # of processor time for each reply
    p50: float  # seconds
    p95: float
    busy: float  # share of a core the messenger itself took
    stuck: int  # people who were never answered


async def serve(
    talk: Talk, bots: list[Measured], size: int, deeds: list[Deed], scale: Scale
) -> Crowd:
    """Let so many people do these deeds, each by turns."""
    asked = {
        "people": list(people(size)),
        "deeds": deeds,
        "warm": scale.warm,
        "seconds": scale.seconds,
    }
    before = sum(one.cpu for one in bots)
    found = await talk.post("/-/crowd", asked)
    spent = sum(one.cpu for one in bots) - before
    return Crowd(
        per_second=found["replies"] / found["seconds"],
        milliseconds=spent / max(found["all"], 1) * 1000,
        p50=found["p50"],
        p95=found["p95"],
        busy=found["busy"],
        stuck=found["stuck"],
    )


class Asker:
    """One person whose answers are looked at."""

    def __init__(self, talk: Talk, person: int) -> None:
        self._talk = talk
        self._person = person
        self.buttons: list[str] = []  # the data of those shown last

    async def says(self, text: str, shows: str = "") -> float:
        """Types words; the seconds until a screen that has a button there, or any."""
        return await self._does({"text": text}, shows)

    async def presses(self, route: str, shows: str = "") -> float:
        """Presses the button that leads there; the seconds until such a screen."""
        found = [one for one in self.buttons if one.split(":")[0] == route]
        if not found:
            raise LookupError(f"no button leads to {route}: {self.buttons}")
        return await self._does({"data": found[0]}, shows)

    async def _does(self, deed: Deed, shows: str) -> float:
        asked = {"person": self._person, "deed": deed, "shows": shows}
        found: Any = await self._talk.post("/-/ask", asked)
        if found["message"] is None:
            raise TimeoutError(f"nothing that leads to {shows or 'anything'} came after {deed}")
        keyboard = found["message"].get("reply_markup", {}).get("inline_keyboard", [])
        self.buttons = [one["callback_data"] for row in keyboard for one in row]
        return float(found["seconds"])


async def prepares_notice(leader: Any, text: str) -> None:
    """Whoever leads writes a notice to everybody, up to the last button."""
    await leader.says("/write_notice")
    await leader.says(text)
    await leader.presses("notices.aim")
    await leader.presses("notices.ready")
