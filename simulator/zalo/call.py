"""One call of a Zalo bot."""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.call import Call
from simulator.chats import Chat
from simulator.zalo.errors import bad_request, blocked, empty
from simulator.zalo.state import ZaloBot


@dataclass
class ZaloCall(Call):
    """Arguments are read as on Telegram; chats and refusals are Zalo's."""

    bot: ZaloBot = field(kw_only=True)

    def required(self, name: str) -> str:
        value = self.text(name)
        if not value.strip():
            raise empty(name)
        return value

    def chat(self, name: str = "chat_id") -> Chat:
        """The chat of somebody who has written to this bot; nobody else can be written to."""
        chat = self.bot.users.get(self.required(name))
        if chat is None:
            raise bad_request(f"The {name} is invalid")
        return chat

    def writable_chat(self) -> Chat:
        """The chat, if the person lets the bot write and the quota has room for it."""
        chat = self.chat()
        if chat.phone is not None and chat.phone.blocked:
            raise blocked()
        self.bot.check_quota(self.text("chat_id"), self.world.zalo.settings)
        return chat
