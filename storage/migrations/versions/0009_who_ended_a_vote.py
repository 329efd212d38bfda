"""Who ended a vote before its hour."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """The audit has always known who it was."""
    op.add_column("polls", sa.Column("closed_by", columns.Whole, nullable=True))
    op.execute(
        "UPDATE polls SET closed_by = (SELECT MIN(audit.actor_id) FROM audit "
        "WHERE audit.subject = 'poll' AND audit.subject_id = polls.id AND audit.action = 'closed')"
    )
