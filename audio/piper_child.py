"""The program that holds Piper: a job in JSON on standard input, sound on standard output.

The answer is that of `espeak_child`: the sample rate, then for each sentence its length in bytes
and its 16-bit samples; every number is a little-endian 32-bit one.
"""

import json
import struct
import sys


def main() -> None:
    """Speak the job's sentences one after the other."""
    from piper import PiperVoice, SynthesisConfig

    job = json.load(sys.stdin)
    out = sys.stdout.buffer
    voice = PiperVoice.load(job["model"])
    manner = SynthesisConfig(length_scale=job["length"])
    out.write(struct.pack("<I", voice.config.sample_rate))
    for sentence in job["sentences"]:
        parts = voice.synthesize(sentence, syn_config=manner)
        sound = b"".join(part.audio_int16_bytes for part in parts)
        out.write(struct.pack("<I", len(sound)) + sound)


if __name__ == "__main__":
    main()
