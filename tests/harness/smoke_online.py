"""`make smoke-online`: do the voices on the network still answer? It asks them in earnest, so it is
part of no test; where there is no way to them it says so and is content."""

import asyncio
import socket
import sys
from urllib.parse import urlsplit

from audio.engines import Engine, EngineFailed, Speed
from audio.patience import Patience
from bot.engines import MAKERS, not_installed
from bot.settings import Settings

SAID = ["Xin kính chào quý vị.", "Các chi bộ họp lúc mười chín giờ ba mươi phút."]
REACHED_IN = 5.0


def way_to(address: str) -> bool:
    """Whether a connection to that address comes about at all."""
    parts = urlsplit(address)
    try:
        with socket.create_connection((parts.hostname, parts.port or 443), REACHED_IN):
            return True
    except OSError:
        return False


async def look(engine: Engine, address: str) -> str:
    """One line: what became of three speeds of two sentences. Begins with "FAILED" when it answers
    but not with speech."""
    if not await asyncio.to_thread(way_to, address):
        return f"{engine.name}: not run, there is no way to {urlsplit(address).hostname}"
    try:
        heard = [
            sum(clip.seconds for clip in await engine.speak(SAID, "vi", speed)) for speed in Speed
        ]
    except EngineFailed as failed:
        return f"FAILED {failed}"
    return f"{engine.name}: spoke, " + ", ".join(
        f"{speed.value} {seconds:.1f} s" for speed, seconds in zip(Speed, heard, strict=True)
    )


async def smoke(settings: Settings) -> int:
    """Look at both; 1 when one that can be reached does not speak."""
    lines = [await look(MAKERS["gtts"](settings), f"https://{settings.voice_host}")]
    if "edge" in not_installed(settings.model_copy(update={"voices": "edge"})):
        lines.append("edge: not run, it is not installed (make extras EXTRAS=edge)")
    else:
        from edge_tts.constants import WSS_URL

        from audio.edge import Edge

        lines.append(await look(Edge(Patience(attempts=1)), WSS_URL))
    for line in lines:
        print(line)
    return int(any(line.startswith("FAILED") for line in lines))


if __name__ == "__main__":
    sys.exit(asyncio.run(smoke(Settings())))
