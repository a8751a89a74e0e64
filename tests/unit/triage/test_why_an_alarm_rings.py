"""Why an alarm rings: the danger that is named first, what is read back, and what only sounds like a danger.

Each class has examples in fresh words; when one fails, mend the class and not the example.
"""

from __future__ import annotations

import pytest

from kram.answers.compose import Recipient
from kram.answers.urgent import urgent_answer
from kram.dialogue.deciding import read_alone
from kram.language.model import Kind
from kram.triage.model import Level


@pytest.fixture(scope="module")
def decision(real_reader, base):
    return lambda text: read_alone(base.triage, real_reader.read(text).mentions)


@pytest.fixture(scope="module")
def told(real_reader):
    def names(text: str) -> set[str]:
        found = real_reader.read(text)
        return {m.value for kind in (Kind.FINDING, Kind.POPULATION) for m in found.of(kind)}

    return names


@pytest.fixture(scope="module")
def said(real_reader, base, decision):
    """The words of the alarm."""

    def text_of(text: str) -> str:
        decided = decision(text)
        found = real_reader.read(text)
        person = Recipient(populations=decided.populations, findings=frozenset(m.value for m in found.of(Kind.FINDING)))
        return urgent_answer(base, decided, person).text

    return text_of


class TestWhatWasSwallowed:
    """Far more of a medicine than its measure, or a rub that is swallowed, is an emergency of its own."""

    @pytest.mark.parametrize(
        "text",
        [
            "kakek menelan 9 tablet kina sekaligus",
            "teman saya minum obat tensi satu strip sekaligus",
            "istri kebanyakan minum baclofen, sekarang ngantuk berat",
            "saya salah minum tramadol 7 kapsul sekaligus",
            "adik habis nelen panadol 15 butir",
        ],
    )
    def test_too_many_at_once(self, decision, text):
        assert decision(text).lead.id == "R37"
        assert decision(text).level is Level.DARURAT

    @pytest.mark.parametrize("text", ["balita saya ketelan minyak telon", "keponakan makan kapur barus dikira permen"])
    def test_a_rub_that_is_swallowed(self, decision, text):
        assert decision(text).lead.id == "R38"

    @pytest.mark.parametrize(
        "text",
        ["tadi ibu salah minum obat tensi", "bapak minum paracetamol 4 tablet sekaligus"],
    )
    def test_a_little_too_much_is_asked_about_today(self, decision, text):
        assert decision(text).lead.id == "S47"

    @pytest.mark.parametrize(
        "text",
        [
            "saya minum paracetamol 2 tablet",
            "dikasih dokter 10 tablet kalium buat sebulan",
            "kebanyakan minum kopi",
            "kebanyakan minum air putih",
            "kalau overdosis paracetamol tandanya apa",
            "saya minum 3 tablet tiap pagi: tensi, gula, kolesterol",
            "boleh minum minyak kayu putih setetes?",
            "balsem dioles ke betis anak",
        ],
    )
    def test_an_ordinary_measure_is_none(self, decision, text):
        assert decision(text).level < Level.SEGERA

    def test_nothing_is_given_by_mouth(self, said):
        text = said("kakek menelan 9 tablet kina sekaligus")
        assert "Jangan dipaksa muntah" in text
        assert "Bawa bungkus" in text


class TestTheReasonThatLeads:
    """The danger that explains everything is named before the one that a single sign suggests."""

    @pytest.mark.parametrize(
        ("text", "rule"),
        [
            ("kulit kaki bapak merah menyebar, demam tinggi, bicaranya ngelantur, napas sesak", "R17"),
            ("diare tiga hari tidak kencing sama sekali sejak kemarin, betis kram, tadi pingsan", "R18b"),
            ("badannya panas sekali habis kerja di terik matahari, muntah dan bicaranya ngaco", "R05"),
            ("habis banjir demam, mata kuning, kencing seperti teh, betis nyeri", "R24"),
            ("ibu saya muntaber dua hari, sekarang tidak kenal orang", "R39b"),
        ],
    )
    def test_is_the_one_that_explains_the_most(self, decision, text, rule):
        assert decision(text).lead.id == rule

    def test_a_faint_with_a_plain_cramp_is_no_clot(self, decision):
        assert "R01" not in {rule.id for rule in decision("betis kram lalu pingsan").rules}

    def test_a_faint_with_a_swollen_calf_is(self, decision):
        assert decision("betis kiri bengkak sebelah lalu pingsan").lead.id == "R39"

    def test_a_snap_in_the_calf_is_named_before_a_clot(self, decision):
        text = "main badminton betis bunyi pletek, sekarang biru bengkak dan tidak bisa jinjit"
        assert decision(text).lead.id == "S48"
        assert "kaki_dingin_pucat_biru" not in decision(text).findings

    def test_second_pregnancy_in_letters(self, told):
        assert "hamil_t3" in told("saya G2 36 minggu, kepala sakit hebat")


