"""The Telegram door: how pages go out to Telegram chats, and how updates come in."""

import os
from collections.abc import Awaitable, Mapping
from datetime import timedelta
from html import escape
from typing import Any

import structlog
from telegram import Bot, BotCommand, InputFile
from telegram.constants import ChatAction
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.doors import (
    Incoming,
    NotDelivered,
    Page,
    Refused,
    RemoteFile,
    Sent,
    Take,
    Uncertain,
    Unreachable,
)
from bot.gallery import Gallery
from bot.lanes import Lanes
from bot.polling import ask_again
from bot.telegram_request import AiohttpRequest, NotConnected, call
from bot.telegram_updates import remote_file, understand
from rules.quotas import Given, Room
from rules.refusal import Refusal
from storage.media import Kept

os.environ.setdefault("PTB_TIMEDELTA", "1")  # durations as they are from the next version on
log = structlog.get_logger()
CAPTION, TEXT = 1024, 4096
IMPATIENT = 0.25  # seconds after which others are asked for while somebody is answered slowly
POLL_SECONDS = 25
PATIENCE = 15.0  # seconds to wait for an answer to a send
Raw = dict[str, Any]
UPDATES = ["message", "callback_query", "my_chat_member"]
TOO_MANY = "Too Many Requests"
# Nothing was done. A gateway's timeout (504) is not among them: behind it, it may have been.
OUT_OF_ORDER = ("Internal Server Error", "Bad Gateway", "Service Unavailable")
NO_PREVIEW = {"link_preview_options": {"is_disabled": True}}


class TelegramDoor:
    """Shows pages in Telegram chats, and hands what comes in to `take`."""

    name = "telegram"
    redraws = True
    buttons = True
    proof_header = "X-Telegram-Bot-Api-Secret-Token"

    def __init__(
        self,
        token: str,
        gallery: Gallery,
        base_url: str,
        patience: float = PATIENCE,
        *,
        paid: bool = False,
    ) -> None:
        self._gallery = gallery
        self._paid = paid  # broadcasts go by the lane that costs, and carries more
        self.lanes = Lanes()
        request = AiohttpRequest(pool=128, read_timeout=patience)
        self.bot = Bot(
            token,
            base_url=f"{base_url}/bot",
            base_file_url=f"{base_url}/file/bot",
            request=request,
            get_updates_request=request,
        )

    async def open(self, commands: Mapping[str, list[tuple[str, str]]]) -> str:
        """Say hello to the server; the link that opens this bot. `commands` per language. Refused
        when the server does not know the token."""
        try:
            await self.bot.initialize()
        except InvalidToken:
            raise Refusal("commands.wrong_token") from None
        for language, named in commands.items():
            menu = [BotCommand(name, label) for name, label in named]
            await self.bot.set_my_commands(menu, language_code=language or None)
        return self.bot.link

    async def close(self) -> None:
        """Close the connections."""
        await self.bot.shutdown()

    # --- out ---------------------------------------------------------------------------------

    async def room(self, given: Given) -> Room:
        """Nothing counts messages here."""
        return Room()

    async def show(self, address: str, page: Page, replace: str | None = None) -> Sent:
        """Show a page; in place of message `replace` when that is possible."""
        try:
            if replace and not page.media and await self._edit(address, page, replace):
                return Sent(replace)
            message = await self._send(address, page)
        except TelegramError as problem:
            raise _outcome(problem) from None
        return Sent(str(message["message_id"]))

    async def hint(self, incoming: Incoming, text: str) -> None:
        """End the little clock on the pressed button."""
        await _decorate(self.bot.answer_callback_query(incoming.press_id, text=text or None))

    async def recording(self, address: str) -> None:
        """ "… is recording a voice message", which the messenger shows for five seconds."""
        await _decorate(self.bot.send_chat_action(address, ChatAction.RECORD_VOICE))

    async def remove(self, address: str, ref: str) -> None:
        """Delete a message of ours."""
        await _decorate(self.bot.delete_message(address, int(ref)))

    async def reading(self, address: str) -> None:
        """ "… is typing", which the messenger shows for five seconds."""
        await _decorate(self.bot.send_chat_action(address, ChatAction.TYPING))

    async def fetch(self, file: RemoteFile) -> bytes:
        """Download a file a person sent."""
        try:
            remote = await self.bot.get_file(file.remote_id)
            return bytes(await remote.download_as_bytearray())
        except TelegramError as problem:
            raise NotDelivered from problem

    async def _edit(self, address: str, page: Page, ref: str) -> bool:
        given = {"message_id": int(ref), "reply_markup": _inline(page)}
        try:
            await self._call("editMessageText", self._text(address, page) | given)
        except BadRequest as problem:
            # The same screen again is what twenty presses give; anything else (deleted, too old,
            # a picture) is shown anew.
            return "not modified" in problem.message
        return True

    async def _send(self, address: str, page: Page) -> Raw:
        if page.media is None:
            return await self._send_text(address, page)
        if len(page.text) <= CAPTION:
            return await self._send_file(address, page, page.media)
        file = Page("", media=page.media, broadcast=page.broadcast)
        await self._send_file(address, file, page.media)
        try:
            return await self._send_text(address, page)
        except TelegramError as problem:  # trying it all again would bring the file twice
            raise TimedOut from problem

    async def _send_text(self, address: str, page: Page) -> Raw:
        given = self._text(address, page) | self._ways(page)
        return await self._message("sendMessage", given)

    def _text(self, address: str, page: Page) -> Raw:
        text = _decorated(page.text)
        return {"chat_id": address, "text": text, "parse_mode": "HTML", **NO_PREVIEW}

    def _ways(self, page: Page) -> Raw:
        paid = True if self._paid and page.broadcast else None
        return {"allow_paid_broadcast": paid, "reply_markup": _buttons(page)}

    async def _send_file(self, address: str, page: Page, kept: Kept) -> Raw:
        kind = kept.kind if kept.kind in ("voice", "photo", "audio") else "document"
        given: Raw = {"chat_id": address, "parse_mode": "HTML"}
        if page.text:
            given["caption"] = _decorated(page.text)
        if kind in ("voice", "audio") and kept.seconds:
            given["duration"] = kept.seconds
        async with self._gallery.uploading(kept, self.name) as remote_id:
            if remote_id is None:
                data = await self._gallery.read(kept)
                given[kind] = InputFile(data, filename=kept.name or "file", attach=False)
                send = getattr(self.bot, f"send_{kind}")
                message: Raw = (await send(**given, api_kwargs=self._ways(page))).to_dict()
                await self._gallery.uploaded(kept, self.name, _remote_id(message))
                return message
        ways = self._ways(page)
        return await self._message(f"send{kind.title()}", given | ways | {kind: remote_id})

    async def _message(self, method: str, given: Raw) -> Raw:
        message: Raw = await self._call(method, given)
        return message

    async def _call(self, method: str, given: Raw, read_timeout: float | None = None) -> Any:
        """A call in the Bot API's own words, and its bare result: every turn makes two or three,
        and python-telegram-bot's objects for them cost more than the calls."""
        url = f"{self.bot.base_url}/{method}"
        return await call(self.bot.request, url, given, read_timeout)

    # --- in ----------------------------------------------------------------------------------

    async def listen(self, take: Take) -> None:
        """Long polling, for ever; a server that does not answer is asked ever more rarely. Refused
        when the token was revoked."""
        try:
            await ask_again(
                lambda: self.poll(take, POLL_SECONDS, IMPATIENT),
                InvalidToken,
                "commands.wrong_token",
            )
        finally:
            await self.lanes.close()

    async def hook(self, url: str, secret: str) -> None:
        """Let the server bring updates to this address."""
        await self.bot.set_webhook(url, allowed_updates=UPDATES, secret_token=secret)

    async def unhook(self) -> None:
        """Fetch updates from now on; what waits at the server stays there."""
        await self.bot.delete_webhook()

    async def take_update(self, payload: dict[str, Any], take: Take) -> None:
        """One update as a webhook brings it. Returns once it is committed."""
        if incoming := understand(payload):
            await take(incoming)

    async def poll(self, take: Take, seconds: int, patience: float | None = None) -> None:
        """Take one batch, to its end or for so many seconds. The offset moves on past what is
        committed only."""
        wanted = {"offset": self.lanes.offset, "timeout": seconds, "allowed_updates": UPDATES}
        updates = await self._call("getUpdates", wanted, seconds + 10)
        numbered = ((one["update_id"], understand(one)) for one in updates)
        await self.lanes.take(numbered, take, patience)


