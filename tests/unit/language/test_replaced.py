"""What one finding says better than another."""

from kram.language.model import Kind, Mention
from kram.language.replaced import without_replaced


def mention(value: str, start: int, end: int, *, negated: bool = False) -> Mention:
    return Mention(kind=Kind.FINDING, value=value, text="", start=start, end=end, negated=negated)


def test_the_same_words_count_once():
    found = [mention("pulled", 0, 20), mention("cramp", 5, 10), mention("cramp", 40, 50)]

    assert without_replaced(found, {"pulled": {"cramp"}}, {}) == (found[0], found[2])


def test_what_is_denied_replaces_nothing():
    found = (mention("pulled", 0, 20, negated=True), mention("cramp", 5, 10))

    assert without_replaced(found, {"pulled": {"cramp"}}, {}) == found


def test_some_count_for_the_whole_message():
    found = [mention("sore", 0, 5), mention("now", 40, 50)]

    assert without_replaced(found, {}, {"sore": {"now"}}) == (found[0],)
