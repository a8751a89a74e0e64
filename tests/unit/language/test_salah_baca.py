"""What is often misread as a danger, and the same danger told for certain.

Each list has its sister: sentences that only sound like the sign, and sentences that tell it.
"""

from __future__ import annotations

import pytest

from kram.language.model import SELF, Kind

_COLD = ("kaki_dingin_pucat_biru", "kaki_mendadak_dingin")

NOT_TOLD = {
    "kebas_selangkangan": [
        "kaki kiri kesemutan dari bokong sampai tumit, kencing dan berak normal",
        "baal dari pinggang sampai ke jempol kaki kanan, BAK BAB normal semua",
        "kebas sebelah kanan mulai pantat turun ke betis sudah seminggu, buang air biasa saja",
        "dok paha belakang kiri saya kebas dari bokong ke betis, nyetrum kalau batuk",
        "kesemutannya nyambung dari pantat kanan ampe ujung kaki, pipis mah lancar",
        "nyeri menjalar dari bokong ke kaki kiri disertai baal di telapak, BAB dan BAK tidak ada keluhan",
        "sebelah kiri baal dari pinggul, bokong, paha belakang sampe punggung kaki",
        "dari pantat sampe mata kaki rasanya kebas sebelah, udah dibilang saraf kejepit ama dokter",
        "rasa tebal di pantat kiri turun ke betis kiri kl kelamaan duduk, kencing aman",
        "nggringgingen saking bokong tekan tlapakan sikil tengen, pipis lancar",
        "kebas dari bokong kanan sampe kelingking kaki, ga ada masalah kencing atau bab",
        "kesemutan dari pinggang menjalar ke bokong lalu betis kanan, buang air lancar",
        "kebas menjalar dari pinggul ke lutut kaki kanan, BAK normal",
        "dr bokong trs ke paha smp telapak kiri kesemutan, pipis n pup normal",
        "baal paha belakang kanan turun dari pantat, kencing biasa",
        "sejak angkat galon kesemutan dari pinggang kiri sampai jempol kiri, BAB BAK lancar",
        "dari bokong kanan ke betis kanan rasanya tebal, buang air kecil dan besar aman",
        "pantat sebelah kiri kebas kalau duduk lama naik motor, kencing lancar",
    ],
    "rahang_kaku": [
        "rahang saya bunyi krek kalau mangap lebar",
        "tiap nguap rahang kiri bunyi tek, agak sakit",
        "rahang kram abis makan baso urat, sekarang udah biasa",
        "gigi bungsu mau tumbuh, rahang jadi susah dibuka lebar",
        "abis cabut geraham bungsu rahang kaku dan bengkak pipinya",
        "kalau kelamaan ngunyah permen karet rahang pegel kaku",
        "rahang kram kalo kebanyakan nguap, ilang sendiri semenit",
        "sendi rahang ngeklik tiap buka mulut, udah bertahun tahun",
        "bangun tidur rahang kaku, kata dokter gigi saya suka gemeretak gigi",
        "rahang sempet kekunci pas nguap lebar, digoyang dikit lepas lagi",
        "rahange muni kletek nek mangap",
        "sehabis nyanyi lama rahang kenceng kram sebentar",
        "sendi rahang sy klo buka mulut kedengeran krek krek",
        "habis makan kikil rahang kram bntr",
        "rahang kiri kaku pas geraham bungsu tumbuh",
        "kok rahang bunyi cetek cetek ya dok pas makan",
        "kebanyakan karaoke rahang pegel kaku",
        "rahang kram pas menguap tadi, udh balik lagi",
    ],
    "nyeri_betis_menetap": [
        "anak saya umur 6 tahun tiap malam nangis kakinya sakit, paginya lari larian lagi",
        "si kecil ngeluh betis pegel malem malem, kadang kanan kadang kiri, besoknya main biasa",
        "ponakan 7 th hampir tiap malem minta dipijit kakinya, paginya loncat loncat",
        "putri saya 9 tahun betisnya sakit gantian kiri kanan menjelang tidur, siang ga apa apa",
        "anak lanang sikile lara saben bengi, esuke mlayu mlayu maneh",
        "adek 5 tahun sering bangun malam sakit tulang kering dua duanya, bangun tidur udah ceria lagi",
        "betis saya tiap malam sakit, paginya hilang",
        "betis pegal nyeri cuma malam hari, pagi sudah enteng lagi",
        "hampir setiap malam betis ngilu, begitu bangun pagi sudah tidak terasa",
        "anak cowok 8 thn betis sakit tiap mau tidur, dielus elus tidur, subuh udah gapapa",
        "kaki anak saya nyeri malam gantian kanan kiri sudah 2 minggu, kalau siang main bola",
        "betis sakitnya malam doang, paginya udah ga berasa",
        "tiap mau tidur anak 4 tahun minta dipijit betisnya sakit, esoknya loncat loncat",
        "cucu saya 8 tahun betisnya sakit malem doang, kalau siang lari larian",
        "betis ngilu malem doang kok dok, siang enteng",
        "kaki si adek sakit gantian kadang kiri kadang kanan, kl pagi udah main lagi",
        "betis sakit setiap malam, pagi sudah tidak terasa",
        "anak 7 thn nangis malam betis sakit dua2nya, paginya sekolah biasa",
    ],
    "perjalanan_jauh": [
        "kemarin jatuh dari motor betis memar",
        "keserempet motor sepulang sekolah, betis bengkak",
        "naik motor ke pabrik tiap hari, betis sering kram",
        "ketabrak sepeda motor tadi pagi kaki sakit",
        "nebeng motor teman ke kampus, betis pegal",
        "nyetir mobil 15 menit ke pasar terus betis kram",
        "habis kebentur knalpot motor betis merah",
        "kepleset pas turun dari motor, betis bengkak sebelah",
        "naik ojek ke stasiun kaki ketekuk",
        "motoran keliling komplek bentar, betis kenceng",
        "betis kena standar motor, bengkak biru",
        "tiap hari naik angkot ke kantor, betis kram malam",
        "kemarin sore keserempet motor pas nyebrang, betis lebam",
        "tadi pagi jatuh dari motor di depan rumah, betis bengkak",
        "betis sakit sehabis jatuh naik motor 6 jam yang lalu",
        "kejepit pintu mobil tadi malam, kaki bengkak",
        "tadi pagi nyetir ke kantor, betis kram di lampu merah",
        "naik motor ke sawah tiap hari betis kram",
        "pulang kerja naik motor betis pegal",
        "diserempet mobil waktu pulang dari pasar tadi pagi",
    ],
    "dingin": [
        "lagi berenang airnya dingin banget betis mendadak kram",
        "tidur di lantai dingin, betis kram tiba tiba",
        "kena ac dingin semalaman mendadak betis kaku",
        "kolamnya dingin, kaki langsung kram",
        "udara dingin di puncak bikin kaki tiba tiba kram",
        "wudhu pakai air dingin subuh subuh kaki mendadak kram",
        "keramiknya dingin, begitu diinjak betis langsung narik",
        "cuacanya lagi dingin, kaki sering kram mendadak",
        "hujan hujanan dingin, tiba-tiba betis ketarik",
        "nyemplung ke sungai yang dingin langsung keram betisnya",
        "kamarnya dingin banget kipas nyala, betis tau tau kram",
        "banyune adem banget, sikil langsung kram",
        "air lautnya dingin, kaki kiri mendadak kram pas snorkeling",
        "kaki kena es batu dingin terus kram",
        "minum es dingin terus kaki kram mendadak",
        "pas nyebur laut airnya dingin banget langsung kram betis",
        "kipas anginnya dingin, bangun bangun betis kram",
        "ruangan dingin banget di kantor, kaki mendadak kram",
        "dinginnya air bikin betis kram tiba tiba",
        "lantai masjid dingin pas sujud jari kaki mendadak kram",
        "di dieng hawanya dingin, tiba tiba betis ngunci",
    ],
    "kontak_banjir_tikus": [
        "abis matun di sawah betis pegel",
        "tandur seharian betis sakit",
        "macul di lahan basah kaki sakit",
        "nyawah dari subuh betis nyeri",
        "derep padi kaki pegal, sawahnya becek",
        "nandur dua hari betis pegel",
        "habis nyangkul sawah kaki sakit semua",
        "ngarit seharian betis kenceng",
        "panen padi kaki terendam lumpur sawah, betis pegal",
        "matun nang sawah sikil kemeng",
    ],
    "tanda_stroke": [
        "kesemutan tangan dan kaki",
        "kedua tangan dan kedua kaki kesemutan",
        "tangan kiri dan kaki kiri kesemutan habis ketindihan pas tidur miring",
        "sudah berbulan bulan tangan kanan dan kaki kanan kesemutan hilang timbul, dokter bilang diabetes",
        "tangan kaki kesemutan kanan kiri semua",
        "kaki kiri kesemutan, tangan kanan juga",
        "kesemutan kaki kiri kelamaan duduk",
        "tangan kiri dan kaki kiri suka kesemutan kalau tidur miring kiri",
        "tangan kanan kaki kanan kesemutan gara gara tidur miring ke kanan",
        "tiap malam tangan kiri dan kaki kiri kesemutan, sudah bertahun-tahun",
        "kedua tangan sama kedua kaki kesemutan",
        "tangan kanan kesemutan kaki kiri kram",
        "suka kesemutan tangan kiri dan kaki kiri",
    ],
    "perdarahan_hamil": [
        "betis keram dicoblos peniti sampai berdarah sama mbah, aman?",
        "habis bekam basah di betis keluar darah hitam, wajar kah",
        "sebulan lalu kena dengue berdarah, sekarang kaki pegal",
    ],
    "sesudah": [
        "tiap cuci darah selesai kram betisnya, sebabnya apa",
    ],
    "lansia": [
        "tensi ibu 90 kakinya sering keram",
        "gula darah mama 140, betis kram",
        "usia 22 kok gampang keram, masa iya sudah tua",
    ],
    "tidak_bisa_gerak": [
        "bapak pernah stroke tahun lalu, kaki yang lumpuh suka kaku malam hari",
        "abis plank sama squat paha kaku ga bisa nekuk",
        "njarem habis hiking, dengkul susah ditekuk",
        "kaki ga bisa jongkok pegel abis gym",
        "betis kaku abis lari ga bisa ditekuk",
    ],
    "kram_saat_hd": [
        "pasien cuci darah, kram tengah malam di rumah",
    ],
    "hd_terlewat": [
        "ginjal saya rusak tapi tidak cuci darah",
    ],
}

