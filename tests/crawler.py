"""Walks every screen that can be reached, as each role would, and leaves no trace in the books.

Every step is taken inside a savepoint and rolled back, so even deeds that cannot be undone are
walked through.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from bot.app import App
from bot.doors import Label, Page
from bot.pages import LISTEN
from bot.routing import Call, unpack
from bot.switchboard import run
from bot.texts import LANGUAGES
from handlers.dialog import File, Screen, Turn
from handlers.marks import Mark
from rules.messages import Route
from storage import accounts, members
from storage.store import Store

# What somebody might type at any question; each leads on from where it is understood.
WORDS = ("thứ Sáu 19h30", "Trần Thị Hoa", "Đường vào nhà văn hóa bị hỏng.", "")
LONGEST_PATH = 9


@dataclass(frozen=True)
class Step:
    """A press (`words` None) or an answer to the open question."""

    route: Route
    words: str | None = None


@dataclass(frozen=True)
class Stop:
    """A screen that was reached, with the path that leads there."""

    path: tuple[Step, ...]
    screen: Screen
    pages: dict[str, Page]
    route: Route
    back: Route | None

    @property
    def name(self) -> str:
        """How a failing test names it."""
        steps = [step.route[0] + (f" “{step.words}”" if step.words else "") for step in self.path]
        return f"{self.screen.key} ({' > '.join(steps)})"

    def labels(self, language: str = "vi") -> list[Label]:
        """Every button."""
        return [label for row in self.pages[language].rows for label in row]


class _Undo(Exception):
    """Ends a step and takes it back."""


class Crawler:
    """One role's walk through an app, in depth: every step is a savepoint that is rolled back."""

    def __init__(self, app: App, account_id: int) -> None:
        self._app = app
        self._account_id = account_id
        self._seen: set[tuple[str, str]] = set()
        self._stops: list[Stop] = []

    async def walk(self, *fronts: Route) -> list[Stop]:
        """Every screen reachable from those places."""
        with suppress(_Undo):
            async with self._app.database.transaction() as store:
                for front in fronts:
                    await self._try(store, (Step(front),))
                raise _Undo
        return self._stops

    async def taps(self, most: int, home: Route, *keyboard: Route) -> dict[str, int]:
        """The fewest taps to each screen within `most`, from home or by the big buttons."""
        fewest: dict[str, int] = {}
        with suppress(_Undo):
            async with self._app.database.transaction() as store:
                await self._tap(store, home, 0, most, fewest)
                for front in keyboard:
                    await self._tap(store, front, 1, most, fewest)
                raise _Undo
        return fewest

    async def _tap(
        self, store: Store, route: Route, taps: int, most: int, fewest: dict[str, int]
    ) -> None:
        with suppress(_Undo):
            async with store.savepoint():
                stop = await self._take(store, (Step(route),))
                fewest[stop.screen.key] = min(taps, fewest.get(stop.screen.key, most))
                for label in stop.labels() if taps < most else ():
                    if label.data != LISTEN:
                        await self._tap(store, tuple(unpack(label.data)), taps + 1, most, fewest)
                raise _Undo

    async def _try(self, store: Store, path: tuple[Step, ...]) -> None:
        """Take the last step of the path, go on from there, and take it all back."""
        with suppress(_Undo):
            async with store.savepoint():
                stop = await self._take(store, path)
                mark = (stop.screen.key, str(stop.route[0]))
                if mark not in self._seen:
                    self._seen.add(mark)
                    self._stops.append(stop)
                    for step in self._steps(stop):
                        await self._try(store, (*path, step))
                raise _Undo

    def _steps(self, stop: Stop) -> Iterator[Step]:
        if len(stop.path) >= LONGEST_PATH:
            return
        for label in stop.labels():
            if label.data != LISTEN:
                yield Step(tuple(unpack(label.data)))
        if stop.screen.asks:
            route = self._app.switches.route(stop.screen.asks)
            yield from (Step(route, words) for words in WORDS)

    async def _take(self, store: Store, path: tuple[Step, ...]) -> Stop:
        step = path[-1]
        turn = await self._turn(store, step)
        call = self._call(step.route, turn)
        screen = await run(call, turn)
        pages = {
            language: self._app.pages.of_screen(screen, call.route, language, None)
            for language in LANGUAGES
        }
        back = self._app.pages.back_route(screen, call.route)
        return Stop(path, screen, pages, call.route, back)

    def _call(self, route: Route, turn: Turn) -> Call:
        """The handler of a route; whoever has left reaches only what is open to strangers."""
        switches = self._app.switches
        stranger = turn.member is None and not switches.marked(route, Mark.STRANGERS)
        call = switches.find(("joining.welcome",) if stranger else route)
        assert call is not None, f"{route} is a button without a handler"
        return call

    async def _turn(self, store: Store, step: Step) -> Turn:
        now = self._app.clock()
        account = await accounts.get(store, self._account_id)
        assert account is not None
        member = await members.person(store, account.member_id or 0, store.org.today(now))
        file = File("voice", None, problem="lost.file_not_here") if step.words == "" else None
        return Turn(store, now, account, member, step.words or "", file)
