"""The makers of sound: real files by the built-in voice, and what it may not be asked to say."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from audio import checking
from audio.bulletin import GateClosed
from audio.checking import check_recording
from audio.encode import decode
from bot import engines, voices
from bot.engines import MAKERS, engines_of
from bot.gallery import Made, NotMade
from bot.settings import Settings
from bot.texts import Texts
from bot.voices import LABELS, read_aloud, say_around, voice_label, voice_makers
from rules.bulletins import Plan
from storage.media import Kept
from tests.voices_online import GoogleStub, at_home

OFFLINE = Settings(_env_file=None, voice_online=False)
PLAN = {
    "unit": "Phường Sen Hồng",
    "month": "2026-12-01",
    "items": [["Sinh hoạt chi bộ", "Họp tối thứ Sáu."], ["Thu đảng phí", "Thu trước ngày 25/12."]],
    "contact": "Nguyễn Thị Thanh, 0900000000",
    "readings": {},
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What was said in this file; most tests say the same."""
    return tmp_path_factory.mktemp("said")


@pytest.fixture(autouse=True)
def said_once(said: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is spoken anew."""
    monkeypatch.setattr(voices, "spoken_before", lambda _: said)


@pytest.fixture
async def google(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[GoogleStub]:
    """Google's voice, here."""
    async with at_home(monkeypatch) as stub:
        yield stub


async def _make(maker: str, values: dict[str, Any], language: str, folder: Path) -> Made:
    await asyncio.to_thread(folder.mkdir, exist_ok=True)
    made = await voice_makers(OFFLINE, folder)[maker](values, language, folder / "made")
    assert made.path == folder / "made"
    return made


def _left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def _kept(made: Made) -> Kept:
    return Kept(1, "f", "voice", None, made.name, made.mime, 1, made.seconds, {})


async def test_a_bulletin_is_a_whole_recording(tmp_path: Path) -> None:
    made = await _make("bulletins.audio", PLAN, "vi", tmp_path)

    assert check_recording(made.path) == []
    assert (made.name, made.mime) == ("ban-tin-2026-12.espeak-ng.ogg", "audio/ogg")
    assert made.seconds == round(decode(made.path).seconds)
    assert made.seconds > 15
    label = voice_label(_kept(made))
    assert label is not None
    assert label.key == "bulletins.built_in_voice"
    assert _left(tmp_path) == {"made", "made.report.json"}
    report = json.loads((tmp_path / "made.report.json").read_text(encoding="utf-8"))
    assert (report["engine"], report["speed"], report["approved_by"]) == (
        *("espeak-ng", "normal"),
        None,
    )
    assert [chapter["title"] for chapter in report["chapters"]][1:-1] == [
        title for title, _ in PLAN["items"]
    ]


async def test_a_recording_that_fails_its_checks_is_not_given_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "HIGHEST_PEAK", -20.0)
    with pytest.raises(NotMade) as held:
        await _make("bulletins.audio", PLAN, "vi", tmp_path)
    said = Texts("party", ZoneInfo("Asia/Ho_Chi_Minh")).words(held.value.why, "vi")
    assert "Bản thu chưa đạt" in said
    assert "Mục “Mở đầu”: có chỗ tiếng quá to (-" in said
    assert _left(tmp_path) == set()


async def test_a_bulletin_is_read_in_its_own_language_to_everyone(tmp_path: Path) -> None:
    vietnamese = await _make("bulletins.audio", PLAN, "vi", tmp_path / "vi")
    english = await _make("bulletins.audio", PLAN, "en", tmp_path / "en")
    assert vietnamese.seconds == english.seconds


async def test_a_bulletin_with_a_hard_word_is_not_made(tmp_path: Path) -> None:
    items = [["Hồ sơ", "Theo mẫu 3B/4C."]]
    with pytest.raises(GateClosed):
        await _make("bulletins.audio", {**PLAN, "items": items}, "vi", tmp_path)
    assert _left(tmp_path) == set()

    readings = {"3B/4C": "ba bê bốn xê"}
    made = await _make(
        "bulletins.audio", {**PLAN, "items": items, "readings": readings}, "vi", tmp_path
    )
    assert made.seconds > 10


async def test_an_item_is_a_shorter_recording(tmp_path: Path) -> None:
    made = await _make("bulletins.item", {"number": 1, "plan": PLAN}, "vi", tmp_path)
    assert check_recording(made.path) == []
    assert 1 < made.seconds < 15


async def test_a_screen_is_read_at_the_speed_its_reader_likes(tmp_path: Path) -> None:
    text = "Chi bộ họp vào thứ Sáu. Đồng chí nhớ đến đúng giờ."
    made = {
        speed: await _make("voice", {"text": text, "speed": speed}, "vi", tmp_path / speed)
        for speed in ("slow", "fast")
    }
    slow, fast = (decode(made[speed].path).seconds for speed in ("slow", "fast"))
    assert slow > fast > 1


async def test_a_screen_with_a_hard_word_is_still_heard(tmp_path: Path) -> None:
    made = await _make("voice", {"text": "Mẫu 3B/4C", "speed": "normal"}, "vi", tmp_path)
    assert made.seconds >= 1
    assert voice_label(_kept(made)) is None, "only a bulletin says which voice it has"


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({}, ["gtts", "espeak-ng"]),
        ({"voices": "edge, gtts"}, ["edge", "gtts"]),
        ({"voices": "espeak,gtts,espeak"}, ["espeak-ng", "gtts"]),
        ({"voices": "piper,gtts"}, ["gtts"]),
        ({"voices": "piper"}, ["espeak-ng"]),
        ({"voices": ""}, ["espeak-ng"]),
        ({"voice_online": False}, ["espeak-ng"]),
        ({"voice_online": False, "voices": "gtts,edge"}, ["espeak-ng"]),
    ],
)
def test_voices_come_in_the_order_they_are_named(given: dict[str, Any], names: list[str]) -> None:
    settings = Settings(_env_file=None, **given)
    assert [engine.name for engine in engines_of(settings)] == names
    inside = engines_of(settings, stays_inside=True)
    assert [engine.name for engine in inside] == ["espeak-ng"]


