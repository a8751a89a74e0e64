"""``docs/keamanan.md``: how sure the bot is with danger, for the doctors who review it and the people who run it."""

from __future__ import annotations

from pathlib import Path

from bench.machine import this_machine
from bench.safety import LIMITS, SLIPS_EACH, TARGETS, Report
from kram.knowledge.model import KnowledgeBase
from kram.paths import ROOT

PAGE = ROOT / "docs" / "keamanan.md"


def write(report: Report, base: KnowledgeBase, page: Path = PAGE) -> None:
    """Write the page.

    Args:
        report: of the vignettes.
        base: the knowledge base, for the size of the decision table.
        page: where to write it.
    """
    rules = base.triage.rules
    by_level = {level.value: sum(rule.level is level for rule in rules) for level in base.triage.levels}
    missed = report.missed
    state = "Semua sasaran tercapai." if not missed else "Belum tercapai: " + "; ".join(missed) + "."
    figures = "\n".join(report.lines)
    text = f"""<!-- Ditulis `./redakram evaluate safety --write`; ubah bench/safety_report.py, bukan halaman ini. -->
# Keamanan

**Belum ditinjau dokter.** Tabel triase, kalimatnya, dan vinyet di bawah ini belum disahkan dokter Indonesia. Angka di
halaman ini menunjukkan seberapa sering bot mengikuti tabelnya sendiri, bukan seberapa benar tabel itu.

## Cara kerjanya

Setiap pesan dibaca aturan bahasa: tanda apa yang disebut, milik siapa, disangkal atau tidak, sekarang atau dulu. Tabel
keputusan di `knowledge/triage/rules.yml` ({len(rules)} aturan: {by_level.get("darurat", 0)} darurat,
{by_level.get("segera", 0)} segera, {by_level.get("dokter", 0)} dokter, {by_level.get("mandiri", 0)} mandiri) memberi
tingkatnya; yang tertinggi menang. Pengelompok maksud (intent) tidak ikut menentukan: penjaga (guard) berdiri di ujung
pipa NLU, dan saluran punya pembaca yang sama bila sisanya rusak.

- **darurat**: telepon 119 atau ke IGD sekarang.
- **segera**: dokter dalam 24 jam.
- **dokter**: buat janji.
- **mandiri**: rawat sendiri, dengan tanda yang harus diperhatikan.

Yang diandaikan ("kalau nanti sesak?") dan yang sudah lama lewat tidak membunyikan alarm; dijawab sebagai keterangan.
Pesan pendek juga dibaca sebagai lanjutan pesan sebelumnya ("udah 2 hari").

## Vinyet

Pesan seperti yang diketik orang, dengan tingkat menurut pembaca yang teliti; percakapan dinilai dari pesan terakhir.

| berkas | isi |
|---|---|
| `tests/evaluation/safety.yml` | 180 vinyet, tiga untuk tiap aturan pertama, dan jebakan; sering kami lihat |
| `tests/evaluation/safety_lain.yml` | 220 vinyet oleh penulis yang hanya melihat tabelnya, bukan kata-kata kami |
| `tests/evaluation/safety_tabel.yml` | 66 vinyet yang datang bersama tabel |

Golongan kalimat yang gagal diperbaiki dengan vinyet ini terbuka di meja. Pesan orang yang belum pernah kami baca akan
lebih sering meleset daripada angka di bawah ini.

```
{figures}
```

{state}

*Salah ketik*: setiap kata (empat huruf atau lebih) dari setiap tanda bahaya yang terbaca diberi satu salah ketik acak,
{SLIPS_EACH} kali, satu kata setiap kali; dihitung berapa tanda yang hilang.

Sasaran: {", ".join(f"{name} >= {value:.0%}" for name, value in TARGETS.items())};
{", ".join(f"{name} <= {value:.0%}" for name, value in LIMITS.items())}.

## Bila ada yang rusak

| yang rusak | yang terjadi |
|---|---|
| model hilang atau rusak | saluran menjawab sendiri: tanda bahaya, pertolongan pertama, nomor darurat |
| server aksi mati | sama; `./redakram run` menyalakannya lagi |
| server aksi menggantung | sama, paling lama 8 detik |
| basis data terkunci atau disk penuh | percakapan jalan terus tanpa ingatan; dicatat di log |
| isi pengetahuan salah saat mulai | versi terakhir yang lolos pemeriksaan dipakai; kesalahannya dicatat |
| tidak ada yang bisa dibaca | `bot/last_words.json`: tanda bahaya, nomor, pertolongan pertama |

Masing-masing diuji dengan kerusakan sungguhan di `tests/servers/test_faults.py`.

## Batasnya

- Bot hanya tahu yang ditulis. Ia tidak memeriksa, dan tidak mendiagnosis.
- Kata daerah belum diperiksa penutur asli.
- Dua orang dalam satu pesan: yang paling gawat dijawab lebih dulu, yang lain menunggu.
- Satu salah ketik pada kata penyangkal ("tdiak") dibaca apa adanya, jadi tingkatnya bisa terlalu tinggi.

## Mengulanginya

```
make safety
./redakram evaluate safety --misses meleset.txt
```

Diukur pada {this_machine()}.
"""
    page.write_text(text, encoding="utf-8")
