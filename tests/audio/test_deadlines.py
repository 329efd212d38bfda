"""Finding what must be done by when, in its usual forms, and nothing that only looks like it."""

import time

import pytest

from audio.deadlines import find_deadlines
from audio.script import make_script


def _found(written: str) -> list[str]:
    return find_deadlines(make_script(written).spoken, "vi")


@pytest.mark.parametrize(
    "written",
    [
        "Thu xong trước 25/12.",
        "Gửi báo cáo trước ngày 15/12/2026.",
        "Vắng phải báo bí thư trước 17h ngày 02/12.",
        "Trước 17 giờ thứ Sáu, các tổ báo số người.",
        "Nộp hồ sơ trước cuối tháng.",
        "Chậm nhất ngày 20/12 gửi danh sách.",
        "Gửi về Văn phòng chậm nhất vào 17h00 ngày 10/12.",
        "Hạn: 20/12/2026.",
        "Hạn nộp: 20/12.",
        "Hạn chót 12/12.",
        "Hạn cuối cùng là ngày 31/3/2027.",
        "Thời hạn nhận ý kiến đến hết ngày 05/12.",
        "Đăng ký đến ngày 10/12.",
        "Các chi bộ lấy ý kiến đến hết 15/12.",
        "Gửi kết quả về Văn phòng Đảng ủy ngày 15/12.",
        "Hoàn thành trong tháng 12.",
        "Hoàn thành việc kiểm điểm trong quý I/2027.",
        "Báo cáo gửi về Ban Tổ chức trong ngày 03/12.",
        "Phấn đấu hoàn thành vào cuối năm.",
        "Nộp đảng phí vào ngày 5 hằng tháng.",
    ],
)
def test_a_limit_in_time_is_found(written: str) -> None:
    assert _found(written) == [make_script(written).spoken.rstrip(".")]


@pytest.mark.parametrize(
    "written",
    [
        "Sinh hoạt từ ngày 03 đến ngày 05/12/2026.",
        "Trực từ 7h00 đến hết ngày 10/12.",
        "Tính đến ngày 30/11, toàn phường có 320 đảng viên.",
        "Tính đến hết tháng 11, đã thu 48 triệu đồng.",
        "Đã gửi báo cáo ngày 15/11.",
        "Đã hoàn thành trong tháng 11.",
        "Mỗi nhà dọn sạch trước cửa vào sáng thứ Bảy ngày 14/11.",
        "Trước đây, ngày 3/2 hằng năm họp mặt.",
        "Trước mắt, các tổ rà soát hộ nghèo trong tháng.",
        "Theo Công văn gửi kèm Thông báo số 5 ngày 10/10/2026.",
        "Nhiệm vụ trọng tâm tháng 12/2026.",
        "Họp ngày 5/12 tại nhà văn hóa.",
        "Khám miễn phí vào sáng thứ Bảy 12/12/2026, từ 7h00 đến 11h30.",
        "Đại hội lần thứ XIV, nhiệm kỳ đến năm 2030.",
        "Có trước có sau.",
        "Hạn chế đi lại.",
    ],
)
def test_what_only_speaks_of_time_is_no_limit(written: str) -> None:
    assert _found(written) == []


def test_each_limit_is_found_once_and_in_order() -> None:
    text = "Nộp trước 5/12. Họp đúng giờ; gửi trước 7/12.\nNộp trước 5/12."
    assert [found.split()[0] for found in _found(text)] == ["Nộp", "gửi"]


def test_of_a_long_clause_the_part_with_the_limit_is_said() -> None:
    long = "Các chi bộ chuẩn bị đầy đủ mọi điều kiện cần thiết cho đại hội của mình"
    (found,) = _found(f"{long}, {long}, {long}, gửi hồ sơ trước ngày 15/12, {long}.")
    assert found == "gửi hồ sơ trước ngày mười lăm tháng mười hai"


@pytest.mark.parametrize("piece", ["gửi ngày ", "hạn ", "trước mười ", "đến ", "nộp trong "])
def test_a_hostile_clause_takes_time_in_proportion_to_its_length(piece: str) -> None:
    begun = time.perf_counter()
    find_deadlines(piece * (20_000 // len(piece)), "vi")
    assert time.perf_counter() - begun < 4


@pytest.mark.parametrize(
    ("said", "count"), [("Pay before 5 December.", 1), ("The hall was full in 2026.", 0)]
)
def test_english_limits_are_found_too(said: str, count: int) -> None:
    assert len(find_deadlines(said, "en")) == count
