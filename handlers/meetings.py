"""Meetings: members answer and check in, leaders call, follow, change and end them.

The front page is the members' (`meetings_invited`); the leaders' files add their routes to its
table: `meetings_calling`, `meetings_leading` and what its page leads to, `meetings_changing` and
`attendance`. `meetings_over` is everybody's.
"""

from handlers import meetings_calling, meetings_leading, meetings_over
from handlers.meetings_invited import routes

__all__ = ["meetings_calling", "meetings_leading", "meetings_over", "routes"]
