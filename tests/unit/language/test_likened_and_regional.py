"""What is only likened to something, size told by a picture, the words of the regions, and the bite of a snake."""

from __future__ import annotations

import pytest

from kram.language.model import Analysis, Kind, Temporality


def told(read: Analysis, kind: Kind) -> set[str]:
    """The ids of one kind that are said to hold now."""
    return {mention.value for mention in read.of(kind)}


@pytest.fixture(scope="module")
def findings(real_reader):
    """Findings that a message tells of."""
    return lambda text: told(real_reader.read(text), Kind.FINDING)


@pytest.fixture(scope="module")
def everything(real_reader):
    """Findings, populations and contexts that a message tells of."""
    kinds = (Kind.FINDING, Kind.POPULATION, Kind.CONTEXT)
    return lambda text: {value for kind in kinds for value in told(real_reader.read(text), kind)}


# --- size told by a picture ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "paha kiri segede bantal",
        "kaki gue yg kanan segede gaban",
        "betis sebelah mblendung",
        "betis kiri kok kayak dipompa, digembungin gitu",
        "kaki sebelahnya abuh mbah",
        "betis bengkakki sebelah",
        "kaki kida gadang sabalah",
    ],
)
def test_a_side_as_big_as_something_is_swollen(findings, text):
    assert "bengkak_satu_kaki" in findings(text)


@pytest.mark.parametrize(
    "text",
    ["benjolan segede kelereng di betis kiri", "betis saya emang segede talas", "memar di paha kanan segede koin"],
)
def test_a_lump_or_a_build_is_no_swelling(findings, text):
    assert "bengkak_satu_kaki" not in findings(text)


# --- the words of the regions --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("lambene angel dibukak, awak kabeh kaku", "rahang_kaku"),
        ("cangkeme bapak angel mangap bar kecublek paku", "rahang_kaku"),
        ("baham hese dibuka", "rahang_kaku"),
        ("sungut abah teu tiasa muka", "rahang_kaku"),
        ("muncuang apak takunci", "rahang_kaku"),
        ("sikilku ketuncep paku teyeng", "luka_kotor"),
        ("suku katojos paku", "luka_kotor"),
        ("kaki den tatusuak paku", "luka_kotor"),
        ("hosa pisan, bitis nyeri", "sesak_napas"),
        ("sesakki bapakku", "sesak_napas"),
        ("omonge balelol dadakan", "tanda_stroke"),
        ("apak lah pingsanmi", "pingsan"),
        ("mbah wis ngalor ngidul omongane ora nyambung", "bingung"),
        ("jantung basawai indak taratur", "jantung_berdebar"),
        ("sikile dingin pucatki sebelah", "kaki_dingin_pucat_biru"),
    ],
)
def test_danger_in_the_words_of_a_region(findings, text, value):
    assert value in findings(text)


# --- the bite of a snake -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "barusan di kebun betis dipatok kobra",
        "bapak digigit anak ular, kakinya biru",
        "ular ijo gigit jempol kaki saya",
        "dicokot ulo wingi sore",
        "dipacok oray di sawah",
        "kena gigitan ular, udah diiket kenceng",
    ],
)
def test_the_bite_of_a_snake_is_told(findings, text):
    assert "gigitan_berbisa" in findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "digigit semut rangrang di kaki",
        "digigit nyamuk gatel semua",
        "disengat lebah, udah ga sakit",
        "mimpi dikejar ular",
        "di sawah banyak ular",
        "takut dipatok ular",
        "nyerinya kaya digigit ular",
        "waktu kecil pernah digigit ular",
        "kalau digigit ular gimana",
        "ga digigit ular kok",
    ],
)
def test_no_bite_another_bite_and_one_long_past_are_none(findings, text):
    assert "gigitan_berbisa" not in findings(text)


def test_a_healed_bite_is_past(real_reader):
    mentions = real_reader.read("dulu pernah dipatok ular, udah sembuh").mentions
    assert [m.temporality for m in mentions if m.value == "gigitan_berbisa"] == [Temporality.PAST]


# --- a likeness is no fact -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("turun tangga kayak kakek-kakek", "lansia"),
        ("jalan saya macam orang jompo", "lansia"),
        ("nangis kaya anak kecil pas kram", "anak"),
        ("perut kembung kayak orang hamil", "hamil"),
        ("sakitnya kayak mau lahiran", "nifas"),
        ("linu kaya abis nyangkul seharian", "olahraga"),
        ("betis serasa habis maraton", "olahraga_berat"),
        ("pegel kayak abis dari gunung", "atlet"),
        ("kaki pegel kaya abis squat", "olahraga_berat"),
        ("ngilu kaya patah tulang", "cedera"),
        ("paha kaya abis digebukin", "cedera"),
        ("tumit kayak nginjek paku", "luka_kotor"),
        ("jalannya kayak orang stroke", "tanda_stroke"),
        ("kayak orang diabetes gitu kesemutan", "diabetes"),
        ("lemes kayak lagi puasa, serasa puasa", "puasa"),
    ],
)
def test_what_is_likened_is_not_so(everything, text, value):
    assert value not in everything(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("pipis kaya air kola", "urine_gelap"),
        ("telapak kayak pake kaus kaki tebel", "kebas_menetap"),
        ("betis keras kaya kayu mendadak", "kram_betis"),
        ("mulutnya kaya mencong", "tanda_stroke"),
        ("dada kaya ditindih gajah", "nyeri_dada"),
        ("napas kaya orang abis lari, padahal tiduran", "sesak_napas"),
        ("sesak kayak habis sprint, padahal duduk", "sesak_napas"),
        ("betis kaya ditendang dari belakang terus bunyi tas", "bunyi_pletak"),
        ("abis naik gunung kemarin, paha pegel", "olahraga_berat"),
        ("abis keseleo main bola", "cedera"),
        ("penyakit saya banyak seperti diabetes", "diabetes"),
        ("olahraga seperti futsal tiap minggu", "olahraga"),
        ("nenek saya kram tiap malam", "lansia"),
    ],
)
def test_a_sign_told_as_a_likeness_and_a_real_event_stay(everything, text, value):
    assert value in everything(text)


def test_whom_somebody_is_like_is_not_the_patient(real_reader):
    assert real_reader.read("jalan kaya nenek-nenek, betis kram").person in {"", "diri"}


def test_kayak_is_no_word_of_another_field(real_reader):
    assert real_reader.read("betis rasanya kayak ditarik").outside == ()
