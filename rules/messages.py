"""What can be said to somebody: a text, its buttons, a file. Nobody here knows a messenger."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rules.words import Words

Route = tuple[Any, ...]  # ("notices.show", 5): a handler's name and its arguments

# States of a delivery: it reached the person, or it will not without somebody's help.
BROUGHT = ("sent", "told")
NOT_BROUGHT = ("unlinked", "listed", "unreachable", "failed", "uncertain")


@dataclass(frozen=True)
class Media:
    """A file that goes with a text: one that is kept (`media_id`), or one a maker makes when asked.

    `kind` is how a messenger shows it: "voice", "photo", "document" or "audio". `approved`: by
    whom, when it has just been; it is written down beside the file.
    """

    kind: str
    media_id: int | None = None
    maker: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    approved: tuple[str, datetime] | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Button:
    """A label and the route its press takes."""

    label: Words
    route: Route


@dataclass(frozen=True)
class Message:
    """Something to deliver to a person who did not just ask."""

    text: Words
    buttons: tuple[Button, ...] = ()
    media: Media | None = None
    not_to: int | None = None  # the account this is about: another of the member's phones is told
