"""The timetable on one screen: what falls due, and what it is worth when late."""

from scheduler.timetable import Job

JOBS: tuple[Job, ...] = ()
