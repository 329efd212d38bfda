"""Reading a directive from a file a person sent: .txt, .docx, .pdf with text.

The file is a stranger's. It is opened in a child process that has little memory and little time, so
that the worst a file can do is to be refused.
"""

import json
from pathlib import Path

from audio.children import ChildFailed, run_child
from audio.documents import Document, Kind, Paragraph, Reason, Unreadable
from audio.framing import set_frame_apart

LARGEST = 20 * 1024 * 1024
SECONDS = 40.0
ROOT = Path(__file__).parents[1]
CHILD = ("-m", "audio.reading")
SUFFIXES = (".txt", ".docx", ".pdf")
MACRO_SUFFIXES = (".docm", ".dotm")


async def read_document(path: Path, name: str) -> Document:
    """Read the file at `path`, sent under the file name `name`, into its paragraphs.

    Raises `Unreadable` with the reason; the file is never changed.
    """
    suffix = Path(name).suffix.lower()
    place = _accepted(path, suffix)
    try:
        answer = await run_child([*CHILD, suffix, place], b"", SECONDS, folder=ROOT)
    except (ChildFailed, TimeoutError):
        # Out of memory, out of time or a crash: a sound document does none of these.
        raise Unreadable(Reason.BROKEN) from None
    return _document(name, answer)


def _accepted(path: Path, suffix: str) -> str:
    if suffix in MACRO_SUFFIXES:
        raise Unreadable(Reason.MACROS)
    if suffix not in SUFFIXES:
        raise Unreadable(Reason.UNSUPPORTED)
    size = path.stat().st_size
    if size > LARGEST:
        raise Unreadable(Reason.TOO_BIG)
    if not size:
        raise Unreadable(Reason.EMPTY)
    return str(path.resolve())


def _document(name: str, answer: bytes) -> Document:
    read = json.loads(answer)
    if "refused" in read:
        raise Unreadable(Reason(read["refused"]))
    paragraphs = [Paragraph(text, Kind(kind), level) for text, kind, level in read["paragraphs"]]
    document = set_frame_apart(name, paragraphs)
    if not document.paragraphs:
        raise Unreadable(Reason.EMPTY)
    return document
