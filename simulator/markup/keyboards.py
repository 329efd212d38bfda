"""Checking `reply_markup`: inline buttons, the persistent keyboard, its removal, forced replies."""

from __future__ import annotations

from typing import Any

from simulator.errors import ApiError, bad_request

Json = dict[str, Any]

LONGEST_DATA = 64  # bytes
MOST_INLINE_BUTTONS = 100
INLINE_KINDS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
SWITCHES = {
    "resize_keyboard": "ReplyKeyboardMarkup",
    "one_time_keyboard": "ReplyKeyboardMarkup",
    "is_persistent": "ReplyKeyboardMarkup",
    "remove_keyboard": "ReplyKeyboardRemove",
    "force_reply": "ForceReply",
    "selective": "reply markup",
}


def checked_markup(value: Any) -> Json | None:
    """The markup if the server would take it, None if it is empty; raises its 400 otherwise."""
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    for name, owner in SWITCHES.items():
        if name in value and not isinstance(value[name], bool):
            raise bad_request(f'field "{name}" of the {owner} must be of the type Boolean')
    if value.get("keyboard"):
        return _reply_keyboard(value)
    if value.get("inline_keyboard"):
        return _inline_keyboard(value)
    if value.get("remove_keyboard") or value.get("force_reply"):
        return value
    return None


def _reply_keyboard(value: Json) -> Json:
    rows = [
        [_reply_button(button) for button in row]
        for row in _rows(value, "keyboard", "ReplyKeyboardMarkup")
    ]
    return {**value, "keyboard": [row for row in rows if row]}


def _reply_button(button: Any) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise _problem("keyboard button", "KeyboardButton must be a String or an Object")
    _label(button, "keyboard button")
    return button


def _inline_keyboard(value: Json) -> Json | None:
    rows = [
        [_inline_button(button) for button in row]
        for row in _rows(value, "inline_keyboard", "InlineKeyboardMarkup")
    ]
    filled = [row for row in rows if row]
    if sum(map(len, filled)) > MOST_INLINE_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": filled} if filled else None


def _inline_button(button: Any) -> Json:
    what = "inline keyboard button"
    if not isinstance(button, dict):
        raise _problem(what, "InlineKeyboardButton must be an Object")
    _label(button, what)
    if not any(button.get(kind) or kind in button for kind in INLINE_KINDS):
        raise _problem(what, "Text buttons are unallowed in the inline keyboard")
    if not button.get("url") and "callback_data" in button:
        _check_data(button["callback_data"])
    url = button.get("url", "")
    if url and not url.startswith(("http://", "https://", "tg://")) and "." not in url:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return button


def _check_data(data: Any) -> None:
    if not isinstance(data, str):
        raise _problem("inline keyboard button", 'Field "callback_data" must be of type String')
    if not data:
        raise _problem(
            "inline keyboard button", "Text buttons are unallowed in the inline keyboard"
        )
    if len(data.encode()) > LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")


def _label(button: Json, what: str) -> None:
    if "text" not in button:
        raise _problem(what, 'Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise _problem(what, 'Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request("reply markup button text must be non-empty")


def _rows(value: Json, name: str, owner: str) -> list[list[Any]]:
    rows = value[name]
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" of the {owner} must be an Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" of the {owner} must be an Array of Arrays')
    return rows


def _problem(what: str, text: str) -> ApiError:
    return bad_request(f"can't parse {what}: {text}")
