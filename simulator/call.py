"""One call of the bot: a method's name, its arguments as the server reads them, its files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator.chats import Chat, Message
from simulator.errors import bad_request, forbidden
from simulator.files import Upload
from simulator.world import World

YES = {"true", "yes", "1"}


@dataclass
class Call:
    """Arguments are strings, as they travel; the getters read them as the real server does."""

    world: World
    method: str
    arguments: Mapping[str, str]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        return self.arguments.get(name, default)

    def has(self, name: str) -> bool:
        return name in self.arguments

    def required(self, name: str) -> str:
        value = self.text(name)
        if not value:
            raise bad_request(f'parameter "{name}" is required')
        return value

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in YES

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; anything unreadable counts as `default`, as on the server."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def number(self, name: str) -> float:
        try:
            return float(self.text(name))
        except ValueError:
            return 0.0

    def json(self, name: str, what: str) -> Any:
        """A JSON argument, None when it is absent; raises 400 naming `what`."""
        if not self.text(name):
            return None
        try:
            return json.loads(self.text(name))
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None

    def chat(self, name: str = "chat_id") -> Chat:
        """The chat the bot means, if it may know it."""
        given = self.text(name).strip()
        if not given:
            raise bad_request(f"{name} is empty")
        number = given.removeprefix("-")
        chat = self.world.chats.get(int(given)) if number.isdigit() else None
        if chat is None or not chat.known:
            raise bad_request("chat not found")
        return chat

    def writable_chat(self) -> Chat:
        """The chat, if the bot may write in it now."""
        chat = self.chat()
        if chat.phone is not None and chat.phone.blocked:
            raise forbidden("bot was blocked by the user")
        if chat.left:
            raise forbidden("bot is not a member of the group chat")
        return chat

    def message(self, chat: Chat, what: str, name: str = "message_id") -> Message:
        """A message of the chat; raises 400 `{what} not found`."""
        message = chat.find(self.integer(name))
        if message is None:
            raise bad_request(f"{what} not found")
        return message
