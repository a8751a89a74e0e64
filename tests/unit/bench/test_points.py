"""Messages with the points that answer them: how what comes back is judged."""

from __future__ import annotations

import pytest

from bench.points import Message, judge, messages, misses, table, told_share

POINT = "kram-di-air/cegah-kram-renang"
MESSAGE = Message("tiap renang kram, cegahnya gimana", "pendek", (POINT,))


@pytest.fixture
def answer(base) -> str:
    entry, point = POINT.split("/")
    return "Untuk anak Anda: " + base.entry(entry).point(point).text.format(**base.numbers)


def test_every_message_names_points_that_there_are(base):
    known = {f"{entry.id}/{point.id}" for entry in base.entries.values() for point in entry.points}
    found = messages()

    assert len(found) == 573
    assert {name for message in found for name in message.points} <= known
    assert {message.form for message in found} == {"pendek", "sedang", "cerita"}


def test_an_answer_with_the_words_of_the_point_tells_it(base, answer):
    judged = judge(base, MESSAGE, [POINT], answer, "mandiri")

    assert (judged.first, judged.three, judged.told, judged.urgent) == (True, True, True, False)


def test_another_answer_does_not_tell_it(base):
    judged = judge(base, MESSAGE, ["a/x", "b/y", POINT], "Regangkan betis pelan.", "mandiri")

    assert (judged.first, judged.three, judged.told) == (False, True, False)
    assert MESSAGE.text in misses([judged])[0]


def test_what_is_answered_as_urgent_does_not_count_as_untold(base, answer):
    calm, urgent = judge(base, MESSAGE, [POINT], answer, "none"), judge(base, MESSAGE, [], "Ke IGD.", "darurat")

    assert told_share([calm, urgent]) == 1.0
    assert told_share([]) == 0.0
    assert misses([urgent]) == []


def test_the_table_has_a_row_for_each_form_and_one_for_all(base, answer):
    lines = table([judge(base, MESSAGE, [POINT], answer, "none")])

    assert [line.split()[0] for line in lines] == ["form", "pendek", "semua"]
