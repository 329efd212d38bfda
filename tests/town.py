"""A running handbook and its people: transcripts are written as they would happen.

    hoa = await town.comes("hoa")
    await hoa.presses("Thông báo")
    hoa.sees("Thông báo số 1")

Each press or word is carried through completely (the turn, its screen, every delivery it leaves)
before the next line of the story runs, so nothing has to be waited for.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from bot.app import App, serve
from bot.numbered import Numbered
from bot.on_telegram import TelegramDoor
from bot.on_terminal import TerminalDoor
from bot.on_zalo import ZaloDoor
from bot.settings import Settings
from simulator import Simulator
from simulator.files import Upload
from simulator.people import deeds
from simulator.people.view import entries
from storage import accounts
from tests.clock import TOKEN, ZALO_TOKEN, Clock
from tests.spoken import Sounds
from tests.ward import PEOPLE, Ward, found_ward

OPEN_HERE = "/nghe/"
WAYS = (("bấm", "nhắn"), ("bấm", "chọn"), ("press", "send"), ("press", "choose"))
IN_BETWEEN = re.compile(r"Số \d+ đến|Your \d+ came|Ứng dụng này chưa|This app cannot").match


@dataclass(frozen=True)
class Seen:
    """One message as a person sees it."""

    text: str
    buttons: tuple[str, ...]
    kind: str = "text"
    id: int = 0
    choices: tuple[str, ...] = ()  # those with numbers
    word: str = ""  # that opens it, where it came by itself and nothing can be pressed


class Town:
    """The ward of Sen Hồng with a handbook at one door: "telegram", "zalo" or "terminal"."""

    def __init__(
        self,
        folder: Path,
        now: datetime,
        door: str,
        sounds: Sounds | None = None,
        **settings: Any,
    ) -> None:
        self._sounds = sounds
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
        self.talkers: dict[str, Talker] = {}
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
        if self._sounds:
            self._sounds.serve(self.app)
        self.door: TelegramDoor | TerminalDoor | ZaloDoor
        match self.door_name:
            case "telegram":
                self.door = TelegramDoor(TOKEN, self.app.gallery, self.sim.url)
            case "zalo":
                numbered = Numbered(self.app.texts)
                self.door = ZaloDoor(
                    ZALO_TOKEN,
                    self.sim.zalo_api,
                    numbered,
                    self.app.links,
                    self.app.quota,
                    self.app.figures.is_not_shown,
                )
            case _:
                self.door = TerminalDoor(self._printed)
        if not isinstance(self.door, TerminalDoor):
            await self.door.open(self.app.menu())
        if self.door_name == "zalo":
            await self._opens_pages()
        self.app.doors[self.door.name] = self.door

    async def _opens_pages(self) -> None:
        """What Zalo cannot carry lies on pages of our own, where it can be fetched."""
        self.settings.public_url = "http://127.0.0.1"
        self._pages = serve(self.app, ())
        self.settings.public_url = await self._pages.open()

    async def _close(self) -> None:
        if self.door_name == "zalo":
            await self._pages.close()
        await self.app.close()
        if not isinstance(self.door, TerminalDoor):
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
        kind = {"telegram": OnTelegram, "zalo": OnZalo}.get(self.door_name, AtTerminal)
        talker = kind(self, name, language)
        self.talkers[talker.address] = talker
        if language != "vi":  # on Zalo she has said so before: it tells no language
            async with self.app.database.transaction() as store:
                await accounts.at(store, self.door.name, talker.address, language, self.clock.now)
        return talker

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
        """What was sent goes through the door, and all that follows from it."""
        if isinstance(self.door, TelegramDoor):
            await self.door.poll(self.app.take, 0)
        elif isinstance(self.door, ZaloDoor):
            while await self.door.poll(self.app.take, 0):
                await self.app.nursery.settle("show")
        await self.settles()

    def _printed(self, address: str, text: str) -> None:
        assert isinstance(self.door, TerminalDoor)
        talker = self.talkers[address]
        assert isinstance(talker, AtTerminal)
        labels = tuple(label.text for label, _ in self.door._labels.get(address, []))
        talker.printed.append(Seen(text, labels))


class Talker(ABC):
    """A person, at a phone or a terminal."""

    address: str

    def __init__(self, town: Town, name: str, language: str) -> None:
        self.town = town
        self.name = name
        self.language = language

    # --- what a person does ------------------------------------------------------------------

    @abstractmethod
    async def says(self, words: str) -> None:
        """Types words."""

    @abstractmethod
    async def presses(self, label: str) -> None:
        """Presses the newest button with that label, or does what stands for it here."""

    async def starts(self, code: str = "") -> None:
        """Opens the bot, by the link of a letter when there is a code."""
        await self.says(f"/start {code}".strip())

    # --- what a person sees ------------------------------------------------------------------

    @property
    @abstractmethod
    def chat(self) -> list[Seen]:
        """Everything the handbook said, oldest first, as it stands now."""

    @property
    def screen(self) -> Seen:
        """The newest message."""
        return self.chat[-1]

    def sees(self, *fragments: str) -> None:
        """The newest message holds these words."""
        missing = [one for one in fragments if not self._stands(one, self.screen.text)]
        assert not missing, f"{self.name} misses {missing} in:\n{self.screen.text}"

    def reads(self, *fragments: str) -> None:
        """The newest messages hold these words, read on from one to the next."""
        read = " ".join(" ".join(seen.text for seen in self.chat[-3:]).split())
        missing = [one for one in fragments if " ".join(one.split()) not in read]
        assert not missing, self.story()

    def has_seen(self, *fragments: str) -> None:
        """Some one message holds all these words."""
        found = any(all(self._stands(one, seen.text) for one in fragments) for seen in self.chat)
        assert found, f"{self.name} never saw {fragments}; saw:\n" + self.story()

    def has_not_seen(self, fragment: str) -> None:
        """No message holds these words."""
        assert all(fragment not in seen.text for seen in self.chat), self.story()

    def _stands(self, words: str, text: str) -> bool:
        """Whether the text holds these words, as they are said here."""
        return words in text

    def can_press(self, *labels: str) -> None:
        """The newest message offers these buttons."""
        assert set(labels) <= set(self.screen.buttons), self.screen

    def story(self) -> str:
        """The whole chat, for a failing test to print."""
        return "\n---\n".join(seen.text + "\n" + " | ".join(seen.buttons) for seen in self.chat)


class AtPhone(Talker):
    """A person with a phone of the simulator's."""

    messenger: str

    def __init__(self, town: Town, name: str, language: str) -> None:
        super().__init__(town, name, language)
        self.phone = town.sim.world.add_phone(name, self.messenger, language_code=language)
        self.address = self.phone.address

    async def says(self, words: str) -> None:
        """Types words."""
        await self.says_at_once(words)

    async def says_at_once(self, *words: str) -> None:
        """Sends several messages before any is answered."""
        for one in words:
            deeds.say(self.town.sim.world, self.phone, one)
        await self.town.carries()

    async def sends(self, kind: str, upload: Upload, caption: str = "") -> None:
        """Sends a file."""
        deeds.send_file(self.town.sim.world, self.phone, kind, upload, caption)
        await self.town.carries()

    @property
    def chat(self) -> list[Seen]:
        """Everything the handbook said, oldest first, as it stands now."""
        world = self.town.sim.world
        said = entries(world, world.chats[self.phone.id], 0, None)
        return [self._seen(entry) for entry in said if entry["from"] == "bot"]

    @staticmethod
    @abstractmethod
    def _seen(entry: dict[str, Any]) -> Seen:
        """A message as this person sees it."""


