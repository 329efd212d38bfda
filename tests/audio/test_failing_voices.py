"""Every way the voices on the network are known to fail, carried through a whole bulletin: it ends
complete in the next voice, or, where no other may speak, in a clear stop with no file left."""

import asyncio
import ssl
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestServer

from audio.bulletin import BulletinPlan
from audio.checking import check_recording
from audio.edge import Edge
from audio.engines import Engine, EngineFailed
from audio.espeak import Espeak
from audio.google import Google
from audio.patience import Patience
from audio.studio import Recording, build_bulletin
from tests.certificates import certificate_of_a_stranger

HURRIED = Patience(attempts=2, first_delay=0.001, longest_delay=0.5, spacing=0, timeout=0.2)
PLAN = BulletinPlan("Phường Sen Hồng", date(2026, 12, 1), [("Họp", "Tối nay."), ("Thu", "Thu đủ.")])
GOOGLE = [
    "status:429",
    "status:500",
    "status:503",
    "status:403",
    "consent",
    "no sound",
    "no bytes",
    "no mp3",
    "too short",
    "too long",
    "hang",
    "drop",
]
EDGE = [
    "status:403",
    "status:429",
    "status:503",
    "no audio",
    "no mp3",
    "too short",
    "too long",
    "cut",
    "strange",
    "stalled",
]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the next voice says is the same every time."""
    return tmp_path_factory.mktemp("sentences")


@pytest.fixture(scope="session")
def whole(cache: Path) -> Recording:
    """The bulletin as the next voice speaks it when nothing fails before."""
    made = asyncio.run(build_bulletin(PLAN, [Espeak()], cache / "whole.ogg", cache))
    assert check_recording(made.path) == []
    return made


async def _ends_well(broken: Callable[[], Engine], folder: Path, whole: Recording) -> None:
    cache = whole.path.parent
    made = await build_bulletin(PLAN, [broken(), Espeak()], folder / "tin.ogg", cache)
    assert made.engine == "espeak-ng"
    assert [one.title for one in made.items] == ["Họp", "Thu"]
    assert _figures(made) == _figures(whole), "nothing is missing, nothing in another voice"
    await _stops(broken(), folder / "alone", cache)


def _figures(made: Recording) -> list[float]:
    parts = [made.path, *(one.path for one in made.items)]
    return [made.seconds, *(path.stat().st_size for path in parts)]


async def _stops(alone: Engine, folder: Path, cache: Path) -> None:
    folder.mkdir()  # noqa: ASYNC240 -- a moment
    with pytest.raises(EngineFailed) as stopped:
        await build_bulletin(PLAN, [alone], folder / "tin.ogg", cache)
    assert alone.name in str(stopped.value)
    assert [*folder.iterdir()] == []  # noqa: ASYNC240 -- a moment


@pytest.mark.fault(40)
@pytest.mark.parametrize("mode", GOOGLE)
async def test_a_bulletin_survives_google(
    google_stub: Any, tmp_path: Path, whole: Recording, mode: str
) -> None:
    google_stub.modes = [mode] * 99
    await _ends_well(lambda: Google(google_stub.url, HURRIED), tmp_path, whole)


async def test_a_refusal_at_the_fourth_piece_leaves_nothing_of_the_first_three(
    google_stub: Any, tmp_path: Path, whole: Recording
) -> None:
    google_stub.modes = ["ok"] * 3 + ["status:429"] * 99
    await _ends_well(lambda: Google(google_stub.url, HURRIED), tmp_path, whole)


async def test_a_bulletin_survives_a_service_that_is_not_there(
    tmp_path: Path, whole: Recording
) -> None:
    await _ends_well(lambda: Google("http://127.0.0.1:9", HURRIED), tmp_path, whole)


async def test_a_bulletin_survives_somebody_in_googles_place(
    google_stub: Any, tmp_path: Path, whole: Recording
) -> None:
    stranger = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    stranger.load_cert_chain(*certificate_of_a_stranger(tmp_path))
    server = TestServer(google_stub.app(), scheme="https")
    await server.start_server(ssl=stranger)
    await _ends_well(lambda: Google(str(server.make_url("")), HURRIED), tmp_path, whole)
    await server.close()
    assert google_stub.asked == [], "it was not told a word"


@pytest.mark.fault(40)
@pytest.mark.parametrize("mode", EDGE)
async def test_a_bulletin_survives_edge(
    edge_stub: Any, tmp_path: Path, whole: Recording, mode: str
) -> None:
    edge_stub.modes = [mode] * 99
    await _ends_well(lambda: Edge(HURRIED), tmp_path, whole)


async def test_what_stays_inside_is_asked_of_no_voice_on_the_network(
    google_stub: Any, edge_stub: Any, tmp_path: Path, cache: Path
) -> None:
    inside = BulletinPlan(PLAN.unit, PLAN.month, PLAN.items, stays_inside=True)
    voices: list[Engine] = [Google(google_stub.url, HURRIED), Edge(HURRIED), Espeak()]
    made = await build_bulletin(inside, voices, tmp_path / "tin.ogg", cache)
    assert made.engine == "espeak-ng"
    assert google_stub.asked == edge_stub.asked == []
    with pytest.raises(EngineFailed, match="none was given"):
        await build_bulletin(inside, voices[:2], tmp_path / "alone.ogg", cache)
    assert google_stub.asked == edge_stub.asked == []
