"""The studio's files, decoded again and measured by somebody else's meter."""

import asyncio
import shutil
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import av
import numpy as np
import pytest

from audio.bulletin import BulletinPlan, GateClosed, compose
from audio.checking import BadRecording, Fault, check_recording
from audio.encode import RATE, decode
from audio.engines import Clip, Engine, EngineFailed, Speed
from audio.espeak import Espeak
from audio.google import Google
from audio.items import split_items
from audio.joining import AHEAD
from audio.loudness import decibels, measure
from audio.patience import Patience
from audio.readers import read_document
from audio.studio import NothingToSay, Recording, build_bulletin, build_item, say

SAMPLE = Path(__file__).parents[2] / "samples" / "chi-dao-thang-12.txt"
DECEMBER = date(2026, 12, 1)
SHORT = BulletinPlan(
    "Đảng ủy phường Hoa Sen",
    DECEMBER,
    [("Sinh hoạt chi bộ", "Họp lúc 19h30."), ("Đảng phí", "Thu xong trước 25/12.")],
    "0234.555.0199",
)
FORTY_WORDS = "Các đồng chí có mặt lúc 19h30 ngày 05/12. Bấm nút Có mặt để báo bí thư biết. " * 2


@cache
def lufs(path: Path) -> float:
    import pyloudnorm  # a second, with all of scipy: not for every worker that looks for its tests

    return float(pyloudnorm.Meter(RATE).integrated_loudness(decode(path).samples.astype(float)))


