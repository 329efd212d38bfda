"""The bot's side over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

from __future__ import annotations

import asyncio
import inspect
import json
from typing import Any

from aiohttp import web

from simulator.call import Call
from simulator.errors import ApiError, method_not_found, too_large, too_many_requests, unauthorized
from simulator.faults import Fault
from simulator.files import LARGEST_DOWNLOAD, Upload
from simulator.methods import METHODS
from simulator.world import World

routes = web.RouteTableDef()
world_key = web.AppKey("world", World)

LONGEST_TOKEN = 80
REMARKS = {"setWebhook": "Webhook was set", "deleteWebhook": "Webhook was deleted"}
BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body></body></html>"


@routes.route("*", r"/bot{token:[^/]+}/{method}")
async def answer(request: web.Request) -> web.StreamResponse:
    """Any method, by any verb and in any encoding the real server takes."""
    world = request.app[world_key]
    try:
        admit(world, request.match_info["token"])
        found = METHODS.find(request.match_info["method"])
        if found is None:
            raise method_not_found()
        name, method = found
        call = Call(world, name, *await arguments_of(request))
        world.stats.calls[name] += 1
        fault = world.faults.next_for(name)
        if fault is not None:
            _refuse(fault)
            await hold_up(request, fault)
        result = method(call)
        if inspect.isawaitable(result):
            result = await result
        if fault is not None and fault.kind == "timeout_after":
            await hang_up(request, fault.seconds)
        return _good(name, result)
    except ApiError as refusal:
        return _bad(world, refusal)


@routes.get(r"/file/bot{token:[^/]+}/{path:.+}")
async def fetch_file(request: web.Request) -> web.StreamResponse:
    world = request.app[world_key]
    try:
        admit(world, request.match_info["token"])
        stored = world.files.by_path(request.match_info["path"])
        if stored is None or len(stored.data) > LARGEST_DOWNLOAD:
            raise ApiError(404, "Not Found")
    except ApiError as refusal:
        return _bad(world, refusal)
    return web.Response(body=stored.data, content_type="application/octet-stream")


def admit(world: World, token: str) -> None:
    """The first token seen becomes the bot; any other one is a stranger."""
    number, colon, secret = token.partition(":")
    well_formed = number.isdigit() and number[0] != "0" and colon and secret
    if not well_formed or len(token) > LONGEST_TOKEN:
        raise unauthorized("Unauthorized: invalid token specified")
    if world.token is None:
        world.token = token
    if token != world.token:
        raise unauthorized()


async def arguments_of(request: web.Request) -> tuple[dict[str, str], dict[str, Upload]]:
    """What a call brings along, in any encoding: its arguments and its files."""
    arguments: dict[str, str] = dict(request.query)
    uploads: dict[str, Upload] = {}
    try:
        if request.content_type == "application/json":
            arguments.update(_from_json(await request.read()))
        elif request.can_read_body:
            await _from_form(request, arguments, uploads)
    except web.HTTPRequestEntityTooLarge:
        raise too_large() from None
    return arguments, uploads


def _from_json(body: bytes) -> dict[str, str]:
    try:
        given = json.loads(body or b"{}")
    except ValueError:
        raise ApiError(400, "Bad Request: can't parse JSON object") from None
    if not isinstance(given, dict):
        raise ApiError(400, "Bad Request: object expected as request parameters")
    return {k: v if isinstance(v, str) else json.dumps(v) for k, v in given.items()}


async def _from_form(
    request: web.Request, arguments: dict[str, str], uploads: dict[str, Upload]
) -> None:
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            data = await asyncio.to_thread(value.file.read)
            uploads[name] = Upload(value.filename, value.content_type, data)
        elif isinstance(value, str):
            arguments[name] = value
        else:
            arguments[name] = bytes(value).decode(errors="replace")


def _refuse(fault: Fault) -> None:
    if fault.kind == "429":
        raise too_many_requests(fault.retry_after)
    if fault.kind == "500":
        raise ApiError(500, "Internal Server Error")
    if fault.kind == "502":
        raise ApiError(502, "Bad Gateway")


async def hold_up(request: web.Request, fault: Fault) -> None:
    """Let happen what happens to a connection before the method does its work."""
    if fault.kind == "timeout_before":
        await hang_up(request, fault.seconds)
    if fault.kind == "drop":
        await hang_up(request, 0)
    if fault.kind == "slow":
        await asyncio.sleep(fault.seconds)


async def hang_up(request: web.Request, seconds: float) -> None:
    """Stay silent for a while, then break the connection."""
    await asyncio.sleep(seconds)
    if request.transport is not None:
        request.transport.abort()
    raise asyncio.CancelledError


def _good(name: str, result: Any) -> web.Response:
    body: dict[str, Any] = {"ok": True, "result": result}
    if name in REMARKS:
        body["description"] = REMARKS[name]
    return web.json_response(body)


def _bad(world: World, refusal: ApiError) -> web.Response:
    if refusal.code == 502:
        return web.Response(status=502, text=BAD_GATEWAY, content_type="text/html")
    body: dict[str, Any] = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.description,
    }
    headers = {}
    if refusal.retry_after is not None:
        world.stats.refused += 1
        body["parameters"] = {"retry_after": refusal.retry_after}
        headers["Retry-After"] = str(refusal.retry_after)
    return web.json_response(body, status=refusal.code, headers=headers)
