"""What the real server answers when it refuses, word for word."""

from __future__ import annotations


class ApiError(Exception):
    """A refusal of the bot side: HTTP status, description and, for 429, the seconds to wait."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after


class PeopleError(Exception):
    """A refusal of the people side, as one clear sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


def bad_request(text: str) -> ApiError:
    """400; an ordinary sentence starts small after the prefix, CONSTANT_NAMES stay as they are."""
    ordinary = len(text) < 2 or not (text[1].isupper() or text[1] == "_")
    return ApiError(400, "Bad Request: " + (text[0].lower() + text[1:] if ordinary else text))


def forbidden(text: str) -> ApiError:
    return ApiError(403, f"Forbidden: {text}")


def conflict(text: str) -> ApiError:
    return ApiError(409, f"Conflict: {text}")


def unauthorized(text: str = "Unauthorized") -> ApiError:
    return ApiError(401, text)


def method_not_found() -> ApiError:
    return ApiError(404, "Not Found: method not found")


def too_many_requests(seconds: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def too_large() -> ApiError:
    return ApiError(413, "Request Entity Too Large")


def not_modified() -> ApiError:
    return bad_request(
        "message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    )


def query_too_old() -> ApiError:
    return bad_request("query is too old and response timeout expired or query ID is invalid")
