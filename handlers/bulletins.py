"""Bulletins: members listen to them and read them, leaders prepare and approve them.

The front page is the members' (`bulletins_listening`); the leaders' files add their routes to its
table: `bulletins_editing` with the items (`bulletins_items`) and the directives they come from
(`bulletins_writing`), and `bulletins_public` for what everybody may hear.
"""

from handlers import bulletins_public as _public  # noqa: F401 - its routes stand in the same table
from handlers.bulletins_editing import routes as routes
