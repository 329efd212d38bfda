"""The built-in voice: espeak-ng from its wheel, offline, always there.

It is the emergency voice: clear enough, not pleasant. The library is GPL-3 and not thread-safe, and
within one process it never says the same thing twice alike; so each job gets a fresh child process
that answers over a pipe, and the same job always gives the same bytes.
"""

import json
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

import espeakng_loader

from audio.child_sound import clips_of
from audio.children import ChildFailed, run_child
from audio.engines import Clip, EngineFailed, Speed

CHILD = str(Path(__file__).with_name("espeak_child.py"))
VOICES = {"vi": "vi+f2", "en": "en-us+f2"}
# Below 110 its Vietnamese sounds drawn out: slow is a little rest after each word instead.
RATES = {
    "vi": {Speed.SLOW: 110, Speed.NORMAL: 120, Speed.FAST: 140},
    "en": {Speed.SLOW: 120, Speed.NORMAL: 150, Speed.FAST: 175},
}
GAPS = {"vi": {Speed.SLOW: 2}}  # of ten milliseconds each at the usual rate
# The wider range keeps the tones of Vietnamese apart.
PITCH_RANGE = 80
SECONDS = 60.0


class Espeak:
    """The engine over espeakng-loader; `voices` names one of espeak-ng's for each language."""

    name = "espeak-ng"
    is_local = True

    def __init__(self, voices: Mapping[str, str] = VOICES) -> None:
        self._voices = voices

    @property
    def version(self) -> str:
        return version("espeakng-loader")

    def voice(self, language: str, speed: Speed) -> str:
        rate, gap = RATES[language][speed], _gap(language, speed)
        rest = f" gap={gap}" if gap else ""
        return f"{self._voices[language]} rate={rate} range={PITCH_RANGE}{rest}"

    async def speak(self, sentences: Sequence[str], language: str, speed: Speed) -> list[Clip]:
        """Speak in a child process; raises `EngineFailed` when it dies or stays silent."""
        job = {
            "library": espeakng_loader.get_library_path(),
            "data": espeakng_loader.get_data_path(),
            "voice": self._voices[language],
            "rate": RATES[language][speed],
            "range": PITCH_RANGE,
            "gap": _gap(language, speed),
            "sentences": list(sentences),
        }
        try:
            answer = await run_child(["-I", "-S", CHILD], json.dumps(job).encode(), SECONDS)
        except (ChildFailed, TimeoutError) as failure:
            raise EngineFailed(self.name, str(failure) or "took too long") from failure
        return clips_of(answer, len(sentences), self.name)


def _gap(language: str, speed: Speed) -> int:
    return GAPS.get(language, {}).get(speed, 0)
