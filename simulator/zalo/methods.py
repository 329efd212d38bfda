"""Every method a Zalo bot has, by its exact name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from simulator.chats import Chat, Json
from simulator.contents import file_content
from simulator.post import post
from simulator.zalo.call import ZaloCall
from simulator.zalo.errors import bad_request, no_webhook, nothing_new
from simulator.zalo.fetching import checked_url, fetched
from simulator.zalo.stickers import picture_of
from simulator.zalo.styles import measured, shown, text_of
from simulator.zalo.updates import ZaloHook

USUAL_POLL, LONGEST_POLL = 30, 60
SECRET_LENGTHS = range(8, 257)
PROBE_PATIENCE = aiohttp.ClientTimeout(total=5)
ACTIONS = ("typing", "upload_photo")

Method = Callable[[ZaloCall], Any | Awaitable[Any]]


def get_me(call: ZaloCall) -> Json:
    return call.bot.me()


async def get_updates(call: ZaloCall) -> Json:
    """One message. How a bot with a webhook is refused is not documented: 400 is chosen."""
    if call.bot.webhooks.hook is not None:
        raise bad_request("getUpdates does not work while a webhook is set")
    seconds = min(max(call.integer("timeout", USUAL_POLL), 0), LONGEST_POLL)
    update = await call.bot.updates.take(seconds)
    if update is not None:
        return update
    idle = call.world.zalo.settings.idle
    if idle == "empty":
        return {}
    raise nothing_new(int(idle))


async def set_webhook(call: ZaloCall) -> Json:
    """The address is asked once with an empty body, and kept whatever it answers."""
    url = checked_url(call.required("url"), "url")
    secret = call.required("secret_token")
    if len(secret) not in SECRET_LENGTHS or not (secret.isascii() and secret.isprintable()):
        raise bad_request("The secret_token must be between 8 and 256 characters")
    zalo = call.world.zalo
    hook = ZaloHook(
        url,
        secret,
        updated_at=zalo.milliseconds,
        is_flat=lambda: zalo.settings.flat,
    )
    verification = await _probe(call, hook)
    call.bot.webhooks.set(hook)
    return {**hook.wire(), "verification": verification}


async def _probe(call: ZaloCall, hook: ZaloHook) -> Json:
    session = call.world.zalo.connections()
    try:
        async with session.post(
            hook.url,
            headers=hook.headers(),
            skip_auto_headers=("Content-Type",),
            timeout=PROBE_PATIENCE,
            allow_redirects=False,
        ) as answer:
            good = answer.status == 200
            outcome = "ok" if good else "bad_status"
            return {"ok": good, "outcome": outcome, "status_code": answer.status, "hint": ""}
    except (aiohttp.ClientError, TimeoutError):
        return {"ok": False, "outcome": "unreachable", "status_code": 0, "hint": ""}


def delete_webhook(call: ZaloCall) -> Json:
    call.bot.webhooks.remove()
    return {"url": "", "updated_at": call.world.zalo.milliseconds}


def get_webhook_info(call: ZaloCall) -> Json:
    hook = call.bot.webhooks.hook
    if not isinstance(hook, ZaloHook):
        raise no_webhook()
    return hook.wire()


def send_message(call: ZaloCall) -> Json:
    return _send(call, call.writable_chat(), text_of(call))


async def send_photo(call: ZaloCall) -> Json:
    call.writable_chat()
    words = shown(measured(call, "caption"), []) if call.has("caption") else None
    stored = await fetched(call, "photo", "photo")
    content = file_content(call.world.files, stored)
    if words is not None:
        content |= {"caption": words["text"], "caption_entities": words["entities"]}
    return _send(call, call.writable_chat(), content)


async def send_voice(call: ZaloCall) -> Json:
    """In private chats only, which all chats here are."""
    call.writable_chat()
    stored = await fetched(call, "voice", "voice_url")
    return _send(call, call.writable_chat(), file_content(call.world.files, stored))


def send_sticker(call: ZaloCall) -> Json:
    chat = call.writable_chat()
    stored = picture_of(call.world.files, call.required("sticker"))
    return _send(call, chat, file_content(call.world.files, stored))


def send_chat_action(call: ZaloCall) -> None:
    """Answered without a result, and not counted as a message."""
    chat = call.chat()
    if call.required("action") not in ACTIONS:
        raise bad_request("The action is invalid")
    call.world.feed.tell(f"sign:{chat.id}")


def _send(call: ZaloCall, chat: Chat, content: Json) -> Json:
    world, bot = call.world, call.bot
    bot.sent[bot.month] += 1
    world.stats.sent(chat.id, world.clock(), 1)
    post(world, chat, None, content)
    return {"message_id": world.zalo.new_key(), "date": world.zalo.milliseconds}


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendSticker": send_sticker,
    "sendVoice": send_voice,
    "sendChatAction": send_chat_action,
}
