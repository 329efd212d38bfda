"""A short run of the kill runner; `make kills` runs long ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.harness.kills import run

KILLS, PEOPLE = 2, 6


@pytest.mark.fault(1, 2, 3, 43)
async def test_no_promise_is_broken_whenever_the_process_is_killed(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/data/sotay.db"
    verdict = await run(KILLS, url, tmp_path, most=PEOPLE)

    assert [verdict.lost, verdict.doubled, verdict.resent] == [[], [], []]
    assert verdict.holds
