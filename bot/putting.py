"""Bulletins into the loudspeaker's folder, from the command line: again, or to another folder."""

from datetime import date
from pathlib import Path

from rich.console import Console

from audio.forms import Forms
from bot.books import opened
from bot.clock import clock_of
from bot.gallery import Gallery
from bot.loudspeaker import Loudspeaker, NotPut, why_closed
from bot.settings import Settings
from bot.texts import Texts
from bot.voices import SAME_FOR_ALL
from rules.bulletins import month_words
from rules.refusal import Refusal
from rules.words import words
from services import bulletins_loudspeaker as outgoing

console = Console(highlight=False)


async def put_out(settings: Settings, folder: Path | None, month: str) -> None:
    """Put every bulletin that was sent there, or that month's; refused when one is not there
    after that."""
    folder = folder or settings.loudspeaker_dir
    if folder is None:
        raise Refusal("outlets.where")
    if wrong := why_closed(folder):
        raise Refusal(wrong)
    asked, clock = _month(month), clock_of(settings)
    texts = Texts(settings.pack, settings.organisation().zone)
    async with opened(settings) as database:
        gallery = Gallery(database, settings.files, {}, clock, SAME_FOR_ALL)
        org = settings.organisation()
        loudspeaker = Loudspeaker(database, gallery, Forms(), texts, org, folder)
        async with database.transaction() as store:
            found = await outgoing.sent(store, asked)
        if not found:
            raise Refusal("outlets.nothing_to_put")
        for one in found:
            try:
                names = await loudspeaker.put(one)
            except NotPut as no:
                values = {"month": month_words(one.month), "why": words(no.why)}
                raise Refusal("outlets.not_put", **values) from None
            if folder == settings.loudspeaker_dir:
                await loudspeaker.note(one, clock())
            console.print("\n".join(names), markup=False)


def _month(said: str) -> date | None:
    try:
        return date.fromisoformat(f"{said}-01") if said else None
    except ValueError:
        raise Refusal("outlets.which_month") from None
