"""Directives to voice, from the command line."""

import asyncio
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.progress import Progress

from audio.bulletin import BulletinPlan, GateClosed
from audio.engines import EngineFailed
from audio.items import split_items
from bot.clock import utc_now
from bot.documents import open_document
from bot.engines import engines_of
from bot.scripting import given_readings
from bot.settings import Settings
from bot.texts import Texts
from bot.voices import fault_words
from rules.refusal import Refusal

console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)
SOUND = ".ogg"  # what is written, and so what it is called
MONTH = re.compile(r"tháng (\d{1,2})[/ năm]+(\d{4})")


async def speak(
    settings: Settings,
    files: list[Path],
    out: Path,
    readings: Path | None = None,
    *,
    stays_inside: bool = False,
) -> None:
    """One bulletin out of directives; nothing is written when a token needs a reading, or when no
    voice can read all of it. `readings`: a file of lines "UBKT = Ủy ban kiểm tra". `stays_inside`:
    no voice on the network is given a word."""
    from audio.checking import BadRecording  # they take a while, and a script needs no sound
    from audio.report import write_report
    from audio.studio import build_bulletin

    if out.suffix.lower() != SOUND:
        raise Refusal("commands.not_ogg", name=out.name, right=out.with_suffix(SOUND).name)
    if not out.parent.is_dir():
        raise Refusal("commands.no_folder", name=str(out.parent))
    directives = [split_items(await open_document(file)) for file in files]
    items = [(item.title, item.text) for directive in directives for item in directive.items]
    month = _month(" ".join(directive.title for directive in directives))
    texts = Texts(settings.pack, settings.organisation().zone)
    unit = texts.say("commands.bulletin_unit", {}, "vi")
    known = await asyncio.to_thread(given_readings, readings) if readings else {}
    plan = BulletinPlan(unit, month, items, readings=known, stays_inside=stays_inside)
    engines = engines_of(settings, stays_inside=stays_inside)
    with TemporaryDirectory() as folder, _bar(out.name) as told:
        at = Path(folder) / "bulletin.ogg"
        try:
            made = await build_bulletin(plan, engines, at, Path(folder), progress=told)
        except GateClosed as closed:
            tokens = ", ".join(flag.token for flag in closed.flagged)
            raise Refusal("commands.gate_closed", tokens=tokens) from None
        except EngineFailed as failed:
            raise Refusal("commands.no_voice", reasons=failed.reason) from None
        except BadRecording as bad:
            wrong = [fault_words(problem) for problem in bad.problems]
            raise Refusal("commands.bad_recording", problems=wrong) from None
        if made.report is not None:
            report = out.with_suffix(".json")
            await asyncio.to_thread(write_report, made.report, report, utc_now())
        await asyncio.to_thread(_put, made.path, out)
    values = {"name": str(out), "seconds": round(made.seconds), "voice": made.engine}
    console.print(texts.say("commands.spoken", values, settings.language), markup=False)


@contextmanager
def _bar(name: str) -> Iterator[Callable[[int, int], None]]:
    """A bar that grows item by item."""
    with Progress(console=errors, transient=True) as progress:
        bar = progress.add_task(name, total=None)
        yield lambda done, total: progress.update(bar, completed=done, total=total)


def _month(titles: str) -> date:
    """The month a directive is about; this month when its title names none."""
    found = MONTH.search(titles)
    if found and 1 <= int(found[1]) <= 12:
        return date(int(found[2]), int(found[1]), 1)
    return utc_now().date().replace(day=1)


def _put(made: Path, out: Path) -> None:
    """Beside the target first, then in its place: nobody ever finds half a file."""
    from audio.encode import written_whole

    with written_whole(out) as unfinished:
        copyfile(made, unfinished)
