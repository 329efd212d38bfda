"""The studio: a bulletin with its chapters, or a short screen text, as a voice file."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path

import numpy as np

from audio.bulletin import CHAPTER_PAUSE, BulletinPlan, SpokenChapter, compose
from audio.cache import CachedEngine
from audio.encode import QUICK, RATE, Chapter, encode_voice
from audio.engines import Clip, Engine, Samples, Speed, speak_with_first
from audio.loudness import loudness, master, quick_master
from audio.mixing import chime, join, silence, to_whole_seconds
from audio.script import NO_READINGS, make_script, spell_unknown
from audio.sentences import split_sentences

AFTER_CHIME = 0.5
SCREEN_PAUSE = 0.4


@dataclass(frozen=True, slots=True)
class ItemRecording:
    """One item inside the bulletin (`start`, `seconds`) and as a voice file of its own."""

    title: str
    start: float
    seconds: float
    path: Path


@dataclass(frozen=True, slots=True)
class Recording:
    """A finished voice file: OGG/Opus, mono; `loudness` in LUFS, `engine` is the voice's name."""

    path: Path
    seconds: float
    engine: str
    loudness: float
    items: tuple[ItemRecording, ...] = ()


class NothingToSay(ValueError):
    """The text holds no word."""


@dataclass(frozen=True, slots=True)
class _Take:
    """A chapter as it will be heard, whole seconds long."""

    chapter: SpokenChapter
    samples: Samples
    start: int


async def build_bulletin(
    plan: BulletinPlan,
    engines: Sequence[Engine],
    out: Path,
    cache: Path,
    language: str = "vi",
    speed: Speed = Speed.NORMAL,
) -> Recording:
    """Record the bulletin to `out`, and each item beside it as "<stem>-01.ogg" and so on.

    One voice speaks all of it: the first of `engines` that can. Sentences are kept in `cache`.
    Raises `GateClosed` before anything is spoken, `EngineFailed` when no engine can speak.
    """
    chapters = compose(plan, language)
    sentences = [sentence.text for chapter in chapters for sentence in chapter.sentences]
    kept = [CachedEngine(engine, cache) for engine in engines]
    spoken = await speak_with_first(kept, sentences, language, speed)
    return await _produce(chapters, spoken.clips, spoken.engine, out)


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
    return Recording(out, len(loud) / RATE, engine, loudness(loud))


async def _produce(
    chapters: Sequence[SpokenChapter], clips: Sequence[Clip], engine: str, out: Path
) -> Recording:
    """Each chapter in a thread of its own: PyAV's work is done outside the interpreter's lock."""
    remaining = iter(clips)
    own = [list(islice(remaining, len(chapter.sentences))) for chapter in chapters]
    sounds = await asyncio.gather(
        *(asyncio.to_thread(_record, *pair) for pair in zip(chapters, own, strict=True))
    )
    starts = accumulate((len(sound) // RATE for sound in sounds), initial=0)
    takes = [_Take(*parts) for parts in zip(chapters, sounds, starts, strict=False)]
    marks = [Chapter(take.chapter.title, take.start) for take in takes]
    whole = np.concatenate(sounds)
    loud, _, items = await asyncio.gather(
        asyncio.to_thread(loudness, whole),
        asyncio.to_thread(encode_voice, whole, out, marks),
        asyncio.to_thread(_record_items, takes, out),
    )
    return Recording(out, len(whole) / RATE, engine, loud, items)


def _record(chapter: SpokenChapter, clips: Sequence[Clip]) -> Samples:
    """A chapter as it will be heard: mastered, the first after a chime, whole seconds long."""
    speech = master(join(clips, [sentence.pause for sentence in chapter.sentences]))
    lead = [chime(), silence(AFTER_CHIME)] if chapter.opens else []
    return to_whole_seconds(np.concatenate([*lead, speech, silence(_rest(chapter))]))


def _rest(chapter: SpokenChapter) -> float:
    """What the last sentence's own pause lacks to the pause between chapters."""
    return max(0.0, CHAPTER_PAUSE - chapter.sentences[-1].pause)


def _record_items(takes: Sequence[_Take], out: Path) -> tuple[ItemRecording, ...]:
    return tuple(_record_item(take, out) for take in takes if take.chapter.item)


def _record_item(take: _Take, out: Path) -> ItemRecording:
    path = out.with_name(f"{out.stem}-{take.chapter.item:02}{out.suffix}")
    encode_voice(take.samples, path)
    return ItemRecording(take.chapter.title, take.start, len(take.samples) / RATE, path)
