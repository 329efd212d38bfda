"""Sending to Google: slowly, two at a time, with certificates checked."""

import asyncio
from functools import partial

import aiohttp

from audio.breaker import Breaker
from audio.doubting import BadAnswer, TurnedAway
from audio.engines import Clip
from audio.google_answers import read_answer
from audio.patience import Patience, Trouble, asked

ENGINE = "gtts"
IN_FLIGHT = 2
LARGEST_ANSWER = 4 * 1024 * 1024
TOO_MANY = 429
SERVER_FAILED = 500


class Sender:
    """Posts request bodies over one session, two at a time."""

    def __init__(
        self, session: aiohttp.ClientSession, url: str, patience: Patience, breaker: Breaker
    ) -> None:
        self._session = session
        self._url = url
        self._patience = patience
        self._breaker = breaker
        self._turns = asyncio.Semaphore(IN_FLIGHT)

    async def fetch(self, body: str, piece: str) -> Clip:
        """The sound for `piece`; out of tries it trips the breaker and raises `EngineFailed`.

        Whoever was refused waits in its own turn: others would only be refused too.
        """
        async with self._turns:
            ask = partial(self._ask, body, piece)
            return await asked(ask, self._patience, self._breaker, ENGINE)

    async def _ask(self, body: str, piece: str) -> Clip:
        failure, refusal = self._patience.rest_after_failure, self._patience.rest_after_refusal
        try:
            answer = await self._post(body)
            clip = await asyncio.to_thread(read_answer, answer, piece)
        except TurnedAway as page:
            raise Trouble(str(page), refusal, final=True) from page
        except BadAnswer as bad:
            raise Trouble(str(bad), failure) from bad
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Trouble(f"no answer: {str(error) or 'too slow'}", failure) from error
        await asyncio.sleep(self._patience.spacing)
        return clip

    async def _post(self, body: str) -> str:
        async with self._session.post(self._url, data=body) as response:
            if response.status != 200:
                raise self._refused(response)
            answer = bytearray()
            async for part in response.content.iter_chunked(64 * 1024):
                answer += part
                if len(answer) > LARGEST_ANSWER:
                    raise BadAnswer("an endless answer")
        return answer.decode(errors="replace")

    def _refused(self, response: aiohttp.ClientResponse) -> Trouble:
        reason = f"status {response.status}"
        if response.status == TOO_MANY:
            wanted = response.headers.get("Retry-After", "")
            wait = float(wanted) if wanted.isdecimal() else 0.0
            return Trouble(reason, self._patience.rest_after_refusal, wait=wait)
        final = response.status < SERVER_FAILED
        return Trouble(reason, self._patience.rest_after_failure, final=final)
