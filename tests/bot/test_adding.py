"""`sotay speak FILE... --add`: a directive from the office's computer waits for approval."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.adding import add
from bot.books import opened, sentence
from bot.clock import utc_now
from bot.settings import Settings
from rules.refusal import Refusal
from storage import bulletins as rows
from storage import units
from storage.tables import bulletin_items
from tests.ward import Ward, found_ward

SAMPLES = Path(__file__).parents[2] / "samples"
DIRECTIVE = SAMPLES / "sen-hong-thang-12.txt"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path, voice_online=False)


@pytest.fixture
async def ward(settings: Settings, empty_sqlite: Path) -> Ward:
    shutil.copy(empty_sqlite, settings.data_dir / "sotay.db")
    async with opened(settings) as database, database.transaction() as store:
        return await found_ward(store, utc_now())


async def _written(settings: Settings) -> list[tuple[int, str, str]]:
    """Unit, state and title of every item."""
    async with opened(settings) as database, database.transaction() as store:
        found = []
        for row in await store.all(bulletin_items.select()):
            bulletin = await rows.get(store, row["bulletin_id"])
            assert bulletin is not None
            found.append((bulletin.unit_id, bulletin.state, row["title"]))
        return found


@pytest.mark.parametrize("unit", ["", "Phường Sen Hồng", "chi bộ 2"])
async def test_each_directive_becomes_items_that_await_approval(
    settings: Settings, ward: Ward, unit: str, capsys: pytest.CaptureFixture[str]
) -> None:
    await add(settings, [DIRECTIVE, SAMPLES / "chi-dao-thang-12.docx"], unit)

    written = await _written(settings)
    assert {(unit_id, state) for unit_id, state, _ in written} == {(ward.top.id, "collecting")}
    assert len(written) == 4 + 7
    assert written[0][2] == "Sinh hoạt chi bộ cuối năm"
    printed = " ".join(capsys.readouterr().out.split())
    assert "Đã thêm 11 mục" in printed
    assert "của Phường Sen Hồng, còn chờ duyệt" in printed


async def test_a_directive_that_is_there_already_is_added_only_when_it_is_wanted_again(
    settings: Settings, ward: Ward, capsys: pytest.CaptureFixture[str]
) -> None:
    await add(settings, [DIRECTIVE], "")
    capsys.readouterr()

    await add(settings, [DIRECTIVE], "")
    assert len(await _written(settings)) == 4
    printed = " ".join(capsys.readouterr().out.split())
    assert printed.startswith(f"{DIRECTIVE.name} đã có trong bản tin tháng")
    assert "ở mục 1, 2, 3, 4, nên không thêm" in printed
    assert "Đã thêm" not in printed

    await add(settings, [DIRECTIVE, SAMPLES / "chi-dao-thang-12.docx"], "")
    assert len(await _written(settings)) == 4 + 7, "the new one is added all the same"
    await add(settings, [DIRECTIVE], "", again=True)
    assert len(await _written(settings)) == 4 + 7 + 4


async def test_one_bad_file_and_none_is_added(settings: Settings, ward: Ward) -> None:
    empty = settings.data_dir / "trống.txt"
    empty.write_text(" ")
    with pytest.raises(Refusal) as refused:
        await add(settings, [DIRECTIVE, empty], "")

    assert sentence(refused.value, settings).startswith("trống.txt: Tệp này chưa có chữ nào.")
    assert await _written(settings) == []


async def test_without_a_database_none_is_made(settings: Settings) -> None:
    with pytest.raises(Refusal, match=r"commands\.no_database"):
        await add(settings, [DIRECTIVE], "")
    assert not list(settings.data_dir.iterdir())


async def test_without_such_a_unit_nothing_is_added(settings: Settings, ward: Ward) -> None:
    with pytest.raises(Refusal, match=r"commands\.no_unit"):
        await add(settings, [DIRECTIVE], "Chi bộ 99")
    assert await _written(settings) == []


async def test_where_several_units_prepare_one_the_office_says_which(
    settings: Settings, ward: Ward
) -> None:
    async with opened(settings) as database, database.transaction() as store:
        await units.end_office(store, ward.id("thanh"), ward.top.id, "staff", date(2026, 1, 1))
    with pytest.raises(Refusal, match=r"commands\.several_desks") as refused:
        await add(settings, [DIRECTIVE], "")
    assert "Chi bộ 1, Chi bộ 2, Chi bộ 3" in sentence(refused.value, settings)

    await add(settings, [DIRECTIVE], "Chi bộ 2")
    assert {unit_id for unit_id, *_ in await _written(settings)} == {ward.branches[1].id}


async def test_where_nobody_approves_nothing_is_added(settings: Settings, ward: Ward) -> None:
    async with opened(settings) as database, database.transaction() as store:
        await units.end_office(store, ward.id("thanh"), ward.top.id, "staff", date(2026, 1, 1))
    with pytest.raises(Refusal, match=r"commands\.no_editor"):
        await add(settings, [DIRECTIVE], "Phường Sen Hồng")
    assert await _written(settings) == []


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--unit", "Chi bộ 1"],
        ["--add", "-o", "x.ogg"],
        ["--add", "--readings", "x.txt"],
        ["-o", "x.ogg", "--unit", "A"],
    ],
)
def test_a_voice_file_or_the_bulletin_never_both(words: list[str]) -> None:
    result = CliRunner().invoke(cli, ["speak", str(DIRECTIVE), *words])
    assert isinstance(result.exception, Refusal)
    assert result.exception.key == "commands.speak_how"
