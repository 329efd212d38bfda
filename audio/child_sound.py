"""Sound as a child process hands it over a pipe: the sample rate, then for each sentence its length
in bytes and its 16-bit samples; every number is a little-endian 32-bit one."""

import struct

from audio.engines import Clip, EngineFailed

HEADER = struct.Struct("<I")
# Of 32 768; a pause alone carries a trace of the echo before it.
FAINTEST = 300


def clips_of(answer: bytes, wanted: int, engine: str) -> list[Clip]:
    """The clips in a child's answer; raises `EngineFailed` for an incomplete one, and for a
    sentence without sound."""
    import numpy as np  # a handbook that has not spoken yet has no use for it

    clips, place = [], HEADER.size
    try:
        (rate,) = HEADER.unpack_from(answer)
        for _ in range(wanted):
            (length,) = HEADER.unpack_from(answer, place)
            place += HEADER.size
            pcm = np.frombuffer(answer, dtype="<i2", count=length // 2, offset=place)
            if np.max(np.abs(pcm), initial=0) < FAINTEST:
                raise EngineFailed(engine, "no sound for a sentence")
            clips.append(Clip(pcm.astype(np.float32) / np.float32(32768), rate))
            place += length
    except (struct.error, ValueError) as cut:
        raise EngineFailed(engine, "the answer was cut") from cut
    return clips
