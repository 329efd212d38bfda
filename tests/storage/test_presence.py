"""Who has the database: one process on SQLite, several on PostgreSQL, none that is dead."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

import pytest

from storage.presence import InUse, hold

ROOT = Path(__file__).parents[2]
HOLDER = """
import asyncio, sys
from storage.presence import hold

async def main():
    async with hold(sys.argv[1]):
        print("held", flush=True)
        await asyncio.Event().wait()

asyncio.run(main())
"""


async def _holder(url: str) -> asyncio.subprocess.Process:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", HOLDER, url), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"held\n"
    return process


async def _may(url: str, *, alone: bool = False) -> bool:
    try:
        async with hold(url, alone=alone):
            return True
    except InUse:
        return False


@pytest.mark.fault(23)
async def test_a_second_process_has_sqlite_only_after_the_first_is_dead(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/sotay.db"
    first = await _holder(url)

    assert not await _may(url)
    first.send_signal(signal.SIGKILL)
    await first.wait()
    assert await _may(url)


async def test_several_processes_have_postgresql_but_not_while_books_are_replaced(
    empty_postgres: str,
) -> None:
    first = await _holder(empty_postgres)

    assert await _may(empty_postgres)
    assert not await _may(empty_postgres, alone=True)
    first.send_signal(signal.SIGKILL)
    await first.wait()
    async with asyncio.timeout(10):  # the server notices that its client is gone
        while not await _may(empty_postgres, alone=True):
            pass
    async with hold(empty_postgres, alone=True):
        assert not await _may(empty_postgres)


async def test_whoever_ends_well_gives_it_back(database_url: str) -> None:
    for _ in range(2):
        async with hold(database_url):
            pass
        assert await _may(database_url, alone=True)


async def test_a_failure_inside_is_no_sign_of_use(database_url: str) -> None:
    with pytest.raises(ZeroDivisionError):
        async with hold(database_url):
            _ = 1 / 0
