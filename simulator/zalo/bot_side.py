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
from simulator.zalo.errors import bad_gateway, out_of_order, over_quota, unknown_method
from simulator.zalo.methods import METHODS, Method

routes = web.RouteTableDef()

REASONS = {"429": "Too Many Requests", "502": "Bad Gateway"}
ORDERED = {"429": over_quota, "500": out_of_order, "502": bad_gateway}
FILES = ZALO + "files"  # the name by which faults may concern the fetching of a file


@routes.route("*", r"/zalo/bot{token:[^/]+}/{method}")
async def answer(request: web.Request) -> web.StreamResponse:
    """Any method, by GET or POST and in any encoding."""
    world = request.app[world_key]
    try:
        call, method = await _read(world, request)
        fault = world.faults.next_for(call.method)
        if fault is not None and fault.kind in REASONS and world.zalo.settings.html_errors:
            return _gateway(request, fault)
        if fault is not None:
            _refuse(fault)
            await hold_up(request, fault)
        result = method(call)
        if inspect.isawaitable(result):
            result = await result
        if fault is not None and fault.kind == "timeout_after":
            await hang_up(request, fault.seconds)
        return _good(world, result)
    except ApiError as refusal:
        return _bad(world, refusal)


async def _read(world: World, request: web.Request) -> tuple[ZaloCall, Method]:
    """The call and the method that answers it, counted; raises 401 and 404."""
    bot = world.zalo.admit(request.match_info["token"])
    method = METHODS.get(request.match_info["method"])
    if method is None:
        raise unknown_method()
    name = ZALO + request.match_info["method"]
    call = ZaloCall(world, name, *await arguments_of(request), bot=bot)
    world.stats.calls[name] += 1
    return call, method


def _refuse(fault: Fault) -> None:
    if fault.kind in ORDERED:
        raise ORDERED[fault.kind]()


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
    body = {
        "ok": False,
        # What reading the request refuses is said in Telegram's words.
        "description": refusal.description.replace("Bad Request", "Bad request"),
        "error_code": str(refusal.code) if settings.codes_as_text else refusal.code,
    }
    return web.json_response(body, status=status)


def _gateway(request: web.Request, fault: Fault) -> web.Response:
    """The page of the gateway in front of Zalo. It names the address, and with it the token."""
    title = f"{fault.kind} {REASONS[fault.kind]}"
    page = (
        f"<html><head><title>{title}</title></head>"
        f"<body><h1>{title}</h1><p>{request.path}</p><hr>nginx</body></html>"
    )
    return web.Response(status=int(fault.kind), text=page, content_type="text/html")


@routes.get(r"/zalo/files/{unique_id:[^/.]+}{suffix:[^/]*}")
async def fetch_file(request: web.Request) -> web.StreamResponse:
    """A file somebody has sent, without a token."""
    world = request.app[world_key]
    fault = world.faults.next_for(FILES)
    if fault is not None and fault.kind.isdigit():
        return web.Response(status=int(fault.kind))
    if fault is not None:
        await hold_up(request, fault)
    stored = world.files.by_unique(request.match_info["unique_id"])
    if stored is None:
        raise PeopleError(404, "There is no such file.")
    return web.Response(body=stored.data, content_type=stored.mime)
