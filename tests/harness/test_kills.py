"""A short run of the kill harness; `make kills` runs long ones."""

from pathlib import Path

from tests.harness import kills


async def test_two_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/data/sotay.db"
    verdict = await kills.run(2, url, tmp_path, loud=False)

    assert (verdict.lost, verdict.doubled, verdict.resent) == ([], [], [])
    assert verdict.uncertain <= 4 * verdict.kills
    assert verdict.corrections > 0
