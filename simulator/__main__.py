"""python -m simulator: a local Telegram and Zalo with phones on a page."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys

from simulator.server import Simulator


def main() -> int:
    """Run until interrupted; exit code 2 when the port is taken."""
    asked = _arguments()
    simulator = Simulator(
        asked.port,
        token=asked.token,
        limits=asked.limits == "on",
        zalo_tokens=asked.zalo_token or (),
    )
    if not asked.empty:
        simulator.add_demo_phones()
    try:
        asyncio.run(_serve(simulator))
    except OSError as taken:
        sys.stderr.write(f"Port {asked.port} cannot be used: {taken.strerror}.\n")
        return 2
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument(
        "--port", type=int, default=8081, help="where to listen; 0 takes a free one"
    )
    parser.add_argument("--empty", action="store_true", help="start without phones")
    parser.add_argument("--token", help="the bot's token; without it the first one seen")
    parser.add_argument(
        "--zalo-token",
        action="append",
        help="the token of a Zalo bot, once for each; without it those first seen",
    )
    parser.add_argument("--limits", choices=("on", "off"), default="on", help="answer 429 or never")
    return parser.parse_args()


async def _serve(simulator: Simulator) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers here
            loop.add_signal_handler(number, stop.set)
    async with simulator:
        sys.stdout.write(f"{simulator.url}\n")
        sys.stdout.flush()
        await stop.wait()


if __name__ == "__main__":
    sys.exit(main())
