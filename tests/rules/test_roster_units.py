"""The units member lists name, in titles, headings and on the tabs of sheets."""

import pytest

from rules.roster_units import branch_of_title, is_branch, top_of_title, unit_name, unit_of_tab


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CHI BỘ 1", "Chi bộ 1"),
        ("chi bộ khu phố bến nước", "Chi bộ Khu Phố Bến Nước"),
        ("Chi bộ Cây Đa", "Chi bộ Cây Đa"),
        ("PHƯỜNG HOA SEN", "Phường Hoa Sen"),
    ],
)
def test_a_unit_is_written_calmly(text: str, name: str) -> None:
    assert unit_name(text) == name


@pytest.mark.parametrize(
    ("title", "branch", "top"),
    [
        ("DANH SÁCH ĐẢNG VIÊN PHƯỜNG HOA SEN (dữ liệu hư cấu)", None, "Phường Hoa Sen"),
        ("DANH SÁCH ĐẢNG VIÊN CHI BỘ 3 NĂM 2026", "Chi bộ 3", None),
        ("Danh sách chi bộ 3, phường Hoa Sen", "Chi bộ 3", "Phường Hoa Sen"),
        ("DANH SÁCH CHI BỘ 3 PHƯỜNG HOA SEN", "Chi bộ 3", "Phường Hoa Sen"),
        ("DANH SÁCH CÁC CHI BỘ THUỘC PHƯỜNG HOA SEN", None, "Phường Hoa Sen"),
        ("Danh sách chi bộ trực thuộc xã Cây Đa tính đến 20/11", None, "Xã Cây Đa"),
        ("Danh sách hội viên phân hội 4 - Phường Sen Hồng", "Phân hội 4", "Phường Sen Hồng"),
        ("Danh sách xã viên hợp tác xã Hoa Sen", None, "hợp tác xã Hoa Sen"),
        ("Danh sách hội viên Hội Cựu chiến binh", None, "Hội Cựu chiến binh"),
        ("Danh sách", None, None),
    ],
)
def test_a_title_says_whose_list_it_is(title: str, branch: str | None, top: str | None) -> None:
    found = top_of_title([title])

    assert branch_of_title([title]) == branch
    assert (found or "").casefold() == (top or "").casefold()


@pytest.mark.parametrize(
    ("tab", "unit"),
    [
        ("Chi bộ 2", "Chi bộ 2"),
        ("CHI BỘ 2", "Chi bộ 2"),
        ("chi bo 2", "Chi bộ 2"),
        ("CB2", "Chi bộ 2"),
        ("CB 12", "Chi bộ 12"),
        ("cb-Cây Đa", "Chi bộ Cây Đa"),
        ("Phân hội 3", "Phân hội 3"),
        ("Sheet1", None),
        ("Ghi chú", None),
        ("Tổng hợp", None),
    ],
)
def test_a_tab_may_be_the_name_of_a_unit(tab: str, unit: str | None) -> None:
    assert unit_of_tab(tab) == unit


@pytest.mark.parametrize(
    ("text", "lowest"),
    [("Chi bộ 3", True), ("Tổ công đoàn 2", True), ("Phường Hoa Sen", False), ("Lê Sen", False)],
)
def test_the_lowest_level_is_known_by_its_name(text: str, lowest: bool) -> None:
    assert is_branch(text) is lowest
