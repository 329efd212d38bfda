"""Reading what a request of the people's side asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from simulator.bot_side import world_key
from simulator.chats import Phone
from simulator.errors import PeopleError
from simulator.world import World

Json = dict[str, Any]


def world_of(request: web.Request) -> World:
    return request.app[world_key]


def phone_of(request: web.Request) -> Phone:
    """The phone named in the path; raises 404."""
    name = request.match_info["id"]
    if not name.isdigit():
        raise PeopleError(404, f"There is no phone {name}.")
    return world_of(request).phone(int(name))


async def body_of(request: web.Request) -> Json:
    """The JSON object of the body, {} when there is no body; raises 400."""
    if not request.can_read_body:
        return {}
    try:
        given = await request.json()
    except ValueError:
        raise PeopleError(400, "The body is not JSON.") from None
    if not isinstance(given, dict):
        raise PeopleError(400, "The body must be a JSON object.")
    return given


def text(given: Json, name: str, *, required: bool = False) -> str:
    value = given.get(name, "")
    if value is None:
        value = ""
    if not isinstance(value, str) or (required and not value.strip()):
        raise PeopleError(400, f"{name!r} must be a text.")
    return value


def texts(given: Json, name: str) -> dict[str, str]:
    """A text in several languages, {"en": "..."}; {} when there is none."""
    value = given.get(name) or {}
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise PeopleError(400, f"{name!r} must hold a text for each language.")
    return value


def said(given: Json, name: str, *, required: bool = False) -> Json:
    """A text, with "<name>s" beside it when the same is said in other languages."""
    others = texts(given, f"{name}s")
    return {name: text(given, name, required=required)} | ({f"{name}s": others} if others else {})


def number(given: Mapping[str, Any], name: str, default: float | None = None) -> float:
    """A number from JSON, a form or the query; raises 400 when there is none and no default."""
    value: Any = given.get(name, default)
    try:
        return float(value)
    except (TypeError, ValueError):
        raise PeopleError(400, f"{name!r} must be a number.") from None
