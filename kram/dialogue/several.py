"""The questions of a message, each to be looked up by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
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
_BEHIND_A_NUMBER = frozenset(".)")
_ENOUGH_NUMBERS = 2
_WITHIN = frozenset("()[]\"'/&+")
_WONDERS = "ya"
_ASKING_END = "kah"
_EVER = "pun"
_THE_SAME = "yang"
_THERE_IS = "ada"
_TWICE = "2"
_IT = frozenset({"itu", "ini"})
_MORE_THAN_IT = 3


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
    before, announced, behind = _at_the_main_question(list(tokens), asking)
    main = _questions(behind, asking)
    if not main:
        return _questions(tokens, asking)
    if behind[0].norm.isalpha():  # "yang saya tanyakan apakah ..." is one sentence, "pertanyaan saya: ..." is two
        main = (replace(main[0], start=min(announced, main[0].start)), *main[1:])
    return (*main, *_questions(before, asking))


def announces_main(normalized: str, asking: Asking) -> bool:
    """ "Yang saya tanyakan ...": whether one question is said to be the one that matters."""
    return any(f" {phrase} " in f" {normalized} " for phrase in asking.main)


def _at_the_main_question(tokens: list[Token], asking: Asking) -> tuple[list[Token], int, list[Token]]:
    """What stands before the words that announce the main question, where they begin, and what stands behind them.

    Nothing stands behind where no words announce one.
    """
    words = [token.norm for token in tokens]
    for phrase in asking.main_phrases:
        if phrase[0] not in words:
            continue
        at = next((i for i in range(len(words)) if words[i : i + len(phrase)] == phrase), None)
        if at is not None:
            return tokens[:at], tokens[at].start, tokens[at + len(phrase) :]
    return tokens, 0, []


def _questions(tokens: Sequence[Token], asking: Asking) -> tuple[Question, ...]:
    told: list[Token] = []
    found: list[Question] = []
    for sentence, marked in _sentences(_without_numbering(tokens)):
        pieces = _asking_pieces(sentence, asking, marked=marked)
        for piece in pieces:
            pointed_at = [t for t in [*told, *sentence] if t.end <= piece[0].start and not t.is_punct]
            found.append(_question([*pointed_at[-_POINTS_BACK:], *piece] if _points_back(piece, asking) else piece))
        if marked and told and len(pieces) == 1 and len(pieces[0]) == 1 and pieces[0][0].norm in asking.alone:
            spoken_of = [t.norm for t in told if not t.is_punct][-_POINTS_BACK:]
            found[-1] = replace(found[-1], text=" ".join([*spoken_of, found[-1].text]))
        told = sentence
    return tuple(question for question in found if len(question.text.split()) >= _ENOUGH_WORDS)


def _without_numbering(tokens: Sequence[Token]) -> list[Token]:
    """ "1. ini apa 2. perlu cek darah tidak": each number ends the question before it."""
    numbers: list[int] = []
    for i, (token, following) in enumerate(pairwise(tokens)):
        counts = token.norm == str(len(numbers) + 1) and following.norm in _BEHIND_A_NUMBER
        if counts and following.start == token.end:
            numbers.append(i)
    if len(numbers) < _ENOUGH_NUMBERS:
        return list(tokens)
    return [Token(".", ".", t.start, t.start, is_punct=True) if i in numbers else t for i, t in enumerate(tokens)]


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
        if " ".join(_words(piece)) in asking.openers and piece is not pieces[-1]:
            continue
        if last or (_asks(_words(piece), asking) and not _lists_things(piece, asking)):
            before = pieces[index - 1] if index else []
            supposes = bool(before) and before[0].norm in asking.supposing
            found.append([*before, *piece] if supposes else piece)
    return found


def _points_back(piece: Sequence[Token], asking: Asking) -> bool:
    """ "gara-gara itu ya?": what it is about was told before."""
    words = {token.norm for token in piece}
    return bool(words & asking.pointing) and words <= asking.beside_pointing


def _pieces(sentence: Sequence[Token], asking: Asking, *, marked: bool) -> Iterator[list[Token]]:
    """The parts of a sentence that may ask something each."""
    piece: list[Token] = []
    for index, token in enumerate(sentence):
        cut = token.norm == _PAUSE or token.norm in asking.joints
        following = sentence[index + 1].norm if index + 1 < len(sentence) else ""
        if token.norm in asking.lists and index and sentence[index - 1].norm == _THE_SAME:
            cut = False  # "cara yang sama seperti kaki"
        elif token.norm in asking.lists:  # "pisang sama susu boleh ga" is one question, "obat apa dan kenapa ya" two
            cut = following not in asking.doers and _asks(_words(piece), asking)
        elif cut and _only_opens(piece, asking):
            cut = False  # "apakah saya terus berhenti atau minum lagi?"
        rest = _words(_until_pause(sentence[index + 1 :], asking)) if cut else []
        goes_on = token.norm in asking.joints and _asks(_words(piece), asking)
        # "apakah kramnya karena asam urat?", "bisa kram karena kurang minum?"
        because = token.norm in asking.reasons and (goes_on or len(piece) <= _FEW_WORDS)
        # What is listed behind a question belongs to it ("boleh kalium dan air kelapa?") unless it asks by itself.
        listed = token.norm in asking.lists
        last = marked and index + 1 + len(rest) == len(sentence) and not because and not listed
        only_tag = goes_on and _is_only_tag(rest, asking)
        tail = token.norm == _PAUSE and bool(rest) and _asks(_words(piece), asking)
        # "kenapa ya, umur 45, jarang olahraga" tells again behind its question
        tail = tail and (rest[0] in asking.telling or not (marked or _asks_again(sentence[index + 1 :], asking)))
        if because and len(piece) <= _FEW_WORDS:
            piece.append(token)
        elif tail or (len(rest) >= _ENOUGH_WORDS and not only_tag and (last or _asks(rest, asking))):
            yield piece
            piece = []
        elif not token.is_punct:
            piece.append(token)
    yield piece


def _only_opens(piece: Sequence[Token], asking: Asking) -> bool:
    """ "apakah saya": asks of the writer what only comes."""
    words = _words(piece)
    opens = len(words) == _ENOUGH_WORDS and words[0] in asking.anywhere
    return opens and (words[1] in asking.oneself or piece[1].norm in asking.oneself)


def _is_only_tag(words: Sequence[str], asking: Asking) -> bool:
    """ "... boleh diminum terus tiap hari tidak": goes on with the question before it and names nothing."""
    return not set(words) & asking.anywhere and set(words) <= asking.beside_tag


def _until_pause(tokens: Sequence[Token], asking: Asking) -> Iterator[Token]:
    for token in tokens:
        if token.norm == _PAUSE or token.norm in asking.joints:
            return
        yield token


def _asks_again(tokens: Sequence[Token], asking: Asking) -> bool:
    """Whether what follows asks anywhere."""
    at = 0
    while at < len(tokens):
        words = _words(_until_pause(tokens[at:], asking))
        if _asks(words, asking):
            return True
        at += len(words) + 1
    return False


def _words(tokens: Iterable[Token]) -> list[str]:
    """The normal words; what is said twice ("lama-lama hilang") is another word than what is said once ("lama ...")."""
    return [_said_twice(t) or t.norm for t in tokens]


def _said_twice(token: Token) -> str:
    """ "lama-lama", "lama2": as typed, "" where it is said once or the normal word is the doubled one."""
    typed = token.text
    doubled = "-" in typed or (typed[-1:] == _TWICE and typed[:-1].isalpha())
    return typed.casefold() if doubled and "-" not in token.norm else ""


def _is_asking(word: str, asking: Asking) -> bool:
    """Whether a word asks wherever it stands; "melangkah" only ends like one that does."""
    return word in asking.anywhere or (word.endswith(_ASKING_END) and word not in asking.not_asking)


def _asks(words: Sequence[str], asking: Asking) -> bool:
    """As `asks`, for a part of a message: only what ends it is a tag; "kakinya tidak bengkak" denies something.

    "kram gara-gara obat" and "memang jarang minum" tell, unless such a word begins the part or a mark ends it.
    """
    said = _without_idle(_without_opener(words, asking), asking)
    if _asks_in_pair(said, asking):
        return True
    while len(said) > 1 and said[-1] in asking.idle_at_the_end:
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
    if len(said) > _MORE_THAN_IT and said[0] in asking.weak and said[1] in _IT and said[-1] not in asking.last:
        plainly = plainly[1:]  # "gara-gara itu saya baru bisa tidur jam tiga" tells
    return (bool(said) and said[-1] in asking.last) or asks(plainly, asking)


def _without_opener(words: Sequence[str], asking: Asking) -> Sequence[str]:
    """ "bagaimana dok pisang dan susu boleh?" without its first words, where more follows."""
    opener = next((len(one) for one in asking.opening_phrases if [*words[: len(one)]] == one), 0)
    return words[opener:] if len(words) > opener else words


def _asks_in_pair(words: Sequence[str], asking: Asking) -> bool:
    """ "aman tidak buat saya yang maag", "sama ada tidak yang bisa dilakukan sebelum haid": asks in its middle."""
    first = next((i for i, word in enumerate(words) if word not in asking.joints and word not in asking.lists), 0)
    return any(
        tag in asking.last
        and tag != _WONDERS
        and (word in asking.paired or (i == first and word in asking.first_paired))
        and not (i and words[i - 1] in asking.last)
        for i, (word, tag) in enumerate(pairwise(words))
    )


def _without_idle(words: Sequence[str], asking: Asking) -> list[str]:
    """Words without those that only look like asking: "tidak sakit apa apa", "tidak ngaruh"."""
    said = list(words)
    denied = any(word in asking.last for word in said)
    vain = {i for i in range(1, len(said)) if said[i] in asking.pointing and said[i - 1] in asking.last}
    idle = vain | {i - 1 for i in vain if i == len(said) - 1}
    if len(said) > _ENOUGH_WORDS and said[-2] == _THERE_IS and said[-3] in asking.last:
        idle |= {len(said) - 1, len(said) - 2, len(said) - 3}  # "sebotol tidak ada bedanya" tells
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
