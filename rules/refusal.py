"""The one way a deed says no: a text key and its values, shown only by the switchboard."""

from typing import Any


class Refusal(Exception):
    """A kind no. `key` names a text in `locales`, `values` fill it; nothing was changed."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
