"""A bulletin recorded by a process of its own: python -m bench.recording HOW FOLDER SECONDS.

HOW is "studio", "changed" (the same with a sentence more in one item) or "plain": every sentence
spoken, put one after the other, and encoded at once, without mastering, chapters or checks. Prints
how many seconds the recording lasts.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from datetime import date
from itertools import count
from pathlib import Path

from audio.bulletin import BulletinPlan, SpokenChapter, compose
from audio.durations import band_of, syllables_in
from audio.encode import RATE, encode_voice
from audio.engines import Speed
from audio.espeak import Espeak
from audio.items import split_text
from audio.mixing import join
from audio.studio import build_bulletin

SAMPLE = Path(__file__).parents[1] / "samples" / "chi-dao-thang-12.txt"
UNIT, MONTH, CONTACT = "Đảng ủy phường Hoa Sen", date(2026, 12, 1), "0234.555.0199"
CHANGED = 2  # the item that has a sentence more


def plan_of(seconds: float) -> BulletinPlan:
    """A bulletin of the sample's items, and of them again, that lasts so long."""
    sample = [(one.title, one.text) for one in split_text(SAMPLE.read_text("utf-8")).items]
    rounds = ([(f"{title}, lần {n}", text) for title, text in sample] for n in count(1))
    endless = (item for round_ in rounds for item in round_)
    items = [next(endless)]
    while _lasts(compose(plan := BulletinPlan(UNIT, MONTH, items, CONTACT), "vi")) < seconds:
        items = [*items, next(endless)]
    return plan


def _lasts(chapters: Sequence[SpokenChapter]) -> float:
    sentences = [one for chapter in chapters for one in chapter.sentences]
    band = band_of(Espeak.name, "vi", Speed.NORMAL)
    spoken = band.syllable * syllables_in([one.text for one in sentences])
    return spoken + sum(one.pause + band.sentence for one in sentences) + len(chapters)


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


async def main(how: str, folder: Path, seconds: float) -> None:
    """The process's whole life."""
    plan, out = plan_of(seconds), folder / f"{how}.ogg"
    if how == "plain":
        lasts = await plain(plan, out)
    else:
        plan = changed(plan) if how == "changed" else plan
        lasts = (await build_bulletin(plan, [Espeak()], out, folder / "kept")).seconds
    print(lasts)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])))
