"""A neural voice an operator brings along, offline: the extra "piper".

Piper is GPL-3 and carries espeak-ng's library, so like that it runs in a child process that answers
over a pipe. A voice is two files, `x.onnx` and `x.onnx.json`, with a licence of its own; nothing is
ever fetched from anywhere.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from audio.child_sound import clips_of
from audio.children import ChildFailed, run_child
from audio.engines import Clip, EngineFailed, Speed, check_sayable

CHILD = str(Path(__file__).with_name("piper_child.py"))
# How long a syllable lasts beside the voice's own pace, which is a newsreader's.
LENGTHS = {Speed.SLOW: 1.5, Speed.NORMAL: 1.2, Speed.FAST: 1.0}
# Loading a voice takes seconds, a sentence a fraction of one.
SECONDS, SECONDS_A_SENTENCE = 60.0, 10.0
# How a voice may turn letters into sounds: the other ways fetch what they need.
OFFLINE = ("espeak", "text")


class NoVoice(ValueError):
    """What was named is no whole voice: `file` is what is missing or broken."""

    def __init__(self, file: Path, problem: str) -> None:
        super().__init__(f"{file} {problem}")
        self.file = file


class Piper:
    """The engine over a voice at `model`, "….onnx" with its "….onnx.json" beside it.

    `program` is what the child's Python is started with.
    """

    name = "piper"
    is_local = True

    def __init__(self, model: Path, program: Sequence[str] = ("-I", CHILD)) -> None:
        self._model = model
        self._program = program

    @property
    def version(self) -> str:
        return version("piper-tts")

    def voice(self, language: str, speed: Speed) -> str:
        size = self._model.stat().st_size if self._model.exists() else 0
        return f"{self._model.stem} {size} length={LENGTHS[speed]}"

    async def speak(self, sentences: Sequence[str], language: str, speed: Speed) -> list[Clip]:
        """Speak in a child process; raises `EngineFailed` when it dies, when the voice is not whole
        or speaks another language."""
        check_sayable(sentences, self.name)
        job = {
            "model": str(self._checked(language)),
            "length": LENGTHS[speed],
            "sentences": list(sentences),
        }
        patience = SECONDS + SECONDS_A_SENTENCE * len(sentences)
        try:
            answer = await run_child(self._program, json.dumps(job).encode(), patience)
        except (ChildFailed, TimeoutError) as failure:
            raise EngineFailed(self.name, str(failure) or "took too long") from failure
        return clips_of(answer, len(sentences), self.name)

    def _checked(self, language: str) -> Path:
        try:
            config = self._config
        except NoVoice as problem:
            raise EngineFailed(self.name, str(problem)) from problem
        spoken = str(config.get("espeak", {}).get("voice", ""))
        if spoken.partition("-")[0] != language:
            raise EngineFailed(self.name, f"the voice speaks {spoken or 'nothing'}, not {language}")
        return self._model

    @cached_property
    def _config(self) -> Mapping[str, Any]:
        return read_voice(self._model)


def read_voice(model: Path) -> Mapping[str, Any]:
    """What stands in the file beside a voice; raises `NoVoice` when the two are not whole."""
    beside = model.with_name(f"{model.name}.json")
    for file in (model, beside):
        if not file.is_file():
            raise NoVoice(file, "is not there")
    try:
        config = json.loads(beside.read_text(encoding="utf-8"))
    except ValueError as broken:
        raise NoVoice(beside, "is not JSON") from broken
    if not isinstance(config, dict) or config.get("phoneme_type", "espeak") not in OFFLINE:
        raise NoVoice(beside, "describes no voice that speaks offline")
    return config
