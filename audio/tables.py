"""The tables of words beside this file; a line starting with # is a remark."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `name`.tsv, each cut at its tabs."""
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def read_pairs(name: str) -> dict[str, str]:
    """The first two columns of `name`.tsv as a mapping."""
    return {row[0]: row[1] for row in read_rows(name)}
