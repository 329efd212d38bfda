"""Notices: members read and acknowledge them, leaders write them and follow them up.

The front page is the members' (`notices_reading`); what was sent (`notices_sent`) and the way to
send (`notices_writing`) add their routes to its table.
"""

from handlers.notices_writing import routes as routes
