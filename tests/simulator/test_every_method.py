"""python-telegram-bot's own `Bot` drives every method, unchanged."""

from __future__ import annotations

import io

import pytest
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    MenuButtonCommands,
    Message,
    ReplyKeyboardMarkup,
)
from telegram.constants import ChatAction, ReactionEmoji
from telegram.error import BadRequest

from simulator import Simulator
from simulator.chats import Phone
from simulator.methods import METHODS

pytestmark = pytest.mark.usefixtures("hoa")
YES = InlineKeyboardMarkup([[InlineKeyboardButton("Có", callback_data="y")]])


async def send_everything(bot: Bot, who: int, samples) -> Message:
    """One of each kind; the answer is a text with a button."""
    home = ReplyKeyboardMarkup([["Trang chính", "Nghe"]], is_persistent=True)
    await bot.send_message(who, "Chào bác", reply_markup=home)
    photo = await bot.send_photo(who, samples.png(), caption="<b>Ảnh</b>", parse_mode="HTML")
    assert (photo.photo[-1].width, photo.caption_entities[0].type) == (640, "bold")
    voice = await bot.send_voice(who, samples.ogg(7))
    assert voice.voice.to_dict().items() >= {"duration": 7, "mime_type": "audio/ogg"}.items()
    audio = await bot.send_audio(who, samples.MP3, title="Bản tin")
    assert audio.audio.title == "Bản tin"
    document = await bot.send_document(who, io.BytesIO(samples.PDF), filename="nghị quyết.pdf")
    assert document.document.file_name == "nghị quyết.pdf"
    await bot.send_video(who, b"moving pictures", duration=2)
    await bot.send_sticker(who, samples.png(512, 512))
    album = [InputMediaPhoto(samples.png()), InputMediaPhoto(photo.photo[-1].file_id, caption="2")]
    first, second = await bot.send_media_group(who, album)
    assert first.media_group_id == second.media_group_id
    await bot.send_location(who, 16.4637, 107.5909)
    await bot.send_contact(who, "+84900000001", "Cô Thanh")
    assert await bot.send_chat_action(who, ChatAction.TYPING)
    return await bot.send_message(who, "Bác có đi họp không?", reply_markup=YES)


async def change_everything(bot: Bot, who: int, asked: Message, samples) -> None:
    changed = await asked.edit_text("Mời bác trả lời", reply_markup=YES)
    assert changed.edit_date is not None
    await asked.edit_reply_markup(None)
    picture = await bot.send_photo(who, samples.png())
    await picture.edit_caption("Chú thích")
    swapped = await picture.edit_media(InputMediaDocument(samples.PDF, filename="a.pdf"))
    assert swapped.document.file_name == "a.pdf"
    forwarded = await asked.forward(who)
    assert forwarded.forward_origin.sender_user.id == bot.id
    copied = await bot.copy_message(who, who, picture.message_id)
    for emoji in ReactionEmoji:
        assert await asked.set_reaction(emoji)
    assert await asked.pin()
    assert (await bot.get_chat(who)).pinned_message.message_id == asked.message_id
    assert await asked.unpin()
    assert await bot.unpin_all_chat_messages(who)
    assert await bot.delete_message(who, copied.message_id)
    assert await bot.delete_messages(who, [forwarded.message_id, 9999])


async def describe_itself(bot: Bot, who: int) -> None:
    commands = [BotCommand("trangchinh", "Về trang chính")]
    await bot.set_my_commands(commands, language_code="vi")
    assert list(await bot.get_my_commands(language_code="vi")) == commands
    assert await bot.get_my_commands() == ()
    await bot.delete_my_commands(language_code="vi")
    assert await bot.get_my_commands(language_code="vi") == ()
    await bot.set_my_name("Sổ tay")
    assert (await bot.get_my_name()).name == "Sổ tay"
    await bot.set_my_description("Sổ tay của chi bộ")
    assert (await bot.get_my_description("vi")).description == "Sổ tay của chi bộ"
    await bot.set_my_short_description("Sổ tay")
    assert (await bot.get_my_short_description()).short_description == "Sổ tay"
    await bot.set_chat_menu_button(who, MenuButtonCommands())
    assert isinstance(await bot.get_chat_menu_button(who), MenuButtonCommands)


async def test_the_librarys_bot_drives_every_method(
    sim: Simulator, http, bot: Bot, hoa: Phone, samples
):
    asked = await send_everything(bot, hoa.id, samples)
    press = {"message_id": asked.message_id, "data": "y"}
    await http.ask("POST", f"/phones/{hoa.id}/press", json=press)
    (update,) = await bot.get_updates()
    assert await bot.answer_callback_query(update.callback_query.id)
    await change_everything(bot, hoa.id, asked, samples)
    await describe_itself(bot, hoa.id)

    poll = await bot.send_poll(hoa.id, "Ngày nào?", ["Thứ Sáu", "Thứ Bảy"], is_anonymous=False)
    vote = {"message_id": poll.message_id, "options": [1]}
    await http.ask("POST", f"/phones/{hoa.id}/vote", json=vote)
    stopped = await bot.stop_poll(hoa.id, poll.message_id)
    assert [option.voter_count for option in stopped.options] == [0, 1]

    assert (await bot.get_chat_member(hoa.id, hoa.id)).user.first_name == hoa.name
    group = sim.world.add_group("Tổ 3")
    assert await bot.leave_chat(group.id)
    picture = await bot.send_photo(hoa.id, samples.png())
    await bot.get_file(picture.photo[-1])
    await bot.set_webhook("http://127.0.0.1:1/hook")
    assert (await bot.get_webhook_info()).url == "http://127.0.0.1:1/hook"
    await bot.delete_webhook(drop_pending_updates=True)
    await bot.log_out()
    await bot.close()

    assert sorted(sim.world.stats.calls) == METHODS.names()


async def test_refusals_arrive_as_the_librarys_own_errors(bot: Bot, hoa: Phone):
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(1, "x")
    with pytest.raises(BadRequest, match="User not found"):
        await bot.get_chat_member(hoa.id, 42)
