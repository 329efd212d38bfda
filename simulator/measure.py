"""Reading a picture's size and a recording's length from the first bytes of the file."""

from __future__ import annotations

import struct

# JPEG segments that carry the frame's size; the others in C0..CF are tables.
FRAME_MARKERS = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
OPUS_RATE = 48_000
AAC_RATES = (96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025)
AAC_FRAME = 1024  # samples


def picture_size(data: bytes) -> tuple[int, int] | None:
    """(width, height) of a PNG, GIF, JPEG or WebP; None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    if data.startswith(b"\xff\xd8"):
        return _jpeg_size(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp_size(data)
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in FRAME_MARKERS:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    chunk = data[12:16]
    if chunk == b"VP8X":
        return (
            1 + int.from_bytes(data[24:27], "little"),
            1 + int.from_bytes(data[27:30], "little"),
        )
    if chunk == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if chunk == b"VP8 ":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None


def sound_length(data: bytes) -> int:
    """Whole seconds of Ogg Opus or AAC in ADTS, at least 1; 0 when it cannot be read."""
    if is_aac(data):
        return _aac_length(data)
    last = data.rfind(b"OggS")
    if not data.startswith(b"OggS") or last + 14 > len(data):
        return 0
    samples = int.from_bytes(data[last + 6 : last + 14], "little", signed=True)
    return max(1, round(samples / OPUS_RATE))


def is_aac(data: bytes) -> bool:
    """Whether this is AAC in ADTS frames, the only sound Zalo takes and gives."""
    return len(data) > 7 and data[0] == 0xFF and data[1] & 0xF6 == 0xF0


def _aac_length(data: bytes) -> int:
    rate = AAC_RATES[min(data[2] >> 2 & 0x0F, len(AAC_RATES) - 1)]
    at = frames = 0
    while is_aac(data[at : at + 8]):
        at += max(7, (data[at + 3] & 3) << 11 | data[at + 4] << 3 | data[at + 5] >> 5)
        frames += 1
    return max(1, round(frames * AAC_FRAME / rate))


def is_voice(data: bytes) -> bool:
    """Whether the server would show this as a voice message: Ogg, MP3 or M4A."""
    return data[:4] == b"OggS" or is_music(data)


def is_music(data: bytes) -> bool:
    """Whether the server would show this as music: MP3 or M4A."""
    mp3 = data[:3] == b"ID3" or (data[:1] == b"\xff" and len(data) > 1 and data[1] & 0xE0 == 0xE0)
    return mp3 or data[4:8] == b"ftyp"


def media_type(data: bytes) -> str | None:
    """The type of a picture or a recording, from its first bytes; None for anything else."""
    beginnings = {
        b"\x89PNG": "image/png",
        b"GIF8": "image/gif",
        b"\xff\xd8": "image/jpeg",
        b"OggS": "audio/ogg",
        b"\x1aE\xdf\xa3": "audio/webm",  # what a browser records
    }
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE"):
        return "image/webp" if data[8:12] == b"WEBP" else "audio/wav"
    for beginning, mime in beginnings.items():
        if data.startswith(beginning):
            return mime
    if is_aac(data):
        return "audio/aac"
    if is_music(data):
        return "audio/mp4" if data[4:8] == b"ftyp" else "audio/mpeg"
    return None
