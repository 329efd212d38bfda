"""Names for places: a handler as a route, a route as the data of a button, and back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from bot.doors import Incoming
from handlers.dialog import Handler, Place, Routes, wanted_args
from handlers.marks import Mark
from rules.messages import Route

LARGEST = 2**53
MARK = "~"
_wanted = cache(wanted_args)


@dataclass(frozen=True)
class Call:
    """A handler found again by its name, with arguments of the right types."""

    name: str
    handler: Handler
    args: tuple[Any, ...]
    marks: Mark = Mark.NONE

    @property
    def route(self) -> Route:
        """The name and arguments this was found by."""
        return (self.name, *self.args)


class Switches:
    """Every topic's routes, joined into one table."""

    def __init__(self, topics: Iterable[Routes]) -> None:
        self.topics = tuple(topics)
        self.presses = {name: one for topic in self.topics for name, one in topic.presses.items()}
        self.marks = {name: one for topic in self.topics for name, one in topic.marks.items()}
        self.sends = {name: one for topic in self.topics for name, one in topic.sends.items()}
        self._called = {one for topic in self.topics for one in topic.commands.values()}
        self._names = {handler: name for name, handler in self.presses.items()}
        self._args = {name: _wanted(one) for name, one in self.presses.items()}

    @property
    def called(self) -> set[str]:
        """The routes that commands call."""
        return {self._names[handler] for handler in self._called}

    def marked(self, route: Sequence[Any] | None, mark: Mark) -> bool:
        """Whether the handler of a route has this mark; none has it that is not ours any more."""
        return mark in self.marks.get(route[0] if route else "", Mark.NONE)

    def all_marked(self, mark: Mark) -> set[str]:
        """The routes whose handlers have this mark."""
        return {name for name, marks in self.marks.items() if mark in marks}

    def route(self, place: Place | None) -> Route:
        """The route of a place, empty for none; KeyError for a handler no topic lists."""
        if place is None:
            return ()
        handler, *args = place if isinstance(place, tuple) else (place,)
        return (self._names[handler], *args)

    def find(self, route: Sequence[Any]) -> Call | None:
        """The handler a route means, or None when it is no longer (or never was) one of ours."""
        if not route or route[0] not in self.presses:
            return None
        name, *given = route
        wanted = self._args[name]
        if len(given) != len(wanted):
            return None
        try:
            args = tuple(kind(value) for kind, value in zip(wanted, given, strict=True))
        except (TypeError, ValueError):
            return None
        if any(isinstance(arg, int) and abs(arg) > LARGEST for arg in args):
            return None  # forged: no database has such an id
        return Call(name, self.presses[name], args, self.marks[name])

    def front(self, name: str) -> Call | None:
        """The front page of a route's topic: its first command."""
        topic = next(one for one in self.topics if name in one.presses)
        return (
            self.find([self._names[next(iter(topic.commands.values()))]])
            if topic.commands
            else None
        )


def pack(route: Route) -> str:
    """A route as the data of a button: "notices.show:5", at most 64 bytes."""
    return _short_enough(":".join(str(part) for part in route))


def mark(data: str, delivery_id: int) -> str:
    """A button's data that says by which delivery it was brought: a press on it is evidence."""
    return _short_enough(f"{data}{MARK}{delivery_id}")


def unmarked(incoming: Incoming) -> Incoming:
    """A press as what it means, and on which delivery it is if on any. Other things as they are."""
    if incoming.kind != "press":
        return incoming
    data, _, number = incoming.data.partition(MARK)
    known = number.isascii() and number.isdecimal() and len(number) < len(str(LARGEST))
    return replace(incoming, data=data, delivery=int(number) if known else 0)


def _short_enough(data: str) -> str:
    if len(data.encode()) > 64:
        raise ValueError(f"button data too long: {data}")
    return data


def unpack(data: str) -> list[str]:
    """What `pack` made."""
    return data.split(":")
