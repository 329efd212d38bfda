"""The performance table: python -m bench [--only ROW] [--small].

A complete run takes about forty minutes and writes docs/benchmarks.md; every run writes bench.json.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable

from bench import broadcast, figures, flood, growth, replies, studio, uploads, votes
from bench.figures import Row
from bench.scale import FULL, SMALL, Scale

ROWS: dict[str, Callable[[Scale], Awaitable[Row]]] = {
    "replies": replies.measure,
    "broadcast": broadcast.measure,
    "flood": flood.measure,
    "votes": votes.measure,
    "uploads": uploads.measure,
    "growth": growth.measure,
    "studio": studio.measure,
}
LONGEST = 1800.0  # seconds a row may take


async def measure(names: list[str], scale: Scale) -> list[Row]:
    """These rows, one after the other."""
    found = []
    for name in names:
        print(f"{name} ...", file=sys.stderr, flush=True)
        async with asyncio.timeout(LONGEST):
            found.append(await ROWS[name](scale))
    return found


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", default="", choices=["", *ROWS], help="run one row")
    parser.add_argument("--small", action="store_true", help="little of everything: a smoke test")
    asked = parser.parse_args()
    names = [asked.only] if asked.only else list(ROWS)
    found = asyncio.run(measure(names, SMALL if asked.small else FULL))
    figures.save_data(found)
    if not asked.only and not asked.small:
        figures.save_page(found, "make bench")
    print(figures.table(found))
    for row in found:
        print("\n".join(row.remarks))


if __name__ == "__main__":
    main()
