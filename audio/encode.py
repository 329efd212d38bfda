"""Sound to voice files and back: OGG/Opus as messengers want it, chapters, AAC for other players,
decoding anything."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from itertools import chain
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, NamedTuple

import av
import numpy as np
from av.bitstream import BitStreamFilterContext

from audio.engines import Clip, Samples

RATE = 48_000
SECOND = Fraction(1)
BIT_RATE = 32_000
AAC_RATE, AAC_BIT_RATE, AAC_FRAME = 44_100, 64_000, 1024
# For speech nearer to the original than FFmpeg's usual search (23 dB against 21), in half the time.
AAC = {"aac_coder": "fast"}
# 20 ms frames of the audio mode: the 60 ms voice mode overshoots by almost 4 dB and clips.
OPUS = {"application": "audio", "frame_duration": "20", "vbr": "on"}


# How hard the encoder thinks: QUICK takes a third of the time for a somewhat larger file.
BEST, QUICK = 10, 5


class Chapter(NamedTuple):
    """A named place in a recording; a whole second, because FFmpeg writes any other one wrong."""

    title: str
    start: int


def encode_voice(
    samples: Samples, out: Path, chapters: Sequence[Chapter] = (), effort: int = BEST
) -> None:
    """Write mono `samples` at 48 kHz as OGG/Opus to `out`, all or nothing."""
    encode_pieces([samples], out, marks(chapters, -(-len(samples) // RATE)), effort)


def encode_pieces(
    pieces: Iterable[Samples],
    out: Path,
    chapters: "Sequence[av.container.Chapter]" = (),
    effort: int = BEST,
    given: Callable[[bytes], object] = lambda _: None,
) -> None:
    """The same for sound that comes in pieces, which are never all held at once.

    `given` is called with the head that a decoder needs, then with each packet.
    """
    with written_whole(out) as unfinished, av.open(str(unfinished), "w", format="ogg") as container:
        container.set_chapters([*chapters])
        stream = container.add_stream(
            "libopus", rate=RATE, options={**OPUS, "compression_level": str(effort)}
        )
        stream.bit_rate = BIT_RATE
        stream.layout = "mono"
        stream.codec_context.open()
        given(stream.codec_context.extradata or b"")
        for block in chain(frames(pieces, RATE), [None]):
            for packet in stream.encode(block):
                given(bytes(packet))
                container.mux(packet)


@contextmanager
def written_whole(out: Path) -> Iterator[Path]:
    """A place to write to; what is there takes `out`'s place at the end, or is forgotten.

    Two may write the same at once: each has a place of its own, the last one stays.
    """
    with NamedTemporaryFile(dir=out.parent, prefix=".part-", delete=False) as opened:
        unfinished = Path(opened.name)
    try:
        yield unfinished
        unfinished.chmod(0o644)
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)


def to_aac(source: Path, out: Path) -> None:
    """Write the sound of any audio file as bare mono AAC."""
    with av.open(str(source), "r") as given, av.open(str(out), "w", format="adts") as made:
        stream = made.add_stream("aac", rate=AAC_RATE, options=AAC)
        stream.layout = "mono"
        stream.bit_rate = AAC_BIT_RATE
        resampler = av.AudioResampler("fltp", "mono", AAC_RATE, frame_size=AAC_FRAME)
        for frame in chain(given.decode(audio=0), [None]):
            for piece in resampler.resample(frame):
                made.mux(stream.encode(piece))
        made.mux(stream.encode(None))


def to_mp4(bare: Path, out: Path) -> None:
    """The same AAC in MP4, of which a player needs only the beginning before it can play from
    anywhere. Nothing is encoded anew."""
    with (
        av.open(str(bare), "r") as given,
        av.open(str(out), "w", format="ipod", options={"movflags": "+faststart"}) as made,
    ):
        sound = given.streams.audio[0]
        stream = made.add_stream_from_template(sound)
        unwrapped = BitStreamFilterContext("aac_adtstoasc", sound, stream)
        for packet in chain(given.demux(sound), [None]):
            for piece in unwrapped.filter(packet):
                piece.stream = stream
                made.mux(piece)


def chapters_of(source: Path) -> list[tuple[float, float]]:
    """Where each chapter of a recording begins and ends, in seconds."""
    with av.open(str(source), "r") as container:
        marks = [
            (one["start"], one["end"], one["time_base"] or SECOND) for one in container.chapters()
        ]
    return [(float(start * base), float(end * base)) for start, end, base in marks]


def decode(source: Path | bytes) -> Clip:
    """The sound of any audio file or its bytes, mono at 48 kHz; raises `ValueError` if none."""
    opened: str | IO[bytes] = io.BytesIO(source) if isinstance(source, bytes) else str(source)
    try:
        with av.open(opened, "r") as container:
            heard = resample(container.decode(audio=0))
    except (av.FFmpegError, IndexError) as error:
        raise ValueError(f"not a sound: {error}") from error
    return Clip(heard, RATE)


def at_studio_rate(clip: Clip) -> Samples:
    """The clip's samples at 48 kHz."""
    if clip.rate == RATE:
        return clip.samples
    return resample(blocks(clip.samples, clip.rate))


def resample(given: Iterable[av.AudioFrame]) -> Samples:
    """Frames of any shape as mono samples at 48 kHz."""
    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
    pieces = [piece.to_ndarray()[0] for frame in given for piece in resampler.resample(frame)]
    pieces += [piece.to_ndarray()[0] for piece in resampler.resample(None)] if pieces else []
    return np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.float32)


def blocks(samples: Samples, rate: int) -> Iterator[av.AudioFrame]:
    """Mono samples as frames of a second for PyAV, which keeps several copies of each."""
    return frames([samples], rate)


def frames(pieces: Iterable[Samples], rate: int) -> Iterator[av.AudioFrame]:
    """Pieces of one sound as frames of at most a second."""
    place = 0
    for piece in pieces:
        for start in range(0, len(piece), rate):
            packed = np.ascontiguousarray(piece[start : start + rate], dtype=np.float32)[None, :]
            made = av.AudioFrame.from_ndarray(packed, format="flt", layout="mono")
            made.sample_rate = rate
            made.pts = place
            yield made
            place += packed.shape[1]


def marks(chapters: Sequence[Chapter], seconds: int) -> "list[av.container.Chapter]":
    """The chapters of a recording so many seconds long, as FFmpeg wants them."""
    starts = [*(chapter.start for chapter in chapters), seconds]
    return [
        {
            "id": number,
            "start": chapter.start,
            "end": starts[number + 1],
            "time_base": SECOND,
            "metadata": {"title": chapter.title},
        }
        for number, chapter in enumerate(chapters)
    ]
