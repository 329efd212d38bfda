"""`sotay script`, as it is called."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import cli
from bot.books import opened
from bot.clock import utc_now
from bot.scripting import print_script
from bot.settings import Settings
from rules.refusal import Refusal
from storage import bulletins_words as rows
from tests.ward import found_ward

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "chi-dao-thang-12.docx"
SPOKEN = ROOT / "tests" / "audio" / "chi-dao-thang-12.spoken.txt"


def _paper(folder: Path, text: str, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def _script(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, ["script", *map(str, words)])


def _refused(result: Result) -> str:
    assert isinstance(result.exception, Refusal)
    return result.exception.key


def test_the_command_prints_what_is_spoken_and_shows_what_is_not() -> None:
    """The real program, on the sample: its words are those written down by hand."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "bot", "script", str(SAMPLE)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    said = done.stdout.splitlines()
    assert done.returncode == 0
    assert len(said) == 17
    whole = " ".join(said).casefold()
    for line in SPOKEN.read_text("utf-8").split("\n"):
        assert line.removeprefix("# ").casefold() in whole
    assert "Không đọc (đầu văn bản): ĐẢNG ỦY PHƯỜNG HOA SEN" in done.stderr
    assert "Không đọc (nơi nhận): - Lưu VPĐU." in done.stderr


def test_a_hard_word_is_listed_with_its_line_and_ends_in_one(tmp_path: Path) -> None:
    result = _script(_paper(tmp_path, "Họp sớm.\nHọp tại phòng BCVT."))
    assert result.exit_code == 1
    assert result.stdout == "Họp sớm.\nHọp tại phòng BCVT.\n"
    assert "Dòng 2: chưa chắc cách đọc “BCVT” trong “Họp tại phòng BCVT.”" in result.stderr


def test_a_word_that_stands_in_many_lines_is_listed_once(tmp_path: Path) -> None:
    text = "BCVT mời BCVT.\nHọp sớm.\nHọp tại BCVT xã Blang.\n"
    told = _script(_paper(tmp_path, text)).stderr.splitlines()
    assert told == [
        "Dòng 1, 3: chưa chắc cách đọc “BCVT” trong “BCVT mời BCVT.”",
        "Dòng 3: chưa chắc cách đọc “Blang” trong “Họp tại BCVT xã Blang.”; có lẽ đọc là “bờ lang”",
    ]


def test_programs_get_the_same_as_json(tmp_path: Path) -> None:
    text = "ĐẢNG ỦY XÃ AN BÌNH\nSố 25-TB/ĐU\nTHÔNG BÁO\nvề họp\nUBND họp tại BCVT."
    result = _script(_paper(tmp_path, text), "--json")
    said = json.loads(result.stdout)
    assert result.exit_code == 1
    assert said["ok"] is False
    assert said["left_out"][0] == {"part": "letterhead", "text": "ĐẢNG ỦY XÃ AN BÌNH"}
    last = said["lines"][-1]
    assert last["number"] == len(said["lines"])
    assert last["source"] == "UBND họp tại BCVT."
    assert last["spoken"] == "Ủy ban nhân dân họp tại BCVT."
    assert last["expanded"] == "UBND [Ủy ban nhân dân] họp tại BCVT."
    assert [(one["token"], one["context"]) for one in last["flagged"]] == [
        ("BCVT", "UBND họp tại BCVT.")
    ]
    assert "suggestion" in last["flagged"][0]


def test_a_file_of_readings_opens_the_gate(tmp_path: Path) -> None:
    readings = _paper(tmp_path, "# của phường\nBCVT = bưu chính viễn thông\n", "doc.txt")
    result = _script(_paper(tmp_path, "Họp tại BCVT."), "--readings", readings)
    assert (result.exit_code, result.stdout) == (0, "Họp tại bưu chính viễn thông.\n")


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        ("BCVT = BCVT", "commands.hard_reading"),
        ("BCVT", "commands.bad_reading"),
        ("BCVT = 12", "bulletins.reading_in_words"),
    ],
)
def test_a_reading_must_be_sayable_itself(tmp_path: Path, entry: str, key: str) -> None:
    readings = _paper(tmp_path, entry, "doc.txt")
    assert _refused(_script(_paper(tmp_path, "BCVT"), "--readings", readings)) == key


def test_the_letterhead_says_whose_committee_it_is(tmp_path: Path) -> None:
    text = "TỈNH ỦY HOA SEN\nSố 5-TB/TU\nTHÔNG BÁO\nvề họp\nCán bộ TU về dự."
    result = _script(_paper(tmp_path, text))
    assert result.stdout.splitlines()[-1] == "Cán bộ Tỉnh ủy về dự."


async def test_a_units_own_readings_are_those_it_keeps(
    tmp_path: Path, empty_sqlite: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path)
    shutil.copy(empty_sqlite, tmp_path / "sotay.db")
    paper = _paper(tmp_path, "Họp tại BCVT.")
    async with opened(settings) as database, database.transaction() as store:
        ward = await found_ward(store, utc_now())
        await rows.keep_reading(store, ward.top.id, "BCVT", "bưu chính", ward.id("thanh"))
    assert await print_script(settings, paper, None, "phường  sen hồng", as_json=False) == 0
    assert capsys.readouterr().out == "Họp tại bưu chính.\n"
    with pytest.raises(Refusal, match=r"commands\.no_unit"):
        await print_script(settings, paper, None, "Phường Lá Sen", as_json=False)


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("a.pdf", b"not a pdf", "lost.document_broken"),
        ("a.docx", b"PK", "lost.document_not-docx"),
        ("a.txt", None, "commands.no_file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    tmp_path: Path, name: str, content: bytes | None, key: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert _refused(_script(path)).replace("-", "_") == key.replace("-", "_")
