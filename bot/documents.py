"""Documents people send: their text, or the key of a kind sentence when they have none."""

import asyncio
from pathlib import Path

from audio.documents import Document, Unreadable
from audio.items import split_items
from audio.readers import read_document
from bot.receiving import Reading
from rules.refusal import Refusal


async def read(path: Path, name: str) -> Reading:
    """What a document says, a paragraph a line, and its items; or "lost.document_REASON"."""
    try:
        document = await read_document(path, name)
    except Unreadable as problem:
        return Reading(problem=f"lost.document_{problem.reason}")
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    items = split_items(document).items
    pieces = [(item.title, item.text) for item in items]
    return Reading(text, items=pieces, left_out=frame_of(document))


def frame_of(document: Document) -> list[tuple[str, str]]:
    """What of a paper is not spoken: lines, each with the part it belongs to."""
    return [(line.part.value, line.text) for line in document.left_out]


async def open_document(file: Path) -> Document:
    """What a paper says; refused when it is not there or cannot be read."""
    if not await asyncio.to_thread(file.is_file):
        raise Refusal("commands.no_file", name=file.name)
    try:
        return await read_document(file, file.name)
    except Unreadable as problem:
        raise Refusal(f"lost.document_{problem.reason}") from None
