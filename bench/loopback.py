"""The smallest messenger there can be: a crowd of people who wait for answers, over HTTP.

    python -m bench.loopback

The simulator checks every argument as the real server does, which costs more than most bots do;
here nothing is checked, so that what is measured is the bot. A crowd is a closed loop: each person
says the next thing as soon as the last was answered.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import aiohttp

Json = dict[str, Any]
BOT = {"id": 300000003, "is_bot": True, "first_name": "Bench", "username": "BenchBot"}
SENDS = {"sendmessage", "editmessagetext"}
MOST_UPDATES = 100
PATIENCE = 60.0  # seconds somebody waits for an answer that is looked at


@dataclass
class Person:
    """Somebody who does one deed after the other: {"text": ...} or {"data": ...} (a press)."""

    id: int
    deeds: Iterator[Json]
    asked_at: float | None = None
    shown: int = 0  # the bot's last message, whose buttons are pressed
    waits: asyncio.Future[Json] | None = None  # for an answer that somebody wants to look at
    shows: str = ""  # the beginning of a button's data by which that answer is known


@dataclass
class Messenger:
    """Updates on their way to the bot, and what the bot sent."""

    hooks: list[str] = field(default_factory=list)
    secret: str = ""
    waiting: dict[int, Json] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    latencies: list[float] = field(default_factory=list)
    sent: Counter[int] = field(default_factory=Counter)
    first_at: float = 0.0
    last_at: float = 0.0
    running: bool = False
    poll: asyncio.Future[None] | None = None
    session: aiohttp.ClientSession | None = None

    def __post_init__(self) -> None:
        self.numbers = itertools.count(1)
        self.tasks: set[asyncio.Task[None]] = set()

    def act(self, person: Person) -> None:
        """The person's next deed becomes an update."""
        deed, number = next(person.deeds), next(self.numbers)
        user = {"id": person.id, "is_bot": False, "first_name": "P", "language_code": "vi"}
        chat = {"id": person.id, "type": "private", "first_name": "P"}
        update: Json = {"update_id": number}
        if "data" in deed:
            message = {
                "message_id": person.shown,
                "date": 1,
                "chat": chat,
                "from": BOT,
                "text": ".",
            }
            update["callback_query"] = {
                "id": str(number),
                "from": user,
                "message": message,
                "chat_instance": "1",
                "data": deed["data"],
            }
        else:
            said = {"message_id": number, "date": 1, "chat": chat, "from": user, **deed}
            update["message"] = said
        person.asked_at = time.perf_counter()
        self.bring(update)

    def bring(self, update: Json) -> None:
        """Hand an update over: to the webhooks by turns, else to who polls."""
        if self.hooks:
            task = asyncio.get_running_loop().create_task(self.offer(update))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)
            return
        self.waiting[update["update_id"]] = update
        if self.poll and not self.poll.done():
            self.poll.set_result(None)

    async def offer(self, update: Json) -> None:
        """Bring an update to a webhook, again after a while when it was not taken."""
        if self.session is None:
            self.session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret}
        for attempt in itertools.count(update["update_id"]):
            url = self.hooks[attempt % len(self.hooks)]
            async with self.session.post(url, json=update, headers=headers) as answer:
                if answer.status == 200:
                    return
            await asyncio.sleep(0.2)

    async def updates(self, offset: int, seconds: float) -> list[Json]:
        """What waits from `offset` on; up to `seconds` are waited for the first."""
        for known in [one for one in self.waiting if one < offset]:
            del self.waiting[known]
        if not self.waiting and seconds:
            self.poll = asyncio.get_running_loop().create_future()
            await asyncio.wait((self.poll,), timeout=seconds)
        return list(itertools.islice(self.waiting.values(), MOST_UPDATES))

    async def ask(self, asked: Json) -> Json:
        """One deed of one person; what is shown then, and after how many seconds."""
        person = self.people.setdefault(asked["person"], Person(asked["person"], iter(())))
        person.deeds = iter([asked["deed"]])
        person.waits = asyncio.get_running_loop().create_future()
        person.shows = asked["shows"]
        began = time.perf_counter()
        self.act(person)
        await asyncio.wait((person.waits,), timeout=PATIENCE)
        message = person.waits.result() if person.waits.done() else None
        return {"message": message, "seconds": time.perf_counter() - began}

    def answered(self, chat_id: int, message: Json) -> None:
        """The bot has shown something to this person."""
        now = time.perf_counter()
        self.sent[chat_id] += 1
        self.first_at, self.last_at = self.first_at or now, now
        person = self.people.get(chat_id)
        if person is None:
            return
        if person.asked_at is None or not _has_button(message, person.shows):
            return
        person.shown = message["message_id"]
        self.latencies.append(now - person.asked_at)
        person.asked_at = None
        if person.waits and not person.waits.done():
            person.waits.set_result(message)
        elif self.running:
            self.act(person)

    async def crowd(self, asked: Json) -> Json:
        """Let so many people ask for so long; what came of it."""
        for number, person_id in enumerate(asked["people"]):
            deeds = itertools.islice(itertools.cycle(asked["deeds"]), number, None)
            before = self.people.get(person_id)
            self.people[person_id] = Person(person_id, deeds, shown=before.shown if before else 0)
        self.running = True
        self.latencies.clear()
        for person_id in asked["people"]:
            self.act(self.people[person_id])
        await asyncio.sleep(asked["warm"])
        early = len(self.latencies)
        self.latencies.clear()
        began, busy = time.perf_counter(), time.process_time()
        await asyncio.sleep(asked["seconds"])
        seconds, busy = time.perf_counter() - began, time.process_time() - busy
        found = sorted(self.latencies)
        self.running = False
        await self.quiet()
        everything = early + len(self.latencies)
        return {
            "replies": len(found),
            "all": everything,
            "seconds": seconds,
            "busy": busy / seconds,
            "p50": _at(found, 0.5),
            "p95": _at(found, 0.95),
            "stuck": sum(one.asked_at is not None for one in self.people.values()),
        }

    async def quiet(self) -> None:
        """Let everybody's last answer come, for ten seconds at most."""
        for _ in range(200):
            if all(one.asked_at is None for one in self.people.values()):
                return
            await asyncio.sleep(0.05)

    def seen(self) -> Json:
        """What the bot sent since it was last forgotten."""
        return {
            "messages": sum(self.sent.values()),
            "chats": len(self.sent),
            "most": max(self.sent.values(), default=0),
            "seconds": self.last_at - self.first_at,
        }

    def forget(self) -> Json:
        """Begin anew: nobody is there, nothing was sent."""
        self.people.clear()
        self.waiting.clear()
        self.sent.clear()
        self.latencies.clear()
        self.first_at = self.last_at = 0.0
        return {}


