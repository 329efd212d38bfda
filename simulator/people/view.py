"""A chat as it looks on the person's phone."""

from __future__ import annotations

from simulator.chats import Chat, Json, Message
from simulator.files import StoredFile
from simulator.wire import content_wire
from simulator.world import World

SOUND = {"voice", "audio"}
FILE_KINDS = ("photo", "voice", "audio", "document", "sticker", "video")
PLAIN_KINDS = ("contact", "location", "poll", "text_styles")


def entries(world: World, chat: Chat, after: int, since: int | None) -> list[Json]:
    """Messages with an id above `after`; or, with `since`, all that changed after that version."""
    messages = chat.messages.values()
    if since is None:
        return [entry(world, chat, m) for m in messages if m.message_id > after and not m.deleted]
    changed = [m for m in messages if m.version > since and m.message_id > after]
    return [_gone(m) if m.deleted else entry(world, chat, m) for m in changed]


def _gone(message: Message) -> Json:
    return {"message_id": message.message_id, "deleted": True, "version": message.version}


def entry(world: World, chat: Chat, message: Message) -> Json:
    """One message: words, buttons, media. Keys that do not apply are empty or null."""
    content = content_wire(world, message)
    found: Json = {
        "message_id": message.message_id,
        "version": message.version,
        "from": "bot" if message.sender is None else "me",
        "text": content.get("text", ""),
        "caption": content.get("caption", ""),
        "entities": content.get("entities") or content.get("caption_entities") or [],
        "buttons": [[_button(b) for b in row] for row in inline_rows(message)],
        "keyboard": labels(message.keyboard),
        "media": _media(world, content),
        "reply_to": message.extra.get("reply_to_message", {}).get("message_id"),
        "forwarded_from": _origin(message),
        "reactions": [reaction.get("emoji", "") for reaction in message.reactions],
        "pinned": message.message_id in chat.pinned,
        "edited": message.edit_date is not None,
        "date": message.date,
    }
    return found | {kind: content[kind] for kind in PLAIN_KINDS if kind in content}


def inline_rows(message: Message) -> list[list[Json]]:
    return message.markup["inline_keyboard"] if message.markup else []


def labels(keyboard: Json | None) -> list[list[str]] | None:
    """The words on the persistent keyboard, row by row; None when there is no keyboard."""
    if keyboard is None:
        return None
    return [[button["text"] for button in row] for row in keyboard["keyboard"]]


def _button(button: Json) -> Json:
    url = button.get("url") or button.get("web_app", {}).get("url")
    if url:
        return {"label": button["text"], "url": url}
    return {"label": button["text"], "data": button.get("callback_data", "")}


def _origin(message: Message) -> str | None:
    origin = message.extra.get("forward_origin")
    if origin is None:
        return None
    user, chat = origin.get("sender_user", {}), origin.get("chat", {})
    return str(user.get("first_name") or chat.get("title") or origin.get("sender_user_name", ""))


def _media(world: World, content: Json) -> Json | None:
    kind = next((kind for kind in FILE_KINDS if kind in content), None)
    if kind is None:
        return None
    fields = content["photo"][-1] if kind == "photo" else content[kind]
    stored = world.files.by_id(fields["file_id"])
    return None if stored is None else _file(kind, stored)


def _file(kind: str, stored: StoredFile) -> Json:
    return {
        "kind": kind,
        "mime": stored.mime,
        "size": len(stored.data),
        "duration": stored.duration if kind in SOUND else None,
        "name": stored.name,
        "url": f"/media/{stored.unique_id}",
    }
