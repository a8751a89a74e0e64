"""What nearly everybody names who asks a point."""

from __future__ import annotations

from dataclasses import replace

from kram.language.presupposed import presupposed


def test_what_most_questions_name_is_presupposed(base, real_reader):
    entry = base.entry("nyeri-tumbuh")
    asks = ("lagi hamil kaki bengkak", "hamil 7 bulan kaki berat", "bumil kakinya pegal")
    small = replace(base, entries={entry.id: replace(entry, points=(replace(entry.points[0], ask=asks),))})

    found = presupposed(small, real_reader.read)

    assert found[entry.id, entry.points[0].id] & {"hamil", "hamil_t2", "hamil_t3"}


def test_what_few_of_them_name_is_not(base, real_reader):
    entry = base.entry("kram-umum")
    asks = ("kaki kram kenapa", "kram kaki sebabnya apa", "lagi hamil kaki kram kenapa", "betis kram terus")
    point = replace(base.entry("nyeri-tumbuh").points[0], ask=asks)
    small = replace(base, entries={entry.id: replace(entry, points=(point,))})

    assert presupposed(small, real_reader.read) == {}
