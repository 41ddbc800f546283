"""The state page says how the post stands."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from backend.mail.leases import failed, lease, set_aside
from backend.mail.queries import tell
from backend.settings import Settings
from tests.backend.console.conftest import SECRET
from tests.backend.mail.post import appointment


def told(db, clock, name="Karim"):
    made = appointment(db, clock(), name)
    with db.transaction() as tx:
        tell(tx, made, "request")


def test_no_mail_server_is_said_with_what_was_not_sent(browse, db, clock):
    told(db, clock)
    set_aside(db, clock())
    helene = browse().enters_as("Hélène")
    helene.opens("/etat")
    assert "Aucun serveur de courriel n'est réglé" in helene.words
    assert "(1 depuis un mois)" in helene.words


class TestWithAServer:
    @pytest.fixture
    def settings(self):
        return Settings(
            _env_file=None,
            secret_key=SECRET,
            smtp_url=SecretStr("smtp://mail.exemple.fr"),
            mail_from="a@b.fr",
        )

    def test_what_waits_and_what_never_arrived_is_shown_to_those_it_concerns(self, browse, db, clock):
        told(db, clock)
        told(db, clock, "Sophie")
        letter = lease(db, clock())
        failed(db, letter, clock(), "550 no such mailbox")
        helene, marc = browse().enters_as("Hélène"), browse().enters_as("Marc")
        helene.opens("/etat")
        assert "Aucun serveur de courriel" not in helene.words
        assert "<dt>Courriels en attente d'envoi</dt><dd>1" in helene.words
        assert "550 no such mailbox" in helene.words and letter.name in helene.words
        marc.opens("/etat")
        assert "550 no such mailbox" not in marc.words
