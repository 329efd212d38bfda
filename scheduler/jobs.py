"""The timetable on one screen: what falls due, and how late it is still worth doing."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, time, timedelta

from scheduler.nights import every_night
from scheduler.timetable import Job
from services import (
    bulletins_pushing,
    calls,
    feedback,
    meetings_reminding,
    polls_closing,
    polls_leading,
    polls_opening,
    updates,
)

GOES_OUT = "bulletin goes out"
EVER = None  # once, whenever we wake up
A_DAY, TWO_HOURS = timedelta(days=1), timedelta(hours=2)

JOBS: tuple[Job, ...] = (
    Job("poll opens", polls_opening.open_due, polls_opening.open_scheduled, EVER),
    Job("poll closes", polls_closing.close_due, polls_closing.close_by_clock, EVER),
    Job("poll reminds", polls_leading.reminders_due, polls_leading.remind_before_close, TWO_HOURS),
    Job("two days", meetings_reminding.two_days_due, meetings_reminding.two_days, A_DAY),
    Job("two hours", meetings_reminding.two_hours_due, meetings_reminding.two_hours, TWO_HOURS),
    Job("meeting forgotten", meetings_reminding.forgotten_due, meetings_reminding.forgotten, EVER),
    # Too late a bulletin goes back to its editors, who are told: so it is always looked at.
    Job(GOES_OUT, bulletins_pushing.push_due, bulletins_pushing.push, EVER),
    Job("case reminds", feedback.reminders_due, feedback.remind, A_DAY),
    Job("case overdue", feedback.overdue_due, feedback.climb, EVER),
    Job("case forgotten", feedback.forgotten_due, feedback.close_forgotten, EVER),
    Job("notice calls", calls.notices_due, calls.list_notice, calls.LATE),
    Job("meeting calls", calls.meetings_due, calls.list_meeting, calls.LATE),
    Job("poll calls", calls.polls_due, calls.list_poll, calls.LATE),
    Job("bulletin begins", bulletins_pushing.begin_due, bulletins_pushing.begin, EVER),
    Job("bulletin reminds", bulletins_pushing.remind_due, bulletins_pushing.remind, A_DAY),
    Job("bulletin missed", bulletins_pushing.missed_due, bulletins_pushing.miss, EVER),
)


def every_job(
    back_up: Callable[[datetime], Awaitable[None]],
    record: Callable[[int, datetime], Awaitable[None]],
    prune: Callable[[datetime], Awaitable[None]],
) -> tuple[Job, ...]:
    """The whole timetable; `back_up` copies the books into a file, `record` sees to it that a
    bulletin can be heard before it goes out, `prune` drops sound that nobody needs any more."""
    return (
        *(replace(job, before=record) if job.name == GOES_OUT else job for job in JOBS),
        every_night("backup", time(2, 30), after=back_up),
        every_night("sound forgotten", time(2, 50), after=prune),
        every_night("updates forgotten", time(3, 0), updates.forget_old),
    )
