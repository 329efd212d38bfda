"""The methods of the Bot API, one file per topic."""

from simulator.methods import (
    albums,
    callbacks,
    chats,
    copies,
    deletes,
    edits,
    files,
    getting,
    media,
    messages,
    polls,
    profile,
    webhook,
)
from simulator.methods.registry import Registry

METHODS = Registry()
for _topic in (
    albums,
    callbacks,
    chats,
    copies,
    deletes,
    edits,
    files,
    getting,
    media,
    messages,
    polls,
    profile,
    webhook,
):
    METHODS.include(_topic.methods)

__all__ = ["METHODS"]
