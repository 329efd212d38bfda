"""A running handbook and its people: transcripts are written as they would happen.

    hoa = await town.comes("hoa")
    await hoa.presses("Thông báo")
    hoa.sees("Thông báo số 1")

Each press or word is carried through completely (the turn, its screen, every delivery it leaves)
before the next line of the story runs, so nothing has to be waited for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from bot.app import App
from bot.gallery import Maker
from bot.on_telegram import TelegramDoor
from bot.on_terminal import TerminalDoor
from bot.settings import Settings
from simulator import Simulator
from simulator.files import Upload
from simulator.people import deeds
from simulator.people.view import entries
from storage import accounts
from tests.clock import TOKEN, Clock
from tests.ward import PEOPLE, Ward, found_ward


@dataclass(frozen=True)
class Seen:
    """One message as a person sees it."""

    text: str
    buttons: tuple[str, ...]
    kind: str = "text"
    id: int = 0


class Town:
    """The ward of Sen Hồng with a handbook at one door: "telegram" or "terminal"."""

    def __init__(
        self,
        folder: Path,
        now: datetime,
        door: str,
        makers: Callable[[dict[str, Maker]], dict[str, Maker]] = dict,
        **settings: Any,
    ) -> None:
        self._makers = makers
        self.clock = Clock(now)
        self.folder = folder
        self.door_name = door
        self.settings = Settings(
            _env_file=None,
            data_dir=folder,
            voice_online=False,
            messages_per_second=100_000,
            seconds_per_person=0,
            **settings,
        )
        self.ward: Ward
        self.people: dict[str, Talker] = {}
        self.address = ""  # of our own web server, for those who open it

    async def __aenter__(self) -> Self:
        self.sim = Simulator(clock=lambda: self.clock.now.timestamp(), token=TOKEN)
        await self.sim.start()
        await self._open()
        async with self.app.database.transaction() as store:
            self.ward = await found_ward(store, self.clock.now)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._close()
        await self.sim.stop()

    async def _open(self) -> None:
        self.app = App(self.settings, self.clock)
        self.app.gallery._makers = self._makers(self.app.gallery._makers)
        self.door: TelegramDoor | TerminalDoor
        if self.door_name == "telegram":
            self.door = TelegramDoor(TOKEN, self.app.gallery, self.sim.url)
            await self.door.open(self.app.menu())
        else:
            self.door = TerminalDoor(self._printed)
        self.app.doors[self.door.name] = self.door

    async def _close(self) -> None:
        await self.app.close()
        if isinstance(self.door, TelegramDoor):
            await self.door.close()

    async def restarts(self) -> None:
        """The process ends and another begins on the same books."""
        offset = getattr(self.door, "_offset", 0)
        await self._close()
        await self._open()
        if isinstance(self.door, TelegramDoor):
            self.door._offset = offset

    async def comes(self, key: str, language: str = "vi") -> Talker:
        """Somebody of the ward, linked already, standing at home."""
        talker = await self.stranger(self.ward_name(key), language)
        async with self.app.database.transaction() as store:
            account = await accounts.at(
                store, self.door.name, talker.address, language, self.clock.now
            )
            await accounts.link(store, account.id, self.ward.id(key), self.clock.now)
        self.people[key] = talker
        await talker.starts()
        return talker

    async def stranger(self, name: str, language: str = "vi") -> Talker:
        """Somebody at a fresh phone who is not linked."""
        return Talker(self, name, language)

    def ward_name(self, key: str) -> str:
        """The full name of somebody of the ward."""
        return PEOPLE[key][0]

    async def passes(self, **span: float) -> None:
        """Time passes, and what falls due meanwhile is done."""
        self.clock.move(**span)
        await self.ticks()

    async def ticks(self) -> None:
        """What is due now is done and delivered."""
        await self.app.tick()
        await self.settles()

    async def settles(self) -> None:
        """Everything that was begun is carried through."""
        for begun in ("show", "recording"):
            await self.app.nursery.settle(begun)
        while await self.app.courier.round():
            pass
        await self.app.living.refresh()

    async def carries(self) -> None:
        """One batch of updates through the door, and all that follows from it."""
        assert isinstance(self.door, TelegramDoor)
        await self.door.poll(self.app.take, 0)
        await self.settles()

    def _printed(self, address: str, text: str) -> None:
        talker = next(one for one in Talker.everyone if one.town is self and one.address == address)
        labels = tuple(label.text for label, _ in self.door._labels.get(address, []))
        talker.printed.append(Seen(text, labels))


@dataclass(eq=False)
class Talker:
    """A person with a phone (or a terminal)."""

    town: Town
    name: str
    language: str
    printed: list[Seen] = field(default_factory=list)
    everyone: Any = None

    def __post_init__(self) -> None:
        Talker.everyone.append(self)
        if self.town.door_name == "telegram":
            world = self.town.sim.world
            self.phone = world.add_phone(self.name, language_code=self.language)
            self.address = str(self.phone.id)
        else:
            self.address = f"seat-{len(Talker.everyone)}"

    # --- what a person does ------------------------------------------------------------------

    async def starts(self, code: str = "") -> None:
        """Opens the bot, by the link of a letter when there is a code."""
        if self.town.door_name == "telegram":
            deeds.start(self.town.sim.world, self.phone, code)
            await self.town.carries()
        else:
            await self._types(f"/start {code}".strip())

    async def says(self, words: str) -> None:
        """Types words."""
        if self.town.door_name == "telegram":
            deeds.say(self.town.sim.world, self.phone, words)
            await self.town.carries()
        else:
            await self._types(words)

    async def says_at_once(self, *words: str) -> None:
        """Sends several messages before any is answered; only phones can."""
        for one in words:
            deeds.say(self.town.sim.world, self.phone, one)
        await self.town.carries()

    async def presses(self, label: str) -> None:
        """Presses the newest button with that label; a big button counts too."""
        if self.town.door_name == "terminal":
            await self._types(label)
            return
        message = self._with_button(label)
        if message is None:
            await self.says(label)
            return
        deeds.press(self.town.sim.world, self.phone, message.id, label=label)
        await self.town.carries()

    async def sends(self, kind: str, upload: Upload, caption: str = "") -> None:
        """Sends a file; only phones can."""
        deeds.send_file(self.town.sim.world, self.phone, kind, upload, caption)
        await self.town.carries()

    async def _types(self, words: str) -> None:
        key = f"{self.address}-{len(self.printed)}-{id(object())}"
        door = self.town.door
        assert isinstance(door, TerminalDoor)
        await self.town.app.take(door.understand(self.address, key, words, self.language))
        await self.town.settles()

    # --- what a person sees ------------------------------------------------------------------

    @property
    def chat(self) -> list[Seen]:
        """Everything the handbook said, oldest first, as it stands now."""
        if self.town.door_name == "terminal":
            return self.printed
        return [_seen(entry) for entry in self._entries() if entry["from"] == "bot"]

    @property
    def screen(self) -> Seen:
        """The newest message."""
        return self.chat[-1]

    def sees(self, *fragments: str) -> None:
        """The newest message holds these words."""
        missing = [one for one in fragments if one not in self.screen.text]
        assert not missing, f"{self.name} misses {missing} in:\n{self.screen.text}"

    def has_seen(self, *fragments: str) -> None:
        """Some one message holds all these words."""
        found = any(all(one in seen.text for one in fragments) for seen in self.chat)
        assert found, f"{self.name} never saw {fragments}; saw:\n" + self.story()

    def has_not_seen(self, fragment: str) -> None:
        """No message holds these words."""
        assert all(fragment not in seen.text for seen in self.chat), self.story()

    def can_press(self, *labels: str) -> None:
        """The newest message offers these buttons."""
        assert set(labels) <= set(self.screen.buttons), self.screen

    def story(self) -> str:
        """The whole chat, for a failing test to print."""
        return "\n---\n".join(seen.text + "\n" + " | ".join(seen.buttons) for seen in self.chat)

    def _with_button(self, label: str) -> Seen | None:
        return next((seen for seen in reversed(self.chat) if label in seen.buttons), None)

    def _entries(self) -> list[dict[str, Any]]:
        world = self.town.sim.world
        return entries(world, world.chats[self.phone.id], 0, None)


Talker.everyone = []


def _seen(entry: dict[str, Any]) -> Seen:
    labels = tuple(one["label"] for row in entry.get("buttons") or [] for one in row)
    kind = (entry.get("media") or {}).get("kind", "text")
    return Seen(entry.get("text") or entry.get("caption") or "", labels, kind, entry["message_id"])
