"""Remember that the books came back from a backup, and when they may speak again."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table of restorations."""
    op.create_table(
        "restorations",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("copied_at", columns.Moment(), nullable=False),
        sa.Column("restored_at", columns.Moment(), nullable=False),
        sa.Column("released_at", columns.Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restorations")),
    )
