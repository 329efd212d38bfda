"""Joining: a code once, with the right year, after consent."""

from datetime import datetime, timedelta

import pytest

from rules.joining import ALL_TRIES
from rules.refusal import Refusal
from services import joining
from storage import accounts, deliveries, members
from storage.engine import Database
from storage.store import Store
from tests.storage.test_deliveries import HELLO
from tests.ward import Ward


async def _at_door(store: Store, now: datetime, address: str = "phone") -> accounts.Account:
    return await accounts.at(store, "telegram", address, "vi", now)


async def _joined(store: Store, ward: Ward, now: datetime, key: str = "tuan") -> None:
    account = await _at_door(store, now)
    code = await joining.issue_code(store, await ward.member(store, key), now, None)
    invite = await joining.try_code(store, account, code, now)
    await joining.try_year(store, account, invite, "1990", now)
    await joining.agree(store, account, invite, now)


async def test_code_year_and_consent_open_the_record(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await _joined(store, ward, now)

        account = await _at_door(store, now)
        assert account.member_id == ward.id("tuan")
        assert ward.id("tuan") in await members.linked_ids(store, ward.top.path)


async def test_without_consent_nothing_is_linked(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        account = await _at_door(store, now)
        code = await joining.issue_code(store, await ward.member(store, "tuan"), now, None)
        invite = await joining.try_code(store, account, code, now)
        await joining.try_year(store, account, invite, "1990", now)

        assert (await _at_door(store, now)).member_id is None


async def test_a_code_works_once(database: Database, ward: Ward, now: datetime) -> None:
    async with database.transaction() as store:
        code = await joining.issue_code(store, await ward.member(store, "tuan"), now, None)
        first = await _at_door(store, now, "first")
        invite = await joining.try_code(store, first, code, now)
        await joining.try_year(store, first, invite, "1990", now)
        await joining.agree(store, first, invite, now)

        second = await _at_door(store, now, "second")
        with pytest.raises(Refusal, match="code_unknown"):
            await joining.try_code(store, second, code, now)


async def test_a_consent_from_another_phone_than_the_one_that_knew_the_year_is_refused(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        code = await joining.issue_code(store, await ward.member(store, "tuan"), now, None)
        mine, forger = await _at_door(store, now, "mine"), await _at_door(store, now, "forger")
        invite = await joining.try_code(store, mine, code, now)
        await joining.try_year(store, mine, invite, "1990", now)

        with pytest.raises(Refusal):
            await joining.agree(store, forger, invite, now)


async def test_the_year_alone_opens_nothing(database: Database, ward: Ward, now: datetime) -> None:
    """A button can be forged: the number of an invite is no code."""
    async with database.transaction() as store:
        code = await joining.issue_code(store, await ward.member(store, "tuan"), now, None)
        mine, forger = await _at_door(store, now, "mine"), await _at_door(store, now, "forger")
        invite = await joining.try_code(store, mine, code, now)

        with pytest.raises(Refusal, match="code_unknown"):
            await joining.try_year(store, forger, invite, "1990", now)
        await joining.try_year(store, mine, invite, "1990", now)


async def test_the_year_of_birth_must_fit(database: Database, ward: Ward, now: datetime) -> None:
    async with database.transaction() as store:
        account = await _at_door(store, now)
        code = await joining.issue_code(store, await ward.member(store, "tuan"), now, None)
        invite = await joining.try_code(store, account, code, now)

        with pytest.raises(Refusal, match="year_differs"):
            await joining.try_year(store, account, invite, "1991", now)


async def test_guessing_is_stopped_after_five_tries_and_goes_on_later(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        account = await _at_door(store, now)
        for _ in range(5):
            with pytest.raises(Refusal, match="code_unknown"):
                await joining.try_code(store, account, "000000000000", now)

        with pytest.raises(Refusal, match="too_many_tries"):
            await joining.try_code(store, account, "000000000000", now)
        with pytest.raises(Refusal, match="code_unknown"):
            later = now + timedelta(minutes=16)
            await joining.try_code(store, account, "000000000000", later)


async def test_a_whole_ward_may_join_within_an_hour(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        tuan = await ward.member(store, "tuan")
        for number in range(ALL_TRIES + 1):
            account = await _at_door(store, now, f"phone {number}")
            code = await joining.issue_code(store, tuan, now, None)
            invite = await joining.try_code(store, account, code, now)
            await joining.try_year(store, account, invite, "1990", now)


async def test_a_new_code_makes_the_old_letter_worthless(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        tuan = await ward.member(store, "tuan")
        old = await joining.issue_code(store, tuan, now, None)
        await joining.issue_code(store, tuan, now, await ward.person(store, "binh"))

        with pytest.raises(Refusal, match="code_unknown"):
            await joining.try_code(store, await _at_door(store, now), old, now)


async def test_codes_expire(database: Database, ward: Ward, now: datetime) -> None:
    async with database.transaction() as store:
        code = await joining.issue_code(store, await ward.member(store, "tuan"), now, None)

        with pytest.raises(Refusal, match="code_unknown"):
            later = now + timedelta(days=14)
            await joining.try_code(store, await _at_door(store, now), code, later)


async def test_a_secretary_gives_codes_to_the_own_branch_only(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        with pytest.raises(Refusal, match="not_yours"):
            mai = await ward.member(store, "mai")
            await joining.issue_code(store, mai, now, await ward.person(store, "binh"))


async def test_what_waited_for_somebody_is_sent_on_joining(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await deliveries.leave(store, "notice:1", [ward.id("tuan")], HELLO, now)
        await _joined(store, ward, now)

        assert await deliveries.counts(store, "notice:1") == {"queued": 1}


async def test_leaving_parts_every_phone_from_the_record(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        await _joined(store, ward, now)
        await joining.leave(store, await ward.person(store, "tuan"), now)

        assert (await _at_door(store, now)).member_id is None
        assert (await ward.member(store, "tuan")).name == "Phạm Minh Tuấn"


async def test_help_is_the_own_secretary_then_the_office_above(
    database: Database, ward: Ward, now: datetime
) -> None:
    async with database.transaction() as store:
        hoa = await ward.member(store, "hoa")
        calls = await joining.whom_to_call(store, hoa.unit_id, now)

        assert [one.member.name for one in calls] == ["Lê Văn Bình"]
        top = await joining.whom_to_call(store, ward.top.id, now)
        assert [one.member.name for one in top] == ["Nguyễn Thị Thanh"]
