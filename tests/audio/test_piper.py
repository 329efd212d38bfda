"""A voice an operator brings along. Piper itself is an extra and not installed here: a module of
the same shape stands in for it in the child process, so what is shown is our side of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from audio.engines import EngineFailed, Speed
from audio.piper import CHILD, NoVoice, Piper, read_voice

# Says a tone of a tenth of a second a word, at the length that is asked for.
STAND_IN = """
import math, runpy, struct, sys, types

class Part:
    def __init__(self, seconds, level):
        self.audio_int16_bytes = b"".join(
            struct.pack("<h", int(level * math.sin(n / 9))) for n in range(int(seconds * 16000)))

class Voice:
    config = types.SimpleNamespace(sample_rate=16000)
    @classmethod
    def load(cls, model):
        open(model).close(), open(model + ".json").close()
        return cls()
    def synthesize(self, text, syn_config):
        if "chết" in text:
            sys.exit("the voice died")
        if "cụt" in text:
            sys.stdout.flush(), __import__("os")._exit(0)
        level = 0 if "câm" in text else 9000
        for _ in text.split():
            yield Part(0.1 * syn_config.length_scale, level)

class Manner:
    def __init__(self, length_scale):
        self.length_scale = length_scale

sys.modules["piper"] = types.SimpleNamespace(PiperVoice=Voice, SynthesisConfig=Manner)
runpy.run_path(sys.argv[1], run_name="__main__")
"""


@pytest.fixture
def piper(tmp_path: Path) -> Piper:
    model = tmp_path / "vi.onnx"
    model.write_bytes(b"weights")
    _describe(model)
    return Piper(model, ("-I", "-S", "-c", STAND_IN, CHILD))


def _describe(model: Path, **about: Any) -> None:
    told = {"espeak": {"voice": "vi"}, "audio": {"sample_rate": 16000}, **about}
    model.with_name(f"{model.name}.json").write_text(json.dumps(told))


async def test_a_clip_a_sentence_comes_out_of_a_child_process(piper: Piper) -> None:
    clips = await piper.speak(["Một hai.", "Một hai ba bốn."], "vi", Speed.FAST)
    assert [round(clip.seconds, 2) for clip in clips] == [0.2, 0.4]
    assert clips[0].rate == 16000
    assert piper.is_local


async def test_slow_is_slower(piper: Piper) -> None:
    said = [(await piper.speak(["Một hai."], "vi", speed))[0].seconds for speed in Speed]
    assert said == sorted(said, reverse=True)
    assert len(set(said)) == len({piper.voice("vi", speed) for speed in Speed}) == 3


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("chết", "the voice died"),
        ("cụt", "cut"),
        ("câm", "no sound for a sentence"),
        ("…", "nothing to say"),
    ],
)
async def test_a_voice_that_fails_says_so(piper: Piper, sentence: str, reason: str) -> None:
    with pytest.raises(EngineFailed, match=reason):
        await piper.speak(["Một hai.", sentence], "vi", Speed.NORMAL)


async def test_a_voice_of_another_language_is_not_asked(piper: Piper) -> None:
    with pytest.raises(EngineFailed, match="speaks vi, not en"):
        await piper.speak(["One."], "en", Speed.NORMAL)


@pytest.mark.parametrize("missing", ["vi.onnx", "vi.onnx.json"])
async def test_half_a_voice_is_named_in_one_sentence(
    piper: Piper, tmp_path: Path, missing: str
) -> None:
    (tmp_path / missing).unlink()
    with pytest.raises(EngineFailed, match=f"{missing} is not there$"):
        await piper.speak(["Một."], "vi", Speed.NORMAL)


@pytest.mark.parametrize("about", ["pinyin", "thai"])
def test_a_voice_that_would_fetch_something_is_refused(tmp_path: Path, about: str) -> None:
    model = tmp_path / "x.onnx"
    model.write_bytes(b"weights")
    _describe(model, phoneme_type=about)
    with pytest.raises(NoVoice, match="offline"):
        read_voice(model)
