"""A broadcast with python-telegram-bot's AIORateLimiter, and a screen with two buttons meanwhile.

    python ptb_paced.py ADDRESS TOKEN COUNT

/go sends a text to everybody; any other text shows the screen, a press changes it.
"""

import asyncio
import itertools
import sys
from contextlib import suppress

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import RetryAfter
from telegram.ext import (
    AIORateLimiter,
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

FIRST_PERSON = 5_000_000_001
TEXT = "Bảy giờ sáng thứ Bảy này, ta dọn vệ sinh quanh nhà văn hóa."
BUTTONS = InlineKeyboardMarkup(
    [[InlineKeyboardButton(one, callback_data=one)] for one in ("notices.newest", "home.home")]
)
numbers = itertools.count(1)


async def go(_update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Send to everybody at once; the limiter makes them wait."""

    async def send(chat_id: int) -> None:
        with suppress(RetryAfter):  # three retries were not enough: this one is lost
            await context.bot.send_message(chat_id, TEXT)

    count = int(sys.argv[3])
    await asyncio.gather(*(send(FIRST_PERSON + number) for number in range(count)))


async def show(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """The screen."""
    await update.message.reply_text("0", reply_markup=BUTTONS)


async def press(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Another screen in its place."""
    await update.callback_query.answer()
    await update.callback_query.edit_message_text(str(next(numbers)), reply_markup=BUTTONS)


def main() -> None:
    """Poll until it is stopped."""
    address, token, _ = sys.argv[1:]
    limiter = AIORateLimiter(max_retries=3)
    builder = Application.builder().token(token).base_url(f"{address}/bot")
    app = builder.rate_limiter(limiter).concurrent_updates(True).build()
    app.add_handler(CommandHandler("go", go))
    app.add_handler(CallbackQueryHandler(press))
    app.add_handler(MessageHandler(filters.TEXT, show))
    app.run_polling()


main()
