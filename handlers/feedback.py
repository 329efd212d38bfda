"""Feedback: members speak up (`feedback_speaking`), leaders answer (`feedback_leading`).

The front page is the members'; the leaders' deeds add their routes to its table.
"""

from handlers.feedback_leading import routes as routes
