"""Remember on which phone an invite's code was given."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Whoever is in the middle of joining gives it once more."""
    op.add_column("invites", sa.Column("given_by", columns.Whole, nullable=True))
