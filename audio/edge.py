"""The voice of Microsoft Edge, for text that may leave the house: the extra "edge".

edge-tts (LGPL-3, imported only here and only if it is installed) speaks the browser's own protocol.
The service is unofficial and promises nothing: it refuses several jobs at once, so one is asked for
after the other; a stalled socket outlasts the library's own timeout, so ours is around all of it.
"""

import asyncio
import json
from collections.abc import Mapping, Sequence
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

import aiohttp

from audio.breaker import Breaker
from audio.doubting import BadAnswer, believed
from audio.engines import Clip, EngineFailed, Speed, check_sayable
from audio.patience import Patience, Trouble, asked

if TYPE_CHECKING:
    from edge_tts import Communicate

ENGINE = "edge"
VOICES = {"vi": "vi-VN-HoaiMyNeural", "en": "en-US-AriaNeural"}
# Its own pace is a newsreader's.
RATES = {Speed.SLOW: "-28%", Speed.NORMAL: "-10%", Speed.FAST: "+5%"}
LARGEST_ANSWER = 4 * 1024 * 1024
FORBIDDEN, TOO_MANY = 403, 429


class Edge:
    """The engine over edge-tts; `voices` names one of the service's for each language."""

    name = ENGINE
    is_local = False

    def __init__(
        self,
        patience: Patience | None = None,
        breaker: Breaker | None = None,
        voices: Mapping[str, str] = VOICES,
    ) -> None:
        self._patience = patience or Patience()
        self._breaker = breaker or Breaker()
        self._voices = voices
        self._turn = asyncio.Lock()

    @property
    def version(self) -> str:
        return version("edge-tts")

    def voice(self, language: str, speed: Speed) -> str:
        return f"{self._voices[language]} rate={RATES[speed]}"

    async def speak(self, sentences: Sequence[str], language: str, speed: Speed) -> list[Clip]:
        """Speak all sentences, one after the other, or raise `EngineFailed` at the first that is
        lost."""
        check_sayable(sentences, self.name)
        async with self._turn:
            if self._breaker.remaining:
                raise EngineFailed(self.name, "resting after a refusal")
            return [await self._sentence(text, language, speed) for text in sentences]

    async def _sentence(self, text: str, language: str, speed: Speed) -> Clip:
        ask = partial(self._ask, text, self._voices[language], RATES[speed])
        return await asked(ask, self._patience, self._breaker, self.name)

    async def _ask(self, text: str, voice: str, rate: str) -> Clip:
        from edge_tts import Communicate
        from edge_tts.exceptions import EdgeTTSException, SkewAdjustmentError

        failure = self._patience.rest_after_failure
        try:
            async with asyncio.timeout(self._patience.timeout):
                sound = await _received(Communicate(text, voice, rate=rate))
            clip = await asyncio.to_thread(believed, sound, text)
        except aiohttp.ClientResponseError as refused:
            raise self._refused(refused.status) from refused
        except SkewAdjustmentError as refused:
            raise self._refused(FORBIDDEN) from refused
        except BadAnswer as bad:
            raise Trouble(str(bad), failure) from bad
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Trouble(f"no answer: {str(error) or 'too slow'}", failure) from error
        # What the service sends is taken apart by the library, which fails in its own ways.
        except (EdgeTTSException, json.JSONDecodeError, LookupError, ValueError) as strange:
            raise Trouble(f"a strange answer: {type(strange).__name__}", failure) from strange
        await asyncio.sleep(self._patience.spacing)
        return clip

    def _refused(self, status: int) -> Trouble:
        """What a refusal means. After a 403 the library has set its clock and asked once more."""
        refusal = status in (FORBIDDEN, TOO_MANY)
        rest = self._patience.rest_after_refusal if refusal else self._patience.rest_after_failure
        return Trouble(f"status {status}", rest, final=status == FORBIDDEN)


async def _received(request: "Communicate") -> bytes:
    """All the sound of one request; an endless one is refused, and one that ended early: only at
    the end of a turn the library clears its count, and says nothing when the socket just closes."""
    sound = bytearray()
    async for part in request.stream():
        if part["type"] == "audio":
            sound += part["data"]
            if len(sound) > LARGEST_ANSWER:
                raise BadAnswer("an endless answer")
    if request.state["chunk_audio_bytes"]:
        raise BadAnswer("the answer was cut")
    return bytes(sound)
