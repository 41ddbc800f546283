"""What the audit journal says of each route: the acts, the readings, and why some leave no trace."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs

R, B, C, L = "/relais/{handover_id}", "/rendez-vous/{appointment_id}", "/creneaux", "/lieux"
A = "/comptes/{person_id}"
FEED, EXTERNAL = "/rendez-vous/agenda-externe", "/rendez-vous/agendas-externes"
ACTS: Mapping[str, str] = {
    f"{R}/repondre": "replied",
    f"{R}/fichier": "replied",
    f"{R}/noter": "noted",
    f"{R}/lignes/{{line_id}}/renvoyer": "resent",
    f"{R}/prendre": "claimed",
    f"{R}/rendre": "gave_back",
    f"{R}/relacher": "released",
    f"{R}/remplacer": "took_over",
    f"{R}/mettre-de-cote": "snoozed",
    f"{R}/terminer": "closed",
    f"{R}/rouvrir": "reopened",
    f"{R}/lever-la-pause": "unmuted",
    f"{R}/transmettre": "handed_on",
    f"{R}/abus": "muted",
    f"{R}/proposer/{{what}}": "proposed",
    f"{R}/inquietude": "concern",
    "/inquietude": "procedure",
    "/a-rappeler/{lost_id}": "called",
    "/reponses/nouvelle": "canned_added",
    "/reponses/depart": "canned_added",
    "/reponses/{canned_id}": "canned_changed",
    "/reponses/{canned_id}/retirer": "canned_removed",
    "/equipe/{home_id}/{person_id}": "duty_changed",
    "/moi/telegram": "telegram_link",
    "/moi/delier": "telegram_unlinked",
    "/moi/silence": "quiet_hours",
    "/rendez-vous/nouveau": "booked",
    f"{B}/annuler": "cancelled",
    f"{B}/suite": "outcome_told",
    f"{B}/deplacer": "moved",
    f"{B}/arrivee": "arrival",
    f"{B}/carte": "card_link",
    f"{B}/serie": "series_booked",
    f"{B}/serie/annuler": "series_cancelled",
    "/rendez-vous/demandes": "request_made",
    "/rendez-vous/demandes/{request_id}/fait": "request_done",
    "/rendez-vous/absence": "absence_entered",
    "/rendez-vous/absence/retirer": "absence_removed",
    "/accueil/{site_id}/sans-rendez-vous": "walk_in",
    f"{L}/nouveau": "site_added",
    f"{L}/{{site_id}}": "site_changed",
    f"{L}/{{site_id}}/jours": "site_days",
    f"{L}/{{site_id}}/jours/{{exception_id}}/retirer": "site_days",
    f"{L}/{{site_id}}/fermer": "site_closed",
    f"{L}/{{site_id}}/rouvrir": "site_reopened",
    f"{C}/salles": "room_changed",
    f"{C}/nouveau": "opening_added",
    f"{C}/{{opening_id}}": "opening_changed",
    f"{C}/{{opening_id}}/retirer": "opening_removed",
    f"{C}/{{opening_id}}/jours": "opening_changed",
    f"{C}/{{opening_id}}/jours/{{day}}/retirer": "opening_changed",
    "/motifs/nouveau": "motive_added",
    "/motifs/{motive_id}": "motive_changed",
    "/affiches": "poster_added",
    "/affiches/rencontres": "walk_in",
    "/affiches/{poster_id}/retirer": "poster_changed",
    "/affiches/{poster_id}/remettre": "poster_changed",
    FEED: "feed_made",
    f"{FEED}/revoquer": "feed_revoked",
    EXTERNAL: "calendar_changed",
    f"{EXTERNAL}/fichier": "calendar_changed",
    f"{EXTERNAL}/relire": "calendar_read",
    f"{EXTERNAL}/retirer": "calendar_removed",
    "/moi/mot-de-passe": "password_changed",
    "/moi/second-facteur": "factor_set",
    "/moi/codes": "codes_renewed",
    "/moi/partout": "signed_out_everywhere",
    "/comptes/inviter": "account_invited",
    f"{A}/role": "role_given",
    f"{A}/retirer": "role_taken",
    f"{A}/fermer": "account_closed",
    f"{A}/rouvrir": "account_reopened",
    f"{A}/telephone": "factor_removed",
    f"{A}/lien": "link_given",
    "/deconnexion": "signed_out",
}
"""A form posted there did this. The action's words stand in `templates/parts/acts.html`."""

