"""Bulletins anybody may hear: a page of them, one page and one sound for each, and a podcast.

Only what was marked public is found here; anything else, private or not there, is the same 404. It
is asked at each request, so what is closed is gone at once. Nothing names a member: the sound ends
before the line that says whom to call.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import aiohttp_jinja2
import structlog
from aiohttp import web

from audio.forms import Forms
from rules.bulletins import Bulletin
from rules.bulletins_public import page_name
from rules.messages import Media
from rules.organisation import Organisation
from services import bulletins_public as public
from storage.engine import Database
from web.bulletins_feed import Feed, chapters_json, feed_xml
from web.bulletins_pages import Episode, about, last_second, list_page, one_page, transcript
from web.listen import FOR_ALL, STATIC, static
from web.listen_pages import WRITTEN_IN, Page, Words
from web.server import Handler

log = structlog.get_logger()
NAME = r"{name:\d{4}-\d{2}-\d+}"
# Whoever has a copy asks whether it still holds: what is closed is heard no more.
ASK_AGAIN = {"Cache-Control": "no-cache"}
CHAPTERS = "application/json+chapters"


class NotHere(Exception):
    """There is no such bulletin for everybody."""


@dataclass(frozen=True)
class PublicBulletins:
    """The pages. `sound` finds the file of a voice that was made before; `make` makes it."""

    database: Database
    forms: Forms
    sound: Callable[[Media], Awaitable[Path | None]]
    make: Callable[[Media], Awaitable[None]]
    words: Words
    org: Organisation

    def routes(self) -> Mapping[str, Handler]:
        """Every address below /ban-tin/; the English pages stand below /ban-tin/en/."""
        pages = {
            f"/ban-tin/{folder}{path}": self._kindly(handler(language))
            for language, folder in (("vi", ""), ("en", "en/"))
            for path, handler in (("", self._list), (NAME, self._page))
        }
        return {
            **{f"/ban-tin/{name}": static(name, mime) for name, mime in STATIC.items()},
            "/ban-tin": _to_the_list,
            **pages,
            f"/ban-tin/{NAME}.mp3": self._kindly(self._mp3),
            f"/ban-tin/{NAME}.txt": self._kindly(self._transcript),
            f"/ban-tin/{NAME}.json": self._kindly(self._chapters),
            "/ban-tin/podcast.xml": self._kindly(self._feed),
            "/ban-tin/{rest:.*}": self._kindly(_nothing),
        }

    def _list(self, language: str) -> Handler:
        async def handle(request: web.Request) -> web.StreamResponse:
            page = list_page(self.words, language, await self.episodes())
            feed = f"{self.org.bulletins_page}podcast.xml"
            return _told(request, _rendered(request, page, feed=feed), "text/html")

        return handle

    def _page(self, language: str) -> Handler:
        async def handle(request: web.Request) -> web.StreamResponse:
            page = one_page(self.words, language, await self._asked(request))
            return _told(request, _rendered(request, page), "text/html")

        return handle

    async def _mp3(self, request: web.Request) -> web.StreamResponse:
        """The sound, piece by piece if that is asked for."""
        episode = await self._asked(request)
        if episode.mp3 is None:
            raise NotHere
        return web.FileResponse(episode.mp3, headers={**ASK_AGAIN, "Content-Type": "audio/mpeg"})

    async def _transcript(self, request: web.Request) -> web.StreamResponse:
        text = transcript(self.words, await self._asked(request))
        return _told(request, text, "text/plain")

    async def _chapters(self, request: web.Request) -> web.StreamResponse:
        return _told(request, chapters_json(await self._asked(request)), CHAPTERS)

    async def _feed(self, request: web.Request) -> web.StreamResponse:
        async with self.database.transaction() as store:
            changed = await public.changed(store)
        heard = [one for one in await self.episodes() if one.mp3]
        feed = Feed(self.words, self.org, heard)
        return _told(request, feed_xml(feed), "application/rss+xml", changed)

    async def episodes(self) -> Sequence[Episode]:
        """What everybody may hear now, the newest first; an MP3 that is not there is made of what
        the members hear."""
        async with self.database.transaction() as store:
            found = await public.published(store)
        return [await self._episode(one) for one in found]

    async def prepare(self) -> bool:
        """Make every sound that nobody has asked for yet; whether all of them are there now."""
        async with self.database.transaction() as store:
            found = await public.published(store)
        for one in found:
            await self._spoken(one)
        return all(one.mp3 for one in await self.episodes())

    async def _spoken(self, bulletin: Bulletin) -> None:
        voice = bulletin.approved.voice()
        if await self.sound(voice) is not None:
            return
        try:
            await self.make(voice)
        except Exception as problem:  # no voice is to be had now: the other bulletins go on
            log.warning("no sound for everybody", bulletin=bulletin.id, kind=type(problem).__name__)

    async def _asked(self, request: web.Request) -> Episode:
        """The bulletin that is named in the address; NotHere unless everybody may hear it."""
        name = request.match_info["name"]
        async with self.database.transaction() as store:
            found = await public.find(store, name)
        if found is None or page_name(found) != name:
            raise NotHere
        return await self._episode(found)

    async def _episode(self, bulletin: Bulletin) -> Episode:
        """With its sound, which is made once of what the members hear."""
        from audio.mp3 import marks_of  # it brings in all of the sound: not before it is asked

        source = await self.sound(bulletin.approved.voice())
        if source is None:
            return Episode(bulletin)
        end = last_second(bulletin, await asyncio.to_thread(marks_of, source))
        said = about(self.words, self.org, bulletin, end)
        mp3 = await self.forms.get(source, "mp3", said)
        if mp3 is None:
            return Episode(bulletin)
        size = (await asyncio.to_thread(mp3.stat)).st_size
        return Episode(bulletin, mp3, size, await asyncio.to_thread(marks_of, mp3))

    def _kindly(self, answer: Handler) -> Handler:
        """Every way it can go ends with a page people can read."""

        async def handle(request: web.Request) -> web.StreamResponse:
            try:
                answered = await answer(request)
            except NotHere:
                answered = self._sorry(request, "not_here.html", 404)
            except Exception as problem:
                log.error("page not shown", kind=type(problem).__name__)
                answered = self._sorry(request, "later.html", 503)
            answered.headers.update({**ASK_AGAIN, **FOR_ALL, **answered.headers})
            return answered

        return handle

    def _sorry(self, request: web.Request, template: str, status: int) -> web.StreamResponse:
        up = "../" * request.path.removeprefix("/ban-tin/").count("/")
        context = {"say_in": self.words.say, "up": up}
        return aiohttp_jinja2.render_template(template, request, context, status=status)


async def _nothing(_request: web.Request) -> web.StreamResponse:
    raise NotHere


async def _to_the_list(_request: web.Request) -> web.StreamResponse:
    return web.Response(status=308, headers={**FOR_ALL, "Location": "ban-tin/"})


def _rendered(request: web.Request, page: Page, **more: object) -> str:
    up = "" if page.language == WRITTEN_IN else "../"
    context = {"page": page, "say": page.say, "up": up, **more}
    return aiohttp_jinja2.render_string(page.template, request, context)


def _told(
    request: web.Request, text: str, mime: str, changed: datetime | None = None
) -> web.StreamResponse:
    """A text, or that whoever asks has it already."""
    body = text.encode()
    answer = web.Response(body=body, content_type=mime, charset="utf-8")
    etag = hashlib.sha256(body).hexdigest()[:32]
    if _has_it(request, etag, changed):
        answer = web.Response(status=304)
    answer.etag = etag
    answer.last_modified = changed
    return answer


def _has_it(request: web.Request, etag: str, changed: datetime | None) -> bool:
    """An ETag is surer than a date, and only that is asked when both are given."""
    if request.if_none_match is not None:
        return any(one.value in (etag, "*") for one in request.if_none_match)
    since = request.if_modified_since
    return bool(since and changed and changed.replace(microsecond=0) <= since)
