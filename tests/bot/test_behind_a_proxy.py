"""What compose.yaml starts, by hand: two real processes, a real PostgreSQL, an address before them.

Docker's own part (building the image, the network, Caddy and its certificate) is not in it.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import datetime
from pathlib import Path

import aiohttp
import pytest
import yaml

from rules.organisation import Organisation
from services import joining
from storage.engine import Database
from storage.migrate import migrate
from tests.harness.pair import PATH, Pair
from tests.month import ZONE, Machine, Phone
from tests.ward import found_ward

COMPOSE = Path(__file__).parents[2] / "compose.yaml"
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)
pytestmark = pytest.mark.usefixtures("postgres_programs")


async def _letter(url: str) -> str:
    """The ward in the books, and the code in Tuấn's letter."""
    await migrate(url)
    database = Database(url, Organisation())
    async with database.transaction() as store:
        ward = await found_ward(store, MORNING)
        code = await joining.issue_code(store, await ward.member(store, "tuan"), MORNING, None)
    await database.close()
    return code


async def _get(port: int, path: str) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}{path}") as answer,
    ):
        return answer.status, await answer.text()


async def _is_healthy(port: int) -> bool:
    """What the containers' own check says, word for word but the port."""
    compose = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))
    _, _, *words = compose["services"]["bot"]["healthcheck"]["test"]
    words = [one.replace(":8080/", f":{port}/") for one in words]
    pipe = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(sys.executable, *words, stderr=pipe)
    return await process.wait() == 0


async def test_two_processes_behind_one_address_are_one_handbook(
    own_postgres: str, tmp_path: Path
) -> None:
    code = await _letter(own_postgres)
    machine = Machine(tmp_path, MORNING, {"SOTAY_DATABASE_URL": own_postgres})
    async with (
        machine.simulator() as simulator,
        aiohttp.ClientSession(simulator) as session,
        Pair.of(machine, simulator) as pair,
    ):
        await pair.start()
        assert [await _is_healthy(port) for port in pair.ports] == [True, True]
        tuan = await Phone.new(session, "Tuấn")
        await tuan.starts(code)
        await tuan.sees("sinh năm nào")
        await tuan.says("1990")
        await tuan.presses("Tôi đồng ý")
        await tuan.sees("Chào đồng chí Tuấn")
        taken = pair.balancer.taken
        assert set(taken) == set(pair.ports), "both took something of one conversation"

        outside = pair.balancer.url.removesuffix(PATH)
        for path in ("/healthz", "/readyz", "/metrics", "/"):
            async with session.get(f"{outside}{path}") as answer:
                assert answer.status == 404, "health and figures stay inside"
        assert await pair.end_first(within=30) == 0
        assert [await _is_healthy(port) for port in pair.ports] == [False, True]
        alive = pair.ports[1]
        before = taken[alive]
        for _ in range(5):  # each is typed when the one before has been answered
            await tuan.says("trợ giúp")
        await tuan.sees("cần giúp? Hãy gọi")
        assert taken[alive] >= before + 4
        _, figures = await _get(alive, "/metrics")
        assert 'sotay_deliveries{state="uncertain"}' not in figures

        assert (await machine.command("backup"))[0] == 0
        machine.env |= {**pair.shared, "SOTAY_WEB_PORT": str(alive)}
        code_of_doctor, said = await machine.command("doctor")
        assert code_of_doctor == 0, said
        assert "webhook" in said
