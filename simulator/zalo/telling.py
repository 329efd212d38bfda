"""What a bot is told when a person writes to it on Zalo."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from simulator.chats import Chat, Json, Message, Phone

if TYPE_CHECKING:
    from simulator.world import World

PUBLIC = "/zalo/files/"


def tell(world: World, chat: Chat, phone: Phone, message: Message) -> None:
    """Queue the event, and count the person among the bot's users."""
    zalo = world.zalo
    bot, settings = zalo.bot(phone.bot), zalo.settings
    bot.welcome(phone.address, chat)
    kind, fields = _content(world, message)
    event = {
        "from": {"id": phone.address, "display_name": phone.name, "is_bot": False},
        "chat": {"id": phone.address, "chat_type": "PRIVATE"},
        **fields,
        "message_id": zalo.new_key(),
        "date": zalo.milliseconds,
    }
    for _ in range(2 if settings.duplicates else 1):
        bot.updates.add(f"message.{kind}.received", event, chat_lane(phone), settings.keep_seconds)


def chat_lane(phone: Phone) -> str:
    return f"chat:{phone.address}"


def _content(world: World, message: Message) -> tuple[str, Json]:
    """The event's kind and fields. What Zalo's bots cannot see comes without any content."""
    content = message.content
    if "text" in content:
        return "text", {"text": content["text"]}
    if "photo" in content:
        words = {"caption": content["caption"]} if content.get("caption") else {}
        address = public_url(world, content["photo"][-1])
        return "image", {world.zalo.settings.photo_field: address, **words} | _type("PHOTO")
    if "voice" in content:
        return "voice", {"voice_url": public_url(world, content["voice"])} | _type("VOICE")
    if "sticker" in content:
        url = public_url(world, content["sticker"])
        return "sticker", {"sticker": _hex(content["sticker"]), "url": url}
    return "unsupported", {}


def _hex(sticker: Json) -> str:
    return hashlib.sha256(str(sticker["file_unique_id"]).encode()).hexdigest()[:20]


def _type(name: str) -> Json:
    return {"message_type": f"CHAT_{name}"}


def public_url(world: World, file: Json) -> str:
    """Where anybody may fetch this file, without a token."""
    stored = world.files.by_unique(file["file_unique_id"])
    suffix = "" if stored is None else _suffix(stored.mime)
    return f"{world.url}{PUBLIC}{file['file_unique_id']}{suffix}"


def _suffix(mime: str) -> str:
    known = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp", "image/gif": ".gif"}
    return ".aac" if mime.startswith("audio/") else known.get(mime, "")
