"""A running handbook and its people: transcripts are written as they would happen.

    hoa = await town.comes("hoa")
    await hoa.presses("Thông báo")
    hoa.sees("Thông báo số 1")

Each press or word is carried through completely (the turn, its screen, every delivery it leaves)
before the next line of the story runs, so nothing has to be waited for.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Self

from bot.app import App, serve
from bot.numbered import Numbered
from bot.on_telegram import TelegramDoor
from bot.on_terminal import TerminalDoor
from bot.on_zalo import ZaloDoor
from bot.settings import Settings
from simulator import Simulator
from storage import accounts
from tests.clock import TOKEN, ZALO_TOKEN, Clock
from tests.spoken import Sounds
from tests.talkers import AtTerminal, OnTelegram, OnZalo, Seen, Talker
from tests.ward import PEOPLE, Ward, found_ward


class Town:
    """The ward of Sen Hồng with a handbook at one door: "telegram", "zalo" or "terminal"."""

    def __init__(
        self,
        folder: Path,
        now: datetime,
        door: str,
        sounds: Sounds | None = None,
        **settings: Any,
    ) -> None:
        self._sounds = sounds
        self.clock = Clock(now)
        self.folder = folder
        self.door_name = door
        self.settings = Settings(
            _env_file=None,
            data_dir=folder,
            voice_online=False,
            messages_per_second=100_000,
            seconds_per_person=0,
            **settings,
        )
        self.ward: Ward
        self.people: dict[str, Talker] = {}
        self.talkers: dict[str, Talker] = {}
        self.address = ""  # of our own web server, for those who open it

    async def __aenter__(self) -> Self:
        self.sim = Simulator(clock=lambda: self.clock.now.timestamp(), token=TOKEN)
        await self.sim.start()
        await self._open()
        async with self.app.database.transaction() as store:
            self.ward = await found_ward(store, self.clock.now)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._close()
        await self.sim.stop()

    async def _open(self) -> None:
        self.app = App(self.settings, self.clock)
        if self._sounds:
            self._sounds.serve(self.app)
        self.door: TelegramDoor | TerminalDoor | ZaloDoor
        match self.door_name:
            case "telegram":
                self.door = TelegramDoor(TOKEN, self.app.gallery, self.sim.url)
            case "zalo":
                numbered = Numbered(self.app.texts)
                self.door = ZaloDoor(
                    ZALO_TOKEN,
                    self.sim.zalo_api,
                    numbered,
                    self.app.links,
                    self.app.quota,
                    self.app.figures.is_not_shown,
                )
            case _:
                self.door = TerminalDoor(self._printed)
        if not isinstance(self.door, TerminalDoor):
            await self.door.open(self.app.menu())
        if self.door_name == "zalo":
            await self._opens_pages()
        self.app.doors[self.door.name] = self.door

    async def _opens_pages(self) -> None:
        """What Zalo cannot carry lies on pages of our own, where it can be fetched."""
        self.settings.public_url = "http://127.0.0.1"
        self._pages = serve(self.app, ())
        self.settings.public_url = await self._pages.open()

    async def _close(self) -> None:
        if self.door_name == "zalo":
            await self._pages.close()
        await self.app.close()
        if not isinstance(self.door, TerminalDoor):
            await self.door.close()

    async def restarts(self) -> None:
        """The process ends and another begins on the same books."""
        offset = self.door.lanes.offset if isinstance(self.door, TelegramDoor) else 0
        await self._close()
        await self._open()
        if isinstance(self.door, TelegramDoor):
            self.door.lanes.offset = offset

    async def comes(self, key: str, language: str = "vi") -> Talker:
        """Somebody of the ward, linked already, standing at home."""
        talker = await self.stranger(self.ward_name(key), language)
        async with self.app.database.transaction() as store:
            account = await accounts.at(
                store, self.door.name, talker.address, language, self.clock.now
            )
            await accounts.link(store, account.id, self.ward.id(key), self.clock.now)
        self.people[key] = talker
        await talker.starts()
        return talker

    async def stranger(self, name: str, language: str = "vi") -> Talker:
        """Somebody at a fresh phone who is not linked."""
        kind = {"telegram": OnTelegram, "zalo": OnZalo}.get(self.door_name, AtTerminal)
        talker = kind(self, name, language)
        self.talkers[talker.address] = talker
        if language != "vi":  # on Zalo she has said so before: it tells no language
            async with self.app.database.transaction() as store:
                await accounts.at(store, self.door.name, talker.address, language, self.clock.now)
        return talker

    def ward_name(self, key: str) -> str:
        """The full name of somebody of the ward."""
        return PEOPLE[key][0]

    async def passes(self, **span: float) -> None:
        """Time passes, and what falls due meanwhile is done."""
        self.clock.move(**span)
        await self.ticks()

    async def ticks(self) -> None:
        """What is due now is done and delivered."""
        await self.app.tick()
        await self.settles()

    async def settles(self) -> None:
        """Everything that was begun is carried through."""
        for begun in ("show", "recording"):
            await self.app.nursery.settle(begun)
        while await self.app.courier.round():
            pass
        await self.app.living.refresh()

    async def _follows(self) -> None:
        """What follows from a turn: where it left nothing in the books, nobody rang."""
        await self.app.nursery.settle("show")
        bells = self.app.courier._bells.values()
        if any(bell.is_set() for bell in bells):
            for bell in bells:
                bell.clear()
            await self.settles()
        else:
            await self.app.nursery.settle("recording")

    async def carries(self) -> None:
        """What was sent goes through the door, and all that follows from it."""
        if isinstance(self.door, TelegramDoor):
            await self.door.poll(self.app.take, 0)
        elif isinstance(self.door, ZaloDoor):
            while await self.door.poll(self.app.take, 0):
                await self.app.nursery.settle("show")
        await self._follows()

    def _printed(self, address: str, text: str) -> None:
        assert isinstance(self.door, TerminalDoor)
        talker = self.talkers[address]
        assert isinstance(talker, AtTerminal)
        labels = tuple(label.text for label, _ in self.door._labels.get(address, []))
        talker.printed.append(Seen(text, labels))
