"""A bulletin by the built-in voice: how long it takes, anew and after one changed item."""

from __future__ import annotations

import asyncio
import resource
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.figures import Row
from bench.processes import ROOT
from bench.scale import Scale

PEER = "spoken, joined and encoded at once"
PAGE = resource.getpagesize()
LOOK = 0.01  # seconds between two looks at what the process and its children hold
KINDS = ("plain", "studio", "changed", "running")


class Run(NamedTuple):
    """One recording by a process of its own, from its start to its end."""

    wall: float
    cpu: float  # seconds of the processor, its children's too
    peak: float  # megabytes, of the process and its children at one moment
    lasts: float  # seconds of sound
    inside: tuple[float, ...]  # seconds it took by its own clock, anew and after the change


async def measure(scale: Scale) -> Row:
    """By turns: the plain way, the studio from nothing and with one item changed, each a process,
    and both in one process."""
    runs: defaultdict[str, list[Run]] = defaultdict(list)
    for _ in range(scale.rounds):
        with tempfile.TemporaryDirectory() as folder:
            for how in KINDS:
                runs[how].append(await _record(how, Path(folder), scale.bulletin))
    return _row(*(runs[how] for how in KINDS))


async def _record(how: str, folder: Path, items: int) -> Run:
    begun, before = time.perf_counter(), _cpu()
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.recording", how, str(folder), str(items)),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    peak = 0.0
    async with asyncio.TaskGroup() as group:
        ended = group.create_task(running.communicate())
        while not ended.done():
            peak = max(peak, _held(running.pid))
            await asyncio.wait([ended], timeout=LOOK)
    if running.returncode:
        raise RuntimeError(f"recording {how} ended with {running.returncode}")
    lasts, *inside = map(float, ended.result()[0].split())
    return Run(time.perf_counter() - begun, _cpu() - before, peak, lasts, tuple(inside))


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _held(pid: int, parent: bytes = b"") -> float:
    """Megabytes a process and its children hold now."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes()
        if words == parent:
            return 0.0  # not a program of its own yet: it is in its parent's memory
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [one for task in tasks for one in (task / "children").read_text().split()]
    except (OSError, IndexError):
        return 0.0  # it has ended meanwhile
    return pages * PAGE / 1e6 + sum(_held(int(child), words) for child in children)


def _row(plain: list[Run], studio: list[Run], changed: list[Run], running: list[Run]) -> Row:
    row = Row()
    lasts, there_lasts = (f"{runs[0].lasts / 60:.1f} minutes" for runs in (studio, plain))
    new, there = [run.wall for run in studio], [run.wall for run in plain]
    again = [run.wall for run in changed]
    row.add(f"Recording a bulletin of {lasts}", new, "s", PEER, there)
    row.add("The same after one changed item", again, "s", PEER, there)
    row.add(
        *("Recording anew in a handbook that runs", [run.inside[0] for run in running], "s"),
        *("the same after one changed item", [run.inside[1] for run in running]),
    )
    row.add(
        *("Processor time of recording it", [run.cpu for run in studio], "s"),
        *(PEER, [run.cpu for run in plain]),
    )
    row.add(
        *("Memory of recording it at most, with children", [run.peak for run in studio], "MB"),
        *(PEER, [run.peak for run in plain]),
    )
    speed = median(run.lasts / run.wall for run in studio)
    faster = median(anew / after for anew, after in zip(new, again, strict=True))
    inside = median(anew / after for anew, after in (run.inside for run in running))
    row.remarks.append(
        "Recording: by the built-in voice in a process of its own, from its start to its end, with "
        f"mastering, chapters and every check, {speed:.0f} times as fast as it plays; after one "
        f"changed item {faster:.1f} times faster than anew, and {inside:.1f} times in a process "
        "that runs already, as in the handbook. The peer only speaks every sentence, "
        f"joins the sound and encodes it ({there_lasts}): no mastering, no chapters, no check, and "
        "nothing is kept. Memory is the most that the process and its children held at one moment, "
        f"looked at every {1000 * LOOK:.0f} ms."
    )
    return row
