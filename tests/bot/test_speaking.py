"""sotay speak: a voice file and what is to be known of it, or one clear sentence and no file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from audio import checking
from bot.__main__ import cli
from bot.settings import Settings
from rules.refusal import Refusal

TEXT = "1. Sinh hoạt chi bộ\nHọp tối thứ Sáu.\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A short directive; only the built-in voice speaks."""
    monkeypatch.setenv("SOTAY_VOICE_ONLINE", "0")
    monkeypatch.setitem(Settings.model_config, "env_file", None)
    path = tmp_path / "chi-dao.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_bulletin_has_its_report_beside_it(file: Path, tmp_path: Path) -> None:
    out, readings = tmp_path / "tin.ogg", tmp_path / "cach-doc.txt"
    file.write_text(f"{TEXT}Theo mẫu 3B/4C.\n", encoding="utf-8")
    readings.write_text("3B/4C = ba bê, bốn xê\n", encoding="utf-8")
    command = ["speak", str(file), "-o", str(out)]
    refused = CliRunner().invoke(cli, command).exception
    assert isinstance(refused, Refusal)
    assert refused.key == "commands.gate_closed"
    result = CliRunner().invoke(cli, [*command, "--readings", str(readings)])
    assert result.exit_code == 0, result.exception
    report = json.loads((tmp_path / "tin.json").read_text(encoding="utf-8"))
    assert out.stat().st_size > 10_000
    assert report["engine"] == "espeak-ng"
    assert abs(report["loudness"] + 16) < 1
    assert report["peak"] <= -1
    assert set(report["checked"]) == {str(fault) for fault in checking.Fault}


BARE = """
import sys
from pathlib import Path
from bot.__main__ import cli
cli(sys.argv[1:], standalone_mode=False)
maps = Path("/proc/self/maps").read_text().splitlines()
print("OPEN", *{line.split()[-1] for line in maps}, sep="\\n")
"""
AUDIO = ("espeak", "avcodec", "avformat", "opus", "mp3lame", "sndfile", "sox", "pulse", "asound")


@pytest.mark.skipif(sys.platform != "linux", reason="what a process has open is read from /proc")
def test_a_machine_without_any_audio_package_will_do(file: Path, tmp_path: Path) -> None:
    bare = {**os.environ, "PATH": str(tmp_path)}  # where no program is
    program = (sys.executable, "-c", BARE, "speak", str(file), "-o", str(tmp_path / "tin.ogg"))
    root = Path(__file__).parents[2]
    done = subprocess.run(program, cwd=root, env=bare, capture_output=True, text=True, check=False)  # noqa: S603

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "tin.ogg").exists()
    files = done.stdout.partition("OPEN")[2].split()
    opened = [one for one in files if any(name in one for name in AUDIO)]
    assert [one for one in opened if "avcodec" in one], "it looks at the right place"
    assert [one for one in opened if "site-packages" not in one] == []


def test_a_folder_that_is_not_there_is_named_before_anything_is_spoken(
    file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "nowhere" / "tin.ogg"
    result = CliRunner().invoke(cli, ["speak", str(file), "-o", str(out)])
    assert isinstance(result.exception, Refusal)
    assert (result.exception.key, result.exception.values["name"]) == (
        "commands.no_folder",
        str(out.parent),
    )


def test_a_file_is_called_what_it_is(file: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["speak", str(file), "-o", str(tmp_path / "tin.mp3")])
    assert isinstance(result.exception, Refusal)
    assert result.exception.key == "commands.not_ogg"
    assert result.exception.values == {"name": "tin.mp3", "right": "tin.ogg"}


def test_every_problem_is_named_and_no_file_is_left(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "HIGHEST_PEAK", -20.0)
    monkeypatch.setattr(checking, "TARGET", -30.0)
    out = tmp_path / "tin.ogg"
    result = CliRunner().invoke(cli, ["speak", str(file), "-o", str(out)])
    assert isinstance(result.exception, Refusal)
    named = [one.values["fault"].values["fault"] for one in result.exception.values["problems"]]
    assert {"peak", "loudness"} == set(named)
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