class OnTelegram(AtPhone):
    """Presses buttons."""

    messenger = "telegram"

    async def starts(self, code: str = "") -> None:
        """Opens the bot, by the link of a letter when there is a code."""
        deeds.start(self.town.sim.world, self.phone, code)
        await self.town.carries()

    async def presses(self, label: str) -> None:
        """Presses the newest button with that label; a big button counts too."""
        message = self.with_button(label)
        if message is None:
            await self.says(label)
            return
        deeds.press(self.town.sim.world, self.phone, message.id, label=label)
        await self.town.carries()

    def with_button(self, label: str) -> Seen | None:
        """The newest message with that button."""
        return next((seen for seen in reversed(self.chat) if label in seen.buttons), None)

    @staticmethod
    def _seen(entry: dict[str, Any]) -> Seen:
        labels = tuple(one["label"] for row in entry.get("buttons") or [] for one in row)
        text = entry.get("text") or entry.get("caption") or ""
        return Seen(text, labels, _kind(entry), entry["message_id"])


class OnZalo(AtPhone):
    """Types the numbers of choices, and the words that messages name. Reads before answering."""

    messenger = "zalo"

    async def says_at_once(self, *words: str) -> None:
        """Sends several messages before any is answered, after a look at what is there."""
        self.town.clock.move(seconds=2)
        await super().says_at_once(*words)

    async def presses(self, label: str) -> None:
        """The number of that choice; of a message that came by itself, first the word it names."""
        always = {word for seen in self.chat for word in seen.buttons[len(seen.choices) :]}
        named = next((one.word for one in reversed(self.chat) if one.word), "")
        if label not in self._asked().choices and label not in always and named:
            await self.says(named)
        asked = self._asked()
        if label in asked.choices:
            await self.says(str(asked.choices.index(label) + 1))
        elif label in always or not named:
            await self.says(label)

    def _stands(self, words: str, text: str) -> bool:
        """What is pressed elsewhere is sent or chosen here."""
        said = (words, *(words.replace(press, way) for press, way in WAYS))
        return any(one in text for one in said)

    def can_press(self, *labels: str) -> None:
        """The newest message offers these choices, or a word that opens them."""
        if not self.screen.word:
            super().can_press(*labels)

    @property
    def chat(self) -> list[Seen]:
        """Everything the handbook said; a voice and the text about it are one thing to her."""
        said: list[Seen] = []
        for one in super().chat:
            if said and said[-1].kind == "voice" and not said[-1].text and OPEN_HERE in one.text:
                one = replace(one, kind="voice")
                said.pop()
            said.append(one)
        return said

    def _asked(self) -> Seen:
        """The screen that numbers are understood against."""
        asked = (seen for seen in reversed(self.chat) if seen.buttons and not IN_BETWEEN(seen.text))
        return next(asked, Seen("", ()))

    @staticmethod
    def _seen(entry: dict[str, Any]) -> Seen:
        *said, last = (entry.get("text") or entry.get("caption") or "").split("\n\n")
        word = re.fullmatch(r"(?:Để trả lời.*nhắn|To answer, send): (.+)", last)
        words = re.search(
            r"^(?:Hoặc nhắn|Có thể nhắn|Or send|You can send): (.+)$", last, re.MULTILINE
        )
        if not word and not words:
            said, last = [*said, last], ""
        numbered = re.findall(r"^\d+\. (.+)$", said[-1], re.MULTILINE) if words and said else []
        if numbered:
            said.pop()
        around = [one.capitalize() for one in words[1].split(" · ")] if words else []
        labels, id, kind = (*numbered, *around), entry["message_id"], _kind(entry)
        return Seen("\n\n".join(said), labels, kind, id, tuple(numbered), word[1] if word else "")


class AtTerminal(Talker):
    """Types labels."""

    def __init__(self, town: Town, name: str, language: str) -> None:
        super().__init__(town, name, language)
        self.address = f"seat-{len(town.talkers)}"
        self.printed: list[Seen] = []

    async def says(self, words: str) -> None:
        """Types words."""
        key = f"{self.address}-{len(self.printed)}-{id(object())}"
        door = self.town.door
        assert isinstance(door, TerminalDoor)
        await self.town.app.take(door.understand(self.address, key, words, self.language))
        await self.town.settles()

    async def presses(self, label: str) -> None:
        """Types the label."""
        await self.says(label)

    @property
    def chat(self) -> list[Seen]:
        """Everything that was printed."""
        return self.printed


def _kind(entry: dict[str, Any]) -> str:
    return str((entry.get("media") or {}).get("kind", "text"))
