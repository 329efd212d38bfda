"""A small bot of Zalo's, over HTTP alone: it fetches, it answers, and it survives the quirks."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from simulator import Simulator
from tests.simulator.conftest import ZALO_TOKEN


class EchoBot:
    """It says back what it hears, each message once, until it has heard "thôi"."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self.session, self.base = session, base
        self.seen: set[str] = set()

    async def call(self, method: str, **arguments: Any) -> Any:
        url = f"{self.base}/bot{ZALO_TOKEN}/{method}"
        async with self.session.post(url, json=arguments) as answer:
            if answer.content_type != "application/json":
                return {"ok": False, "error_code": answer.status}
            return await answer.json()

    async def run(self) -> None:
        text = ""
        while text != "thôi":
            answer = await self.call("getUpdates", timeout=5)
            message = (answer.get("result") or {}).get("message")
            if not message or message["message_id"] in self.seen:
                continue
            self.seen.add(message["message_id"])
            text = message.get("text", "?")
            await self.call("sendMessage", chat_id=message["chat"]["id"], text=f"Nghe: {text}")


@pytest.mark.parametrize(
    "quirks", [{}, {"duplicates": True, "idle": "408"}, {"idle": "empty", "code_in_success": True}]
)
async def test_a_bot_and_a_person_talk_over_http(http, sim: Simulator, quirks):
    await http.ask("POST", "/zalo/settings", json=quirks)
    await http.ask("POST", "/faults", json={"method": "zalo.getUpdates", "kind": "502"})
    bot = asyncio.ensure_future(EchoBot(http.session, sim.zalo_api).run())
    _, phone = await http.ask("POST", "/phones", json={"name": "Bà Sen", "messenger": "zalo"})
    for words in ("chào", "thôi"):
        await http.ask("POST", f"/phones/{phone['id']}/say", json={"text": words})
    await asyncio.wait_for(bot, 10)
    _, chat = await http.ask("GET", f"/phones/{phone['id']}/chat")
    answers = [entry["text"] for entry in chat if entry["from"] == "bot"]
    assert answers == ["Nghe: chào", "Nghe: thôi"]
