"""One scenario over and over, each time with its N-th touch of the world failing.

    make faults [MOST=40] [ONLY=vote] [DATABASE=postgresql+asyncpg://...]

For every way to fail (the process ends; the books or the disk refuse; the messenger refuses, breaks
off or stays silent) and for every N until a run has none left, the scenario is run on real books
against the real simulator. People go on as people would, the process is ended and another begins,
and the story is carried to its end. Then the promises are checked: what a person was told is in the
books, nothing is there twice, no official message comes twice, nothing is half done. `MOST` runs at
most so many of each kind, spread evenly; 0 runs all. The last line says it in figures.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import structlog
from rich.console import Console
from rich.progress import Progress

from bot import attempts, showing
from storage.migrate import migrate
from tests.harness.points import MODES, Crash, Fault, Points, files_pass
from tests.harness.scenarios import SCENARIOS, Scenario
from tests.harness.shaken import Shaken, Stuck, empty
from tests.spoken import Sounds

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # a Monday, nine in the morning in Huế


@dataclass
class Verdict:
    """What was found in the end."""

    scenarios: int = 0
    faults: int = 0
    broken: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.scenarios} scenarios · {self.faults} faults · "
            f"{len(self.broken)} broken promises"
        )


class Runner:
    """Runs scenarios on fresh books, each time with one fault."""

    def __init__(
        self,
        folder: Path,
        url: str = "",
        most: int = 0,
        bar: Progress | None = None,
        sounds: Sounds | None = None,
    ) -> None:
        self._folder = folder
        self._sounds = sounds
        self._url = url
        self._most = most
        self._bar = bar
        self._empty = folder / "empty.db"

    async def run(self, scenarios: Sequence[type[Scenario]]) -> Verdict:
        """Every scenario with every fault."""
        await self.begin()
        verdict = Verdict()
        for scenario in scenarios:
            await self._all_of(scenario, verdict)
            verdict.scenarios += 1
        return verdict

    async def begin(self) -> None:
        """Make the empty books every run begins with."""
        await migrate(self._url or f"sqlite+aiosqlite:///{self._empty}")

    async def _all_of(self, scenario: type[Scenario], verdict: Verdict) -> None:
        points = Points()
        verdict.broken += await self.once(scenario, points)
        plan = [(mode, self._chosen(points.of(mode))) for mode in MODES]
        task = self._begin(scenario.name, sum(len(numbers) for _, numbers in plan))
        for mode, numbers in plan:
            for number in self._beyond(numbers):
                points = Points(Fault(mode, number))
                broken = await self.once(scenario, points)
                if not points.happened:
                    break  # a run that has none left
                verdict.faults += 1
                verdict.broken += broken
                self._advance(task)

    def _chosen(self, count: int) -> Sequence[int]:
        """Which of so many: all, or the first, the last and some between."""
        every = range(1, count + 1)
        if not self._most or count <= self._most:
            return every
        if self._most == 1:
            return (count // 2,)
        return sorted({1 + round(n * (count - 1) / (self._most - 1)) for n in range(self._most)})

    def _beyond(self, numbers: Sequence[int]) -> Iterator[int]:
        """Those, and when none was left out all that follow: a fault makes runs longer."""
        yield from numbers
        if not self._most or len(numbers) < self._most:
            yield from range(len(numbers) + 1, sys.maxsize)

    async def once(self, scenario: type[Scenario], points: Points) -> list[str]:
        """One run with its fault, the process after it, and what is broken then."""
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            town = await self._town(Path(folder), points)
            async with town:
                story = scenario(town)
                await story.prepare()
                with files_pass(lambda: town.life):
                    broken = await _spoiled(story, points)
        name = f"{scenario.name}, {points.fault} ({points.happened})"
        return [f"{name}: {one}" for one in broken]

    async def _town(self, folder: Path, points: Points) -> Shaken:
        if self._url:
            await empty(self._url)
        else:
            await asyncio.to_thread(shutil.copy, self._empty, folder / "sotay.db")
        return Shaken(folder, NOW, points, self._url, self._sounds)

    def _begin(self, name: str, total: int) -> int | None:
        return self._bar.add_task(name, total=total) if self._bar else None

    def _advance(self, task: int | None) -> None:
        if self._bar is not None and task is not None:
            self._bar.advance(task)


async def _spoiled(story: Scenario, points: Points) -> list[str]:
    """The story with its fault; then another process takes it to its end."""
    broken = []
    points.armed = True
    try:
        with suppress(Crash):
            await story.deed()
        points.armed = False
        await story.town.restarts()
        broken += await story.broken()
        await story.deed()
        await story.town.rests()
        broken += await story.broken()
        broken += await story.unfinished()
    except Stuck as stuck:
        broken.append(str(stuck))
    finally:
        points.armed = False
    return broken


def hurry() -> None:
    """Without the pauses a person would not mind, and without what is told of every failure."""
    attempts.PAUSES = (0, 0, 0, 0)
    showing.LONGEST_PAUSE = 0
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    logging.disable(logging.ERROR)


def main() -> None:
    """The command line; exit 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=40, help="of each kind; 0: all")
    parser.add_argument("--only", default="", help="the scenario whose name begins so")
    parser.add_argument("--database", default="", help="an empty PostgreSQL; SQLite when not given")
    asked = parser.parse_args()
    chosen = [one for one in SCENARIOS if one.name.startswith(asked.only)]
    hurry()
    with (
        tempfile.TemporaryDirectory() as folder,
        Progress(console=Console(stderr=True)) as bar,
    ):
        runner = Runner(Path(folder), asked.database, asked.most, bar)
        verdict = asyncio.run(runner.run(chosen))
    for broken in verdict.broken:
        print(broken)
    print(verdict)
    sys.exit(bool(verdict.broken))


if __name__ == "__main__":
    main()
