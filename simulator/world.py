"""The state of one simulated world: phones, chats, files; Telegram's bot, and Zalo's beside it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from simulator.background import Background
from simulator.bell import Feed
from simulator.chats import Chat, Json, Message, Phone
from simulator.errors import PeopleError
from simulator.faults import Faults
from simulator.files import FileStore
from simulator.limits import Limits
from simulator.polls import Poll
from simulator.profile import Profile
from simulator.stats import Stats
from simulator.updates import UpdateQueue
from simulator.webhooks import Webhooks
from simulator.zalo.state import Zalo

# Beyond 32 bits, as real ids are today: a column too narrow for them shows at once.
FIRST_PERSON = 5_000_000_001
FIRST_GROUP = -4_000_000_001


@dataclass
class Press:
    """A pressed button that waits for the bot's answer."""

    chat: Chat
    date: float


@dataclass
class World:
    """Everything the server knows. `clock` gives seconds since 1970 and may be moved by a test."""

    clock: Callable[[], float] = time.time
    token: str | None = None
    username: str = "SotayDemoBot"
    zalo_tokens: tuple[str, ...] = ()  # of Zalo's bots 1, 2 ...; without them those first seen
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        self.background = Background()
        self.feed = Feed()
        self.updates = UpdateQueue(self.clock)
        self.webhooks = Webhooks(self.updates, self.background, self.clock)
        self.profile = Profile(self.username)
        self.zalo = Zalo(self.zalo_tokens, self.background, self.clock)
        self.url = ""  # where this world is reached, known once it listens
        self._empty()

    def _empty(self) -> None:
        self.phones: dict[int, Phone] = {}
        self.chats: dict[int, Chat] = {}
        self.files = FileStore()
        self.faults = Faults()
        self.stats = Stats()
        self.presses: dict[str, Press] = {}
        self.polls: dict[str, Poll] = {}
        self.guide: Json = {"title": "", "steps": [], "language": None}
        self._people = count(FIRST_PERSON)
        self._groups = count(FIRST_GROUP, -1)
        self._numbers = count(1)

    def reset(self) -> None:
        """Forget people, messages and files; the bot, its webhook and update numbers stay."""
        self.updates.waiting.clear()
        self.zalo.reset()
        self._empty()
        self.feed.tell("reset")

    @property
    def now(self) -> int:
        return int(self.clock())

    def number(self) -> int:
        """A number not used before in this world."""
        return next(self._numbers)

    def add_phone(
        self,
        name: str,
        messenger: str = "telegram",
        note: str = "",
        language_code: str = "vi",
        notes: dict[str, str] | None = None,
        bot: int = 1,
    ) -> Phone:
        """A new phone. `notes` are the note in other languages: {"en": "78 years old"}."""
        person = next(self._people)
        phone = Phone(person, name, messenger, note, notes or {}, language_code, bot=bot)
        self.phones[phone.id] = phone
        self.chats[phone.id] = Chat(phone.id, phone)
        self.feed.tell("phones")
        return phone

    def annotate(self, phone: Phone, note: str, notes: dict[str, str] | None = None) -> None:
        """Another note under somebody's name, seen at once on every open page."""
        phone.note, phone.notes = note, notes or {}
        self.feed.tell("phones")

    def add_group(self, title: str) -> Chat:
        """A group the bot is already a member of."""
        chat = Chat(next(self._groups), title=title, known=True)
        self.chats[chat.id] = chat
        return chat

    def phone(self, phone_id: int) -> Phone:
        if phone_id not in self.phones:
            raise PeopleError(404, f"There is no phone {phone_id}.")
        return self.phones[phone_id]

    def chat_of(self, phone: Phone) -> Chat:
        return self.chats[phone.id]

    def changed(self, chat: Chat, message: Message) -> None:
        """A message is new or different: tell whoever looks at the chat."""
        chat.touch(message)
        self.feed.tell(f"chat:{chat.id}")

    def bot_user(self) -> Json:
        """The bot as the Bot API's User."""
        bot_id = int((self.token or "1:").split(":")[0])
        return {
            "id": bot_id,
            "is_bot": True,
            "first_name": self.profile.name(""),
            "username": self.username,
        }

    async def close(self) -> None:
        await self.background.close()
        await self.webhooks.close()
        await self.zalo.close()
