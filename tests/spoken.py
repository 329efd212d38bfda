"""What the voice has said once is not said anew in the next story: most read the same directive.

A build takes a second, and what is built is looked at where the voices are tested.
"""

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.gallery import Made, Maker
from storage.encoding import encode

VOICES = ("bulletins.audio", "bulletins.item", "voice")
_spoken: dict[str, tuple[Made, bytes]] = {}


def said_once(makers: dict[str, Maker]) -> dict[str, Maker]:
    """The makers; those of sound speak each thing once, and then give a copy."""
    return {**makers, **{name: _once(name, makers[name]) for name in VOICES}}


def _once(name: str, maker: Maker) -> Maker:
    async def make(values: dict[str, Any], language: str, out: Path) -> Made:
        recipe = json.dumps([name, encode(values), language], sort_keys=True)
        if recipe not in _spoken:
            made = await maker(values, language, out)
            _spoken[recipe] = made, await asyncio.to_thread(out.read_bytes)
            return made
        made, sound = _spoken[recipe]
        await asyncio.to_thread(out.write_bytes, sound)
        return replace(made, path=out)

    return make
