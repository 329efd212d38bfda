"""A short run of the fault runner; `make faults` runs long ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot import attempts, showing
from tests.harness import scenarios
from tests.harness.faults import Runner
from tests.harness.points import Fault, Points
from tests.harness.scenarios import Scenario
from tests.spoken import Sounds


class FewerNotified(scenarios.Notifies):
    """To a dozen, for the sake of time."""

    people = 12


SHORT = (
    scenarios.Joins,
    scenarios.Votes,
    scenarios.Answers,
    FewerNotified,
    scenarios.Pushes,
    scenarios.Imports,
    scenarios.Closes,
)
LONG = (FewerNotified, scenarios.Pushes, scenarios.Closes)  # one fault of each kind will do


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, no_waiting_for_the_disk: None) -> None:
    """Without the pauses between attempts."""
    monkeypatch.setattr(attempts, "PAUSES", (0, 0, 0, 0))
    monkeypatch.setattr(showing, "LONGEST_PAUSE", 0)


@pytest.mark.fault(1, 2, 3, 4, 12, 16, 18, 43)
@pytest.mark.parametrize("scenario", SHORT, ids=lambda one: one.name)
async def test_no_promise_is_broken_whatever_fails(
    scenario: type[Scenario], tmp_path: Path, empty_sqlite: Path, sounds: Sounds
) -> None:
    shutil.copy(empty_sqlite, tmp_path)
    runner = Runner(tmp_path, most=1 if scenario in LONG else 2, sounds=sounds)
    verdict = await runner.run([scenario])

    assert verdict.broken == []
    assert verdict.faults > 3


async def test_a_courier_that_writes_down_too_late_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The harness itself must be able to fail."""

    async def later(*_: object, **__: object) -> bool:
        return True

    monkeypatch.setattr("bot.delivery.leases.sending", later)
    runner, points = Runner(tmp_path), Points()
    await runner.begin()
    assert await runner.once(scenarios.Closes, points) == []
    filed = points.met.index("filed")
    answered = [n for n, place in enumerate(points.met, 1) if place == "called" and n > filed]
    for n in answered:  # after which of them nothing was written down yet is a matter of luck
        broken = await runner.once(scenarios.Closes, Points(Fault("crash", n)))
        if any("2 copies" in one for one in broken):
            return
    pytest.fail("nobody noticed")
