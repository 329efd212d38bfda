"""Zalo's bot side over HTTP: /zalo/bot<token>/<method>, and the files anybody may fetch."""

from __future__ import annotations

import inspect
from typing import Any

from aiohttp import web

from simulator.bot_side import arguments_of, hang_up, hold_up, world_key
from simulator.errors import ApiError, PeopleError
from simulator.faults import ZALO, Fault
from simulator.world import World
from simulator.zalo.call import ZaloCall
from simulator.zalo.errors import unknown_method
from simulator.zalo.methods import METHODS

routes = web.RouteTableDef()

REASONS = {429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway"}
FILES = ZALO + "files"  # the name by which faults may concern the fetching of a file


@routes.route("*", r"/zalo/bot{token:[^/]+}/{method}")
async def answer(request: web.Request) -> web.StreamResponse:
    """Any method, by GET or POST and in any encoding."""
    world = request.app[world_key]
    try:
        bot = world.zalo.admit(request.match_info["token"])
        method = METHODS.get(request.match_info["method"])
        if method is None:
            raise unknown_method()
        name = ZALO + request.match_info["method"]
        call = ZaloCall(world, name, *await arguments_of(request), bot=bot)
        world.stats.calls[name] += 1
        fault = world.faults.next_for(name)
        if fault is not None and fault.kind.isdigit():
            return _gateway(request, world, fault)
        if fault is not None:
            await hold_up(request, fault)
        result = method(call)
        if inspect.isawaitable(result):
            result = await result
        if fault is not None and fault.kind == "timeout_after":
            await hang_up(request, fault.seconds)
        return _good(world, result)
    except ApiError as refusal:
        return _bad(world, refusal)


def _good(world: World, result: Any) -> web.Response:
    body: dict[str, Any] = {"ok": True}
    if result is not None:
        body["result"] = result
    if world.zalo.settings.code_in_success:
        body["error_code"] = 0
    return web.json_response(body)


def _bad(world: World, refusal: ApiError) -> web.Response:
    settings = world.zalo.settings
    status = getattr(refusal, "status", None)
    if status is None:
        status = 200 if settings.errors_in_200 else refusal.code
    if refusal.code == 429:
        world.stats.refused += 1
    # What reading the request refuses is said in Telegram's words.
    words = refusal.description.replace("Bad Request", "Bad request")
    return _refusal(world, refusal.code, words, status)


def _refusal(world: World, code: int, description: str, status: int) -> web.Response:
    shown = str(code) if world.zalo.settings.codes_as_text else code
    body = {"ok": False, "description": description, "error_code": shown}
    return web.json_response(body, status=status)


def _gateway(request: web.Request, world: World, fault: Fault) -> web.Response:
    """An ordered failure. The gateway's page names the address, and with it the token."""
    code = int(fault.kind)
    if code == 429:
        world.stats.refused += 1
    if not world.zalo.settings.html_errors:
        return _refusal(world, code, REASONS[code], code)
    page = (
        f"<html><head><title>{code} {REASONS[code]}</title></head>"
        f"<body><h1>{REASONS[code]}</h1><p>{request.path}</p><hr>nginx</body></html>"
    )
    return web.Response(status=code, text=page, content_type="text/html")


@routes.get(r"/zalo/files/{unique_id:[^/.]+}{suffix:[^/]*}")
async def fetch_file(request: web.Request) -> web.StreamResponse:
    """A file somebody has sent, without a token."""
    world = request.app[world_key]
    fault = world.faults.next_for(FILES)
    if fault is not None and fault.kind.isdigit():
        return _gateway(request, world, fault)
    if fault is not None:
        await hold_up(request, fault)
    stored = world.files.by_unique(request.match_info["unique_id"])
    if stored is None:
        raise PeopleError(404, "There is no such file.")
    return web.Response(body=stored.data, content_type=stored.mime)