class TestWhatIsReadBack:
    """What the person told is named, also where the rule does not need it."""

    def test_the_flood_beside_yellow_eyes(self, said):
        assert "banjir" in said("habis banjir demam, mata kuning, kencing seperti teh, betis nyeri")

    def test_the_operation_beside_a_clot(self, said):
        assert "operasi" in said("baru operasi lutut minggu lalu, betis kiri bengkak sebelah, sekarang sesak napas")

    def test_heat_is_cooled(self, said):
        text = said("badannya panas sekali habis kerja di terik matahari, muntah dan bicaranya ngaco")
        assert "teduh" in text
        assert "kipasi" in text

    def test_no_order_not_to_drink_beside_the_salts_to_sip(self, said):
        text = said("diare tiga hari tidak kencing sama sekali sejak kemarin, betis kram, tadi pingsan")
        assert "oralit" in text
        assert "ke mulutnya" not in text


class TestWhatOnlySoundsLikeIt:
    """Figures of speech, comparisons, weights, and what is over."""

    @pytest.mark.parametrize(
        ("text", "finding"),
        [
            ("kaki saya mati rasa ditinggal mantan, betis kram sebentar", "mati_rasa_baru"),
            ("berat badan 41 kg, kaki sering kram", "suhu_tinggi"),
            ("berat badan saya 39 kg, kaki sering kram", "demam"),
            ("telapaknya menekuk, apalagi kalau dingin, dan kaki kiri sakit", "kaki_dingin_pucat_biru"),
            ("betis melepuh perih habis pakai koyo cabe", "bengkak_satu_kaki"),
            ("demam dan betis sakit, tidak habis banjir", "kontak_banjir_tikus"),
            ("bengkak kencng mengilat, tidak kuat sakitnya", "gangguan_kencing_bab"),
            ("stroke tahun lalu, badan sebelah kiri lemah, kaki kiri sering kaku", "tanda_stroke"),
        ],
    )
    def test_is_not_read_as_the_sign(self, told, text, finding):
        assert finding not in told(text)

    def test_new_weakness_after_an_old_stroke_still_counts(self, told):
        assert "tanda_stroke" in told("stroke tahun lalu, hari ini tangan kanan mendadak lemah dan mulut mencong")

    def test_true_numbness_still_counts(self, told):
        assert "mati_rasa_baru" in told("kaki kanan mendadak mati rasa sejak tadi")


class TestTheColourOfADrink:
    """Urine in the colour of a dark drink or dish is dark until somebody has asked."""

    @pytest.mark.parametrize("drink", ["americano", "red velvet", "boba", "kuah rawon", "sirup marjan", "milo"])
    def test_after_hard_sport(self, decision, drink):
        assert decision(f"habis leg day kemarin pipis warna {drink}, paha kaku").level is Level.DARURAT

    @pytest.mark.parametrize("colour", ["kuning", "bening", "putih"])
    def test_a_light_colour_is_none(self, told, colour):
        assert "urine_gelap" not in told(f"habis leg day kemarin pipis warna {colour}, paha kaku")


class TestBesidesTheLegs:
    """What the same signs mean in somebody with something else."""

    def test_slimming_tea_with_a_pounding_heart_is_the_potassium(self, decision):
        text = "minum teh pelangsing sebulan, kaki sering kram dan jantung berdebar"
        assert decision(text).lead.id == "S49b"

    def test_a_blister_from_hot_water_on_a_diabetic_foot(self, decision, said):
        text = "saya diabetes, kaki direndam air panas, sekarang melepuh isi air"
        assert decision(text).lead.id == "S49"
        assert "dipecahkan" in said(text)

    def test_a_blister_from_a_rub_stays_a_burn_of_the_rub(self, decision):
        assert decision("betis melepuh habis pakai koyo cabe").lead.id == "S16"

    def test_a_child_after_flu_without_fever_is_seen_today(self, decision):
        text = "anak 6 tahun minggu lalu flu demam, sudah sembuh, hari ini kedua betis sakit, tidak mau jalan"
        assert decision(text).level is Level.SEGERA

    def test_a_child_with_fever_still_is_an_emergency(self, decision):
        assert decision("anak 6 tahun demam, tidak mau jalan, betis sakit").level is Level.DARURAT

    def test_swollen_each_evening_for_a_month_is_looked_at(self, decision):
        text = "dua kaki bengkak tiap sore sudah sebulan, kerja berdiri di toko"
        assert decision(text).level is Level.DOKTER


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("bapak sesek kalau tiduran, dua kakinya bengkak semua", "R40"),
        ("ayah punya gula. kalau malam kakinya baal. tadi ketahuan ada luka kecil di sela jarinya", "S52"),
    ],
)
def test_fluid_and_a_new_wound_of_a_diabetic_have_rules_of_their_own(decision, text, rule):
    assert rule in {fired.id for fired in decision(text).rules}


@pytest.mark.parametrize(
    "text",
    [
        "kata mertua saya kena angin duduk di betis, padahal cuma kram tiap malam",
        "saya diabetes, tiap malam saya cek telapak, ga ada luka",
        "betis kram kemarin lusa, habis itu sakitnya belum ilang sampai sekarang",
    ],
)
def test_folk_wind_in_the_leg_no_wound_and_what_a_cramp_leaves_are_no_alarm(decision, text):
    assert not decision(text).level.urgent