TOLD = {
    "kebas_selangkangan": [
        "kebas di selangkangan dan sekitar dubur sejak tadi malam",
        "dari pantat sampai telapak kebas dua-duanya, kencing juga ga kerasa",
        "pantat dan kemaluan saya mati rasa, duduk kayak di atas kapas",
        "bokong kanan kiri baal, cebok ga terasa",
        "kesemutan dari bokong ke kaki, sekitar anus juga kebas",
        "kebas di antara dua paha, pipisnya susah keluar, sakit pinggang",
        "pantat kebas, kalau cebok tidak berasa",
        "bokong dan kemaluan baal, kencing netes",
        "daerah dudukan mati rasa dari kemarin, bab ga kerasa",
        "kebas pantat kanan kiri sampai ke kaki dua-duanya",
        "selangkangan kebas, kaki kanan nyeri dari pantat sampai betis",
        "kesemutan di pantat, cebok kok ga kerasa ya",
        "sekitar anus dan pantat baal, kencing lancar",
    ],
    "rahang_kaku": [
        "rahang kaku ga bisa dibuka, tiga hari lalu nginjek paku",
        "mulut saya terkunci, susah ngunyah dan leher ikut kaku",
        "rahang kaku sejak kemarin, kaki luka kena seng karat",
        "bapak rahangnya kenceng gak bisa mangap, badan kaku kaku",
        "susah buka mulut, rahang kenceng terus seharian, punggung melengkung",
        "rahang bunyi krek terus sekarang mengunci tidak bisa dibuka sama sekali",
        "rahang mengunci, abis ketusuk paku",
        "rahang kenceng ga bisa kebuka, minggu lalu kaki kena beling",
        "rahangnya kaku sejak pagi dan leher kaku",
        "mulut susah dibuka, badan ikut kaku kejang",
        "rahang terkunci ga bisa makan dua hari",
        "abis nginjek paku karatan rahang mulai kaku kalau ngunyah",
    ],
    "nyeri_betis_menetap": [
        "betis kanan sakit terus dari kemarin ga ilang ilang",
        "anak saya 6 tahun betisnya sakit terus dari pagi sampai malam, pincang",
        "betis kiri nyeri siang malam sudah tiga hari",
        "betis nyeri malam, pagi masih sakit juga, sudah 4 hari satu titik",
        "nyeri betis kiri tidak hilang hilang walau sudah istirahat",
        "betis kiri sakit malam, siang juga masih sakit, sudah tiga hari",
        "anak 5 tahun betis sakit, pagi pincang tidak mau jalan",
        "betis kanan nyeri terus menerus tidak hilang sudah 4 hari",
        "nyeri betis sebelah kiri dari kemarin sampai sekarang",
        "anak saya betisnya sakit habis flu, tidak mau berdiri",
    ],
    "perjalanan_jauh": [
        "habis naik motor 9 jam dari semarang ke jakarta betis kiri bengkak",
        "touring motor bandung bali kemarin, betis kanan nyeri",
        "mudik naik bis semalaman, kaki kiri bengkak",
        "baru turun pesawat dari jeddah, betis kiri kencang bengkak",
        "saya sopir truk antar pulau, betis kanan bengkak",
        "abis naik kereta 10 jam betis sakit sebelah",
        "bawa mobil sendiri dari surabaya ke jakarta, betis bengkak kiri",
        "bolak balik solo jakarta nyetir sendiri, betis kiri sakit bengkak",
        "12 jam di mobil mudik, betis bengkak sebelah",
        "dari jakarta ke malang naik kereta tadi malam, betis bengkak",
        "sopir bus malam, betis kanan bengkak",
        "naik motor 7 jam pulang kampung, betis kenceng bengkak",
        "baru mendarat tadi pagi dari amsterdam, betis kiri bengkak",
    ],
    "dingin": [
        "kaki kanan mendadak dingin dan pucat, sakit sekali",
        "tiba tiba kaki kiri dingin kayak es, jari biru",
        "betis sakit hebat, kaki dingin pucat sebelah",
        "udara panas tapi kaki kiri saya dingin pucat mendadak",
        "telapak kaki dingin sebelah dan kebiruan sejak tadi",
        "habis berenang kaki kanan jadi dingin pucat dan nyeri, yang kiri anget",
        "kaki kiri mendadak dingin pucat padahal udara panas",
        "lantainya dingin, tapi kaki kanan saya dingin banget sebelah dan pucat dari tadi",
        "jari kaki biru dan dingin mendadak nyeri hebat",
        "kaki sebelah kanan dingin kayak es, mati rasa",
        "tiba tiba kaki kiri sedingin es dan putih",
    ],
    "kontak_banjir_tikus": [
        "abis kebanjiran betis sakit",
        "bersihin got kemarin, sekarang betis nyeri",
        "di sawah banyak tikus, betis nyeri demam",
        "rumah kerendem banjir betis sakit semua",
        "kaki terendam air banjir lalu betis nyeri",
        "kerja bakti got mampet kemarin betis nyeri",
        "kaki kerendem banjir tiga hari lalu",
        "nyebur comberan, kaki nyeri",
        "digigit tikus di sawah",
    ],
    "tanda_stroke": [
        "tangan kanan dan kaki kanan kesemutan baru hari ini",
        "kaki kiri kesemutan mendadak tangan kiri ikut",
        "lengan kanan kebas, kaki kanan juga kebas, baru aja",
        "kesemutan separo badan kiri, tangan sama kaki",
        "sisi kanan dari tangan sampai kaki baal sejak bangun tidur",
        "tiba2 tangan kiri sama kaki kiri semutan ga ilang",
        "barusan lengan kiri kesemutan terus kaki kiri ikutan",
        "kaki kanan baal, tangan kanan juga baal, mulai tadi subuh",
        "tangan kanan kesemutan, nyebar ke kaki kanan",
        "sebelah kanan tangan sama kaki semutan mendadak",
        "kiri semua kesemutan, tangan kiri kaki kiri, dari tadi pagi",
    ],
    "perdarahan_hamil": [
        "hamil 5 bulan tadi pagi keluar darah segar dari bawah",
    ],
    "sesudah": [
        "tadi malam kram hebat, habis kram betis masih pegal",
    ],
    "lansia": [
        "ibu 72 kakinya sering keram",
    ],
    "diuretik": [
        "minum obat tensi yang bikin kencing terus, kaki jadi kram",
    ],
    "tidak_bisa_gerak": [
        "dulu pernah stroke, barusan kaki kiri mendadak lumpuh",
        "habis squat kaki lemas tidak bisa digerakkan sama sekali",
        "jatuh pas futsal kaki tidak bisa digerakkan",
        "kaki kanan mendadak tidak bisa digerakkan dan kebas",
        "abis lari paha lemes, dua kaki ga bisa diangkat",
        "kaki kiri lumpuh mendadak",
    ],
    "kram_saat_hd": [
        "tiap jam terakhir hd betis kram, begitu mesin dilepas hilang",
        "sudah setahun cuci darah, tiap sesi kram betis di akhir",
        "bapak kalau dialisis selalu kram kaki pas mau selesai",
    ],
    "hd_terlewat": [
        "minggu ini bolos cuci darah dua kali, kaki kram",
    ],
}


