"""The table of methods. A plain function answers at once: nothing else happens in between."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from simulator.call import Call

Answer = Any | Awaitable[Any]
Method = Callable[[Call], Answer]
AnyMethod = TypeVar("AnyMethod", bound=Method)


class Registry:
    """Methods by name; upper and lower case are the same to the server."""

    def __init__(self) -> None:
        self._methods: dict[str, tuple[str, Method]] = {}

    def __call__(self, name: str) -> Callable[[AnyMethod], AnyMethod]:
        """Decorator: this function answers the method `name`."""

        def enter(function: AnyMethod) -> AnyMethod:
            self._methods[name.lower()] = (name, function)
            return function

        return enter

    def include(self, other: Registry) -> None:
        self._methods.update(other._methods)

    def find(self, name: str) -> tuple[str, Method] | None:
        """(the name as it is documented, the function), or None."""
        return self._methods.get(name.lower())

    def names(self) -> list[str]:
        return sorted(name for name, _ in self._methods.values())
