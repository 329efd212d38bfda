"""The record: who may look, what is written down, and what becomes of a proposal."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from rules.members import MOST_TEXT
from rules.messages import Message
from rules.refusal import Refusal
from services import joining, members
from services import members_correcting as correcting
from storage import accounts, audit, records
from storage import members as member_rows
from storage.encoding import decode_message
from storage.engine import Database
from storage.store import Store
from storage.tables import deliveries as deliveries_table
from tests.left import LEFT
from tests.ward import Ward

NEW_PHONE = "Số điện thoại mới là 0900 123 456."


@dataclass(frozen=True)
class Letter:
    """A delivery as a test looks at it."""

    member_id: int
    message: Message


async def _left(store: Store, cause: str) -> list[Letter]:
    rows = await store.all(
        LEFT.where(deliveries_table.c.cause == cause).order_by(deliveries_table.c.member_id)
    )
    return [Letter(row["member_id"], decode_message(row["message"])) for row in rows]


async def _propose(store: Store, ward: Ward, now: datetime, key: str = "hoa") -> int:
    return await correcting.propose(store, await ward.person(store, key), NEW_PHONE, now)


# --- looking ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("viewer", "whose", "allowed"),
    [
        ("hoa", "hoa", True),
        ("hoa", "tuan", False),
        ("binh", "hoa", True),
        ("binh", "mai", False),
        ("dung", "hoa", False),
        ("thanh", "mai", True),
    ],
)
async def test_a_record_is_open_to_its_owner_and_those_who_lead(
    database: Database, ward: Ward, now: datetime, viewer: str, whose: str, *, allowed: bool
) -> None:
    async with database.transaction() as store:
        looking = await ward.person(store, viewer)
        if allowed:
            found = await members.look(store, looking, ward.id(whose), now)
            assert found.member.id == ward.id(whose)
            return
        with pytest.raises(Refusal, match="not_yours"):
            await members.look(store, looking, ward.id(whose), now)
        assert await audit.looks_at(store, ward.id(whose), 5) == []


async def test_nobody_has_a_record_that_does_not_exist(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        with pytest.raises(Refusal, match="not_yours"):
            await members.look(store, await ward.person(store, "thanh"), 999_999, now)


async def test_a_look_is_written_down_for_the_owner_but_not_the_own_one(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        hoa = await ward.person(store, "hoa")
        await members.look(store, hoa, hoa.id, now)
        await members.look(store, await ward.person(store, "binh"), hoa.id, now)

        looks = await members.who_looked(store, hoa, 5)
        assert [(row["name"], row["at"]) for row in looks] == [("Lê Văn Bình", now)]


async def test_somebody_who_turns_many_pages_is_named_once_a_day(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        hoa = await ward.person(store, "hoa")
        binh, thanh = await ward.person(store, "binh"), await ward.person(store, "thanh")
        later, next_day = now + timedelta(minutes=3), now + timedelta(days=1)
        await members.look(store, thanh, hoa.id, now)
        for moment in (now, later, later, next_day):
            await members.look(store, binh, hoa.id, moment)

        looks = await members.who_looked(store, hoa, 5)
        assert [(row["name"], row["at"]) for row in looks] == [
            ("Lê Văn Bình", next_day),
            ("Lê Văn Bình", later),
            ("Nguyễn Thị Thanh", now),
        ]


async def test_a_record_shows_offices_and_entries_with_their_source(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        binh = await ward.person(store, "binh")
        await records.add_entry(
            store, binh.id, "award", "Huy hiệu 30 năm", "2015", "danh-sach.xlsx", now
        )

        found = await members.look(store, binh, binh.id, now)
        assert [(office.role, office.unit_name) for office in found.offices] == [
            ("secretary", "Chi bộ 1")
        ]
        assert [(one.text, one.dated, one.source) for one in found.entries] == [
            ("Huy hiệu 30 năm", "2015", "danh-sach.xlsx")
        ]


async def test_a_removed_entry_is_no_longer_shown(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        hoa = await ward.person(store, "hoa")
        await records.add_entry(store, hoa.id, "award", "Giấy khen", None, "danh-sach.xlsx", now)
        (entry,) = await records.entries(store, hoa.id)
        await records.remove_entry(store, entry.id, now)

        assert (await members.look(store, hoa, hoa.id, now)).entries == []


# --- proposing -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "told"),
    [("hoa", ["binh"]), ("binh", ["thanh"]), ("mai", ["dung"]), ("thanh", ["binh"])],
)
async def test_a_proposal_goes_to_those_who_lead_and_never_to_its_author(
    database: Database, ward: Ward, now: datetime, who: str, told: list[str]
) -> None:
    async with database.transaction() as store:
        proposal = await _propose(store, ward, now, who)

        letters = await _left(store, f"correction:{proposal}")
        assert [letter.member_id for letter in letters] == [ward.id(key) for key in told]
        assert letters[0].message.text.values["text"] == NEW_PHONE
        assert letters[0].message.buttons[0].route == ("members.show_correction", proposal)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "members.text_empty"),
        (" \n ", "members.text_empty"),
        ("x" * (MOST_TEXT + 1), "members.text_too_long"),
    ],
)
async def test_an_empty_or_endless_proposal_is_not_kept(
    database: Database, ward: Ward, now: datetime, text: str, key: str
) -> None:
    async with database.transaction() as store:
        hoa = await ward.person(store, "hoa")
        with pytest.raises(Refusal) as refused:
            await correcting.propose(store, hoa, text, now)

        assert refused.value.key == key
        assert await correcting.own_corrections(store, hoa) == []


# --- deciding --------------------------------------------------------------------------------


async def test_an_approved_proposal_enters_the_record_with_who_and_when(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        proposal = await _propose(store, ward, now)
        await correcting.approve(store, await ward.person(store, "binh"), proposal, now)

        hoa = await ward.person(store, "hoa")
        (entry,) = (await members.look(store, hoa, hoa.id, now)).entries
        assert (entry.kind, entry.text) == ("correction", NEW_PHONE)
        assert (entry.source, entry.dated) == ("Lê Văn Bình", "23/11/2026")
        (letter,) = await _left(store, f"correction:{proposal}:decided")
        assert letter.member_id == hoa.id
        assert letter.message.text.key == "members.correction_approved"


async def test_a_line_is_written_into_the_card_and_what_stood_there_stays_in_the_record(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        proposal = await _propose(store, ward, now)
        binh = await ward.person(store, "binh")
        found, before, wanted = await correcting.line(store, binh, proposal, "phone", now)
        assert (found.text, before, wanted) == (NEW_PHONE, "0900000002", "0900123456")
        await correcting.write_line(store, binh, proposal, "phone", "0900 123 456", now)

        hoa = await ward.person(store, "hoa")
        assert hoa.member.phone == "0900123456"
        (entry,) = (await members.look(store, hoa, hoa.id, now)).entries
        assert (entry.kind, entry.text, entry.source) == (
            "former_phone",
            "0900000002",
            "Lê Văn Bình",
        )
        (letter,) = await _left(store, f"correction:{proposal}:decided:phone")
        assert letter.message.text.key == "members.correction_written"
        assert letter.message.text.values["value"] == "0900123456"
        assert [row["name"] for row in await members.who_looked(store, hoa, 5)] == ["Lê Văn Bình"]
        await correcting.write_line(store, binh, proposal, "address", "12 Bến Nước", now)

        hoa = await ward.person(store, "hoa")
        assert (hoa.member.phone, hoa.member.address) == ("0900123456", "12 Bến Nước")


async def test_a_line_that_cannot_be_written_leaves_the_proposal_open(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        proposal = await _propose(store, ward, now)
        binh = await ward.person(store, "binh")
        for line, text in (
            ("phone", "chưa rõ"),
            ("born", "năm ngoái"),
            ("name", "=A1"),
            ("x", "y"),
        ):
            with pytest.raises(Refusal):
                await correcting.write_line(store, binh, proposal, line, text, now)
        dung = await ward.person(store, "dung")
        with pytest.raises(Refusal, match="not_yours"):
            await correcting.write_line(store, dung, proposal, "phone", "0900 123 456", now)

        assert (await ward.member(store, "hoa")).phone == "0900000002"
        assert [one.id for one in await correcting.pending(store, binh)] == [proposal]


async def test_a_declined_proposal_changes_nothing_and_tells_why(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        proposal = await _propose(store, ward, now)
        binh = await ward.person(store, "binh")
        await correcting.decline(store, binh, proposal, "Số này của người khác.", now)

        hoa = await ward.person(store, "hoa")
        assert (await members.look(store, hoa, hoa.id, now)).entries == []
        (one,) = await correcting.own_corrections(store, hoa)
        assert (one.state, one.reason) == ("declined", "Số này của người khác.")
        (letter,) = await _left(store, f"correction:{proposal}:decided")
        assert letter.message.text.values["reason"] == "Số này của người khác."


async def test_a_decline_without_a_reason_is_not_taken(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        proposal = await _propose(store, ward, now)
        binh = await ward.person(store, "binh")
        with pytest.raises(Refusal, match="text_empty"):
            await correcting.decline(store, binh, proposal, "  ", now)

        assert [one.id for one in await correcting.pending(store, binh)] == [proposal]


async def test_the_longest_proposal_and_reason_still_fit_one_message(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        hoa = await ward.person(store, "hoa")
        proposal = await correcting.propose(store, hoa, "sửa " * (MOST_TEXT // 4), now)
        binh = await ward.person(store, "binh")
        await correcting.decline(store, binh, proposal, "vì " * (MOST_TEXT // 3), now)

        (letter,) = await _left(store, f"correction:{proposal}:decided")
        values = letter.message.text.values
        assert sum(len(value) for value in values.values()) < 4000


@pytest.mark.parametrize("who", ["dung", "hoa", "tuan"])
async def test_only_who_leads_the_member_decides(
    database: Database, ward: Ward, now: datetime, who: str
) -> None:
    async with database.transaction() as store:
        proposal = await _propose(store, ward, now)

        with pytest.raises(Refusal, match="not_yours"):
            await correcting.approve(store, await ward.person(store, who), proposal, now)


async def test_nobody_decides_about_the_own_record(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        binh, thanh = await ward.person(store, "binh"), await ward.person(store, "thanh")
        proposal = await _propose(store, ward, now, "binh")

        with pytest.raises(Refusal, match="own_correction"):
            await correcting.approve(store, binh, proposal, now)
        assert len(await correcting.pending(store, binh)) == 0
        assert len(await correcting.pending(store, thanh)) == 1


async def test_approving_twice_has_one_effect_and_a_decision_stands(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        proposal = await _propose(store, ward, now)
        binh = await ward.person(store, "binh")
        for _ in range(2):
            await correcting.approve(store, binh, proposal, now)

        assert len(await records.entries(store, ward.id("hoa"))) == 1
        assert len(await _left(store, f"correction:{proposal}:decided")) == 1
        with pytest.raises(Refusal, match="correction_decided"):
            await correcting.decline(store, binh, proposal, "Đổi ý.", now)


async def test_proposals_wait_the_oldest_first_and_only_below_the_leader(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        ids = [await _propose(store, ward, now, key) for key in ("hoa", "mai", "an")]

        async def waiting(key: str) -> list[int]:
            return [
                one.id for one in await correcting.pending(store, await ward.person(store, key))
            ]

        assert await waiting("binh") == [ids[0], ids[2]]
        assert await waiting("thanh") == ids
        assert await waiting("hoa") == []


async def test_the_proposal_of_somebody_who_left_the_roster_waits_for_nobody(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await _propose(store, ward, now)
        await member_rows.change(store, ward.id("hoa"), removed_at=now)

        assert await correcting.pending(store, await ward.person(store, "binh")) == []


async def test_a_forged_proposal_number_is_refused(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        with pytest.raises(Refusal, match="not_yours"):
            await correcting.correction(store, await ward.person(store, "thanh"), 999_999)


# --- who is linked ---------------------------------------------------------------------------


async def test_a_leader_sees_who_is_linked_in_the_own_units(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        everyone, linked = await members.people(store, await ward.person(store, "binh"))

        assert len(everyone) == 8
        assert {one.id for one in everyone} - linked == {ward.id("tuan")}
        assert len((await members.people(store, await ward.person(store, "thanh")))[0]) == 12


async def test_who_left_the_roster_is_not_counted_as_linked(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await member_rows.change(store, ward.id("hoa"), removed_at=now)
        everyone, linked = await members.people(store, await ward.person(store, "binh"))

        assert (len(everyone), len(linked)) == (7, 6)


async def test_a_member_without_an_office_lists_nobody(database: Database, ward: Ward) -> None:
    async with database.transaction() as store:
        with pytest.raises(Refusal, match="not_leading"):
            await members.people(store, await ward.person(store, "hoa"))


async def test_only_a_known_reading_speed_is_kept(database: Database, ward: Ward) -> None:
    async with database.transaction() as store:
        hoa = await ward.person(store, "hoa")
        await members.keep_speed(store, hoa, "slow")
        await members.keep_speed(store, hoa, "supersonic")

        assert (await ward.member(store, "hoa")).speed == "slow"


# --- whose phone it is -----------------------------------------------------------------------


async def _verified(
    store: Store, ward: Ward, account: accounts.Account, key: str, year: str, now: datetime
) -> int:
    code = await joining.issue_code(store, await ward.member(store, key), now, None)
    invite = await joining.try_code(store, account, code, now)
    await joining.try_year(store, account, invite, year, now)
    return invite


async def test_two_letters_opened_on_one_phone_give_it_to_the_first_who_agrees(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        account = await accounts.at(store, "telegram", "shared", "vi", now)
        tuan = await _verified(store, ward, account, "tuan", "1990", now)
        hoa = await _verified(store, ward, account, "hoa", "1948", now)
        await joining.agree(store, account, tuan, now)
        account = await _again(store, account)

        with pytest.raises(Refusal, match="somebody_else"):
            await joining.agree(store, account, hoa, now)
        assert (await _again(store, account)).member_id == ward.id("tuan")


async def test_the_phone_of_somebody_who_left_the_roster_is_free(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        account = await accounts.at(store, "test", "hoa", "vi", now)
        await member_rows.change(store, ward.id("hoa"), removed_at=now)
        invite = await _verified(store, ward, account, "tuan", "1990", now)
        await joining.agree(store, account, invite, now)

        assert (await _again(store, account)).member_id == ward.id("tuan")


async def test_words_that_cannot_be_a_code_are_no_tries(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        account = await accounts.at(store, "telegram", "phone", "vi", now)
        for _ in range(7):
            with pytest.raises(Refusal, match="code_unknown"):
                await joining.try_code(store, account, "xin chào", now)

        await _verified(store, ward, account, "tuan", "1990", now)


@pytest.mark.parametrize(
    ("who", "calls"), [("hoa", "binh"), ("binh", "thanh"), ("thanh", "binh"), ("yen", "khoa")]
)
async def test_everyone_has_somebody_else_to_call(
    database: Database, ward: Ward, now: datetime, who: str, calls: str
) -> None:
    async with database.transaction() as store:
        member = await ward.member(store, who)
        found = await joining.whom_to_call(store, member.unit_id, now, member.id)

        assert [one.id for one in found] == [ward.id(calls)]


@pytest.mark.parametrize(("wish", "kept"), [("en", "en"), ("vi", "vi"), ("xx", "vi")])
async def test_only_a_language_we_speak_is_kept(
    database: Database, now: datetime, wish: str, kept: str
) -> None:
    async with database.transaction() as store:
        account = await accounts.at(store, "telegram", "phone", "vi", now)
        assert (await joining.speak(store, account, wish)).language == kept
        assert (await _again(store, account)).language == kept


async def _again(store: Store, account: accounts.Account) -> accounts.Account:
    found = await accounts.get(store, account.id)
    assert found is not None
    return found
