"""A few hand-written rows of data·inclusion v1, and files made of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CCAS = {
    "source": "dora",
    "id": "dora--ccas",
    "nom": "CCAS de Nevers",
    "date_maj": "2026-09-21",
    "description": "Aides aux habitants de la ville.",
    "commune": "Nevers",
    "code_postal": "58000",
    "code_insee": "58194",
    "adresse": "1 place de l'Hôtel de Ville",
    "longitude": 3.159,
    "latitude": 46.9896,
    "telephone": "+33386000000",
    "courriel": "accueil@ccas.example",
    "site_web": "https://ccas.example.org/",
    "horaires_accueil": "Mo-Fr 09:00-12:00; PH off",
    "reseaux_porteurs": ["ccas-cias"],
}
GARAGE = {
    "source": "soliguide",
    "id": "soliguide--garage",
    "nom": "Garage solidaire",
    "date_maj": "2026-10-02",
    "commune": "Decize",
    "code_postal": "58300",
    "code_insee": "58095",
}
HELP = {
    "source": "dora",
    "structure_id": "dora--ccas",
    "id": "dora--help",
    "nom": "Aide alimentaire",
    "description": "Un panier chaque semaine.",
    "date_maj": "2026-09-21",
    "thematiques": ["equipement-et-alimentation--alimentation"],
    "publics": ["tous-publics"],
    "modes_accueil": ["en-presentiel"],
    "zone_eligibilite": ["58194"],
}
CAR = {
    "source": "soliguide",
    "structure_id": "soliguide--garage",
    "id": "soliguide--car",
    "nom": "Location de voitures",
    "description": "Quelques euros la journée.",
    "date_maj": "2026-10-02",
    "thematiques": ["mobilite--acceder-a-un-vehicule"],
    "modes_accueil": ["en-presentiel"],
    "zone_eligibilite": ["58"],
}


def json_file(path: Path, rows: list[Any]) -> Path:
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    return path