@pytest.fixture(scope="module")
def bulletin(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    """The beginning of the sample as a bulletin, built once for all that look at it."""
    folder = tmp_path_factory.mktemp("studio")

    async def build() -> Recording:
        directive = split_items(await read_document(SAMPLE, SAMPLE.name))
        items = [(item.title, item.text) for item in directive.items[:2]]
        plan = BulletinPlan("Đảng ủy phường Hoa Sen", DECEMBER, items, "0234.555.0199")
        return await build_bulletin(plan, [Espeak()], folder / "ban-tin.ogg", folder / "cache")

    return asyncio.run(build())


def test_the_bulletin_is_as_loud_as_it_should_be(bulletin: Recording) -> None:
    assert lufs(bulletin.path) == pytest.approx(-16, abs=1)
    assert bulletin.report is not None
    assert bulletin.report.loudness == pytest.approx(lufs(bulletin.path), abs=0.1)


def test_every_item_is_as_loud_as_the_others(bulletin: Recording) -> None:
    levels = [lufs(item.path) for item in bulletin.items]
    assert max(levels) - min(levels) < 1
    assert all(level == pytest.approx(-16, abs=1) for level in levels)


def test_nothing_in_the_finished_files_is_clipped_silent_or_missing(bulletin: Recording) -> None:
    for path in (bulletin.path, *(item.path for item in bulletin.items)):
        assert check_recording(path) == [], path.name


def test_peaks_stay_below_one_decibel_under_full_scale(bulletin: Recording) -> None:
    samples = decode(bulletin.path).samples
    assert measure(samples).peak <= -1
    assert decibels(float(np.max(np.abs(samples)))) <= -1


def test_the_file_is_what_messengers_call_a_voice_message(bulletin: Recording) -> None:
    with av.open(str(bulletin.path)) as container:
        (stream,) = container.streams.audio
        assert (container.format.name, stream.codec.name) == ("ogg", "opus")
        assert (stream.rate, stream.channels) == (48_000, 1)
        packets = {packet.duration for packet in container.demux(stream) if packet.duration}
    assert max(packets) == RATE // 50
    kilobits = bulletin.path.stat().st_size * 8 / bulletin.seconds / 1000
    assert 20 < kilobits < 40


def test_chapters_stand_on_whole_seconds_where_the_items_begin(bulletin: Recording) -> None:
    with av.open(str(bulletin.path)) as container:
        chapters = container.chapters()
    starts = {
        chapter["metadata"]["title"]: float(chapter["start"] * (chapter["time_base"] or 1))
        for chapter in chapters
    }
    assert [*starts][1:-1] == [item.title for item in bulletin.items]
    assert all(starts[item.title] == item.start == round(item.start) for item in bulletin.items)


def test_an_item_alone_is_the_very_sound_of_the_bulletin(bulletin: Recording) -> None:
    whole = decode(bulletin.path).samples
    for item in bulletin.items:
        alone = decode(item.path).samples
        start = round(item.start * RATE)
        assert len(alone) == item.seconds * RATE
        inside = whole[start : start + len(alone)]
        assert np.max(np.abs(alone - inside)[:-AHEAD]) < 0.001


def test_the_bulletin_lasts_as_long_as_its_words(bulletin: Recording) -> None:
    assert decode(bulletin.path).seconds == pytest.approx(bulletin.seconds, abs=0.1)
    assert bulletin.engine == "espeak-ng"
    assert len(bulletin.items) == 2
    assert 100 < bulletin.seconds < 160


def test_the_bulletin_says_its_parts_in_order() -> None:
    said = [[s.text for s in chapter.sentences] for chapter in compose(SHORT, "vi")]
    assert said == [
        [
            "Xin kính chào quý vị.",
            "Đây là bản tin tháng mười hai năm hai nghìn không trăm hai mươi sáu "
            "của Đảng ủy phường Hoa Sen.",
            "Bản tin có hai nội dung.",
            "Một, Sinh hoạt chi bộ.",
            "Hai, Đảng phí.",
        ],
        ["Nội dung thứ nhất.", "Sinh hoạt chi bộ.", "Họp lúc mười chín giờ ba mươi phút."],
        [
            "Nội dung thứ hai.",
            "Đảng phí.",
            "Thu xong trước ngày hai mươi lăm tháng mười hai.",
            "Xin nhắc lại: Thu xong trước ngày hai mươi lăm tháng mười hai.",
        ],
        [
            "Sau đây, xin nhắc lại các thời hạn cần nhớ.",
            "Nội dung thứ hai, Đảng phí: Thu xong trước ngày hai mươi lăm tháng mười hai.",
            "Mọi ý kiến, xin liên hệ: không hai ba bốn, năm năm năm, không một chín chín.",
            "Bản tin đến đây là hết.",
            "Xin cảm ơn quý vị đã lắng nghe.",
        ],
    ]


def test_what_one_item_names_another_may_leave_out() -> None:
    items = [("Học tập", "Quyết định số 512-QĐ/TW."), ("Nhắc lại", "Theo 512-QĐ/TW.")]
    last = compose(BulletinPlan("Đảng ủy", DECEMBER, items), "vi")[2]
    assert last.sentences[-1].text == "Theo Quyết định số năm trăm mười hai của Trung ương."


def test_no_deadline_is_dropped_however_many_there_are() -> None:
    items = [(f"Việc {number}", f"Nộp trước {number}/12.") for number in range(1, 21)]
    closing = compose(BulletinPlan("Đảng ủy", DECEMBER, items), "vi")[-1]
    assert sum("Nộp trước" in sentence.text for sentence in closing.sentences) == 20


async def test_the_gate_closes_before_anything_is_spoken(tmp_path: Path) -> None:
    plan = BulletinPlan("Chi bộ BCVT", DECEMBER, [("Họp", "Theo 9-QĐ/TW.")])
    with pytest.raises(GateClosed) as closed:
        await build_bulletin(plan, [], tmp_path / "a.ogg", tmp_path / "cache")
    assert [flag.token for flag in closed.value.flagged] == ["BCVT", "9-QĐ/TW"]
    assert _files(tmp_path) == []


async def test_a_reading_opens_the_gate(tmp_path: Path) -> None:
    readings = {"BCVT": "bưu chính viễn thông"}
    plan = BulletinPlan("Chi bộ BCVT", DECEMBER, [("Họp", "Đúng giờ.")], readings=readings)
    made = await build_bulletin(plan, [Espeak()], tmp_path / "a.ogg", tmp_path / "cache")
    assert check_recording(made.path) == []


async def test_a_bulletin_is_spoken_by_one_voice_even_when_the_first_fails_late(
    google_stub: Any, tmp_path: Path
) -> None:
    google_stub.modes = ["ok", "ok", "ok", "status:403"]
    engines: list[Engine] = [Google(google_stub.url, Patience(spacing=0)), Espeak()]
    made = await build_bulletin(SHORT, engines, tmp_path / "a.ogg", tmp_path / "cache")
    assert made.engine == "espeak-ng"
    assert check_recording(made.path) == []


class Counting(Espeak):
    """Counts what it is asked; it may say only the beginning of everything."""

    def __init__(self, share: float = 1) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.share = share

    async def speak(self, sentences: Sequence[str], language: str, speed: Speed) -> list[Clip]:
        self.asked += sentences
        clips = await super().speak(sentences, language, speed)
        return [Clip(one.samples[: int(len(one.samples) * self.share)], one.rate) for one in clips]


class Short(NamedTuple):
    """The short plan, recorded once: what the voice was asked, and how far it said it was."""

    made: Recording
    cache: Path
    asked: list[str]
    told: list[tuple[int, int]]


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Short:
    folder, voice, told = tmp_path_factory.mktemp("short"), Counting(), list[tuple[int, int]]()

    async def build() -> Recording:
        at = (folder / "a.ogg", folder / "cache")
        return await build_bulletin(SHORT, [voice], *at, progress=lambda *how: told.append(how))

    return Short(asyncio.run(build()), folder / "cache", voice.asked, told)


@pytest.fixture
def cache(short: Short, tmp_path: Path) -> Path:
    """What was kept of the short plan."""
    return shutil.copytree(short.cache, tmp_path / "cache")


def test_every_sentence_is_spoken_once_and_the_way_is_told(short: Short) -> None:
    said = {sentence.text for one in compose(SHORT, "vi") for sentence in one.sentences}
    assert sorted(short.asked) == sorted(said)
    assert short.told == sorted(short.told)
    assert short.told[-1] == (2, 2)


async def test_one_changed_item_costs_its_changed_sentence_and_leaves_the_others(
    short: Short, cache: Path, tmp_path: Path
) -> None:
    voice = Counting()
    changed = replace(SHORT, items=[(SHORT.items[0][0], "Họp lúc 20h30."), SHORT.items[1]])
    made = await build_bulletin(changed, [voice], tmp_path / "b.ogg", cache)

    assert voice.asked == ["Họp lúc hai mươi giờ ba mươi phút."]
    before, after = ([item.path.name for item in one.items] for one in (short.made, made))
    assert before[1] == after[1]
    assert before[0] != after[0]
    assert (await build_item(changed, 1, [voice], cache)).path == made.items[0].path


async def test_the_same_plan_gives_the_same_script_and_an_equivalent_file(
    short: Short, tmp_path: Path
) -> None:
    again = await build_bulletin(SHORT, [Espeak()], tmp_path / "a.ogg", tmp_path / "cache")
    one, other = short.made.report, again.report
    assert one is not None
    assert other is not None
    assert (one.text, one.script) == (other.text, other.script)
    assert one.seconds == other.seconds == round(decode(again.path).seconds)
    assert one.loudness == pytest.approx(other.loudness, abs=0.1)


async def test_words_that_are_lost_stop_the_bulletin_and_are_not_kept(tmp_path: Path) -> None:
    at = (tmp_path / "a.ogg", tmp_path / "cache")
    with pytest.raises(BadRecording) as stopped:
        await build_bulletin(SHORT, [Counting(share=0.4)], *at)
    lost = {one.chapter for one in stopped.value.problems if one.fault is Fault.DURATION}
    assert {title for title, _ in SHORT.items} <= lost
    assert _files(tmp_path) == []


async def test_a_damaged_chapter_is_made_again(short: Short, cache: Path, tmp_path: Path) -> None:
    kept = cache / short.made.items[0].path.relative_to(short.cache)
    kept.write_bytes(kept.read_bytes()[:-500])
    made = await build_bulletin(SHORT, [Espeak()], tmp_path / "b.ogg", cache)
    assert made.items[0].path == kept
    assert check_recording(kept) == []


async def test_an_item_has_the_voice_it_was_last_heard_in(cache: Path, tmp_path: Path) -> None:
    low = Counting()
    low.name = "low"
    assert (await build_item(SHORT, 2, [low], cache)).engine == "low"
    assert (await build_item(SHORT, 2, [Espeak(), low], cache)).engine == "low"
    await build_bulletin(SHORT, [Espeak()], tmp_path / "a.ogg", cache)
    assert (await build_item(SHORT, 2, [low, Espeak()], cache)).engine == "espeak-ng"


async def test_no_voice_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(EngineFailed):
        await build_bulletin(SHORT, [], tmp_path / "a.ogg", tmp_path / "cache")
    assert _files(tmp_path) == []


async def test_an_english_bulletin_speaks_english(tmp_path: Path) -> None:
    plan = BulletinPlan("Lotus Ward", DECEMBER, [("Meeting", "Please come by 19:30 on 5 May.")])
    chapters = compose(plan, "en")
    assert chapters[0].sentences[1].text == "This is the bulletin of Lotus Ward for December 2026."
    assert "Item 1, Meeting: Please come by 19:30 on 5 May." in [
        s.text for s in chapters[-1].sentences
    ]
    made = await build_bulletin(plan, [Espeak()], tmp_path / "a.ogg", tmp_path / "c", "en")
    assert check_recording(made.path) == []


async def test_a_screen_is_heard_at_once(tmp_path: Path) -> None:
    await say(FORTY_WORDS, tmp_path / "warm.ogg", [Espeak()])
    begun = time.perf_counter()
    made = await say(FORTY_WORDS, tmp_path / "a.ogg", [Espeak()])
    # Measured 0.2 s on an idle machine; the slack is for a busy one.
    assert time.perf_counter() - begun < 1.5
    assert check_recording(made.path) == []
    assert lufs(made.path) == pytest.approx(-16, abs=1)


@pytest.mark.parametrize("text", ["Mã BCVT, tỷ số 3-1 ✅", "Sotay", "Có", "50%", "A"])
async def test_a_screen_is_always_audible(tmp_path: Path, text: str) -> None:
    made = await say(text, tmp_path / "a.ogg", [Espeak()])
    assert check_recording(made.path) == []


async def test_a_screen_can_be_slow_and_english(tmp_path: Path) -> None:
    slow = await say("Please press Yes.", tmp_path / "a.ogg", [Espeak()], "en", Speed.SLOW)
    fast = await say("Please press Yes.", tmp_path / "b.ogg", [Espeak()], "en", Speed.FAST)
    assert slow.seconds > fast.seconds


@pytest.mark.parametrize("text", ["", "  \n", "✅ …", "---"])
async def test_a_screen_without_words_says_so(tmp_path: Path, text: str) -> None:
    with pytest.raises(NothingToSay):
        await say(text, tmp_path / "a.ogg", [Espeak()])


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.suffix == ".ogg"]
