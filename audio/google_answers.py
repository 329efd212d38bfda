"""Finding the sound in what Google answers."""

import base64
import binascii
import re

from audio.doubting import BadAnswer, TurnedAway, believed
from audio.engines import Clip

MARK = re.compile(r'jQ1olc","\[\\"(.*?)\\"')


def read_answer(answer: str, piece: str) -> Clip:
    """The sound for `piece` in the service's answer; raises `BadAnswer`."""
    if answer.lstrip()[:1] == "<":
        raise TurnedAway("a web page instead of sound")
    found = MARK.search(answer)
    if not found:
        raise BadAnswer("no sound in the answer")
    try:
        sound = base64.b64decode(found[1], validate=True)
    except binascii.Error as error:
        raise BadAnswer(f"no MP3 in the answer: {error}") from error
    return believed(sound, piece)
