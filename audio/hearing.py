"""A voice file is listened to while it is written.

What the encoder gives is decoded at once on another core, so that listening to a chapter takes
hardly longer than writing it.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import cast

import av

from audio.encode import encode_pieces
from audio.engines import Samples
from audio.figures import Figures, figures_of
from audio.joining import Packet, decoded


def write_heard(pieces: Iterable[Samples], length: int, out: Path) -> Figures:
    """Write mono sound of so many samples as OGG/Opus, all or nothing; what a player will hear."""
    given: SimpleQueue[bytes | None] = SimpleQueue()
    with ThreadPoolExecutor(1, "ear") as aside:
        heard = aside.submit(figures_of, _heard(given, length))
        try:
            encode_pieces(pieces, out, given=given.put)
        finally:
            given.put(None)
        return heard.result()


def _heard(given: "SimpleQueue[bytes | None]", length: int) -> Iterator[Samples]:
    """The sound of the packets behind their head, without what fills the last one."""
    head = given.get()
    if head is None:
        return
    for piece in decoded(head, map(_packet, iter(given.get, None))):
        yield piece[:length]
        length -= min(length, len(piece))


def _packet(content: bytes) -> Packet:
    return cast("Packet", av.Packet(content))
