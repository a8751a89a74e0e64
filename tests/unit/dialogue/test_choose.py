"""Which entries answer a need, and which of them leads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kram.dialogue.choose import NEED_OF_INTENT, choose_entries
from kram.dialogue.state import Person, Turn
from kram.knowledge.model import Hit, Need
from kram.knowledge.yaml_files import read_yaml
from kram.language.model import Kind, Mention
from kram.paths import ROOT


def topic(value: str) -> Mention:
    return Mention(Kind.TOPIC, value, value, 0, len(value))


def said(*mentions: Mention, intent: str = "", words: str = "") -> Turn:
    return Turn(words, intent, mentions=mentions, normalized=words)


@pytest.fixture
def chosen(base):
    """Ids of the entries for a need, the one that leads first."""
    return lambda need, turn=said(), person=Person(): [e.id for e in choose_entries(base, need, turn, person)]  # noqa: B008


@pytest.mark.parametrize("need", Need)
def test_every_need_has_an_answer_even_when_nothing_is_known(chosen, need):
    assert chosen(need) != []


@pytest.mark.parametrize(
    ("population", "entry"),
    [("hamil_t2", "kram-hamil"), ("nifas", "kram-nifas"), ("diabetes", "kram-diabetes"), ("anak", "kram-anak")],
)
@pytest.mark.parametrize("need", [Need.GENERAL, Need.CAUSE, Need.RELIEF, Need.PREVENTION])
def test_the_situation_of_the_person_leads(chosen, population, entry, need):
    assert chosen(need, person=Person(frozenset({population})))[0] == entry


def test_what_kind_of_person_it_is_counts_more_than_when_it_happens(chosen):
    person = Person(frozenset({"hamil_t3"}), contexts=frozenset({"malam"}))

    assert chosen(Need.GENERAL, person=person)[:2] == ["kram-hamil", "kram-malam"]


def test_the_general_entry_does_not_join_a_special_one(chosen):
    person = Person(contexts=frozenset({"malam"}))

    assert "kram-umum" not in chosen(Need.GENERAL, said(topic("kram-umum")), person)


def test_a_cramp_right_now_is_answered_first_of_all(chosen):
    person = Person(frozenset({"hamil"}))

    assert chosen(Need.GENERAL, said(intent="kram_sekarang"), person)[:2] == ["kram-sekarang", "kram-hamil"]


@pytest.mark.parametrize("need", [Need.DEFINITION, Need.FIGURE, Need.DOCTOR, Need.EXERCISE])
def test_a_need_with_a_topic_of_its_own_is_answered_by_that_topic(base, chosen, need):
    first = base.entry(chosen(need, person=Person(frozenset({"hamil"})))[0])

    assert need in first.needs


def test_a_topic_that_was_named_is_the_one_that_answers(chosen):
    assert chosen(Need.DEFINITION, said(topic("beda-kram-kesemutan")))[0] == "beda-kram-kesemutan"


def test_a_topic_that_was_not_named_is_found_by_its_words(chosen):
    turn = replace(said(words="boleh minum air acar"), hits=(Hit("jahe", "x", 0.3), Hit("cuka-acar", "x", 0.2)))

    assert chosen(Need.ALLOWED, turn)[0] == "jahe"
    assert chosen(Need.ALLOWED, replace(turn, hits=turn.hits[1:]))[0] == "cuka-acar"


def test_a_situation_adds_to_a_topic(chosen):
    person = Person(frozenset({"hamil"}))

    assert chosen(Need.DEFINITION, said(topic("beda-kram-kesemutan")), person) == ["beda-kram-kesemutan", "kram-hamil"]


def test_no_more_than_three_entries_answer_and_none_twice(chosen):
    person = Person(frozenset({"hamil", "diabetes", "lansia", "ginjal"}), contexts=frozenset({"malam", "olahraga"}))

    found = chosen(Need.GENERAL, said(topic("kram-hamil")), person)

    assert len(found) == len(set(found)) == 3


def test_every_intent_with_a_need_is_an_intent_of_the_domain():
    intents = {name for item in read_yaml(ROOT / "domain.yml")["intents"] for name in item}

    assert NEED_OF_INTENT.keys() <= intents


# --- symptoms that are no cramp ------------------------------------------------------------------------------


def sign(value: str, kind: Kind = Kind.FINDING, *, negated: bool = False) -> Mention:
    return Mention(kind, value, value, 0, len(value), negated=negated)


def has(*findings: str, populations: tuple[str, ...] = (), contexts: tuple[str, ...] = ()) -> Person:
    return Person(frozenset(populations), dict.fromkeys(findings, ""), frozenset(contexts))


@pytest.mark.parametrize(
    ("finding", "entry"),
    [
        ("kesemutan_ringan", "kesemutan-posisi"),
        ("kebas_menetap", "kebas-menetap"),
        ("pegal_kaki", "pegal-kaki"),
        ("nyeri_betis_menetap", "nyeri-betis-menetap"),
        ("nyeri_kaki", "nyeri-kaki"),
        ("bengkak_dua_kaki", "bengkak-dua-kaki"),
        ("varises", "urat-varises"),
        ("lemah_otot", "otot-lemah"),
        ("sendi_bengkak_merah", "jari-merah-bengkak"),
        ("luka_kaki_tak_sembuh", "luka-kaki"),
    ],
)
@pytest.mark.parametrize(
    "need", [Need.GENERAL, Need.CAUSE, Need.RELIEF, Need.PREVENTION, Need.DANGER, Need.DOCTOR], ids=lambda n: n.value
)
def test_a_symptom_that_is_no_cramp_leads_at_night_and_at_any_age_and_no_cramp_joins_it(
    base, chosen, finding, entry, need
):
    person = has(finding, populations=("lansia",), contexts=("malam",))

    found = chosen(need, said(sign(finding), sign("malam", Kind.CONTEXT)), person)

    assert found[0] == entry
    assert all(base.entry(name).complaint for name in found)


@pytest.mark.parametrize(
    ("finding", "population", "entry"),
    [
        ("bengkak_dua_kaki", "hamil_t3", "bengkak-kaki-hamil"),
        ("pegal_kaki", "hamil_t2", "pegal-kaki-hamil"),
        ("kebas_menetap", "diabetes", "kebas-diabetes"),
        ("nyeri_kaki", "anak", "nyeri-kaki-anak"),
    ],
)
def test_whom_a_symptom_means_more_to_is_answered_for_what_they_are(chosen, finding, population, entry):
    assert chosen(Need.GENERAL, said(sign(finding)), has(finding, populations=(population,)))[0] == entry
    assert entry not in chosen(Need.GENERAL, said(sign(finding)), has(finding))


@pytest.mark.parametrize("finding", ["kesemutan_ringan", "pegal_kaki", "nyeri_kaki", "varises"])
def test_a_cramp_leads_when_it_is_told_with_an_ordinary_symptom(chosen, finding):
    turn = said(sign("kram_betis"), sign(finding), sign("malam", Kind.CONTEXT))

    assert chosen(Need.GENERAL, turn, has("kram_betis", finding, contexts=("malam",))) == ["kram-malam"]


@pytest.mark.parametrize(
    ("finding", "entry"),
    [
        ("nyeri_saat_jalan", "nyeri-saat-berjalan"),
        ("dorong_gerak_kaki", "kaki-ingin-bergerak"),
        ("nyeri_betis_menetap", "nyeri-betis-menetap"),
        ("bengkak_dua_kaki", "bengkak-dua-kaki"),
        ("kebas_menetap", "kebas-menetap"),
    ],
)
def test_what_a_doctor_must_see_leads_over_an_ordinary_cramp(chosen, finding, entry):
    turn = said(sign("kram_betis"), sign(finding), sign("malam", Kind.CONTEXT))

    assert chosen(Need.GENERAL, turn, has("kram_betis", finding, contexts=("malam",)))[0] == entry


def test_a_tired_body_beside_a_cramp_leaves_the_lead_to_the_cramp(chosen):
    turn = said(sign("kram_betis"), sign("lemah_otot"), sign("malam", Kind.CONTEXT))

    assert chosen(Need.CAUSE, turn, has("kram_betis", "lemah_otot", contexts=("malam",)))[0] == "kram-malam"


def test_a_cramp_named_in_a_question_is_spoken_of(chosen):
    turn = said(sign("nyeri_kaki"), topic("kram-umum"))

    assert "nyeri-kaki" not in chosen(Need.DANGER, turn, has("nyeri_kaki"))


def test_a_cramp_that_is_denied_is_no_cramp(chosen):
    turn = said(sign("pegal_kaki"), sign("kram_betis", negated=True), sign("malam", Kind.CONTEXT))

    assert chosen(Need.GENERAL, turn, has("pegal_kaki", contexts=("malam",))) == ["pegal-kaki"]


def test_a_question_behind_it_is_about_the_symptom_too(chosen):
    assert chosen(Need.PREVENTION, said(intent="tanya_cegah"), has("pegal_kaki"))[0] == "pegal-kaki"


def test_a_cramp_told_later_is_answered_as_a_cramp(chosen):
    person = has("pegal_kaki", "kram_betis", contexts=("malam",))

    assert chosen(Need.GENERAL, said(sign("kram_betis")), person) == ["kram-malam"]


def test_soreness_left_by_a_cramp_leads_whoever_has_it(chosen):
    person = has("kram_betis", populations=("hamil_t2",), contexts=("sesudah", "malam"))

    assert chosen(Need.GENERAL, said(sign("kram_betis"), sign("sesudah", Kind.CONTEXT)), person)[0] == (
        "kram-pegal-sesudah"
    )


def test_every_situation_of_a_complaint_tells_when_to_see_a_doctor_in_its_first_words(base):
    silent = [e.id for e in base.entries.values() if e.complaint and Need.DOCTOR not in e.lead]

    assert set(silent) <= {
        "habis-banjir",
        "kaki-ingin-bergerak",
        "kram-cedera",
        "kram-pegal-sesudah",
        "nyeri-saat-berjalan",
        "nyeri-tulang-kering",
        "nyeri-tumbuh",
        "pegal-habis-olahraga",
        "pinggang-menjalar",
    }
