"""Reads the day and hour people write, `thứ Sáu 19h30` or `mai 7 rưỡi tối`, as one moment.

Pieces that are understood are taken out of the phrase one after another. What is left must hold
no number and no second day: a guess that calls thirty people on the wrong evening is worse than
asking once more.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from rules.refusal import Refusal
from rules.spelling import bare, tidy
from rules.when_words import (
    BARE_HOUR,
    CLOCKS,
    DATES,
    DAY_OF_MONTH,
    IN_DAYS,
    MONTHS,
    NOON,
    PARTS,
    PAST,
    RELATIVE_DAYS,
    SOON,
    UNSURE,
    WEEKDAYS,
    WEEKS,
    days_ahead,
    minutes_ahead,
    spell_out,
)

T = TypeVar("T")

_YEAR_AHEAD = timedelta(days=366)
_HALF_A_YEAR = timedelta(days=183)
_EVENING = time(19, 30)
_LIKELY = (4, 5, 6)  # Friday to Sunday: working members are free


def read_when(text: str, now: datetime) -> datetime:
    """The moment `text` means, in the zone of `now`, always after `now`.

    Refusal `when.unclear`, `when.no_day`, `when.no_hour`, `when.which_half`, `when.impossible`,
    `when.weekday_differs`, `when.past`, `when.day_past`, `when.moment_past` or `when.too_far`.
    """
    phrase = _Phrase(text)
    if soon := phrase.soon():
        phrase.check_nothing_left()
        return (now + soon).replace(second=0, microsecond=0)
    looks_back = phrase.looks_back()
    days = phrase.days(now.date())
    if looks_back:
        raise Refusal("when.past")
    if days and max(days) < now.date():
        raise Refusal("when.day_past", day=max(days))
    clock = phrase.clock()
    if clock is None:
        raise Refusal("when.no_hour" if days else "when.unclear")
    phrase.check_nothing_left()
    if not days:
        raise Refusal("when.no_day")
    moments = [datetime.combine(day, clock, now.tzinfo) for day in days]
    moment = next((moment for moment in moments if moment > now), None)
    if moment is None:
        raise Refusal("when.moment_past", at=max(moments))
    if moment - now > _YEAR_AHEAD:
        raise Refusal("when.too_far")
    return moment


def likely_evenings(now: datetime) -> list[datetime]:
    """The next three evenings meetings are usually held on, from tomorrow, at 19:30."""
    week = (now.date() + timedelta(days=ahead) for ahead in range(1, 8))
    days = [day for day in week if day.weekday() in _LIKELY]
    return [datetime.combine(day, _EVENING, now.tzinfo) for day in days]


def month_start(now: datetime) -> datetime:
    """The first moment of the month of `now`, in the same zone."""
    return datetime.combine(now.date().replace(day=1), time(), now.tzinfo)


class _Phrase:
    """What has not been understood yet of the words somebody wrote."""

    def __init__(self, text: str) -> None:
        # Without its accents "tới", the coming one, would read as "tối", the evening.
        coming = re.sub(r"\btuần tới\b", "tuần sau", tidy(text).casefold())
        self.rest = spell_out(bare(re.sub(r"\btới\b", " ", coming)))

    def soon(self) -> timedelta | None:
        """How long from now, where that is said in hours or minutes."""
        found = self._first(SOON)
        return timedelta(minutes=minutes_ahead(found)) if found else None

    def days(self, today: date) -> list[date]:
        """The dates the phrase may mean, the likeliest first; none if it names no day."""
        week, weekday = self._among(WEEKS), self._among(WEEKDAYS)
        found = self._first(IN_DAYS)
        ahead = days_ahead(found) if found else self._among(RELATIVE_DAYS)
        dates = self._dates(today)
        if ahead is not None:
            named = today + timedelta(days=ahead)
            if dates and named not in dates:
                raise Refusal("when.unclear")
            dates = [named]
        if weekday is None:
            return dates
        if dates:
            return _that_are(weekday, dates)
        return _weekdays(weekday, week, today)

    def clock(self) -> time | None:
        """The time of day, or None if there is none."""
        if self._take(NOON):
            return time(12)
        part = self._among(PARTS)
        patterns = CLOCKS if part is None else (*CLOCKS, BARE_HOUR)
        found = self._first(patterns)
        return None if found is None else _clock(found.groupdict(), part)

    def looks_back(self) -> bool:
        """Whether it speaks of what has been: last month, two days ago."""
        return re.search(PAST, self.rest) is not None

    def check_nothing_left(self) -> None:
        """Refusal `when.unclear` if a number, a day or an "or" was left over."""
        more = "|".join((*WEEKS, *WEEKDAYS, *RELATIVE_DAYS, *PARTS))
        if any(map(self._take, (r"\d", UNSURE, rf"\b(?:{more})(?!\w)"))):
            raise Refusal("when.unclear")

    def _dates(self, today: date) -> list[date]:
        found = self._first(DATES)
        if found:
            month = found["month"]
            number = int(month) if month.isdecimal() else MONTHS[month[:3]]
            return _on_date(int(found["day"]), number, found["year"], today)
        found = self._take(DAY_OF_MONTH)
        return _on_day_of_month(int(found["day"]), today) if found else []

    def _among(self, words: dict[str, T]) -> T | None:
        """The meaning of the first of `words` in the phrase, which is taken out."""
        for word, meaning in words.items():
            if self._take(rf"\b(?:{word})(?!\w)"):
                return meaning
        return None

    def _first(self, patterns: Iterable[str]) -> re.Match[str] | None:
        return next(filter(None, map(self._take, patterns)), None)

    def _take(self, pattern: str) -> re.Match[str] | None:
        found = re.search(pattern, self.rest)
        if found:
            self.rest = f"{self.rest[: found.start()]} , {self.rest[found.end() :]}"
        return found


def _clock(said: dict[str, str | None], part: tuple[int, int] | None) -> time:
    hour, minute, to = (int(said.get(one) or 0) for one in ("hour", "minute", "to"))
    if hour > 23 or max(minute, to) > 59:
        raise Refusal("when.impossible")
    minute = 30 if said.get("half") else minute
    past_midnight = 60 * _hour_of_day(str(said["hour"]), part) + minute - to
    return time(past_midnight // 60 % 24, past_midnight % 60)


def _hour_of_day(said: str, part: tuple[int, int] | None) -> int:
    """The hour on the clock of twenty-four; `3 giờ` alone may be either half of the day."""
    hour = int(said)
    if part is None:
        if 1 <= hour <= 5 and not said.startswith("0"):
            raise Refusal("when.which_half", hour=hour)
        return hour
    if _just_after_midnight(hour, part):
        return 0
    earliest, latest = part
    fitting = [one for one in (hour, hour + 12) if earliest <= one <= latest]
    if not fitting:
        raise Refusal("when.unclear")
    return fitting[0]


def _just_after_midnight(hour: int, part: tuple[int, int]) -> bool:
    """As we say it ourselves: 0 giờ 40 đêm, 12:40 am. Whose midnight 12 giờ đêm is, is asked."""
    return (hour, part) in ((0, PARTS["dem|night"]), (12, PARTS["am"]))


def _weekdays(weekday: int, week: int | None, today: date) -> list[date]:
    """That day of the given week (0 this one, 1 the next), or the next two to come."""
    if week is not None:
        return [today + timedelta(days=weekday - today.weekday() + 7 * week)]
    first = today + timedelta(days=(weekday - today.weekday()) % 7)
    return [first, first + timedelta(days=7)]


def _that_are(weekday: int, dates: Iterable[date]) -> list[date]:
    agreeing = [day for day in dates if day.weekday() == weekday]
    if not agreeing:
        raise Refusal("when.weekday_differs")
    return agreeing


def _on_date(day: int, month: int, year: str | None, today: date) -> list[date]:
    """That date; without a year also next year's, unless it is too far off to be meant."""
    years = [int(year) + (2000 if len(year) == 2 else 0)] if year else [today.year, today.year + 1]
    first, *later = _possible((one, month, day) for one in years)
    return [first, *(one for one in later if one - today <= _HALF_A_YEAR)]


def _on_day_of_month(day: int, today: date) -> list[date]:
    """That day of this month and of the next two."""
    months = (today.year * 12 + today.month - 1 + ahead for ahead in range(3))
    return _possible((month // 12, month % 12 + 1, day) for month in months)


def _possible(numbers: Iterable[tuple[int, int, int]]) -> list[date]:
    """The dates that exist among years, months and days. Refusal `when.impossible` if none does."""
    days = []
    for year, month, day in numbers:
        with suppress(ValueError):
            days.append(date(year, month, day))
    if not days:
        raise Refusal("when.impossible")
    return days
