"""Doubting what Google answers: only sound of a believable length is taken."""

import base64
import binascii
import re

from audio.encode import decode
from audio.engines import Clip

MARK = re.compile(r'jQ1olc","\[\\"(.*?)\\"')

# Seconds of speech for a syllable, far outside what a voice does at any speed.
SHORTEST, LONGEST = 0.06, 0.9
ALWAYS_ALLOWED = 2.0


class BadAnswer(Exception):
    """The answer is not the sound that was asked for."""


class TurnedAway(BadAnswer):
    """A page for people (consent, captcha) instead of sound: asking again only makes it worse."""


def read_answer(answer: str, piece: str) -> Clip:
    """The sound for `piece` in the service's answer; raises `BadAnswer`."""
    if answer.lstrip()[:1] == "<":
        raise TurnedAway("a web page instead of sound")
    found = MARK.search(answer)
    if not found:
        raise BadAnswer("no sound in the answer")
    try:
        clip = decode(base64.b64decode(found[1], validate=True))
    except (binascii.Error, ValueError) as error:
        raise BadAnswer(f"no MP3 in the answer: {error}") from error
    _check_length(clip, piece)
    return clip


def _check_length(clip: Clip, piece: str) -> None:
    syllables = len(piece.split())
    if not SHORTEST * syllables <= clip.seconds <= LONGEST * syllables + ALWAYS_ALLOWED:
        raise BadAnswer(f"{clip.seconds:.1f} s of sound for {syllables} syllables")
