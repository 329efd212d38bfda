"""A voice in the forms other players take: AAC in MP4 for browsers, bare AAC or Opus for others,
MP3 with chapters for whatever plays podcasts and for loudspeakers.

Each is made once, beside its source, in a child process: a stranger's recording may be anything,
and turning five minutes of sound takes a core for some seconds.
"""

import asyncio
import hashlib
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog

from audio.about import About
from audio.children import ChildFailed, run_child
from audio.reading.limits import limit_this_process

log = structlog.get_logger()
ROOT = Path(__file__).parents[1]
SECONDS = 120  # of the clock and of the processor: a recording of hours
MADE_OF = {"m4a": "aac"}  # the others are made of the source: encoding takes most of the time

Make = Callable[[Path, Path, str, str], Awaitable[bool]]  # source, made, form, about


class Forms:
    """Makes the forms, one at a time: the others need the machine as well."""

    def __init__(self) -> None:
        self._make: Make = _make
        self._lock = asyncio.Lock()
        self._no_sound: set[Path] = set()  # what was tried in vain is not tried for everybody

    async def get(self, source: Path, form: str, about: About | None = None) -> Path | None:
        """The file at `source` as "m4a", "aac" or "ogg", or, with what it says about itself, as
        "mp3"; None when it is no sound."""
        said = about.written() if about else ""
        made = source.with_name(f"{source.name}{_mark_of(said)}.{form}")
        if await asyncio.to_thread(made.exists):
            return made
        given = await self.get(source, MADE_OF[form]) if form in MADE_OF else source
        async with self._lock:
            if given is None or source in self._no_sound:
                return None
            if await asyncio.to_thread(made.exists) or await self._make(given, made, form, said):
                return made
            self._no_sound.add(source)
            return None


def _mark_of(said: str) -> str:
    """Other words about the same sound make another file."""
    return f"-{hashlib.sha256(said.encode()).hexdigest()[:12]}" if said else ""


async def _make(source: Path, made: Path, form: str, said: str) -> bool:
    """Make it apart and put it in its place: all of it, or nothing."""
    with TemporaryDirectory(dir=source.parent, prefix=".part-") as folder:
        part = Path(folder) / made.name
        try:
            await run_child(_command(form, source, part), said.encode(), SECONDS, folder=ROOT)
        except (ChildFailed, TimeoutError) as problem:
            log.warning("sound not turned", form=form, kind=type(problem).__name__)
            return False
        await asyncio.to_thread(part.replace, made)
    return True


def _command(form: str, *paths: Path) -> list[str]:
    return ["-m", "audio.forms", form, *(str(path.resolve()) for path in paths)]


def main(form: str, source: Path, out: Path) -> None:
    """The child's whole life."""
    from audio import encode, mp3  # only the child needs them

    limit_this_process(SECONDS)
    match form:
        case "ogg":
            encode.encode_voice(encode.at_studio_rate(encode.decode(source)), out)
        case "aac":
            encode.to_aac(source, out)
        case "m4a":
            encode.to_mp4(source, out)
        case "mp3":
            mp3.to_mp3(source, out, About.read(sys.stdin.buffer.read().decode()))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
