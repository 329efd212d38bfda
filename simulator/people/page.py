"""The page with the phones, its live news, and the files shown on it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from simulator.errors import PeopleError
from simulator.people.asked import world_of

routes = web.RouteTableDef()

FOLDER = Path(__file__).parent.parent / "page"
PARTS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
# Only what is part of this page may run or load; a file of a person never becomes a page.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
SHOWN_INLINE = ("image/png", "image/jpeg", "image/gif", "image/webp", "audio/", "video/")
HEARTBEAT = 15.0


@routes.get("/")
async def index(request: web.Request) -> web.Response:
    return _part("index.html")


@routes.get("/page/{name}")
async def part(request: web.Request) -> web.Response:
    return _part(request.match_info["name"])


def _part(name: str) -> web.Response:
    path = FOLDER / Path(name).name
    if path.suffix not in PARTS or not path.is_file():
        raise PeopleError(404, "There is no such page.")
    return web.Response(
        body=path.read_bytes(), content_type=PARTS[path.suffix], charset="utf-8", headers=HEADERS
    )


@routes.get("/media/{unique_id}")
async def media(request: web.Request) -> web.Response:
    """A picture or recording to show, anything else to save."""
    stored = world_of(request).files.by_unique(request.match_info["unique_id"])
    if stored is None:
        raise PeopleError(404, "There is no such file.")
    inline = stored.mime.startswith(SHOWN_INLINE)
    how = "inline" if inline else "attachment"
    headers = {
        **HEADERS,
        "Content-Disposition": f"{how}; filename*=UTF-8''{quote(stored.name or 'file')}",
        "Content-Type": stored.mime if inline else "application/octet-stream",
    }
    return _ranged(request, stored.data, headers)


def _ranged(request: web.Request, data: bytes, headers: dict[str, str]) -> web.Response:
    """The bytes asked for: a player seeks by asking for a part."""
    headers["Accept-Ranges"] = "bytes"
    try:
        wanted = request.http_range
    except ValueError:
        return web.Response(status=416, headers={"Content-Range": f"bytes */{len(data)}"})
    if wanted.start is None:
        return web.Response(body=data, headers=headers)
    first, end, _ = wanted.indices(len(data))
    headers["Content-Range"] = f"bytes {first}-{end - 1}/{len(data)}"
    return web.Response(status=206, body=data[first:end], headers=headers)


@routes.get("/events")
async def events(request: web.Request) -> web.StreamResponse:
    """Server-sent events: the name of what has changed, one after the other."""
    feed = world_of(request).feed
    listener = feed.listen()
    stream = web.StreamResponse(headers={"Cache-Control": "no-store"})
    stream.content_type = "text/event-stream"
    await stream.prepare(request)
    try:
        await stream.write(b"data: hello\n\n")
        while True:
            await stream.write(await _news(listener))
    except ConnectionResetError:
        return stream
    finally:
        feed.leave(listener)


async def _news(listener: asyncio.Queue[str]) -> bytes:
    try:
        topic = await asyncio.wait_for(listener.get(), HEARTBEAT)
    except TimeoutError:
        return b": still here\n\n"
    return f"data: {topic}\n\n".encode()
