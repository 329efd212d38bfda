"""What was measured: figures beside their peers, as a table, as a page and as JSON."""

from __future__ import annotations

import json
import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
DATA = Path(__file__).parents[1] / "bench.json"
HEAD = ("what", "Sotay", "unit", "beside", "there", "ratio")
MISSING = "–"


@dataclass(frozen=True)
class Figure:
    """One thing measured in several rounds, here and at a peer."""

    name: str
    values: Sequence[float]
    unit: str
    peer: str = ""
    peer_values: Sequence[float] = ()

    @property
    def ratio(self) -> float | None:
        """How many times the peer's."""
        if not self.peer_values or not median(self.peer_values):
            return None
        return median(self.values) / median(self.peer_values)

    @property
    def cells(self) -> tuple[str, ...]:
        """A line of the table."""
        ratio = MISSING if self.ratio is None else f"{_plain(self.ratio)}x"
        there = _spread(self.peer_values) if self.peer_values else MISSING
        return (self.name, _spread(self.values), self.unit, self.peer or MISSING, there, ratio)

    @property
    def data(self) -> dict[str, Any]:
        """A line of the JSON."""
        there = median(self.peer_values) if self.peer_values else None
        return {
            "name": self.name,
            "value": median(self.values),
            "unit": self.unit,
            "peer": self.peer or None,
            "peer_value": there,
            "ratio": self.ratio,
        }


@dataclass
class Row:
    """The figures of one row, and what has to be said about them."""

    figures: list[Figure] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def add(
        self,
        name: str,
        values: Sequence[float],
        unit: str,
        peer: str = "",
        peer_values: Sequence[float] = (),
    ) -> None:
        """One more figure."""
        self.figures.append(Figure(name, values, unit, peer, peer_values))


def table(rows: Sequence[Row]) -> str:
    """All figures, medians with their spread, as Markdown."""
    lines = [HEAD, ("---",) * len(HEAD), *(one.cells for row in rows for one in row.figures)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def machine() -> str:
    """What it was measured on."""
    cores = len(Path("/proc/cpuinfo").read_text().split("processor\t")) - 1
    return (
        f"{_cpu()}, {cores} cores, Linux {platform.machine()}, Python {platform.python_version()}"
    )


def save_data(rows: Sequence[Row]) -> None:
    """Write bench.json."""
    found = [one.data for row in rows for one in row.figures]
    DATA.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def save_page(rows: Sequence[Row], command: str) -> None:
    """Write docs/benchmarks.md."""
    remarks = "\n".join(f"- {one}" for row in rows for one in row.remarks)
    PAGE.write_text(
        PAGE_TEXT.format(command=command, machine=machine(), table=table(rows), remarks=remarks),
        encoding="utf-8",
    )


PAGE_TEXT = """# How fast it is

Measured by `{command}` on: {machine}. Each line was measured in one run beside its peer, by turns;
a figure is the median of the rounds, with the lowest and the highest in brackets where there were
several. The page is written by that command after a complete run only.

{table}

## How it was measured

{remarks}

## What these figures do not show

- The messenger answers from the same machine at once. The real one takes 50 to 100 milliseconds
  for each call, which adds to every latency and hardly takes anything from how many are served.
- Bots, messenger and database share the cores named above. Two processes on two cores, beside a
  PostgreSQL and the crowd, have no cores of their own; on a larger machine they have.
- The peers keep nothing: they are what an echo costs without a database, not what a handbook costs
  with one.
- The crowd is a closed loop: people wait for an answer before they go on. Thousands who press
  within the same second wait in line as long as the figures per second say.
- Nothing here speaks of the network, of a slow disk, or of a machine busy with other things.
"""


def _spread(values: Sequence[float]) -> str:
    if len(values) == 1:
        return _plain(values[0])
    return f"{_plain(median(values))} ({_plain(min(values))}–{_plain(max(values))})"


def _plain(value: float) -> str:
    """Three digits that mean something."""
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _cpu() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return "unknown processor"
