"""The first tables."""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "conversations",
        sa.Column("account_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("shown_ref", sa.String(length=64), nullable=True),
        sa.Column("shown_text", sa.Text(), nullable=True),
        sa.Column("place", columns.Json, nullable=True),
        sa.Column("asks", columns.Json, nullable=True),
        sa.Column("choices", columns.Json, nullable=True),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("shown_at", columns.Moment(), nullable=True),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_conversations")),
    )
    op.create_table(
        "listens",
        sa.Column("bulletin_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("member_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("heard_at", columns.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("bulletin_id", "member_id", name=op.f("pk_listens")),
    )
    op.create_table(
        "media",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("mime", sa.String(length=64), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("remote", columns.Json, nullable=False),
        sa.Column("created_at", columns.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_media_fingerprint")),
    )
    op.create_table(
        "recipients",
        sa.Column("notice_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("member_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("acknowledged_at", columns.Moment(), nullable=True),
        sa.PrimaryKeyConstraint("notice_id", "member_id", name=op.f("pk_recipients")),
    )
    with op.batch_alter_table("recipients", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recipients_member_id"), ["member_id"], unique=False)

    op.create_table(
        "roll",
        sa.Column("poll_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("member_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("poll_id", "member_id", name=op.f("pk_roll")),
    )
    with op.batch_alter_table("roll", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_roll_member_id"), ["member_id"], unique=False)

    op.create_table(
        "seen_updates",
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("at", columns.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_seen_updates")),
    )
    op.create_table(
        "slots",
        sa.Column("job", sa.String(length=100), nullable=False),
        sa.Column("due_at", columns.Moment(), nullable=False),
        sa.Column("claimed_at", columns.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("job", "due_at", name=op.f("pk_slots")),
    )
    op.create_table(
        "units",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("parent_id", columns.Whole, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("path", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["units.id"], name=op.f("fk_units_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
    )
    with op.batch_alter_table("units", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_units_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_units_path"), ["path"], unique=False)

    op.create_table(
        "votes",
        sa.Column("poll_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("member_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("choice", sa.Integer(), nullable=False),
        sa.Column("cast_at", columns.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("poll_id", "member_id", name=op.f("pk_votes")),
    )
    op.create_table(
        "attendance",
        sa.Column("meeting_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("member_id", columns.Whole, autoincrement=False, nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.String(length=64), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("media_id", columns.Whole, nullable=True),
        sa.Column("answered_at", columns.Moment(), nullable=True),
        sa.Column("arrived_at", columns.Moment(), nullable=True),
        sa.Column("left_at", columns.Moment(), nullable=True),
        sa.Column("marked_by", sa.String(length=64), nullable=True),
        sa.Column("code_tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["media_id"], ["media.id"], name=op.f("fk_attendance_media_id")),
        sa.PrimaryKeyConstraint("meeting_id", "member_id", name=op.f("pk_attendance")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_media_id"), ["media_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendance_member_id"), ["member_id"], unique=False)

    op.create_table(
        "members",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("unit_id", columns.Whole, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sex", sa.String(length=64), nullable=True),
        sa.Column("born", sa.Date(), nullable=True),
        sa.Column("born_text", sa.Text(), nullable=True),
        sa.Column("born_year", sa.Integer(), nullable=True),
        sa.Column("card", sa.String(length=64), nullable=True),
        sa.Column("phone", sa.String(length=32), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=True),
        sa.Column("joined_text", sa.Text(), nullable=True),
        sa.Column("official_on", sa.Date(), nullable=True),
        sa.Column("official_text", sa.Text(), nullable=True),
        sa.Column("speed", sa.String(length=64), nullable=True),
        sa.Column("removed_at", columns.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_members_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_members")),
    )
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_members_card"), ["card"], unique=False)
        batch_op.create_index(batch_op.f("ix_members_phone"), ["phone"], unique=False)
        batch_op.create_index(batch_op.f("ix_members_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "accounts",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("messenger", sa.String(length=64), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("member_id", columns.Whole, nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("linked_at", columns.Moment(), nullable=True),
        sa.Column("last_seen_at", columns.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_accounts_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("messenger", "address", name=op.f("uq_accounts_messenger_address")),
    )
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_accounts_member_id"), ["member_id"], unique=False)

    op.create_table(
        "audit",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("at", columns.Moment(), nullable=False),
        sa.Column("actor_id", columns.Whole, nullable=True),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("subject_id", columns.Whole, nullable=True),
        sa.Column("member_id", columns.Whole, nullable=True),
        sa.Column("detail", columns.Json, nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["members.id"], name=op.f("fk_audit_actor_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_audit_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_actor_id"), ["actor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_member_id"), ["member_id"], unique=False)

    op.create_table(
        "bulletins",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("unit_id", columns.Whole, nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("due_at", columns.Moment(), nullable=False),
        sa.Column("told_at", columns.Moment(), nullable=True),
        sa.Column("approved_by", columns.Whole, nullable=True),
        sa.Column("approved_hash", sa.String(length=64), nullable=True),
        sa.Column("plan", columns.Json, nullable=True),
        sa.Column("approved_at", columns.Moment(), nullable=True),
        sa.Column("sent_at", columns.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["approved_by"], ["members.id"], name=op.f("fk_bulletins_approved_by")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_bulletins_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulletins")),
        sa.UniqueConstraint("unit_id", "month", name=op.f("uq_bulletins_unit_id_month")),
    )
    with op.batch_alter_table("bulletins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bulletins_approved_by"), ["approved_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_bulletins_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "cases",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("top_id", columns.Whole, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("member_id", columns.Whole, nullable=False),
        sa.Column("unit_id", columns.Whole, nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("opened_at", columns.Moment(), nullable=False),
        sa.Column("due_at", columns.Moment(), nullable=False),
        sa.Column("answered_at", columns.Moment(), nullable=True),
        sa.Column("entered_by", columns.Whole, nullable=True),
        sa.Column("helped", sa.Boolean(), nullable=True),
        sa.Column("climbs", sa.Integer(), nullable=False),
        sa.Column("closed_at", columns.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["entered_by"], ["members.id"], name=op.f("fk_cases_entered_by")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_cases_member_id")),
        sa.ForeignKeyConstraint(["top_id"], ["units.id"], name=op.f("fk_cases_top_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_cases_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sa.UniqueConstraint("top_id", "year", "number", name=op.f("uq_cases_top_id_year_number")),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cases_entered_by"), ["entered_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_member_id"), ["member_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_top_id"), ["top_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "corrections",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("member_id", columns.Whole, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("decided_by", columns.Whole, nullable=True),
        sa.Column("proposed_at", columns.Moment(), nullable=False),
        sa.Column("decided_at", columns.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["members.id"], name=op.f("fk_corrections_decided_by")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_corrections_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
    )
    with op.batch_alter_table("corrections", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_corrections_decided_by"), ["decided_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_corrections_member_id"), ["member_id"], unique=False)

    op.create_table(
        "meetings",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("unit_id", columns.Whole, nullable=False),
        sa.Column("author_id", columns.Whole, nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=True),
        sa.Column("month", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("starts_at", columns.Moment(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=True),
        sa.Column("media_id", columns.Whole, nullable=True),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("secret", sa.String(length=64), nullable=False),
        sa.Column("new_starts_at", columns.Moment(), nullable=True),
        sa.Column("new_place", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("created_at", columns.Moment(), nullable=False),
        sa.Column("told_at", columns.Moment(), nullable=True),
        sa.Column("ended_at", columns.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["members.id"], name=op.f("fk_meetings_author_id")),
        sa.ForeignKeyConstraint(["media_id"], ["media.id"], name=op.f("fk_meetings_media_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_meetings_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
    )
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meetings_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meetings_media_id"), ["media_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meetings_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "notices",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("unit_id", columns.Whole, nullable=False),
        sa.Column("author_id", columns.Whole, nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("media_id", columns.Whole, nullable=True),
        sa.Column("audience", sa.String(length=64), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("created_at", columns.Moment(), nullable=False),
        sa.Column("send_at", columns.Moment(), nullable=True),
        sa.Column("confirmed_at", columns.Moment(), nullable=True),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("reminded_at", columns.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["members.id"], name=op.f("fk_notices_author_id")),
        sa.ForeignKeyConstraint(["media_id"], ["media.id"], name=op.f("fk_notices_media_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_notices_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.UniqueConstraint(
            "unit_id", "year", "number", name=op.f("uq_notices_unit_id_year_number")
        ),
    )
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notices_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_notices_media_id"), ["media_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_notices_unit_id"), ["unit_id"], unique=False)
        batch_op.create_index(
            "uq_notices_draft",
            ["author_id"],
            unique=True,
            sqlite_where=sa.text("state = 'draft'"),
            postgresql_where=sa.text("state = 'draft'"),
        )

    op.create_table(
        "offices",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("member_id", columns.Whole, nullable=False),
        sa.Column("unit_id", columns.Whole, nullable=False),
        sa.Column("role", sa.String(length=64), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_offices_member_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_offices_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offices")),
    )
    with op.batch_alter_table("offices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_offices_member_id"), ["member_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_offices_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "polls",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("unit_id", columns.Whole, nullable=False),
        sa.Column("author_id", columns.Whole, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("options", columns.Json, nullable=False),
        sa.Column("threshold", sa.String(length=64), nullable=False),
        sa.Column("base", sa.String(length=64), nullable=False),
        sa.Column("deciding", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("created_at", columns.Moment(), nullable=False),
        sa.Column("opens_at", columns.Moment(), nullable=True),
        sa.Column("closes_at", columns.Moment(), nullable=True),
        sa.Column("closed_at", columns.Moment(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("result", columns.Json, nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["members.id"], name=op.f("fk_polls_author_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_polls_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_polls")),
    )
    with op.batch_alter_table("polls", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_polls_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_polls_unit_id"), ["unit_id"], unique=False)
        batch_op.create_index(
            "uq_polls_draft",
            ["author_id"],
            unique=True,
            sqlite_where=sa.text("state = 'draft'"),
            postgresql_where=sa.text("state = 'draft'"),
        )

    op.create_table(
        "readings",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("unit_id", columns.Whole, nullable=False),
        sa.Column("token", sa.String(length=100), nullable=False),
        sa.Column("spoken", sa.Text(), nullable=False),
        sa.Column("added_by", columns.Whole, nullable=True),
        sa.ForeignKeyConstraint(["added_by"], ["members.id"], name=op.f("fk_readings_added_by")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_readings_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
        sa.UniqueConstraint("unit_id", "token", name=op.f("uq_readings_unit_id_token")),
    )
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_readings_added_by"), ["added_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_readings_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "record_entries",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("member_id", columns.Whole, nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("dated", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("added_at", columns.Moment(), nullable=False),
        sa.Column("removed_at", columns.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_record_entries_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_entries")),
    )
    with op.batch_alter_table("record_entries", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_record_entries_member_id"), ["member_id"], unique=False
        )

    op.create_table(
        "bulletin_items",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("bulletin_id", columns.Whole, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("added_by", columns.Whole, nullable=True),
        sa.Column("added_at", columns.Moment(), nullable=False),
        sa.Column("removed_at", columns.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["added_by"], ["members.id"], name=op.f("fk_bulletin_items_added_by")
        ),
        sa.ForeignKeyConstraint(
            ["bulletin_id"], ["bulletins.id"], name=op.f("fk_bulletin_items_bulletin_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulletin_items")),
    )
    with op.batch_alter_table("bulletin_items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bulletin_items_added_by"), ["added_by"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_bulletin_items_bulletin_id"), ["bulletin_id"], unique=False
        )

    op.create_table(
        "case_messages",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("case_id", columns.Whole, nullable=False),
        sa.Column("author_id", columns.Whole, nullable=False),
        sa.Column("from_member", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("media_id", columns.Whole, nullable=True),
        sa.Column("at", columns.Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["members.id"], name=op.f("fk_case_messages_author_id")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_messages_case_id")),
        sa.ForeignKeyConstraint(["media_id"], ["media.id"], name=op.f("fk_case_messages_media_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_messages")),
    )
    with op.batch_alter_table("case_messages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_messages_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_messages_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_messages_media_id"), ["media_id"], unique=False)

    op.create_table(
        "consents",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("member_id", columns.Whole, nullable=False),
        sa.Column("account_id", columns.Whole, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("given_at", columns.Moment(), nullable=False),
        sa.Column("withdrawn_at", columns.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_consents_account_id")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_consents_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consents_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_consents_member_id"), ["member_id"], unique=False)

    op.create_table(
        "deliveries",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("cause", sa.String(length=64), nullable=False),
        sa.Column("member_id", columns.Whole, nullable=False),
        sa.Column("account_id", columns.Whole, nullable=True),
        sa.Column("message", columns.Json, nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", columns.Moment(), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=True),
        sa.Column("lease_until", columns.Moment(), nullable=True),
        sa.Column("message_ref", sa.String(length=64), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("created_at", columns.Moment(), nullable=False),
        sa.Column("sent_at", columns.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_deliveries_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_deliveries_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("cause", "member_id", name=op.f("uq_deliveries_cause_member_id")),
    )
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deliveries_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_deliveries_member_id"), ["member_id"], unique=False)
        batch_op.create_index("ix_deliveries_message", ["account_id", "message_ref"], unique=False)
        batch_op.create_index(
            "ix_deliveries_waiting",
            ["lane", "not_before", "id"],
            unique=False,
            sqlite_where=sa.text("state = 'queued'"),
            postgresql_where=sa.text("state = 'queued'"),
        )

    op.create_table(
        "invites",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("member_id", columns.Whole, nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", columns.Moment(), nullable=False),
        sa.Column("expires_at", columns.Moment(), nullable=False),
        sa.Column("verified_by", columns.Whole, nullable=True),
        sa.Column("used_at", columns.Moment(), nullable=True),
        sa.Column("voided_at", columns.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_invites_member_id")),
        sa.ForeignKeyConstraint(
            ["verified_by"], ["accounts.id"], name=op.f("fk_invites_verified_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invites")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_invites_code_hash")),
    )
    with op.batch_alter_table("invites", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invites_member_id"), ["member_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_invites_verified_by"), ["verified_by"], unique=False)

    op.create_table(
        "tries",
        sa.Column("id", columns.Whole, autoincrement=True, nullable=False),
        sa.Column("account_id", columns.Whole, nullable=False),
        sa.Column("at", columns.Moment(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_tries_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tries")),
    )
    with op.batch_alter_table("tries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tries_account_id"), ["account_id"], unique=False)
