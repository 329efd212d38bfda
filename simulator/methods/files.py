"""Asking where a file can be fetched."""

from __future__ import annotations

from simulator.call import Call
from simulator.chats import Json
from simulator.errors import bad_request
from simulator.files import LARGEST_DOWNLOAD
from simulator.methods.registry import Registry

methods = Registry()


@methods("getFile")
def get_file(call: Call) -> Json:
    file_id = call.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = call.world.files.by_id(file_id)
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.data) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {**stored.wire(), "file_path": stored.path}
