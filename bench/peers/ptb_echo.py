"""An echo bot as python-telegram-bot's own first example has it: default transport, no database.

    python ptb_echo.py ADDRESS TOKEN one|many

`one`: one update after the other, which is what it does unless told otherwise; `many`: as many at
once as it allows (`concurrent_updates`).
"""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say the same."""
    await update.message.reply_text(update.message.text)


def main() -> None:
    """Poll until it is stopped."""
    address, token, manner = sys.argv[1:]
    builder = Application.builder().token(token).base_url(f"{address}/bot")
    app = builder.concurrent_updates(manner == "many").build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.run_polling()


main()
