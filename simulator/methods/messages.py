"""Text, places, contacts and the sign that the bot is writing."""

from __future__ import annotations

from simulator.call import Call
from simulator.chats import Json
from simulator.errors import bad_request
from simulator.methods.inputs import message_text
from simulator.methods.registry import Registry
from simulator.methods.sending import send

methods = Registry()

ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "record_audio",
    "upload_audio",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
    "cancel",
}


@methods("sendMessage")
def send_message(call: Call) -> Json:
    return send(call, message_text(call))


@methods("sendLocation")
def send_location(call: Call) -> Json:
    return send(call, {"location": location(call)})


def location(call: Call) -> Json:
    """Latitude and longitude, in degrees; both must be given."""
    for name in ("latitude", "longitude"):
        if not call.text(name).strip():
            raise bad_request(f"{name} is empty")
    return {"latitude": call.number("latitude"), "longitude": call.number("longitude")}


@methods("sendContact")
def send_contact(call: Call) -> Json:
    contact = {
        "phone_number": call.required("phone_number"),
        "first_name": call.required("first_name"),
    }
    if call.text("last_name"):
        contact["last_name"] = call.text("last_name")
    return send(call, {"contact": contact})


@methods("sendChatAction")
def send_chat_action(call: Call) -> bool:
    chat = call.writable_chat()
    if call.text("action").lower() not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.feed.tell(f"sign:{chat.id}")
    return True