def test_a_voice_that_is_not_installed_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(_env_file=None, voices="edge,piper,espeak", piper_voice=Path("vi.onnx"))
    assert [engine.name for engine in engines_of(settings)] == ["edge", "espeak-ng"]
    monkeypatch.setattr(engines, "EXTRAS", {"edge": "nobody_has_this"})
    assert [engine.name for engine in engines_of(settings)] == ["piper", "espeak-ng"]


def test_a_voice_nobody_knows_is_refused_at_the_start() -> None:
    with pytest.raises(ValueError, match="no such voice: espaek"):
        Settings(_env_file=None, voices="gtts,espaek")


def test_every_voice_is_named_under_what_it_reads() -> None:
    online = Settings(_env_file=None, piper_voice=Path("vi.onnx"))
    names = {make(online).name for make in MAKERS.values()}
    labels = [voice_label(_kept(Made(Path(), f"ban-tin.{name}.ogg", "", 0))) for name in names]
    assert names == set(LABELS)
    assert len({label.key for label in labels if label}) == len(names)


SHORT = {**PLAN, "items": [["Họp", "Họp tối nay."]], "contact": ""}


@pytest.mark.parametrize(
    ("maker", "values"),
    [("bulletins.audio", SHORT), ("bulletins.item", {"number": 1, "plan": SHORT})],
)
async def test_what_stays_inside_is_told_to_nobody_on_the_network(
    maker: str, values: dict[str, Any], google: GoogleStub, tmp_path: Path
) -> None:
    inside = {**SHORT, "stays_inside": True}
    given = {**values, "plan": inside} if "plan" in values else inside
    make = voice_makers(Settings(_env_file=None), tmp_path)[maker]
    made = await make(given, "vi", tmp_path / "made")
    assert ".espeak-ng." in made.name
    assert google.asked == []


async def test_what_may_leave_the_house_is_read_by_the_better_voice(
    google: GoogleStub, tmp_path: Path
) -> None:
    make = voice_makers(Settings(_env_file=None), tmp_path)["bulletins.item"]
    plan = {**SHORT, "items": [["Sinh hoạt", "Mời dự buổi sáng mai."]]}
    made = await make({"number": 1, "plan": plan}, "vi", tmp_path / "made")
    assert ".gtts." in made.name
    assert "Mời dự buổi sáng mai." in [text for text, _, _ in google.asked]


async def test_an_item_heard_slowly_takes_longer(tmp_path: Path) -> None:
    values = {"number": 2, "plan": PLAN}
    slow = await _make("bulletins.item", {**values, "speed": "slow"}, "vi", tmp_path / "slow")
    fast = await _make("bulletins.item", {**values, "speed": "fast"}, "vi", tmp_path / "fast")
    assert slow.seconds > fast.seconds


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ban-tin-2026-12.espeak-ng.ogg", "Giọng máy còn thô, mong đồng chí thông cảm."),
        ("ban-tin-2026-12.own.gtts.ogg", "người ấy. Phần còn lại: Giọng đọc: Google."),
        ("muc-ban-tin.own.ogg", ""),
        ("voice.ogg", ""),
        ("", ""),
    ],
)
def test_a_machines_voice_is_named_only_where_one_speaks(name: str, said: str) -> None:
    label = voice_label(Kept(1, "f", "voice", None, name, "audio/ogg", 1, 9, {}))
    texts = Texts("party", ZoneInfo("Asia/Ho_Chi_Minh"))
    assert (texts.words(label, "vi") if label else "").endswith(said)
    assert bool(label) is bool(said)


def test_what_will_be_said_is_known_before_it_is_spoken() -> None:
    lines, flagged = read_aloud("Họp ngày 5/12.\n\nMẫu 3B/4C", {})
    assert (len(lines), flagged) == (2, ("3B/4C",))
    assert "năm tháng mười hai" in lines[0]
    assert read_aloud("Mẫu 3B/4C", {"3B/4C": "ba bê"}) == (("Mẫu ba bê",), ())


def test_what_is_said_around_the_items_is_known_before_it_is_spoken() -> None:
    items = (("Thu phí", "Thu trước ngày 25/12."), ("Dọn dẹp", "Mẫu 3B/4C."))
    plan = Plan("UBND phường", date(2026, 12, 1), items, recordings={2: "own.ogg"})
    around = say_around(plan.values())
    assert "bản tin tháng mười hai" in around.opening
    assert "của Ủy ban nhân dân phường." in around.opening
    assert around.opening.endswith("Một, Thu phí.\nHai, Dọn dẹp.")
    assert around.after == {1: "Xin nhắc lại: Thu trước ngày hai mươi lăm tháng mười hai."}
    assert "Nội dung thứ nhất, Thu phí: Thu trước ngày" in around.closing
    assert around.closing.endswith("Xin cảm ơn quý vị đã lắng nghe.")


def test_what_one_item_names_another_may_leave_out() -> None:
    named = ("Quy định số 512-QĐ/TW", "theo 512-QĐ/TW")
    assert read_aloud(named[1], {})[1] == ("512-QĐ/TW",)
    assert read_aloud(named[1], {}, named)[1] == ()
