"""Notices: members read and acknowledge them, leaders write them and follow them up.

The front page is the members' (`notices_reading`); the leaders' files add their routes to its
table: `notices_sent` what went out, `notices_writing` the way there.
"""

from handlers import notices_sent, notices_writing
from handlers.notices_reading import routes

__all__ = ["notices_sent", "notices_writing", "routes"]
