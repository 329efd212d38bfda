"""Waiting for something to change, without asking again and again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Bell:
    """Rung at every change; whoever waits looks again."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()
        self._rung = asyncio.Event()

    async def wait_for(self, look: Callable[[], list[T]], seconds: float) -> list[T]:
        """What `look` finds, as soon as it finds something; empty after `seconds` (real time)."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while not (found := look()):
            rung, left = self._rung, end - loop.time()
            if left <= 0:
                break
            try:
                await asyncio.wait_for(rung.wait(), left)
            except TimeoutError:
                break
        return found


class Feed:
    """Tells every open page which part of the world has changed."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[str]] = set()

    def tell(self, topic: str) -> None:
        for listener in self._listeners:
            listener.put_nowait(topic)

    def listen(self) -> asyncio.Queue[str]:
        listener: asyncio.Queue[str] = asyncio.Queue()
        self._listeners.add(listener)
        return listener

    def leave(self, listener: asyncio.Queue[str]) -> None:
        self._listeners.discard(listener)
