"""What they agreed to, and who was erased

Revision: 0013, after 0012
"""

import sqlalchemy as sa
from alembic import op

from backend.db import Utc

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("youth_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("withdrawn_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(["youth_id"], ["youth.id"], "fk_consent_youth_id_youth", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_consent"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_consent_youth_id", "consent", ["youth_id"])
    op.create_table(
        "erasure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("into", sa.String(), nullable=True),
        sa.Column("at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_erasure"),
        sqlite_autoincrement=True,
    )
    op.execute(
        "INSERT INTO consent (youth_id, kind, at, language, words)"
        " SELECT id, 'calls', phone_consent_at, language, '' FROM youth WHERE phone_consent_at IS NOT NULL"
    )


def downgrade() -> None:
    op.drop_table("erasure")
    op.drop_index("ix_consent_youth_id", "consent")
    op.drop_table("consent")
