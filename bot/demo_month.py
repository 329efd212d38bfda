"""The demo's ward in the middle of a month: everything waiting that a month can hold."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path

from files.spreadsheets import read_grid
from rules.members import Person
from rules.notices import seal
from rules.polls import evening as poll_evening
from rules.roster import read_roster
from rules.when import likely_evenings
from services import (
    bulletins,
    bulletins_desk,
    bulletins_pushing,
    joining,
    meetings_calling,
    notices_writing,
    polls_opening,
    polls_writing,
    roster,
    roster_writing,
)
from storage import members
from storage.store import Store

Codes = Mapping[str, str]
SAMPLES = Path(__file__).parent.parent / "samples"
SECRETARY, STAFF = "Lê Văn Bình", "Nguyễn Thị Thanh"
NOTICE = (
    "Bảy giờ sáng thứ Bảy này, chi bộ ta dọn vệ sinh quanh nhà văn hóa. "
    "Bác nào khỏe thì ra giúp một tay, bác nào mệt cứ nghỉ."
)
QUESTION = "Đồng ý góp mỗi nhà một cây hoa trồng dọc đường Bến Nước?"


async def begin_month(store: Store, names: Sequence[str], now: datetime) -> Codes:
    """Found the ward and begin its month; the codes of the letters of those named."""
    await _import(store, now)
    people = {one.name: one for one in await members.everyone(store)}
    codes = {name: await joining.issue_code(store, people[name], now, None) for name in names}
    today = store.org.today(now)
    secretary = await members.person(store, people[SECRETARY].id, today)
    staff = await members.person(store, people[STAFF].id, today)
    assert secretary is not None
    assert staff is not None
    await _bulletins(store, staff, now)
    await _meeting(store, secretary, now)
    await _poll(store, secretary, now)
    await _notice(store, secretary, now)  # the newest on every phone: what is tried first
    return codes


async def _import(store: Store, now: datetime) -> None:
    name = "phuong-sen-hong.csv"
    today = store.org.today(now)
    read = read_roster(read_grid(SAMPLES / name).rows, today)
    plan = await roster.plan(store, read, today)
    await roster_writing.apply(store, plan, plan.top, now)


async def _notice(store: Store, secretary: Person, now: datetime) -> None:
    draft = await notices_writing.write(store, secretary, NOTICE, None, now)
    await notices_writing.aim(store, secretary, draft.id, "all")
    draft = await notices_writing.own(store, secretary, draft.id)
    circle = await notices_writing.circle(store, draft, "all", now)
    await notices_writing.confirm(store, secretary, draft.id, seal(draft, circle.mark, now), now)


async def _meeting(store: Store, secretary: Person, now: datetime) -> None:
    unit = secretary.own_unit.unit_id
    draft = await meetings_calling.begin(store, secretary, unit, now)
    # After the next bulletin, which says when branches meet; titled by the month it is held in.
    evening = likely_evenings(store.org.local(now))[0] + timedelta(days=14)
    called = evening - timedelta(days=7)
    await meetings_calling.set_kind(store, secretary, draft.id, "monthly", called)
    await meetings_calling.set_time(store, secretary, draft.id, evening, now)
    await meetings_calling.set_place(store, secretary, draft.id, "Nhà văn hóa tổ dân phố 1")
    agenda = "Góp ý báo cáo tổng kết năm."
    await meetings_calling.set_agenda(store, secretary, draft.id, agenda)
    await meetings_calling.call(store, secretary, draft.id, now)


async def _poll(store: Store, secretary: Person, now: datetime) -> None:
    draft = await polls_writing.take_question(store, secretary, QUESTION, now)
    await polls_writing.take_options(store, secretary, draft.id, None)
    await polls_writing.take_threshold(store, secretary, draft.id, "more_than_half")
    await polls_writing.take_base(store, secretary, draft.id, "roll")
    await polls_opening.ask(store, secretary, draft.id, "full", now)
    closes_at = poll_evening(3, now, store.org)
    await polls_writing.take_close(store, secretary, draft.id, closes_at, now)
    await polls_opening.open_now(store, secretary, draft.id, now)


async def _bulletins(store: Store, staff: Person, now: datetime) -> None:
    """Last month's as it was sent, this month's waiting to be approved."""
    sent = store.org.at(store.org.today(now).replace(day=store.org.bulletin_day), time(8))
    written = sent - timedelta(days=2)
    added = await bulletins.add_text(store, staff, _directive("thang-11"), "", written)
    desk = await bulletins_desk.on_desk(store, staff, added.bulletin.id, written)
    await bulletins.hear(store, staff, added.bulletin.id, desk.mark, written)
    await bulletins.approve(store, staff, added.bulletin.id, desk.mark, written)
    await bulletins_pushing.push(store, added.bulletin.id, sent)
    await bulletins.add_text(store, staff, _directive("thang-12"), "thang-12.txt", now)


def _directive(name: str) -> str:
    return (SAMPLES / f"sen-hong-{name}.txt").read_text(encoding="utf-8")
