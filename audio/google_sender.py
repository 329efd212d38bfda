"""Sending to a service that refuses easily: slowly, patiently, and not for ever."""

import asyncio
import random
from dataclasses import dataclass

import aiohttp

from audio.breaker import Breaker
from audio.engines import Clip, EngineFailed
from audio.google_answers import BadAnswer, TurnedAway, read_answer

ENGINE = "gtts"
IN_FLIGHT = 2
LARGEST_ANSWER = 4 * 1024 * 1024
TOO_MANY = 429
SERVER_FAILED = 500


@dataclass(frozen=True, slots=True)
class Patience:
    """How often to try, and how long to wait, in seconds."""

    attempts: int = 3
    first_delay: float = 1.0
    longest_delay: float = 30.0
    spacing: float = 0.5
    timeout: float = 15.0
    rest_after_refusal: float = 3600.0
    rest_after_failure: float = 300.0


class _Trouble(Exception):
    """One try failed. `wait` is what the server asked for, `rest` the pause after giving up."""

    def __init__(self, reason: str, rest: float, *, wait: float = 0, final: bool = False) -> None:
        super().__init__(reason)
        self.rest = rest
        self.wait = wait
        self.final = final


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
        """The sound for `piece`; out of tries it trips the breaker and raises `EngineFailed`."""
        attempt = 0
        while True:
            try:
                return await self._ask(body, piece)
            except _Trouble as trouble:
                attempt += 1
                wait = max(trouble.wait, self._delay(attempt))
                hopeless = trouble.final or wait > self._patience.longest_delay
                if hopeless or attempt == self._patience.attempts:
                    self._breaker.trip(max(trouble.rest, trouble.wait))
                    raise EngineFailed(ENGINE, str(trouble)) from trouble
            await asyncio.sleep(wait)

    def _delay(self, attempt: int) -> float:
        # Unequal delays, so that pieces refused together do not come back together.
        return self._patience.first_delay * float(2 ** (attempt - 1)) * random.uniform(0.8, 1.2)

    async def _ask(self, body: str, piece: str) -> Clip:
        failure, refusal = self._patience.rest_after_failure, self._patience.rest_after_refusal
        async with self._turns:
            try:
                answer = await self._post(body)
                clip = await asyncio.to_thread(read_answer, answer, piece)
            except TurnedAway as page:
                raise _Trouble(str(page), refusal, final=True) from page
            except BadAnswer as bad:
                raise _Trouble(str(bad), failure) from bad
            except (aiohttp.ClientError, TimeoutError) as error:
                raise _Trouble(f"no answer: {str(error) or 'too slow'}", failure) from error
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

    def _refused(self, response: aiohttp.ClientResponse) -> _Trouble:
        reason = f"status {response.status}"
        if response.status == TOO_MANY:
            asked = response.headers.get("Retry-After", "")
            wait = float(asked) if asked.isdecimal() else 0.0
            return _Trouble(reason, self._patience.rest_after_refusal, wait=wait)
        final = response.status < SERVER_FAILED
        return _Trouble(reason, self._patience.rest_after_failure, final=final)
