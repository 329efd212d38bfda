"""A phone of several, on real databases: whose it is at any moment, and what opens it."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from rules.refusal import Refusal
from rules.sharing import IDLE
from services import joining, sharing
from storage import accounts
from storage import sharing as rows
from storage.accounts import Account
from storage.engine import Database
from storage.store import Store
from storage.tables import accounts as table
from tests.ward import Ward

HERS, HIS = "2468", "1357"


async def at_the_phone(store: Store, now: datetime) -> Account:
    return await accounts.at(store, "test", "hoa", "vi", now)


async def shared(store: Store, ward: Ward, now: datetime) -> tuple[int, int]:
    """Hoa's phone with Tuấn at it: the accounts of both."""
    hers = await at_the_phone(store, now)
    invite = await given(store, ward, "tuan", hers, now)
    await sharing.begin(store, hers, HERS, now)
    await sharing.sit_down(store, hers, invite, now)
    his = await at_the_phone(store, now)
    await sharing.choose_pin(store, his, HIS, now)
    await accounts.link(store, his.id, ward.id("tuan"), now)
    return hers.id, his.id


async def given(store: Store, ward: Ward, key: str, account: Account, now: datetime) -> int:
    """The invite whose code somebody gave there."""
    code = await joining.issue_code(store, await ward.member(store, key), now, None)
    return await joining.try_code(store, account, code, now)


async def refused(deed: object) -> str:
    with pytest.raises(Refusal) as no:
        await deed  # type: ignore[misc]
    return no.value.key


