"""The picture of a vote's result, read back pixel by pixel."""

import struct
import zlib
from pathlib import Path

import pytest

from files.polls import Bar, bars_data, draw_bars
from files.printing import pictures_of

FILLED = (0x1F, 0x5F, 0x8B)
EMPTY = (0xDF, 0xE6, 0xEC)
TITLE = "Kết nạp đồng chí Lê Thị Sen"


def drawn(*shares: float, title: str = TITLE, label: str = "Tán thành") -> list[bytes]:
    """A small picture of such bars, as rows of red, green, blue and opacity."""
    bars = [Bar(label, round(share * 30), share) for share in shares]
    data = bars_data(bars, title, "Tính trên 30 người.", "Biểu quyết được thông qua.", "vi")
    (picture,) = pictures_of("polls.typ", data, 18)
    return rows_of(picture)


def rows_of(png: bytes) -> list[bytes]:
    """A PNG with eight bits of red, green, blue and opacity, unfiltered."""
    width, height, depth, colours = struct.unpack(">IIBB", png[16:26])
    assert (depth, colours) == (8, 6)
    packed, at = b"", 8
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        packed += png[at + 8 : at + 8 + size] if kind == b"IDAT" else b""
        at += size + 12
    data, stride = zlib.decompress(packed), 4 * width
    rows = [bytes(stride)]
    for row in range(height):
        start = row * (stride + 1)
        rows.append(unfiltered(data[start], data[start + 1 : start + 1 + stride], rows[-1]))
    return rows[1:]


def unfiltered(kind: int, line: bytes, above: bytes) -> bytes:
    """One row of a PNG, its filter undone."""
    done = bytearray(line)
    for at in range(len(done)):
        left, up = (done[at - 4] if at >= 4 else 0), above[at]
        corner = above[at - 4] if at >= 4 else 0
        guess = (0, left, up, (left + up) // 2, nearest(left, up, corner))[kind]
        done[at] = (done[at] + guess) & 255
    return bytes(done)


def nearest(left: int, up: int, corner: int) -> int:
    return min((left, up, corner), key=lambda one: abs(left + up - corner - one))


def lengths(rows: list[bytes]) -> list[float]:
    """For each bar from the top, the filled part of its length."""
    found: list[float] = []
    inside = False
    for row in rows:
        pixels = [tuple(row[at : at + 3]) for at in range(0, len(row), 4)]
        filled, empty = pixels.count(FILLED), pixels.count(EMPTY)
        bar = filled + empty > 0.8 * len(pixels)
        if bar and not inside:
            found.append(filled / (filled + empty))
        inside = bar
    return found


def test_the_picture_is_as_wide_as_a_phone(tmp_path: Path) -> None:
    out = tmp_path / "bars.png"
    draw_bars([Bar("Tán thành", 27, 0.9)], TITLE, "Tính trên 30 người.", "Được thông qua.", out)

    assert struct.unpack(">I", out.read_bytes()[16:20]) == (1080,)


def test_the_bars_are_as_long_as_the_shares() -> None:
    assert lengths(drawn(0.9, 0.1, 0.0, 1.0)) == pytest.approx([0.9, 0.1, 0.0, 1.0], abs=0.02)


def test_the_bars_can_be_told_from_their_ground_in_grey() -> None:
    def grey(colour: tuple[int, int, int]) -> float:
        parts = (
            (c / 255 / 12.92 if c < 11 else ((c / 255 + 0.055) / 1.055) ** 2.4) for c in colour
        )
        return sum(
            weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True)
        )

    assert (grey(EMPTY) + 0.05) / (grey(FILLED) + 0.05) >= 4.5


def test_long_words_make_the_picture_taller_not_wider() -> None:
    short = drawn(0.5)
    long = drawn(0.5, title="#Biểu quyết *này* " * 9, label="Tán thành " * 9)

    assert len(long) > len(short) + 30
    assert len(long[0]) == len(short[0])
    assert lengths(long) == pytest.approx([0.5], abs=0.02)
