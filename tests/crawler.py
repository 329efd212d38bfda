"""Walks every screen that can be reached, as each role would, and leaves no trace in the books.

A path is a list of steps from home; each is run anew inside a transaction that is rolled back, so
even deeds that cannot be undone are walked through.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from bot.app import App
from bot.doors import Label, Page
from bot.pages import LISTEN
from bot.routing import Call, unpack
from bot.switchboard import run
from handlers.dialog import File, Screen, Turn
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
    page: Page
    route: Route
    back: Route | None

    @property
    def name(self) -> str:
        """How a failing test names it."""
        steps = [step.route[0] + (f" “{step.words}”" if step.words else "") for step in self.path]
        return f"{self.screen.key} ({' > '.join(steps)})"

    @property
    def labels(self) -> list[Label]:
        """Every button."""
        return [label for row in self.page.rows for label in row]


class _Undo(Exception):
    """Ends a walk and takes everything back."""


class Crawler:
    """One role's walk through an app."""

    def __init__(self, app: App, account_id: int, language: str = "vi") -> None:
        self._app = app
        self._account_id = account_id
        self._language = language

    async def walk(self, *fronts: Route) -> list[Stop]:
        """Every screen reachable from home and from those places."""
        waiting = deque((Step(front),) for front in fronts)
        seen: set[tuple[str, str]] = set()
        stops = []
        while waiting:
            path = waiting.popleft()
            stop = await self._visit(path)
            if stop is None or not self._is_new(stop, seen):
                continue
            stops.append(stop)
            if len(path) < LONGEST_PATH:
                waiting.extend((*path, step) for step in self._steps(stop))
        return stops

    def _is_new(self, stop: Stop, seen: set[tuple[str, str]]) -> bool:
        """A screen is known by its text key and its handler: not by every page of a list."""
        mark = (stop.screen.key, str(stop.route[0]))
        new = mark not in seen
        seen.add(mark)
        return new

    def _steps(self, stop: Stop) -> Iterator[Step]:
        for label in stop.labels:
            if label.data != LISTEN:
                yield Step(tuple(unpack(label.data)))
        if stop.screen.asks:
            route = self._app.switches.route(stop.screen.asks)
            yield from (Step(route, words) for words in WORDS)

    async def _visit(self, path: tuple[Step, ...]) -> Stop | None:
        found = None
        try:
            async with self._app.database.transaction() as store:
                for step in path:
                    found = await self._take(store, path, step)
                raise _Undo
        except _Undo:
            return found

    async def _take(self, store: Store, path: tuple[Step, ...], step: Step) -> Stop | None:
        call = self._app.switches.find(step.route)
        assert call is not None, f"{step.route} is a button without a handler"
        screen = await run(call, await self._turn(store, step))
        return self._stop(path, screen, call)

    async def _turn(self, store: Store, step: Step) -> Turn:
        now = self._app.clock()
        account = await accounts.get(store, self._account_id)
        assert account is not None
        member = await members.person(store, account.member_id or 0, store.org.today(now))
        file = File("voice", None) if step.words == "" else None
        return Turn(store, now, account, member, step.words or "", file)

    def _stop(self, path: tuple[Step, ...], screen: Screen, call: Call) -> Stop:
        page = self._app.pages.of_screen(screen, call.route, self._language, None)
        back = self._app.pages.back_route(screen, call.route)
        return Stop(path, screen, page, call.route, back)
