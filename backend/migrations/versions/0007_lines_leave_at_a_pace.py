"""Lines leave at a pace

Revision: 0007, after 0006
"""

import sqlalchemy as sa
from alembic import op

import backend.db

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

DUE = sa.text('due IS NOT NULL')


def upgrade() -> None:
    op.create_table('sender',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('since', backend.db.Utc(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sender')),
    sqlite_autoincrement=True
    )
    op.create_table('allowance',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('spent_until', backend.db.Utc(), nullable=False),
    sa.Column('refused_id', sa.Integer(), nullable=True),
    sa.Column('refused_until', backend.db.Utc(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_allowance')),
    sqlite_autoincrement=True
    )
    op.add_column('line', sa.Column('urgency', sa.Integer(), nullable=False, server_default='1'))
    op.add_column('line', sa.Column('next_at', backend.db.Utc(), nullable=True))
    op.add_column('line', sa.Column('sender_id', sa.Integer(), nullable=True))
    op.create_index('line_next', 'line', ['urgency', 'due'], sqlite_where=DUE, postgresql_where=DUE)


def downgrade() -> None:
    op.drop_index('line_next', 'line')
    for column in ('sender_id', 'next_at', 'urgency'):
        op.drop_column('line', column)
    op.drop_table('allowance')
    op.drop_table('sender')
