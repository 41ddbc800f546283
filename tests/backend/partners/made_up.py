"""A made-up directory of any size, as data·inclusion v1: `python -m tests.backend.partners.made_up FOLDER [COUNT]`."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from content.communes import load_communes
from content.partners import epcis, themes

WORDS = (
    "accueil",
    "aide",
    "atelier",
    "écoute",
    "conseil",
    "logement",
    "mobilité",
    "santé",
    "numérique",
    "jeunes",
)


def structures(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Structures spread over the communes as people are."""
    chance = random.Random(seed)
    there = [c for c in load_communes().all if c.point and c.population]
    homes = chance.choices(there, [c.population for c in there], k=count)
    for number, commune in enumerate(homes):
        yield {
            "source": chance.choice(("dora", "soliguide", "mediation-numerique")),
            "id": f"made-up--{number:06}",
            "nom": f"Structure {number} de {commune.name}"[:150],
            "date_maj": f"2026-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}",
            "description": " ".join(chance.choices(WORDS, k=60)),
            "lien_source": f"https://example.org/structures/{number}",
            "siret": None,
            "commune": commune.name,
            "code_postal": commune.postcodes[0] if commune.postcodes else None,
            "code_insee": commune.insee,
            "adresse": f"{chance.randint(1, 99)} rue de la Mairie",
            "complement_adresse": None,
            "longitude": round((commune.lon or 0) + chance.uniform(-0.02, 0.02), 6),
            "latitude": round((commune.lat or 0) + chance.uniform(-0.02, 0.02), 6),
            "telephone": f"+333{chance.randint(10_000_000, 99_999_999)}",
            "courriel": f"accueil{number}@example.org",
            "site_web": f"https://structure{number}.example.org/",
            "horaires_accueil": f"Mo-Fr 0{chance.randint(8, 9)}:{chance.choice(('00', '30'))}-12:00; PH off",
            "accessibilite_lieu": None,
            "reseaux_porteurs": chance.choice((["ccas-cias"], ["france-service"], None)),
        }


def services(count: int, of: int, seed: int = 8) -> Iterator[dict[str, Any]]:
    """Services of `of` such structures: most for a département, some for the country, communes or groupings."""
    chance = random.Random(seed)
    homes = [(s["id"], s["source"], s["code_insee"]) for s in structures(of)]
    for number in range(count):
        structure_id, source, insee = chance.choice(homes)
        yield {
            "source": source,
            "structure_id": structure_id,
            "id": f"made-up--service-{number:06}",
            "nom": f"Service {number}",
            "description": " ".join(chance.choices(WORDS, k=80)),
            "date_maj": "2026-10-10",
            "type": "accompagnement",
            "thematiques": chance.sample(sorted(themes()), k=chance.randint(1, 3)),
            "frais": "gratuit",
            "publics": chance.choice((["tous-publics"], ["jeunes"], ["seniors"], ["femmes", "jeunes"], None)),
            "modes_accueil": chance.choice(
                (["en-presentiel"], ["en-presentiel", "a-distance"], ["a-distance"])
            ),
            "zone_eligibilite": zones(chance, insee),
            "telephone": None,
            "courriel": f"service{number}@example.org",
            "lien_mobilisation": f"https://example.org/services/{number}",
            "modes_mobilisation": ["telephoner", "se-presenter"],
            "mobilisable_par": ["usagers", "professionnels"],
        }


def zones(chance: random.Random, insee: str) -> list[str] | None:
    departement = insee[: 3 if insee >= "97" else 2]
    near = [c.insee for c in load_communes().all[:: chance.randint(300, 900)] if c.departement == departement]
    grouping = epcis().get(insee)
    kinds = (
        [departement],
        [departement],
        ["france"],
        [insee, *near][:8],
        [grouping] if grouping else None,
        None,
    )
    return chance.choice(kinds)


def write(folder: Path, count: int) -> tuple[Path, Path]:
    """`structures.json` and `services.json` (half as many again) in this folder."""
    files = (folder / "structures.json", folder / "services.json")
    rows = (structures(count), services(count * 3 // 2, count))
    for file, made in zip(files, rows, strict=True):
        with file.open("w", encoding="utf-8") as out:
            for number, row in enumerate(made):
                out.write(("[\n" if number == 0 else ",\n") + json.dumps(row, ensure_ascii=False))
            out.write("\n]\n")
    return files


if __name__ == "__main__":
    write(Path(sys.argv[1]), int((*sys.argv, "100000")[2]))