async def test_it_is_whose_digits_were_given_until_ten_minutes_pass(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        hers, his = await shared(store, ward, now)
        assert (await at_the_phone(store, now)).id == his
        front = await at_the_phone(store, now + IDLE)
        assert (front.shared, front.member_id, front.seat) == (True, None, 0)

        account, person = await sharing.enter(store, front, hers, HERS, now + IDLE)
        assert (account.id, person.id) == (hers, ward.id("hoa"))
        assert (await at_the_phone(store, now + IDLE)).id == hers
        later = now + 2 * IDLE - timedelta(seconds=1)
        assert (await at_the_phone(store, later)).id == hers
        assert (await at_the_phone(store, later + IDLE - timedelta(seconds=1))).id == hers
        await sharing.get_up(store, account)
        assert (await at_the_phone(store, later)).shared


async def test_digits_open_one_seat_of_that_phone_only(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        hers, his = await shared(store, ward, now)
        front = await at_the_phone(store, now + IDLE)
        assert await refused(sharing.enter(store, front, hers, HIS, now)) == "sharing.wrong_digits"
        assert await refused(sharing.enter(store, front, hers, "24", now)) == "sharing.four_digits"
        sens = (await accounts.at(store, "test", "sen", "vi", now)).id
        assert await refused(sharing.enter(store, front, sens, HERS, now)) == "sharing.nobody_here"
        assert (await sharing.enter(store, front, his, "13 57", now))[0].id == his


async def test_five_wrong_ones_close_it_for_an_hour(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        hers, _ = await shared(store, ward, now)
        front = await at_the_phone(store, now + IDLE)
        for wrong in (4, 4, 5):
            for _ in range(wrong):
                no = await refused(sharing.enter(store, front, hers, "0000", now))
                assert no == "sharing.wrong_digits"
            if wrong < 5:  # the right ones begin the count anew
                await sharing.enter(store, front, hers, HERS, now)
        assert (
            await refused(sharing.enter(store, front, hers, HERS, now)) == "sharing.too_many_tries"
        )
        later = now + timedelta(hours=1, seconds=1)
        assert (await sharing.enter(store, front, hers, HERS, later))[0].id == hers


async def test_messages_reach_each_at_that_phone_and_a_block_closes_it_for_all(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        hers, his = await shared(store, ward, now)
        reach = await accounts.of_members(store, {ward.id("hoa"), ward.id("tuan")})
        assert [one.id for one in reach[ward.id("hoa")]] == [hers]
        assert [(one.id, one.address) for one in reach[ward.id("tuan")]] == [(his, "hoa")]
        await accounts.lost(store, hers)
        there = select(table.c.reachable).where(table.c.address == "hoa")
        assert set(await store.values(there)) == {False}


async def test_who_comes_in_anew_has_one_seat_and_new_digits(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        _, his = await shared(store, ward, now)
        front = await at_the_phone(store, now + IDLE)
        invite = await given(store, ward, "tuan", front, now)
        await sharing.sit_down(store, front, invite, now)
        anew = await at_the_phone(store, now)
        for _ in range(3):
            wrong = joining.try_year(store, anew, invite, "1971", now)
            assert await refused(wrong) == "joining.year_differs"
        await joining.try_year(store, anew, invite, "1990", now)
        assert await sharing.needs_pin(store, anew)
        await sharing.choose_pin(store, anew, "9090", now)
        await joining.agree(store, anew, invite, now)
        for _ in range(2):  # wrong years are no wrong digits
            await refused(sharing.enter(store, front, anew.id, HIS, now))
        await sharing.enter(store, front, anew.id, "9090", now)

        assert [one.name for one in await sharing.people(store, front)] == [
            "Trần Thị Hoa",
            "Phạm Minh Tuấn",
        ]
        assert await rows.pin(store, his) is None
        assert await refused(sharing.enter(store, front, his, HIS, now)) == "sharing.nobody_here"


async def test_three_share_a_phone_and_no_more(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await shared(store, ward, now)
        front = await at_the_phone(store, now + IDLE)
        invite = await given(store, ward, "an", front, now)
        await sharing.sit_down(store, front, invite, now)
        third = await at_the_phone(store, now)
        await accounts.link(store, third.id, ward.id("sen"), now)
        invite = await given(store, ward, "mai", front, now)
        assert await refused(sharing.sit_down(store, front, invite, now)) == "sharing.full"


async def test_nobody_sits_down_without_having_given_a_code_there(
    database: Database, ward: Ward, now: datetime
) -> None:
    """Nor are the digits of who is there changed by a forged button."""
    async with database.transaction() as store:
        hers, his = await shared(store, ward, now)
        front = await at_the_phone(store, now + IDLE)
        elsewhere = await accounts.at(store, "test", "sen", "vi", now)
        invite = await given(store, ward, "mai", elsewhere, now)
        assert await refused(sharing.sit_down(store, front, invite, now)) == "joining.code_unknown"

        account, _ = await sharing.enter(store, front, his, HIS, now)
        await sharing.choose_pin(store, account, "0000", now)
        await sharing.begin(store, account, "0000", now)
        assert (await sharing.enter(store, account, his, HIS, now))[0].id == his
        assert (await sharing.enter(store, account, hers, HERS, now))[0].id == hers


@pytest.mark.parametrize("minutes", [9, 11])
async def test_a_phone_is_hers_alone_again_only_right_after_she_shared_it(
    database: Database, ward: Ward, now: datetime, minutes: int
) -> None:
    later = now + timedelta(minutes=minutes)
    async with database.transaction() as store:
        hers = await at_the_phone(store, now)
        await accounts.link(store, hers.id, ward.id("hoa"), now)
        for digits in (HERS, "8642"):  # what was taken back can be done again
            invite = await given(store, ward, "tuan", hers, now)
            await sharing.begin(store, hers, digits, now)
            await sharing.sit_down(store, hers, invite, now)
            nobody = await at_the_phone(store, now)
            account, owner = await sharing.give_up(store, nobody, later)
            if minutes > 9:  # by then anybody may hold the phone: digits are asked for
                assert (account.shared, owner) == (True, None)
                assert await refused(sharing.enter(store, account, hers.id, "1111", later))
                return
            assert owner
            assert (account.id, owner.id) == (hers.id, ward.id("hoa"))
            hers = await at_the_phone(store, later + 2 * IDLE)
            assert (hers.id, hers.seat, hers.shared) == (account.id, 0, False)
