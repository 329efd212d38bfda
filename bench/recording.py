"""A bulletin recorded by a process of its own: python -m bench.recording HOW FOLDER ITEMS.

HOW is "studio", "changed" (the same with a sentence more in one item), "running" (both, one after
the other, as in a handbook that runs) or "plain": every sentence spoken, put one after the other,
and encoded at once, without mastering, chapters or checks. Prints how many seconds the recording
lasts; "running" also how many it took, anew and after the change.
"""

from __future__ import annotations

import asyncio
import itertools
import sys
import time
from datetime import date
from pathlib import Path

from audio.bulletin import BulletinPlan, compose
from audio.encode import RATE, encode_voice
from audio.engines import Speed
from audio.espeak import Espeak
from audio.items import split_text
from audio.mixing import join
from audio.studio import build_bulletin

SAMPLE = Path(__file__).parents[1] / "samples" / "chi-dao-thang-12.txt"
UNIT, MONTH, CONTACT = "Đảng ủy phường Hoa Sen", date(2026, 12, 1), "0234.555.0199"
CHANGED = 2  # the item that has a sentence more


def plan_of(count: int) -> BulletinPlan:
    """A bulletin of so many items: the sample's, and again, until there are enough."""
    sample = [(one.title, one.text) for one in split_text(SAMPLE.read_text("utf-8")).items]
    rounds = ([(f"{title}, lần {n}", text) for title, text in sample] for n in itertools.count(1))
    endless = itertools.chain.from_iterable(rounds)
    return BulletinPlan(UNIT, MONTH, [*itertools.islice(endless, count)], CONTACT)


def changed(plan: BulletinPlan) -> BulletinPlan:
    """The plan with a sentence more in one item."""
    items = [*plan.items]
    title, text = items[CHANGED]
    items[CHANGED] = (title, f"{text}\nXin cảm ơn.")
    return BulletinPlan(plan.unit, plan.month, items, plan.contact)


async def plain(plan: BulletinPlan, out: Path) -> float:
    """The plain way."""
    sentences = [one for chapter in compose(plan, "vi") for one in chapter.sentences]
    clips = await Espeak().speak([one.text for one in sentences], "vi", Speed.NORMAL)
    whole = join(clips, [one.pause for one in sentences])
    encode_voice(whole, out)
    return len(whole) / RATE


async def studio(plan: BulletinPlan, folder: Path, kept: str = "kept") -> float:
    """Our way; what was recorded before is kept in that folder of the folder."""
    made = await build_bulletin(plan, [Espeak()], folder / "studio.ogg", folder / kept)
    return made.seconds


async def timed(plan: BulletinPlan, folder: Path) -> float:
    """How many seconds our way takes, in a process that runs already."""
    begun = time.perf_counter()
    await studio(plan, folder, "running")
    return time.perf_counter() - begun


async def main(how: str, folder: Path, items: int) -> None:
    """The process's whole life."""
    plan = plan_of(items)
    match how:
        case "plain":
            print(await plain(plan, folder / "plain.ogg"))
        case "studio":
            print(await studio(plan, folder))
        case "changed":
            print(await studio(changed(plan), folder))
        case "running":
            anew = await timed(plan, folder)
            print(0.0, anew, await timed(changed(plan), folder))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
