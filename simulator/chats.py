"""Phones, their chats with the bot and the messages in them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

from simulator.bell import Bell

Json = dict[str, Any]

ZALO = "zalo"


@dataclass
class Phone:
    """One person with a phone. On Telegram the id is also the user's and the private chat's."""

    id: int
    name: str
    messenger: str
    note: str = ""
    notes: dict[str, str] = field(default_factory=dict)  # the note in other languages
    language_code: str = "vi"
    blocked: bool = False
    bot: int = 1  # which of Zalo's bots this phone writes to

    @property
    def on_zalo(self) -> bool:
        return self.messenger == ZALO

    @property
    def address(self) -> str:
        """What the bot calls this person's chat: on Zalo 20 hex digits, its own for every bot."""
        if not self.on_zalo:
            return str(self.id)
        return hashlib.sha256(f"zalo {self.bot} {self.id}".encode()).hexdigest()[:20]

    def user(self) -> Json:
        """The person as the Bot API's User."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.name,
            "language_code": self.language_code,
        }

    @property
    def number(self) -> str:
        """A made-up telephone number (the 0900 range is not given out as a whole)."""
        return f"+84900{self.id % 1_000_000:06d}"


@dataclass
class Message:
    """One message; `content` and `extra` hold its fields in the Bot API's own shape."""

    message_id: int
    sender: Phone | None  # None: the bot
    date: int
    content: Json
    extra: Json = field(default_factory=dict)
    markup: Json | None = None
    has_reply_keyboard: bool = False
    keyboard: Json | None = None  # the chat's keyboard once this message had arrived
    reactions: list[Json] = field(default_factory=list)
    edit_date: int | None = None
    deleted: bool = False
    version: int = 0


@dataclass
class Chat:
    """A conversation with the bot: a person's private chat, or a group with a title."""

    id: int
    phone: Phone | None = None
    title: str = ""
    known: bool = False  # a bot cannot open a chat: the person must have written first
    left: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    last_id: int = 0
    version: int = 0
    keyboard: Json | None = None
    pinned: list[int] = field(default_factory=list)
    toasts: list[Json] = field(default_factory=list)
    bell: Bell = field(default_factory=Bell)

    def wire(self) -> Json:
        """The chat as the Bot API's Chat."""
        if self.phone is None:
            return {"id": self.id, "title": self.title, "type": "group"}
        return {"id": self.id, "first_name": self.phone.name, "type": "private"}

    def find(self, message_id: int) -> Message | None:
        """A message that still exists."""
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message

    def add(self, message: Message) -> None:
        self.messages[message.message_id] = message
        self.touch(message)

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def touch(self, message: Message) -> None:
        """Record that this message is new or different."""
        self.version += 1
        message.version = self.version
        self.bell.ring()
