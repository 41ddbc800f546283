"""A journal that shows whoever changed it

Revision: 0014, after 0013
"""

import sqlalchemy as sa
from alembic import op

from backend.db import Utc

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

SAME = ("id", "at", "person_id", "mission_locale_id", "action", "kind", "subject", "signature")
COVERED = "EXISTS (SELECT 1 FROM audit_checkpoint WHERE place >= OLD.place)"
TRIGGERS = {
    "audit_fixed": ("UPDATE", "audit", "a row of the audit journal is not changed"),
    "audit_kept": ("DELETE", "audit", "a row of the audit journal is not deleted, but by a purge"),
    "audit_checkpoint_fixed": ("UPDATE", "audit_checkpoint", "a checkpoint of the audit journal is not changed"),
    "audit_checkpoint_kept": ("DELETE", "audit_checkpoint", "a checkpoint of the audit journal is not deleted"),
    "audit_head_fixed": ("UPDATE", "audit_head", "the end of the audit journal does not go back"),
    "audit_head_kept": ("DELETE", "audit_head", "the end of the audit journal is not deleted"),
}


def allowed(name: str, same: str) -> str:
    """What may happen all the same: a row gets its place, the end moves on, what a checkpoint covers leaves."""
    unchanged = " AND ".join(f"NEW.{one} {same} OLD.{one}" for one in SAME)
    return {
        "audit_fixed": f"OLD.place IS NULL AND NEW.place IS NOT NULL AND {unchanged}",
        "audit_kept": f"OLD.place IS NOT NULL AND {COVERED}",
        "audit_head_fixed": "NEW.id = OLD.id AND NEW.place > OLD.place",
    }.get(name, "")


def upgrade() -> None:
    op.drop_index("ix_audit_person_id", "audit")
    op.add_column(
        "audit", sa.Column("mission_locale_id", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column("audit", sa.Column("signature", sa.String(), nullable=False, server_default=""))
    op.add_column("audit", sa.Column("place", sa.Integer(), nullable=True))
    op.add_column("audit", sa.Column("seal", sa.String(), nullable=True))
    op.create_index("audit_home", "audit", ["mission_locale_id", "at", "id"])
    op.create_index("audit_person", "audit", ["person_id", "at"])
    op.create_index("audit_subject", "audit", ["kind", "subject", "at"])
    op.create_index("audit_place", "audit", ["place"], unique=True)
    unsealed = sa.text("place IS NULL")
    op.create_index("audit_unsealed", "audit", ["id"], sqlite_where=unsealed, postgresql_where=unsealed)
    op.create_table(
        "audit_checkpoint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("since", Utc(), nullable=False),
        sa.Column("until", Utc(), nullable=False),
        sa.Column("signature", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_checkpoint")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
        sa.Column("signature", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
        sqlite_autoincrement=True,
    )
    (_guard_sqlite if op.get_bind().dialect.name == "sqlite" else _guard_postgresql)()


def _guard_sqlite() -> None:
    for name, (event, table, refusal) in TRIGGERS.items():
        when = f"WHEN NOT ({allowed(name, 'IS')})" if allowed(name, "IS") else ""
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} {when} BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
        )
    # INSERT OR REPLACE would take a row away without a word to the triggers above
    refusal = TRIGGERS["audit_fixed"][2]
    op.execute(
        "CREATE TRIGGER audit_replaced BEFORE INSERT ON audit"
        " WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id OR place = NEW.place)"
        f" BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
    )


def _guard_postgresql() -> None:
    for name, (event, table, refusal) in TRIGGERS.items():
        row = "OLD" if event == "DELETE" else "NEW"
        let = allowed(name, "IS NOT DISTINCT FROM")
        let = f"IF {let} THEN RETURN {row}; END IF;" if let else ""
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN {let} RAISE EXCEPTION '{refusal}'; END $$"
        )
        op.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")
        if event == "DELETE":
            op.execute(
                f"CREATE FUNCTION {table}_not_emptied() RETURNS trigger LANGUAGE plpgsql AS"
                f" $$ BEGIN RAISE EXCEPTION '{refusal}'; END $$"
            )
            op.execute(
                f"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table}"
                f" FOR EACH STATEMENT EXECUTE FUNCTION {table}_not_emptied()"
            )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for name in (*TRIGGERS, "audit_replaced"):
            op.execute(f"DROP TRIGGER {name}")
    else:
        for name in (*TRIGGERS, *(f"{table}_not_emptied" for _, table, _ in TRIGGERS.values())):
            op.execute(f"DROP FUNCTION IF EXISTS {name}() CASCADE")
    op.drop_table("audit_head")
    op.drop_table("audit_checkpoint")
    for name in ("audit_unsealed", "audit_place", "audit_subject", "audit_person", "audit_home"):
        op.drop_index(name, "audit")
    for name in ("seal", "place", "signature", "mission_locale_id"):
        op.drop_column("audit", name)
    op.create_index("ix_audit_person_id", "audit", ["person_id"])
