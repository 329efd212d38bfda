"""A document as it was read: its paragraphs in order, and what was left out of the speech."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a file cannot be read; the closed list that screens have a sentence for."""

    TOO_BIG = "too_big"
    NOT_DOCX = "not_docx"
    EMPTY = "empty"
    SCANNED = "scanned"
    TRACKED_CHANGES = "tracked_changes"
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    ENCODING = "encoding"
    UNSUPPORTED = "unsupported"
    BROKEN = "broken"
    BOMB = "bomb"


class Unreadable(Exception):
    """The file is refused; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Kind(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    ROW = "row"


class Part(StrEnum):
    """A part of the paper that is kept but not spoken."""

    LETTERHEAD = "letterhead"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    PAGE_NUMBER = "page_number"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or one row of a table as a sentence.

    `level` is that of a heading (1 is the highest); `attached` stands after the signature.
    """

    text: str
    kind: Kind = Kind.TEXT
    level: int = 0
    attached: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of the paper's frame."""

    text: str
    part: Part


@dataclass(frozen=True, slots=True)
class Document:
    """A document in reading order (NFC); `left_out` is the frame of the paper, also in order."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    left_out: tuple[LeftOut, ...] = ()
