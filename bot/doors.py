"""What every messenger must offer, and how its sending can fail."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from rules.quotas import Given, Room
from storage.media import Kept

GAPS = ("\n\n", "\n", " ")


class NotDelivered(Exception):
    """Certainly not delivered (no connection, 429, 5xx): may be tried again after a pause."""

    def __init__(self, retry_after: float = 0.0, *, everyone: bool = False) -> None:
        super().__init__(f"not delivered, again in {retry_after:g} s")
        self.retry_after = retry_after
        self.everyone = everyone  # the pause is for all sending, not for this message alone


class Uncertain(Exception):
    """Sent, and no answer came: it may have arrived, so it is never sent again by itself."""


class Unreachable(Exception):
    """This address cannot be reached: blocked, deactivated, or never opened."""


class Refused(Exception):
    """The messenger will not take this message, now or later."""


@dataclass(frozen=True)
class Label:
    """A button as a messenger shows it."""

    text: str
    data: str


@dataclass(frozen=True)
class Page:
    """A screen or a delivery in one person's language, ready for any messenger."""

    text: str
    choices: tuple[Label, ...] = ()
    around: tuple[Label, ...] = ()  # below the choices: Back or Home, and Listen
    media: Kept | None = None
    keyboard: tuple[tuple[str, ...], ...] = ()  # the big buttons: they come with a greeting
    broadcast: bool = False  # one of many, which a messenger may be paid to carry faster
    language: str = "vi"
    asked: bool = True  # by this person just now; what a delivery brings was not
    answers: bool = True  # by its first choice, which else only leads to more

    @property
    def rows(self) -> tuple[tuple[Label, ...], ...]:
        """Every button, row by row."""
        return (*((one,) for one in self.choices), *((self.around,) if self.around else ()))


@dataclass(frozen=True)
class Sent:
    """How the messenger knows the message."""

    ref: str


@dataclass(frozen=True)
class RemoteFile:
    """A file lying at the messenger."""

    kind: str
    remote_id: str
    name: str
    mime: str
    size: int
    seconds: int = 0


@dataclass(frozen=True)
class Incoming:
    """One thing that came in. `key` is unique per update and messenger."""

    messenger: str
    address: str
    key: str
    kind: str  # "text", "press", "start", "file", "other", "not_carried", "blocked", "back"
    language: str = "vi"
    words: str = ""
    data: str = ""  # of a press, or the code of a start
    ref: str = ""  # the message a press is on
    delivery: int = 0  # that was brought by this delivery of ours, if any
    about: str = ""  # that message's text
    press_id: str = ""
    number: int = 0  # of a message, where the messenger numbers them as they are sent
    before: str = ""  # the words whose rest these are
    sent_at: datetime | None = None  # where the messenger says so
    buttons: bool = True  # whether it has any: without, deliveries name a word to send
    file: RemoteFile | None = None
    crowded: bool = False  # many more from the same person wait behind: only their last is shown

    @property
    def whole(self) -> str:
        """The words, with those before them. A text is cut at an empty line if possible, else at a
        line's end, else between words, and the white space is lost."""
        gap = next((one for one in GAPS if one in self.before), "")
        return f"{self.before}{gap}{self.words}"


def start_code(text: str) -> str | None:
    """What a "/start" carries: the code of the letter's link, or nothing; None for other words."""
    command, _, code = text.strip().partition(" ")
    return code.strip() if command.split("@")[0] == "/start" else None


class Door(Protocol):
    """A messenger: how pages go out. What comes in is handed to the switchboard by the door."""

    name: str
    redraws: bool  # whether a page shown again takes the place of the old one
    buttons: bool  # whether it has any; without, choices are numbers and words

    async def room(self, given: Given) -> Room:
        """Whether the messenger carries now what nobody asked for, or later, and how."""
        ...

    async def show(self, address: str, page: Page, replace: str | None = None) -> Sent:
        """Show a page, in place of an earlier message where the messenger can."""
        ...

    async def hint(self, incoming: Incoming, text: str) -> None:
        """End a press's waiting, with a few words on top of the screen or none."""
        ...

    async def recording(self, address: str) -> None:
        """Show for a few seconds that a voice is being recorded. Decoration: it cannot fail."""
        ...

    async def remove(self, address: str, ref: str) -> None:
        """Take a message away that has served its turn. Decoration: it cannot fail."""
        ...

    async def reading(self, address: str) -> None:
        """Show for a few seconds that something is being done. Decoration: it cannot fail."""
        ...

    async def fetch(self, file: RemoteFile) -> bytes:
        """Download a file."""
        ...


Take = Callable[[Incoming], Awaitable[None]]


class Entrance(Door, Protocol):
    """A door at a messenger's server: opened at the start, and people come in by it."""

    proof_header: str  # in which the server proves that it is the one

    async def open(self, commands: Mapping[str, list[tuple[str, str]]]) -> str:
        """Say hello to the server; how this bot is found. `commands` per language, for its menu.
        Refused when the server does not know the token."""
        ...

    async def close(self) -> None:
        """Close the connections."""
        ...

    async def listen(self, take: Take) -> None:
        """Fetch what comes in, for ever."""
        ...

    async def hook(self, url: str, secret: str) -> None:
        """Let the server bring updates to this address."""
        ...

    async def unhook(self) -> None:
        """Fetch updates from now on."""
        ...

    async def take_update(self, payload: dict[str, Any], take: Take) -> None:
        """One update as a webhook brings it. Returns once it is committed."""
        ...
