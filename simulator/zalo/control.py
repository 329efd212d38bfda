"""GET and POST /zalo/settings: quotas and quirks, switched by the people's side."""

from __future__ import annotations

from dataclasses import asdict

from aiohttp import web

from simulator.people.asked import body_of, world_of
from simulator.zalo.settings import changed

routes = web.RouteTableDef()


@routes.get("/zalo/settings")
async def settings(request: web.Request) -> web.Response:
    return web.json_response(asdict(world_of(request).zalo.settings))


@routes.post("/zalo/settings")
async def set_settings(request: web.Request) -> web.Response:
    """What is named changes, the rest stays; the answer is all of them."""
    zalo = world_of(request).zalo
    zalo.settings = changed(zalo.settings, await body_of(request))
    return web.json_response(asdict(zalo.settings))
