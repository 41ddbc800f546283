"""How other directories are read: everything they may say is mapped, or left out with a reason."""

from __future__ import annotations

import gzip

from data_inclusion.schema.v1 import Public, ReseauPorteur, Thematique

from content.build_epci import packed
from content.communes import load_communes
from content.loader import need_ids
from content.partners import (
    epcis,
    is_for_youths,
    known_zones,
    local_services,
    needs_of,
    themes,
    themes_for,
    zones_of,
)


def test_every_theme_of_the_schema_is_mapped_or_left_out_and_no_other():
    assert set(themes()) == {theme.value for theme in Thematique}
    assert len(themes()) == 69


def test_every_need_is_answered_by_a_theme_and_can_be_told_under_one_that_answers_it():
    assert {need for theme in themes().values() for need in theme.needs} == set(need_ids())
    for need in need_ids():
        assert need in needs_of(themes_for([need])), need
    assert set(needs_of(themes_for(()))) == set(need_ids())


def test_every_audience_of_the_schema_is_known():
    only_theirs = {public.value for public in Public if is_for_youths([public.value])}
    assert only_theirs == {"tous-publics", "jeunes", "demandeurs-emploi", "familles"}
    assert is_for_youths([])
    assert is_for_youths(["seniors", "jeunes"])
    assert not is_for_youths(["seniors", "actifs"])
    assert not is_for_youths(["something new"])


def test_networks_of_local_services_are_those_of_the_schema():
    networks = {local.network for local in local_services().values() if local.network}
    assert networks <= {network.value for network in ReseauPorteur}


def test_someone_lives_in_a_commune_a_grouping_a_departement_and_the_country():
    assert zones_of("58194") == ("58194", "245804406", "58", "france")
    assert zones_of("75113") == ("75113", "75056", "200054781", "75", "france")
    assert zones_of("97411")[-2:] == ("974", "france")
    assert zones_of("99999") == ()


def test_groupings_name_communes_that_exist():
    communes = load_communes()
    unknown = [insee for insee in epcis() if communes.get(insee) is None]
    assert unknown == []
    assert {"58", "2A", "971", "245804406", "france"} <= known_zones()


def test_the_table_of_groupings_is_always_written_the_same():
    rows = [
        {"code": "2", "membres": [{"code": "b"}, {"code": "a"}]},
        {"code": "1", "membres": [{"code": "c"}]},
    ]
    assert packed(rows) == packed(list(reversed(rows)))
    assert gzip.decompress(packed(rows)).decode() == "epci,communes\n1,c\n2,a b\n"
