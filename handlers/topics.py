"""Every topic's routes, in the order in which they are guessed."""

from handlers import (
    bulletins,
    calls,
    feedback,
    help,
    home,
    joining,
    keeping,
    mailings,
    meetings,
    members,
    notices,
    polls,
    sharing_unseen,
    units,
)
from handlers.dialog import Routes

TOPICS: tuple[Routes, ...] = (
    home.routes,
    notices.routes,
    meetings.routes,
    polls.routes,
    bulletins.routes,
    members.routes,
    feedback.routes,
    help.routes,
    units.routes,
    joining.routes,
    sharing_unseen.routes,
    mailings.routes,
    calls.routes,
    keeping.routes,
)
