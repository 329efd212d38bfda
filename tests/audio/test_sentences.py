"""Cutting speech so that nothing is lost and nothing is too long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.script import make_script
from audio.sentences import split_pieces, split_sentences

WORDS = st.lists(st.text("aăâbcdđeêơưxy", min_size=1, max_size=30), min_size=1, max_size=60)


def test_sentences_end_at_their_marks_and_at_line_ends() -> None:
    assert split_sentences("Họp lúc bảy giờ. Đủ chưa? Đủ!\nHết\n…\n") == [
        "Họp lúc bảy giờ.",
        "Đủ chưa?",
        "Đủ!",
        "Hết",
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ông A. đến sớm. Họp.", ["Ông A. đến sớm.", "Họp."]),
        ("Gửi ông A. Mọi người họp.", ["Gửi ông A.", "Mọi người họp."]),
        ("Theo mẫu hai a. Hồ sơ đủ.", ["Theo mẫu hai a.", "Hồ sơ đủ."]),
        ("Loại A. đủ. mười người họp.", ["Loại A. đủ.", "mười người họp."]),
    ],
)
def test_a_letter_for_a_name_ends_no_sentence(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences


def test_somebody_called_by_a_letter_is_said_in_one_breath() -> None:
    script = make_script("Đề nghị ông A. đến sớm, bà Đ. mang sổ.")
    assert split_sentences(script.spoken) == ["Đề nghị ông a đến sớm, bà đê mang sổ."]


def test_a_long_sentence_is_cut_between_clauses() -> None:
    clause = "các chi bộ sinh hoạt đúng giờ và đủ thành phần theo lịch,"
    pieces = split_pieces(f"{clause} {clause} {clause}", 100)
    assert pieces == [clause] * 3


@given(WORDS, st.sampled_from([" ", ", ", "; "]))
def test_pieces_fit_and_keep_every_letter(words: list[str], between: str) -> None:
    sentence = between.join(words)
    pieces = split_pieces(sentence, 100)
    assert all(0 < len(piece) <= 100 for piece in pieces)
    assert "".join(pieces).replace(" ", "") == sentence.replace(" ", "")


def test_a_word_longer_than_a_piece_is_cut_anyway() -> None:
    assert [len(piece) for piece in split_pieces("a" * 250, 100)] == [100, 100, 50]
