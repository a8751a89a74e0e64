"""Grave body signs, pregnancy and populations, told in further ways."""

from __future__ import annotations

import pytest

TOLD = [
    ("kebas_selangkangan", "duduk di sadel motor, bagian yang nempel sadel baal semua, dicolek tidak tahu"),
    ("gangguan_kencing_bab", "kencingnya tidak mau turun padahal kandung kemih penuh"),
    ("gangguan_kencing_bab", "pas berdiri langsung netes, tidak ketahan sama sekali"),
    ("urine_gelap", "kencingku warnanya kayak kuah pindang"),
    ("olahraga_berat", "kemarin kelas gym pertama, hari ini paha ngilu"),
    ("olahraga_berat", "habis pindahan rumah, angkat lemari ke lantai tiga"),
    ("lemah_dua_kaki", "lemah merambat dari jari kaki menuju paha sejak kemarin"),
    ("lemah_dua_kaki", "dari pinggang ke bawah tidak ada daya"),
    ("kering_berat", "ubun-ubun anak saya melesak, mencret dari kemarin"),
    ("demam", "tadi diukur 39,2"),
    ("demam", "termometernya nunjuk 38,7"),
    ("perdarahan_lebam", "sejak minum kina gusi berdarah terus"),
    ("perdarahan_lebam", "bekas suntik masih netes darah tidak mau berhenti"),
    ("ruam_ungu", "betis anak muncul bercak warna wine"),
    ("tidak_mau_jalan", "bocil saya mogok napak sejak pagi"),
    ("ketuban", "hamil 36 minggu, ada bunyi pletuk lalu cairan hangat turun ke betis"),
    ("perdarahan_hamil", "ada noda pink di panty liner, saya hamil 10 minggu"),
    ("gerak_janin_kurang", "hamil 34 minggu, bayinya mogok gerak dari tadi pagi"),
    ("bengkak_muka_tangan", "bumil 33 minggu, pipi dan dahi sembab, jari segede jempol"),
    ("pakai_kina", "habis minum tablet kina tiap malam"),
    ("riwayat_dvt", "ada sumbatan darah di paha tahun 2019"),
    ("pascaoperasi", "habis angkat miom dua minggu lalu"),
    ("perjalanan_jauh", "baru landing dari jeddah tadi pagi, 9 jam duduk"),
    ("hamil_t3", "kandungan 36 mg"),
    ("gagal_jantung", "fungsi jantung bapak tinggal 25 persen"),
]

NOT_TOLD = [
    ("urine_gelap", "kencingku bening, minum kopi tadi pagi"),
    ("lemah_dua_kaki", "habis leg day dua kaki capek"),
    ("perdarahan_hamil", "testpack negatif, ada noda coklat sedikit"),
    ("ketuban", "kucing saya mau beranak, keluar air ketuban"),
    ("tidak_mau_jalan", "saya guru berdiri mengajar dari pagi"),
    ("pakai_kina", "kata dokter dilarang minum tablet kina"),
    ("antikoagulan", "minum sirup pengencer dahak tiap pagi"),
    ("hamil_t3", "minum amlodipin 36 mg"),
    ("kram_baru_setelah_obat", "minta obat buat kaki kram"),
    ("kering_berat", "diare sekali, badan agak lemas, masih minum banyak"),
]


def _told(reader, value: str, text: str) -> bool:
    return any(m.value == value and m.asserted for m in reader.read(text).mentions)


@pytest.mark.parametrize(("value", "text"), TOLD)
def test_grave_signs_in_further_words_are_heard(real_reader, value, text):
    assert _told(real_reader, value, text)


@pytest.mark.parametrize(("value", "text"), NOT_TOLD)
def test_what_only_sounds_grave_is_not(real_reader, value, text):
    assert not _told(real_reader, value, text)
