"""Let several files go with a meeting, and remember when its check-in was opened."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Move each meeting's one file into a table of files."""
    op.create_table(
        "meeting_files",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("meeting_id", columns.Whole, nullable=False),
        sa.Column("media_id", columns.Whole, nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_meeting_files_meeting_id")
        ),
        sa.ForeignKeyConstraint(["media_id"], ["media.id"], name=op.f("fk_meeting_files_media_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_files")),
        sa.UniqueConstraint(
            "meeting_id", "media_id", name=op.f("uq_meeting_files_meeting_id_media_id")
        ),
    )
    op.create_index(op.f("ix_meeting_files_meeting_id"), "meeting_files", ["meeting_id"])
    op.create_index(op.f("ix_meeting_files_media_id"), "meeting_files", ["media_id"])
    op.execute(
        "INSERT INTO meeting_files (meeting_id, media_id) "
        "SELECT id, media_id FROM meetings WHERE media_id IS NOT NULL ORDER BY id"
    )
    with op.batch_alter_table("meetings") as meetings:
        meetings.add_column(sa.Column("opened_at", columns.Moment(), nullable=True))
        meetings.drop_index(op.f("ix_meetings_media_id"))
        meetings.drop_constraint(op.f("fk_meetings_media_id"), type_="foreignkey")
        meetings.drop_column("media_id")
