"""What the bot says of itself: commands, names, descriptions, the menu button."""

from __future__ import annotations

import re
from typing import Any

from simulator.call import Call
from simulator.chats import Json
from simulator.errors import bad_request
from simulator.methods.registry import Registry

methods = Registry()

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MOST_COMMANDS = 100
LONGEST_IN_COMMAND = {"command": ("command", 32), "description": ("command description", 256)}
LONGEST = {"name": 64, "description": 512, "short_description": 120}
MENU_BUTTONS = {"default", "commands", "web_app"}


@methods("setMyCommands")
def set_my_commands(call: Call) -> bool:
    commands = call.json("commands", "commands") or []
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    found = [_command(command) for command in commands]
    if len(found) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    if not all(COMMAND.fullmatch(command["command"]) for command in found):
        raise bad_request("BOT_COMMAND_INVALID")
    call.world.profile.commands[_audience(call)] = found
    return True


@methods("getMyCommands")
def get_my_commands(call: Call) -> list[Json]:
    return call.world.profile.commands.get(_audience(call), [])


@methods("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    call.world.profile.commands.pop(_audience(call), None)
    return True


def _command(given: Any) -> Json:
    if not isinstance(given, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for name in LONGEST_IN_COMMAND:
        if name not in given:
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    command = {name: str(given[name]).strip() for name in LONGEST_IN_COMMAND}
    command["command"] = command["command"].removeprefix("/")
    for name, (what, longest) in LONGEST_IN_COMMAND.items():
        if not command[name]:
            raise bad_request(f"{what} must be non-empty")
        if len(command[name]) > longest:
            raise bad_request(f"{what} length must not exceed {longest}")
    return command


def _audience(call: Call) -> tuple[str, str]:
    scope = call.json("scope", "BotCommandScope") or {"type": "default"}
    whom = "/".join(str(scope[key]) for key in ("type", "chat_id", "user_id") if key in scope)
    return whom, call.text("language_code")


@methods("setMyName")
def set_my_name(call: Call) -> bool:
    return _set(call, "name", call.world.profile.names)


@methods("getMyName")
def get_my_name(call: Call) -> Json:
    return {"name": call.world.profile.name(call.text("language_code"))}


@methods("setMyDescription")
def set_my_description(call: Call) -> bool:
    return _set(call, "description", call.world.profile.descriptions)


@methods("getMyDescription")
def get_my_description(call: Call) -> Json:
    return {"description": _get(call, call.world.profile.descriptions)}


@methods("setMyShortDescription")
def set_my_short_description(call: Call) -> bool:
    return _set(call, "short_description", call.world.profile.short_descriptions)


@methods("getMyShortDescription")
def get_my_short_description(call: Call) -> Json:
    return {"short_description": _get(call, call.world.profile.short_descriptions)}


def _set(call: Call, name: str, texts: dict[str, str]) -> bool:
    text = call.text(name).strip()
    if len(text) > LONGEST[name]:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    texts[call.text("language_code")] = text
    return True


def _get(call: Call, texts: dict[str, str]) -> str:
    return texts.get(call.text("language_code")) or texts.get("", "")


@methods("setChatMenuButton")
def set_chat_menu_button(call: Call) -> bool:
    button = call.json("menu_button", "menu button") or {"type": "default"}
    if button.get("type") not in MENU_BUTTONS:
        raise bad_request("unsupported menu button type specified")
    call.world.profile.menu_buttons[_menu_chat(call)] = button
    return True


@methods("getChatMenuButton")
def get_chat_menu_button(call: Call) -> Json:
    buttons = call.world.profile.menu_buttons
    usual = buttons.get(None, {"type": "commands"})
    return buttons.get(_menu_chat(call), usual)


def _menu_chat(call: Call) -> int | None:
    return call.chat().id if call.text("chat_id") else None
