"""Several pictures or files as one album."""

from __future__ import annotations

from typing import Any

from simulator.call import Call
from simulator.chats import Json
from simulator.contents import file_content
from simulator.errors import bad_request
from simulator.methods.inputs import caption_fields, reply_extra
from simulator.methods.media import file_of
from simulator.methods.registry import Registry
from simulator.methods.sending import count_sent
from simulator.post import post
from simulator.wire import message_wire

methods = Registry()

KINDS = ("photo", "video", "audio", "document")
LEAST, MOST = 2, 10
APART = {"audio", "document"}  # these share an album only with their own kind


@methods("sendMediaGroup")
def send_media_group(call: Call) -> list[Json]:
    chat = call.writable_chat()
    contents = _contents(call)
    extra = reply_extra(call, chat) | {"media_group_id": str(13_000_000 + call.world.number())}
    count_sent(call, chat, len(contents))
    sent = [post(call.world, chat, None, content, extra=extra) for content in contents]
    return [message_wire(call.world, chat, message) for message in sent]


def _contents(call: Call) -> list[Json]:
    items = call.json("media", "media")
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    if not LEAST <= len(items) <= MOST:
        raise bad_request(f"media must contain {LEAST}-{MOST} items")
    kinds = {item.get("type") for item in items if isinstance(item, dict)}
    if kinds & APART and len(kinds) > 1:
        raise bad_request("media can't be mixed in an album")
    return [media_content(call, item) for item in items]


def media_content(call: Call, item: Any) -> Json:
    """The content of one InputMedia object; raises 400 `can't parse InputMedia: ...`."""
    if not isinstance(item, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind, reference = str(item.get("type", "")), str(item.get("media", ""))
    if kind not in KINDS:
        raise bad_request(f'can\'t parse InputMedia: type "{kind}" is unsupported')
    if not reference:
        raise bad_request("can't parse InputMedia: media not found")
    stored = file_of(call, kind, kind, reference, int(item.get("duration") or 0))
    words = caption_fields(
        str(item.get("caption") or ""),
        str(item.get("parse_mode") or ""),
        item.get("caption_entities"),
    )
    return {**file_content(call.world.files, stored), **words}
