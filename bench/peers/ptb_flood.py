"""A text to many with python-telegram-bot's default transport, 64 at once, nothing kept.

python ptb_flood.py ADDRESS TOKEN COUNT
"""

import asyncio
import sys

from telegram import Bot

FIRST_PERSON = 5_000_000_001
TEXT = "Bảy giờ sáng thứ Bảy này, ta dọn vệ sinh quanh nhà văn hóa."


async def main() -> None:
    """Send to everybody, then wait to be stopped."""
    address, token, count = sys.argv[1:]
    left = iter(range(FIRST_PERSON, FIRST_PERSON + int(count)))
    async with Bot(token, base_url=f"{address}/bot") as bot:

        async def sender() -> None:
            for chat_id in left:
                await bot.send_message(chat_id, TEXT)

        await asyncio.gather(*(sender() for _ in range(64)))
    await asyncio.Event().wait()


asyncio.run(main())
