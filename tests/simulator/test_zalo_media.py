"""Pictures, recordings and stickers on Zalo: by public address only, in both directions."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import av
import numpy as np
import pytest
from aiohttp import web

from simulator import Simulator
from simulator.chats import Phone
from simulator.files import Upload
from simulator.measure import is_aac, sound_length
from simulator.people import deeds
from simulator.people.view import entries
from tests.simulator.conftest import ZALO_TOKEN, Samples


@pytest.fixture
async def shelf(tmp_path: Path, samples: Samples) -> AsyncIterator[str]:
    """The address of a web server with a picture, recordings and a text on it."""
    files = {"a.png": samples.png(), "a.aac": samples.aac(3), "a.ogg": samples.ogg()}
    for name, data in {**files, "text.aac": b"ch\xe1\xbb\xaf", "text.png": b"x"}.items():
        (tmp_path / name).write_bytes(data)
    app = web.Application()
    app.router.add_static("/", tmp_path)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def told(http) -> Any:
    return (await http.zalo("getUpdates", timeout=0))["result"]


def last(sim: Simulator, phone: Phone) -> Any:
    return entries(sim.world, sim.world.chat_of(phone), 0, None)[-1]


def spoken(seconds: int) -> bytes:
    """A real recording, as a browser makes it: a tone in Ogg Opus."""
    out = io.BytesIO()
    wave = np.sin(np.arange(48_000 * seconds) * 2 * np.pi * 440 / 48_000) * 8000
    frame = av.AudioFrame.from_ndarray(wave.astype("int16")[None], format="s16", layout="mono")
    frame.rate = 48_000
    with av.open(out, "w", format="ogg") as written:
        stream = written.add_stream("libopus", rate=48_000, layout="mono")
        written.mux([*stream.encode(frame), *stream.encode(None)])
    return out.getvalue()


async def test_zalo_fetches_a_picture_itself(http, sim, sen: Phone, shelf):
    answer = await http.zalo(
        "sendPhoto", chat_id=sen.address, photo=f"{shelf}/a.png", caption="https://sotay.vn"
    )
    seen = last(sim, sen)
    assert set(answer["result"]) == {"message_id", "date"}
    assert (seen["caption"], seen["media"]["kind"]) == ("https://sotay.vn", "photo")
    assert seen["entities"] == [{"type": "url", "offset": 0, "length": 16}]
    async with http.session.get(sim.url + seen["media"]["url"]) as picture:
        assert picture.content_type == "image/png"


async def test_zalo_fetches_a_recording_itself(http, sim, sen: Phone, shelf):
    answer = await http.zalo("sendVoice", chat_id=sen.address, voice_url=f"{shelf}/a.aac")
    media = last(sim, sen)["media"]
    assert answer["ok"] is True
    assert (media["kind"], media["mime"], media["duration"]) == ("voice", "audio/aac", 3)


@pytest.mark.parametrize(
    ("method", "name", "address", "words"),
    [
        ("sendVoice", "voice_url", "{}/a.ogg", "must be an .aac file"),
        ("sendVoice", "voice_url", "{}/text.aac", "must be an .aac file"),
        ("sendVoice", "voice_url", "{}/none.aac", "cannot be fetched: 404"),
        ("sendVoice", "voice_url", "", "must not be empty"),
        ("sendPhoto", "photo", "{}/text.png", "cannot be used: IMAGE_PROCESS_FAILED"),
        ("sendPhoto", "photo", "AQADabc", "must be a public URL"),
        ("sendPhoto", "photo", "https://sotay.vn/a.png", "asks its own machine only"),
        ("sendPhoto", "photo", "http://127.0.0.1:1/a.png", "cannot be fetched: Client"),
    ],
)
async def test_what_cannot_be_fetched_is_refused(
    http, sim, sen: Phone, shelf, method, name, address, words
):
    arguments = {"chat_id": sen.address, name: address.format(shelf)}
    answer = await http.zalo(method, **arguments)
    assert (answer["ok"], answer["error_code"]) == (False, 400)
    assert answer["description"].startswith(f"Bad request: The {name} ")
    assert words in answer["description"]
    assert last(sim, sen)["from"] == "me"


async def test_nothing_can_be_uploaded(http, sim, sen: Phone, samples):
    form = aiohttp.FormData({"chat_id": sen.address})
    form.add_field("photo", samples.png(), filename="a.png", content_type="image/png")
    url = f"{sim.zalo_api}/bot{ZALO_TOKEN}/sendPhoto"
    async with http.session.post(url, data=form) as answer:
        assert await answer.json() == {
            "ok": False,
            "description": "Bad request: The photo must be a public URL, files cannot be uploaded",
            "error_code": 400,
        }


async def test_a_sticker_is_sent_by_its_id(http, sim, sen: Phone):
    await http.zalo("sendSticker", chat_id=sen.address, sticker="0e078a2fb66a5f34067b")
    assert last(sim, sen)["media"]["kind"] == "sticker"


@pytest.mark.parametrize("form", ["ogg", "aac"])
async def test_spoken_words_come_as_public_aac(http, sim, sen: Phone, samples, form):
    data = spoken(2) if form == "ogg" else samples.aac(2)
    deeds.send_file(sim.world, sen, "voice", Upload("voice", f"audio/{form}", data))
    update = await told(http)
    address = update["message"]["voice_url"]
    assert update["event_name"] == "message.voice.received"
    assert update["message"]["message_type"] == "CHAT_VOICE"
    assert address.startswith(sim.url)
    assert address.endswith(".aac")
    async with http.session.get(address) as found:
        kept = await found.read()
    assert found.content_type == "audio/aac"
    assert (is_aac(kept), sound_length(kept)) == (True, 2)


async def test_a_sticker_comes_with_its_id_and_address(http, sim, sen: Phone, samples):
    deeds.send_file(sim.world, sen, "sticker", Upload("s.png", "image/png", samples.png(96, 96)))
    update = await told(http)
    assert update["event_name"] == "message.sticker.received"
    assert len(update["message"]["sticker"]) == 20
    async with http.session.get(update["message"]["url"]) as found:
        assert found.status == 200


@pytest.mark.parametrize("kind", ["document", "audio", "contact", "location"])
async def test_what_a_bot_cannot_see_comes_without_content(http, sim, sen: Phone, kind, samples):
    world = sim.world
    if kind == "contact":
        deeds.send_contact(world, sen)
    elif kind == "location":
        deeds.send_location(world, sen, 16.46, 107.59)
    else:
        deeds.send_file(world, sen, kind, Upload("a.mp3", "audio/mpeg", samples.MP3), "xem")
    update = await told(http)
    assert update["event_name"] == "message.unsupported.received"
    assert set(update["message"]) == {"from", "chat", "message_id", "date"}


async def test_a_file_nobody_sent_is_not_there(http, sim):
    async with http.session.get(f"{sim.url}/zalo/files/AQADx.aac") as answer:
        assert answer.status == 404
