"""The level of what is told in passing, step by step, or through a body that does not obey; and what only sounds grave.

Each class has examples in fresh words; when one fails, mend the class and not the example.
"""

from __future__ import annotations

import pytest

from kram.dialogue.deciding import read_alone
from kram.triage.model import Level


@pytest.fixture(scope="module")
def decision(real_reader, base):
    return lambda text: read_alone(base.triage, real_reader.read(text).mentions)


@pytest.mark.parametrize(
    "text",
    [
        "betis kiri tegang tidak mau lemas dari semalam terus nyerinya tidak tertahankan, tidak habis jatuh",
        "betis kenceng kayak papan ga lemes2 terus nyerinya ga ketulungan, ga abis ngapain juga",
    ],
)
def test_a_denial_does_not_reach_over_a_word_that_goes_on(decision, text):
    assert decision(text).level is Level.DARURAT


@pytest.mark.parametrize(
    "text",
    [
        "awalnya ujung kaki kebas, dua hari kemudian betis lemas, kemarin tidak bisa naik tangga",
        "kemarin lusa lutut goyah, kemarin paha lemes, hari ini sudah harus dituntun ke wc",
    ],
)
def test_a_weakness_that_climbs_from_day_to_day(decision, text):
    assert decision(text).lead.id == "R19"


@pytest.mark.parametrize(
    "text",
    [
        "pinggang sakit sudah reda, tapi tiap cebok rasanya kayak nyentuh kulit orang",
        "habis BAB pas bersihin rasanya kayak megang badan orang lain",
    ],
)
def test_a_skin_that_seems_somebody_elses_when_it_is_washed(decision, text):
    assert decision(text).lead.id == "R12"


@pytest.mark.parametrize(
    "text",
    [
        "muntaber dari kemarin, belum kencing sama sekali sejak subuh, lemas dan betis kram",
        "muntaber sejak semalem, pipis ga setetes pun keluar, berdiri aja oleng",
        "diare cair terus, pipis setetes pun gak ada, berdiri aja ga kuat",
    ],
)
def test_not_a_drop_of_urine_in_a_diarrhoea(decision, text):
    assert decision(text).level is Level.DARURAT


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("bapak minum kina tiap malam, sekarang muncul titik-titik merah di lengan, katanya biang keringat", "R21"),
        ("ginjal saya sudah tahap 4, tadi kram dan sekarang jantung loncat-loncat ga teratur", "R04"),
        ("adik digips 3 hari, obat diminum dobel masih nangis, jari digerakin dikit teriak", "R31"),
        ("kaki pucat dan dingin sejak magrib, jempolnya disuruh gerak udah nggak mau", "R10"),
        ("hamil 8 bulan kak, dari semalam si dedek belum gerak-gerak", "R16"),
        ("teman kos ga bangun2 dari tadi padahal digoyang-goyang", "R02b"),
        ("kadang kalau lihat layar hp ada kilatan, saya baru lahiran seminggu", "R15"),
    ],
)
def test_signs_told_in_passing(decision, text, rule):
    assert rule in {one.id for one in decision(text).rules}
    assert decision(text).level is Level.DARURAT


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("opa jantungnya bengkak, kram bukan di kaki doang tapi ke perut juga", "S08"),
        ("dulu pernah DVT. dari kemarin lusa betis yang sama nyut-nyutan lagi siang malam walau tidak besar", "S02"),
        ("abis operasi usus buntu, betis pegel nongkrong terus siang malam dari kemarin", "S02"),
        ("suami saya cuci darah, tiap pulang hd kaki kram terus sampai minta stop sebelum waktunya", "S07b"),
        ("kegaruk kawat berkarat di kandang bebek, sekarang kaki kram", "S15"),
        ("main futsal berasa ada yang nabok betis, nengok kosong, sekarang ga bisa angkat tumit", "S11"),
    ],
)
def test_signs_of_today(decision, text, rule):
    assert rule in {one.id for one in decision(text).rules}
    assert decision(text).level is Level.SEGERA


