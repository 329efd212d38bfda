"""Chapters that are voice files already, put into one file; and one file, chapter by chapter.

A whole second is fifty Opus frames, so chapters of whole seconds are joined packet by packet and
nothing is encoded twice. Every join lies in silence.
"""

import hashlib
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice
from pathlib import Path
from typing import NamedTuple, TypeAlias

import av
import numpy as np

from audio.encode import RATE, SECOND, Chapter, marks, written_whole
from audio.engines import Samples

Packet: TypeAlias = "av.Packet[av.AudioStream]"
PACKETS = 50  # in a second
FRAME = RATE // PACKETS
# What the encoder looks ahead, which players skip at the beginning of a file.
AHEAD = 312


class Part(NamedTuple):
    """A chapter's file, and how many whole seconds it lasts."""

    title: str
    path: Path
    seconds: int


class Stretch(NamedTuple):
    """A chapter as a file holds it: where it begins, in seconds, and its packets."""

    title: str
    start: float
    packets: list[Packet]

    @property
    def seconds(self) -> float:
        """How long its packets last."""
        return sum(packet.duration or 0 for packet in self.packets) / RATE

    @property
    def digest(self) -> str:
        """What its packets are known by, wherever they stand."""
        return digest_of(self.packets)


def join_parts(parts: Sequence[Part], out: Path) -> None:
    """Write the parts one after the other to `out`, each a chapter, all or nothing."""
    starts = list(accumulate((part.seconds for part in parts), initial=0))
    named = [Chapter(part.title, start) for part, start in zip(parts, starts, strict=False)]
    with written_whole(out) as unfinished, av.open(str(unfinished), "w", format="ogg") as made:
        made.set_chapters(marks(named, starts[-1]))
        stream = None
        for part, start in zip(parts, starts, strict=False):
            with av.open(str(part.path), "r") as given:
                stream = stream or made.add_stream_from_template(given.streams.audio[0])
                for place, packet in enumerate(_packets(given, part.seconds), start * PACKETS):
                    packet.stream = stream
                    packet.pts = packet.dts = place * FRAME - AHEAD
                    made.mux(packet)


def digest_of_file(path: Path, seconds: int) -> str:
    """What the packets of so many seconds of a voice file are known by."""
    with av.open(str(path), "r") as given:
        return digest_of(_packets(given, seconds))


def digest_of(packets: Iterable[Packet]) -> str:
    """What these packets are known by."""
    content = hashlib.sha256()
    for packet in packets:
        sound = bytes(packet)
        content.update(len(sound).to_bytes(4, "big") + sound)
    return content.hexdigest()


def stretches(path: Path) -> list[Stretch]:
    """A voice file cut at its chapters, not decoded; one stretch when it names none.

    Raises `av.FFmpegError` or `IndexError` when it is no sound.
    """
    with av.open(str(path), "r") as container:
        found = [
            (
                mark["metadata"].get("title", ""),
                float(mark["start"] * (mark["time_base"] or SECOND)),
            )
            for mark in container.chapters()
        ] or [("", 0.0)]
        cut = [Stretch(title, start, []) for title, start in found]
        starts = [one.start for one in cut]
        for packet in container.demux(container.streams.audio[0]):
            if packet.size:
                begins = ((packet.pts or 0) + AHEAD) / RATE
                # What the encoder looks ahead begins before the first.
                cut[max(0, bisect(starts, begins) - 1)].packets.append(packet)
    return cut


def sound_of(stretch: Stretch) -> Iterator[Samples]:
    """A stretch decoded by itself, in pieces at 48 kHz."""
    if not stretch.packets:
        return
    head = stretch.packets[0].stream.codec_context.extradata
    yield from decoded(head or b"", stretch.packets)


def decoded(head: bytes, packets: Iterable[Packet]) -> Iterator[Samples]:
    """Opus packets as sound, in pieces at 48 kHz; `head` is what a file says of them first."""
    decoder = av.CodecContext.create("opus", "r")
    decoder.extradata = head
    frames = (frame for packet in chain(packets, [None]) for frame in decoder.decode(packet))
    while second := [frame.to_ndarray()[0] for frame in islice(frames, PACKETS)]:
        yield np.concatenate(second)


def _packets(container: "av.container.InputContainer", seconds: int) -> Iterator[Packet]:
    """The packets of so many seconds; what the encoder adds at the end is silence."""
    sound = (packet for packet in container.demux(container.streams.audio[0]) if packet.size)
    return islice(sound, seconds * PACKETS)
