"""Every page in every state: who looks, where, and what they sent. A new state is one line in `ALSO`.

Pages whose address can be filled from `furnished` need no line: they are taken from the app's own routes.
"""

from __future__ import annotations

from dataclasses import dataclass, field

NOBODY, DIRECTOR = "", "Hélène"
"""Who has not signed in; who sees more pages than anybody else."""


@dataclass(frozen=True)
class State:
    """A page as `who` gets it; if something is `typed`, as it answers to its form (to `act`) filled with that."""

    path: str
    who: str = DIRECTOR
    typed: dict[str, str] = field(default_factory=dict)
    act: str = ""

    def __str__(self) -> str:
        said = f" sending {', '.join(self.typed)}" if self.typed else ""
        return f"{self.path} as {self.who or 'nobody'}{said}"


NADIA, THREAD, APPOINTMENT = "Nadia", "/relais/{handover_id}", "/rendez-vous/{appointment_id}"
NEW, SITE = "/rendez-vous/nouveau", "/lieux/{site_id}"
ZED = {
    "first_name": "Zed",
    "commune": "Imphy",
    "bracket": "from_18",
    "motive": "{motive_id}",
    "mode": "place",
}
EVERY = {"every": "1", "until": "2026-12-22"}

ALSO = (
    # Nobody is signed in, or somebody with less to see.
    *(
        State(path, NOBODY)
        for path in (
            "/",
            "/vieprivee",
            "/vieprivee?langue=ar",
            "/p/none",
            "/nowhere",
            "/connexion",
            "/hors-ligne",
        )
    ),
    State("/connexion", NOBODY, {"email": "nobody@exemple.fr", "password": "wrong"}),
    State("/connexion/second-facteur", "Rose"),
    State("/connexion/second-facteur", "Rose", {"code": "000000"}),
    State("/connexion/code", "Marthe"),
    State("/connexion/code", "Marthe", {"code": "000000"}),
    State("/mot-de-passe/{token}", NOBODY),
    State("/mot-de-passe/{token}", NOBODY, {"password": "court", "again": "court"}),
    State("/mot-de-passe/none", NOBODY),
    *(
        State(path, "Ada")
        for path in ("/moi", "/moi/mot-de-passe", "/moi/second-facteur", "/comptes", "/journal")
    ),
    State("/moi/mot-de-passe", "Ada", {"former": "x", "password": "court"}),
    State("/moi/second-facteur", "Ada", {"code": "000000", "password": "x"}),
    State("/comptes/inviter", "Ada"),
    State("/comptes/inviter", DIRECTOR, {"name": "", "email": "zoe", "role": "admin", "home": "0"}),
    State("/comptes/{person_id}", "Ada"),
    State("/comptes/{person_id}", DIRECTOR, {"membership": "0"}, "/comptes/{person_id}/retirer"),
    State("/comptes/{person_id}?fait=role", DIRECTOR),
    State("/comptes?fait=invite", DIRECTOR),
    State("/etat"),
    State("/etat", NADIA),
    State("/journal?qui=999"),
    State("/journal?relais={handover_id}&quoi=claimed"),
    State("/accueil/{site_id}", "Inès"),
    State("/rendez-vous", "Claire"),
    # Threads, in each state of theirs.
    State("/relais", NADIA),
    State("/relais?q=permis", NADIA),
    State("/relais?langue=ar&priorite=urgent", NADIA),
    *(State(f"/relais/{{{name}}}", NADIA) for name in ("urgent", "transferred", "snoozed", "closed")),
    *(State(f"/relais/{{{name}}}", NADIA) for name in ("muted", "taken", "open", "arabic")),
    State("/relais/{closed}/transcription", NADIA),
    State("/relais/{arabic}/transcription", NADIA),
    State("/relais/999", NADIA),
    State(f"{THREAD}/proposer/{{what}}", NADIA),
    State(f"{THREAD}/proposer/lieu", NADIA),
    State(f"{THREAD}/proposer/lieu?pick={{site_id}}", NADIA),
    State(f"{THREAD}/proposer/atelier", NADIA),
    State(f"{THREAD}/abus", NADIA, {"reason": ""}),
    State(THREAD, NADIA, {"text": " "}, f"{THREAD}/repondre"),
    State("/a-rappeler", NADIA),
    # What staff keeps: replies, duties, posters, their own account.
    State("/reponses", NADIA),
    State("/reponses/{canned_id}", NADIA),
    State("/reponses/nouvelle", NADIA, {"name": "", "text": "{inconnu}"}),
    State("/equipe", NADIA),
    State("/equipe/{home_id}/{person_id}", typed={"hours": "lundi matin"}),
    State("/moi", NADIA, {"begin": "20:00", "end": ""}, "/moi/silence"),
    State("/moi", NADIA, {"": ""}, "/moi/telegram"),
    State("/affiches/{poster_id}/imprimer?format=cartes", NADIA),
    # The agenda.
    State("/rendez-vous/semaine?avec={advisor_id}"),
    State("/rendez-vous/semaine?lieu={site_id}"),
    State("/rendez-vous/jour?le=2026-11-24&lieu={site_id}"),
    State("/rendez-vous/absence?avec={advisor_id}"),
    State("/rendez-vous/absence?avec={advisor_id}&first=x"),
    State("/rendez-vous/absence?avec={advisor_id}&first=2026-11-24&last=2026-12-24"),
    State("/accueil/{site_id}?q=lou", "Inès"),
    State("/accueil/{site_id}?q=zzz", "Inès"),
    State(NEW, "Inès", {"first_name": "", "commune": "nulle part"}),
    State(NEW, "Inès", ZED),
    State(f"{APPOINTMENT}/serie", typed={"every": "1", "until": "x"}),
    State(f"{APPOINTMENT}/serie", typed=EVERY),
    State("/creneaux/nouveau", typed={"hours": "jeidu", "buffer": "x"}),
    State("/creneaux/{opening_id}", typed={"hours": "mercredi 10h-10h05"}),
    State("/motifs/nouveau", typed={"name": "", "minutes": "x"}),
    # The sites.
    State(f"{SITE}/jours?genre=fermer&first=2026-11-24&last=2026-12-24"),
    State(f"{SITE}/jours?genre=ouvrir&first=2020-01-01&hours=x"),
    State(SITE, typed={"name": "", "commune": "nulle part", "hours": "jeidu 14h", "age_min": "900"}),
    State("/lieux/nouveau", typed={"name": "", "commune": "Saint-Denis"}),
    State("/lieux/essai?bracket=from_18&need-emploi=on&commune=imphy"),
    State("/lieux/essai?bracket=from_18&need-emploi=on&commune=Saint-Denis"),
    State("/lieux/essai?bracket=from_18&need-emploi=on&commune=zzzz"),
)
