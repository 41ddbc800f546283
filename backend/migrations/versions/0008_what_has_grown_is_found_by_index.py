"""What has grown is found by index

Revision: 0008, after 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

WHOLE = (
    ("appointment_home", "appointment", "mission_locale_id", "starts_at"),
    ("appointment_advisor", "appointment", "advisor_id", "starts_at"),
    ("appointment_site", "appointment", "site_id", "starts_at"),
    ("handover_closed", "handover", "mission_locale_id", "closed_at"),
    ("handover_opened", "handover", "mission_locale_id", "opened_at"),
    ("handover_outcome", "handover", "outcome", "closed_at"),
    ("mail_state", "mail", "state", "due"),
    ("notice_state", "notice", "state", "due"),
    ("fact_month", "fact", "mission_locale_id", "month"),
)
PART = (
    ("appointment_outcome", "appointment", ["outcome_at"], "outcome_at IS NOT NULL"),
    ("appointment_moved", "appointment", ["moved_from_id"], "moved_from_id IS NOT NULL"),
    ("handover_former", "handover", ["former_id"], "former_id IS NOT NULL"),
    ("promise_standing", "promise", ["due_at"], "ended_at IS NULL"),
    ("promise_slipped", "promise", ["due_at"], "excused_at IS NOT NULL AND kept IS NULL"),
    ("proposal_open", "proposal", ["at"], "answered_at IS NULL"),
    ("waiting_open", "waiting", ["since"], "closed_at IS NULL"),
    ("waiting_appointment", "waiting", ["appointment_id"], "appointment_id IS NOT NULL"),
    ("lost_contact_open", "lost_contact", ["at"], "ended_at IS NULL"),
    ("lost_contact_handover", "lost_contact", ["handover_id"], "handover_id IS NOT NULL"),
    ("mail_appointment", "mail", ["appointment_id"], "appointment_id IS NOT NULL"),
    ("notice_shown", "notice", ["id"], "outside_id IS NOT NULL"),
    ("notice_settled", "notice", ["at"], "due IS NULL AND outside_id IS NULL"),
    ("conversation_poster", "conversation", ["poster_id", "created_at"], "poster_id IS NOT NULL"),
    ("line_troubled", "line", ["at"], "state IN ('failed', 'blocked', 'unknown')"),
)
TAKEN_OVER = (
    ("ix_appointment_mission_locale_id", "appointment", "mission_locale_id"),
    ("ix_appointment_advisor_id", "appointment", "advisor_id"),
    ("ix_handover_mission_locale_id", "handover", "mission_locale_id"),
    ("ix_promise_due_at", "promise", "due_at"),
    ("ix_notice_due", "notice", "due"),
)
"""What the others do as well."""


def upgrade() -> None:
    for name, table, *columns in WHOLE:
        op.create_index(name, table, columns)
    for name, table, columns, where in PART:
        op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
    op.create_index(
        "conversation_to_forget",
        "conversation",
        ["id"],
        sqlite_where=sa.text("forget_when_said = 1"),
        postgresql_where=sa.text("forget_when_said"),
    )
    for name, table, _ in TAKEN_OVER:
        op.drop_index(name, table)


def downgrade() -> None:
    for name, table, column in TAKEN_OVER:
        op.create_index(name, table, [column])
    for name, table, *_ in (("conversation_to_forget", "conversation"), *WHOLE, *PART):
        op.drop_index(name, table)
