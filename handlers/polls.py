"""Polls: members vote and see what came out, leaders open polls and lead them.

The front page is the members' (`polls_voting`); leading (`polls_leading`) and opening
(`polls_opening`, `polls_previewing`) add their routes to its table.
"""

from handlers.polls_opening import routes as routes
