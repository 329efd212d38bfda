"""Zalo's bots: who writes to each of them, what waits for it, and how much it has sent."""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import aiohttp

from simulator.background import Background
from simulator.chats import Chat, Json
from simulator.webhooks import Webhooks
from simulator.zalo.errors import over_quota, wrong_token
from simulator.zalo.settings import Settings
from simulator.zalo.updates import EVENTS, ZaloQueue, ZaloUpdate

LONGEST_TOKEN = 120
VIETNAM = timedelta(hours=7)  # whose months are counted is not documented
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


class ZaloBot:
    """One bot: its own people by their address, queue, webhook and quota."""

    def __init__(
        self, number: int, token: str, background: Background, clock: Callable[[], float]
    ) -> None:
        self.number, self.token = number, token
        self.clock = clock
        self.updates = ZaloQueue(clock, allowed=EVENTS, make=ZaloUpdate)
        self.webhooks = Webhooks(self.updates, background, clock)
        self.users: dict[str, Chat] = {}
        self._places: dict[str, int] = {}
        self.sent: Counter[str] = Counter()

    @property
    def month(self) -> str:
        moment = datetime.fromtimestamp(self.clock(), UTC) + VIETNAM
        return f"{moment:%Y-%m}"

    def me(self) -> Json:
        """The bot as getMe shows it; its number is the token's where that has 19 digits."""
        digest = hashlib.sha256(self.token.encode()).digest()
        number = self.token.split(":")[0]
        made_up = str(10**18 + int.from_bytes(digest[:7]))
        return {
            "id": number if len(number) == 19 else made_up,
            "account_name": "bot." + "".join(LETTERS[byte % 62] for byte in digest[:9]),
            "account_type": "BASIC",
            "can_join_groups": False,
        }

    def welcome(self, address: str, chat: Chat) -> None:
        """Somebody writes: the first time takes a place among the bot's users."""
        self.users[address] = chat
        self._places.setdefault(address, len(self.users))

    def check_quota(self, address: str, settings: Settings) -> None:
        """Raises 429 for a person past the last that fits, and for a message past the month's."""
        if self._places[address] > settings.users_per_bot:
            raise over_quota()
        if self.sent[self.month] >= settings.monthly_messages:
            raise over_quota()

    def wire(self, settings: Settings) -> Json:
        """What GET /stats tells of this bot."""
        return {
            "bot": self.number,
            "users": len(self.users),
            "users_per_bot": settings.users_per_bot,
            "messages": self.sent[self.month],
            "monthly_messages": settings.monthly_messages,
            "waiting": len(self.updates.fresh()),
        }

    def reset(self) -> None:
        self.users.clear()
        self._places.clear()
        self.sent.clear()
        self.updates.waiting.clear()


class Zalo:
    """All bots by their number, from 1 on, and the settings they share."""

    def __init__(
        self, tokens: tuple[str, ...], background: Background, clock: Callable[[], float]
    ) -> None:
        self.settings = Settings()
        self._fixed = bool(tokens)
        self._background, self._clock = background, clock
        self._session: aiohttp.ClientSession | None = None
        self.bots: dict[int, ZaloBot] = {}
        for number, token in enumerate(tokens, 1):
            self.bot(number).token = token

    def bot(self, number: int) -> ZaloBot:
        """The bot of that number; people may write to it before anybody has come with its token."""
        if number not in self.bots:
            self.bots[number] = ZaloBot(number, "", self._background, self._clock)
        return self.bots[number]

    def admit(self, token: str) -> ZaloBot:
        """The bot of this token: tokens not seen before take the next bots; raises 401."""
        number, _, secret = token.partition(":")
        if not number.isdigit() or not secret or len(token) > LONGEST_TOKEN:
            raise wrong_token()
        known = next((bot for bot in self.bots.values() if bot.token == token), None)
        if known is not None:
            return known
        if self._fixed:
            raise wrong_token()
        free = (n for n in range(1, len(self.bots) + 2) if not self.bot(n).token)
        bot = self.bot(next(free))
        bot.token = token
        return bot

    @property
    def milliseconds(self) -> int:
        return round(self._clock() * 1000)

    def new_key(self) -> str:
        """An id of a message or a sticker, as Zalo makes them."""
        return secrets.token_hex(10)

    def connections(self) -> aiohttp.ClientSession:
        """For what Zalo fetches itself."""
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session

    def reset(self) -> None:
        for bot in self.bots.values():
            bot.reset()

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
        for bot in self.bots.values():
            await bot.webhooks.close()
