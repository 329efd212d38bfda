"""Processes of ours that need not bring in their modules: one that has them forks.

What comes of it is a process like any other, with memory and a number of its own, that can be told
to end or be killed; a start takes a tenth of a second of the processor instead of one and a half,
and the stories make a hundred. That a start of its own works is seen elsewhere: in the kill run, by
whoever is asked at a terminal, in the simulator's command line, and for what reads a paper or turns
a sound where these are tested.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import random
import runpy
import select
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from zoneinfo import ZoneInfo

from audio.children import ChildFailed
from bot.texts import Texts

ROOT = Path(__file__).parents[1]
MODULES = (
    *("bot.running", "bot.importing", "bot.letters", "bot.restoring", "simulator.server"),
    *("audio.encode", "audio.mp3", "audio.own"),
    *("audio.reading.text", "audio.reading.word", "audio.reading.pdf"),
)
FORKER = "SOTAY_TESTS_FORKER"  # in the environment of the workers: which process forks for them
_started: list[subprocess.Popen[bytes]] = []  # held, and with it the end of what they read
LARGEST = 100_000  # bytes of an order: words and environment


class Forked:
    """A running process, with what is needed here of asyncio's own."""

    def __init__(self, pid: int, told: asyncio.StreamReader, keeper: asyncio.StreamWriter) -> None:
        self.pid = pid
        self._keeper = keeper  # the other half: what is told comes only as long as it is held
        self._end = asyncio.ensure_future(told.readline())

    @property
    def returncode(self) -> int | None:
        """How it ended, negative for a signal; None while it runs."""
        return int(self._end.result()) if self._end.done() else None

    async def wait(self) -> int:
        """Until it has ended; how."""
        return int(await asyncio.shield(self._end))

    def send_signal(self, number: int) -> None:
        """Send it a signal; nothing when it has just ended."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)


async def fork(
    module: str, words: Sequence[str], env: Mapping[str, str], out: int, err: int
) -> Forked:
    """`python -m module words...` that prints to those two descriptors."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    try:
        return await _forked([module, *words], env, nothing, out, err)
    finally:
        os.close(nothing)


async def child(
    arguments: Sequence[str], given: bytes, seconds: float, folder: Path | None = None
) -> bytes:
    """`run_child` for a module of ours: "-m", its name and its words."""
    _, *words = arguments
    with TemporaryFile() as asked, TemporaryFile() as answered, TemporaryFile() as said:
        asked.write(given)
        asked.seek(0)
        process = await _forked(words, os.environ, *(f.fileno() for f in (asked, answered, said)))
        try:
            code = await asyncio.wait_for(process.wait(), seconds)
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGKILL)
        answered.seek(0)
        said.seek(0)
        if code:
            raise ChildFailed(code, said.read().decode(errors="replace"))
        return answered.read()


async def _forked(words: Sequence[str], env: Mapping[str, str], *standard: int) -> Forked:
    ours, theirs = socket.socketpair()
    order = json.dumps([words, dict(env)]).encode()
    with theirs:
        socket.send_fds(_orders(), [order], [theirs.fileno(), *standard])
    told, keeper = await asyncio.open_connection(sock=ours)
    return Forked(int(await told.readline()), told, keeper)


@cache
def serve() -> str:
    """Start the process that forks, unless the run of the tests has one: its name. It ends with
    whoever started it."""
    if there := os.environ.get(FORKER):
        return there
    name = f"sotay-forks-{os.getpid()}"
    with _unix() as taking:
        taking.bind(f"\0{name}")
        taking.listen()
        program = (sys.executable, "-m", "tests.forks", str(taking.fileno()))
        descriptors = [taking.fileno()]
        _started.append(
            subprocess.Popen(program, cwd=ROOT, stdin=subprocess.PIPE, pass_fds=descriptors)  # noqa: S603 - our own
        )
    return name


def _unix() -> socket.socket:
    return socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)


@cache
def _orders() -> socket.socket:
    """Where this process gives its orders, until it ends."""
    orders = _unix()
    orders.connect(f"\0{serve()}")
    return orders


def _live(taking: socket.socket) -> None:
    """The life of the process that forks: one for each that has orders to give."""
    for name in MODULES:
        importlib.import_module(name)
    Texts("party", ZoneInfo("Asia/Ho_Chi_Minh"))
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while taking in select.select([taking, sys.stdin], [], [])[0]:
        orders, _ = taking.accept()
        with orders:
            if not os.fork():
                taking.close()
                _take_orders(orders)
                return


def _take_orders(orders: socket.socket) -> None:
    """Fork for every order. Whoever is forked does not come back."""
    while True:
        order, descriptors, *_ = socket.recv_fds(orders, LARGEST, 4)
        if not order:
            return
        if not os.fork():
            orders.close()
            _carry_out(order, *descriptors)
        for one in descriptors:
            os.close(one)


def _carry_out(order: bytes, telling: int, *standard: int) -> None:
    """Fork once more, and stay beside that process to say who it is and how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    pid = os.fork()
    if not pid:
        os.close(telling)
        os._exit(_become(*json.loads(order), *standard))
    for one in {0, 1, 2, *standard}:
        os.close(one)
    os.write(telling, b"%d\n" % pid)
    _, status = os.waitpid(pid, 0)
    os.write(telling, b"%d\n" % os.waitstatus_to_exitcode(status))
    os._exit(0)


def _become(words: list[str], env: dict[str, str], *standard: int) -> int:
    """Live as that program; the exit code it ends with."""
    for number, one in enumerate(standard):
        os.dup2(one, number)
    for one in set(standard):
        os.close(one)
    os.environ.clear()
    os.environ.update(env)
    random.seed()
    sys.argv = words
    try:
        runpy.run_module(words[0], run_name="__main__", alter_sys=True)
        return 0
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()


if __name__ == "__main__":
    _live(socket.socket(fileno=int(sys.argv[1])))
