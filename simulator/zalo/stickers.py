"""A picture for any sticker's id: a plain disc, its colour made from the id."""

from __future__ import annotations

import struct
import zlib
from hashlib import sha256

from simulator.files import FileStore, StoredFile, Upload

SIDE = 96  # pixels


def picture_of(files: FileStore, sticker: str) -> StoredFile:
    """The sticker as a file; which ids exist is not known here, so all do."""
    return files.add("sticker", Upload(f"{sticker}.png", "image/png", _disc(sticker)))


def _disc(sticker: str) -> bytes:
    colour = bytes(96 + byte // 2 for byte in sha256(sticker.encode()).digest()[:3])
    rows = b"".join(
        b"\0" + b"".join(_pixel(x, y, colour) for x in range(SIDE)) for y in range(SIDE)
    )
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _pixel(x: int, y: int, colour: bytes) -> bytes:
    middle = (SIDE - 1) / 2
    inside = (x - middle) ** 2 + (y - middle) ** 2 < (SIDE / 2) ** 2
    return colour + (b"\xff" if inside else b"\0")


def _chunk(name: bytes, body: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + body))
    return struct.pack(">I", len(body)) + name + body + check