@pytest.mark.parametrize(
    "text",
    [
        "napas lancar, yang sesek cuma celana jeans gue wkwk. betis kram pas tidur",
        "jadwal lagi sesek banget minggu ini, betis kram tiap malem",
        "kencing malam2 gelap2an eh betis kram, semenit ilang",
        "pegel minta ampun habis naik sepeda ontel ke sawah",
        "tetangga sebelah stroke mulutnya mencong, gue sendiri cuma kram kaki tadi, jadi takut",
        "hamil 6 bulan, betis kram tiap malam, ga ada bengkak, ga ada darah",
        "di sinetron tadi ada yang dadanya sakit terus pingsan. itu bener bisa?",
        "dulu waktu hamil pertama kaki bengkak dua-duanya, sekarang anaknya kuliah. aku lagi ga sakit apa-apa",
        "rasanya betis mau meledak tiap habis leg day, pegel doang sih 2 hari ilang",
        "kaki mati rasa gegara kelamaan sila pas pengajian, sekarang udah balik",
        "tiap mau tidur kaki pengen digerakin terus, ga sakit, mondar-mandir sebentar ilang",
    ],
)
def test_what_only_sounds_like_a_danger(decision, text):
    assert decision(text).level < Level.SEGERA


@pytest.mark.parametrize(
    "text",
    [
        "tetangga saya mulutnya mencong barusan, saya harus ngapain",
        "kaki putih kayak ga ada darahnya, baru tadi siang",
        "sakitnya minta ampun abis ketendang bola, betis makin kenceng",
    ],
)
def test_and_what_is_one(decision, text):
    assert decision(text).level >= Level.SEGERA


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("anak saya 2 tahun makan obat tensi neneknya 2 tablet", "R37"),
        ("bayi saya kejilat minyak kayu putih banyak, muntah", "R38"),
        ("hamil 9 bulan kaki bengkak dua-duanya dan sesak banget pas tidur telentang", "R41"),
        ("kebas kaki sudah lama karena saraf kejepit, kemarin kompres botol panas jadi melepuh", "S53"),
        ("minum teh jati cina tiap hari biar kurus, kaki kram dan lemas, kepala keliyengan", "S49b"),
        ("hamil 30 minggu, kram dua hari lalu, sampai sekarang betis kanan masih nyeri", "S50"),
        ("saya diabetes, tadi kaki lecet kena sandal", "S52"),
        ("anak 9 tahun haus terus, bolak-balik pipis, ngompol lagi, berat turun, kaki kram", "S51"),
    ],
)
def test_the_edge_of_a_rule_lies_inside(decision, text, rule):
    assert decision(text).lead.id == rule


@pytest.mark.parametrize(
    "text",
    [
        "anak saya diolesi minyak kayu putih di betis tiap kram",
        "betis bunyi krek pas distretching, enak, ga sakit",
        "saya diabetes, bekas luka di kaki sudah kering sejak bulan lalu, kaki kram malam",
        "dua hari lalu diare sekali, udah sembuh. sekarang kram betis sebentar",
        "habis berenang telapak kram, kaki pucat keriput kelamaan di air, sekarang biasa",
        "malam betis kram, duduk di pinggir kasur kaki diturunkan lalu reda",
    ],
)
def test_and_what_lies_outside(decision, text):
    assert decision(text).level < Level.SEGERA


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("abis nyemprot pestisida, sekarang muntah, air liur banyak, pandangan kabur, otot kedutan", "R42"),
        ("kaki adik terlindas motor tadi, bengkak kencang, telapaknya ga kerasa", "R11"),
        ("dari tadi ibu dibangunin ga bangun2", "R02b"),
        ("sekarang sesak kalau jalan ke kamar mandi dan betisnya nyeri", "R01"),
        ("wajannya jatuh sendiri dari tangan kanan, kaki kanannya kram dan berat diangkat", "R03"),
    ],
)
def test_dangers_of_work_and_house(decision, text, rule):
    assert decision(text).lead.id == rule


@pytest.mark.parametrize(
    "text",
    [
        "suami kerja nyemprot hama tiap minggu, kaki kram kalau malam",
        "jempol kiri merah karena sepatu kekecilan",
        "telapak ditekan putih lalu balik merah, kram dikit",
    ],
)
def test_and_what_is_none_of_them(decision, text):
    assert decision(text).level < Level.SEGERA


@pytest.mark.parametrize(
    ("text", "lasts"),
    [
        ("betis kiri saya keras seperti kayu sudah 5 hari, tidak sakit", True),
        ("udah seminggu betis kanan tegang keras terus", True),
        ("betis kiri keras tiap malam sudah seminggu", False),
        ("3 hari lalu betis kiri kram keras banget, sekarang masih pegal", False),
        ("betis kanan keras habis lari 2 hari lalu", False),
        ("sudah 2 minggu betis kiri suka mengeras sebentar lalu hilang", False),
    ],
)
def test_one_calf_that_stays_hard_for_days_is_no_cramp(real_reader, text, lasts):
    told = {m.value for m in real_reader.read(text).mentions if m.asserted}

    assert ("betis_keras_menetap" in told) is lasts
