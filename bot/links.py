"""Links to our own pages, for what a messenger cannot carry: voices, files, pictures."""

import asyncio
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Literal

from audio.forms import Forms
from bot.settings import Settings
from bot.tokens import seal, unseal
from services.listen import Link
from storage import recipes
from storage.media import Kept

KEY_FILE = "links.key"
KEY_LENGTH = 32
BULLETINS = "bulletins."  # how the makers of bulletins' voices are called
OF_BULLETINS = {"bulletins.audio": "bulletin", "bulletins.item": "item"}
CALENDAR = "text/calendar"
ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png"}
Form = Literal["page", "file", "aac"]


class NoLink(Exception):
    """No link can be made: there is no public address, or no such form of this file."""


class Links:
    """Makes and reads links. Who has one can open it, so each is good for some days only."""

    def __init__(self, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._settings = settings
        self._clock = clock
        self.forms = Forms()

    @property
    def possible(self) -> bool:
        """Whether there is an address people could reach us by."""
        return bool(self._settings.public_url)

    async def link(self, kept: Kept, language: str, form: Form = "page") -> str:
        """The address of a file's page, of the file itself, or of a voice as ".aac". Whoever opens
        it waits for nothing: the form a voice is played in is made first. NoLink when there is no
        public address, or when this is no voice and ".aac" was asked for."""
        source = self._file(kept)
        token = await self._token(kept, language, form)
        if form == "aac" and await self.forms.get(source, "aac") is None:
            raise NoLink("no sound")
        if form == "page" and kept.sounds:
            await self.forms.get(source, "m4a")
        ending = {"page": "", "file": "/tep", "aac": ".aac"}[form]
        return f"{self._pages}/{token}{ending}"

    async def public_photo(self, kept: Kept) -> str:
        """The address of a picture itself, ending as its kind does. NoLink when it is none that
        every messenger shows, or when there is no public address."""
        ending = ENDINGS.get(kept.mime or "")
        if ending is None:
            raise NoLink(f"no picture: {kept.mime}")
        return f"{self._pages}/{await self._token(kept, 'vi', 'file')}{ending}"

    def read(self, token: str) -> Link | None:
        """What a token leads to, also when its time is over; None when it is none of ours."""
        return unseal(self._key, token)

    async def about(self, kept: Kept) -> str:
        """What its page is opened for: "bulletin", "item", "sound", "photo", "calendar", "file"."""
        made_of = await asyncio.to_thread(recipes.of, self._file(kept))
        if made_of is not None and made_of.maker in OF_BULLETINS:
            return OF_BULLETINS[made_of.maker]
        if kept.kind == "photo" or kept.mime == CALENDAR:
            return "photo" if kept.kind == "photo" else "calendar"
        return "sound" if kept.sounds else "file"

    @property
    def _pages(self) -> str:
        return f"{self._settings.public_url.rstrip('/')}/nghe"

    async def _token(self, kept: Kept, language: str, form: Form) -> str:
        if not self.possible:
            raise NoLink("SOTAY_PUBLIC_URL is empty")
        made_of = await asyncio.to_thread(recipes.of, self._file(kept))
        of_bulletin = made_of is not None and made_of.maker.startswith(BULLETINS)
        days = self._settings.bulletin_link_days if of_bulletin else self._settings.link_days
        until = self._clock() + timedelta(days=days)
        return seal(self._key, Link(kept.id, language, form, until))

    def _file(self, kept: Kept) -> Path:
        return self._settings.files / (kept.path or kept.fingerprint)

    @cached_property
    def _key(self) -> bytes:
        given = self._settings.link_key.get_secret_value()
        return given.encode() if given else _key_of(self._settings.data_dir / KEY_FILE)


def _key_of(path: Path) -> bytes:
    """The key that lies there, made first if need be: whole and for us alone, and the same for
    every process that shares the folder."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=".part-") as part:  # mode 0600
            part.write(secrets.token_bytes(KEY_LENGTH))
            part.flush()
            os.fsync(part.fileno())
            with suppress(FileExistsError):  # another process was first
                os.link(part.name, path)
    return path.read_bytes()
