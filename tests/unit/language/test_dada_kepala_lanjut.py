"""More tellings of danger signs of chest, head, and fits: likenesses, and what one can no longer do."""

import pytest


@pytest.fixture
def told(real_reader):
    return lambda text: {m.value for m in real_reader.read(text).mentions if m.asserted}


TOLD = {
    "sesak_napas": ["udaranya seret banget masuk ke sini", "napasku kayak lewat kain basah"],
    "nyeri_dada": ["dada saya kayak dibebani semen", "dada kiri serasa dicolok garpu"],
    "nyeri_dada_jantung": ["dada berat, gigi bawah ikut ngilu", "dada diperas, nyetrum sampai kelingking kiri"],
    "batuk_darah": ["dahak pagi ini kayak cucian daging", "riaknya merah jambu"],
    "pingsan": ["sudah sejam belum siuman", "mbah ditepuk tepuk meneng terus"],
    "bingung": ["kakek pipis di kulkas", "disuruh duduk malah keluar rumah"],
    "kejang_umum": ["badan kaku lurus lalu goncang goncang", "anak kejang, matanya ndelik"],
    "tanda_stroke": ["kopi merembes dari sudut mulut", "pipi kiri tiba-tiba baal"],
    "jantung_berdebar": ["jantung saya kayak mesin jahit", "jantung mencelos terus dari tadi"],
    "suhu_tinggi": ["thermo gun nunjuk 40,6", "badan bapak panas luar biasa"],
    "alergi_berat": ["habis minum obat leher kayak dicekik", "bibir ngembung abis disuntik"],
    "rahang_kaku": ["mangap cuma selebar jari", "rahang kayak disemen"],
    "sakit_kepala_hebat": ["kepala rasanya mau copot", "bukan sakit kepala biasa ini"],
    "penglihatan_kabur": ["lampu ada lingkaran pelanginya", "pandangan kayak tertutup asap"],
}
NOT_TOLD = {
    "sesak_napas": "takut kalau nanti sesak",
    "nyeri_dada": "ibu punya sakit jantung, boleh jalan kaki?",
    "batuk_darah": "habis cabut geraham ludah merah sedikit",
    "pingsan": "capek, ambruk ke kasur",
    "bingung": "bingung cari parkiran",
    "tanda_stroke": "foto saya mukanya mencong haha",
    "jantung_berdebar": "detak jantung janin bagus",
    "sakit_kepala_hebat": "saya nangis karena kram",
    "penglihatan_kabur": "layar retak jadi burem",
}


@pytest.mark.parametrize(("finding", "text"), [(f, t) for f, texts in TOLD.items() for t in texts])
def test_what_is_told(told, finding, text):
    assert finding in told(text)


@pytest.mark.parametrize(("finding", "text"), NOT_TOLD.items())
def test_what_only_sounds_like_it(told, finding, text):
    assert finding not in told(text)
