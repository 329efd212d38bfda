"""A voice message to many as the documentation shows it: the file goes along each time.

python ptb_voice.py ADDRESS TOKEN COUNT FILE
"""

import asyncio
import sys
from pathlib import Path

from telegram import Bot

FIRST_PERSON = 5_000_000_001


async def main() -> None:
    """Send to everybody, then wait to be stopped."""
    address, token, count, name = sys.argv[1:]
    file = Path(name)
    async with Bot(token, base_url=f"{address}/bot") as bot:
        for number in range(int(count)):
            await bot.send_voice(FIRST_PERSON + number, file.read_bytes())
    await asyncio.Event().wait()


asyncio.run(main())
