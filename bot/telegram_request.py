"""python-telegram-bot's network layer over aiohttp, which keeps its pace under many at once."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

JSONDict = dict[str, Any]

JSON = {"Content-Type": "application/json"}
FILES = "/file/bot"  # in the address of a file, whose bytes are the answer


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
    def parse_json_payload(payload: bytes) -> JSONDict:
        """An answer without the buttons of messages: they come back as we sent them, and reading
        them costs more than all the rest."""
        answer = BaseRequest.parse_json_payload(payload)
        results = answer.get("result")
        for one in results if isinstance(results, list) else [results]:
            if isinstance(one, dict):
                pressed = one.get("callback_query", {}).get("message", {})
                for message in (one, pressed):
                    message.pop("reply_markup", None)
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
                status, body = response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as problem:
            raise NotConnected(type(problem).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientError as problem:
            raise NetworkError(type(problem).__name__) from None
        if status == HTTPStatus.OK and FILES not in url and not _has_result(body):
            raise NetworkError("an answer without a result")
        return status, body


def _has_result(body: bytes) -> bool:
    """Whether a good answer says what came of the call. One that does not must be an error here:
    further on it would be one of the library's own, as if the call had never been made."""
    try:
        answer = json.loads(body)
    except ValueError:
        return False
    return isinstance(answer, dict) and answer.get("result") is not None


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