READINGS: Mapping[str, str] = {
    "/relais": "read_inbox",
    "/relais/flux": "read_inbox",
    R: "read_thread",
    f"{R}/flux": "read_thread",
    f"{R}/presence": "read_thread",
    f"{R}/lu": "read_thread",
    f"{R}/transmettre": "read_thread",
    f"{R}/abus": "read_thread",
    f"{R}/inquietude": "read_thread",
    f"{R}/proposer/{{what}}": "read_thread",
    "/a-rappeler": "read_calls",
    "/rendez-vous": "read_agenda",
    "/rendez-vous/flux": "read_agenda",
    "/rendez-vous/semaine": "read_agenda",
    "/rendez-vous/jour": "read_agenda",
    "/rendez-vous/absence": "read_agenda",
    "/rendez-vous/demandes": "read_agenda",
    B: "read_brief",
    f"{B}/annuler": "read_brief",
    f"{B}/deplacer": "read_brief",
    f"{B}/carte": "read_brief",
    f"{B}/serie": "read_brief",
    f"{B}/serie/annuler": "read_brief",
    "/accueil/{site_id}": "read_desk",
    "/accueil/{site_id}/flux": "read_desk",
    f"{L}/{{site_id}}/jours": "read_stranded",
    f"{L}/{{site_id}}/fermer": "read_stranded",
    f"{C}/{{opening_id}}": "read_stranded",
    f"{C}/{{opening_id}}/retirer": "read_stranded",
    f"{C}/{{opening_id}}/jours": "read_stranded",
    f"{C}/{{opening_id}}/jours/{{day}}/retirer": "read_stranded",
    "/tableau.csv": "exported_board",
    "/journal": "read_journal",
}
"""What was opened there shows a young person, a list of them, or who did what. Once an hour each."""

SEARCHES = {"read_inbox": "searched_inbox", "read_desk": "searched_desk"}
"""The same, when words were looked for (`q`). The words are not kept."""

SUBJECTS = {
    "handover_id": "handover",
    "appointment_id": "appointment",
    "person_id": "person",
    "lost_id": "lost",
    "canned_id": "canned",
    "request_id": "request",
    "opening_id": "opening",
    "motive_id": "motive",
    "poster_id": "poster",
    "site_id": "site",
    "home_id": "mission_locale",
}
"""The names in the addresses, and what they are the ids of; the first that is there counts."""

TYPED = {
    f"{L}/nouveau": ("home", "mission_locale"),
    f"{C}/nouveau": ("site", "site"),
    f"{C}/salles": ("site", "site"),
    "/motifs/nouveau": ("home", "mission_locale"),
    "/rendez-vous/absence": ("avec", "person"),
    "/rendez-vous/absence/retirer": ("avec", "person"),
}
"""The field that says it, where the address does not. Only of forms that refuse what is not theirs: else somebody

could have their acts written down for the managers of another mission locale.
"""


KINDS = ("handover", "appointment", "person", "site", "opening", "motive", "line", "youth", "mission_locale")
"""What a manager may look for."""
ELSEWHERE = (
    *("transcript", "file", "signed_in", "failed_sign_in", "exported_journal", "abuse"),
    *("account_added", "exported_sites", "purged"),
)
"""Acts that are written down by who does them, not by their route."""


def every_action() -> list[str]:
    """Each action that may stand in the journal, once."""
    return list(dict.fromkeys((*ACTS.values(), *READINGS.values(), *SEARCHES.values(), *ELSEWHERE)))


def action_of(path: str) -> str:
    """What a form posted there did; empty if nothing is written of it."""
    return ACTS.get(path, "")


def reading_of(path: str, query: bytes) -> str:
    """What was read there; empty if nothing is written of it."""
    action = READINGS.get(path, "")
    if action in SEARCHES and "".join(parse_qs(query.decode(errors="replace")).get("q", ())).strip():
        return SEARCHES[action]
    return action


def subject_of(path: str, params: Mapping[str, object], fields: Mapping[str, object]) -> tuple[str, int]:
    """(kind, id) of what a request is about; of nothing in particular: empty, 0."""
    for name, kind in SUBJECTS.items():
        if name in params:
            return kind, _number(params[name])
    name, kind = TYPED.get(path, ("", ""))
    found = _number(fields.get(name, ""))
    return (kind, found) if found else ("", 0)


def _number(given: object) -> int:
    text = str(given)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
