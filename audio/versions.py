"""What our own code is known by where sound is kept and described: nobody has to remember to count
it up."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
LETTERS = 12


@cache
def chain_version() -> str:
    """Of all that turns spoken sentences into a voice file."""
    import av

    made_by = ("chapters.py", "mixing.py", "loudness.py", "encode.py", "hearing.py")
    return _version((HERE / name for name in made_by), av.__version__)


@cache
def normaliser_version() -> str:
    """Of all that turns what is written into what is spoken."""
    by_topic = (path for path in (HERE / "spoken").iterdir() if path.is_file())
    others = ("script.py", "numbers.py", "syllables.py", "sentences.py", "phrases.py")
    return _version([*by_topic, *(HERE / name for name in others)])


def _version(files: Iterable[Path], besides: str = "") -> str:
    content = hashlib.sha256(besides.encode())
    for file in sorted(files):
        content.update(file.read_bytes())
    return content.hexdigest()[:LETTERS]
