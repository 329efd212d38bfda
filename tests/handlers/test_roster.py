"""A list leaves somebody out, and a list brings them back: what they and the secretary see."""

from collections.abc import Iterable

from rules.roster import read_roster
from rules.roster_columns import Row
from services import roster, roster_writing
from storage import members
from tests.handlers.test_polls import QUESTION, opens
from tests.town import Town
from tests.ward import PEOPLE

STANDING = {
    "full": "Chính thức",
    "probationary": "Dự bị",
    "exempt": "Miễn sinh hoạt",
    "suspended": "Đình chỉ",
    "away": "Sinh hoạt nơi khác",
}
OFFICES = {"secretary": "Bí thư", "staff": "Cán bộ văn phòng", None: None}


async def a_list_comes(town: Town, keys: Iterable[str]) -> None:
    """The office imports a list of those people, who is missing goes."""
    rows = [Row(1, ("PHƯỜNG SEN HỒNG",))]
    rows.append(Row(2, ("Họ và tên", "Chi bộ", "Tình trạng", "Năm sinh", "Chức vụ")))
    for key in keys:
        name, branch, status, year, office = PEOPLE[key]
        cells = (name, f"Chi bộ {branch}", STANDING[status], str(year), OFFICES[office])
        rows.append(Row(len(rows) + 1, cells))
    now = town.clock.now
    async with town.app.database.transaction() as store:
        plan = await roster.plan(store, read_roster(rows, now.date()), now.date())
        await roster_writing.apply(store, plan, "Phường Sen Hồng", now, remove_missing=True)


async def test_who_is_not_in_the_list_cannot_vote_until_a_list_names_them_again(
    town: Town,
) -> None:
    binh, hoa = await town.comes("binh"), await town.comes("hoa")
    await opens(binh)
    hoa.sees("Mời đồng chí biểu quyết", QUESTION)

    await a_list_comes(town, [key for key in PEOPLE if key != "hoa"])
    await hoa.presses("Xem và biểu quyết")
    hoa.sees("cần mã in trong thư mời")
    await hoa.says("Biểu quyết")
    hoa.sees("cần mã in trong thư mời")

    await a_list_comes(town, PEOPLE)
    for label in ("Trang chính", "Biểu quyết", "Đồng ý", "Bỏ phiếu: Đồng ý"):
        await hoa.says(label) if label == "Trang chính" else await hoa.presses(label)
    hoa.sees("Đã ghi phiếu của đồng chí: Đồng ý")


async def test_the_record_names_the_list_it_comes_from_and_the_native_place(
    town: Town,
) -> None:
    hoa = await town.comes("hoa")
    await a_list_comes(town, PEOPLE)
    async with town.app.database.transaction() as store:
        await members.change(store, town.ward.id("hoa"), native_place="Xã Vinh Thanh")
    await hoa.presses("Sổ của tôi")
    await hoa.presses("Xem khen thưởng, quá trình")
    hoa.sees("theo: danh sách đảng viên Phường Sen Hồng, nhận ngày 23 tháng 11 năm 2026")
    hoa.sees("Quê quán: Xã Vinh Thanh")

    await hoa.says("english")
    await hoa.presses("My record")
    await hoa.presses("See awards and career")
    hoa.sees("from: list of party members of Phường Sen Hồng, received 23 November 2026")
