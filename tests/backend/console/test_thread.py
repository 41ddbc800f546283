"""A médiateur at work in one thread: claim, reply, note, give back, close; and all that may go wrong."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import select

from backend.console.forms import FORM
from backend.handover.models import Handover, Note
from backend.models import Conversation, Line
from backend.people.models import Youth as YouthRow
from flows.events import Blocked, Said
from tests.backend.console.browser import Browser
from tests.backend.console.conftest import handover_of
from tests.youth import Youth, plain_spaces


@pytest.fixture
def lost(youth: Youth, db) -> str:
    """A youth who has just asked for a human; the address of the thread."""
    youth.starts()
    youth.writes("/humain")
    return f"/relais/{handover_of(db)}"


@pytest.fixture
def held(nadia: Browser, lost: str) -> str:
    """Nadia holds the floor of this thread, and its page is open."""
    nadia.opens(lost)
    nadia.sends(f"{lost}/prendre")
    nadia.follows()
    return lost


def outbox(db) -> list[str]:
    """Every text ever on its way to anyone."""
    with db.reading() as tx:
        return [plain_spaces(line.text) for line in tx.exec(select(Line).where(Line.author != "youth"))]


def handover(db) -> Handover:
    with db.reading() as tx:
        return tx.exec(select(Handover)).one()


def test_claiming_tells_the_youth_and_shows_the_reply_box(nadia, lost, youth):
    nadia.opens(lost)
    assert "Prendre" in nadia.words
    assert nadia.sends(f"{lost}/prendre") == 303
    assert nadia.follows() == 200
    assert "Votre réponse" in nadia.words
    assert "Ce message arrivera sur son Telegram" in nadia.words
    assert youth.hears() == ["Nadia prend la suite et te répond ici."]


def test_a_reply_reaches_the_youth_and_shows_its_fate(nadia, held, youth):
    assert nadia.sends(f"{held}/repondre", text="Bonjour, je suis Nadia.\r\nDis-moi.") == 303
    nadia.follows()
    assert "en attente" in nadia.words
    assert "Bonjour, je suis Nadia.\nDis-moi." in youth.hears()
    nadia.opens(held)
    assert "Bonjour, je suis Nadia." in nadia.words
    assert "envoyé" in nadia.words


def test_two_mediators_claim_at_once_and_one_of_them_is_told_who_has_it(browse, lost, db):
    pair = [browse().enters_as("Nadia"), browse().enters_as("Théo")]
    for one in pair:
        one.opens(lost)
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda one: one.sends(f"{lost}/prendre"), pair))
    assert sorted(answers) == [303, 409]
    loser = pair[answers.index(409)]
    winner = "Théo" if loser is pair[0] else "Nadia"
    assert f"{winner} " in loser.words
    assert "a la parole" in loser.words
    loser.opens(lost)
    assert f"{winner} a la parole" in loser.words


def test_what_was_typed_for_a_youth_who_has_erased_everything_is_given_back(nadia, held, youth):
    youth.writes("/supprimer")
    assert nadia.sends(f"{held}/repondre", text="Je cherche, et je reviens.") == 404
    assert "Je cherche, et je reviens." in nadia.words


def test_a_reply_without_the_floor_is_refused_and_its_text_kept(browse, nadia, held, youth, db):
    theo = browse().enters_as("Théo")
    csrf = theo.form("/deconnexion").fields["csrf"]
    fields = {"csrf": csrf, "nonce": "n", "epoch": "2", "text": "Une seconde voix"}
    assert theo.posts(f"{held}/repondre", fields) == 409
    assert "Nadia Belkacem a la parole" in theo.words
    assert "Une seconde voix" in theo.words
    assert "Une seconde voix" not in outbox(db)


def test_a_second_tab_that_is_behind_is_told_so(browse, nadia, held, db):
    former = nadia.form(f"{held}/repondre").fields
    assert nadia.sends(f"{held}/rendre") == 303
    assert nadia.posts(f"{held}/repondre", {**former, "text": "Trop tard"}) == 409
    assert "Vous n'avez plus la parole" in nadia.words
    assert "Trop tard" in nadia.words
    assert "Trop tard" not in outbox(db)


def test_a_form_of_an_older_epoch_is_refused(nadia, held, db):
    fields = {**nadia.form(f"{held}/repondre").fields, "text": "Vieille page"}
    assert nadia.posts(f"{held}/repondre", {**fields, "epoch": "0"}) == 409
    assert "Cette page n'était plus à jour" in nadia.words
    assert nadia.posts(f"{held}/repondre", {**fields, "epoch": "x"}) == 409
    assert "Vieille page" not in outbox(db)


def test_a_double_click_says_it_once(nadia, held, db):
    fields = {**nadia.form(f"{held}/repondre").fields, "text": "Une seule fois"}
    assert [nadia.posts(f"{held}/repondre", fields) for _ in range(3)] == [303, 303, 303]
    assert outbox(db).count("Une seule fois") == 1


def test_a_note_is_seen_by_the_team_and_never_comes_near_the_outbox(browse, nadia, held, youth, db):
    form = nadia.form(f"{held}/noter")
    fields = {**form.fields, "text": "Vue en mars, rappeler le CCAS"}
    assert [nadia.posts(f"{held}/noter", fields) for _ in range(2)] == [303, 303]
    theo = browse().enters_as("Théo")
    theo.opens(held)
    assert theo.words.count("Vue en mars, rappeler le CCAS") == 1
    assert not any("CCAS" in text for text in outbox(db) + youth.hears())
    with db.reading() as tx:
        assert len(tx.exec(select(Note)).all()) == 1


def test_giving_back_lets_the_guide_go_on(nadia, held, youth, db):
    youth.hears()
    assert nadia.sends(f"{held}/rendre") == 303
    assert any("Nadia me repasse la main" in text for text in youth.hears())
    nadia.follows()
    assert "Rendu au guide" in nadia.words
    assert handover(db).closed_at is not None


def test_closing_wants_an_outcome_and_shows_it(nadia, held, youth, db):
    assert nadia.sends(f"{held}/terminer") == 422
    assert nadia.opens(held) == 200
    assert nadia.sends(f"{held}/terminer", outcome="eaten") == 422
    assert handover(db).closed_at is None
    nadia.opens(held)
    assert nadia.sends(f"{held}/terminer", outcome="referred") == 303
    nadia.follows()
    assert "Orienté vers un autre service" in nadia.words
    nadia.opens("/relais")
    assert "Orienté vers un autre service" in nadia.words


def test_nothing_can_be_said_to_someone_who_blocked_the_bot(nadia, held, youth, db):
    youth.does(Blocked(blocked=True))
    assert nadia.sends(f"{held}/repondre", text="Tu es là ?") == 409
    assert "a bloqué le bot" in nadia.words
    assert "Tu es là ?" in nadia.words
    assert "Tu es là ?" not in outbox(db)
    nadia.opens(held)
    assert "Le jeune a bloqué le bot" in nadia.words


@pytest.mark.parametrize("act", ["prendre", "repondre", "rendre", "terminer", "noter", "lignes/1/renvoyer"])
def test_a_form_without_its_token_changes_nothing(nadia, lost, db, act):
    nadia.opens(lost)
    before = outbox(db)
    for token in ({}, {"csrf": "wrong"}, {"csrf": "é"}):
        fields = {"nonce": "n", "epoch": "1", "text": "Mot perdu", "outcome": "other", **token}
        assert nadia.posts(f"{lost}/{act}", fields) == 403
        assert "ouvert depuis trop longtemps" in nadia.words
        assert "Mot perdu" in nadia.words
    assert outbox(db) == before
    assert handover(db).mediator_id is None


def test_a_token_of_someone_else_is_refused(browse, nadia, lost):
    theirs = browse().enters_as("Théo").form("/deconnexion").fields["csrf"]
    assert nadia.posts(f"{lost}/prendre", {"csrf": theirs, "nonce": "n", "epoch": "1"}) == 403


def test_a_text_typed_when_the_session_ended_is_not_lost(nadia, held, clock, db):
    fields = nadia.form(f"{held}/repondre").fields
    clock.goes_on(hours=3)
    assert nadia.posts(f"{held}/repondre", {**fields, "text": "Une longue réponse"}) == 401
    assert "Une longue réponse" in nadia.words
    assert f'href="/connexion?next={held}"' in nadia.words
    assert "Une longue réponse" not in outbox(db)


def test_script_in_a_message_a_name_or_a_note_is_shown_as_words(nadia, lost, youth, db):
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    youth.writes(evil)
    with db.transaction() as tx:
        person = tx.exec(select(Conversation)).one()
        row = tx.get_one(YouthRow, person.youth_id)
        row.first_name, row.commune = evil, evil
        tx.add(row)
    nadia.opens(lost)
    nadia.sends(f"{lost}/noter", text=evil)
    for page in (lost, "/relais"):
        nadia.opens(page)
        assert "<script>alert" not in nadia.page.text
        assert "<img" not in nadia.page.text
        assert "&lt;script&gt;alert(1)" in nadia.page.text


def test_an_empty_reply_and_one_too_long_are_refused_with_a_reason(nadia, held, db):
    assert nadia.sends(f"{held}/repondre", text=" \r\n ") == 422
    assert "Le message est vide" in nadia.words
    nadia.opens(held)
    assert nadia.sends(f"{held}/repondre", text="a" * 20_001) == 422
    assert "20 000 caractères" in nadia.words
    assert "a" * 4097 in nadia.words
    nadia.opens(held)
    assert nadia.sends(f"{held}/repondre", text="é" * 4096) == 303
    assert outbox(db)[-1].startswith("é")


def test_a_huge_form_is_refused_before_it_is_read(nadia, held, db):
    assert nadia.sends(f"{held}/repondre", text="a" * 700_000) == 413
    assert "trop long" in nadia.words


@pytest.mark.parametrize("sign", ["é", "ش", "\N{GRINNING FACE}"])
def test_a_long_text_may_be_in_any_script(nadia, held, sign):
    assert nadia.sends(f"{held}/noter", text=sign * 20_000) == 303
    nadia.opens(held)
    assert nadia.sends(f"{held}/repondre", text=sign * 20_001) == 422
    assert sign * 20_001 in nadia.words


def test_a_form_that_is_no_form_is_refused(nadia, held):
    answer = nadia.http.post(f"{held}/repondre", json={"text": "bonjour"})
    assert answer.status_code == 415
    for content in ("text=%ff", "&".join(f"f{i}=1" for i in range(1_001))):
        answer = nadia.http.post(f"{held}/repondre", content=content, headers={"Content-Type": FORM})
        assert answer.status_code == 400


def test_a_line_of_unknown_fate_is_sent_again_only_when_asked(nadia, held, youth, db):
    nadia.sends(f"{held}/repondre", text="Est-ce arrivé ?")
    with db.transaction() as tx:
        line = tx.exec(select(Line).where(Line.author == "mediator")).one()
        line.state, line.due = "unknown", None
        tx.add(line)
    nadia.opens(held)
    assert "sort inconnu" in nadia.words
    assert "Renvoyer ?" in nadia.words
    assert nadia.sends(f"{held}/lignes/{line.id}/renvoyer") == 303
    assert "Est-ce arrivé ?" in youth.hears()
    nadia.opens(held)
    assert "peut-être reçu deux fois" in nadia.words


def test_a_line_of_another_thread_is_not_sent_again(nadia, held, db, script):
    other = Youth(db, script, "43")
    other.starts()
    with db.reading() as tx:
        line = max(tx.exec(select(Line.id)))
    csrf = nadia.form("/deconnexion").fields["csrf"]
    assert nadia.posts(f"{held}/lignes/{line}/renvoyer", {"csrf": csrf, "nonce": "n"}) == 404
    assert nadia.posts(f"{held}/lignes/999999/renvoyer", {"csrf": csrf, "nonce": "n"}) == 404


def test_everything_a_youth_sends_has_its_place_in_the_thread(nadia, held, youth):
    for kind in ("photo", "voice", "document", "sticker", "contact", "video_note", "dice"):
        youth.sends(kind)
    youth.shares(47.0, 3.1)
    nadia.opens(held)
    for word in ("Photo", "Message vocal", "Document", "Autocollant", "Contact", "ronde", "Position reçue"):
        assert word in nadia.words
    assert "d'un genre que Telegram ne nous montre pas" in nadia.words
    assert "pas encore visible" not in nadia.words


def test_an_old_thread_shows_its_last_lines_and_leads_to_the_older_ones(nadia, lost, youth, db):
    for number in range(230):
        youth.turn(Said(f"mot {number}"))
    nadia.opens(lost)
    assert "mot 229<" in nadia.words
    assert "mot 3<" not in nadia.words
    older = nadia.page.text.partition("?avant=")[2].partition('"')[0]
    nadia.opens(f"{lost}?avant={older}")
    assert "mot 3<" in nadia.words
    assert "mot 229<" not in nadia.words
    assert nadia.opens(f"{lost}?avant=x") == 400
