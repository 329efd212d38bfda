"""The Zalo Bot Platform's methods over HTTP: what we ask, and what its answers mean.

An HTTP status says little there: errors come inside 200, pages of a gateway inside 502, and "ok" is
what counts (docs.zaloplatforms.com, Bot API 2.5). The token stands in every address, so an address
is never part of an error or a log.
"""

import json
from typing import Any

import aiohttp

from bot.doors import NotDelivered, Refused, Uncertain, Unreachable

CONNECT, PATIENCE = 5.0, 15.0  # seconds
FETCHING = 150.0  # it fetches pictures and voices from us before it answers
LARGEST = 20 * 1024 * 1024
TOO_MANY, GATEWAY_TIMED_OUT = 429, 504
PAUSE = 60.0  # seconds after "quota exceeded", which names none


def messenger_of(token: str) -> str:
    """How a bot is called as a messenger: each has people of its own."""
    return f"zalo:{token.partition(':')[0]}"


class NothingNew(Exception):
    """Nobody wrote while the server was asked."""


class WrongToken(NotDelivered):
    """The server does not know this token, or not any more: nothing goes out until it does."""


class ZaloCalls:
    """Calls one bot's methods."""

    def __init__(self, token: str, base_url: str, patience: float = PATIENCE) -> None:
        self._base = f"{base_url.rstrip('/')}/bot{token}"
        self._patience = patience
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()

    async def call(self, method: str, patience: float | None = None, **given: Any) -> Any:
        """A method's result. NotDelivered, Uncertain, Unreachable or Refused when there is none."""
        status, body = await self._post(method, patience or self._patience, given)
        answer = _parsed(body)
        if answer is None:
            raise _of_gateway(status)
        if answer.get("ok") is True:
            return answer.get("result") or {}
        raise _of_error(_number(answer.get("error_code"), status), str(answer.get("description")))

    async def fetch(self, url: str) -> bytes:
        """A file lying at the messenger; NotDelivered when it is gone or too large."""
        try:
            async with self._open().get(url, timeout=_timeout(FETCHING)) as answer:
                data = bytearray()
                async for piece in answer.content.iter_any():
                    data += piece
                    if len(data) > LARGEST:
                        break
        except (aiohttp.ClientError, TimeoutError, ValueError):
            raise NotDelivered from None
        if answer.status != 200 or len(data) > LARGEST:
            raise NotDelivered
        return bytes(data)

    async def _post(self, method: str, patience: float, given: Any) -> tuple[int, bytes]:
        url = f"{self._base}/{method}"
        try:
            async with self._open().post(url, json=given, timeout=_timeout(patience)) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            raise NotDelivered(2.0, everyone=True) from None
        except (aiohttp.ClientError, TimeoutError):
            raise Uncertain from None

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        return self._session


def _timeout(seconds: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, sock_connect=CONNECT, sock_read=seconds)


def _parsed(body: bytes) -> dict[str, Any] | None:
    """The answer, or None for a page of some gateway's."""
    try:
        answer = json.loads(body)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None


def _number(code: Any, status: int) -> int:
    """The error's number: mostly one, sometimes one in quotes, sometimes only the status."""
    return int(code) if str(code).isdecimal() else status


def _of_gateway(status: int) -> Exception:
    if status == TOO_MANY:
        return NotDelivered(PAUSE, everyone=True)
    if 500 <= status < 600 and status != GATEWAY_TIMED_OUT:
        return NotDelivered(2.0)
    return Uncertain()


def _of_error(code: int, description: str) -> Exception:
    """403 is "Internal server error" in its own table, and somebody who blocked us elsewhere."""
    match code:
        case 401:
            return WrongToken(PAUSE, everyone=True)
        case 408:
            return NothingNew()
        case 429:
            return NotDelivered(PAUSE, everyone=True)
        case 403 if "internal" not in description.lower():
            return Unreachable()
        case 403 | 500 | 502 | 503:
            return NotDelivered(2.0)
        case 404 if "chat" in description.lower() or "user" in description.lower():
            return Unreachable()
        case 504:
            return Uncertain()
        case _:
            return Refused(f"zalo {code}")
