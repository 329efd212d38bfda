"""Arguments that many methods share: formatted text, keyboards, replies, files."""

from __future__ import annotations

from typing import Any

from simulator.call import Call
from simulator.chats import Chat, Json, Message
from simulator.errors import bad_request
from simulator.files import StoredFile, Upload
from simulator.markup.html import parse_html
from simulator.markup.keyboards import checked_markup
from simulator.markup.markdown import parse_markdown, parse_markdown_v2
from simulator.markup.text import Formatted, trimmed, with_detected
from simulator.wire import message_wire
from simulator.world import World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
PARSERS = {"html": parse_html, "markdownv2": parse_markdown_v2, "markdown": parse_markdown}


def formatted(text: str, parse_mode: str, entities: Any) -> Formatted:
    """The text with its entities, from markup or from a list of entities."""
    mode = parse_mode.lower()
    if text and mode and mode != "none":
        if mode not in PARSERS:
            raise bad_request("unsupported parse_mode")
        found = PARSERS[mode](text)
    else:
        found = Formatted(text, [dict(entity) for entity in entities or []])
    return with_detected(trimmed(found))


def message_text(call: Call) -> Json:
    """The content of a text message; raises 400 when it is empty or too long."""
    entities = call.json("entities", "entities")
    found = formatted(call.text("text"), call.text("parse_mode"), entities)
    if not found.text:
        raise bad_request("message text is empty")
    if len(found.text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return found.fields()


def caption(call: Call) -> Json:
    entities = call.json("caption_entities", "caption entities")
    return caption_fields(call.text("caption"), call.text("parse_mode"), entities)


def caption_fields(text: str, parse_mode: str, entities: Any) -> Json:
    """The caption's fields; raises 400 when it is too long."""
    found = formatted(text, parse_mode, entities)
    if len(found.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return found.fields("caption", "caption_entities")


def markup(call: Call) -> Json | None:
    value = call.json("reply_markup", "reply keyboard markup")
    return None if value is None else checked_markup(value)


def reply_extra(call: Call, chat: Chat) -> Json:
    """`reply_to_message`, when the bot answers a message that exists."""
    asked = call.json("reply_parameters", "reply parameters") or {}
    number = asked.get("message_id") or call.integer("reply_to_message_id")
    if not number:
        return {}
    message = chat.find(int(number))
    if message is not None:
        return {"reply_to_message": _without_reply(call.world, chat, message)}
    if asked.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def _without_reply(world: World, chat: Chat, message: Message) -> Json:
    wire = message_wire(world, chat, message)
    wire.pop("reply_to_message", None)
    return wire


def upload_of(call: Call, name: str, reference: str) -> Upload | None:
    """The file sent along: in the field itself, or elsewhere by `attach://`."""
    if reference.startswith("attach://"):
        return call.uploads.get(reference.removeprefix("attach://"))
    return call.uploads.get(name)


def known_file(call: Call, reference: str, kind: str) -> StoredFile:
    """A file the server already has; raises the 400 of a wrong id, kind or address."""
    if reference.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")  # nothing is fetched from outside
    stored = call.world.files.by_id(reference)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if stored.kind != kind:
        raise bad_request("type of file mismatch")
    return stored
