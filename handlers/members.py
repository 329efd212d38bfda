"""Members: the own record (`members_record`), its corrections (`members_correcting`), and for
leaders the people of their unit (`members_leading`).

The front page is the own record; the others add their routes to its table.
"""

from handlers.members_leading import routes as routes
