"""Plain text: UTF-8 or UTF-16, and nothing that only looks like it."""

import codecs
from pathlib import Path

from audio.documents import Paragraph, Reason, Unreadable
from audio.framing import page_lines

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path) -> list[Paragraph]:
    """One paragraph a line; the old one-byte Vietnamese encodings are refused, not guessed."""
    return [Paragraph(line) for line in page_lines(_decode(path.read_bytes()))]


def _decode(content: bytes) -> str:
    if content.startswith(UTF16_MARKS):
        encoding = "utf-16"
    elif content[1:2] == b"\0":
        encoding = "utf-16-le"
    elif content[:1] == b"\0":
        encoding = "utf-16-be"
    else:
        encoding = "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(Reason.ENCODING) from None
