"""Which columns are sealed, which are not and why; and that no statement asks the database to compare sealed words."""

from __future__ import annotations

import ast
import json

import pytest
from sqlalchemy import (
    JSON,
    Column,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    insert,
    select,
    text,
)
from sqlalchemy.exc import StatementError
from sqlmodel import SQLModel

from backend.attachments.sealing import Unsealable, Vault
from backend.db import connect
from backend.sealing.columns import Sealed, SealedJson, SealedText, sealed_columns
from backend.sealing.ring import MARK, KeyUnknown, Ring, Unopenable, key_of
from backend.tables import metadata
from tests.test_house import SOURCES, named, tree

OF_NOBODY = {
    *(
        "mission_locale",
        "site",
        "site_exception",
        "coverage",
        "listed",
        "listed_coverage",
        "opening",
        "motive",
    ),
    *("opening_exception", "room", "workshop", "duty", "canned", "poster", "partner", "partner_service"),
    *("partner_reach", "tick", "set_aside", "sealing_key", "fact", "purge", "audit_checkpoint", "audit_head"),
}
"""Tables of places, rules and figures: nothing in them is of one person."""
IN_CLEAR = {
    "a code out of a short list, asked for by the pages": {
        *("audit.action", "audit.kind", "membership.role", "consent.kind", "consent.language"),
        *("appointment.mode", "appointment.status", "conversation.channel", "conversation.owner"),
        *("handover.why", "handover.danger", "handover.outcome", "handover.aids", "line.author", "line.kind"),
        *("line.state", "mail.kind", "mail.state", "lost_contact.cause", "lost_contact.outcome"),
        *("notice.kind", "notice.way", "notice.state", "proposal.kind", "proposal.answer", "rating.face"),
        *("youth.bracket", "youth.language", "staff_chat.channel", "external_calendar.problem"),
        *("account_link.purpose", "sign_in.awaits", "person.quiet_hours"),
    },
    "needs, counted and searched by their ids": {"appointment.needs", "waiting.needs", "waiting.modes"},
    "a commune, by which places are found and young people are searched": {
        *("youth.insee", "youth.commune", "appointment.insee"),
    },
    "an id, found again by it, that says nothing by itself": {
        *("conversation.address", "staff_chat.address", "line.on_id", "line.outside_id", "line.album"),
        *("line.about", "appointment.uid", "hold.slot", "mail.key", "notice.key", "notice.outside_id"),
        *("seen.key", "attempt.key"),
    },
    "a digest": {
        *("audit.signature", "audit.seal", "erasure.mark", "erasure.into", "person.password_hash"),
        *("account_link.token_hash", "recovery_code.code_hash", "sign_in.token_hash", "sign_in.csrf"),
        *(
            "sign_in.family",
            "staff_link.token_hash",
            "youth_link.token_hash",
            "feed.key_hash",
            "consent.words",
        ),
    },
    "the staff, known by name on every page and found by e-mail": {
        *("person.name", "person.email", "account_link.email", "external_calendar.name"),
    },
    "what a server answered, or what a calendar says: never words of anybody": {
        *("line.reason", "mail.error", "mail.event"),
    },
}
WORDS = (String, JSON)
SEALED = {
    f"{mapper.class_.__name__}.{column.name}"
    for mapper in SQLModel._sa_registry.mappers
    for column in sealed_columns(metadata).get(mapper.local_table, ())
}


def columns():
    """Of every table that is about people those that may hold words, as table.column."""
    rows = (t for t in metadata.sorted_tables if t.name not in OF_NOBODY)
    return {f"{t.name}.{c.name}": c for t in rows for c in t.columns if isinstance(c.type, (Sealed, *WORDS))}


def test_every_column_about_people_is_sealed_or_in_clear_for_a_reason():
    """Whoever adds a column seals it (`sa_type=SealedText`), or says here why its words may be read by anybody."""
    known = [name for names in IN_CLEAR.values() for name in names]
    sealed = {name for name, column in columns().items() if isinstance(column.type, Sealed)}
    assert len(known) == len(set(known))
    assert columns().keys() - sealed - set(known) == set()
    assert sealed & set(known) == set()
    assert sealed >= {"line.text", "youth.first_name", "youth.phone", "conversation.stories", "note.text"}


def test_files_are_the_only_bytes_about_people_and_sealed_on_their_own():
    kept = {
        f"{t.name}.{c.name}"
        for t in metadata.sorted_tables
        for c in t.columns
        if isinstance(c.type, LargeBinary)
    }
    assert "attachment.content" in kept and kept <= {"attachment.content", "second_factor.secret"}


def test_no_statement_asks_the_database_to_compare_or_sort_what_is_sealed():
    """The same words are sealed differently each time: such a statement would find nothing, and say nothing."""
    some = [p for p in SOURCES if any(name in p.read_text(encoding="utf-8") for name in SEALED)]
    said = [(path, node) for path in some if "simulation" not in path.parts for node in ast.walk(tree(path))]
    wrong = [
        f"{named(path)}:{node.lineno}" for path, node in said for asked in _asked(node) if _sealed(asked)
    ]
    assert wrong == []
    assert _sealed(_asked(ast.parse("select(Line).where(col(Line.text) == words)").body[0].value.args[0])[0])


def _sealed(asked):
    """Whether this is Model.column, or col(Model.column), of a sealed one."""
    found = asked.args[0] if isinstance(asked, ast.Call) and asked.args else asked
    return (
        isinstance(found, ast.Attribute)
        and isinstance(found.value, ast.Name)
        and ast.unparse(found) in SEALED
    )