async def _decorate(call: Awaitable[object]) -> None:
    """A call that may as well fail: a press older than 150 s, no connection, a message gone."""
    try:
        await call
    except TelegramError as problem:
        log.info("not decorated", kind=type(problem).__name__)


def _remote_id(message: Raw) -> str:
    remote = remote_file(message)
    assert remote is not None
    return remote.remote_id


def _decorated(text: str) -> str:
    """The first line stands out when more follows; everything a person wrote stays plain text."""
    first, line, rest = text.partition("\n")
    return f"<b>{escape(first)}</b>\n{escape(rest)}" if line else escape(first)


def _buttons(page: Page) -> Raw | None:
    if page.keyboard:
        return {"keyboard": page.keyboard, "resize_keyboard": True, "is_persistent": True}
    return _inline(page)


def _inline(page: Page) -> Raw | None:
    rows = [[{"text": one.text, "callback_data": one.data} for one in row] for row in page.rows]
    return {"inline_keyboard": rows} if rows else None


def _outcome(problem: TelegramError) -> Exception:
    """What a failed send means for the one who wants to know whether it arrived."""
    match problem:
        case RetryAfter():
            wait = problem.retry_after
            seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
            return NotDelivered(min(max(seconds, 1.0), 3600.0), everyone=True)
        case NotConnected():
            return NotDelivered(2.0, everyone=True)
        case InvalidToken():  # revoked: nothing goes out until somebody gives us the new one
            return NotDelivered(60.0, everyone=True)
        case TimedOut():
            return Uncertain()
        case Forbidden():
            return Unreachable()
        case BadRequest() if "chat not found" in problem.message.lower():
            return Unreachable()
        case BadRequest():
            return Refused(type(problem).__name__)
        case NetworkError() if problem.message.startswith(TOO_MANY):
            return NotDelivered(1.0, everyone=True)
        case NetworkError() if problem.message.startswith(OUT_OF_ORDER):
            return NotDelivered(2.0)
        case _:
            return Uncertain()
