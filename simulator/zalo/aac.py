"""Zalo keeps spoken words as AAC in ADTS frames, 16 kHz, one channel; phones record otherwise."""

from __future__ import annotations

import io

from simulator.files import Upload
from simulator.measure import is_aac

RATE = 16_000


def as_aac(upload: Upload) -> Upload:
    """The recording as Zalo would keep it; what cannot be read as sound stays as it is."""
    if is_aac(upload.data):
        return upload
    import av  # it takes as long to come as the whole simulator

    try:
        return Upload("voice.aac", "audio/aac", _converted(upload.data))
    except (av.FFmpegError, IndexError):
        return upload


def _converted(data: bytes) -> bytes:
    import av
    from av.audio.resampler import AudioResampler
    from av.audio.stream import AudioStream

    out = io.BytesIO()
    with av.open(io.BytesIO(data), "r") as heard, av.open(out, "w", format="adts") as written:
        stream = written.add_stream("aac", rate=RATE, layout="mono")
        assert isinstance(stream, AudioStream)
        resampler = AudioResampler(format=stream.format, layout="mono", rate=RATE)
        for frame in [*heard.decode(heard.streams.audio[0]), None]:
            for part in resampler.resample(frame):
                written.mux(stream.encode(part))
        written.mux(stream.encode(None))
    return out.getvalue()
