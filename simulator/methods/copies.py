"""Forwarding and copying messages between chats."""

from __future__ import annotations

from simulator.call import Call
from simulator.chats import Json, Message
from simulator.errors import bad_request
from simulator.methods.edits import CAPTION_FIELDS, CAPTION_KINDS
from simulator.methods.inputs import caption
from simulator.methods.registry import Registry
from simulator.methods.sending import send

methods = Registry()


@methods("forwardMessage")
def forward_message(call: Call) -> Json:
    message = _source(call, "forward")
    extra = {"forward_origin": message.extra.get("forward_origin") or _origin(call, message)}
    return send(call, message.content, extra)


@methods("copyMessage")
def copy_message(call: Call) -> Json:
    message = _source(call, "copy")
    content = message.content
    if call.has("caption") and CAPTION_KINDS & content.keys():
        kept = {k: v for k, v in content.items() if k not in CAPTION_FIELDS}
        content = {**kept, **caption(call)}
    return {"message_id": send(call, content)["message_id"]}


def _source(call: Call, deed: str) -> Message:
    source = call.chat("from_chat_id")
    message = call.message(source, f"message to {deed}")
    if "poll_id" in message.content and deed == "copy":
        raise bad_request("message can't be copied")
    return message


def _origin(call: Call, message: Message) -> Json:
    sender = call.world.bot_user() if message.sender is None else message.sender.user()
    return {"type": "user", "date": message.date, "sender_user": sender}
