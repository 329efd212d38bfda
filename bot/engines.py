"""Which voices this place has, and in which order a bulletin is given to them.

Each is brought in only when it is asked for: they would be a third of every start.
"""

from collections.abc import Callable, Sequence
from importlib.util import find_spec

from audio.engines import Engine, allowed
from audio.espeak import Espeak
from bot.settings import Settings

EXTRAS = {"edge": "edge_tts", "piper": "piper"}  # what is installed only by who wants it


def engines_of(settings: Settings, *, stays_inside: bool = False) -> list[Engine]:
    """The voices for bulletins in the order of SOTAY_VOICES, as far as they are installed.

    What stays inside is given to none on the network; the built-in voice is there when no other is.
    """
    found = [MAKERS[name](settings) for name in usable(settings)]
    inside = stays_inside or not settings.voice_online
    return allowed(found, stays_inside=inside) or [Espeak()]


def usable(settings: Settings) -> Sequence[str]:
    """The names in SOTAY_VOICES that are installed and have a voice."""
    missing = not_installed(settings)
    return [name for name in _wanted(settings) if name not in missing]


def not_installed(settings: Settings) -> Sequence[str]:
    """The names in SOTAY_VOICES whose extra is not there."""
    return [name for name in _wanted(settings) if name in EXTRAS and not find_spec(EXTRAS[name])]


def _wanted(settings: Settings) -> Sequence[str]:
    """Nobody who named no voice for Piper wants it."""
    return [name for name in settings.voice_order if name != "piper" or settings.piper_voice]


def _google(settings: Settings) -> Engine:
    from audio.google import Google

    return Google(f"https://{settings.voice_host}")


def _edge(_: Settings) -> Engine:
    from audio.edge import Edge

    return Edge()


def _piper(settings: Settings) -> Engine:
    from audio.piper import Piper

    assert settings.piper_voice is not None
    return Piper(settings.piper_voice)


MAKERS: dict[str, Callable[[Settings], Engine]] = {
    "gtts": _google,
    "edge": _edge,
    "piper": _piper,
    "espeak": lambda _: Espeak(),
}
