"""Which bulletins anybody may hear, and which lie in the loudspeaker's folder."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """None of those that were sent is public."""
    op.add_column("bulletins", sa.Column("public_at", columns.Moment(), nullable=True))
    op.add_column("bulletins", sa.Column("public_by", columns.Whole, nullable=True))
    op.add_column("bulletins", sa.Column("public_changed_at", columns.Moment(), nullable=True))
    op.add_column("bulletins", sa.Column("loudspeaker_at", columns.Moment(), nullable=True))
