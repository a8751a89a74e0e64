"""Small things that tests make for themselves instead of leaning on the real content."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any

from kram.knowledge.base import load_knowledge
from kram.knowledge.model import Entry, Item, KnowledgeBase, Need, Section
from kram.language.cues import Cues
from kram.language.lexicon import LanguageTable
from kram.language.model import SELF, Analysis, Kind, Mention, Temporality, Token
from kram.language.normalize import Normalizer
from kram.language.patterns import DEFAULT_REACH
from kram.language.places import Place
from kram.language.quantity_words import QuantityWords
from kram.language.repair import Lexicon
from kram.paths import KNOWLEDGE
from kram.triage.engine import decide
from kram.triage.model import Level, LevelText, Rule, Table


@lru_cache(maxsize=1)
def real_knowledge() -> KnowledgeBase:
    """The real knowledge, loaded once; for parameters of tests (tests use the fixture ``base``)."""
    return load_knowledge()


# --- words -------------------------------------------------------------------------------------------------

CUES: Mapping[str, Any] = {
    **{field.name: [] for field in fields(Cues)},
    "mended": {},
    "sentence_end": [".", "?", "!"],
    "clause_start": ["tapi", "sekarang", "karena"],
    "negation": ["tidak", "bukan", "belum", "tanpa"],
    "negation_strong": ["ada", "tanpa"],
    "pseudo_negation": ["tahu", "cuma", "tahan", "hilang"],
    "negation_through": ["ada", "terasa", "di"],
    "list_words": ["atau", "dan"],
    "list_closers": ["atau"],
    "contrasts": ["cuma"],
    "asks_before": ["boleh", "wajar"],
    "post_through": ["sih", "juga", "ya"],
    "past": ["dulu", "pernah"],
    "past_blockers": ["sekarang", "masih", "lagi"],
    "hypothetical": ["kalau", "takut"],
    "hypothetical_through": ["sampai", "nanti", "atau"],
    "persons": {
        "ibu": {"words": ["ibu", "mama"], "not_before": ["hamil", "dokter"]},
        "suami": {"words": ["suami"], "alone": True},
        "istri": {"words": ["istri"], "alone": True},
        "anak": {"words": ["anak"], "not_before": ["pertama", "kedua"]},
    },
    "possessors": ["saya"],
    "person_before": ["untuk", "si"],
    "not_patient_before": ["kata", "hamil"],
    "not_patient_after": ["bilang"],
    "self_words": ["saya"],
    "self_markers": ["sendiri", "juga", "kram", "hamil", "yang"],
}

QUANTITIES: Mapping[str, Any] = {
    **{field.name: [] for field in fields(QuantityWords)},
    "numbers": {"satu": 1, "dua": 2, "tiga": 3, "lima": 5, "sepuluh": 10, "setengah": 0.5, "beberapa": 3},
    "one_unit": {"sejam": "jam", "sehari": "hari", "semalam": "malam", "seminggu": "minggu", "sebulan": "bulan"},
    "many_unit": {"berjam-jam": 180},
    "minutes": {
        "detik": 1 / 60, "menit": 1, "jam": 60, "hari": 1440, "malam": 1440, "minggu": 10080, "bulan": 43800,
        "tahun": 525600,
    },
    "per_week": {"hari": 7, "malam": 7, "minggu": 1, "bulan": 0.25},
    "unit_forms": {"tahunan": "tahun"},
    "trimesters": {"1": 8, "2": 20, "3": 32, "dua": 20, "ketiga": 32},
    "trimester_cues": ["trimester", "semester"],
    "degrees": ["derajat", "c"],
    "every": ["tiap", "dalam"],
    "times": ["kali"],
    "fillers": ["bisa"],
    "range_words": ["-", "sampai"],
    "age_cues": ["umur", "usia"],
    "pregnancy_cues": ["hamil", "kehamilan"],
    "person_words": ["ibu", "anak", "saya", "suami"],
    "span_words": ["sejak", "sudah", "selama"],
    "span_words_after": ["lalu", "ini"],
    "past_words_after": ["lalu"],
}  # fmt: skip

FINDINGS = ("sesak", "demam", "bengkak", "pusing", "kram")
CONCEPTS: Mapping[str, Sequence[str]] = {
    **{name: [name] for name in (*FINDINGS, "hamil", "kaki", "betis", "dada", "kiri", "kanan")},
    "tidak_gerak": ["tidak bisa gerak"],
    "merek": ["cap kaki tiga"],
}


def raw_pattern(kind: Kind, value: str, head: Sequence[str], needs: Sequence[Sequence[str]] = ()) -> dict[str, Any]:
    """A pattern as it stands in a compiled table."""
    return {
        "kind": kind.value,
        "value": value,
        "head": list(head),
        "needs": [list(need) for need in needs],
        "without": [],
        "without_anywhere": [],
        "reach": DEFAULT_REACH,
    }


def small_table() -> LanguageTable:
    """A language of a dozen words: enough for negation, time, persons and body parts."""
    words = {word for forms in CONCEPTS.values() for form in forms for word in form.split()}
    words |= {word for person in CUES["persons"].values() for word in person["words"]}
    findings = [raw_pattern(Kind.FINDING, name, [name]) for name in FINDINGS]
    return LanguageTable(
        {
            "lexicon": {"slang": {"ga": "tidak"}, "vocabulary": sorted(words), "typo_targets": [], "known": []},
            "cues": CUES,
            "quantities": QUANTITIES,
            "concepts": CONCEPTS,
            "outside": {"hewan": ["kucing", "ikan koi"]},
            "masks": ["merek"],
            "families": [["kaki", "betis", "dada"], ["kiri", "kanan"]],
            "body": ["kaki", "betis", "dada"],
            "legs": ["kaki", "betis"],
            "patterns": [
                *findings,
                raw_pattern(Kind.FINDING, "tidak_bisa_gerak", ["tidak_gerak"]),
                raw_pattern(Kind.FINDING, "bengkak_kaki", ["bengkak"], [["kaki", "betis"]]),
                raw_pattern(Kind.POPULATION, "hamil", ["hamil"]),
                raw_pattern(Kind.POPULATION, "lansia", ["umur_lansia"]),
            ],
        }
    )


def normalizer(
    slang: Mapping[str, str] | None = None,
    vocabulary: Sequence[str] = (),
    typo_targets: Sequence[str] = (),
    known: Sequence[str] = (),
    ordinary: Sequence[str] = (),
) -> Normalizer:
    """A normaliser with only these words."""
    return Normalizer(
        Lexicon(slang or {}, frozenset(vocabulary), tuple(typo_targets), frozenset(known), ordinary=frozenset(ordinary))
    )


def tokens(text: str) -> tuple[Token, ...]:
    """A message split as it stands, no word changed."""
    return normalizer().tokens(text)


def quantity_words(**changes: Any) -> QuantityWords:
    """A few words around numbers."""
    raw = {**QUANTITIES, **changes}
    return QuantityWords(**{k: v if isinstance(v, Mapping) else frozenset(v) for k, v in raw.items()})


def named(analysis: Analysis, value: str) -> Mention:
    """The one mention of an id; fails when there is none or more than one."""
    (found,) = [mention for mention in analysis.mentions if mention.value == value]
    return found


def places(*named: tuple[str, int]) -> list[Place]:
    """Places of one word each: (what it names, index of the word)."""
    return [Place(at, at, frozenset({name})) for name, at in named]


# --- what was said -----------------------------------------------------------------------------------------


def finding(value: str, *, negated: bool = False, who: str = SELF, when: Temporality = Temporality.NOW) -> Mention:
    """A finding in a message."""
    return Mention(Kind.FINDING, value, value, 0, len(value), negated, who, when)


def population(value: str, *, negated: bool = False, who: str = SELF) -> Mention:
    """A kind of person in a message."""
    return Mention(Kind.POPULATION, value, value, 0, len(value), negated, who)


# --- answers -----------------------------------------------------------------------------------------------


def item(text: str, evidence: Sequence[str] = ("CE01",), **conditions: Any) -> Item:
    """An instruction that rests on evidence which the real knowledge has."""
    return Item(text, tuple(evidence), "B", **conditions)


def entry(entry_id: str, **sections: Sequence[Item]) -> Entry:
    """A situation whose first sentence for each need is "<id> <need>."."""
    return Entry(
        id=entry_id,
        kind="situasi",
        title=entry_id,
        aliases=(),
        lead={need: f"{entry_id} {need.value}." for need in Need},
        sections={Section(name): tuple(items) for name, items in sections.items()},
    )


# --- triage ------------------------------------------------------------------------------------------------


def rule(rule_id: str, level: Level, order: int = 1, action: str = "rawat_sendiri", **conditions: Any) -> Rule:
    """A rule with nothing but an id, a level, an order, an action and its conditions."""
    words = {"name": rule_id, "why": "Sebab.", "say": "Lakukan.", "avoid": "", "evidence": ()}
    return Rule(id=rule_id, level=level, action=action, order=order, **words, **conditions)


def smallest_cases(one: Rule) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Each smallest set of findings and populations that should fire a rule."""
    count, pool = one.at_least
    return [
        (one.all_of | {*some} | any_one, who)
        for any_one in [frozenset({f}) for f in sorted(one.any_of)] or [frozenset()]
        for some in combinations(sorted(pool), count)
        for who in [frozenset({p}) for p in sorted(one.populations - one.unless)] or [frozenset()]
    ]


