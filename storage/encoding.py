"""Values of texts as JSON: moments, dates and texts within texts keep their kind."""

from datetime import date, datetime
from typing import Any

from rules.messages import Button, Media, Message
from rules.words import Words


def encode(value: Any) -> Any:
    """A value as JSON; anything that is not plain becomes a one-key object that says what it is."""
    match value:
        case datetime():
            return {"@moment": value.isoformat()}
        case date():
            return {"@date": value.isoformat()}
        case Words():
            return {"@words": [value.key, encode(value.values)]}
        case dict():
            return {name: encode(inner) for name, inner in value.items()}
        case list() | tuple():
            return [encode(inner) for inner in value]
        case _:
            return value


def decode(value: Any) -> Any:
    """What `encode` made, as it was (sequences come back as tuples)."""
    match value:
        case {"@moment": text}:
            return datetime.fromisoformat(text)
        case {"@date": text}:
            return date.fromisoformat(text)
        case {"@words": [key, values]}:
            return Words(key, decode(values))
        case dict():
            return {name: decode(inner) for name, inner in value.items()}
        case list():
            return tuple(decode(inner) for inner in value)
        case _:
            return value


def encode_message(message: Message) -> dict[str, Any]:
    """A message as JSON."""
    media = message.media
    aside = {"not_to": message.not_to} if message.not_to else {}
    return {
        **aside,
        "text": encode(message.text),
        "buttons": [[encode(button.label), list(button.route)] for button in message.buttons],
        "media": media
        and {
            "kind": media.kind,
            "id": media.media_id,
            "maker": media.maker,
            "values": encode(media.values),
        },
    }


def decode_message(data: dict[str, Any]) -> Message:
    """What `encode_message` made."""
    media = data["media"]
    return Message(
        decode(data["text"]),
        tuple(Button(decode(label), tuple(route)) for label, route in data["buttons"]),
        media and Media(media["kind"], media["id"], media["maker"], decode(media["values"])),
        data.get("not_to"),
    )
