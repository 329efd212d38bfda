"""Doubting what a service on the network answers: only sound of a believable length is taken."""

from audio.encode import decode
from audio.engines import Clip

# Seconds of speech for a syllable, well outside what a voice does at any speed (0.19 is a
# newsreader's).
SHORTEST, LONGEST = 0.12, 0.9
ALWAYS_ALLOWED = 2.0


class BadAnswer(Exception):
    """The answer is not the sound that was asked for."""


class TurnedAway(BadAnswer):
    """A page for people (consent, captcha) instead of sound: asking again only makes it worse."""


def believed(sound: bytes, piece: str) -> Clip:
    """The sound of an MP3 that is as long as `piece` may take; raises `BadAnswer`."""
    try:
        clip = decode(sound)
    except ValueError as error:
        raise BadAnswer(f"no MP3 in the answer: {error}") from error
    syllables = len(piece.split())
    if not SHORTEST * syllables <= clip.seconds <= LONGEST * syllables + ALWAYS_ALLOWED:
        raise BadAnswer(f"{clip.seconds:.1f} s of sound for {syllables} syllables")
    return clip
