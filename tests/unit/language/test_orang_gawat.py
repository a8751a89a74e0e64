"""Danger in pregnancy, wasting muscles and states, told the way people tell them."""

from __future__ import annotations

import pytest

TOLD = [
    ("ketuban", "kakak hamil 36 minggu, kursinya basah padahal bukan ngompol"),
    ("ketuban", "tadi byur air hangat keluar dari bawah, usia kandungan 34 minggu"),
    ("perdarahan_hamil", "hamil 9 minggu, di tisu ada merah tiap habis kencing"),
    ("perdarahan_hamil", "sprei tembus darah, istri hamil 7 bulan"),
    ("gerak_janin_kurang", "bayi di perut saya dari pagi anteng saja, sudah diajak ngobrol"),
    ("gerak_janin_kurang", "tendangan si utun tinggal beberapa kali sehari"),
    ("kram_perut_hamil", "hamil 29 minggu perut seperti diremas tiap seperempat jam"),
    ("bengkak_muka_tangan", "hamil 33 minggu pipi kayak donat, jari gembung"),
    ("bengkak_muka_tangan", "gelang tidak bisa dilepas, jari bengkak"),
    ("nyeri_ulu_hati", "hamil tua, di bawah iga kanan nyeri menusuk"),
    ("otot_mengecil", "otot betis kanan kempes, jalan makin susah"),
    ("nyeri_lebih_baik_membungkuk", "jalan ke pasar pantat sampai betis nyeri, jongkok sebentar hilang"),
    ("nyeri_malam_gantung", "tiap malam ujung kaki bapak perih, dijuntaikan ke lantai baru bisa tidur"),
    ("gejala_tiroid", "gemuk padahal makan sedikit, ngantuk terus, rambut rontok"),
    ("kram_baru_setelah_obat", "kaki mulai kram sejak dikasih tablet jantung"),
    ("pascaoperasi", "kantong empedu ibu diangkat minggu lalu"),
    ("perjalanan_jauh", "semalaman naik damri dari Lampung, kaki tidak bisa selonjor"),
    ("imobilisasi", "kakek tagolek di kasur dua minggu"),
    ("hemodialisis", "ginjal tidak jalan, seminggu dua kali sambung mesin"),
    ("pakai_kina", "simbah masih ngunyah kulit kina tiap malam"),
    ("pil_kb", "implan dua batang di lengan sudah setahun"),
    ("nifas", "bayinya lahir hari selasa kemarin, kaki saya berat"),
    ("riwayat_dvt", "dulu betis kanan pernah ada bekuan"),
    ("antikoagulan", "minum obat biar darahnya tidak beku"),
    ("diuretik", "tablet pipis diminum bapak tiap pagi"),
    ("gagal_jantung", "didiagnosa heart failure tahun ini"),
    ("statin", "pil penurun lemak diminum tiap malam"),
    ("hamil", "adikku ngandut limang wulan"),
    ("nyeri_perut_kanan_bawah", "perut bawah sebelah kanan nyeri sekali"),
]

NOT_TOLD = [
    ("ketuban", "celana basah kehujanan, saya hamil 5 bulan"),
    ("ketuban", "hamil 8 bulan, tidak ada air keluar dari bawah"),
    ("perdarahan_hamil", "hamil 6 bulan, gusi berdarah tiap sikat gigi"),
    ("gerak_janin_kurang", "sepi banget malam ini, tidak ada yang bisa diajak ngobrol"),
    ("gerak_janin_kurang", "bayi saya di perut aktif, menendang terus"),
    ("kram_perut_hamil", "kram perut saat hamil itu normal? tanya doang"),
    ("bengkak_muka_tangan", "mata saya bengkak kena bulu kucing"),
    ("nyeri_ulu_hati", "patah hati, sakitnya sampai ulu hati"),
    ("otot_mengecil", "film tentang otot mengecil bikin sedih"),
    ("nyeri_lebih_baik_membungkuk", "ibu tidak kuat berdiri lama, tidak bisa jongkok"),
    ("nyeri_malam_gantung", "betis kram tengah malam lalu saya turun dari kasur"),
    ("gejala_tiroid", "lemas kedinginan karena demam"),
    ("kram_baru_setelah_obat", "obat dari klinik sudah diminum, kaki tetap kram"),
    ("pascaoperasi", "kaki kirinya tidak bisa diangkat"),
    ("perjalanan_jauh", "jam berapa kereta dari Bandung ke Surabaya"),
    ("imobilisasi", "jempol kaki kaku tidak bisa dilurusin, jadi susah tidur"),
    ("hemodialisis", "perawat HD gajinya berapa"),
    ("pakai_kina", "pil kina katanya obat kram jaman dulu"),
    ("nifas", "jenguk teman yang baru lahiran"),
    ("riwayat_dvt", "kata orang karena darah kental"),
    ("antikoagulan", "saya penjual obat pengencer darah"),
    ("diuretik", "obat kencing manis metformin"),
]


def _told(reader, value: str, text: str) -> bool:
    return any(m.value == value and m.asserted for m in reader.read(text).mentions)


@pytest.mark.parametrize(("value", "text"), TOLD)
def test_what_is_told_in_other_words_is_heard(real_reader, value, text):
    assert _told(real_reader, value, text)


@pytest.mark.parametrize(("value", "text"), NOT_TOLD)
def test_what_only_sounds_like_it_is_not(real_reader, value, text):
    assert not _told(real_reader, value, text)


def test_everyday_words_carry_no_denial_to_the_sign_behind_them(real_reader):
    assert _told(real_reader, "bengkak_satu_kaki", "tidak enak duduk, betis kanan bengkak sebelah")


def test_half_a_pregnancy_told_in_weeks_alone_needs_a_sign_of_the_child(real_reader):
    assert _told(real_reader, "hamil", "ketuban merembes, 33 minggu")
    assert not _told(real_reader, "hamil", "latihan lari sudah 16 minggu")
