"""A person's own recording of an item: taken apart in a child process, since it may be anything,
trimmed, and finished as any other chapter is."""

import sys
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path

import numpy as np

from audio.children import ChildFailed, run_child
from audio.engines import Clip, Samples
from audio.reading.limits import limit_this_process

ROOT = Path(__file__).parents[1]
SECONDS = 120  # of the clock and of the processor
SHORTEST, LONGEST = 1.0, 600.0  # seconds a recording of one item lasts
# This much below the loudest moment nobody speaks, however noisy the room is.
BELOW = 10 ** (-32 / 20)
FAINTEST = 1e-3
KEPT = 0.2  # seconds around the words that stay
LONGEST_PAUSE, SHORTENED = 1.6, 1.0
WINDOW = 0.02
# What the child ends with; anything else is no sound, or broken.
TOO_SHORT, TOO_LONG = 3, 4
REASONS = {TOO_SHORT: "too_short", TOO_LONG: "too_long"}


class Unusable(Exception):
    """A recording nothing can be made of; `reason` is "no_sound", "too_short" or "too_long"."""

    def __init__(self, title: str, reason: str) -> None:
        super().__init__(reason)
        self.title, self.reason = title, reason


async def finish_own(source: Path, place: Path, title: str) -> None:
    """Make a chapter of the sound in `source` at `place`, with its figures beside it; raises
    `Unusable`."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        await run_child(_command(source, place, title), b"", SECONDS, folder=ROOT)
    except ChildFailed as problem:
        raise Unusable(title, REASONS.get(problem.code or 0, "no_sound")) from problem
    except TimeoutError as problem:
        raise Unusable(title, "no_sound") from problem


def _command(source: Path, place: Path, title: str) -> list[str]:
    return ["-m", "audio.own", str(source.resolve()), str(place.resolve()), title]


def trimmed(samples: Samples, rate: int) -> Samples:
    """Without the silence before and after the words; long pauses between them shortened."""
    window = int(rate * WINDOW)
    whole = samples[: len(samples) // window * window].reshape(-1, window)
    levels = np.sqrt(np.mean(whole**2, axis=1)) if len(whole) else np.zeros(0)
    heard = np.flatnonzero(levels > max(FAINTEST, BELOW * float(np.max(levels, initial=0))))
    if not len(heard):
        return samples[:0]
    return np.concatenate([*_pieces(samples, heard.tolist(), window, rate)])


def _pieces(samples: Samples, heard: Sequence[int], window: int, rate: int) -> Iterator[Samples]:
    around = int(rate * KEPT)
    begins = max(0, heard[0] * window - around)
    for before, after in pairwise(heard):
        if (after - before) * WINDOW > LONGEST_PAUSE:
            half = int(rate * SHORTENED / 2)
            yield samples[begins : (before + 1) * window + half]
            begins = after * window - half
    yield samples[begins : (heard[-1] + 1) * window + around]


def main(source: Path, place: Path, title: str) -> int:
    """The child's whole life."""
    from audio.bulletin import Sentence, SpokenChapter
    from audio.chapters import record
    from audio.encode import RATE

    limit_this_process(SECONDS)
    sound = _decoded(source)
    if len(sound) > LONGEST * RATE:
        return TOO_LONG
    words = trimmed(sound, RATE)
    if len(words) < SHORTEST * RATE:
        return TOO_SHORT
    record(SpokenChapter(title, (Sentence(""),)), [Clip(words, RATE)], place)
    return 0


def _decoded(source: Path) -> Samples:
    """The sound, and no more of it than shows that it is too long."""
    import av

    from audio.encode import RATE

    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
    pieces: list[Samples] = []
    length = 0
    with av.open(str(source), "r") as container:
        for frame in chain(container.decode(audio=0), [None]):
            if length > LONGEST * RATE or (frame is None and not length):
                break
            made = [piece.to_ndarray()[0] for piece in resampler.resample(frame)]
            length += sum(map(len, made))
            pieces += made
    return np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.float32)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