def case_that_it_leads(all_rules: Table, one: Rule) -> tuple[frozenset[str], frozenset[str]]:
    """The first smallest case of a rule in which no other rule speaks before it."""
    return next(case for case in smallest_cases(one) if decide(all_rules, *case).lead == one)


def table(*rules: Rule) -> Table:
    """A decision table of these rules."""
    return Table(rules, {level: LevelText("", "") for level in Level}, (), (), "", "")


# --- files -------------------------------------------------------------------------------------------------


def edit(path: Path, old: str, new: str) -> Path:
    """Change the one place in a file where ``old`` stands."""
    text = path.read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise ValueError(f"{old!r} stands {text.count(old)} times in {path}")
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def line_with(path: Path, words: str) -> int:
    """Number of the first line that has these words."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def write_files(folder: Path, files: Mapping[str, str]) -> Path:
    """Files below a folder: name -> text."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


ENTRY = "entries/topik/pijat.yml"
SITUATION = "entries/situasi/kram-umum.yml"


def write_knowledge(folder: Path) -> Path:
    """A knowledge folder that is complete and fits on one screen, with the real schemas."""
    shutil.copytree(KNOWLEDGE / "schema", folder / "schema")
    return write_files(folder, _KNOWLEDGE)


_REVIEW = """\
reviewer: null
reviewed_on: null
review_by: 2027-05-21
"""

