"""The messengers this handbook is at home in: which doors there are, and how people come in."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.doors import Entrance, Take
from bot.numbered import Numbered
from bot.on_telegram import TelegramDoor
from bot.on_zalo import ZaloDoor
from web.server import Server
from web.webhook import webhook

if TYPE_CHECKING:
    from bot.app import App


@dataclass(frozen=True)
class Way:
    """A door and, if its messenger brings updates, where to and with which secret."""

    door: Entrance
    url: str
    secret: str

    def serve(self, server: Server, take: Take) -> None:
        """Answer at our side of the webhook, if there is one."""
        if self.url:
            path = urlsplit(self.url).path or "/"
            bring = webhook(
                self.secret,
                self.door.proof_header,
                lambda update: self.door.take_update(update, take),
            )
            server.post(path, bring)

    async def let_in(self, take: Take) -> None:
        """Updates come in until cancelled: brought by the messenger, or fetched from it."""
        if self.url:
            await self.door.hook(self.url, self.secret)
            await asyncio.Event().wait()
        await self.door.unhook()
        await self.door.listen(take)


def ways(app: App) -> list[Way]:
    """A way for each bot there is a token for; Telegram's when there is none at all, whose server
    will say what is missing."""
    settings = app.settings
    telegram = bool(settings.telegram_token.get_secret_value()) or not settings.zalo_bots
    return [
        *([_telegram(app)] if telegram else []),
        *(_zalo(app, number) for number in range(len(settings.zalo_bots))),
    ]


def _telegram(app: App) -> Way:
    settings = app.settings
    token = settings.telegram_token.get_secret_value()
    door = TelegramDoor(token, app.gallery, settings.telegram_api, paid=settings.paid_broadcast)
    return Way(door, settings.webhook_url, settings.webhook_secret.get_secret_value())


def _zalo(app: App, number: int) -> Way:
    """Of several bots each has an address of its own: the server does not say whom it means."""
    settings = app.settings
    door = ZaloDoor(
        settings.zalo_bots[number],
        settings.zalo_api,
        Numbered(app.texts),
        app.links,
        app.quota,
        app.figures.is_not_shown,
    )
    url = settings.zalo_webhook_url
    own = f"{url}/{number + 1}" if url and number else url
    return Way(door, own, settings.zalo_webhook_secret.get_secret_value())
