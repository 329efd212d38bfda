"""Whom a broadcast is for: a question to the books, so that they are asked for a piece at a time.

An audience is kept as the name of its question and what it is asked with: ("addressed", 5).
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, exists, select

from storage.tables import (
    accounts,
    attendance,
    members,
    offices,
    recipients,
    roll,
    units,
    votes,
)
from storage.units import held

Audience = tuple[Any, ...]
Ids = Select[tuple[int]]

_OWNER = members.alias("owner")
_ACCOUNTS = select(accounts.c.id).join(_OWNER, _OWNER.c.id == accounts.c.member_id)


def people(audience: Audience) -> Subquery:
    """The ids of its members as the one column `id`."""
    name, *given = audience
    chosen = QUESTIONS[name](*given)
    return chosen.with_only_columns(chosen.selected_columns[0].label("id")).subquery()


def among(audience: Audience) -> ColumnElement[bool]:
    """Whether a member is one of them."""
    return members.c.id.in_(select(people(audience).c.id))


def linked(member_id: Any) -> Any:
    """Whether a member on the roster has an account."""
    # Joined to each other: where both were compared with whoever is asked about, PostgreSQL paired
    # every account with every member once its statistics were behind, as after an import.
    of_one = accounts.c.member_id == member_id
    return exists(_ACCOUNTS.where(of_one, _OWNER.c.removed_at.is_(None)))


def _below(path: str, but: int = 0) -> Ids:
    """Everyone on the roster of the unit with that path and of those below it, but one."""
    return (
        select(members.c.id)
        .join(units, units.c.id == members.c.unit_id)
        .where(units.c.path.startswith(path), members.c.removed_at.is_(None), members.c.id != but)
    )


def _some(*ids: int) -> Ids:
    """Those, as long as they are on the roster."""
    return select(members.c.id).where(members.c.id.in_(ids), members.c.removed_at.is_(None))


def _holders(path: str, and_below: bool, roles: Sequence[str], today: date) -> Ids:
    """Who holds one of those offices today in the unit with that path, or in those below it too."""
    there = units.c.path.startswith(path) if and_below else units.c.path == path
    return (
        select(members.c.id)
        .distinct()
        .join(offices, offices.c.member_id == members.c.id)
        .join(units, units.c.id == offices.c.unit_id)
        .where(
            there,
            units.c.removed_at.is_(None),
            members.c.removed_at.is_(None),
            offices.c.role.in_(roles),
            held(today),
        )
    )


def _addressed(notice_id: int) -> Ids:
    """Those a notice is for."""
    return select(recipients.c.member_id).where(recipients.c.notice_id == notice_id)


def _unanswered(notice_id: int) -> Ids:
    """Those of them who have not acknowledged it."""
    return _addressed(notice_id).where(recipients.c.acknowledged_at.is_(None))


def _silent(notice_id: int, but: int) -> Ids:
    """Those of these who are linked, but one."""
    member_id = recipients.c.member_id
    return _unanswered(notice_id).where(member_id != but, linked(member_id))


def _invited(meeting_id: int, but: int = 0) -> Ids:
    """Those invited to a meeting, but one."""
    return (
        select(attendance.c.member_id)
        .join(members, members.c.id == attendance.c.member_id)
        .where(
            attendance.c.meeting_id == meeting_id,
            attendance.c.member_id != but,
            members.c.removed_at.is_(None),
        )
    )


def _expected(meeting_id: int, also_coming: bool, with_phone: bool = False) -> Ids:
    """Those invited who are not there yet and did not answer, or at most that they are coming."""
    answer = attendance.c.answer
    silent = answer.is_(None) | (answer == "yes") if also_coming else answer.is_(None)
    found = _invited(meeting_id).where(silent, attendance.c.arrived_at.is_(None))
    return found.where(linked(attendance.c.member_id)) if with_phone else found


def _voters(poll_id: int, may_vote: bool) -> Ids:
    """Those on a poll's roll who vote, or those who only follow."""
    return select(roll.c.member_id).where(roll.c.poll_id == poll_id, roll.c.may_vote == may_vote)


def _roll(poll_id: int) -> Ids:
    """Everyone on a poll's roll."""
    return select(roll.c.member_id).where(roll.c.poll_id == poll_id)


def _undecided(poll_id: int, but: int = 0) -> Ids:
    """Those who vote and have not, but one."""
    cast = exists().where(votes.c.poll_id == roll.c.poll_id, votes.c.member_id == roll.c.member_id)
    return _voters(poll_id, True).where(~cast, roll.c.member_id != but)


QUESTIONS: dict[str, Callable[..., Ids]] = {
    "below": _below,
    "some": _some,
    "holders": _holders,
    "addressed": _addressed,
    "unanswered": _unanswered,
    "silent": _silent,
    "invited": _invited,
    "expected": _expected,
    "voters": _voters,
    "roll": _roll,
    "undecided": _undecided,
}
