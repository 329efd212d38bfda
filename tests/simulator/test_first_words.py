"""The shortest conversation: start, an answer with a button, the press, the change."""

from __future__ import annotations

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from simulator.chats import Phone


async def test_a_person_and_a_bot_talk(http, bot: Bot, stranger: Phone):
    await http.ask("POST", f"/phones/{stranger.id}/start", json={"code": "moi-hoa"})
    (update,) = await bot.get_updates()
    assert update.message.text == "/start moi-hoa"
    assert update.message.from_user.first_name == stranger.name

    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("Đã nhận", callback_data="ack:7")]])
    sent = await bot.send_message(stranger.id, "Chào bác", reply_markup=buttons)
    status, pressed = await http.ask(
        "POST",
        f"/phones/{stranger.id}/press",
        json={"message_id": sent.message_id, "label": "Đã nhận"},
    )
    assert status == 200
    (update,) = await bot.get_updates(offset=update.update_id + 1)
    assert update.callback_query.id == pressed["callback_query_id"]
    assert update.callback_query.data == "ack:7"

    await bot.answer_callback_query(update.callback_query.id, "Cảm ơn bác")
    await sent.edit_text("Bác đã nhận")
    _, toasts = await http.ask("GET", f"/phones/{stranger.id}/toasts")
    _, chat = await http.ask("GET", f"/phones/{stranger.id}/chat?after=1")
    assert toasts == [{"n": 1, "text": "Cảm ơn bác", "alert": False}]
    assert [(m["text"], m["edited"], m["buttons"]) for m in chat] == [("Bác đã nhận", True, [])]