_KNOWLEDGE: Mapping[str, str] = {
    "emergency.yml": """\
darurat: {nomor: "119", nama: "Ambulans", evidence: [CE01]}
darurat_umum: {nomor: "112", nama: "Umum", evidence: [CE01]}
""",
    "phrases.yml": """\
sapaan: "Halo."
nomor: "Telepon {darurat}, {siapa}."
mendesak_biaya: "Jangan ditunda."
""",
    "elsewhere.yml": """\
kaki: [kaki, betis]
kaki_baik: [aman]
sela: [saya]
bertanya: [tidak]
bukan: [bukan]
bukan_sela: [di]
bukan_batal: [saja]
kram: [kram]
di: [di]
keluhan: [kram, sakit]
tidak: [tidak]
akibat: [habis minum]
obat: [obat]
pijat: [diurut]
lewati: [saya]
keluhan_kaki: [kram]
karena_kaki: [sampai]
remedi_umum: [pijat]
sambung: [dan]
lawan: [tapi]
bukan_bagian: [anak kos]
tempat:
  - id: leher
    nama: "leher"
    bagian: [leher]
    arah: "Tanyakan ke dokter umum."
    segera: "Telepon {darurat}."
    evidence: [CE01]
""",
    "remedies.yml": "versi: 1\n"
    + _REVIEW
    + """\
label_populasi:
  hamil: "Hamil"
peta_populasi:
  hamil: [hamil]
remedi:
  pijat:
    nama: "Pijat"
    jenis: fisik
    umum: {status: ok, alasan: "Boleh pelan.", evidence: [CE01]}
    populasi:
      hamil: {status: jangan, alasan: "Jangan dulu.", evidence: [CE02]}
""",
    "sources/sources.yml": """\
sources:
  NHS: {title: "Kram", short: "NHS", publisher: "NHS", year: 2020, url: null, type: EXP, access: langsung}
  ART-SATU: {title: "Artikel", short: "Satu", publisher: "Satu", year: 2024, url: null, type: NEWS, access: salinan}
""",
    "sources/evidence.yml": """\
evidence:
  CE01: {text: "Satu.", topic: dasar, sources: [NHS], strength: EXP, grade: B}
  CE02: {text: "Dua.", topic: dasar, sources: [NHS], strength: EXP, grade: B}
""",
    "triage/rules.yml": "versi: 1\n"
    + _REVIEW
    + """\
kelompok:
  semua_hamil: [hamil]
aturan:
  - id: R01
    nama: "Sesak"
    tingkat: darurat
    aksi: telepon_119
    urut: 1
    salah_satu: [sesak]
    kenapa: "Gawat."
    katakan: "Telepon {darurat}."
    jangan: "Jangan menyetir."
    evidence: [CE01]
  - id: M01
    nama: "Kram"
    tingkat: mandiri
    aksi: rawat_sendiri
    urut: 30
    semua: [kram]
    populasi: [$semua_hamil]
    kenapa: "Biasa."
    katakan: "Regangkan."
    jangan: ""
    evidence: [CE02]
khusus: []
""",
    "triage/levels.yml": """\
tingkat:
  darurat: {urut: 0, judul: "Darurat", tindakan: "Telepon {darurat}."}
  segera: {urut: 1, judul: "Segera", tindakan: "Hari ini."}
  dokter: {urut: 2, judul: "Dokter", tindakan: "Janji."}
  mandiri: {urut: 3, judul: "Mandiri", tindakan: "Pantau."}
jaring_pengaman: "Waspada."
catatan_rujukan: "Boleh."
pertanyaan_saring:
  - {id: Q1, tanya: "Sesak?", sebutan: "sesak", untuk: [sesak]}
jawaban: {ya: [ya], tidak: [tidak], ragu: [ragu]}
ambigu: []
""",
    "language/findings.yml": """\
sesak:
  label: "Sesak"
  frasa: [sesak]
kram:
  label: "Kram"
  sebutan: "kram kaki"
  pola:
    - {inti: kram, dengan: [kaki]}
""",
    "language/populations.yml": """\
hamil:
  label: "Hamil"
  frasa: [hamil]
""",
    "language/contexts.yml": """\
malam:
  label: "Malam"
  frasa: [malam]
""",
    "language/remedies.yml": """\
pijat:
  frasa: [pijat]
""",
    SITUATION: """\
id: kram-umum
kind: situasi
title: "Kram kaki"
aliases: ["kram kaki", "keram kaki", "kaki kram"]
contexts: [malam]
populations: []
priority: 10
lead:
  umum: "Kram biasanya reda sendiri."
  penyebab: "Otot yang lelah."
  redakan: "Regangkan pelan."
  cegah: "Regangkan tiap malam."
  bahaya: "Umumnya tidak berbahaya."
sections:
  sekarang:
    - text: "Tarik ujung kaki pelan."
      evidence: [CE01]
      grade: B
  dokter:
    - text: "Kram sering? Buat janji ke dokter."
      evidence: [CE01]
      grade: B
points:
  - id: lama
    ask: ["berapa lama kram berlangsung", "kram hilang berapa menit", "durasi kram kaki"]
    text: "Kram kaki biasanya beberapa menit."
    facts: [F001]
    evidence: [CE01]
    verdict: didukung
    grade: B
verdict: didukung
grade: B
"""
    + _REVIEW,
    ENTRY: """\
id: pijat
kind: topik
title: "Pijat kaki"
aliases: ["pijat", "urut", "pijat kaki"]
contexts: []
populations: []
priority: 10
needs: [boleh]
remedies: [pijat]
lead:
  umum: "Usap pelan boleh."
sections:
  sekarang:
    - text: "Usap betis pelan."
      evidence: [CE02]
      grade: B
      remedies: [pijat]
      skip_if: [sesak]
  dokter:
    - text: "Sesak napas? Telepon {darurat}."
      evidence: [CE01]
      grade: B
points:
  - id: boleh
    ask: ["apakah kaki boleh dipijat", "pijat betis aman tidak", "habis kram dipijat boleh"]
    text: "Pijat pelan mungkin nyaman, tetapi belum terbukti."
    evidence: [CE02]
    verdict: belum_pasti
    grade: C
verdict: didukung
grade: B
"""
    + _REVIEW,
    "sources/facts.yml": """\
facts:
  F001: {text: "Kram kaki beberapa menit.", kind: durasi, sources: [ART-SATU], lines: ["ART-SATU:3"], key: ['menit']}
""",
    "jargon.yml": """\
elektrolit: {arti: "garam mineral dalam darah", jelas: [mineral, garam]}
""",
    "verdicts.yml": """\
didukung: {label: "Didukung", mitos_fakta: "Fakta.", isyarat: []}
belum_pasti: {label: "Belum pasti", mitos_fakta: "Belum pasti.", isyarat: [belum, mungkin]}
keliru: {label: "Keliru", mitos_fakta: "Mitos.", isyarat: [tidak, bukan]}
tidak_aman: {label: "Tidak aman", mitos_fakta: "Mitos yang berbahaya.", isyarat: [jangan]}
""",
    "language/search.yml": """\
abaikan: [yang, saya]
tanya: [apa, berapa]
tanya_awal: [ciri]
tanya_akhir: [ya]
izin: [boleh]
basa_basi: [tanya]
anjuran: [boleh]
diri: [saya]
andai: [kalau]
takaran: [liter]
mulai_lagi: [batal]
putus_asa: [ingin mati]
sambung_kalimat: [terus]
sambung_daftar: [dan]
tanya_lemah: [gara-gara]
tanya_utama: [yang saya tanyakan]
tanya_sendiri: [amankah]
tanya_manjur: [ngaruh]
tanya_tunjuk: [hubungan]
tanya_tunjuk_sambil: [itu]
perkenalan: [cowok]
perkenalan_sambil: [umur]
keluhan_saja: [terus]
sambung_sebab: [karena]
bukan_tanya: [melangkah]
izin_syarat: [kapan, siapa]
izin_golongan: [orang]
izin_sebab: [kenapa]
izin_lewat: [tidak, yang]
ekor_cerita: [padahal]
tanya_tidak: [aman, boleh]
tanya_tidak_awal: [ada]
pembuka_tanya: [bagaimana dok]
sudah_ke: [sudah]
tanya_awal_lemah: [obat]
sambung_pelaku: [tukang]
larangan: [tidak boleh, jangan]
keinginan:
  penyebab: [kenapa]
  redakan: [obatnya apa]
  bahaya: [bahaya]
  dokter: [ke dokter]
  cegah: [mencegah]
padanan:
  pijat: [urut]
""",
    "language/dialogue.yml": """\
sederhana: [lebih simpel]
menambah: [juga, ikut]
harus_apa: [harus bagaimana]
salah_ketik: [salah ketik, typo]
kata_kaki: [kaki, betis, paha]
balik_saya: [balik ke saya]
nama_penyakit: [namanya apa]
baik_saja: [normal]
ya_tidak: [boleh]
temuan_kram: [kram]
terengah: [ngos-ngosan]
salah_tulis: [salah tulis]
bukan_saya: [bukan saya]
juga_begitu: [juga begitu]
menunda: [tunggu]
membawa: [bawa apa]
sebab_tebakan: [kelamaan]
reda: [hilang, reda]
belum: [tidak, belum]
berulang: [kumat]
sering: [tiap hari]
berhenti_hilang: [berhenti hilang]
berjalan: [jalan]
takut_kambuh: [takut kambuh]
baru_saja: [tadi pagi]
berhari: [hari]
sudah: [sudah]
berhenti_obat: [stop]
tanya_tubuh: [bisa begitu]
tanya_larangan: [tidak boleh]
tanya_jawaban: [jawaban]
tentang_bot: [kamu]
rahasia: [privasi]
inggris: [the]
sambungan: [berapa, kali, sehari]
keberatan: [{jawab: mendesak_biaya, frasa: [mahal]}]
isyarat: {pamit: [bye]}
lanjutan: {}
begitu_juga: [bisa begitu]
keping: [perempuan, seminggu]
keping_lain: [ulangi]
pokok_sesudah: [bila, dan]
mengarang: [buatkan]
karangan: [pantun]
ganti_topik: [oot]
hangat: [hangat]
tampak: [agak]
panggilan: [dokter]
makna: []
batas_waktu: [{hari: 1, frasa: [hari ini]}, {hari: 14, frasa: [buat janji]}]
cukup: [cukup]
peringatan_sekali: {letak: [satu kaki], tanda: [bengkak], lain: [sesak], tindakan: [Periksa]}
menurut_keluhan: []
di_samping_kram: []
langsung: []
""",
    "language/jenis_tanya.yml": """\
lama: [berapa lama]
boleh: [boleh]
""",
    "language/obat.yml": """\
menyalahkan: [gara-gara]
menghentikan: [berhenti]
obat: [obat]
meminum: [minum]
bukan_keluhan: [asi]
waktu: [diminum malam]
bukan_itu: [bukan]
milik: [punya]
pemilik: {ibu: [ibu]}
yang_sama: [yang sama]
sisa: [sisa]
mencoba: [boleh]
disarankan: [disuruh]
membelah: [dibelah]
barang: [obat]
suplemen: [vitamin]
sela_milik: [nya]
untuk: [buat]
berpengaruh: [ngaruh]
dikenal: []
""",
    "language/dugaan.yml": """\
tanya_sebelum: [apa]
tanya_sesudah: [bukan]
takut: [takut]
menunjuk: [ini]
tanya_lain: [boleh]
mana_benar: [mana yang betul]
pilihan: [atau]
cemas: [takut, parno]
atau: [atau]
dugaan: []
""",
    "language/keluhan.yml": """\
pertanyaan: {}
keluhan: {}
""",
    "language/berperan.yml": """\
menyangkal: [tidak]
andai: [apa]
berperan:
  - {sebut: "berdiri lama", kata: [berdiri terus], sudah: [berdiri], evidence: [CE01]}
""",
    "language/kegiatan.yml": """\
saat: [pas]
bukan_saat: [masih]
kaitan: [karena]
wajar: [wajar]
heran: [kok]
mencegah: [supaya]
hal_lain: [kurang]
bukan: [hamil]
kegiatan: []
""",
    "language/susulan.yml": """\
menyangkal: [tidak]
sejak: [sejak]
menegaskan: [emang]
penyela: [agak]
susulan: []
""",
    "language/orang.yml": """\
orang: []
""",
    "language/perihal.yml": """\
tanya: {boleh: [boleh]}
tanya_asli: {}
bersama: [bareng]
kosong: [minum]
terbawa: [takaran]
satuan_lain: [tahun]
menyangkal: [tidak]
berdua: []
perihal: []
""",
    "language/cerita.yml": """\
partikel: [ah]
pembuka: [tanya]
pembuka_isi: [soal]
pembuka_keluhan: [kram]
permintaan: [buatkan]
keadaan_kaki: [berdiri]
keadaan: [saya]
riwayat: [dulu]
ilmu: [kram]
sumber_zat: [sumber]
zat: []
merawat: [merawat]
kata_orang: [kata]
batas_kata_orang: [punya]
ahli: [dokter]
menyuruh: [disuruh]
sudah_dicoba: [sudah]
sia_sia: [masih]
membenarkan: [benar]
pilihan: [mana yang bisa]
suasana: []
""",
    "language/outside.yml": """hewan: [kucing, ikan koi]
bagian_lain: [siku]
keluhan_lain: [pusing]
urusan_lain: [cuaca]
""",
}