def _pairs(lists):
    return [(value, text) for value, texts in lists.items() for text in texts]


def _is_told(reader, value: str, text: str) -> bool:
    values = _COLD if value == "dingin" else (value,)
    return any(m.value in values and m.asserted for m in reader.read(text).mentions)


@pytest.mark.parametrize(("value", "text"), _pairs(NOT_TOLD))
def test_what_only_sounds_like_the_sign_is_not_told(real_reader, value, text):
    assert not _is_told(real_reader, value, text)


@pytest.mark.parametrize(("value", "text"), _pairs(TOLD))
def test_the_sign_itself_is_still_heard(real_reader, value, text):
    assert _is_told(real_reader, value, text)


def test_pain_that_is_no_longer_felt_is_no_numbness(real_reader):
    assert not _is_told(real_reader, "mati_rasa_baru", "betis ngilu tiap malam, bangun pagi sudah tidak terasa lagi")
    assert _is_told(real_reader, "mati_rasa_baru", "bangun tidur kaki kiri tidak terasa apa-apa, dicubit pun diam")


@pytest.mark.parametrize(
    "text",
    ["betis kram padahal tidak habis berolahraga", "kram muncul ga abis lari", "kaki kram ga habis olahraga juga"],
)
def test_sport_that_was_not_done_is_denied_and_not_the_end_of_the_cramp(real_reader, text):
    mentions = real_reader.read(text).mentions

    assert not any(m.value == "kram_lebih_10_menit" or (m.value == "olahraga" and m.asserted) for m in mentions)
    assert any(m.value in {"kram_betis", "kram_tak_jelas"} and not m.negated for m in mentions)


