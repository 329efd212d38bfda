"""A SQLite database as a file: is it sound, which tables has it, and a copy that is proved.

Plain `sqlite3`, for use in a thread: a copy takes as long as the disk does.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

TRIES = 3  # a table that shrinks and grows during a copy may look wrong once
WAIT = 10.0  # seconds to wait for another process's commit


class Damaged(Exception):
    """The file is no sound database."""


class NotCopied(Exception):
    """The copy could not be made or is not what the original was."""


def revision(path: Path) -> str | None:
    """The step of `storage.migrations` this database stands at; None when it has no tables yet."""
    with _opened(path) as connection:
        if "alembic_version" not in _tables(connection):
            return None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else None


def check(path: Path, *, quick: bool = False) -> None:
    """Damaged unless every page reads well; `quick` leaves out whether indexes agree."""
    with _opened(path) as connection:
        pragma = "quick_check" if quick else "integrity_check"
        found = connection.execute(f"PRAGMA {pragma}(1)").fetchone()[0]
        if found != "ok":
            raise Damaged(found)


def counts(path: Path) -> dict[str, int]:
    """How many rows each table has."""
    with _opened(path) as connection:
        return {name: _count(connection, name) for name in _tables(connection)}


def copy(path: Path, target: Path) -> dict[str, int]:
    """Copy the live database into a new file and prove the copy; its rows by table.

    The copy holds nothing that was deleted, and writers go on meanwhile. `target` appears whole or
    not at all. NotCopied when the disk is full or the copy differs, Damaged when the original is.
    """
    part = unfinished(target)
    try:
        rows = _proved(path, part)
        part.chmod(0o600)
        settle(part, target)
    except sqlite3.OperationalError as problem:  # no room, or no right to write
        raise NotCopied(str(problem)) from None
    finally:
        part.unlink(missing_ok=True)
    return rows


def unfinished(target: Path) -> Path:
    """Where this process writes a file until it is whole. Another may make one of that name in the
    same second: a backup by hand, while the nightly one is made up for."""
    return target.with_name(f"{target.name}.{os.getpid()}.part")


def settle(part: Path, target: Path) -> None:
    """Give a finished file its name, so that it also survives a power cut."""
    _sync(part)
    part.replace(target)
    _sync(target.parent)


@dataclass(frozen=True)
class Journal:
    """The file beside a database into which is written first: how many bytes it has, and how many
    of them nobody could move into the database because somebody reads what was there before."""

    size: int
    held: int


def journal(path: Path) -> Journal:
    """How the journal stands, after moving what can be moved. Waits for nobody."""
    beside = path.with_name(f"{path.name}-wal")
    with _opened(path) as connection:
        _, pages, moved = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        (bytes_each,) = connection.execute("PRAGMA page_size").fetchone()
        size = beside.stat().st_size if beside.exists() else 0
    return Journal(size, max(0, pages - moved) * bytes_each)


def between(before: Mapping[str, int], copied: Mapping[str, int], after: Mapping[str, int]) -> bool:
    """Whether a copy has the rows its original had while it was made, table by table."""
    return before.keys() == copied.keys() == after.keys() and all(
        min(before[name], after[name]) <= rows <= max(before[name], after[name])
        for name, rows in copied.items()
    )


def swap(new: Path, path: Path, aside: Path) -> None:
    """Put a finished database in the place of another, which is kept aside as it is."""
    with suppress(Damaged), _opened(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    journals = [path.with_name(path.name + end) for end in ("-wal", "-shm")]
    for one in (path, journals[0]):
        if one.exists():
            shutil.copy2(one, aside.with_name(one.name.replace(path.name, aside.name, 1)))
    for one in journals:  # a journal of the old file would be played into the new one
        one.unlink(missing_ok=True)
    settle(new, path)


def _proved(path: Path, part: Path) -> dict[str, int]:
    for _ in range(TRIES):
        part.unlink(missing_ok=True)
        before = counts(path)
        _vacuum(path, part)
        after, copied = counts(path), counts(part)
        check(part)
        if between(before, copied, after):
            return copied
    raise NotCopied(f"{part.name}: rows differ")


def _vacuum(path: Path, part: Path) -> None:
    with _opened(path) as connection:
        connection.execute("VACUUM INTO ?", (str(part),))


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The file, never made when it is not there. What SQLite cannot read is Damaged."""
    try:
        uri = f"{path.resolve().as_uri()}?mode=rw"
        with closing(sqlite3.connect(uri, timeout=WAIT, uri=True)) as connection:
            yield connection
    except sqlite3.OperationalError:
        raise  # locked, or the disk is full: that says nothing about the file
    except sqlite3.DatabaseError as problem:
        raise Damaged(str(problem)) from None


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return [name for (name,) in rows]


def _count(connection: sqlite3.Connection, table: str) -> int:
    row = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608
    return int(row[0])


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
