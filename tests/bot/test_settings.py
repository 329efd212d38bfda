"""Settings that depend on one another."""

from typing import Any

import pytest
from pydantic import SecretStr

from bot.settings import Settings


@pytest.mark.parametrize(
    ("given", "pace", "in_flight"),
    [
        ({}, 28.0, 4),
        ({"paid_broadcast": True}, 1000.0, 64),
        ({"messages_per_second": 10, "sends_in_flight": 2}, 10.0, 2),
        ({"paid_broadcast": True, "messages_per_second": 500}, 500.0, 64),
    ],
)
def test_the_lane_decides_how_fast_broadcasts_go_unless_it_is_said(
    given: dict[str, Any], pace: float, in_flight: int
) -> None:
    settings = Settings(_env_file=None, **given)
    assert (settings.pace, settings.in_flight) == (pace, in_flight)


def test_the_example_says_what_holds_without_it(tmp_path: Any) -> None:
    assert Settings(_env_file=".env.example") == Settings(_env_file=None)


@pytest.mark.parametrize(
    ("names", "called"),
    [("A, B", ["A", "B"]), ("A", ["A"]), ("", []), ("A, ,C", ["A"]), ("A,B,C", ["A", "B"])],
)
def test_each_zalo_bot_keeps_its_own_name(names: str, called: list[str]) -> None:
    settings = Settings(_env_file=None, zalo_tokens=SecretStr("1:a,2:b"), zalo_names=names)

    assert settings.zalo_called == called
