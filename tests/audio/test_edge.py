"""edge-tts against a local WebSocket that speaks, or fails as the real one is known to.

Only the address is another than in earnest; what the service itself does is not shown here.
"""

import asyncio
from typing import Any

import numpy as np
import pytest

from audio.breaker import Breaker
from audio.edge import Edge
from audio.engines import EngineFailed, Speed
from audio.patience import Patience

QUICK = Patience(first_delay=0.001, longest_delay=0.5, spacing=0, timeout=5)
HURRIED = Patience(attempts=2, first_delay=0.001, spacing=0, timeout=0.2)
LINES = ["Các chi bộ họp lúc bảy giờ.", "Bạn & tôi."]


async def _speak(engine: Edge, *lines: str) -> int:
    return len(await engine.speak(lines or LINES, "vi", Speed.NORMAL))


async def test_every_sentence_is_spoken(edge_stub: Any) -> None:
    clips = await Edge(QUICK).speak(LINES, "vi", Speed.NORMAL)
    assert edge_stub.asked == [(line, "-10%") for line in LINES]
    assert all(clip.seconds > 0.5 and np.max(np.abs(clip.samples)) > 0.1 for clip in clips)


async def test_it_has_three_speeds(edge_stub: Any) -> None:
    edge = Edge(QUICK)
    for speed in Speed:
        await edge.speak(LINES[:1], "vi", speed)
    assert [rate for _, rate in edge_stub.asked] == ["-28%", "-10%", "+5%"]
    assert len({edge.voice("vi", speed) for speed in Speed}) == 3


async def test_two_bulletins_at_once_are_one_job_after_the_other(edge_stub: Any) -> None:
    edge = Edge(QUICK)
    await asyncio.gather(_speak(edge), _speak(edge))
    assert len(edge_stub.asked) == 4
    assert edge_stub.most_in_flight == 1


@pytest.mark.parametrize(
    "mode",
    ["status:503", "status:429", "no audio", "cut", "no mp3", "too short", "too long", "strange"],
)
async def test_a_failure_that_passes_costs_a_second_try(edge_stub: Any, mode: str) -> None:
    edge_stub.modes = [mode]
    assert await _speak(Edge(QUICK), LINES[0]) == 1
    assert len(edge_stub.asked) == 2


async def test_a_clock_that_is_wrong_is_set_by_the_library(edge_stub: Any) -> None:
    edge_stub.modes = ["status:403"]
    assert await _speak(Edge(QUICK), LINES[0]) == 1


async def test_a_refusal_is_final_and_the_service_is_left_alone_for_an_hour(edge_stub: Any) -> None:
    breaker = Breaker(clock=lambda: 0)
    edge_stub.modes = ["status:403"] * 9
    with pytest.raises(EngineFailed, match="status 403"):
        await _speak(Edge(QUICK, breaker), LINES[0])
    assert len(edge_stub.asked) == 2, "the library asks twice, and nobody after it"
    assert breaker.remaining == 3600
    with pytest.raises(EngineFailed, match="resting"):
        await _speak(Edge(QUICK, breaker))


async def test_a_stalled_socket_is_left(edge_stub: Any) -> None:
    edge_stub.modes = ["stalled"] * 2
    with pytest.raises(EngineFailed, match="too slow"):
        await _speak(Edge(HURRIED), LINES[0])


async def test_what_holds_no_word_is_never_sent(edge_stub: Any) -> None:
    with pytest.raises(EngineFailed, match="nothing to say"):
        await _speak(Edge(QUICK), LINES[0], "…")
    assert edge_stub.asked == []
