"""Where the log goes: to the standard output, as long as somebody takes it. And who may write in
it: libraries that would repeat what passes through them only say what goes wrong."""

import logging
import sys
from contextlib import suppress
from typing import TextIO

import structlog

# Whole messages, what is written in the books, addresses with the token in them.
TALKATIVE = ("telegram", "sqlalchemy", "aiosqlite", "aiohttp")


class _AsLongAsItGoes:
    """A stream whose failure is nobody's: a full disk or a closed pipe must end no turn."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write, if it can be done."""
        with suppress(OSError, ValueError):  # ValueError: the stream was closed
            return self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Flush, if it can be done."""
        with suppress(OSError, ValueError):
            self._stream.flush()


def begin_log() -> None:
    """Let every line of the log go out that way, whatever level anybody sets for everything."""
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    stream: TextIO = _AsLongAsItGoes(sys.stdout)  # type: ignore[assignment]
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(stream))
