"""A short run of the kill runner; `make kills` runs long ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.harness.kills import run

KILLS = 2


@pytest.mark.fault(1, 2, 3, 43)
async def test_no_promise_is_broken_whenever_the_process_is_killed(tmp_path: Path) -> None:
    verdict = await run(KILLS, f"sqlite+aiosqlite:///{tmp_path}/data/sotay.db", tmp_path)

    assert [verdict.lost, verdict.doubled, verdict.resent] == [[], [], []]
    assert verdict.holds
