"""Grave signs of the body as people tell them: likened to things, by what one can no longer do, by what others see."""

from __future__ import annotations

import pytest

TOLD = {
    "kebas_selangkangan": [
        "pantat saya kayak digabusin, ga ada rasa waktu ditepok",
        "bagian kemaluan serasa punya orang lain dok",
        "dubur sama sekitarnya baal sejak pagi",
    ],
    "gangguan_kencing_bab": [
        "tau tau celana basah, saya ga kebelet sama sekali, habis jatuh terduduk",
        "bab keluar sendiri waktu saya nyapu",
        "kencing buntu dari subuh, perut bawah begah",
    ],
    "urine_gelap": ["kencing saya persis kuah rawon", "air seni abang kayak kopi susu gelap"],
    "olahraga_berat": ["kemarin angkut karung beras seharian di gudang", "habis lomba triathlon di pantai"],
    "lemah_dua_kaki": [
        "dua kaki saya kayak ga ada tulangnya, berdiri langsung ambruk",
        "kedua tungkai tidak kuat nopang badan sejak pagi",
    ],
    "lemah_otot": ["angkat panci aja ga kuat, bahu sama paha lemah", "tiap otot ngilu dari leher sampai betis"],
    "kering_berat": [
        "popok bayi kering dari pagi, mencret terus",
        "mata ibu sudah melesak ke dalam habis muntaber",
        "bibir pecah pecah, ga kencing, mau berdiri sempoyongan",
    ],
    "diare_muntah": ["bab muncrat air terus", "apa yang dimakan keluar lagi semua", "hoek hoek dari magrib"],
    "demam": ["badan adek kayak kompor", "jidatnya panas banget dok", "udah sanmol tetep 38,6"],
    "mata_merah_kuning": ["putih mata bapak kayak kunyit", "bola mata jadi oranye"],
    "kontak_banjir_tikus": ["nyebur ke selokan nolongin kucing", "sarang tikus di lemari saya bersihin"],
    "perdarahan_lebam": [
        "kesenggol pintu dikit udah biru",
        "luka kecil di jari darahnya ga mau beku",
        "lebam di lengan tanpa sebab",
    ],
    "ruam_ungu": ["ada totol ungu di betis anak", "bintiknya dipencet tetap ungu"],
    "tidak_mau_jalan": ["cucu saya ga mau napak, minta gendong terus", "anak umur 4 jalannya timpang dari pagi"],
}

NOT_TOLD = {
    "kebas_selangkangan": ["kemaluan saya tidak kebas", "apa benar saraf kejepit bikin dubur baal?"],
    "gangguan_kencing_bab": ["kucing saya ngompol di karpet", "bab sama kencing lancar kok"],
    "urine_gelap": ["kopi saya tumpah di celana", "kencing saya bening"],
    "olahraga_berat": ["nonton lomba lari di tv", "ikut les renang, berat 25 kilo"],
    "lemah_dua_kaki": [
        "dua kaki pegel habis belanja",
        "kedua kaki kesemutan kelamaan sila",
        "dua kaki lemes abis begadang",
    ],
    "lemah_otot": ["wifi di kos lemah banget", "lemes karena laper"],
    "kering_berat": ["jemuran belum kering", "bibir kering kena ac, kencing lancar"],
    "diare_muntah": ["kucing muntah di teras", "menang jackpot lotre"],
    "demam": ["kota ini panas kayak oven", "meriang merindukan kamu"],
    "mata_merah_kuning": ["filter bikin mata merah", "mata berkunang kunang"],
    "kontak_banjir_tikus": ["banjir orderan minggu ini", "lukisan sawah bagus"],
    "perdarahan_lebam": ["tato biru di lengan", "tetangga mimisan, kami tidak"],
    "ruam_ungu": ["gamis ungu buat lebaran", "di anakku ga ada bintik ungu"],
    "tidak_mau_jalan": ["motor ga mau jalan", "anak 9 bulan memang belum bisa jalan"],
}


def _asserted(reader, text):
    return {m.value for m in reader.read(text).mentions if m.asserted}


@pytest.mark.parametrize(("value", "text"), [(v, t) for v, texts in TOLD.items() for t in texts])
def test_a_grave_sign_is_heard_however_it_is_told(real_reader, value, text):
    assert value in _asserted(real_reader, text)


@pytest.mark.parametrize(("value", "text"), [(v, t) for v, texts in NOT_TOLD.items() for t in texts])
def test_what_only_sounds_like_a_grave_sign_is_none(real_reader, value, text):
    assert value not in _asserted(real_reader, text)
