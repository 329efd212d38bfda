"""POST /phones/{id}/send: pictures, recordings, documents, contacts, places, stickers."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from aiohttp import web

from simulator.errors import PeopleError
from simulator.files import Upload
from simulator.people import deeds
from simulator.people.asked import number, phone_of, world_of

routes = web.RouteTableDef()

Form = Mapping[str, str | bytes | bytearray | web.FileField]


@routes.post("/phones/{id}/send")
async def send(request: web.Request) -> web.Response:
    """Multipart with `kind` and what it needs: file, caption, duration; phone; latitude..."""
    world, phone = world_of(request), phone_of(request)
    try:
        form = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise PeopleError(413, "The file is too large.") from None
    kind = _word(form, "kind")
    if kind == "contact":
        message = deeds.send_contact(world, phone, _word(form, "phone"), _word(form, "name"))
    elif kind == "location":
        place = number(form, "latitude"), number(form, "longitude")
        message = deeds.send_location(world, phone, *place)
    else:
        upload, seconds = await _upload(form, kind), int(number(form, "duration", 0))
        message = deeds.send_file(world, phone, kind, upload, _word(form, "caption"), seconds)
    return web.json_response({"message_id": message.message_id})


def _word(form: Form, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


async def _upload(form: Form, kind: str) -> Upload:
    sent = form.get("file")
    if not isinstance(sent, web.FileField):
        raise PeopleError(400, f"A {kind or 'file'} needs a file.")
    data = await asyncio.to_thread(sent.file.read)
    return Upload(sent.filename, sent.content_type, data)