def _has_button(message: Json, start: str) -> bool:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return not start or any(one["callback_data"].startswith(start) for row in rows for one in row)


def _at(values: list[float], share: float) -> float:
    return values[min(int(len(values) * share), len(values) - 1)] if values else 0.0


class Connection(asyncio.Protocol):
    """One kept-alive HTTP connection; requests are answered in their order."""

    def __init__(self, messenger: Messenger) -> None:
        self._messenger = messenger
        self._got = b""
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._got += data
        while (end := self._got.find(b"\r\n\r\n")) >= 0:
            head = self._got[:end].lower()
            length = _length(head)
            if len(self._got) < end + 4 + length:
                return
            body = self._got[end + 4 : end + 4 + length]
            path = self._got.split(b" ", 2)[1].decode()
            self._got = self._got[end + 4 + length :]
            self._take(path, body)

    def _take(self, path: str, body: bytes) -> None:
        kind, _, method = path.lstrip("/").partition("/")
        if kind == "-":
            self._later(self._control(method, body))
            return
        given = _given(body)
        method = method.lower()
        if method in SENDS:
            self._answer(self._shown(given))
        elif method == "getupdates":
            self._later(self._updates(given))
        else:
            self._answer(json.dumps({"ok": True, "result": BOT if method == "getme" else True}))

    def _shown(self, given: dict[str, str]) -> str:
        chat_id = int(given["chat_id"])
        number = int(given.get("message_id") or next(self._messenger.numbers))
        chat = {"id": chat_id, "type": "private", "first_name": "P"}
        message: Json = {"message_id": number, "date": 1, "chat": chat, "from": BOT}
        message["text"] = given["text"]
        if "inline_keyboard" in given.get("reply_markup", ""):
            message["reply_markup"] = json.loads(given["reply_markup"])
        self._messenger.answered(chat_id, message)
        return json.dumps({"ok": True, "result": message})

    async def _updates(self, given: dict[str, str]) -> str:
        offset, seconds = int(given.get("offset", 0)), float(given.get("timeout", 0))
        return json.dumps({"ok": True, "result": await self._messenger.updates(offset, seconds)})

    async def _control(self, method: str, body: bytes) -> str:
        asked = json.loads(body or b"{}")
        messenger = self._messenger
        if method == "crowd":
            return json.dumps(await messenger.crowd(asked))
        if method == "ask":
            return json.dumps(await messenger.ask(asked))
        if method == "hooks":
            messenger.hooks, messenger.secret = asked["urls"], asked["secret"]
            return "{}"
        return json.dumps(messenger.seen() if method == "seen" else messenger.forget())

    def _later(self, answer: Any) -> None:
        task = asyncio.get_running_loop().create_task(self._answer_later(answer))
        self._messenger.tasks.add(task)
        task.add_done_callback(self._messenger.tasks.discard)

    async def _answer_later(self, answer: Any) -> None:
        self._answer(await answer)

    def _answer(self, text: str) -> None:
        body = text.encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
        self._transport.write(f"{head}\r\n\r\n".encode() + body)


def _given(body: bytes) -> dict[str, str]:
    found: dict[str, str] = json.loads(body) if body[:1] == b"{" else {}
    return found or dict(parse_qsl(body.decode(errors="replace")))


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name == b"content-length":
            return int(value)
    return 0


async def serve() -> None:
    """Listen until it is stopped; the address is printed first."""
    messenger = Messenger()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(messenger), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    sys.stdout.write(f"http://127.0.0.1:{port}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve())
