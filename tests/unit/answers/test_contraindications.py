"""May this person use this remedy? The strictest answer wins."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from kram.answers.contraindications import columns_of, suitability
from kram.errors import UnknownIdError
from kram.knowledge.model import Cell, Remedy, Status

_OK, _CAREFUL, _NO = Status.OK, Status.CAREFUL, Status.NO
_STRICTNESS = [_OK, _CAREFUL, _NO]


def cell(status: Status, evidence: str = "CE01") -> Cell:
    return Cell(status, status.value, (evidence,))


@pytest.fixture(scope="module")
def small(base):
    """One remedy, three columns, four kinds of person; "statin" has no column."""
    cells = {"hamil": cell(_OK, "CE02"), "ginjal": cell(_CAREFUL, "CE03"), "curiga_dvt": cell(_NO, "CE04")}
    return replace(
        base,
        remedies={"kompres": Remedy("kompres", "Kompres", "fisik", cell(_CAREFUL), cells)},
        remedy_columns={"hamil_t1": ("hamil",), "hamil": ("hamil",), "cuci": ("hemodialisis", "ginjal")},
        remedy_column_labels={"hamil": "", "ginjal": "", "hemodialisis": "", "curiga_dvt": "", "lambung": ""},
    )


def test_for_somebody_who_is_not_special_the_general_cell_counts(small):
    found = suitability(small, "kompres", [])

    assert (found.status, found.personal, found.evidence) == (_CAREFUL, (), ("CE01",))


def test_the_cell_of_a_population_replaces_the_general_one(small):
    found = suitability(small, "kompres", ["hamil_t1"])

    assert (found.status, found.evidence) == (_OK, ("CE02",))
    assert [column for column, _ in found.personal] == ["hamil"]


def test_a_population_may_belong_to_several_columns(small):
    assert suitability(small, "kompres", ["cuci"]).status is _CAREFUL


def test_a_population_without_a_cell_counts_as_everybody(small):
    found = suitability(small, "kompres", ["lambung", "statin"])

    assert (found.status, found.personal) == (_CAREFUL, ())


def test_of_several_populations_the_strictest_wins_and_is_told_first(small):
    found = suitability(small, "kompres", ["hamil", "ginjal"], ["merah_hangat"])

    assert found.status is _NO
    assert [column for column, _ in found.personal] == ["curiga_dvt", "ginjal", "hamil"]


def test_the_general_cell_still_counts_for_a_population_that_the_table_does_not_name(small):
    assert suitability(small, "kompres", ["hamil", "statin"]).status is _CAREFUL


@pytest.mark.parametrize("sign", ["bengkak_satu_kaki", "merah_hangat", "nyeri_betis_menetap"])
def test_signs_of_a_clot_have_a_column_of_their_own(small, sign):
    assert columns_of(small, [], [sign]) == ("curiga_dvt",)


def test_a_remedy_that_does_not_exist_is_told_by_name(small):
    with pytest.raises(UnknownIdError, match="no remedy with the id 'akik'"):
        suitability(small, "akik", [])


# --- the real table ----------------------------------------------------------------------------------------


def person_of(base, column: str) -> tuple[list[str], list[str]]:
    """Populations and findings that lead to this column."""
    people = [p for p, columns in base.remedy_columns.items() if column in columns]
    return ([], ["merah_hangat"]) if column == "curiga_dvt" else ((people or [column])[:1], [])


def test_every_cell_of_the_real_table_counts_for_its_person(base):
    cells = [(r.id, column, c) for r in base.remedies.values() for column, c in r.by_population.items()]

    found = [suitability(base, r, *person_of(base, column)) for r, column, _ in cells]

    assert len(cells) > 100
    assert [(r, column) for (r, column, c), f in zip(cells, found) if (column, c) not in f.personal] == []
    assert [f for f in found if f.status is not max((c.status for _, c in f.personal), key=_STRICTNESS.index)] == []


def test_for_every_pair_of_populations_the_stricter_cell_of_the_real_table_wins(base):
    pairs = list(combinations(sorted(base.remedy_columns), 2))

    wrong = [
        (r, pair)
        for r in base.remedies
        for pair in pairs
        if _STRICTNESS.index(suitability(base, r, pair).status)
        < max(
            _STRICTNESS.index(c.status)
            for p in pair
            for _, c in suitability(base, r, [p]).personal or [("", cell(_OK))]
        )
    ]

    assert wrong == []


def test_every_population_of_the_real_table_exists(base):
    assert base.remedy_columns.keys() <= base.names.keys()
    assert {c for columns in base.remedy_columns.values() for c in columns} <= base.remedy_column_labels.keys()


@pytest.mark.parametrize("sign", ["bengkak_satu_kaki", "merah_hangat", "nyeri_betis_menetap"])
@pytest.mark.parametrize("remedy", ["pijat_pelan", "urut_kuat"])
@pytest.mark.parametrize("populations", [[], ["hamil"], ["lansia", "atlet"]])
def test_signs_of_a_clot_forbid_massage_for_everybody(base, sign, remedy, populations):
    assert suitability(base, remedy, populations, [sign]).status is _NO


def test_nobody_is_ever_allowed_quinine(base):
    allowed = [p for p in [*base.remedy_columns, "sehat"] if suitability(base, "kina", [p]).status is not _NO]

    assert allowed == []
