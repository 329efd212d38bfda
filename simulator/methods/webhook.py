"""Setting, removing and inspecting the webhook."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from simulator.call import Call
from simulator.chats import Json
from simulator.errors import bad_request
from simulator.methods.getting import choose_kinds
from simulator.methods.registry import Registry
from simulator.webhooks import Webhook

methods = Registry()

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
HERE = {"127.0.0.1", "localhost", "::1"}
MOST_CONNECTIONS = 100


@methods("setWebhook")
def set_webhook(call: Call) -> bool:
    if not call.text("url"):
        return delete_webhook(call)
    hook = _webhook(call)
    choose_kinds(call)
    if call.flag("drop_pending_updates"):
        call.world.updates.waiting.clear()
    call.world.webhooks.set(hook)
    return True


def _webhook(call: Call) -> Webhook:
    url, secret = call.text("url"), call.text("secret_token")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    # As a server started with --local: plain http is taken, but only on this machine.
    if parts.hostname not in HERE:
        raise bad_request("bad webhook: IP address is reserved for this machine's own use")
    if secret and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = min(max(call.integer("max_connections", 40), 1), MOST_CONNECTIONS)
    return Webhook(url, secret, connections)


@methods("deleteWebhook")
def delete_webhook(call: Call) -> bool:
    call.world.webhooks.remove()
    if call.flag("drop_pending_updates"):
        call.world.updates.waiting.clear()
    return True


@methods("getWebhookInfo")
def get_webhook_info(call: Call) -> Json:
    return call.world.webhooks.info()
