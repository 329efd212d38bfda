"""python-telegram-bot's network layer over aiohttp, which keeps its pace under many at once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

JSON = {"Content-Type": "application/json"}


class NotConnected(NetworkError):
    """No connection was made, so certainly nothing was sent."""


class AiohttpRequest(BaseRequest):
    """One pool of connections. Timeouts and failures come out as python-telegram-bot's errors."""

    def __init__(self, pool: int, read_timeout: float = 15.0) -> None:
        self._pool = pool
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._pool),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=True,
            )

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """An answer. NetworkError when it does not say what came of the call: it may have been
        done, which no other error says."""
        try:
            answer = json.loads(payload)
        except ValueError:
            raise NetworkError("no answer of a bot server") from None
        if not isinstance(answer, dict) or _says_nothing(answer):
            raise NetworkError("an answer that says nothing")
        return answer

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call; status and body."""
        if self._session is None:
            await self.initialize()
        assert self._session is not None
        read = self._read_timeout if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=5, sock_read=read)
        content, headers = _body(request_data)
        try:
            async with self._session.request(
                method, url, data=content, headers=headers, timeout=timeout
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as problem:
            raise NotConnected(type(problem).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientError as problem:
            raise NetworkError(type(problem).__name__) from None


@dataclass(frozen=True)
class Arguments:
    """What a call without files is given, as far as our network layer asks a RequestData."""

    given: Mapping[str, Any]
    contains_files = False

    @property
    def json_parameters(self) -> dict[str, str]:
        """The arguments as python-telegram-bot spells them: each but a text is JSON in itself."""
        return {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in self.given.items()
            if value is not None
        }

    @property
    def json_payload(self) -> bytes:
        """All of them as one JSON."""
        return json.dumps(self.json_parameters).encode()


async def call(
    request: BaseRequest, url: str, given: Mapping[str, Any], read_timeout: float | None
) -> Any:
    """One call and its bare result; what fails comes out as python-telegram-bot's errors."""
    patience = BaseRequest.DEFAULT_NONE if read_timeout is None else read_timeout
    arguments = cast(RequestData, Arguments(given))
    return await request.post(url, arguments, read_timeout=patience)


def _says_nothing(answer: Mapping[str, Any]) -> bool:
    """Neither what came of the call, nor what was wrong with it."""
    return answer.get("result") is None and answer.get("description") is None


def _body(data: RequestData | None) -> tuple[aiohttp.FormData | bytes | None, Mapping[str, str]]:
    """What is sent and how it is called: a form only where files go along, since making a form
    costs as much as all else of a call."""
    if data is None:
        return None, {}
    if not data.contains_files:
        return data.json_payload, JSON
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, {}
