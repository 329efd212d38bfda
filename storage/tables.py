"""Every table. What each row means for the organisation is told in `rules`."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import SchemaItem

from storage.columns import Json, Moment, Whole, key, moment, refers

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)


def _table(name: str, *parts: SchemaItem) -> Table:
    return Table(name, metadata, *parts)


def _words(name: str, *, optional: bool = False) -> Column[str]:
    return Column(name, Text, nullable=optional)


def _code(name: str, *, optional: bool = False) -> Column[str]:
    return Column(name, String(64), nullable=optional)


# --- the organisation and its people ---------------------------------------------------------

units = _table(
    "units",
    key(),
    refers("parent_id", "units", optional=True),
    _words("name"),
    Column("path", String(200), nullable=False, index=True),  # "1/4/": a subtree is a prefix
    moment("removed_at"),
)

members = _table(
    "members",
    key(),
    refers("unit_id", "units"),
    _words("name"),
    _code("sex", optional=True),
    Column("born", Date),
    _words("born_text", optional=True),
    Column("born_year", Integer),
    Column("card", Text, index=True),
    Column("phone", Text, index=True),
    _words("address", optional=True),
    _words("native_place", optional=True),
    _code("status"),
    Column("joined_on", Date),
    _words("joined_text", optional=True),
    Column("official_on", Date),
    _words("official_text", optional=True),
    _code("speed", optional=True),  # how fast she likes to be read to
    _words("source", optional=True),  # whose list these particulars come from
    Column("listed_on", Date),  # and when it was received
    moment("removed_at"),
)

offices = _table(
    "offices",
    key(),
    refers("member_id", "members"),
    refers("unit_id", "units"),
    _code("role"),
    Column("since", Date),
    Column("until", Date),
)

record_entries = _table(
    "record_entries",
    key(),
    refers("member_id", "members"),
    _code("kind"),
    _words("text"),
    _words("dated", optional=True),
    _words("source"),  # who says so: the unit whose list it is, or a person
    Column("listed_on", Date),  # when the list was received, if it comes from one
    moment("added_at", optional=False),
    moment("removed_at"),
)

corrections = _table(
    "corrections",
    key(),
    refers("member_id", "members"),
    _words("text"),
    _code("state"),
    _words("reason", optional=True),
    refers("decided_by", "members", optional=True),
    moment("proposed_at", optional=False),
    moment("decided_at"),
)

audit = _table(
    "audit",
    key(),
    moment("at", optional=False),
    refers("actor_id", "members", optional=True),
    _code("action"),
    _code("subject"),
    Column("subject_id", Whole),
    refers("member_id", "members", optional=True),  # whose things were touched or looked at
    Column("detail", Json),
)

# --- doors and who stands at them ------------------------------------------------------------

accounts = _table(
    "accounts",
    key(),
    _code("messenger"),
    _code("address"),
    Column("seat", Integer, nullable=False),  # from 1 on: of one of several who share a phone
    refers("member_id", "members", optional=True),
    Column("language", String(8), nullable=False),
    Column("reachable", Boolean, nullable=False),
    moment("linked_at"),
    moment("last_seen_at"),
    Column("shared", Boolean, nullable=False),  # whoever comes to it has to be asked who it is
    Column("using_id", Whole),  # the account of who was there last
    moment("using_until"),
    UniqueConstraint("messenger", "address", "seat"),
)

pins = _table(
    "pins",  # the four digits of those who share a phone
    Column("account_id", Whole, primary_key=True, autoincrement=False),
    _code("salt"),
    _code("digest"),
    moment("chosen_at", optional=False),
)

pin_tries = _table(
    "pin_tries",  # wrong digits since the right ones
    key(),
    Column("account_id", Whole, nullable=False, index=True),
    moment("at", optional=False),
)

invites = _table(
    "invites",
    key(),
    refers("member_id", "members"),
    Column("code_hash", String(64), nullable=False, unique=True),
    moment("created_at", optional=False),
    moment("expires_at", optional=False),
    refers("verified_by", "accounts", optional=True),  # who gave the code and the year of birth
    moment("used_at"),
    moment("voided_at"),
    Column("given_by", Whole),  # the account that gave the code last
)

tries = _table(
    "tries",
    key(),
    refers("account_id", "accounts"),
    moment("at", optional=False),
)

consents = _table(
    "consents",
    key(),
    refers("member_id", "members"),
    refers("account_id", "accounts"),
    Column("version", Integer, nullable=False),
    Column("language", String(8), nullable=False),
    moment("given_at", optional=False),
    moment("withdrawn_at"),
)

conversations = _table(
    "conversations",
    Column("account_id", Whole, primary_key=True, autoincrement=False),
    _code("shown_ref", optional=True),  # the messenger's id of the screen shown last
    _words("shown_text", optional=True),
    Column("place", Json),  # the route that made it: [name, *arguments]
    Column("back", Json),  # the route that Back takes from there
    Column("asks", Json),  # the route that takes the next typed words
    Column("choices", Json),  # [[label, route], ...] as numbered on that screen
    Column("carried", Json),  # a file, or the beginning of a text, that what comes next belongs to
    Column("misses", Integer, nullable=False),  # texts in a row nobody understood
    moment("shown_at"),
)

seen_updates = _table(
    "seen_updates",
    Column("key", String(100), primary_key=True),
    _code("state"),
    Column("failures", Integer, nullable=False),
    moment("at", optional=False),
)

# --- what the branch does --------------------------------------------------------------------

notices = _table(
    "notices",
    key(),
    refers("unit_id", "units"),
    refers("author_id", "members"),
    Column("number", Integer),  # given at confirmation, per unit and year
    Column("year", Integer),
    _words("text"),
    refers("media_id", "media", optional=True),
    _code("audience", optional=True),  # empty until that step of a draft
    Column("urgent", Boolean, nullable=False),
    _code("state"),
    moment("created_at", optional=False),
    moment("send_at"),  # what was chosen for a draft; when it leaves once it is confirmed
    moment("confirmed_at"),
    Column("reminders", Integer, nullable=False),
    moment("reminded_at"),
    UniqueConstraint("unit_id", "year", "number"),
)
Index(
    "uq_notices_draft",  # one draft per author, whatever the phone
    notices.c.author_id,
    unique=True,
    sqlite_where=text("state = 'draft'"),
    postgresql_where=text("state = 'draft'"),
)

recipients = _table(
    "recipients",
    Column("notice_id", Whole, primary_key=True, autoincrement=False),
    Column("member_id", Whole, primary_key=True, autoincrement=False, index=True),
    moment("acknowledged_at"),
)

meetings = _table(
    "meetings",
    key(),
    refers("unit_id", "units"),
    refers("author_id", "members"),
    _code("kind", optional=True),  # how it is titled; empty until the first step of a draft
    Column("month", Integer),
    _words("title"),
    moment("starts_at"),
    _words("place"),
    _words("agenda", optional=True),  # empty until that step of a draft, "" when passed over
    _code("state"),
    Column("sequence", Integer, nullable=False),  # grows with every change, for calendars
    _code("secret"),  # the check-in codes are made from it
    moment("new_starts_at"),  # a move that is prepared and not yet told
    _words("new_place", optional=True),
    _words("reason", optional=True),
    moment("created_at", optional=False),
    moment("told_at"),  # when the invited last heard where and when
    moment("opened_at"),  # when the code was first shown
    moment("ended_at"),
)

meeting_files = _table(
    "meeting_files",  # what goes with an invitation, in the order it was sent
    key(),
    refers("meeting_id", "meetings"),
    refers("media_id", "media"),
    UniqueConstraint("meeting_id", "media_id"),
)

attendance = _table(
    "attendance",
    Column("meeting_id", Whole, primary_key=True, autoincrement=False),
    Column("member_id", Whole, primary_key=True, autoincrement=False, index=True),
    _code("status"),  # the member's status when the meeting was called: decides who counts
    _code("answer", optional=True),
    _words("reason", optional=True),
    refers("media_id", "media", optional=True),  # a reason that was spoken or photographed
    moment("answered_at"),
    moment("arrived_at"),
    moment("left_at"),
    _code("marked_by", optional=True),  # "code" or "hand"
    Column("code_tries", Integer, nullable=False),  # wrong codes in a row
)

polls = _table(
    "polls",
    key(),
    refers("unit_id", "units"),
    refers("author_id", "members"),
    _words("question"),
    Column("options", Json, nullable=False),
    _code("threshold"),  # empty, like the base, until that step of a draft
    _code("base"),
    Column("deciding", Integer, nullable=False),  # the option the threshold is asked of
    _code("voters"),  # who is asked; empty until that step of a draft
    _code("state"),
    moment("created_at", optional=False),
    moment("opens_at"),
    moment("closes_at"),
    moment("closed_at"),
    Column("closed_by", Whole),  # who ended it before its hour; empty when the clock closed it
    _words("reason", optional=True),  # of a cancellation, also while it waits to be confirmed
    Column("result", Json),
)
Index(
    "uq_polls_draft",  # one draft per author, whatever the phone
    polls.c.author_id,
    unique=True,
    sqlite_where=text("state = 'draft'"),
    postgresql_where=text("state = 'draft'"),
)

roll = _table(
    "roll",
    Column("poll_id", Whole, primary_key=True, autoincrement=False),
    Column("member_id", Whole, primary_key=True, autoincrement=False, index=True),
    _code("status"),  # the member's status when the poll opened: decides who counts
    Column("may_vote", Boolean, nullable=False),  # or only follows
)

votes = _table(
    "votes",
    Column("poll_id", Whole, primary_key=True, autoincrement=False),
    Column("member_id", Whole, primary_key=True, autoincrement=False),
    Column("choice", Integer, nullable=False),
    _words("comment", optional=True),  # which other view it is; gone when the vote changes
    moment("cast_at", optional=False),
)

cases = _table(
    "cases",
    key(),
    refers("top_id", "units"),  # numbered for the whole organisation
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    refers("member_id", "members"),
    refers("unit_id", "units"),  # who has to answer; climbs when overdue
    _code("state"),
    moment("opened_at", optional=False),
    moment("due_at", optional=False),
    moment("answered_at"),
    refers("entered_by", "members", optional=True),
    Column("helped", Boolean),
    Column("climbs", Integer, nullable=False),
    moment("closed_at"),
    UniqueConstraint("top_id", "year", "number"),
)

case_messages = _table(
    "case_messages",
    key(),
    refers("case_id", "cases"),
    refers("author_id", "members"),
    Column("from_member", Boolean, nullable=False),
    _words("text"),
    refers("media_id", "media", optional=True),
    moment("at", optional=False),
)

bulletins = _table(
    "bulletins",
    key(),
    refers("unit_id", "units"),
    Column("month", Date, nullable=False),
    _code("state"),
    moment("due_at", optional=False),
    moment("told_at"),  # when the editors were last told that it awaits approval
    refers("approved_by", "members", optional=True),
    Column("approved_hash", String(64)),
    Column("plan", Json),  # all it says, frozen at approval: what is sent is what was approved
    moment("approved_at"),
    Column("sound", String(64)),  # of the very recording that was heard before it was approved
    refers("media_id", "media", optional=True),
    moment("sent_at"),
    moment("public_at"),  # since when everybody may hear it; empty: the members alone
    Column("public_by", Whole),
    moment("public_changed_at"),  # when it was opened to everybody or closed last
    moment("loudspeaker_at"),  # when it came to the loudspeaker's folder
    UniqueConstraint("unit_id", "month"),
)

bulletin_items = _table(
    "bulletin_items",
    key(),
    refers("bulletin_id", "bulletins"),
    Column("position", Integer, nullable=False),
    _words("title"),
    _words("text"),
    _words("source"),
    refers("added_by", "members", optional=True),
    moment("added_at", optional=False),
    moment("removed_at"),
    Column("replaced", Boolean, nullable=False),  # by another version, which stands in its place
    Column("stays_inside", Boolean, nullable=False),
    Column("left_out", Json),  # of its paper, on the paper's first item
    refers("media_id", "media", optional=True),  # a person's own recording of it
    refers("recorded_by", "members", optional=True),
)

readings = _table(
    "readings",
    key(),
    refers("unit_id", "units"),
    Column("token", String(100), nullable=False),
    _words("spoken"),
    refers("added_by", "members", optional=True),
    _words("context", optional=True),
    _words("earlier", optional=True),
    UniqueConstraint("unit_id", "token"),
)

listens = _table(
    "listens",
    Column("bulletin_id", Whole, primary_key=True, autoincrement=False),
    Column("member_id", Whole, primary_key=True, autoincrement=False),
    moment("heard_at", optional=False),
)

rehearsals = _table(
    "rehearsals",  # who may approve has heard or read the whole of what had this fingerprint
    Column("bulletin_id", Whole, primary_key=True, autoincrement=False),
    Column("member_id", Whole, primary_key=True, autoincrement=False),
    Column("fingerprint", String(64), nullable=False),
    Column("sound", String(64)),  # the file's own, when it was there to be heard
    Column("parts", Text),  # the prints of its parts, one a word
    moment("heard_at", optional=False),
)

# --- what is sent, kept and due --------------------------------------------------------------

media = _table(
    "media",
    key(),
    Column("fingerprint", String(64), nullable=False, unique=True),
    _code("kind"),
    _words("path", optional=True),
    _words("name", optional=True),
    _code("mime", optional=True),
    Column("size", Integer),
    Column("seconds", Integer),
    Column("remote", Json, nullable=False),  # the file's id at each messenger it was uploaded to
    moment("created_at", optional=False),
)

mailings = _table(
    "mailings",  # one message, and those it is for
    key(),
    Column("cause", String(64), nullable=False, index=True),  # what it is about: "notice:5"
    Column("message", Json, nullable=False),
    Column("lane", Integer, nullable=False),
    Column("urgent", Boolean, nullable=False),
    moment("not_before", optional=False),
    moment("useful_until"),  # empty: for ever
    moment("created_at", optional=False),
    Column("audience", Json),  # a broadcast's: whom the books are asked for, piece by piece
    Column("reached", Whole, nullable=False),  # the last of them who has a delivery
    Column("spread", Boolean, nullable=False),  # whether all of them have
    _code("state"),
    refers("sender_id", "members", optional=True),  # who is asked when it goes badly
    Column("about", Json),  # how it is called then
    Column("pauses", Integer, nullable=False),
    _code("repeats", optional=True),  # the cause it says once more
)
# SQLite takes a partial index only for a query that says its condition in the same letters.
UNSPREAD = "spread IS FALSE"
HELD_UP = "state IN ('paused', 'stopping')"
QUEUED = "state = 'queued'"
UNDER_LEASE = "lease_until IS NOT NULL"
for name, column, condition in (
    ("ix_mailings_unspread", mailings.c.id, UNSPREAD),
    ("ix_mailings_held_up", mailings.c.state, HELD_UP),
):
    Index(name, column, sqlite_where=text(condition), postgresql_where=text(condition))

deliveries = _table(
    "deliveries",
    key(),
    _code("cause"),  # of its mailing, so that nobody gets two of one cause
    refers("mailing_id", "mailings"),
    refers("member_id", "members"),
    refers("account_id", "accounts", optional=True),
    Column("lane", Integer, nullable=False),
    _code("state"),
    Column("attempts", Integer, nullable=False),
    moment("not_before", optional=False),
    _code("owner", optional=True),
    moment("lease_until"),
    _code("message_ref", optional=True),
    _words("problem", optional=True),
    moment("created_at", optional=False),
    moment("sent_at"),
    UniqueConstraint("cause", "member_id"),
)
Index(
    "ix_deliveries_waiting",
    deliveries.c.lane,
    deliveries.c.not_before,
    deliveries.c.id,
    sqlite_where=text(QUEUED),
    postgresql_where=text(QUEUED),
)
Index(
    "ix_deliveries_leased",
    deliveries.c.lease_until,
    sqlite_where=text(UNDER_LEASE),
    postgresql_where=text(UNDER_LEASE),
)
Index("ix_deliveries_states", deliveries.c.cause, deliveries.c.state)

coverings = _table(
    "coverings",  # deliveries that named only the person, and what they brought was not seen since
    Column("delivery_id", Whole, primary_key=True, autoincrement=False),
    Column("account_id", Whole, nullable=False),
)

calls = _table(
    "calls",  # who was told by phone of what: that is no acknowledgement, nor an answer
    Column("cause", String(64), primary_key=True),  # of its deliveries: what was changed is another
    Column("member_id", Whole, primary_key=True, autoincrement=False),
    Column("told_by", Whole, nullable=False),
    moment("told_at", optional=False),
)

paces = _table(
    "paces",  # of sending, shared by the processes on one PostgreSQL
    Column("name", String(100), primary_key=True),  # of a messenger, or of an address there
    Column("free_at", Float, nullable=False),  # the next free moment, in seconds of its clock
)

quotas = _table(
    "quotas",  # what each messenger carried in a month: some plans end at a number
    Column("messenger", String(64), primary_key=True),
    Column("month", String(7), primary_key=True),  # "2026-11", of the organisation's calendar
    Column("spent", Integer, nullable=False),
)

slots = _table(
    "slots",
    Column("job", String(100), primary_key=True),
    Column("due_at", Moment(), primary_key=True),
    moment("claimed_at", optional=False),
)

restorations = _table(
    "restorations",
    key(),
    moment("copied_at", optional=False),  # when the backup was made that the books came back from
    moment("restored_at", optional=False),
    moment("released_at"),  # until then nothing is sent by itself
)
