"""An echo bot as aiogram's own first example has it: no database.

python aiogram_echo.py ADDRESS TOKEN
"""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

dispatcher = Dispatcher()


@dispatcher.message()
async def echo(message: Message) -> None:
    """Say the same."""
    await message.answer(message.text)


async def main() -> None:
    """Poll until it is stopped."""
    address, token = sys.argv[1:]
    session = AiohttpSession(api=TelegramAPIServer.from_base(address))
    await dispatcher.start_polling(Bot(token, session=session))


asyncio.run(main())
