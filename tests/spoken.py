"""What a voice has said once is not said anew, in the next story or by another worker: most read
the same directive.

A build takes a second, and what is built is looked at where the voices are tested.
"""

import asyncio
import hashlib
import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from audio.forms import Make
from bot.app import App
from bot.gallery import Made, Maker
from storage.encoding import encode

VOICES = ("bulletins.audio", "bulletins.item", "voice")


class Sounds:
    """The sounds of one run of the tests, in a folder its workers share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(exist_ok=True)

    def serve(self, app: App) -> None:
        """Let this handbook take what is there, and leave here what it makes."""
        self._share_chapters(app.settings.files / "sentences")
        makers = app.gallery._makers
        app.gallery._makers = {
            **makers,
            **{name: self._once(name, makers[name]) for name in VOICES},
        }
        app.links.forms._make = self._turned_once(app.links.forms._make)

    def _share_chapters(self, place: Path) -> None:
        """Other bulletins have chapters in common with this."""
        shared = self._folder / place.name
        shared.mkdir(exist_ok=True)
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.exists():
            place.symlink_to(shared, target_is_directory=True)

    def _once(self, name: str, maker: Maker) -> Maker:
        async def make(values: dict[str, Any], language: str, out: Path) -> Made:
            kept = self._at(json.dumps([name, encode(values), language], sort_keys=True).encode())
            told = kept.with_suffix(".json")
            if not await asyncio.to_thread(told.exists):
                made = await maker(values, language, out)
                about = json.dumps([made.name, made.mime, made.seconds])
                await asyncio.to_thread(_keep, await asyncio.to_thread(out.read_bytes), kept)
                await asyncio.to_thread(_keep, about.encode(), told)
                return replace(made, path=out)
            await asyncio.to_thread(shutil.copy, kept, out)
            return Made(out, *json.loads(await asyncio.to_thread(told.read_text)))

        return make

    def _turned_once(self, make: Make) -> Make:
        async def turned(source: Path, made: Path, form: str, said: str) -> bool:
            heard = await asyncio.to_thread(source.read_bytes)
            kept = self._at(heard + said.encode(), f".{form}")
            if await asyncio.to_thread(kept.exists):
                await asyncio.to_thread(shutil.copy, kept, made)
                return True
            if not await make(source, made, form, said):
                return False
            await asyncio.to_thread(_keep, await asyncio.to_thread(made.read_bytes), kept)
            return True

        return turned

    def _at(self, of: bytes, ending: str = "") -> Path:
        return self._folder / f"{hashlib.sha256(of).hexdigest()}{ending}"


def _keep(data: bytes, at: Path) -> None:
    """All of it or nothing: another worker may look at any moment."""
    part = at.with_name(f"{at.name}.{os.getpid()}.part")
    part.write_bytes(data)
    part.replace(at)
