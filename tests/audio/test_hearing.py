"""What is heard while a file is written is what its players hear."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from audio.encode import RATE
from audio.engines import Samples
from audio.figures import figures_of
from audio.hearing import write_heard
from audio.joining import sound_of, stretches
from audio.mixing import chime, silence


def _said(seconds: float) -> Iterator[Samples]:
    """A chime, a pause, a chime, and so on."""
    made = np.concatenate([chime(), silence(1.2)] * 4)[: round(seconds * RATE)]
    yield from np.array_split(made, 7)


@pytest.mark.parametrize("seconds", [3.0, 7.0, 7.013])
def test_it_is_what_the_file_holds(tmp_path: Path, seconds: float) -> None:
    out = tmp_path / "made.ogg"
    heard = write_heard(_said(seconds), round(seconds * RATE), out)

    assert heard == figures_of(sound_of(stretches(out)[0]))
    assert heard.seconds == pytest.approx(seconds)
    assert heard.gap > 0.5


def test_where_the_sound_ends_in_a_fault_nothing_is_written_and_nobody_goes_on_waiting(
    tmp_path: Path,
) -> None:
    def breaks() -> Iterator[Samples]:
        yield from _said(3)
        raise RuntimeError("the filters gave up")

    with pytest.raises(RuntimeError, match="gave up"):
        write_heard(breaks(), 10 * RATE, tmp_path / "made.ogg")
    assert list(tmp_path.iterdir()) == []
