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
    sharing,
    units,
)
from handlers import sharing_unseen as sharing_unseen  # more of what belongs to `sharing`
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
    sharing.routes,
    mailings.routes,
    calls.routes,
    keeping.routes,
)
