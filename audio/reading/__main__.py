"""The child's whole life: limit itself, read one file, answer in JSON.

Called with the suffix and the path. The answer is {"paragraphs": [[text, kind, level], ...]} or
{"refused": reason}.
"""

import json
import sys
import unicodedata
from pathlib import Path

from audio.documents import Paragraph, Reason, Unreadable
from audio.reading.legible import refuse_illegible
from audio.reading.limits import limit_this_process


def main(suffix: str, path: Path) -> None:
    """Read `path` and write the answer to standard output."""
    limit_this_process()
    answer: dict[str, object]
    try:
        answer = {"paragraphs": [_plain(paragraph) for paragraph in _read(suffix, path)]}
    except Unreadable as refusal:
        answer = {"refused": refusal.reason.value}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _read(suffix: str, path: Path) -> list[Paragraph]:
    # Each library is loaded only for its own kind of file: starting is most of the work.
    if suffix == ".txt":
        from audio.reading.text import read_text as read
    elif suffix == ".docx":
        from audio.reading.word import read_word as read
    else:
        from audio.reading.pdf import read_pdf as read
    try:
        paragraphs = read(path)
    except MemoryError:
        raise Unreadable(Reason.BOMB) from None
    refuse_illegible("\n".join(paragraph.text for paragraph in paragraphs))
    if not paragraphs:
        raise Unreadable(Reason.EMPTY)
    return paragraphs


def _plain(paragraph: Paragraph) -> tuple[str, str, int]:
    text = " ".join(unicodedata.normalize("NFC", paragraph.text).split())
    return text, paragraph.kind.value, paragraph.level


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
