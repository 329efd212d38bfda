"""The program that holds espeak-ng: a job in JSON on standard input, sound on standard output.

The answer is the sample rate, then for each sentence its length in bytes and its 16-bit samples;
every number is a little-endian 32-bit one. It needs only Python's own library and is started
without site-packages, because starting is most of its work.
"""

import ctypes
import json
import struct
import sys
from typing import Any

SYNCHRONOUS = 2
BUFFER_MS = 200
DONT_EXIT = 1 << 15
UTF8 = 0x1
END_PAUSE = 0x1000
RATE, RANGE, WORD_GAP = 1, 4, 7
# By default the breath in the voice is seeded by the clock.
SEED = 1
CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


def main() -> None:
    """Speak the job's sentences one after the other."""
    job = json.load(sys.stdin)
    out = sys.stdout.buffer
    library = ctypes.CDLL(job["library"])
    rate = library.espeak_Initialize(SYNCHRONOUS, BUFFER_MS, job["data"].encode(), DONT_EXIT)
    if rate <= 0 or library.espeak_SetVoiceByName(job["voice"].encode()):
        sys.exit(f"espeak-ng has no voice {job['voice']}")
    library.espeak_ng_SetRandSeed(ctypes.c_long(SEED))
    library.espeak_SetParameter(RATE, job["rate"], 0)
    library.espeak_SetParameter(RANGE, job["range"], 0)
    library.espeak_SetParameter(WORD_GAP, job["gap"], 0)
    out.write(struct.pack("<I", rate))
    for sentence in job["sentences"]:
        sound = _speak(library, sentence)
        out.write(struct.pack("<I", len(sound)) + sound)


def _speak(library: Any, sentence: str) -> bytes:
    heard = bytearray()

    def take(samples: Any, count: int, _events: Any) -> int:
        if count > 0:
            heard.extend(ctypes.string_at(samples, count * 2))
        return 0

    # The library keeps only an address: `taker` must outlive the call.
    taker = CALLBACK(take)
    library.espeak_SetSynthCallback(taker)
    text = sentence.encode() + b"\0"
    library.espeak_Synth(text, len(text), 0, 1, 0, UTF8 | END_PAUSE, None, None)
    return bytes(heard)


if __name__ == "__main__":
    main()
