"""The messengers this handbook is at home in: which doors there are, and how people come in."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.doors import Entrance, Take
from bot.gallery import Gallery
from bot.links import Links
from bot.numbered import Numbered
from bot.on_telegram import TelegramDoor
from bot.on_zalo import MakeQuota, ZaloDoor
from bot.settings import Settings
from bot.texts import Texts
from web.server import Server
from web.webhook import webhook


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


def ways(
    settings: Settings, gallery: Gallery, texts: Texts, links: Links, quota: MakeQuota
) -> list[Way]:
    """A way for each bot there is a token for; Telegram's when there is none at all, whose server
    will say what is missing."""
    telegram = bool(settings.telegram_token.get_secret_value()) or not settings.zalo_bots
    return [
        *([_telegram(settings, gallery)] if telegram else []),
        *(
            _zalo(settings, texts, links, quota, number)
            for number in range(len(settings.zalo_bots))
        ),
    ]


def _telegram(settings: Settings, gallery: Gallery) -> Way:
    token = settings.telegram_token.get_secret_value()
    door = TelegramDoor(token, gallery, settings.telegram_api, paid=settings.paid_broadcast)
    return Way(door, settings.webhook_url, settings.webhook_secret.get_secret_value())


def _zalo(settings: Settings, texts: Texts, links: Links, quota: MakeQuota, number: int) -> Way:
    """Of several bots each has an address of its own: the server does not say whom it means."""
    door = ZaloDoor(settings.zalo_bots[number], settings.zalo_api, Numbered(texts), links, quota)
    url = settings.zalo_webhook_url
    own = f"{url}/{number + 1}" if url and number else url
    return Way(door, own, settings.zalo_webhook_secret.get_secret_value())
