"""The voice of Google Translate, for text that may leave the house.

gTTS builds the requests; sending them is ours, because its own sender checks no certificate, waits
for ever, accepts an empty answer and never tries again. The service is unofficial and promises
nothing: every answer is doubted, and after a refusal it is left alone for an hour.
"""

import asyncio
import ssl
from collections.abc import Sequence
from importlib.metadata import version

import aiohttp
import numpy as np
from gtts import gTTS

from audio.breaker import Breaker
from audio.encode import RATE
from audio.engines import Clip, EngineFailed, Speed, check_sayable
from audio.google_sender import ENGINE, IN_FLIGHT, Sender
from audio.mixing import silence, trimmed
from audio.patience import Patience
from audio.sentences import sayable_pieces

PATH = "/_/TranslateWebserverUi/data/batchexecute"
LONGEST_PIECE = 100
BETWEEN_PIECES = 0.2


class Google:
    """The engine over gTTS; `base_url` may be another of Google's hosts.

    Certificates are checked against `trusted`, by default what the system trusts. It knows two
    speeds: fast is asked for as normal.
    """

    name = ENGINE
    is_local = False

    def __init__(
        self,
        base_url: str = "https://translate.google.com",
        patience: Patience | None = None,
        breaker: Breaker | None = None,
        trusted: ssl.SSLContext | None = None,
    ) -> None:
        self._url = base_url.rstrip("/") + PATH
        self._patience = patience or Patience()
        self._breaker = breaker or Breaker()
        self._trusted = trusted or ssl.create_default_context()

    @property
    def version(self) -> str:
        return version("gTTS")

    def voice(self, language: str, speed: Speed) -> str:
        return f"{language} {'slow' if speed is Speed.SLOW else 'normal'}"

    async def speak(self, sentences: Sequence[str], language: str, speed: Speed) -> list[Clip]:
        """Speak all sentences or raise `EngineFailed` at the first that is lost."""
        check_sayable(sentences, self.name)
        if self._breaker.remaining:
            raise EngineFailed(self.name, "resting after a refusal")
        async with self._session() as session:
            sender = Sender(session, self._url, self._patience, self._breaker)
            jobs = [_sentence(sender, text, language, speed) for text in sentences]
            try:
                async with asyncio.TaskGroup() as group:
                    tasks = [group.create_task(job) for job in jobs]
            except ExceptionGroup as group_failed:
                raise _first_failure(group_failed) from group_failed
        return [task.result() for task in tasks]

    def _session(self) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=IN_FLIGHT, ssl=self._trusted),
            timeout=aiohttp.ClientTimeout(total=self._patience.timeout),
            headers=gTTS.GOOGLE_TTS_HEADERS,
            trust_env=True,
        )


async def _sentence(sender: Sender, text: str, language: str, speed: Speed) -> Clip:
    """One sentence, in as many pieces as the service needs."""
    parts = []
    for piece in sayable_pieces(text, LONGEST_PIECE):
        clip = await sender.fetch(_body(piece, language, speed), piece)
        parts += [trimmed(clip.samples), silence(BETWEEN_PIECES)]
    return Clip(np.concatenate(parts[:-1]), RATE)


def _body(piece: str, language: str, speed: Speed) -> str:
    """gTTS's request for one piece, its own cutting and rewriting of the text switched off."""
    request = gTTS(
        piece,
        lang=language,
        slow=speed is Speed.SLOW,
        lang_check=False,
        pre_processor_funcs=[],
        tokenizer_func=lambda text: [text],
    )
    (body,) = request.get_bodies()
    return str(body)


def _first_failure(group: BaseExceptionGroup[BaseException]) -> BaseException:
    first = group.exceptions[0]
    return _first_failure(first) if isinstance(first, BaseExceptionGroup) else first
