"""The people of the stories, each at the door of a messenger: what they do, and what they see."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.on_terminal import TerminalDoor
from simulator.files import Upload
from simulator.people import deeds
from simulator.people.view import entries

if TYPE_CHECKING:
    from tests.town import Town

OPEN_HERE = "/nghe/"
WAYS = (("bấm", "nhắn"), ("bấm", "chọn"), ("press", "send"), ("press", "choose"))
AFTER_NEWS = re.compile(r"Vừa có tin mới đến|Something new has come").match
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
            number = str(asked.choices.index(label) + 1)
            await self.says(number)
            if AFTER_NEWS(self.screen.text):
                await self.says(number)
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
        word = re.fullmatch(r"(?:Để (?:trả lời|xem).*nhắn|To (?:answer|see it), send): (.+)", last)
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
