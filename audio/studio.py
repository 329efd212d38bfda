"""The studio: a bulletin with its chapters, or a short screen text, as a voice file."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from audio.bulletin import BulletinPlan, SpokenChapter, compose
from audio.chapters import Chapters, Progress, Take, said_pauses
from audio.checking import BadRecording, Wanted, check_bulletin
from audio.durations import band_of, syllables_in
from audio.encode import QUICK, RATE, encode_voice
from audio.engines import Clip, Engine, Speed, allowed, first_able, speak_with_first
from audio.joining import join_parts
from audio.loudness import quick_master
from audio.mixing import join
from audio.report import Report, report_on
from audio.script import NO_READINGS, make_script, spell_unknown
from audio.sentences import split_sentences

SCREEN_PAUSE = 0.4


@dataclass(frozen=True, slots=True)
class ItemRecording:
    """One item inside the bulletin (`start`, `seconds`) and as a voice file of its own, which is
    the studio's: it is copied, not moved."""

    title: str
    start: float
    seconds: float
    path: Path


@dataclass(frozen=True, slots=True)
class Recording:
    """A finished voice file: OGG/Opus, mono; `engine` is the voice's name."""

    path: Path
    seconds: float
    engine: str
    items: tuple[ItemRecording, ...] = ()
    report: Report | None = None


class NothingToSay(ValueError):
    """The text holds no word."""


async def build_bulletin(
    plan: BulletinPlan,
    engines: Sequence[Engine],
    out: Path,
    cache: Path,
    language: str = "vi",
    speed: Speed = Speed.NORMAL,
    progress: Progress | None = None,
) -> Recording:
    """Record the bulletin to `out`, and listen to it before anybody else does.

    One voice speaks all of it: the first of `engines` that can. What was spoken before is taken
    from `cache`. Raises `GateClosed` before anything is spoken, `EngineFailed` when no engine can
    speak, `BadRecording` when something is wrong with it; then there is no file.
    """
    chapters = await asyncio.to_thread(compose, plan, language)
    may = allowed(engines, stays_inside=plan.stays_inside)
    voices = [Chapters(engine, cache, language, speed) for engine in may]
    voice, takes = await first_able(voices, lambda one: one.make_all(chapters, progress))
    report = await asyncio.to_thread(_join, plan, takes, voice, out)
    seconds = sum(take.seconds for take in takes)
    return Recording(out, seconds, voice.name, tuple(_items(takes)), report)


async def build_item(
    plan: BulletinPlan,
    number: int,
    engines: Sequence[Engine],
    cache: Path,
    language: str = "vi",
    speed: Speed = Speed.NORMAL,
) -> Recording:
    """One item (from 1) as it is in the bulletin, in the voice it was last heard in there.

    The file is the studio's: copy it. Raises what `build_bulletin` does.
    """
    chapters = await asyncio.to_thread(compose, plan, language)
    chapter = next(one for one in chapters if one.item == number)
    may = allowed(engines, stays_inside=plan.stays_inside)
    voices = [Chapters(engine, cache, language, speed) for engine in may]
    last_heard_first = sorted(voices, key=lambda one: one.used_at(chapter), reverse=True)
    voice, take = await first_able(last_heard_first, lambda one: one.make(chapter))
    return Recording(take.path, take.seconds, voice.name)


async def say(
    text: str,
    out: Path,
    engines: Sequence[Engine],
    language: str = "vi",
    speed: Speed = Speed.NORMAL,
    readings: Mapping[str, str] = NO_READINGS,
) -> Recording:
    """Record a short screen text to `out`, quickly.

    A screen must always be audible, so here the gate does not close: a token without a reading is
    spelled letter by letter, and an unknown word in small letters is left to the voice. Raises
    `NothingToSay` for a text without words, `EngineFailed` when no engine can speak.
    """
    script = make_script(text, readings, language)
    sentences = split_sentences("\n".join(spell_unknown(line) for line in script.lines))
    if not sentences:
        raise NothingToSay(text)
    spoken = await speak_with_first(engines, sentences, language, speed)
    return await asyncio.to_thread(_finish_screen, spoken.clips, spoken.engine, out)


def _finish_screen(clips: Sequence[Clip], engine: str, out: Path) -> Recording:
    loud = quick_master(join(clips, [SCREEN_PAUSE] * len(clips)))
    encode_voice(loud, out, effort=QUICK)
    return Recording(out, len(loud) / RATE, engine)


def _join(plan: BulletinPlan, takes: Sequence[Take], made_by: Chapters, out: Path) -> Report:
    """Put the chapters into one file; when something is wrong with it, there is none."""
    join_parts([take.part for take in takes], out)
    try:
        return _inspect(plan, takes, made_by, out)
    except BadRecording:
        out.unlink()
        raise


def _inspect(plan: BulletinPlan, takes: Sequence[Take], made_by: Chapters, out: Path) -> Report:
    """What is to be known of the file; raises `BadRecording`, and what was bad is not kept."""
    band = band_of(made_by.name, made_by.language, made_by.speed)
    known = {take.digest: take.figures for take in takes}
    found = check_bulletin(
        out, [_wanted(take.chapter, take.seconds) for take in takes], band, known
    )
    if not found.problems:
        return report_on(plan, takes, made_by)
    bad = {problem.chapter for problem in found.problems}
    for take in takes:
        if take.chapter.title in bad:
            made_by.forget(take.chapter)
    raise BadRecording(found.problems)


def _wanted(chapter: SpokenChapter, seconds: int) -> Wanted:
    said = [sentence.text for sentence in chapter.sentences]
    return Wanted(chapter.title, seconds, syllables_in(said), len(said), said_pauses(chapter))


def _items(takes: Sequence[Take]) -> Iterator[ItemRecording]:
    starts = accumulate((take.seconds for take in takes), initial=0)
    for take, start in zip(takes, starts, strict=False):
        if take.chapter.item:
            yield ItemRecording(take.chapter.title, start, take.seconds, take.path)
