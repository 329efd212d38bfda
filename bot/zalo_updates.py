"""What an update of Zalo's says, in our words."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.doors import Incoming, RemoteFile, start_code

MILLISECONDS = 10**11  # a moment with a larger number is told in milliseconds: for seconds it lies
# three thousand years ahead


def understand(payload: dict[str, Any], messenger: str) -> Incoming | None:
    """An update, wrapped in an answer or bare; None for what is none of our business (groups, a
    probe). A message that comes twice has the same key."""
    update = payload.get("result", payload)
    message = update.get("message") if isinstance(update, dict) else None
    if not isinstance(message, dict) or not message.get("message_id"):
        return None
    chat = message.get("chat") or {}
    if not chat.get("id") or chat.get("chat_type", "PRIVATE") != "PRIVATE":
        return None
    address = str(chat["id"])
    base = Incoming(
        messenger,
        address,
        f"{address}:{message['message_id']}",
        "other",
        sent_at=_moment(message.get("date")),
        buttons=False,
    )
    return _of_event(base, str(update.get("event_name")), message)


def _of_event(base: Incoming, event: str, message: dict[str, Any]) -> Incoming:
    caption = str(message.get("caption") or "")
    match event:
        case "message.text.received":
            return _of_text(base, str(message.get("text") or ""))
        case "message.image.received" if url := message.get("photo_url") or message.get("photo"):
            file = RemoteFile("photo", str(url), "photo.jpg", "image/jpeg", 0)
            return replace(base, kind="file", words=caption, file=file)
        case "message.voice.received" if url := message.get("voice_url"):
            file = RemoteFile("voice", str(url), "voice.aac", "audio/aac", 0)
            return replace(base, kind="file", words=caption, file=file)
        case "message.unsupported.received":
            return replace(base, kind="not_carried")  # a document, a film, a place: it says no more
        case _:
            return base


def _of_text(base: Incoming, text: str) -> Incoming:
    if (code := start_code(text)) is not None:
        return replace(base, kind="start", data=code)
    return replace(base, kind="text", words=text) if text.strip() else base


def _moment(date: Any) -> datetime | None:
    if not isinstance(date, int | float) or date <= 0:
        return None
    return datetime.fromtimestamp(date / 1000 if date > MILLISECONDS else date, UTC)
