"""Say until when a message is of use."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Most are of use for ever."""
    op.add_column("mailings", sa.Column("useful_until", columns.Moment(), nullable=True))
