"""A chapter is spoken, mastered, encoded and listened to once; then its voice file is kept.

It is kept by its sentences and their pauses, by the voice, and by how a chapter is made. It is also
the voice file of an item that is played alone.
"""

import asyncio
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from audio.bulletin import CHAPTER_PAUSE, SpokenChapter
from audio.cache import CachedEngine, use
from audio.checking import HIGHEST_PEAK
from audio.encode import RATE, written_whole
from audio.engines import Clip, Engine, Samples, Speed
from audio.figures import Figures
from audio.hearing import write_heard
from audio.joining import Part, digest_of_file
from audio.loudness import Mastered
from audio.memory import share_one_heap
from audio.mixing import CHIME_SECONDS, chime, joined, silence
from audio.own import Unusable, finish_own
from audio.versions import chain_version

AFTER_CHIME = 0.5
# More would not be faster on a machine with two cores, and each holds a chapter's sound.
AT_ONCE = 2
# Decibels the limiter is lowered by, one after the other, where the encoder overshoots: it does by
# more than two at some hissing onsets after silence.
ROOMS = (0.0, 1.0, 2.0, 3.0)
share_one_heap()
THREADS = ThreadPoolExecutor(AT_ONCE, "studio")

Progress = Callable[[int, int], None]  # items that are ready, of so many


@dataclass(frozen=True, slots=True)
class Take:
    """A chapter as it will be heard: a voice file whole seconds long, and what was heard in it.

    `digest` is what its packets are known by, `size` the bytes of the file.
    """

    chapter: SpokenChapter
    path: Path
    seconds: int
    size: int
    digest: str
    figures: Figures

    @property
    def part(self) -> Part:
        """It as a part of a bulletin."""
        return Part(self.chapter.title, self.path, self.seconds)


def said_pauses(chapter: SpokenChapter) -> float:
    """Seconds before and between its sentences in which nobody speaks."""
    between = sum(sentence.pause for sentence in chapter.sentences[:-1])
    return between + (CHIME_SECONDS + AFTER_CHIME if chapter.opens else 0)