def _asked(node):
    """Columns that the database would have to read: compared with something other than nothing, searched or sorted."""
    if isinstance(node, ast.Compare):
        others = [each for each in (node.left, *node.comparators) if isinstance(each, ast.Constant)]
        return [] if any(each.value in {"", None} for each in others) else [node.left, *node.comparators]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr in {"in_", "like", "ilike", "startswith", "contains", "desc", "asc"}:
            return [node.func.value]
        if node.func.attr in {"order_by", "group_by", "lower", "upper"}:
            return node.args
    return []


KEY, OTHER = "k" * 32, "o" * 32
TABLE = Table(
    "said",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("words", SealedText),
    Column("more", SealedJson),
)
ALL = select(TABLE.c.words, TABLE.c.more).order_by(TABLE.c.id)
ROWS = [("bonjour à toi 🙂", [{"a": "é", "n": 1}]), ("", []), (None, None), ("sealed:0:not", {"x": "y"})]


@pytest.fixture
def kept(tmp_path):
    """Open the same little table with keys, or without."""
    url, opened = f"sqlite:///{tmp_path}/said.db", []
    TABLE.metadata.create_all(create_engine(url))

    def look(*keys, seals=True):
        opened.append(connect(url, Ring(keys, seals=seals) if keys else None))
        return opened[-1]

    yield look
    for db in opened:
        db.close()


def put(db, rows=ROWS):
    with db.transaction() as tx:
        tx.execute(insert(TABLE), [{"words": words, "more": more} for words, more in rows])


def read(db, statement=None):
    with db.reading() as tx:
        return [tuple(row) for row in tx.execute(ALL if statement is None else statement)]


def stored(db):
    return read(db, text("SELECT words, more FROM said ORDER BY id"))


def test_what_is_sealed_comes_back_as_it_was_and_what_is_empty_is_not_sealed(kept):
    put(kept(KEY))
    assert read(kept(KEY)) == ROWS
    words, more = zip(*stored(kept()), strict=True)
    assert words[1:3] == ("", None) and more[1:3] == ("[]", None)
    assert all(word.startswith(key_of(KEY).begins) for word in (words[0], words[3]))
    assert all(json.loads(each).startswith(MARK) for each in (more[0], more[3]))


def test_the_same_words_are_other_each_time(kept):
    put(kept(KEY), [ROWS[0], ROWS[0]])
    first, second = stored(kept())
    assert first[0] != second[0] and first[1] != second[1]


def test_with_sealing_off_nothing_is_done_to_words_at_all():
    dialect = connect("sqlite://").engine.dialect
    plain = String().dialect_impl(dialect)
    assert SealedText().dialect_impl(dialect).bind_processor(dialect) is plain.bind_processor(dialect)
    assert SealedText().dialect_impl(dialect).result_processor(dialect, None) is plain.result_processor(
        dialect, None
    )


def test_words_in_clear_stay_readable(kept):
    put(kept())
    assert read(kept(KEY)) == ROWS == read(kept(KEY, seals=False))


def test_nobody_makes_words_look_sealed_so_that_a_page_stumbles_over_them(kept):
    """Where there are keys, such words are kept with a space before them; where they are sealed, as they are."""
    put(kept(OTHER), [("mine", [])])
    looks = stored(kept())[0][0]
    put(kept(KEY, seals=False), [(looks, [])])
    put(kept(KEY), [(looks, [])])
    assert stored(kept())[1][0] == f" {looks}"
    assert [words for words, _ in read(kept(KEY, OTHER))] == ["mine", f" {looks}", looks]


def test_a_former_key_opens_and_a_key_that_seals_nothing_writes_in_clear(kept):
    put(kept(OTHER))
    assert read(kept(KEY, OTHER)) == ROWS
    put(kept(KEY, seals=False), [("clair", ["x"])])
    assert stored(kept())[-1] == ("clair", '["x"]')


def test_what_was_damaged_is_refused_without_a_word_of_it(kept):
    put(kept(KEY))
    with kept().transaction() as tx:
        tx.execute(text("UPDATE said SET words = substr(words, 1, length(words) - 4) || 'AAAA' WHERE id = 1"))
    with pytest.raises(Unopenable, match=r"sealed with the key [0-9a-f]{12} is damaged"):
        read(kept(KEY))


def test_what_another_process_sealed_with_a_key_unknown_here_is_neither_shown_nor_sent(kept):
    """It is not taken for words: a sender that was not started again would send it to somebody's phone."""
    put(kept(OTHER))
    for columns in (TABLE.c.words, TABLE.c.more):
        with pytest.raises(KeyUnknown, match="PASSERELLE_ENCRYPTION_KEYS_OLD"):
            read(kept(KEY), select(columns).where(TABLE.c.id == 1))


def test_a_comparison_of_sealed_words_fails_loudly(kept):
    put(kept(KEY))
    for asked in (TABLE.c.words == ROWS[0][0], TABLE.c.words.startswith("b"), TABLE.c.words.in_(["b"])):
        with pytest.raises(StatementError, match="cannot compare what is sealed"):
            read(kept(KEY), select(TABLE.c.id).where(asked))
    assert len(read(kept(KEY), select(TABLE.c.id).where(TABLE.c.words != ""))) == 2


def test_a_file_that_waits_is_opened_with_the_former_key_too():
    sealed = Vault(b"old").seal(b"letter")
    assert Vault(b"new", b"old").open(sealed) == b"letter"
    with pytest.raises(Unsealable):
        Vault(b"new").open(sealed)
