"""A town whose handbook may fail or end at any place where it touches the world."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.on_telegram import TelegramDoor
from rules.organisation import Organisation
from storage import accounts
from storage.engine import Database
from tests.conftest import emptied
from tests.harness.points import Life, Points
from tests.spoken import Sounds
from tests.talkers import Talker
from tests.town import Town

AGAIN = 5  # times that what runs for ever is run again when it failed
STEPS = 14  # what a person does before giving up
LEASED = {"minutes": 2}  # longer than a lease lasts


class Stuck(Exception):
    """It cannot be carried to its end any more."""


class Shaken(Town):
    """The ward of Sen Hồng, its handbook passing the points."""

    def __init__(
        self,
        folder: Path,
        now: datetime,
        points: Points,
        url: str = "",
        sounds: Sounds | None = None,
    ) -> None:
        super().__init__(folder, now, "telegram", sounds, database_url=url)
        self.points = points
        self.life = Life(points)

    async def _open(self) -> None:
        self.life = Life(self.points)
        await super()._open()
        assert isinstance(self.door, TelegramDoor)
        self.life.lives_through(self.app.database, self.door, self.sim.world)
        self.app.pacers.of(self.door.name).pause = _no_pause

    async def restarts(self) -> None:
        """The process ends where it stands; another begins, which remembers nothing."""
        self.life.ended = True
        while self.life.open:  # noqa: ASYNC110 - each of them ends at its next point
            await asyncio.sleep(0)
        await self._close()
        await self._open()
        await self.app.courier.take_over()

    # What runs for ever in the real process notes its failure and goes on; so it does here.

    async def carries(self) -> None:
        """Updates come in, and all that follows."""
        assert isinstance(self.door, TelegramDoor)
        door = self.door
        await _again(lambda: door.poll(self.app.take, 0))
        await self.settles()

    async def ticks(self) -> None:
        """What is due now is done and delivered."""
        await _again(self.app.tick)
        await self.settles()

    async def settles(self) -> None:
        """Everything that was begun is carried through."""
        for begun in ("show", "recording"):
            await self.app.nursery.settle(begun)
        while await _again(self.app.spreader.piece):
            pass
        while await _again(self.app.courier.round):
            pass
        await _again(self.app.living.refresh)

    async def rests(self) -> None:
        """Time passes until nothing is under way any more."""
        for _ in range(3):
            await self.passes(**LEASED)

    async def links(self, talker: Talker, member_id: int) -> None:
        """Let a phone be a member's that has opened the bot, without a word about it."""
        self.sim.world.chats[talker.phone.id].known = True
        async with self.app.database.transaction() as store:
            account = await accounts.at(
                store, self.door.name, talker.address, talker.language, self.clock.now
            )
            await accounts.link(store, account.id, member_id, self.clock.now)


async def _no_pause(_seconds: float) -> None:
    """Nobody has to be spared here."""


async def empty(url: str) -> None:
    """Empty a PostgreSQL for the next run."""
    database = Database(url, Organisation())
    async with database.transaction() as store:
        await emptied(store)
    await database.close()


async def goes_for(
    person: Talker, goal: str, ways: Sequence[tuple[str, str]], begins: Callable[[], Awaitable[Any]]
) -> None:
    """What a person does who wants to see `goal`: look at the screen, do the next thing, begin
    again where there is none. A way is a button's beginning (then "" presses it) or words on the
    screen and what is typed there."""
    for _ in range(STEPS):
        if has_seen(person, goal):
            return
        await _one_step(person, ways, begins)
    raise Stuck(f"{person.name} never sees {goal!r}:\n{person.story()}")


def has_seen(person: Talker, *fragments: str) -> bool:
    """Whether some one message holds all these words."""
    return any(all(one in seen.text for one in fragments) for seen in person.chat)


def copies(person: Talker, words: str) -> int:
    """How many messages hold these words."""
    return sum(words in seen.text for seen in person.chat)


async def _one_step(
    person: Talker, ways: Sequence[tuple[str, str]], begins: Callable[[], Awaitable[Any]]
) -> None:
    if person.chat:
        for words, typed in ways:
            label = next((one for one in person.screen.buttons if one.startswith(words)), None)
            if not typed and label:
                return await person.presses(label)
            if typed and words in person.screen.text:
                return await person.says(typed)
    return await begins()


async def _again(deed: Callable[[], Awaitable[Any]]) -> Any:
    for _ in range(AGAIN):
        with suppress(Exception):
            return await deed()
    raise Stuck("what runs for ever fails for ever")
