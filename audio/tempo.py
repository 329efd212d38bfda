"""Playing a voice faster than it can speak, at the same pitch."""

import asyncio
from collections.abc import Sequence

from audio.encode import RATE, at_studio_rate
from audio.engines import Clip, Engine, Speed
from audio.loudness import filtered

FASTER = 1.15  # what the built-in voice does between normal and fast


class Quickened:
    """An engine whose fast is its normal is played faster; any other speaks as it is.

    It stands before the engine's cache: what was said at the normal speed is not asked for again.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

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
        return f"{own} tempo={FASTER}" if self._needed(language, speed) else own

    async def speak(self, sentences: Sequence[str], language: str, speed: Speed) -> list[Clip]:
        clips = await self._engine.speak(sentences, language, speed)
        if not self._needed(language, speed):
            return clips
        return await asyncio.to_thread(lambda: [faster(clip, FASTER) for clip in clips])

    def _needed(self, language: str, speed: Speed) -> bool:
        normal = self._engine.voice(language, Speed.NORMAL)
        return speed is Speed.FAST and self._engine.voice(language, speed) == normal


def faster(clip: Clip, times: float) -> Clip:
    """The clip in 1/`times` of its length, at 48 kHz."""
    return Clip(filtered(at_studio_rate(clip), [("atempo", str(times))]), RATE)
