"""Builds every part by hand and joins them: the only file that knows all."""

import asyncio
import gc
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from audio.pruning import prune
from bot import backups, documents, entrances, voices
from bot.ahead import Ahead
from bot.clock import Clock, clock_of, utc_now
from bot.delivery import Courier
from bot.doors import Door, Incoming
from bot.entrances import Way
from bot.figures import Figures
from bot.gallery import Gallery, NotMade, sound_of
from bot.links import Links
from bot.living import Living
from bot.locks import Locks
from bot.loudspeaker import Loudspeaker
from bot.makers import every_maker
from bot.nursery import Nursery
from bot.pacer import Pacers
from bot.pages import Pages
from bot.quota import Quota
from bot.reading_out import ReadingOut
from bot.receiving import Receiving
from bot.routing import Switches, unmarked
from bot.settings import Settings
from bot.showing import Showing
from bot.spreading import Spreader
from bot.switchboard import Switchboard
from bot.texts import LANGUAGES, Texts
from bot.understanding import Understanding
from handlers import lost
from handlers.claims import CLAIMS
from handlers.topics import TOPICS
from rules.messages import Media
from scheduler.clock import start_ticking
from scheduler.jobs import every_job
from scheduler.timetable import Timetable
from services import bulletins_pushing, mailings, quotas
from storage.engine import Database
from web.bulletins import PublicBulletins
from web.health import healthz, metrics, readyz
from web.listen import Listening
from web.server import Server

log = structlog.get_logger()
GRACE = 8.0  # seconds that what was begun gets at the end
READY = 5.0  # seconds in which the database must answer
LOOK_ANYWAY = 15.0  # seconds after which living screens are drawn anew in any case
DRAW_AGAIN = 2.0  # seconds to gather changes in; an edit counts as a message to that person


class App:
    """The parts of one running handbook. `doors` are opened by whoever runs it."""

    def __init__(self, settings: Settings, clock: Clock = utc_now) -> None:
        self.settings = settings
        self.clock = clock
        files = settings.files
        self.org = replace(
            voices.with_voice(settings.organisation()), sound_of=partial(sound_of, files)
        )
        self.database = Database(settings.database, self.org)
        self.texts = Texts(settings.pack, self.org.zone)
        self.nursery = Nursery()
        self.doors: dict[str, Door] = {}
        self.changed = asyncio.Event()
        makers = every_maker(settings, self.texts, files, clock)
        self.gallery = Gallery(self.database, files, makers, clock, voices.SAME_FOR_ALL)
        self.links = Links(settings, clock)
        self.switches = Switches((*TOPICS, lost.routes))
        self.pages = Pages(self.texts, self.switches)
        self.timetable = Timetable(
            self.database, every_job(self._back_up, self._record, self._prune)
        )
        self.figures = Figures(self.database)
        self.pacers = Pacers(self.database, settings.pace, settings.seconds_per_person)
        self.courier = Courier(
            self.database,
            self.doors,
            self.pages,
            self.gallery,
            clock,
            self.pacers,
            self.changed.set,
            mailings.goes_badly,
            settings.in_flight,
        )
        self.spreader = Spreader(self.database, self._was_spread)
        locks = Locks()
        showing = self._showing(locks)
        self.switchboard = self._switchboard(showing, locks)
        self.loudspeaker = self._loudspeaker()
        self.for_everybody = self._public()
        self.ahead = Ahead(self.database, self.for_everybody.prepare)
        self.living = Living(self.database, self.doors, self.switches, showing, clock, locks)

    def quota(self, messenger: str) -> Quota:
        """What a messenger carries a month by its plan."""
        monthly = self.settings.zalo_monthly
        return Quota(self.database, self.clock, messenger, monthly, quotas.tell)

    def _loudspeaker(self) -> Loudspeaker | None:
        folder = self.settings.loudspeaker_dir
        if folder is None:
            return None
        forms = self.links.forms
        return Loudspeaker(self.database, self.gallery, forms, self.texts, self.org, folder)

    def _public(self) -> PublicBulletins:
        async def sound(media: Media) -> Path | None:
            return await self.gallery.find(media, voices.WRITTEN_IN)

        async def make(media: Media) -> None:
            await self.gallery.get(media, voices.WRITTEN_IN)

        forms = self.links.forms
        return PublicBulletins(self.database, forms, sound, make, self.texts, self.org)

    def _showing(self, locks: Locks) -> Showing:
        return Showing(
            self.database,
            self.pages,
            self.gallery,
            self.clock,
            self.pacers,
            self.nursery,
            locks,
        )

    def _reading_out(self, showing: Showing) -> ReadingOut:
        return ReadingOut(self.database, self.texts, self.pages, self.gallery, self.clock, showing)

    def _switchboard(self, showing: Showing, locks: Locks) -> Switchboard:
        return Switchboard(
            self.database,
            self.switches,
            self.pages,
            Understanding(self.switches, self.texts, CLAIMS),
            showing,
            self._reading_out(showing),
            self.nursery,
            self.clock,
            Receiving(self.gallery, documents.read, self.links.forms),
            self._something_changed,
            locks,
        )

    def _something_changed(self) -> None:
        self.spreader.ring()
        self._was_spread()

    def _was_spread(self) -> None:
        self.courier.ring()
        self.changed.set()

    async def _record(self, bulletin_id: int, now: datetime) -> None:
        """A bulletin that is to go out can be heard, and passed its checks; else it does not."""
        async with self.database.transaction() as store:
            plan = await bulletins_pushing.to_record(store, bulletin_id)
        try:
            await self.gallery.get(plan.voice() if plan else None, voices.WRITTEN_IN)
        except NotMade as problem:
            async with self.database.transaction() as store:
                await bulletins_pushing.hold_back(store, bulletin_id, problem.why, now)
        except Exception as problem:  # its words go out all the same, its voice may later
            log.error("file not made", bulletin=bulletin_id, kind=type(problem).__name__)

    async def _back_up(self, now: datetime) -> None:
        await backups.back_up(self.settings, now)

    async def _prune(self, now: datetime) -> None:
        dropped = await asyncio.to_thread(prune, voices.spoken_before(self.settings.files), now)
        log.info("sound forgotten", files=dropped.files, size=dropped.size)

    async def tick(self) -> None:
        """Do what is due, let the courier look, and draw living screens anew."""
        if await self.timetable.tick(self.clock()):
            self._something_changed()
        # Beside the ticks: to make their files takes a while.
        if self.loudspeaker:
            self.nursery.start(self.loudspeaker.work(self.clock()), "loudspeaker")
        if self.org.bulletins_page:
            self.nursery.start(self.ahead.work(self.clock()), "for everybody")

    async def take(self, incoming: Incoming) -> None:
        """One thing that came in at one of our doors."""
        with self.figures.turns.time():
            await self.switchboard.take(unmarked(incoming), self.doors[incoming.messenger])

    async def ready(self) -> None:
        """Fails when no turn could be taken now."""
        async with asyncio.timeout(READY):
            await self.database.answer()

    async def count(self) -> None:
        """Bring the figures up to date."""
        now = self.clock()
        overdue = await self.timetable.overdue(now)
        await self.figures.refresh(now, self.pacers.pauses, self.timetable.skipped, overdue)

    async def end(self, seconds: float) -> None:
        """Begin no more; let what is being sent end, and the answers to turns that are committed:
        their updates do not come again. For at most so long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await asyncio.gather(self.courier.end(), self.nursery.settle("show"))

    async def close(self) -> None:
        """End every background task and give the database back."""
        await self.nursery.close()
        await self.database.close()

    def menu(self) -> Mapping[str, list[tuple[str, str]]]:
        """The messenger's own command menu, per language ("" is for everyone else)."""
        shown = ("home", "notices", "meetings", "polls", "bulletins", "record", "feedback", "help")
        named = {name: topic.topic for topic in TOPICS for name in topic.commands}
        per_language = {
            language: [
                (name, self.texts.say(f"{named[name]}.go_{name}", {}, language)) for name in shown
            ]
            for language in LANGUAGES
        }
        return {"": per_language["vi"], **per_language}