class Chapters:
    """Makes chapters with one voice, and keeps them below `folder`."""

    def __init__(
        self, engine: Engine, folder: Path, language: str, speed: Speed = Speed.NORMAL
    ) -> None:
        self.language, self.speed = language, speed
        self._engine = CachedEngine(engine, folder)
        self._folder = folder / "chapters"
        self._speaking = asyncio.Lock()

    @property
    def name(self) -> str:
        return self._engine.name

    @property
    def version(self) -> str:
        return self._engine.version

    @property
    def voice(self) -> str:
        """The engine's voice and parameters."""
        return self._engine.voice(self.language, self.speed)

    async def make_all(
        self, chapters: Sequence[SpokenChapter], progress: Progress | None = None
    ) -> list[Take]:
        """Every chapter, in order; raises `EngineFailed` when one cannot be spoken."""
        made: dict[int, Take] = {}
        # The longest first: none is left for one thread when the other has nothing to do.
        waiting = iter(sorted(enumerate(chapters), key=lambda one: -_letters(one[1])))
        items = sum(1 for chapter in chapters if chapter.item)

        async def work() -> None:
            for place, chapter in waiting:
                try:
                    made[place] = await self.make(chapter)
                except BaseException:
                    list(waiting)  # nobody begins another
                    raise
                if progress:
                    progress(sum(1 for take in made.values() if take.chapter.item), items)

        done = await asyncio.gather(*(work() for _ in range(AT_ONCE)), return_exceptions=True)
        for problem in done:
            if problem is not None:
                raise problem
        return [made[place] for place in range(len(chapters))]

    async def make(self, chapter: SpokenChapter) -> Take:
        """One chapter, unless it is kept; raises `EngineFailed` when it cannot be spoken."""
        return await asyncio.to_thread(self.kept, chapter) or await self._make(chapter)

    def kept(self, chapter: SpokenChapter) -> Take | None:
        """A chapter that is ready, and is in use from now on; a damaged one counts as missing."""
        place = self._place(chapter)
        try:
            told = json.loads(place.with_suffix(".json").read_text(encoding="utf-8"))
            take = Take(chapter, place, **{**told, "figures": Figures(*told["figures"])})
            if place.stat().st_size != take.size:
                return None
        except (OSError, ValueError, TypeError, KeyError):
            return None
        use(place)
        self._engine.use([one.text for one in chapter.sentences], self.language, self.speed)
        return take

    def used_at(self, chapter: SpokenChapter) -> float:
        """When it was last in use; 0 when it is not kept."""
        try:
            return self._place(chapter).stat().st_mtime
        except OSError:
            return 0

    def forget(self, chapter: SpokenChapter) -> None:
        """Keep neither the chapter nor its sentences: something is wrong with them."""
        place = self._place(chapter)
        place.with_suffix(".json").unlink(missing_ok=True)
        place.unlink(missing_ok=True)
        self._engine.forget([one.text for one in chapter.sentences], self.language, self.speed)

    async def _make(self, chapter: SpokenChapter) -> Take:
        if chapter.recording:
            return await self._make_of_own(chapter, chapter.recording)
        sentences = [sentence.text for sentence in chapter.sentences]
        async with self._speaking:  # an engine counts its own calls, not its callers'
            clips = await self._engine.speak(sentences, self.language, self.speed)
        recorded = partial(record, chapter, clips, self._place(chapter))
        return await asyncio.get_running_loop().run_in_executor(THREADS, recorded)

    async def _make_of_own(self, chapter: SpokenChapter, recording: Path) -> Take:
        place = self._place(chapter)
        await finish_own(recording, place, chapter.title)
        take = await asyncio.to_thread(self.kept, chapter)
        if take is None:
            raise Unusable(chapter.title, "no_sound")
        return take

    def _place(self, chapter: SpokenChapter) -> Path:
        if chapter.recording:  # its file is named by what is in it, and no voice has a part in it
            made_of = f"{chapter.recording.name} {chain_version()}"
            key = hashlib.sha256(made_of.encode()).hexdigest()
            return self._folder / key[:2] / f"{key}.ogg"
        made_by = [self.name, self.version, self.voice, chain_version()]
        said = [[sentence.text, sentence.pause] for sentence in chapter.sentences]
        key = hashlib.sha256(json.dumps([said, chapter.opens, *made_by]).encode()).hexdigest()
        return self._folder / key[:2] / f"{key}.ogg"


def _letters(chapter: SpokenChapter) -> int:
    return sum(len(sentence.text) for sentence in chapter.sentences)


def record(chapter: SpokenChapter, clips: list[Clip], place: Path) -> Take:
    """Write a chapter's file and, after it, what was heard in it: without that it is not kept."""
    place.parent.mkdir(parents=True, exist_ok=True)
    pauses = [sentence.pause for sentence in chapter.sentences]
    lead = [chime(), silence(AFTER_CHIME)] if chapter.opens else []
    mastered = Mastered(joined(clips, pauses))
    clips.clear()  # several megabytes a minute, of two chapters at once
    length = sum(map(len, lead)) + mastered.length + len(silence(_rest(chapter)))
    seconds = -(-length // RATE)
    for room in ROOMS:
        sound = _filled([*lead], mastered.pieces(room), seconds * RATE)
        figures = write_heard(sound, seconds * RATE, place)
        if figures.peak <= HIGHEST_PEAK:
            break
    digest = digest_of_file(place, seconds)
    take = Take(chapter, place, seconds, place.stat().st_size, digest, figures)
    _keep(take)
    return take


def _filled(lead: Iterable[Samples], speech: Iterable[Samples], length: int) -> Iterator[Samples]:
    """The pieces, then silence up to that length."""
    for pieces in (lead, speech):
        for piece in pieces:
            length -= len(piece)
            yield piece
    yield silence(length / RATE)


def _rest(chapter: SpokenChapter) -> float:
    """What the last sentence's own pause lacks to the pause between chapters."""
    return max(0.0, CHAPTER_PAUSE - chapter.sentences[-1].pause)


def _keep(take: Take) -> None:
    use(take.path)
    told = asdict(take)
    del told["chapter"], told["path"]
    with written_whole(take.path.with_suffix(".json")) as unfinished:
        unfinished.write_text(json.dumps(told), encoding="utf-8")
