"""How much is measured: in a complete run, or in a small one that only shows that it works."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """Counts and seconds of every row."""

    rounds: int
    warm: float  # seconds before a crowd is measured
    seconds: float  # that it is measured
    careful: float  # seconds after a start in which each update is marked before it is tried
    crowds: tuple[int, ...]  # people at once
    paced: int  # recipients of the broadcast within the limits
    paced_sample: int  # of the peer's
    flood: int  # recipients of the broadcast without limits
    flood_sample: int  # of the peer's
    wards: tuple[int, ...]  # members
    listeners: int  # members who get the bulletin
    bulletin: int  # items of the recorded one: with seven it lasts about seven minutes


FULL = Scale(
    rounds=3,
    warm=1,
    seconds=5,
    careful=62,
    crowds=(1, 32, 200),
    paced=10_000,
    paced_sample=1_000,
    flood=10_000,
    flood_sample=2_000,
    wards=(100, 1_000, 10_000, 100_000),
    listeners=1_000,
    bulletin=7,
)
SMALL = Scale(
    rounds=1,
    warm=0.5,
    seconds=1,
    careful=0,
    crowds=(1, 32),
    paced=150,
    paced_sample=100,
    flood=300,
    flood_sample=200,
    wards=(100, 1_000),
    listeners=40,
    bulletin=3,
)
