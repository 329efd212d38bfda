"""Pages for what a messenger cannot carry, each behind a signed link that ends: a voice or the
bulletin to listen to, a picture, a paper to keep.

Nothing of a link is kept or logged, and nobody else is asked for anything: fonts, scripts and
styles are our own.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

import aiohttp_jinja2
import structlog
from aiohttp import web

from audio.forms import Forms
from services import listen
from services.listen import Link
from storage import recipes
from storage.engine import Database
from web.listen_pages import PAPERS, Chapters, Thing, Words, page_of
from web.server import PAGES, Handler

log = structlog.get_logger()
TOKEN = "{token:[0-9A-Za-z]+}"  # noqa: S105 - how one looks, not one
STATIC = {"listen.css": "text/css", "listen.js": "text/javascript", "icon.svg": "image/svg+xml"}
UNKNOWN, NAMELESS = "application/octet-stream", "tep"
SHOWN = {"image/jpeg", "image/png", "image/webp", "image/gif"}  # by the browser itself
FOR_ALL = {
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
}
PAGE = {"Cache-Control": "private, no-store"}
FILE = {"Cache-Control": "private, max-age=600"}  # a player asks for a voice piece by piece


class Gone(Exception):
    """There is nothing behind this link: `status` 404, or 410 when its time is over."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


@dataclass(frozen=True)
class Listening:
    """The pages. `read` tells what a token leads to, `words` says everything in a language."""

    database: Database
    folder: Path
    forms: Forms
    read: Callable[[str], Link | None]
    clock: Callable[[], datetime]
    words: Words

    def routes(self) -> Mapping[str, Handler]:
        """Every address below /nghe/."""
        return {
            **{f"/nghe/{name}": static(name, mime) for name, mime in STATIC.items()},
            f"/nghe/{TOKEN}": self._kindly(self._page),
            f"/nghe/{TOKEN}/tep": self._kindly(self._file),
            f"/nghe/{TOKEN}.{{ending:jpg|png}}": self._kindly(self._file),
            f"/nghe/{TOKEN}.aac": self._kindly(self._voice),
            "/nghe/{rest:.*}": self._kindly(_nothing),
        }

    async def _page(self, request: web.Request) -> web.StreamResponse:
        """The thing in large type, with what is played or kept as a second address below it."""
        thing, path = await self._thing(request, "page")
        kind = "photo" if thing.kept.mime in SHOWN else "document"
        if thing.kept.sounds and await self.forms.get(path, "m4a"):
            kind = "sound"
            thing = replace(thing, chapters=await asyncio.to_thread(_chapters, thing, path))
        page = page_of(self.words, thing, kind, f"{request.match_info['token']}/tep")
        context = {"page": page, "say": page.say, "up": ""}
        return aiohttp_jinja2.render_template(page.template, request, context)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        """The file itself; a voice in the form every browser plays."""
        thing, path = await self._thing(request, "page", "file")
        mime, name = thing.kept.mime, thing.kept.name
        if thing.kept.sounds and (playable := await self.forms.get(path, "m4a")):
            return _sends(playable, "audio/mp4")
        if mime in SHOWN:
            return _sends(path, mime)
        return _sends(path, mime if mime in PAPERS else UNKNOWN, name or NAMELESS)

    async def _voice(self, request: web.Request) -> web.StreamResponse:
        """A voice as messengers fetch it."""
        _, path = await self._thing(request, "aac")
        made = await self.forms.get(path, "aac")
        if made is None:
            raise Gone(404)
        return _sends(made, "audio/aac")

    async def _thing(self, request: web.Request, *forms: str) -> tuple[Thing, Path]:
        """What the link leads to and where it lies; Gone when it is not to be had."""
        link = self.read(request.match_info["token"])
        if link is None or link.form not in forms:
            raise Gone(404)
        if link.until <= self.clock():
            raise Gone(410)
        async with self.database.transaction() as store:
            kept = await listen.find(store, link)
        if kept is None:
            raise Gone(410)
        path = self.folder / (kept.path or kept.fingerprint)
        made_of = await asyncio.to_thread(recipes.of, path)
        async with self.database.transaction() as store:
            stands = await listen.stands(store, made_of)
        if not stands or not await asyncio.to_thread(path.is_file):
            raise Gone(410)
        return Thing(link, kept, made_of), path

    def _kindly(self, answer: Handler) -> Handler:
        """Every way it can go ends with a page people can read, and none of them tells more."""

        async def handle(request: web.Request) -> web.StreamResponse:
            try:
                answered = await answer(request)
            except Gone as gone:
                answered = self._sorry(request, "gone.html", gone.status)
            except Exception as problem:
                log.error("page not shown", kind=type(problem).__name__)
                answered = self._sorry(request, "later.html", 503)
            answered.headers.update({**PAGE, **FOR_ALL, **answered.headers})
            return answered

        return handle

    def _sorry(self, request: web.Request, template: str, status: int) -> web.StreamResponse:
        up = "../" * request.path.removeprefix("/nghe/").count("/")
        context = {"say_in": self.words.say, "up": up}
        return aiohttp_jinja2.render_template(template, request, context, status=status)


async def _nothing(_request: web.Request) -> web.StreamResponse:
    raise Gone(404)


def _chapters(thing: Thing, path: Path) -> Chapters:
    """Of a bulletin; other voices have none."""
    made_of = thing.made_of
    from audio.encode import chapters_of  # it brings in all of the sound: not before it is asked

    return chapters_of(path) if made_of and made_of.maker == "bulletins.audio" else ()


def static(name: str, mime: str) -> Handler:
    """Style, script or icon of the pages."""

    async def handle(_request: web.Request) -> web.StreamResponse:
        own = {"Content-Type": f"{mime}; charset=utf-8", "Cache-Control": "no-cache"}
        return web.FileResponse(PAGES / name, headers={**FOR_ALL, **own})

    return handle


def _sends(path: Path, mime: str, save_as: str = "") -> web.StreamResponse:
    """A file, piece by piece if that is asked for; one with a name is kept and not shown."""
    headers = {**FILE, "Content-Type": mime}
    if save_as:
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(save_as, safe='')}"
    return web.FileResponse(path, headers=headers)
