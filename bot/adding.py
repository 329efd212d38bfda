"""Directives into the month's bulletin, from the command line."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from rich.console import Console

from audio.items import split_items
from bot.books import migrate_database, opened, units_called
from bot.clock import clock_of
from bot.documents import frame_of, open_document
from bot.settings import Settings
from bot.texts import Texts
from rules.bulletins import check_items, month_words
from rules.bulletins_twins import numbers
from rules.refusal import Refusal
from rules.units import LEADING, Unit
from rules.words import words
from services import bulletins
from services.bulletins import Added
from services.bulletins_desk import desk_of
from storage import bulletins as rows
from storage import units
from storage.migrate import stands
from storage.store import Store

console = Console(highlight=False)
Pairs = Sequence[tuple[str, str]]
Directive = tuple[Pairs, str, Pairs]  # the items in a file, its name, and what is not spoken


async def add(settings: Settings, files: Sequence[Path], unit: str, *, again: bool = False) -> None:
    """Every file's items into the bulletin of that unit, or of the only one that prepares one.

    All of the files or none, but for those that are there already, unless they are wanted `again`.
    They wait for an editor's approval like any directive.
    """
    if not await stands(settings.database):
        raise Refusal("commands.no_database")
    await migrate_database(settings)
    directives = [await _directive(file) for file in files]
    async with opened(settings) as database, database.transaction() as store:
        now = clock_of(settings)()
        desk = await _desk(store, unit, now)
        added = [
            await bulletins.add_for_office(store, desk, items, name, now, frame, again=again)
            for items, name, frame in directives
        ]
        due = added[-1].bulletin.leaves_at(store.org, now)
    for file, one in zip(files, added, strict=True):
        if one.twins:
            _say_it_is_there(file, one, settings)
    new = [one for one in added if not one.twins]
    if new:
        _say(new, due, settings)


async def _directive(file: Path) -> Directive:
    try:
        document = await open_document(file)
        directive = split_items(document)
        items = check_items([(item.title, item.text) for item in directive.items])
    except Refusal as no:
        reason = words(no.key, **no.values)
        raise Refusal("commands.bad_directive", name=file.name, reason=reason) from None
    return items, file.name, frame_of(document)


async def _desk(store: Store, name: str, now: datetime) -> Unit:
    """The unit whose bulletin takes it: the named one, or the one above that it writes for."""
    today = store.org.today(now)
    if not name:
        return _only(await rows.desks(store, today))
    named = await units_called(store, name)
    if not named:
        raise Refusal("commands.no_unit", name=name)
    desks = {await desk_of(store, one, now) for one in named}
    if len(desks) > 1:
        raise Refusal("commands.unit_twice", name=name)
    (desk,) = desks
    if not await units.holders(store, desk.id, LEADING, today):
        raise Refusal("commands.no_editor", name=desk.name)
    return desk


def _only(desks: Sequence[Unit]) -> Unit:
    if not desks:
        raise Refusal("commands.no_desk")
    if len(desks) > 1:
        raise Refusal("commands.several_desks", names=", ".join(one.name for one in desks))
    return desks[0]


def _say_it_is_there(file: Path, one: Added, settings: Settings) -> None:
    texts = Texts(settings.pack, settings.organisation().zone)
    values = {
        "name": file.name,
        "month": month_words(one.bulletin.month),
        "numbers": numbers(one.twins),
    }
    console.print(texts.say("commands.was_there", values, settings.language), markup=False)


def _say(added: Sequence[Added], due: datetime, settings: Settings) -> None:
    texts = Texts(settings.pack, settings.organisation().zone)
    bulletin = added[-1].bulletin
    values = {
        "count": sum(one.count for one in added),
        "month": month_words(bulletin.month),
        "unit": bulletin.unit_name,
        "due": due,
    }
    console.print(texts.say("commands.added", values, settings.language), markup=False)
    if any(one.lost for one in added):
        console.print(texts.say("commands.added_again", {}, settings.language), markup=False)
