"""Danger signs of the leg, cramps that last and wounds, told in other words (concepts/kaki_gawat_lanjut.yml)."""

from __future__ import annotations

import pytest

from kram.knowledge.base import load_knowledge
from kram.language.build import build_reader
from kram.language.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(load_knowledge())


TOLD = [
    ("bengkak_satu_kaki", "tungkai kiri simbah makin buntal, yang kanan kurus"),
    ("bengkak_satu_kaki", "sepatu kanan mendadak susah masuk, yang kiri longgar"),
    ("merah_hangat", "kulit betis memerah dan kerasa hangat terus"),
    ("merah_hangat", "betis kiri merah kayak lobster, apa penyebabnya ya"),
    ("kaki_dingin_pucat_biru", "dengkul ke bawah adem, dengkul ke atas anget"),
    ("kaki_dingin_pucat_biru", "bu bidan bilang denyut di punggung kaki samar"),
    ("kaki_mendadak_dingin", "sore tadi masih bisa jalan, sekarang kaki kanan dingin pucat"),
    ("mati_rasa_baru", "kaki bapak kena knalpot diam saja, ga kerasa"),
    ("tidak_bisa_gerak", "jempol kaki disuruh goyang tetap diam"),
    ("tidak_bisa_gerak", "kaki kayak ditanam, ga mau bergerak"),
    ("betis_tegang_mengeras", "kulit betis serasa mau robek"),
    ("nyeri_sangat_hebat", "suami menjerit menahan nyeri di kaki"),
    ("nyeri_sangat_hebat", "betis kayak dijepit ragum, ga reda reda"),
    ("gips_perban_ketat", "sedotan pun ga bisa masuk ke gips saya"),
    ("gips_perban_ketat", "verban di betis rasanya melilit"),
    ("kulit_menyebar", "abang di kaki tambah jembar, udah sampai lutut"),
    ("kram_lebih_10_menit", "betis masih ngegrip, udah dua puluh menit"),
    ("kram_lebih_1_jam", "kram dari subuh sampai magrib belum lepas"),
    ("kram_meluas", "betis kram, punggung juga ikut nyengkrem"),
    ("luka_kotor", "kawat berkarat nembus sandal kena telapak"),
    ("luka_kaki_tak_sembuh", "koreng di tumit belum mingkem dari april"),
    ("bunyi_pletak", "terdengar letusan kecil dari tumit waktu loncat"),
    ("tidak_bisa_jinjit", "tes angkat tumit kaki kanan gagal"),
    ("tangan_mengunci", "kelingking nekuk ke telapak ga mau terbuka"),
    ("kesemutan_mulut_jari", "di bibir kayak ada listrik kecil, ujung jari juga"),
]

NOT_TOLD = [
    ("bengkak_satu_kaki", "kaki kiri saya tidak gemuk kok"),
    ("merah_hangat", "betis tidak merah dan tidak hangat"),
    ("kaki_mendadak_dingin", "habis hujan kaki dingin dua duanya"),
    ("nyeri_sangat_hebat", "dia menangis karena rindu, bukan karena sakit"),
    ("gips_perban_ketat", "plafon gips retak melilit pipa"),
    ("kram_lebih_10_menit", "baru saja kram, ditarik ke arah mana"),
    ("kram_lebih_1_jam", "jarak kram ke kram berikutnya sejam"),
    ("bunyi_pletak", "boleh tidak betis diurut"),
    ("tidak_bisa_jinjit", "anak kecil saya belum bisa jinjit"),
    ("tangan_mengunci", "jari kaki menekuk, tangan tidak apa-apa"),
]


def _has(reader: Reader, text: str, finding: str) -> bool:
    return any(m.value == finding and m.asserted for m in reader.read(text).mentions)


@pytest.mark.parametrize(("finding", "text"), TOLD)
def test_the_sign_is_heard(reader: Reader, finding: str, text: str) -> None:
    assert _has(reader, text, finding)


@pytest.mark.parametrize(("finding", "text"), NOT_TOLD)
def test_its_neighbours_are_not(reader: Reader, finding: str, text: str) -> None:
    assert not _has(reader, text, finding)
