"""A vote's result as a picture for a phone."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from files.printing import pictures_of

WIDTH = 1080  # pixels: a phone's screen, upright
_PAGE_POINTS = 540
_PPI = 72 * WIDTH // _PAGE_POINTS


@dataclass(frozen=True)
class Bar:
    """One answer: how many chose it, and their share (0 to 1) of all that count."""

    label: str
    count: int
    share: float


def draw_bars(
    bars: Sequence[Bar], title: str, shares: str, sentence: str, out: Path, language: str = "vi"
) -> None:
    """Writes a PNG 1080 pixels wide to `out`: the title, the bars, what their `shares` are
    of, what it all means."""
    (picture,) = pictures_of("polls.typ", bars_data(bars, title, shares, sentence, language), _PPI)
    out.write_bytes(picture)


def bars_data(
    bars: Sequence[Bar], title: str, shares: str, sentence: str, language: str
) -> Mapping[str, Any]:
    """What the template shows."""
    shown = [asdict(bar) for bar in bars]
    said = {"title": title, "shares": shares, "sentence": sentence}
    return {**said, "bars": shown, "language": language}
