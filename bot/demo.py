"""The demo: a fictional ward, a local Telegram and Zalo with phones in the browser, and the real
bot."""

import asyncio
import re
import shutil
import socket
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from pydantic import SecretStr
from rich.console import Console

from bot import app as running
from bot.clock import clock_of
from bot.demo_month import Codes, begin_month
from bot.settings import Settings
from bot.texts import LANGUAGES, Texts
from bot.voices import with_voice
from rules.refusal import Refusal
from simulator import Simulator
from simulator.chats import Phone
from simulator.clock import Clock
from simulator.people import deeds
from simulator.people.view import entries
from storage.engine import Database
from storage.migrate import migrate

FOLDER = Path("data") / "demo"
DAY = range(8, 20)  # hours at which a month may begin
CLOCK = "clock"  # a file there: by how many seconds the page's clock was moved ahead
TOKEN = "100000001:" + "d" * 35
ZALO_TOKEN = "1000000010000000001:" + "d" * 40


class Holder(NamedTuple):
    """Somebody with a phone on the page."""

    name: str  # on the roster
    born: int
    note: str  # under the name
    language: str = "vi"
    messenger: str = "telegram"


PHONES = (
    Holder("Lê Văn Bình", 1957, "demo.secretary"),
    Holder("Nguyễn Thị Thanh", 1985, "demo.staff"),
    Holder("Trần Thị Hoa", 1948, "demo.older"),
    Holder("Phạm Minh Tuấn", 1990, "demo.busy"),
    Holder("Hồ Văn An", 1998, "demo.probationary", "en"),
    Holder("Phạm Thị Ngọc Hoa", 1946, "demo.on_zalo", messenger="zalo"),
)
NEWCOMER = ("Võ Thị Sen", 1941)
BUTTONS = {
    "home": "home.go_home",
    "lead": "units.go_lead",
    "answer": "units.group_answer",
    "send": "units.group_send",
    "edit": "bulletins.go_edit_bulletin",
    "write": "notices.go_write_notice",
    "listen": "home.listen",
    "polls": "polls.go_polls",
    "received": "notices.acknowledge",
}
STEPS = (
    "demo.step_notice",
    "demo.step_vote",
    "demo.step_listen",
    "demo.step_zalo",
    "demo.step_write",
    "demo.step_join",
    "demo.step_clock",
)
ENGLISH = "demo.step_english"  # for who reads the page in English; said in no other language
console = Console(highlight=False)


async def run_demo(port: int, folder: Path = FOLDER) -> None:
    """Everything from nothing, in one process; goes on until it is stopped."""
    async with _phones(port, folder / CLOCK) as sim:
        await asyncio.to_thread(_made_anew, folder)  # nobody else's: the port is ours
        _begin_by_day(sim)
        settings = _settings(folder, sim)
        texts = Texts(settings.pack, settings.organisation().zone)
        codes = await _begin(settings, clock_of(settings)())
        bot = asyncio.ensure_future(running.run(settings))
        try:
            await asyncio.gather(*(_joins(sim, texts, codes, one) for one in PHONES))
            note = _newcomer(sim, texts, codes)
            _guide(sim, texts)
            console.print(texts.say("demo.ready", {"address": sim.url}, "vi"), markup=False)
            console.print(texts.say("demo.ready", {"address": sim.url}, "en"), markup=False)
            await asyncio.gather(bot, note)
        finally:
            bot.cancel()
            await asyncio.gather(bot, return_exceptions=True)


