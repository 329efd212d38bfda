"""The Zalo door: pages go out as plain texts with numbers, and what people send comes in.

Zalo has no buttons, edits nothing and takes no files: choices are numbered, every screen is a new
message, and files are links to our own pages.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import structlog

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
from bot.links import Links, NoLink
from bot.numbered import Numbered, split
from bot.polling import ask_again
from bot.quota import Quota
from bot.texts import TYPED
from bot.zalo_calls import FETCHING, NothingNew, WrongToken, ZaloCalls, messenger_of
from bot.zalo_updates import understand
from rules.quotas import Given, Room
from rules.refusal import Refusal
from rules.words import letters
from storage.media import Kept

log = structlog.get_logger()
LONGEST = 2000  # letters of a text, and of a caption
TITLE = 200  # letters; a longer first line is no title
POLL_SECONDS = 30
PROBLEMS = (NotDelivered, Uncertain, Unreachable, Refused)


class ZaloDoor:
    """Shows pages in the chats of one Zalo bot, and hands what comes in to `take`."""

    proof_header = "X-Bot-Api-Secret-Token"
    redraws = False  # a new message for each change would be a flood
    buttons = False

    def __init__(
        self,
        token: str,
        base_url: str,
        numbered: Numbered,
        links: Links,
        quota: Callable[[str], Quota],
        not_shown: Callable[[str, str], None],
    ) -> None:
        self.name = messenger_of(token)
        self._calls = ZaloCalls(token, base_url)
        self._numbered = numbered
        self._links = links
        self._quota = quota(self.name)
        self._in_hand: dict[str, Any] | None = None  # handed out once, and not in the books yet
        self._missed = not_shown  # files Zalo could not bring: messenger and kind

    async def open(self, commands: Mapping[str, list[tuple[str, str]]]) -> str:
        """Say hello to the server; how this bot is called. Refused when the server does not know
        the token. There is no menu of commands."""
        try:
            return str((await self._calls.call("getMe"))["account_name"])
        except WrongToken:
            raise Refusal("commands.wrong_zalo_token") from None

    async def close(self) -> None:
        """Close the connections."""
        await self._calls.close()

    # --- out ---------------------------------------------------------------------------------

    async def room(self, given: Given) -> Room:
        """What this bot's plan still carries."""
        return await self._quota.room(given)

    async def show(self, address: str, page: Page, replace: str | None = None) -> Sent:
        """Send a page as a new message; one too long for a message comes as several."""
        sent, about = await self._send_file(address, page) if page.media else (None, "")
        text = "" if about is None else self._numbered.text(page, about)
        styles = _bold_title(text) if page.text else {}
        for piece in split(text, LONGEST):
            sent = await self._send(sent, "sendMessage", chat_id=address, text=piece, **styles)
            styles = {}
        if sent is None:
            raise Refused("nothing to send")
        return sent

    async def hint(self, incoming: Incoming, text: str) -> None:
        """Nothing: there are no buttons to press."""

    async def recording(self, address: str) -> None:
        """ "… is typing": there is no sign for recording."""
        await self.reading(address)

    async def remove(self, address: str, ref: str) -> None:
        """Nothing: what was sent stays."""

    async def reading(self, address: str) -> None:
        """ "… is typing"."""
        with suppress(*PROBLEMS):
            await self._calls.call("sendChatAction", chat_id=address, action="typing")

    async def fetch(self, file: RemoteFile) -> bytes:
        """Download a file a person sent."""
        return await self._calls.fetch(file.remote_id)

    async def _send_file(self, address: str, page: Page) -> tuple[Sent | None, str | None]:
        """Send what Zalo can fetch from us, and what the text has to say about it: None when all
        is said. A photo carries the text itself, a voice is heard before the text; of anything
        else, and of what Zalo will not take, the text gets a link."""
        kept, sent = page.media, None
        assert kept is not None
        try:
            if kept.kind == "photo":
                return await self._send_photo(address, kept, self._numbered.text(page)), None
            if kept.kind == "voice":
                sent = await self._send_voice(address, kept, page.language.removesuffix(TYPED))
        except (Refused, NoLink) as problem:
            self._not_shown(kept, str(problem))
        if sent and not page.text:
            return sent, None
        what, link = await self._links.about(kept), await self._link(page)
        return sent, self._numbered.about_file(what, link, page.language)

    async def _send_photo(self, address: str, kept: Kept, text: str) -> Sent:
        if letters(text) > LONGEST:
            raise Refused("too long for a caption")
        given = {"photo": await self._links.public_photo(kept)}
        given |= {"caption": text} if text else {}
        return await self._send(None, "sendPhoto", FETCHING, chat_id=address, **given)

    async def _send_voice(self, address: str, kept: Kept, language: str) -> Sent:
        url = await self._links.link(kept, language, "aac")
        return await self._send(None, "sendVoice", FETCHING, chat_id=address, voice_url=url)

    async def _link(self, page: Page) -> str:
        """Where a person can open the file; "" when we have no address of our own."""
        assert page.media is not None
        try:
            return await self._links.link(page.media, page.language.removesuffix(TYPED))
        except NoLink as problem:
            self._not_shown(page.media, str(problem))
            return ""

    def _not_shown(self, kept: Kept, why: str) -> None:
        self._missed(self.name, kept.kind)
        log.warning("file not shown", kind=kept.kind, why=why)

    async def _send(
        self, before: Sent | None, method: str, patience: float | None = None, **given: Any
    ) -> Sent:
        """One call. After an earlier one arrived nothing is certain: all of it again would bring
        that twice."""
        try:
            result = await self._calls.call(method, patience, **given)
        except (Uncertain, NothingNew):  # of a send, its 408 says that it waited in vain
            await self._quota.spend()  # it may have gone
            raise Uncertain from None
        except PROBLEMS as problem:
            raise (Uncertain if before else problem) from None
        await self._quota.spend()
        return Sent(str(result.get("message_id", "")))

    # --- in ----------------------------------------------------------------------------------

    async def listen(self, take: Take) -> None:
        """Long polling, for ever: for tries only, for what is handed out comes but once."""
        await ask_again(
            lambda: self.poll(take, POLL_SECONDS), WrongToken, "commands.wrong_zalo_token"
        )

    async def poll(self, take: Take, seconds: int) -> bool:
        """Take one update; whether there was one. What is handed out does not come again: it is
        kept until it is in the books."""
        if self._in_hand is None:
            with suppress(NothingNew):
                update = await self._calls.call("getUpdates", seconds + 10, timeout=seconds)
                self._in_hand = update or None
        if self._in_hand is None:
            return False
        await self.take_update(self._in_hand, take)
        self._in_hand = None
        return True

    async def hook(self, url: str, secret: str) -> None:
        """Let the server bring updates to this address."""
        await self._calls.call("setWebhook", url=url, secret_token=secret)

    async def unhook(self) -> None:
        """Fetch updates from now on."""
        await self._calls.call("deleteWebhook")

    async def take_update(self, payload: dict[str, Any], take: Take) -> None:
        """One update as a webhook brings it. Returns once it is committed."""
        if incoming := understand(payload, self.name):
            await take(incoming)


def _bold_title(text: str) -> dict[str, Any]:
    """The first of several lines in bold, as every messenger shows a title."""
    line, gap, _ = text.partition("\n")
    bold = {"start": 0, "len": letters(line), "st": ["b"]}
    return {"text_styles": [bold]} if gap and 0 < letters(line) < TITLE else {}