async def run(settings: Settings) -> None:
    """The real bot on a migrated database: open the doors, deliver and tick until cancelled."""
    app = App(settings, clock_of(settings))
    ways = entrances.ways(app)
    server = serve(app, ways)
    ticker: AsyncIOScheduler | None = None
    try:
        for way in ways:
            await way.door.open(app.menu())
            app.doors[way.door.name] = way.door
        app.nursery.start(app.courier.work(), "courier")
        app.nursery.start(app.spreader.work(), "spreader")
        ticker = start_ticking(app.tick, settings.tick_seconds)
        app.nursery.start(_keep_alive(app), "living screens")
        if settings.web_port:  # not before updates can be taken: until then the proxy asks others
            await server.open()
        gc.freeze()  # what stands by now stays: going through it again stops every turn for 0.1 s
        await asyncio.gather(*(way.let_in(app.take) for way in ways))
    finally:
        if ticker is not None:
            ticker.shutdown(wait=False)
        await server.close()
        await app.end(GRACE)
        await app.close()
        for way in ways:
            await way.door.close()


def serve(app: App, ways: Iterable[Way]) -> Server:
    """Our web server: the figures, the pages behind links, and the webhooks there are."""
    server = Server(app.settings.web_host, app.settings.web_port)
    server.get(
        {
            "/healthz": healthz,
            "/readyz": readyz(app.ready),
            "/metrics": metrics(app.figures.registry, app.count),
        }
    )
    if app.links.possible:
        server.get(_listening(app).routes())
    if app.org.bulletins_page:
        server.get(app.for_everybody.routes())
    for way in ways:
        way.serve(server, app.take)
    return server


def _listening(app: App) -> Listening:
    links, files = app.links, app.settings.files
    return Listening(app.database, files, links.forms, links.read, app.clock, app.texts)


async def _keep_alive(app: App) -> None:
    while True:
        with suppress(TimeoutError):  # a check-in code grows old even when nobody does anything
            async with asyncio.timeout(LOOK_ANYWAY):
                await app.changed.wait()
        app.changed.clear()
        try:
            await app.living.refresh()
        except Exception as problem:  # the books are away: the screens are drawn when they are back
            log.error("screens not drawn", kind=type(problem).__name__)
        await asyncio.sleep(DRAW_AGAIN)
