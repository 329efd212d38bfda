"""Zalo fetches pictures and recordings itself, from a public address; here from this machine."""

from __future__ import annotations

from urllib.parse import urlsplit

import aiohttp

from simulator.errors import ApiError
from simulator.files import StoredFile, Upload
from simulator.measure import is_aac
from simulator.methods.webhook import HERE
from simulator.zalo.call import ZaloCall
from simulator.zalo.errors import bad_request

LARGEST = 10 * 1024 * 1024
PATIENCE = aiohttp.ClientTimeout(total=60)


async def fetched(call: ZaloCall, kind: str, name: str) -> StoredFile:
    """The file at the address in argument `name`, kept as a `kind`; raises 400."""
    if name in call.uploads:
        raise bad_request(f"The {name} must be a public URL, files cannot be uploaded")
    url = checked_url(call.required(name), name)
    if kind == "voice" and not urlsplit(url).path.endswith(".aac"):
        raise bad_request(f"The {name} must be an .aac file")
    data, mime = await _get(call, url, name)
    if kind == "voice" and not is_aac(data):
        raise bad_request(f"The {name} must be an .aac file")
    upload = Upload(urlsplit(url).path.rsplit("/", 1)[-1], mime, data)
    try:
        return call.world.files.add(kind, upload)
    except ApiError as refusal:
        why = refusal.description.removeprefix("Bad Request: ")
        raise bad_request(f"The {name} cannot be used: {why}") from refusal


def checked_url(url: str, name: str) -> str:
    """An address on this machine, the only ones that are public here; raises 400."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad_request(f"The {name} must be a public URL")
    if parts.hostname not in HERE:
        raise bad_request(f"The {name} cannot be reached: this Zalo asks its own machine only")
    return url


async def _get(call: ZaloCall, url: str, name: str) -> tuple[bytes, str]:
    session = call.world.zalo.connections()
    try:
        async with session.get(url, timeout=PATIENCE, allow_redirects=False) as answer:
            data = await answer.content.read(LARGEST + 1)
            while len(data) <= LARGEST and not answer.content.at_eof():
                data += await answer.content.read(LARGEST + 1 - len(data))
    except (TimeoutError, aiohttp.ClientError) as broken:
        raise bad_request(f"The {name} cannot be fetched: {type(broken).__name__}") from broken
    if answer.status != 200 or len(data) > LARGEST:
        raise bad_request(f"The {name} cannot be fetched: {answer.status}, {len(data)} bytes")
    return data, answer.content_type
