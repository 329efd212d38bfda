"""Remember a file that was sent before it was said what for."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Give conversations a place for what is carried."""
    op.add_column("conversations", sa.Column("carried", columns.Json, nullable=True))
