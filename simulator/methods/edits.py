"""Changing what was sent: words, captions, media, buttons."""

from __future__ import annotations

from simulator.call import Call
from simulator.chats import Chat, Json, Message
from simulator.errors import bad_request, not_modified
from simulator.methods.albums import media_content
from simulator.methods.inputs import caption, markup, message_text
from simulator.methods.registry import Registry
from simulator.methods.sending import edited

methods = Registry()

CAPTION_KINDS = {"photo", "video", "audio", "voice", "document"}
CAPTION_FIELDS = {"caption", "caption_entities"}


@methods("editMessageText")
def edit_message_text(call: Call) -> Json:
    content = message_text(call)
    chat, message = _mine(call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _replace(call, chat, message, content)


@methods("editMessageCaption")
def edit_message_caption(call: Call) -> Json:
    words = caption(call)
    chat, message = _mine(call)
    if not CAPTION_KINDS & message.content.keys():
        raise bad_request("there is no caption in the message to edit")
    kept = {k: v for k, v in message.content.items() if k not in CAPTION_FIELDS}
    return _replace(call, chat, message, {**kept, **words})


@methods("editMessageMedia")
def edit_message_media(call: Call) -> Json:
    chat, message = _mine(call)
    item = call.json("media", "input media")
    if item is None:
        raise bad_request("message media is empty")
    return _replace(call, chat, message, media_content(call, item))


@methods("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> Json:
    chat, message = _mine(call)
    return _replace(call, chat, message, message.content)


def _mine(call: Call) -> tuple[Chat, Message]:
    """The message the bot may change: its own, without a reply keyboard."""
    chat = call.writable_chat()
    if not call.integer("message_id"):
        raise bad_request("message identifier is not specified")
    message = call.message(chat, "message to edit")
    if message.sender is not None or message.has_reply_keyboard:
        raise bad_request("message can't be edited")
    return chat, message


def _replace(call: Call, chat: Chat, message: Message, content: Json) -> Json:
    """Put new content and buttons in place; without `reply_markup` the buttons go away."""
    buttons = markup(call)
    if buttons is not None and "inline_keyboard" not in buttons:
        raise bad_request("inline keyboard expected")
    if content == message.content and buttons == message.markup:
        raise not_modified()
    message.content, message.markup = content, buttons
    return edited(call, chat, message)
