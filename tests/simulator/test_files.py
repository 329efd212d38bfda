"""Files: kept once, sent again by id, fetched by path, refused when too large."""

from __future__ import annotations

import io

import pytest
from telegram import Bot
from telegram.error import BadRequest, NetworkError

from simulator import Simulator
from simulator.chats import Phone
from simulator.files import LARGEST_DOWNLOAD, LARGEST_PHOTO, LARGEST_UPLOAD, FileStore, Upload
from simulator.measure import media_type, picture_size, sound_length


async def test_a_file_sent_by_its_id_is_not_uploaded_again(http, bot: Bot, hoa: Phone, samples):
    voice = samples.ogg(3)
    first = await bot.send_voice(hoa.id, voice)
    again = await bot.send_voice(hoa.id, first.voice.file_id)
    _, stats = await http.ask("GET", "/stats")
    assert again.voice.file_unique_id == first.voice.file_unique_id
    assert (stats["uploads"], stats["bytes_uploaded"]) == (1, len(voice))


async def test_a_file_keeps_its_kind(bot: Bot, hoa: Phone, samples):
    voice = await bot.send_voice(hoa.id, samples.ogg())
    with pytest.raises(BadRequest, match="Type of file mismatch"):
        await bot.send_photo(hoa.id, voice.voice.file_id)


async def test_what_the_bot_was_sent_it_can_fetch(http, bot: Bot, sim, hoa: Phone, samples):
    form = {"kind": "voice", "file": io.BytesIO(samples.ogg(9)), "duration": "9"}
    await http.ask("POST", f"/phones/{hoa.id}/send", data=form)
    (update,) = await bot.get_updates()
    file = await bot.get_file(update.message.voice.file_id)
    assert bytes(await file.download_as_bytearray()) == samples.ogg(9)
    assert file.file_path.endswith(".oga")


@pytest.mark.parametrize("sound", ["ogg", "mp3"])
async def test_a_voice_message_may_be_ogg_or_mp3(bot: Bot, hoa: Phone, samples, sound):
    data = samples.ogg() if sound == "ogg" else samples.MP3
    assert (await bot.send_voice(hoa.id, data)).voice is not None


async def test_sound_that_cannot_be_played_becomes_a_document(bot: Bot, hoa: Phone):
    sent = await bot.send_voice(hoa.id, b"RIFF....WAVEfmt ")
    assert (sent.voice, sent.document is None) == (None, False)


@pytest.mark.parametrize(
    ("kind", "data", "text"),
    [
        ("document", b"", "File must be non-empty"),
        ("photo", b"not a picture", "Image_process_failed"),
        ("photo", b"GIF89a" + b"\x01\x00\xff\x7f", "Photo_invalid_dimensions"),
        ("photo", b"\x89PNG" + bytes(LARGEST_PHOTO), "File is too big"),
    ],
    ids=["empty", "not a picture", "a strip", "too large"],
)
async def test_bad_files_are_refused(bot: Bot, hoa: Phone, kind, data, text):
    with pytest.raises(BadRequest, match=f"(?i){text}"):
        await getattr(bot, f"send_{kind}")(hoa.id, data)


async def test_more_than_fifty_megabytes_do_not_pass(bot: Bot, hoa: Phone):
    with pytest.raises((BadRequest, NetworkError), match=r"too big|Too Large"):
        await bot.send_document(hoa.id, bytes(LARGEST_UPLOAD + 1))


async def test_large_files_go_up_but_do_not_come_down(http, sim: Simulator, hoa: Phone):
    upload = Upload("lớn.bin", "application/octet-stream", bytes(LARGEST_DOWNLOAD + 1))
    stored = sim.world.files.add("document", upload)
    _, refused = await http.call("getFile", file_id=stored.file_id)
    url = f"{sim.bot_files}{sim.world.token}/{stored.path}"
    async with http.session.get(url) as answer:
        assert answer.status == 404
    assert refused["description"] == "Bad Request: file is too big"


async def test_a_picture_comes_in_several_sizes_none_larger_than_itself(samples):
    files = FileStore()
    stored = files.add("photo", Upload("a.png", "image/png", samples.png(1920, 1080)))
    sizes = [files.by_id(file_id) for file_id in stored.sizes]
    assert [(size.width, size.height) for size in sizes] == [(90, 50), (320, 180), (1280, 720)]
    small = files.add("photo", Upload("a.png", "image/png", samples.png(40, 30)))
    assert [(files.by_id(i).width) for i in small.sizes] == [40]


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (b"GIF89a" + (3).to_bytes(2, "little") + (4).to_bytes(2, "little"), (3, 4)),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x04\x00\x03", (3, 4)),
        (b"RIFF....WEBPVP8X" + bytes(8) + b"\x02\0\0\x03\0\0", (3, 4)),
        (b"RIFF....WEBPVP8 " + bytes(10) + b"\x03\0\x04\0", (3, 4)),
        (b"RIFF....WEBPVP8L" + bytes(5) + (2 | 3 << 14).to_bytes(4, "little"), (3, 4)),
        (b"plain words", None),
        (b"\xff\xd8", None),
    ],
)
def test_a_picture_tells_its_size(data, size):
    assert picture_size(data) == size


def test_a_recording_tells_its_length(samples):
    assert [sound_length(d) for d in (samples.ogg(12), b"", b"OggS", samples.MP3)] == [12, 0, 0, 0]


def test_bytes_tell_their_type(samples):
    found = [media_type(d) for d in (samples.png(), samples.ogg(), samples.MP3, samples.PDF)]
    assert found == ["image/png", "audio/ogg", "audio/mpeg", None]
