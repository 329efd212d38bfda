"""Who the bot is, and its updates by long polling."""

from __future__ import annotations

from simulator.call import Call
from simulator.chats import Json
from simulator.errors import bad_request, conflict
from simulator.methods.registry import Registry
from simulator.updates import DEFAULT_KINDS, KINDS

methods = Registry()

LONGEST_POLL = 50
MOST_UPDATES = 100


@methods("getMe")
def get_me(call: Call) -> Json:
    return {
        **call.world.bot_user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@methods("getUpdates")
async def get_updates(call: Call) -> list[Json]:
    if call.world.webhooks.hook is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    choose_kinds(call)
    limit = min(max(call.integer("limit", MOST_UPDATES), 1), MOST_UPDATES)
    seconds = min(max(call.integer("timeout"), 0), LONGEST_POLL)
    return await call.world.updates.poll(call.integer("offset"), limit, seconds)


def choose_kinds(call: Call) -> None:
    """`allowed_updates`: absent keeps the last choice, empty returns to the usual kinds."""
    asked = call.json("allowed_updates", "allowed updates")
    if asked is None:
        return
    if not isinstance(asked, list):
        raise bad_request("expected an Array of strings as allowed updates")
    named = frozenset(kind for kind in asked if kind in KINDS)
    call.world.updates.allowed = named or DEFAULT_KINDS


@methods("logOut")
def log_out(call: Call) -> bool:
    return True


@methods("close")
def close(call: Call) -> bool:
    return True
