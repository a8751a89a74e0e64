"""The questions of a message, each to be looked up by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kram.knowledge.asking import Asking
from kram.language.model import Token

STORY_WORDS = 12
"""From here a message tells a story, and a question in it may ask for something that the story does not tell."""

_ENOUGH_WORDS = 2
_FEW_WORDS = 4
_POINTS_BACK = 20
_TAG_REACH = 3
_QUESTION = "?"
_PAUSE = ","
_WITHIN = frozenset("()[]\"'/&+")
_WONDERS = "ya"
_ASKING_END = "kah"
_EVER = "pun"
_THE_SAME = "yang"
_BEHIND_IT = "habis"


@dataclass(frozen=True)
class Question:
    """A part of a message that asks something.

    Attributes:
        text: in normalised words.
        start: offset in the message as typed.
        end: offset behind it.
    """

    text: str
    start: int
    end: int


def questions_in(tokens: Sequence[Token], asking: Asking) -> tuple[Question, ...]:
    """The questions of a message, in its order.

    A sentence is cut at a comma or a joint ("terus", "dan") when what follows asks something by
    itself; what is supposed before a question ("kalau minum kopi, ...") stays with it, and so does
    what one points back at ("obatnya diganti. ada hubungannya ga?").

    Args:
        tokens: the message.
        asking: the words by which a message asks.
    """
    told: list[Token] = []
    found: list[Question] = []
    for sentence, marked in _sentences(tokens):
        pieces = _asking_pieces(sentence, asking, marked=marked)
        for piece in pieces:
            pointed_at = [t for t in [*told, *sentence] if t.end <= piece[0].start and not t.is_punct]
            found.append(_question([*pointed_at[-_POINTS_BACK:], *piece] if _points_back(piece, asking) else piece))
        told = sentence
    return tuple(question for question in found if len(question.text.split()) >= _ENOUGH_WORDS)


def _sentences(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], bool]]:
    """The sentences, and whether a question mark ends them."""
    sentence: list[Token] = []
    for token in (*tokens, Token(".", ".", 0, 0, is_punct=True)):
        if token.norm in _WITHIN:
            continue
        if token.is_punct and token.norm != _PAUSE:
            if sentence:
                yield sentence, token.norm == _QUESTION
            sentence = []
        else:
            sentence.append(token)


def _asking_pieces(sentence: Sequence[Token], asking: Asking, *, marked: bool) -> list[list[Token]]:
    pieces = [piece for piece in _pieces(sentence, asking, marked=marked) if piece]
    found: list[list[Token]] = []
    for index, piece in enumerate(pieces):
        last = marked and index == len(pieces) - 1
        if last or (_asks(_words(piece), asking) and not _lists_things(piece, asking)):
            before = pieces[index - 1] if index else []
            supposes = bool(before) and before[0].norm in asking.supposing
            found.append([*before, *piece] if supposes else piece)
    return found


def _points_back(piece: Sequence[Token], asking: Asking) -> bool:
    """ "gara-gara itu ya?": what it is about was told before."""
    words = {token.norm for token in piece}
    empty = asking.empty | asking.anywhere | asking.last | asking.pointing | asking.pointing_beside
    return bool(words & asking.pointing) and words <= empty


def _pieces(sentence: Sequence[Token], asking: Asking, *, marked: bool) -> Iterator[list[Token]]:
    """The parts of a sentence that may ask something each."""
    piece: list[Token] = []
    for index, token in enumerate(sentence):
        cut = token.norm == _PAUSE or token.norm in asking.joints
        following = sentence[index + 1].norm if index + 1 < len(sentence) else ""
        if token.norm == _BEHIND_IT and following in asking.first:
            cut = False  # "habis latihan renang kaki kram" tells when
        if token.norm in asking.lists and index and sentence[index - 1].norm == _THE_SAME:
            cut = False  # "cara yang sama seperti kaki"
        elif token.norm in asking.lists:  # "pisang sama susu boleh ga" is one question, "obat apa dan kenapa ya" two
            cut = following not in asking.doers and _asks(_words(piece), asking)
        rest = _words(_until_pause(sentence[index + 1 :], asking)) if cut else []
        goes_on = token.norm in asking.joints and _asks(_words(piece), asking)
        # "apakah kramnya karena asam urat?", "bisa kram karena kurang minum?"
        because = token.norm in asking.reasons and (goes_on or len(piece) <= _FEW_WORDS)
        last = marked and index + 1 + len(rest) == len(sentence) and not because
        only_tag = goes_on and _is_only_tag(rest, asking)
        tail = token.norm == _PAUSE and rest[:1] and rest[0] in asking.telling and _asks(_words(piece), asking)
        if because and len(piece) <= _FEW_WORDS:
            piece.append(token)
        elif tail or (len(rest) >= _ENOUGH_WORDS and not only_tag and (last or _asks(rest, asking))):
            yield piece
            piece = []
        elif not token.is_punct:
            piece.append(token)
    yield piece


def _is_only_tag(words: Sequence[str], asking: Asking) -> bool:
    """ "... boleh diminum terus tiap hari tidak": goes on with the question before it and names nothing."""
    empty = asking.complaining | asking.empty | asking.last | asking.oneself
    return not set(words) & asking.anywhere and set(words) <= empty


def _until_pause(tokens: Sequence[Token], asking: Asking) -> Iterator[Token]:
    for token in tokens:
        if token.norm == _PAUSE or token.norm in asking.joints:
            return
        yield token


def _words(tokens: Iterable[Token]) -> list[str]:
    """The normal words; what is said twice ("lama-lama hilang") is another word than what is said once ("lama ...")."""
    return [t.text.casefold() if "-" in t.text and "-" not in t.norm else t.norm for t in tokens]


def _is_asking(word: str, asking: Asking) -> bool:
    """Whether a word asks wherever it stands; "melangkah" only ends like one that does."""
    return word in asking.anywhere or (word.endswith(_ASKING_END) and word not in asking.not_asking)


def _asks(words: Sequence[str], asking: Asking) -> bool:
    """As `asks`, for a part of a message: only what ends it is a tag; "kakinya tidak bengkak" denies something.

    "kram gara-gara obat" and "memang jarang minum" tell, unless such a word begins the part or a mark ends it.
    """
    said = _without_idle(words, asking)
    while len(said) > 1 and said[-1] in asking.empty - asking.anywhere - asking.last:
        said.pop()
    plainly = [
        word for i, word in enumerate(said) if word not in asking.last and not (i and word in asking.weak)
    ] or said
    if (
        said[:1]
        and said[0] in asking.weak
        and said[1:2]
        and said[1] in asking.complaining
        and said[-1] not in asking.last
    ):
        plainly = plainly[1:]  # "tapi memang agak dingin" tells
    return (bool(said) and said[-1] in asking.last) or asks(plainly, asking)


def _without_idle(words: Sequence[str], asking: Asking) -> list[str]:
    """Words without those that only look like asking: "tidak sakit apa apa", "tidak ngaruh"."""
    said = list(words)
    denied = any(word in asking.last for word in said)
    vain = {i for i in range(1, len(said)) if said[i] in asking.pointing and said[i - 1] in asking.last}
    idle = vain | {i - 1 for i in vain if i == len(said) - 1}
    if denied:
        idle |= {at for i in range(1, len(said)) if said[i] == said[i - 1] in asking.anywhere for at in (i - 1, i)}
    return [word for i, word in enumerate(said) if i not in idle]


def _lists_things(piece: Sequence[Token], asking: Asking) -> bool:
    """ "Latihan tiap sore berdiri lama di panas": such a noun asks at the beginning of a message, not within one."""
    words = _words(piece)
    within = bool(words) and words[0] in asking.first_weak and piece[0].start > 0 and len(words) > _FEW_WORDS
    return within and not _asks(words[1:], asking)


def _question(piece: Sequence[Token]) -> Question:
    return Question(" ".join(t.norm for t in piece), piece[0].start, piece[-1].end)


def asks(words: Sequence[str], asking: Asking) -> bool:
    """Whether words ask something, without a question mark."""
    if not words:
        return False
    tagged = asking.last & set(words[-_TAG_REACH:])
    wonders = any(one in asking.last and two == _WONDERS for one, two in pairwise(words))  # "hujan tidak ya kira-kira"
    plainly = any(_is_asking(w, asking) and after != _EVER for w, after in pairwise([*words, ""]))
    return bool(tagged) or wonders or plainly or words[0] in asking.first
