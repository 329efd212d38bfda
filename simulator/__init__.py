"""A local Telegram: the bot's side of the server, and phones for the people on the other side.

`async with Simulator() as sim:` starts one on 127.0.0.1; `python -m simulator` starts one to look
at. It knows nothing of the bot that talks to it.
"""

from simulator.server import Simulator
from simulator.world import World

__all__ = ["Simulator", "World"]
