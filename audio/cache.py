"""Sentences already spoken are kept, so that a changed word costs one sentence."""

import asyncio
import contextlib
import hashlib
import json
import os
import time
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from audio.engines import Clip, Engine, Speed
from audio.tempo import FASTER, faster, needs_haste

# Sentences are kept after every few, so that a failure late in a piece loses little.
BATCH = 16


class CachedEngine:
    """An engine that looks into a folder first; the key is all that makes a clip what it is.

    One without a fast speed is played faster: what it said at the normal one is not said anew.
    """

    def __init__(self, engine: Engine, folder: Path) -> None:
        self._engine = engine
        self._folder = folder

    @property
    def name(self) -> str:
        return self._engine.name

    @property
    def version(self) -> str:
        return self._engine.version

    @property
    def is_local(self) -> bool:
        return self._engine.is_local

    def voice(self, language: str, speed: Speed) -> str:
        own = self._engine.voice(language, speed)
        hastens = needs_haste(self._engine, language, speed)
        return f"{own} tempo={FASTER}" if hastens else own

    async def speak(self, sentences: Sequence[str], language: str, speed: Speed) -> list[Clip]:
        """Speak what was never spoken, keep it, and answer every sentence."""
        places = {sentence: self._place(sentence, language, speed) for sentence in sentences}
        clips = await asyncio.to_thread(_load_all, places)
        missing = [sentence for sentence, clip in clips.items() if clip is None]
        for start in range(0, len(missing), BATCH):
            batch = missing[start : start + BATCH]
            spoken = await self._engine.speak(batch, language, speed)
            for sentence, fresh in zip(batch, spoken, strict=True):
                await asyncio.to_thread(_keep, places[sentence], fresh)
                clips[sentence] = fresh
        all_of_it = [clip for sentence in sentences if (clip := clips[sentence]) is not None]
        if needs_haste(self._engine, language, speed):
            return await asyncio.to_thread(lambda: [faster(clip) for clip in all_of_it])
        return all_of_it

    def use(self, sentences: Sequence[str], language: str, speed: Speed) -> None:
        """Note that these are in use now, though nobody asks for their sound."""
        for sentence in sentences:
            use(self._place(sentence, language, speed))

    def forget(self, sentences: Sequence[str], language: str, speed: Speed) -> None:
        """Speak these anew the next time."""
        for sentence in sentences:
            self._place(sentence, language, speed).unlink(missing_ok=True)

    def _place(self, sentence: str, language: str, speed: Speed) -> Path:
        made_of = [sentence, self.name, self.version, self._engine.voice(language, speed)]
        key = hashlib.sha256(json.dumps(made_of).encode()).hexdigest()
        return self._folder / key[:2] / f"{key}.npz"


def _load_all(places: Mapping[str, Path]) -> dict[str, Clip | None]:
    return {sentence: _load(place) for sentence, place in places.items()}


def _load(place: Path) -> Clip | None:
    """A kept clip; a damaged one counts as missing."""
    try:
        with np.load(place) as kept:
            samples = kept["samples"].astype(np.float32) / 32768
            rate = int(kept["rate"])
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    use(place)
    return Clip(samples, rate) if len(samples) else None


def use(place: Path) -> None:
    """Note that a file is in use now, more exactly than the system does by itself."""
    now = time.time_ns()
    with contextlib.suppress(FileNotFoundError):
        os.utime(place, ns=(now, now))


def _keep(place: Path, clip: Clip) -> None:
    if not len(clip.samples):
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    pcm = np.clip(clip.samples * 32768, -32768, 32767).astype(np.int16)
    # Two builds may keep the same sentence at once: each writes its own file, the last rename wins.
    unfinished = place.with_suffix(f".{os.getpid()}.{id(clip)}.part")
    try:
        with unfinished.open("wb") as opened:
            np.savez(opened, samples=pcm, rate=clip.rate)
        unfinished.replace(place)
    finally:
        with contextlib.suppress(FileNotFoundError):
            unfinished.unlink()
