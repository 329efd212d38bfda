"""Pictures, recordings, documents and stickers: sent once, then again by their id."""

from __future__ import annotations

from simulator.call import Call
from simulator.chats import Json
from simulator.contents import file_content
from simulator.errors import bad_request
from simulator.files import StoredFile, Upload
from simulator.measure import is_music, is_voice
from simulator.methods.inputs import caption, known_file, upload_of
from simulator.methods.registry import Registry
from simulator.methods.sending import send

methods = Registry()


@methods("sendPhoto")
def send_photo(call: Call) -> Json:
    return _send_file(call, "photo")


@methods("sendVoice")
def send_voice(call: Call) -> Json:
    return _send_file(call, "voice")


@methods("sendAudio")
def send_audio(call: Call) -> Json:
    named = {name: call.text(name) for name in ("title", "performer") if call.text(name)}
    return _send_file(call, "audio", **named)


@methods("sendDocument")
def send_document(call: Call) -> Json:
    return _send_file(call, "document")


@methods("sendVideo")
def send_video(call: Call) -> Json:
    return _send_file(call, "video")


@methods("sendSticker")
def send_sticker(call: Call) -> Json:
    return _send_file(call, "sticker")


def _send_file(call: Call, kind: str, **extra: str) -> Json:
    words = {} if kind == "sticker" else caption(call)
    call.writable_chat()  # an upload to nobody is refused before it is kept
    stored = file_of(call, kind, kind, call.text(kind), call.integer("duration"))
    return send(call, {**file_content(call.world.files, stored, **extra), **words})


def file_of(call: Call, kind: str, name: str, reference: str, duration: int = 0) -> StoredFile:
    """The file meant by field `name`: uploaded with the call, or known by its id."""
    upload = upload_of(call, name, reference)
    if upload is not None:
        stored = call.world.files.add(shown_as(kind, upload), upload, duration)
        call.world.stats.uploaded(len(upload.data))
        return stored
    if not reference or reference.startswith("attach://"):
        raise bad_request(f"there is no {kind} in the request")
    return known_file(call, reference, kind)


def shown_as(kind: str, upload: Upload) -> str:
    """What the server makes of it: sound in a form it does not play becomes a document."""
    if kind == "voice" and not is_voice(upload.data):
        return "document"
    if kind == "audio" and not is_music(upload.data):
        return "document"
    return kind
