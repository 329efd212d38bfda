"""The test that tells a syllable from everything else."""

import unicodedata

import pytest

from audio.syllables import is_syllable
from audio.tables import read_rows

GOOD = """
    nghiêng khuya khuỷu quốc quyết giếng gì gìn yêu yến oanh uyên ngoằn huơ thuở xoong
    kẻ ghế nghe ca gà ngà Đảng ủy Nguyễn hòa hoà thúy thuý à ơ ý
"""
BAD = """
    UBND TW nq cke ghà ngê kà ce bcd Dr strong toàan tác̀ hat tap mach file
    wifi zalo 12 3b năm2 đ b ă â XIII McDonald
"""


@pytest.mark.parametrize("token", GOOD.split())
def test_a_syllable_is_known(token: str) -> None:
    assert is_syllable(token)


@pytest.mark.parametrize("token", BAD.split())
def test_anything_else_is_not(token: str) -> None:
    assert not is_syllable(unicodedata.normalize("NFC", token))


@pytest.mark.parametrize(
    "table",
    ["abbreviations", "foreign", "highlands", "document_types", "party_issuers", "state_issuers"],
)
def test_every_reading_in_the_tables_can_itself_be_said(table: str) -> None:
    for row in read_rows(table):
        words = row[1].replace(",", "").replace(":", "").split()
        assert [word for word in words if not is_syllable(word)] == [], row
