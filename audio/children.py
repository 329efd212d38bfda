"""Running a program of ours as a child process that is given bytes and answers with bytes."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path


class ChildFailed(Exception):
    """The child ended badly: its exit code and the last it said."""

    def __init__(self, code: int | None, said: str) -> None:
        super().__init__(f"exit {code}: {said}")
        self.code = code


async def run_child(
    arguments: Sequence[str], given: bytes, seconds: float, folder: Path | None = None
) -> bytes:
    """Run this Python in `folder` with `arguments`, write `given`, and return all it answers.

    Raises `ChildFailed` on any exit but 0, and `TimeoutError` after `seconds`; the child never
    outlives the call.
    """
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        cwd=folder,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        answered, said = await asyncio.wait_for(child.communicate(given), seconds)
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode:
        raise ChildFailed(child.returncode, said.decode(errors="replace").strip()[-500:])
    return answered
