"""What a question wants to know, apart from its subject."""

from __future__ import annotations

import pytest

from kram.knowledge.base import load_knowledge
from kram.knowledge.question_kinds import QuestionKinds, fitting
from kram.knowledge.search import PointSearch, Query, SearchWords
from kram.knowledge.yaml_files import read_yaml
from kram.paths import KNOWLEDGE
from tests.unit.builders import write_knowledge

_KINDS = QuestionKinds({"lama": ["berapa lama", "kapan .. hilang"], "tanda": ["tanda*"], "boleh": ["boleh"]})


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("berapa lama kram hilang", {"lama"}),
        ("kapan hilang", {"lama"}),
        ("kapan kram di betis hilang", {"lama"}),
        ("kapan kram yang di betis saya hilang", set()),
        ("apa tandanya", {"tanda"}),
        ("boleh tidak, apa tanda bahayanya", {"boleh", "tanda"}),
        ("seberapa lama", set()),
        ("diperbolehkan", set()),
        ("", set()),
    ],
)
def test_a_question_is_of_the_kinds_whose_phrases_it_holds(question, kinds):
    assert _KINDS.of(question) == kinds


def test_of_many_questions_the_share_of_each_kind_counts():
    assert _KINDS.shares(["berapa lama", "boleh berapa lama", "kram", "x"]) == {"lama": 0.5, "boleh": 0.25}


def test_a_point_that_is_asked_that_way_is_likelier_and_any_other_is_less():
    lasting, allowed = {"lama": 0.6}, {"boleh": 1.0}

    assert fitting(frozenset({"lama"}), lasting) > 1 > fitting(frozenset({"lama"}), allowed)
    assert fitting(frozenset({"lama", "boleh"}), allowed) > 1


@pytest.mark.parametrize(("asked", "usual"), [(frozenset(), {"lama": 1.0}), (frozenset({"lama"}), {})])
def test_what_is_of_no_kind_is_as_likely_as_before(asked, usual):
    assert fitting(asked, usual) == 1.0


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("sampai umur berapa nyeri tumbuh", "umur"),
        ("kapan pegal setelah lari hilang", "lama"),
        ("perlu dibawa ke dokter tidak", "dokter"),
        ("ke dokter spesialis apa", "dokter_apa"),
        ("kenapa betis kram", "sebab"),
        ("apa kopi bikin kram", "kaitan"),
        ("efek sampingnya apa", "boleh"),
        ("sebaiknya diapakan", "cara"),
        ("apa itu neuropati", "definisi"),
        ("normal tidak", "bahaya"),
    ],
)
def test_the_kinds_of_the_knowledge_base_read_what_people_ask(question, kind):
    kinds = QuestionKinds(read_yaml(KNOWLEDGE / "language" / "jenis_tanya.yml"))

    assert kind in kinds.of(question)


def test_the_kind_counts_in_the_search_and_survives_the_disk(tmp_path):
    base = load_knowledge(write_knowledge(tmp_path / "knowledge"))
    words = SearchWords({}, frozenset())
    plain = PointSearch.fit(base, words, str.lower)
    with_kinds = PointSearch.fit(base, words, str.lower, kinds=_KINDS)
    with_kinds.to_disk(tmp_path)
    loaded = PointSearch.from_disk(tmp_path)

    def score(search: PointSearch, question: str, point: str, asked: str = "") -> float:
        (hits,) = search.find_all([Query(question, asks=asked)])
        return {hit.point: hit.score for hit in hits}[point]

    assert score(with_kinds, "boleh kaki dipijat", "boleh") > score(plain, "boleh kaki dipijat", "boleh")
    assert score(with_kinds, "boleh kaki dipijat", "boleh", "berapa lama") < score(plain, "boleh kaki dipijat", "boleh")
    assert loaded.find("boleh kaki dipijat") == with_kinds.find("boleh kaki dipijat")
