"""A local Telegram and Zalo: the bots' side of the servers, and phones for the people.

`async with Simulator() as sim:` starts one on 127.0.0.1; `python -m simulator` starts one to look
at. It knows nothing of the bot that talks to it.
"""

from simulator.server import Simulator
from simulator.world import World

__all__ = ["Simulator", "World"]
