"""A voice in the forms other players take: AAC in MP4 for browsers, bare AAC for messengers.

Each is made once, beside its source, in a child process: a stranger's recording may be anything,
and turning five minutes of sound takes a core for some seconds.
"""

import asyncio
import sys
from pathlib import Path

import structlog

from audio.children import ChildFailed, run_child
from audio.encode import to_aac
from audio.reading.limits import limit_this_process

log = structlog.get_logger()
ROOT = Path(__file__).parents[1]
SECONDS = 120  # of the clock and of the processor: a recording of hours
CONTAINERS = {"m4a": "ipod", "aac": "adts"}


class Forms:
    """Makes the forms, one at a time: the others need the machine as well."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()

    async def get(self, source: Path, form: str) -> Path | None:
        """The file at `source` as "m4a" or "aac"; None when it is no sound."""
        made = source.with_name(f"{source.name}.{form}")
        if await asyncio.to_thread(made.exists):
            return made
        async with self._lock:
            there = await asyncio.to_thread(made.exists) or await _make(source, made, form)
        return made if there else None


async def _make(source: Path, made: Path, form: str) -> bool:
    try:
        await run_child(_command(form, source, made), b"", SECONDS, folder=ROOT)
    except (ChildFailed, TimeoutError) as problem:
        log.warning("sound not turned", form=form, kind=type(problem).__name__)
        return False
    return True


def _command(form: str, *paths: Path) -> list[str]:
    return ["-m", "audio.forms", form, *(str(path.resolve()) for path in paths)]


def main(form: str, source: Path, made: Path) -> None:
    """The child's whole life: all of the new file, or none of it."""
    limit_this_process(SECONDS)
    part = made.with_name(f"{made.name}.part")
    try:
        to_aac(source, part, CONTAINERS[form])
        part.replace(made)
    finally:
        part.unlink(missing_ok=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
