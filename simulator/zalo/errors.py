"""What Zalo answers when it refuses.

"Not Found", "Request timeout" and the sentence about chat_id are recorded from real bots, the
codes are in the documents; the other sentences are ours, made alike. A bot must go by the code.
"""

from __future__ import annotations

from simulator.errors import ApiError


class ZaloError(ApiError):
    """A refusal; `status` is its HTTP status where that is known, else the settings decide."""

    def __init__(self, code: int, description: str, status: int | None = None) -> None:
        super().__init__(code, description)
        self.status = status


def bad_request(sentence: str) -> ZaloError:
    return ZaloError(400, f"Bad request: {sentence}")


def empty(name: str) -> ZaloError:
    return bad_request(f"The {name} must not be empty")


def wrong_token() -> ZaloError:
    return ZaloError(401, "Token invalid")


def blocked() -> ZaloError:
    """Not documented what a bot hears from somebody who has blocked it: 403 is chosen."""
    return ZaloError(403, "Forbidden: The user has blocked the bot")


def unknown_method() -> ZaloError:
    return ZaloError(404, "Not Found", status=200)


def no_webhook() -> ZaloError:
    return ZaloError(404, "Not Found", status=404)


def nothing_new(status: int) -> ZaloError:
    return ZaloError(408, "Request timeout", status=status)


def out_of_order() -> ZaloError:
    return ZaloError(403, "Internal server error")  # the documents' own pair


def bad_gateway() -> ZaloError:
    return ZaloError(502, "Bad Gateway", status=502)


def over_quota() -> ZaloError:
    """Without Retry-After: nothing says when there will be room again."""
    return ZaloError(429, "Quota exceeded")
