"""Where a word stood when it was given a reading, and how it was read before."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Of earlier readings neither is known."""
    op.add_column("readings", sa.Column("context", sa.Text(), nullable=True))
    op.add_column("readings", sa.Column("earlier", sa.Text(), nullable=True))
