"""`sotay import`: shows what a member list would change, asks, and writes all of it or nothing."""

import asyncio
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import Progress

from bot.books import opened, ready
from bot.clock import clock_of
from bot.reporting import INDENT, INDENTED, report, sheets_left_out
from bot.settings import Settings
from bot.texts import Texts
from files.spreadsheets import Grid, read_grid
from rules.refusal import Refusal
from rules.roster import Roster, read_roster
from rules.words import Words, words
from services import roster, roster_writing
from services.roster import Plan
from storage.engine import Database
from storage.store import Store


@dataclass(frozen=True)
class Asked:
    """What was asked on the command line."""

    dry_run: bool = False
    yes: bool = False
    remove_missing: bool = False
    whole: bool = False
    sheet: str = ""
    unit: str = ""


async def import_roster(settings: Settings, file: Path, asked: Asked) -> None:
    """Show what a list would change; write all of it, or nothing."""
    if not file.is_file():  # noqa: ASYNC240 - one look before any other work
        raise Refusal("commands.no_file", name=file.name)
    await ready(settings)
    async with opened(settings) as database:
        await Import(settings, asked).run(database, file)


class Import:
    """One run of the command."""

    def __init__(self, settings: Settings, asked: Asked) -> None:
        self._asked = asked
        self._language = settings.language
        self._texts = Texts(settings.pack, settings.organisation().zone)
        self._now = clock_of(settings)()
        self._out = Console(highlight=False, soft_wrap=True)

    async def run(self, database: Database, file: Path) -> None:
        """Preview, question, writing. Between the first and the last nobody is kept waiting."""
        today = database.org.today(self._now)
        grid, read = await asyncio.to_thread(self._read, file, today)
        async with database.transaction() as store:
            plan = await roster.plan(store, read, today, whole=self._asked.whole)
        self._show(grid, read, plan)
        if not self._goes_on(read, plan):
            return
        async with database.transaction() as store:
            again = await roster.plan(store, read, today, whole=self._asked.whole)
            if again != plan:
                raise Refusal("commands.books_changed")
            await self._write(store, read, plan)
        self._tell_written(plan)

    def _read(self, file: Path, today: date) -> tuple[Grid, Roster]:
        grid = read_grid(file)
        chosen = grid.only(self._asked.sheet) if self._asked.sheet else grid
        return grid, read_roster(chosen.rows, today, self._asked.unit)

    def _show(self, grid: Grid, read: Roster, plan: Plan) -> None:
        self._print(report(read, plan, removes=self._asked.remove_missing))
        known = {*read.sheets, *read.unread_sheets}
        others = [one for one in grid.sheets if one not in known]
        self._print(sheets_left_out(read.unread_sheets, grid.hidden, others))

    def _goes_on(self, read: Roster, plan: Plan) -> bool:
        """Whether there is something to write and whoever runs this wants it written."""
        if not self._asked.dry_run and not self._changes(plan) and read.lines:
            self._print([words("commands.nothing_new")])
            return False
        wanted = not self._asked.dry_run and self._changes(plan) and self._confirmed()
        if not wanted:
            self._print([words("commands.nothing_written")])
        return wanted

    def _changes(self, plan: Plan) -> bool:
        removed = self._asked.remove_missing and (plan.missing or plan.emptied)
        return bool(plan.new or plan.changed or removed)

    def _confirmed(self) -> bool:
        if self._asked.yes:
            return True
        if not sys.stdin.isatty():
            raise Refusal("commands.needs_yes")
        return typer.confirm(self._texts.say("commands.write_it", {}, self._language))

    async def _write(self, store: Store, read: Roster, plan: Plan) -> None:
        beside = Console(stderr=True)
        with Progress(transient=True, console=beside, disable=not beside.is_terminal) as bar:
            job = bar.add_task(plan.top, total=len(plan.new) + len(plan.known))
            await roster_writing.apply(
                store,
                plan,
                read.branch or plan.top,
                self._now,
                remove_missing=self._asked.remove_missing,
                progress=lambda: bar.advance(job),
            )

    def _tell_written(self, plan: Plan) -> None:
        counts = {"new": len(plan.new), "changed": len(plan.changed)}
        if self._asked.remove_missing:
            self._print([words("commands.written_removed", **counts, removed=len(plan.missing))])
        else:
            self._print([words("commands.written", **counts)])

    def _print(self, lines: Iterable[Words]) -> None:
        for line in lines:
            indent = INDENT if line.key in INDENTED else ""
            self._out.print(indent + self._texts.words(line, self._language), markup=False)