@pytest.mark.parametrize("text", ["kram betis dari tadi ga abis abis", "kramnya dari tadi tidak habis"])
def test_a_cramp_that_does_not_end_is_still_heard(real_reader, text):
    assert _is_told(real_reader, "kram_lebih_10_menit", text)


@pytest.mark.parametrize(
    "text", ["dari mana energi otot kalau pasokan oksigennya kurang", "suplai oksigen ke otot kurang"]
)
def test_the_oxygen_of_a_muscle_is_no_breath(real_reader, text):
    assert not _is_told(real_reader, "sesak_napas", text)


@pytest.mark.parametrize("text", ["rasanya kurang oksigen", "saturasi oksigennya kurang, cuma 88"])
def test_lacking_air_is_still_heard(real_reader, text):
    assert _is_told(real_reader, "sesak_napas", text)


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        ("gerak_janin_kurang", "menyusui tengah malam betis kram, pelan2 biar dedek bayi ga bangun"),
        ("tidak_bisa_gerak", "kakek kena stroke lima tahun lalu, kaki yang lumpuh itu sering kaku"),
        ("gangguan_kencing_bab", "belum mau lepas KB, takut kebobolan"),
        ("urine_gelap", "kencing lancar, cuma disuruh tetangga minum jamu pegal linu buat betis"),
        ("mati_rasa_baru", "operasi tumit sudah 3 bulan, kelingking kaki masih baal"),
        ("kram_meluas", "hamil 7 minggu kaki kram, perut bawah juga kram dikit"),
        ("kram_meluas", "obat kram di mana belinya"),
        ("merah_hangat", "telapak sampai betis gringgingen, malem rasanya panas kayak kebakar"),
        ("nyeri_betis_menetap", "betis kanan berdenyut sendiri sebulan ini kayak ada cacing jalan, ga sakit"),
        ("cedera", "betis kram atuh kudu kumaha"),
        ("diare_muntah", "nenek jarang minum soalnya males bolak-balik kamar mandi, betisnya kram"),
        ("otot_mengecil", "kaki bengkak tiap sore, besok pagi kempes lagi"),
        ("otot_mengecil", "mata kaki bengkak habis jualan seharian, nanti bangun tidur udah kempes"),
        ("kram_meluas", "kramnya pindah-pindah, kadang betis kadang paha, sebelah kiri terus"),
        ("luka_hitam_bau", "seharian berdiri pake heels, betis rasanya mau copot"),
    ],
)
def test_what_only_sounds_like_a_danger_is_not_told(real_reader, sign, text):
    assert not _is_told(real_reader, sign, text)


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        ("gerak_janin_kurang", "kandungan 34 minggu, bayinya ga gerak dari semalam"),
        ("tidak_bisa_gerak", "ibu pernah stroke 3 tahun lalu, subuh tadi kakinya mendadak lumpuh lagi"),
        ("gangguan_kencing_bab", "pinggang sakit terus kencing kebobolan"),
        ("urine_gelap", "habis angkat beban seharian kencingnya kayak air teh"),
        ("mati_rasa_baru", "bangun tidur kaki kiri mendadak baal sampai lutut"),
        ("kram_perut_hamil", "hamil 7 minggu kaki kram, perut bawah juga kram dikit"),
        ("kram_meluas", "kramnya di mana-mana, betis tangan perut semua"),
        ("kram_meluas", "kramnya pindah-pindah, kadang betis terus naik ke perut sama tangan"),
        ("merah_hangat", "betis kiri merah dan panas kayak kebakar"),
        ("diare_muntah", "dari subuh mencret, bolak-balik kamar mandi terus, betis kram"),
        ("otot_mengecil", "betis kanan berdenyut sendiri sebulan ini kayak ada cacing jalan, makin kecil"),
    ],
)
def test_the_same_danger_told_for_certain_is_still_heard(real_reader, sign, text):
    assert _is_told(real_reader, sign, text)


@pytest.mark.parametrize(
    "text", ["waktu berhubungan suami istri betis suka keram", "habis hubungan suami-istri jari kaki kram"]
)
def test_what_a_couple_does_is_no_complaint_of_the_spouse(real_reader, text):
    assert {m.experiencer for m in real_reader.read(text).mentions if m.kind is Kind.FINDING} == {SELF}


def test_a_gel_is_not_the_tablet(real_reader):
    assert not _is_told(real_reader, "oains", "gel voltaren buat betis boleh ga, saya maag")
    assert _is_told(real_reader, "oains", "minum tablet voltaren boleh, saya maag")


def test_what_is_rubbed_on_a_baby_is_for_a_child(real_reader):
    assert _is_told(real_reader, "anak", "minyak telon dioles ke kaki bayi aman?")
    assert not _is_told(real_reader, "anak", "kaki bayi nendang terus, betis saya kram")


@pytest.mark.parametrize(
    ("text", "told"), [("kreatinin ibu 4 betisnya kram", True), ("kreatinin 1,1 normal kan", False)]
)
def test_a_creatinine_of_two_and_more_is_a_bad_kidney(real_reader, text, told):
    assert _is_told(real_reader, "ginjal", text) is told
