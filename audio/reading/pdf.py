"""PDF files that hold text: lines put together to paragraphs."""

import logging
from collections.abc import Iterator
from pathlib import Path

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from audio.documents import Paragraph, Reason, Unreadable
from audio.framing import PAGE, STARTS_BODY, TITLES, is_frame, page_lines

NONE = DictionaryObject()
LETTERS_A_PAGE = 20
# A line that ends well before the margin ends its paragraph.
FULL_LINE = 0.75


def read_pdf(path: Path) -> list[Paragraph]:
    """The text of the pages in order; a picture of a page is refused, not recognised."""
    logging.disable(logging.WARNING)  # pypdf remarks on every flaw of a file
    try:
        reader = PdfReader(path)
        if reader.is_encrypted:
            raise Unreadable(Reason.ENCRYPTED)
        pages = [_text_of(page) for page in reader.pages]
    except (Unreadable, MemoryError):
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError,
            RecursionError, NotImplementedError):  # fmt: skip
        raise Unreadable(Reason.BROKEN) from None
    text = "\n".join(pages)
    if _letters(text) < LETTERS_A_PAGE * len(pages):
        raise Unreadable(Reason.SCANNED)
    return [Paragraph(paragraph) for paragraph in _paragraphs(list(page_lines(text)))]


def _text_of(page: PageObject) -> str:
    """A page's text; one scanned page among others would be lost without a word."""
    text = page.extract_text()
    if _letters(text) < LETTERS_A_PAGE and _shows_a_picture(page):
        raise Unreadable(Reason.SCANNED)
    return text


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _shows_a_picture(page: PageObject) -> bool:
    resources = page.get("/Resources", NONE).get_object()
    things = resources.get("/XObject", NONE).get_object().values()
    return any(thing.get_object().get("/Subtype") == "/Image" for thing in things)


def _paragraphs(lines: list[str]) -> Iterator[str]:
    width = max(map(len, lines))
    gathered = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        gathered = f"{gathered} {line}".strip()
        if _ends(line, width) or _begins(following):
            yield gathered
            gathered = ""


def _ends(line: str, width: int) -> bool:
    return _stands_alone(line) or (line[-1] in ".:;!?" or len(line) < FULL_LINE * width)


def _begins(line: str) -> bool:
    bullet = line.startswith(("- ", "+ ", "* ", "• "))
    return not line or bullet or bool(STARTS_BODY.match(line)) or _stands_alone(line)


def _stands_alone(line: str) -> bool:
    titled = TITLES.match(line) is not None and line.isupper()
    return is_frame(line) or titled or line.isupper() or PAGE.match(line) is not None
