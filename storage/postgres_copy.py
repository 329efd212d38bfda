"""A PostgreSQL database as a file: its own programs write it, prove it and bring it back."""

import asyncio
import os
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, inspect, select, table, text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import create_async_engine

from storage.sqlite_file import Damaged, NotCopied, between, settle, unfinished
from storage.tables import metadata

UNSETTLED = "unsettled"  # a table that stands while books from a backup are not settled yet
_COPIED = re.compile(rb'^COPY (?:\S+\.)?"?(\w+)"? \(.*\) FROM stdin;$')
_VERSION = re.compile(rb"\(PostgreSQL\) (\d+)")
_END = b"\\."


class MissingProgram(Exception):
    """One of PostgreSQL's own programs is not on this machine; its name."""


class OtherVersion(Exception):
    """PostgreSQL's own programs are not of the server's version: what they write it may not read.
    Theirs and the server's."""

    def __init__(self, theirs: int, servers: int) -> None:
        super().__init__(f"pg_dump {theirs}, server {servers}")
        self.theirs = theirs
        self.servers = servers


async def copy(address: URL, target: Path) -> dict[str, int]:
    """Dump the live database into a new file and prove the dump; its rows by table.

    MissingProgram without `pg_dump`, OtherVersion when it is not the server's, NotCopied when the
    dump fails or differs.
    """
    await _must_fit(address)
    part = unfinished(target)
    try:
        before = await _counts(address)
        await _run(address, "pg_dump", "-Fc", "--no-owner", "--no-privileges", "-f", str(part))
        copied, after = await counts(address, part), await _counts(address)
        if not between(before, copied, after):
            raise NotCopied(f"{target.name}: rows differ")
        part.chmod(0o600)
        await asyncio.to_thread(settle, part, target)
    finally:
        part.unlink(missing_ok=True)
    return copied


async def counts(address: URL, dump: Path) -> dict[str, int]:
    """The rows of a dump by table, each of them read; Damaged when it cannot be."""
    found: dict[str, int] = {}
    name = ""
    async with _started(address, "pg_restore", "--data-only", "-f", "-", str(dump)) as process:
        assert process.stdout is not None
        async for line in _lines(process.stdout):
            if name and line == _END:
                name = ""
            elif name:
                found[name] += 1
            elif copied := _COPIED.match(line):
                name = copied[1].decode()
                found[name] = 0
        if await process.wait():
            raise Damaged(dump.name)
    return found


async def bring_back(address: URL, dump: Path) -> None:
    """Put a dump in the place of the present tables, all or nothing, and mark them unsettled: what
    is queued in them must be held before anybody may run."""
    with TemporaryDirectory() as folder:
        before, script, after = (Path(folder) / name for name in ("before", "script", "after"))
        ours = ", ".join(f"public.{name}" for name in [*metadata.tables, "alembic_version"])
        before.write_text(f"DROP TABLE IF EXISTS public.{UNSETTLED}, {ours} CASCADE;\n")
        after.write_text(f"CREATE TABLE IF NOT EXISTS public.{UNSETTLED} ();\n")
        await _run(
            address, "pg_restore", "--no-owner", "--no-privileges", "-f", str(script), str(dump)
        )
        files = [word for one in (before, script, after) for word in ("-f", str(one))]
        await _run(address, "psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", *files)


async def _must_fit(address: URL) -> None:
    async with _started(address, "pg_dump", "--version") as process:
        said, _ = await process.communicate()
    found = _VERSION.search(said)
    engine = create_async_engine(address)
    try:
        async with engine.connect() as connection:
            server = int(str(await connection.scalar(text("SHOW server_version_num")))) // 10_000
    finally:
        await engine.dispose()
    if found and int(found[1]) != server:
        raise OtherVersion(int(found[1]), server)


async def _counts(address: URL) -> dict[str, int]:
    engine = create_async_engine(address)
    try:
        async with engine.connect() as connection:
            names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
            return {
                name: await connection.scalar(select(func.count()).select_from(table(name))) or 0
                for name in names
                if name != UNSETTLED
            }
    finally:
        await engine.dispose()


async def _run(address: URL, program: str, *words: str) -> None:
    async with _started(address, program, *words) as process:
        _, said = await process.communicate()
    if process.returncode:
        lines = said.decode(errors="replace").strip().splitlines()
        raise NotCopied(lines[0] if lines else program)


@asynccontextmanager
async def _started(
    address: URL, program: str, *words: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    path = shutil.which(program)
    if path is None:
        raise MissingProgram(program)
    process = await asyncio.create_subprocess_exec(
        *(path, *words),
        env={**os.environ, **_address(address)},  # not as words: others could read the password
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        limit=2**20,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def _address(address: URL) -> dict[str, str]:
    host = address.host or address.query.get("host", "")
    given = {
        "PGHOST": host if isinstance(host, str) else host[0],
        "PGPORT": str(address.port or ""),
        "PGUSER": address.username or "",
        "PGPASSWORD": address.password or "",
        "PGDATABASE": address.database or "",
    }
    return {name: str(value) for name, value in given.items() if value}


async def _lines(stream: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """Lines of any length."""
    rest = b""
    while data := await stream.read(2**16):
        *whole, rest = (rest + data).split(b"\n")
        for line in whole:
            yield line
