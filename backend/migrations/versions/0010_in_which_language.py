"""In which language, settled once

Revision: 0010, after 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    settled = sa.Column("language_settled", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("youth", settled)


def downgrade() -> None:
    op.drop_column("youth", "language_settled")
