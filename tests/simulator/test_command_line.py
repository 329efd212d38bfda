"""`python -m simulator`: one address, phones or none, a clear word when it cannot start."""

from __future__ import annotations

import asyncio
import signal
import sys

import aiohttp
import pytest

from simulator import Simulator


async def run(*arguments: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "simulator",
        *arguments,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


@pytest.mark.parametrize(("more", "phones"), [((), 3), (("--empty",), 0)])
async def test_it_prints_one_address_and_stops_when_told(more, phones):
    process = await run("--port", "0", *more)
    address = (await asyncio.wait_for(process.stdout.readline(), 20)).decode().strip()
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{address}/phones") as answer:
            assert len(await answer.json()) == phones
        async with session.get(address) as page:
            assert page.content_type == "text/html"
    process.send_signal(signal.SIGTERM)
    rest, errors = await asyncio.wait_for(process.communicate(), 10)
    assert (process.returncode, rest, errors) == (0, b"", b"")


async def test_the_tokens_of_zalos_bots_can_be_named():
    process = await run("--port", "0", "--zalo-token", "1:eins", "--zalo-token", "2:zwei")
    address = (await asyncio.wait_for(process.stdout.readline(), 20)).decode().strip()
    good = []
    async with aiohttp.ClientSession() as session:
        for token in ("1:eins", "2:zwei", "3:drei"):
            async with session.get(f"{address}/zalo/bot{token}/getMe") as answer:
                good.append((await answer.json())["ok"])
    process.send_signal(signal.SIGTERM)
    await asyncio.wait_for(process.communicate(), 10)
    assert good == [True, True, False]


async def test_a_taken_port_is_told_in_a_sentence():
    async with Simulator() as running:
        port = running.url.rpartition(":")[2]
        process = await run("--port", port)
        out, errors = await asyncio.wait_for(process.communicate(), 20)
    assert (process.returncode, out) == (2, b"")
    assert errors.decode().startswith(f"Port {port} cannot be used: ")
