"""What Zalo's server brings, in our words: exactly as its documents and recordings have it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.zalo_updates import understand

MESSENGER = "zalo:1459232241454765289"
TED = "6ede9afa66b88fe6d6a9"
BASE: dict[str, Any] = {
    "from": {"id": TED, "display_name": "Ted", "is_bot": False},
    "chat": {"id": TED, "chat_type": "PRIVATE"},
    "message_id": "2d758cb5e222177a4e35",
    "date": 1750316131602,
}


def _update(event: str, **said: Any) -> dict[str, Any]:
    return {"event_name": f"message.{event}.received", "message": {**BASE, **said}}


CASES = [
    ("text", {"text": "Xin chào"}, ("text", "Xin chào", "", None)),
    ("text", {"text": "/start 26R7714QQWFE"}, ("start", "", "26R7714QQWFE", None)),
    ("text", {"text": "  "}, ("other", "", "", None)),
    (
        "image",
        {"photo_url": "https://p.example/1.jpg", "caption": "Đường hỏng"},
        ("file", "Đường hỏng", "", ("photo", "https://p.example/1.jpg")),
    ),
    ("image", {"photo": "https://p.example/1.jpg"}, ("file", "", "", ("photo", "https://p.example/1.jpg"))),
    ("image", {}, ("other", "", "", None)),
    (
        "voice",
        {"voice_url": "https://v.example/1.aac"},
        ("file", "", "", ("voice", "https://v.example/1.aac")),
    ),
    ("sticker", {"sticker": "0e078a2fb66a5f34067b"}, ("other", "", "", None)),
    ("unsupported", {}, ("not_carried", "", "", None)),
    ("somethingnew", {}, ("other", "", "", None)),
]  # fmt: skip


@pytest.mark.parametrize("wrapped", [False, True], ids=["flat", "wrapped"])
@pytest.mark.parametrize(("event", "said", "means"), CASES, ids=[str(one[:2]) for one in CASES])
def test_an_update_is_understood(
    event: str, said: dict[str, Any], means: tuple[Any, ...], wrapped: bool
) -> None:
    update = _update(event, **said)
    incoming = understand({"ok": True, "result": update} if wrapped else update, MESSENGER)

    assert incoming is not None
    assert (incoming.messenger, incoming.address, incoming.buttons) == (MESSENGER, TED, False)
    assert incoming.key == f"{TED}:2d758cb5e222177a4e35"
    assert incoming.sent_at == datetime(2025, 6, 19, 6, 55, 31, 602000, UTC)
    file = incoming.file and (incoming.file.kind, incoming.file.remote_id)
    assert (incoming.kind, incoming.words, incoming.data, file) == means


def test_a_date_in_seconds_is_one_too() -> None:
    incoming = understand(_update("text", text="Chào", date=1750316131), MESSENGER)

    assert incoming is not None
    assert incoming.sent_at == datetime(2025, 6, 19, 6, 55, 31, tzinfo=UTC)


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"ok": True, "result": {}},
        {"ok": True, "result": []},
        {"message": "text"},
        _update("text", text="Chào", chat={"id": "g1", "chat_type": "GROUP"}),
        _update("text", text="Chào", chat={}),
        _update("text", text="Chào", message_id=""),
    ],
    ids=str,
)
def test_a_probe_a_group_and_nonsense_are_none_of_our_business(payload: dict[str, Any]) -> None:
    assert understand(payload, MESSENGER) is None
