"""The four words a handler speaks: Turn, Screen, Choice, Routes.

A handler is an async function from a Turn to a Screen. It never sends, never asks which messenger
it is on, and never formats text. Everything it may lead to it names as a place: a handler function,
or a tuple of one and its arguments.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar, overload

from handlers.marks import Mark

if TYPE_CHECKING:
    from rules.members import Person
    from rules.messages import Media
    from rules.words import Words
    from storage.accounts import Account
    from storage.store import Store

Handler = Callable[..., Awaitable["Screen"]]
Place = Handler | tuple[Any, ...]
H = TypeVar("H", bound=Handler)

MOST_CHOICES = 4  # beside the way back; what has more says so and goes on


@dataclass(frozen=True)
class File:
    """A file somebody sent. `text` is what a document says, `items` that cut at its own headings
    (each a title and a text), `left_out` its frame that is not spoken (each a part and a line),
    `problem` the key of why it cannot."""

    kind: str  # "photo", "voice", "document", "audio", "video"
    media_id: int | None
    name: str = ""
    size: int = 0
    text: str = ""
    problem: str = ""
    items: Sequence[tuple[str, str]] = ()
    left_out: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Kept:
    """What somebody wrote or sent that has not left yet, and the route that shows it."""

    words: str
    files: Sequence[File]
    at: tuple[Any, ...]


@dataclass(frozen=True)
class Turn:
    """One thing a person did: who, what, when, and the open books."""

    store: Store
    now: datetime
    account: Account
    member: Person | None
    words: str = ""
    file: File | None = None
    held: Sequence[File] = ()  # sent before it was said what for, and nothing has become of it yet
    kept: Kept | None = None  # what home names until it is sent or thrown away

    @property
    def person(self) -> Person:
        """The member this is. Only routes open to strangers are run without one."""
        if self.member is None:
            raise PermissionError("nobody has joined from this account")
        return self.member


@dataclass(frozen=True, init=False)
class Choice:
    """A label, and the handler its press runs. Keywords are values for the label."""

    label: str
    handler: Handler
    args: tuple[Any, ...]
    values: dict[str, Any]

    def __init__(self, label: str, handler: Handler, *args: Any, **values: Any) -> None:
        given = {"label": label, "handler": handler, "args": args, "values": values}
        for name, value in given.items():
            object.__setattr__(self, name, value)


@dataclass(frozen=True)
class Screen:
    """What a person is shown: a text, choices, and at most one open question.

    A number or a label is always a choice; any other words, or a file, answer the question
    (docs/decisions/0009). `back` says where Back leads when it is not the front of the topic.
    """

    key: str
    values: dict[str, Any] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    asks: Place | None = None
    media: Media | None = None
    others: tuple[Media, ...] = ()  # the same as others will want it, made after it
    meanwhile: Words | None = None  # said while the media is made, when that takes a while
    back: Place | None = None
    stands_at: Place | None = None  # the place it is the screen of, when a deed leads there
    rest: Place | None = None  # takes all the words when the messenger cut them and more come
    stays: bool = False  # said in between: what could be chosen before still can, as it is numbered
    goes_on: bool = False  # a look at something: what it was chosen from stands below it
    greeting: Words | None = None  # said first, together with the big buttons


class Routes:
    """A topic's table: which handlers can be pressed, which everyday words call which, and what is
    to be known of each."""

    def __init__(self, topic: str) -> None:
        self.topic = topic
        self.presses: dict[str, Handler] = {}
        self.commands: dict[str, Handler] = {}
        self.marks: dict[str, Mark] = {}
        self.sends: dict[str, str] = {}

    @overload
    def on(self, handler: H) -> H: ...

    @overload
    def on(self, *, marks: Mark = ..., sends: Handler | None = ...) -> Callable[[H], H]: ...

    def on(
        self, handler: H | None = None, *, marks: Mark = Mark.NONE, sends: Handler | None = None
    ) -> H | Callable[[H], H]:
        """Let a press or an answer reach a handler; `sends`: it sends what that one holds."""

        def add(handler: H) -> H:
            name = self._name(handler)
            assert name not in self.presses, name
            self.presses[name] = handler
            self.marks[name] = marks
            if sends:
                self.sends[name] = self._name(sends)
            return handler

        return add(handler) if handler else add

    def command(self, name: str, *, marks: Mark = Mark.NONE) -> Callable[[H], H]:
        """Let words call a handler: /name, and the aliases of `TOPIC-say-NAME` in `locales`.

        Its label is `TOPIC-go-NAME`.
        """

        def add(handler: H) -> H:
            self.on(marks=marks)(handler)
            self.commands[name] = handler
            return handler

        return add

    def _name(self, handler: Handler) -> str:
        return f"{self.topic}.{handler.__name__}"


def wanted_args(handler: Handler) -> list[type]:
    """The types of a handler's arguments after the turn: what a button's data must give."""
    parameters = list(inspect.signature(handler, eval_str=True).parameters.values())[1:]
    return [parameter.annotation for parameter in parameters]
