"""A start brings in what it needs: what is brought in is most of the time until it answers."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOUND = {"numpy", "av", "gtts", "requests"}
PAPERS = {"openpyxl", "icalendar", "segno", "docx", "pypdf"}
BOOKS_AND_DOORS = {"sqlalchemy", "alembic", "telegram", "aiohttp", "handlers"}
LOOKS = """
import sys
import bot.__main__
print(*sys.modules)
import bot.running
print(*sys.modules)
"""


def test_nothing_is_brought_in_before_it_is_needed() -> None:
    ran = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", LOOKS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    to_help, to_run = (set(line.split()) for line in ran.stdout.splitlines())

    assert to_help & {*SOUND, *PAPERS, *BOOKS_AND_DOORS} == set()
    assert to_run & {*SOUND, *PAPERS, "simulator"} == set()
    assert to_run >= BOOKS_AND_DOORS - {"alembic"}, "it was the handbook that came"
