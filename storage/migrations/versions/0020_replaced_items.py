"""Whether another version stands in an item's place: such a one is never put back beside it."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

# A correction takes the earlier words out in the very moment the new ones come.
REPLACED = """
UPDATE bulletin_items SET replaced = true
WHERE removed_at IS NOT NULL AND removed_at <> added_at AND EXISTS (
    SELECT 1 FROM bulletin_items AS newer
    WHERE newer.bulletin_id = bulletin_items.bulletin_id
      AND newer.added_at = bulletin_items.removed_at AND newer.id > bulletin_items.id
)
"""


def upgrade() -> None:
    """Of what was corrected before, the moment tells it."""
    with op.batch_alter_table("bulletin_items") as items:
        items.add_column(
            sa.Column("replaced", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    op.execute(REPLACED)
