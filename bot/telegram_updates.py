"""What an update of Telegram's says, in our words."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.doors import Incoming, RemoteFile, start_code

Raw = Mapping[str, Any]
FILES = {  # what they are called and are when nobody says so
    "voice": ("voice.ogg", "audio/ogg"),
    "audio": ("audio.mp3", "audio/mpeg"),
    "document": ("file", "application/octet-stream"),
}


def understand(update: Raw) -> Incoming | None:
    """An update in our words; None for what is none of our business (groups, channels)."""
    query, changed = update.get("callback_query"), update.get("my_chat_member")
    message = (query or {}).get("message") if query else update.get("message")
    user = (query or changed or message or {}).get("from")
    chat = (changed or message or {}).get("chat")
    if chat is None or user is None or chat["type"] != "private":
        return None
    language = "en" if user.get("language_code", "").startswith("en") else "vi"
    base = Incoming("telegram", str(chat["id"]), str(update["update_id"]), "other", language)
    if query:
        return _of_press(base, query)
    if changed:
        gone = changed["new_chat_member"]["status"] in ("kicked", "left")
        return replace(base, kind="blocked") if gone else None
    return _of_message(base, message) if message else None


def _of_press(base: Incoming, query: Raw) -> Incoming:
    message = query["message"]
    return replace(
        base,
        kind="press",
        data=query.get("data", ""),
        ref=str(message["message_id"]),
        about=message.get("text") or message.get("caption") or "",
        press_id=query["id"],
    )


def _of_message(base: Incoming, message: Raw) -> Incoming:
    text = message.get("text") or message.get("caption") or ""
    base = replace(base, number=message["message_id"])
    if "forward_origin" not in message and (code := start_code(text)) is not None:
        return replace(base, kind="start", data=code)
    if file := remote_file(message):
        return replace(base, kind="file", words=text, file=file)
    return replace(base, kind="text", words=text) if message.get("text") else base


def remote_file(message: Raw) -> RemoteFile | None:
    """The file a message carries."""
    if photos := message.get("photo"):
        photo = photos[-1]
        size = photo.get("file_size", 0)
        return RemoteFile("photo", photo["file_id"], "photo.jpg", "image/jpeg", size)
    for kind, (name, mime) in FILES.items():
        if file := message.get(kind):
            return RemoteFile(
                kind,
                file["file_id"],
                file.get("file_name") or name,
                file.get("mime_type") or mime,
                file.get("file_size") or 0,
            )
    return None
