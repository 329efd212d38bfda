"""What an update of Telegram's says, in our words."""

from dataclasses import replace

from telegram import CallbackQuery, Message, Update

from bot.doors import Incoming, RemoteFile, start_code


def understand(update: Update) -> Incoming | None:
    """An update in our words; None for what is none of our business (groups, channels)."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None or user is None or chat.type != "private":
        return None
    language = "en" if (user.language_code or "").startswith("en") else "vi"
    base = Incoming("telegram", str(chat.id), str(update.update_id), "other", language)
    if query := update.callback_query:
        return _of_press(base, query)
    if changed := update.my_chat_member:
        gone = changed.new_chat_member.status in ("kicked", "left")
        return replace(base, kind="blocked") if gone else None
    return _of_message(base, update.message) if update.message else None


def _of_press(base: Incoming, query: CallbackQuery) -> Incoming:
    message = query.message
    about = getattr(message, "text", None) or getattr(message, "caption", None) or ""
    return replace(
        base,
        kind="press",
        data=query.data or "",
        ref=str(message.message_id) if message else "",
        about=about,
        press_id=query.id,
    )


def _of_message(base: Incoming, message: Message) -> Incoming:
    text = message.text or message.caption or ""
    base = replace(base, number=message.message_id)
    if message.forward_origin is None and (code := start_code(text)) is not None:
        return replace(base, kind="start", data=code)
    if file := remote_file(message):
        return replace(base, kind="file", words=text, file=file)
    return replace(base, kind="text", words=text) if message.text else base


def remote_file(message: Message) -> RemoteFile | None:
    """The file a message carries."""
    if message.photo:
        photo = message.photo[-1]
        return RemoteFile("photo", photo.file_id, "photo.jpg", "image/jpeg", photo.file_size or 0)
    if voice := message.voice:
        mime = voice.mime_type or "audio/ogg"
        return RemoteFile("voice", voice.file_id, "voice.ogg", mime, voice.file_size or 0)
    if audio := message.audio:
        name, mime = audio.file_name or "audio.mp3", audio.mime_type or "audio/mpeg"
        return RemoteFile("audio", audio.file_id, name, mime, audio.file_size or 0)
    if document := message.document:
        name, mime = document.file_name or "file", document.mime_type or "application/octet-stream"
        return RemoteFile("document", document.file_id, name, mime, document.file_size or 0)
    return None
