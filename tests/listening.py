"""A handbook whose pages are open, and one of everything that can be behind a link."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self

import aiohttp

from bot.app import App, serve
from bot.settings import Settings
from rules.bulletins import Plan
from rules.messages import Media
from storage import bulletins, bulletins_items
from storage.media import Kept
from tests.clock import Clock
from tests.spoken import Sounds
from tests.ward import found_ward

ITEMS = (
    ("Sinh hoạt chi bộ", "Họp tối thứ Sáu, lúc 7 giờ.\nĐến đúng giờ nhé."),
    ("Thu đảng phí quý bốn của các chi bộ trực thuộc phường", "Thu trước ngày 25 tháng 12."),
)
PLAN = Plan("Phường Sen Hồng", date(2026, 12, 1), ITEMS)
WHOM = "Nguyễn Thị Thanh"
WITH_A_NAME = replace(PLAN, contact=f"{WHOM}, 0905 111 222")  # said at its end
SCREEN = Media(
    "voice", maker="voice", values={"text": "Trang chính\nCòn 1 việc.", "speed": "normal"}
)
BARS = Media(
    "photo",
    maker="polls.bars",
    values={
        "title": "Chọn ngày họp",
        "sentence": "12 trên 20 người chọn thứ Sáu.",
        "base": 20,
        "bars": [["Thứ Sáu", 12]],
    },
)
PDF = "nghị-quyết-số-12-của-ban-chấp-hành-đảng-bộ-phường.pdf"


class Shelf:
    """The ward of Sen Hồng with its pages open on a free port, and a bulletin on the desk."""

    def __init__(
        self, folder: Path, empty: Path, now: datetime, sounds: Sounds, **settings: Any
    ) -> None:
        shutil.copy(empty, folder / "sotay.db")
        self._sounds = sounds
        self.bulletin = 0  # one that was sent, where a story needs one
        self.clock = Clock(now)
        self.settings = Settings(
            _env_file=None,
            data_dir=folder,
            voice_online=False,
            public_url="https://so-tay.example.org",
            **settings,
        )

    async def __aenter__(self) -> Self:
        self.app = App(self.settings, self.clock)
        self._sounds.serve(self.app)
        async with self.app.database.transaction() as store:
            self.ward = await found_ward(store, self.clock.now)
            begun = await bulletins.begin(store, self.ward.top.id, PLAN.month, self.clock.now)
            await bulletins_items.add_items(store, begun.id, ITEMS, "", None, self.clock.now)
        self.server = serve(self.app, ())
        self.address = await self.server.open()
        self.session = aiohttp.ClientSession(self.address)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.session.close()
        await self.server.close()
        await self.app.close()

    async def sends(self, plan: Plan, **values: Any) -> int:
        """The bulletin on the desk as it stands after it was sent; its id."""
        async with self.app.database.transaction() as store:
            found = await bulletins.of_month(store, self.ward.top.id, plan.month)
            assert found
            sent = {
                "state": "sent",
                "plan": plan.values(),
                "approved_hash": plan.fingerprint,
                "sent_at": self.clock.now,
            }
            await bulletins.change(store, found.id, **sent, **values)
        await self.made(plan.voice())
        return found.id

    async def made(self, media: Media) -> Kept:
        """What a maker makes of this."""
        kept = await self.app.gallery.get(media, "vi")
        assert kept is not None
        return kept

    async def sent(self, kind: str, name: str, mime: str, data: bytes) -> Kept:
        """A file somebody sent."""
        return await self.app.gallery.receive(kind, name, mime, 0, data)

    async def link(self, kept: Kept, language: str = "vi", form: Any = "page") -> str:
        """Its address, below our own server."""
        public = await self.app.links.link(kept, language, form)
        return self.here(public)

    def here(self, public: str) -> str:
        """A public address as a path of our own server."""
        assert public.startswith(self.settings.public_url + "/nghe/")
        return public.removeprefix(self.settings.public_url)

    async def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """What is answered: status, headers, body."""
        async with self.session.get(path, headers=headers) as answer:
            return answer.status, dict(answer.headers), await answer.read()

    async def kinds(self) -> Sequence[tuple[str, Kept]]:
        """One of every kind of page."""
        return [
            ("bulletin", await self.made(PLAN.voice())),
            ("item", await self.made(PLAN.voice_of(1))),
            ("voice", await self.made(SCREEN)),
            ("result", await self.made(BARS)),
            ("document", await self.sent("document", PDF, "application/pdf", b"%PDF-1.7 " * 9)),
        ]