def _made_anew(folder: Path) -> None:
    """An empty folder, with a clock that goes right until somebody moves it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / CLOCK).write_text("0")


def _begin_by_day(sim: Simulator) -> None:
    """Whoever tries the demo at night wants to see something arrive: then it is morning there."""
    clock = sim.world.clock
    assert isinstance(clock, Clock)
    hour = datetime.fromtimestamp(clock(), ZoneInfo(clock.zone)).hour
    if hour not in DAY:
        clock.move(clock.until(DAY.start))


@asynccontextmanager
async def _phones(port: int, clock: Path) -> AsyncIterator[Simulator]:
    clocks = Clock(Settings(_env_file=None).zone, clock)
    simulator = Simulator(port, clock=clocks, token=TOKEN, zalo_tokens=[ZALO_TOKEN], limits=True)
    try:
        await simulator.start()
    except OSError:
        raise Refusal("commands.port_taken", port=str(port)) from None
    try:
        yield simulator
    finally:
        await simulator.stop()


def _settings(folder: Path, sim: Simulator) -> Settings:
    port = free_port()  # of the pages with what Zalo cannot carry
    return Settings(
        _env_file=None,
        telegram_token=SecretStr(TOKEN),
        telegram_api=sim.url,
        zalo_tokens=SecretStr(ZALO_TOKEN),
        zalo_api=sim.zalo_api,
        web_port=port,
        public_url=f"http://127.0.0.1:{port}",
        data_dir=folder,
        voice_online=False,
        tick_seconds=1,
        clock_shift=folder / CLOCK,
        help_line="Văn phòng Đảng ủy phường Sen Hồng, 0234 555 0100",
    )


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


async def _begin(settings: Settings, now: datetime) -> Codes:
    await migrate(settings.database)
    # What the month begins with is on the phones at once: nobody is there to take it back.
    org = replace(with_voice(settings.organisation()), recall_seconds=0)
    database = Database(settings.database, org)
    try:
        async with database.transaction() as store:
            names = [name for name, *_ in PHONES] + [NEWCOMER[0]]
            return await begin_month(store, names, now)
    finally:
        await database.close()


async def _joins(sim: Simulator, texts: Texts, codes: Codes, one: Holder) -> None:
    """Joins as anybody would: the letter's link or its code, the year of birth, the consent."""

    def say(key: str) -> str:
        return texts.say(key, {}, one.language)

    note = _said(texts, "note", one.note)
    phone = sim.world.add_phone(one.name, one.messenger, language_code=one.language, **note)
    if phone.on_zalo:
        deeds.say(sim.world, phone, codes[one.name])
    else:
        deeds.start(sim.world, phone, codes[one.name])
    await _sees(sim, phone, say("joining.ask_year"))
    deeds.say(sim.world, phone, str(one.born))
    question = await _sees(sim, phone, say("joining.agree"))
    if phone.on_zalo:
        deeds.say(sim.world, phone, say("joining.agree"))
    else:
        deeds.press(sim.world, phone, question, label=say("joining.agree"))
    await _sees(sim, phone, say("notices.go_notices"))


async def _sees(sim: Simulator, phone: Phone, words: str) -> int:
    """Wait until a message holds these words or offers them as a button; the message's id."""
    while True:
        for entry in entries(sim.world, sim.world.chats[phone.id], 0, None):
            labels = [button["label"] for row in entry["buttons"] or [] for button in row]
            if words in entry["text"].split("\n\n")[0] or words in (*labels, *_numbered(entry)):
                return int(entry["message_id"])
        await asyncio.sleep(0.05)


def _numbered(entry: dict[str, Any]) -> list[str]:
    """The choices of a message where there are no buttons."""
    return re.findall(r"^\d+\. (.+)$", entry["text"], re.MULTILINE)


def _newcomer(sim: Simulator, texts: Texts, codes: Codes) -> Awaitable[None]:
    """Her phone; and what keeps the note under her name true."""
    name, year = NEWCOMER
    values = {"code": codes[name], "year": str(year)}
    phone = sim.world.add_phone(name, **_said(texts, "note", "demo.newcomer", **values))
    return follow(sim, texts, phone)


async def follow(sim: Simulator, texts: Texts, phone: Phone) -> None:
    """Say under a newcomer's name when she has joined, and when she has left again; for ever."""
    chat, joined = sim.world.chats[phone.id], False

    def turned() -> list[bool]:
        now = _has_joined(sim, texts, phone)
        return [now] if now != joined else []

    while True:
        if await chat.bell.wait_for(turned, 3600):
            joined = not joined
            said = _said(texts, "note", "demo.joined" if joined else "demo.left")
            sim.world.annotate(phone, **said)


def _has_joined(sim: Simulator, texts: Texts, phone: Phone) -> bool:
    """Whether home was shown to her after she last left, in whatever language."""
    home, left = (
        {texts.say(key, {}, language) for language in LANGUAGES}
        for key in ("notices.go_notices", "joining.left")
    )
    for entry in reversed(entries(sim.world, sim.world.chats[phone.id], 0, None)):
        if entry["text"] in left:
            return False
        if home & {button["label"] for row in entry["buttons"] for button in row}:
            return True
    return False


def _guide(sim: Simulator, texts: Texts) -> None:
    # The phones speak Vietnamese, whatever the page does: these buttons are named as they stand.
    on_phones = {name: texts.say(key, {}, "vi") for name, key in BUTTONS.items()}
    switch: dict[str, Any] = {
        "phone": None,
        "text": "",
        "texts": {"en": texts.say(ENGLISH, {}, "en")},
    }
    steps = [
        switch,
        *({"phone": None, **_said(texts, "text", step, **on_phones)} for step in STEPS),
    ]
    sim.world.guide = {**_said(texts, "title", "demo.title"), "steps": steps}


def _said(texts: Texts, name: str, key: str, **values: str) -> dict[str, Any]:
    """A text of the page of phones in both of its languages."""
    others = {"en": texts.say(key, values, "en")}
    return {name: texts.say(key, values, "vi"), f"{name}s": others}
