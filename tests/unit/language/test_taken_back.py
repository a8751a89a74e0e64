"""What a message takes back itself, what it tells of nobody, and what is over."""

from __future__ import annotations

import pytest

from kram.dialogue.deciding import read_alone
from kram.triage.model import Level

_CALM = {Level.NONE, Level.MANDIRI, Level.DOKTER}


@pytest.fixture(scope="module")
def level(base, real_reader):
    """The level of one message by itself."""
    return lambda text: read_alone(base.triage, real_reader.read(text).mentions).level


@pytest.mark.parametrize(
    "text",
    [
        "dada kanan saya nyeri, aduh salah ketik, maksudnya paha kanan",
        "dada nyeri. ralat: lutut",
        "dadaku keram abis lari eh salah tulis betisku",
        "kram 45 menit eh maksudnya 45 detik",
        "kramnya 2 jam, typo, 2 menit",
        "dada eh paha saya ketarik",
        "nyeri dada, koreksi, nyeri tumit",
        "sesak eh salah, pegal kakinya",
        "tiap jam kram, eh bukan, tiap bulan",
    ],
)
def test_what_is_taken_back_is_no_danger(level, text):
    assert level(text) in _CALM


@pytest.mark.parametrize(
    "text",
    [
        "lutut nyeri, salah ketik, maksudnya dada",
        "nyeri dada eh betis juga",
        "dada saya sakit, maksudnya apa ini dok?",
        "dada saya sakit, salah makan kali",
        "sesak, maksudnya panas di dada",
        "kram 20 detik eh salah 20 menit belum lepas",
        "dada sakit eh tadi pingsan",
    ],
)
def test_what_is_not_taken_back_stands(level, text):
    assert level(text) >= Level.SEGERA


@pytest.mark.parametrize(
    "text",
    [
        "di sinetron tadi malam kakeknya mendadak pingsan terus mulutnya mencong",
        "baca novel, tokohnya digigit ular sampai sesak napas",
        "PR anak: jelaskan kenapa orang bisa kejang",
        "bikin skripsi tentang betis bengkak sebelah dan nyeri dada",
        "instruktur senam bilang dada nyeri itu tandanya kurang pemanasan",
        "mimpi betis saya digigit ular, bangun-bangun kram",
        "kirain keseleo parah, ternyata cuma kram semenit",
        "saya kira stroke, taunya cuma kesemutan habis jongkok",
        "takutnya nanti pindah ke dada sakitnya",
        "dulu waktu hamil anak kedua kaki bengkak sebelah, sekarang anaknya SMP",
        "sepupuku bulan lalu betisnya bengkak sebelah, sudah sembuh, cuma cerita",
    ],
)
def test_what_is_told_of_nobody_now_is_no_danger(level, text):
    assert level(text) in _CALM


@pytest.mark.parametrize(
    "text",
    [
        "habis nonton drakor dada saya nyeri",
        "ibu lagi nonton berita, tiba-tiba kakinya dingin dan putih",
        "lagi ngerjain tugas, mendadak bibir saya mencong",
        "baca novel sambil tiduran, tadi dada saya sesak",
        "dulu waktu hamil kaki bengkak sebelah, sekarang bengkak lagi",
        "minggu lalu betis bengkak sebelah, belum sembuh",
        "sejak tahun 2020 sering pingsan",
        "takut kalau makin parah, dada sakit dari tadi",
        "kirain masuk angin ternyata dada makin sakit",
        "mau tanya soal kram, ada bengkak di betis kiri",
        "guru telepon, katanya anak saya kejang di sekolah",
    ],
)
def test_what_is_told_of_somebody_now_stands(level, text):
    assert level(text) >= Level.SEGERA


@pytest.mark.parametrize(
    "text",
    [
        "anjir setengah mati nahan betis kram, 20 detik ilang",
        "hampir pingsan liat harga obat, kaki cuma pegel",
        "teriak kayak orang kesurupan gara-gara betis kram, sekarang udah enak",
        "lumpuh lalu lintas, jalan kaki pulang betis pegal",
        "demam panggung, betis tegang dikit",
        "serasa mau melahirkan sakitnya padahal cuma kram betis semenit",
        "gw ambruk ke kasur habis kerja, kaki pegel",
        "renang gaya dada bikin paha kram",
    ],
)
def test_exclamations_and_other_meanings_are_no_danger(level, text):
    assert level(text) in _CALM


@pytest.mark.parametrize(
    "text",
    [
        "betis ngiket pas bangun tidur, digoyang ilang",
        "betis kayak diperes jam 3 pagi, bentar doang",
        "serasa dicengkram betisku, dipijet langsung enak",
        "betis kayak dipelintir pas tidur, semenit hilang",
    ],
)
def test_a_cramp_without_its_name_is_a_cramp(level, text):
    assert level(text) is Level.MANDIRI
