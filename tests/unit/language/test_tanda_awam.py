"""Signs of danger as lay people tell them: what one sees, what it is like, what cannot be done any more."""

from __future__ import annotations

import pytest

TOLD = [
    ("bengkak_satu_kaki", "dulu kena trombosis di betis kiri, dua hari ini kaki yang sama membesar lagi"),
    ("riwayat_dvt", "sepuluh tahun lalu ada bekuan darah di paha, sekarang paha itu bengkak lagi"),
    ("bengkak_satu_kaki", "tungkai kananku makin hari makin gede, yang kiri biasa saja"),
    ("nyeri_sangat_hebat", "kaki anak digips kemarin, makin malam makin nyeri, parasetamol tidak ngaruh"),
    ("kaki_dingin_pucat_biru", "jempol yang nongol dari gips kok ungu dan dingin"),
    ("mati_rasa_baru", "betis kalau diusap rasanya kayak mengusap kaki orang lain, mulai tadi pagi"),
    ("mati_rasa_baru", "telapak kayak pakai kaus kaki rangkap tiga, baru sejak semalam"),
    ("kebas_menetap", "kaki saya kalau diraba kayak dilapisi kain"),
    ("bingung", "eyang ditanya sudah makan belum jawabnya ngawur soal sawah"),
    ("bingung", "tante tidak kenal anak sendiri sejak tadi sore"),
    ("bingung", "kakek bertanya terus ini rumah siapa, padahal rumahnya sendiri"),
    ("pingsan", "pandangan gelap, terus gubrak di depan kulkas"),
    ("pingsan", "ditepuk-tepuk tetap merem terus"),
    ("tanda_stroke", "kopi netes dari pinggir bibir tiap diminum"),
    ("tanda_stroke", "sejak subuh tangan kanan kayak digantungi karung"),
    ("tanda_stroke", "piringnya lepas sendiri dari tangan, omongannya juga berubah"),
    ("tanda_stroke", "ibu mau bilang air yang keluar kata lain"),
    ("alergi_berat", "setelah disuntik kerongkongan makin sempit"),
    ("rahang_kaku", "mulut cuma terbuka sejari, menguap pun susah"),
    ("lemah_dua_kaki", "awalnya telapak lemas, sekarang sampai paha"),
    ("tidak_bisa_gerak", "terpeleset di sumur, kaki jadi pendek sebelah"),
    ("gigitan_berbisa", "ular hijau nyosor betis saya di kebun"),
    ("nyeri_malam_gantung", "malam kaki sakit, harus dijuntaikan dulu baru bisa tidur"),
    ("hd_terlewat", "bapak harusnya cuci darah kamis tapi tidak jadi berangkat, sekarang kram"),
    ("pakai_kina", "gara-gara pil kina lengan saya lebam semua"),
    ("sakit_kepala_mendadak", "seumur hidup belum pernah sakit kepala sesakit ini"),
]

NOT_TOLD = [
    ("tanda_stroke", "tetanggaku mulutnya mencong minggu lalu, aku mah cuma kram"),
    ("gigitan_berbisa", "teman kos digigit ular bulan lalu, sudah sembuh"),
    ("sesak_napas", "kalau kram terus sesak napas, harus bagaimana?"),
    ("kering_berat", "lemas habis puasa, betis kram sebentar"),
    ("bingung", "anakku susah dibangunkan buat sekolah"),
    ("tidak_mau_jalan", "keponakan tidak mau jalan, maunya naik motor"),
    ("bunyi_pletak", "bunyi kretek pas stretching, enak"),
    ("rahang_kaku", "tetanus itu penyakit apa sih"),
    ("urine_gelap", "kebanyakan minum es teh jadi bolak-balik pipis"),
    ("pingsan", "kram bisa bikin orang pingsan?"),
    ("sesak_napas", "jeans kekecilan sampai engap"),
    ("mati_rasa_baru", "tidur pakai kaus kaki tebal biar tidak kram"),
    ("nyeri_sangat_hebat", "gips sudah dilepas sebulan lalu, sekarang tambah enak"),
    ("bengkak_satu_kaki", "betis saya lebih besar sebelah memang dari lahir"),
]

STILL_TOLD = [
    ("pingsan", "teman saya pingsan di sini, saya cuma berdua, tolong"),
    ("batuk_darah", "kalau batuk terus keluar darah bahaya?"),
    ("sesak_napas", "tertawa lalu tiba-tiba sesak napas"),
]


def _told(reader, value: str, text: str) -> bool:
    return any(m.value == value and m.asserted for m in reader.read(text).mentions)


@pytest.mark.parametrize(("value", "text"), TOLD)
def test_signs_told_in_lay_words_are_heard(real_reader, value, text):
    assert _told(real_reader, value, text)


@pytest.mark.parametrize(("value", "text"), NOT_TOLD)
def test_what_only_sounds_like_a_sign_is_none(real_reader, value, text):
    assert not _told(real_reader, value, text)


@pytest.mark.parametrize(("value", "text"), STILL_TOLD)
def test_what_looks_like_talk_but_is_now_is_heard(real_reader, value, text):
    assert _told(real_reader, value, text)
