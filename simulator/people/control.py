"""Running the simulation: faults, limits, counters, the guide, a fresh start."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from simulator.clock import Clock
from simulator.errors import PeopleError
from simulator.faults import fault_from
from simulator.limits import Limits
from simulator.people.asked import body_of, number, said, world_of

routes = web.RouteTableDef()


@routes.post("/faults")
async def add_fault(request: web.Request) -> web.Response:
    world_of(request).faults.add(fault_from(await body_of(request)))
    return web.json_response({})


@routes.delete("/faults")
async def clear_faults(request: web.Request) -> web.Response:
    world_of(request).faults.waiting.clear()
    return web.json_response({})


@routes.post("/limits")
async def set_limits(request: web.Request) -> web.Response:
    """New limits, with all counters at nought; what is not named takes its usual value."""
    given, usual = await body_of(request), Limits()
    limits = Limits(
        on=bool(given.get("on", True)),
        overall=int(number(given, "overall", usual.overall)),
        per_chat=number(given, "per_chat", usual.per_chat),
        burst=int(number(given, "burst", usual.burst)),
        per_group=int(number(given, "per_group", usual.per_group)),
    )
    if min(limits.overall, limits.per_chat, limits.burst, limits.per_group) <= 0:
        raise PeopleError(400, "A limit must be above nought; switch limits off with on=false.")
    world_of(request).limits = limits
    return web.json_response({})


@routes.get("/stats")
async def stats(request: web.Request) -> web.Response:
    """Calls are counted by method, Zalo's as "zalo.sendMessage"; its bots' quotas stand beside.
    `?people=0` leaves out what each person was sent."""
    world, people = world_of(request), request.query.get("people") != "0"
    bots = [bot.wire(world.zalo.settings) for bot in world.zalo.bots.values()]
    return web.json_response({**world.stats.wire(people=people), "zalo": bots})


@routes.get("/guide")
async def guide(request: web.Request) -> web.Response:
    return web.json_response(world_of(request).guide)


@routes.put("/guide")
async def set_guide(request: web.Request) -> web.Response:
    """What to try first. `titles` and `texts` say the same in other languages, {"en": "..."}."""
    given, world = await body_of(request), world_of(request)
    steps = given.get("steps", [])
    if not isinstance(steps, list):
        raise PeopleError(400, "'steps' must be a list.")
    world.guide = {
        **said(given, "title"),
        "steps": [_step(step) for step in steps],
        "language": given.get("language"),
    }
    world.feed.tell("guide")
    return web.json_response({})


def _step(given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise PeopleError(400, "A step must be an object with 'phone' and 'text'.")
    return {"phone": given.get("phone"), **said(given, "text", required=True)}


@routes.get("/clock")
async def clock(request: web.Request) -> web.Response:
    """The time it is, in which zone, and whether it can be moved."""
    given = world_of(request).clock
    zone = given.zone if isinstance(given, Clock) else None
    return web.json_response({"now": given(), "zone": zone, "moves": zone is not None})


@routes.post("/clock")
async def move_clock(request: web.Request) -> web.Response:
    """Ahead by {"seconds": 3600}, or to the next {"hour": 8}; by `at_most` seconds of it, if given,
    and `left` says how many remain."""
    given, world = await body_of(request), world_of(request)
    if not isinstance(world.clock, Clock):
        raise PeopleError(409, "This clock cannot be moved.")
    ahead = given.get("hour") is None
    try:
        wanted = number(given, "seconds") if ahead else world.clock.until(_hour(given))
        seconds = min(wanted, number(given, "at_most", wanted))
        world.clock.move(seconds)
    except ValueError:
        raise PeopleError(400, "The clock moves ahead only, and by a year at most.") from None
    world.feed.tell("clock")
    return web.json_response({"now": world.clock(), "left": wanted - seconds})


def _hour(given: dict[str, Any]) -> int:
    hour = int(number(given, "hour"))
    if not 0 <= hour < 24:
        raise PeopleError(400, "'hour' must be one of a day.")
    return hour


@routes.post("/reset")
async def reset(request: web.Request) -> web.Response:
    world_of(request).reset()
    return web.json_response({})
