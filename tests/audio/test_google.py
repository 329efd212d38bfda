"""Google's voice against a local server with every failure the real one is known for."""

import ssl
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from aiohttp.test_utils import TestServer

from audio.breaker import Breaker
from audio.cache import CachedEngine
from audio.engines import Engine, EngineFailed, Speed, speak_with_first
from audio.espeak import Espeak
from audio.google import Google
from audio.numbers import read_number
from audio.patience import Patience
from tests.certificates import certificate_of_a_stranger

QUICK = Patience(first_delay=0.001, longest_delay=0.5, spacing=0, timeout=5)
LINES = ["Các chi bộ họp lúc bảy giờ.", "Thu xong trước ngày hai mươi lăm.", "Xin cảm ơn quý vị."]
LONG = "Các chi bộ sinh hoạt định kỳ đúng giờ và đủ thành phần, " * 4


async def _speak(engine: Google, *lines: str) -> int:
    return len(await engine.speak(lines or LINES, "vi", Speed.NORMAL))


async def test_every_sentence_is_spoken_two_at_a_time(google_stub: Any) -> None:
    google_stub.modes = ["with another"] * 2
    clips = await Google(google_stub.url, QUICK).speak(LINES, "vi", Speed.NORMAL)
    assert [text for text, _, _ in sorted(google_stub.asked)] == sorted(LINES)
    assert all(clip.seconds > 1 and np.max(np.abs(clip.samples)) > 0.1 for clip in clips)
    assert google_stub.most_in_flight == 2


async def test_a_long_sentence_is_asked_for_in_pieces_and_comes_back_as_one(
    google_stub: Any,
) -> None:
    (clip,) = await Google(google_stub.url, QUICK).speak([LONG], "vi", Speed.NORMAL)
    pieces = [text for text, _, _ in google_stub.asked]
    assert all(len(piece) <= 100 for piece in pieces)
    assert " ".join(pieces) == LONG.strip()
    assert clip.seconds > 10


@pytest.mark.parametrize(("speed", "slow"), [(Speed.SLOW, True), (Speed.NORMAL, False)])
async def test_slow_is_asked_for(google_stub: Any, speed: Speed, slow: bool) -> None:
    await Google(google_stub.url, QUICK).speak(LINES[:1], "vi", speed)
    assert google_stub.asked == [(LINES[0], "vi", slow)]


FOR_EVER = [
    "status:429",
    "status:429,0",
    "status:500",
    "status:503",
    "no sound",
    "no bytes",
    "no mp3",
    "too short",
    "too long",
    "drop",
]


@pytest.mark.parametrize("mode", FOR_EVER)
async def test_a_failure_that_lasts_is_tried_three_times_and_then_given_up(
    google_stub: Any, mode: str
) -> None:
    google_stub.modes = [mode] * 3
    with pytest.raises(EngineFailed):
        await _speak(Google(google_stub.url, QUICK), LINES[0])
    assert len(google_stub.asked) == 3


@pytest.mark.parametrize("mode", FOR_EVER)
async def test_a_failure_that_passes_costs_only_a_second_try(google_stub: Any, mode: str) -> None:
    google_stub.modes = [mode]
    assert await _speak(Google(google_stub.url, QUICK), LINES[0]) == 1
    assert len(google_stub.asked) == 2


@pytest.mark.parametrize("mode", ["consent", "status:403", "status:429,3600"])
async def test_a_plain_no_is_not_asked_again(google_stub: Any, mode: str) -> None:
    google_stub.modes = [mode] * 3
    with pytest.raises(EngineFailed):
        await _speak(Google(google_stub.url, QUICK), LINES[0])
    assert len(google_stub.asked) == 1


@pytest.mark.parametrize("nothing", ["…", "...", "   ", ""])
async def test_what_holds_no_word_is_never_sent(google_stub: Any, nothing: str) -> None:
    google = Google(google_stub.url, QUICK)
    with pytest.raises(EngineFailed, match="nothing to say"):
        await _speak(google, LINES[0], nothing)
    assert google_stub.asked == []
    assert await _speak(google, LINES[0]) == 1, "that is no reason to leave the service alone"


async def test_dots_between_two_pieces_are_not_a_piece(google_stub: Any) -> None:
    full = ("họp " * 25).strip()
    await _speak(Google(google_stub.url, QUICK), f"{full}, …, {full}")
    assert [text for text, _, _ in google_stub.asked] == [f"{full},", full]


async def test_a_server_that_hangs_is_left(google_stub: Any) -> None:
    google_stub.modes = ["hang"] * 2
    hurried = Patience(attempts=2, first_delay=0.001, spacing=0, timeout=0.2)
    with pytest.raises(EngineFailed, match="too slow"):
        await _speak(Google(google_stub.url, hurried), LINES[0])


async def test_nobody_there_is_a_failure_like_any_other() -> None:
    with pytest.raises(EngineFailed):
        await _speak(Google("http://127.0.0.1:9", QUICK))


@pytest.fixture
def stranger(tmp_path: Path) -> ssl.SSLContext:
    """A server whose certificate nobody vouches for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate_of_a_stranger(tmp_path))
    return context


async def test_a_certificate_nobody_vouches_for_is_refused(
    google_stub: Any, stranger: ssl.SSLContext
) -> None:
    server = TestServer(google_stub.app(), scheme="https")
    await server.start_server(ssl=stranger)
    with pytest.raises(EngineFailed, match="CERTIFICATE_VERIFY_FAILED"):
        await _speak(Google(str(server.make_url("")), QUICK), LINES[0])
    await server.close()
    assert google_stub.asked == []


async def test_after_a_refusal_the_service_is_left_alone_for_an_hour(google_stub: Any) -> None:
    now = 0.0
    breaker = Breaker(clock=lambda: now)
    google = Google(google_stub.url, QUICK, breaker)
    google_stub.modes = ["status:429"] * 3
    with pytest.raises(EngineFailed):
        await _speak(google, LINES[0])
    asked = len(google_stub.asked)

    now = 3599
    with pytest.raises(EngineFailed, match="resting"):
        await _speak(google)
    assert len(google_stub.asked) == asked

    now = 3601
    assert await _speak(google) == len(LINES)


async def test_a_failure_in_the_middle_gives_the_whole_piece_to_the_next_voice(
    google_stub: Any,
) -> None:
    google_stub.modes = ["ok", "ok", *["status:500"] * 3]
    engines: list[Engine] = [Google(google_stub.url, QUICK), Espeak()]
    spoken = await speak_with_first(engines, LINES, "vi", Speed.NORMAL)
    alone = await Espeak().speak(LINES, "vi", Speed.NORMAL)
    assert spoken.engine == "espeak-ng"
    assert all(
        np.array_equal(a.samples, b.samples) for a, b in zip(spoken.clips, alone, strict=True)
    )


async def test_what_was_spoken_before_a_failure_is_not_asked_for_again(
    google_stub: Any, tmp_path: Path
) -> None:
    lines = [f"Mục {read_number(number)}." for number in range(18)]
    google = Google(google_stub.url, QUICK, Breaker(clock=lambda: 0))
    cached = CachedEngine(google, tmp_path)
    google_stub.modes = ["ok"] * 16 + ["status:403"]
    with pytest.raises(EngineFailed):
        await cached.speak(lines, "vi", Speed.NORMAL)

    google_stub.asked.clear()
    again = CachedEngine(Google(google_stub.url, QUICK), tmp_path)
    assert len(await again.speak(lines, "vi", Speed.NORMAL)) == len(lines)
    assert sorted(text for text, _, _ in google_stub.asked) == sorted(lines[16:])
