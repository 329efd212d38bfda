"""Documents people send: their text, or the key of a kind sentence when they have none."""

from pathlib import Path

from audio.documents import Unreadable
from audio.readers import read_document
from bot.receiving import Reading


async def read(path: Path, name: str) -> Reading:
    """The text of a document, a paragraph a line; or "lost.document_REASON"."""
    try:
        document = await read_document(path, name)
    except Unreadable as problem:
        return Reading(problem=f"lost.document_{problem.reason}")
    return Reading("\n".join(paragraph.text for paragraph in document.paragraphs))
