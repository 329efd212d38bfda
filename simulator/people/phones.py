"""Phones and their chats over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiohttp import web

from simulator.bell import Bell
from simulator.chats import ZALO
from simulator.errors import PeopleError
from simulator.people import deeds
from simulator.people.asked import body_of, number, phone_of, text, texts, world_of
from simulator.people.view import entries, labels

Json = dict[str, Any]

routes = web.RouteTableDef()

MESSENGERS = {"telegram", ZALO}
MOST_BOTS = 99
LONGEST_WAIT = 60.0


@routes.get("/phones")
async def list_phones(request: web.Request) -> web.Response:
    world = world_of(request)
    return web.json_response(
        [
            {
                "id": phone.id,
                "messenger": phone.messenger,
                "bot": phone.bot if phone.on_zalo else None,
                "address": phone.address,
                "name": phone.name,
                "note": phone.note,
                "notes": phone.notes,
                "blocked": phone.blocked,
                "language_code": phone.language_code,
                "version": world.chat_of(phone).version,
                "keyboard": labels(world.chat_of(phone).keyboard),
            }
            for phone in world.phones.values()
        ]
    )


@routes.post("/phones")
async def add_phone(request: web.Request) -> web.Response:
    given = await body_of(request)
    messenger = text(given, "messenger") or "telegram"
    if messenger not in MESSENGERS:
        raise PeopleError(400, f"Unknown messenger {messenger!r}.")
    phone = world_of(request).add_phone(
        text(given, "name", required=True).strip(),
        messenger,
        text(given, "note").strip(),
        text(given, "language_code") or "vi",
        texts(given, "notes"),
        _bot(given),
    )
    return web.json_response({"id": phone.id})


def _bot(given: Json) -> int:
    """Which of Zalo's bots the phone writes to."""
    found = int(number(given, "bot", 1))
    if not 1 <= found <= MOST_BOTS:
        raise PeopleError(400, f"'bot' must be between 1 and {MOST_BOTS}.")
    return found


@routes.post("/phones/{id}/say")
async def say(request: web.Request) -> web.Response:
    given = await body_of(request)
    message = deeds.say(world_of(request), phone_of(request), text(given, "text"))
    return web.json_response({"message_id": message.message_id})


@routes.post("/phones/{id}/start")
async def start(request: web.Request) -> web.Response:
    given = await body_of(request)
    message = deeds.start(world_of(request), phone_of(request), text(given, "code"))
    return web.json_response({} if message is None else {"message_id": message.message_id})


@routes.post("/phones/{id}/press")
async def press(request: web.Request) -> web.Response:
    given = await body_of(request)
    done = deeds.press(
        world_of(request),
        phone_of(request),
        int(number(given, "message_id", 0)),
        label=text(given, "label"),
        data=text(given, "data"),
    )
    return web.json_response(done)


@routes.post("/phones/{id}/forward")
async def forward(request: web.Request) -> web.Response:
    given = await body_of(request)
    words, source = text(given, "text"), text(given, "from", required=True)
    message = deeds.forward(world_of(request), phone_of(request), words, source)
    return web.json_response({"message_id": message.message_id})


@routes.post("/phones/{id}/vote")
async def vote(request: web.Request) -> web.Response:
    given = await body_of(request)
    options = given.get("options", [])
    if not isinstance(options, list) or not all(isinstance(option, int) for option in options):
        raise PeopleError(400, "'options' must be a list of numbers.")
    message_id = int(number(given, "message_id"))
    deeds.vote(world_of(request), phone_of(request), message_id, options)
    return web.json_response({})


@routes.post("/phones/{id}/block")
async def block(request: web.Request) -> web.Response:
    deeds.block(world_of(request), phone_of(request))
    return web.json_response({})


@routes.post("/phones/{id}/unblock")
async def unblock(request: web.Request) -> web.Response:
    deeds.unblock(world_of(request), phone_of(request))
    return web.json_response({})


@routes.get("/phones/{id}/chat")
async def chat(request: web.Request) -> web.Response:
    """The chat after a message, or what changed since a version; `wait` seconds for a change."""
    world, room = world_of(request), world_of(request).chat_of(phone_of(request))
    after = int(number(request.query, "after", 0))
    since = int(number(request.query, "since")) if "since" in request.query else None
    return await _when_there(request, room.bell, lambda: entries(world, room, after, since))


@routes.get("/phones/{id}/toasts")
async def toasts(request: web.Request) -> web.Response:
    """The bot's answers to presses, numbered from 1."""
    room = world_of(request).chat_of(phone_of(request))
    after = int(number(request.query, "after", 0))
    return await _when_there(request, room.bell, lambda: room.toasts[after:])


async def _when_there(
    request: web.Request, bell: Bell, look: Callable[[], list[Json]]
) -> web.Response:
    seconds = min(number(request.query, "wait", 0), LONGEST_WAIT)
    return web.json_response(await bell.wait_for(look, seconds))
