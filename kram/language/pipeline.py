"""The spaCy pipeline: blank Indonesian, our tokenizer, concepts, findings.

It is built from the knowledge base (`build`), written to disk, and loaded by everything that
reads messages (`load`). No trained model is involved, so the guard works when all else fails.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import srsly

from kram.errors import PipelineMissingError
from kram.language.answered import joined_to_yes
from kram.language.clauses import clause_numbers
from kram.language.computed import computed
from kram.language.corrections import corrected
from kram.language.cues import Cues
from kram.language.former import befell_formerly
from kram.language.lexicon import LanguageTable
from kram.language.measures import MeasureReader
from kram.language.model import Kind, Mention, Quantity, Temporality, Token
from kram.language.normalize import Normalizer
from kram.language.patterns import Hit, Pattern, PatternMatcher
from kram.language.person_spans import PersonSpans, Sights
from kram.language.persons import find_persons
from kram.language.places import (
    Chain,
    ChainMatcher,
    Concept,
    Phrases,
    Place,
    covered,
    drop_masked,
    merged,
    together,
)
from kram.language.quantities import QuantityReader
from kram.language.replaced import without_replaced
from kram.language.scope import Scope
from kram.language.talk import Talk, read_talk

_HEAVY = ("tensorflow", "torch")
# spaCy's backend imports TensorFlow and PyTorch just because they are installed: ten seconds
# and 300 MB that rules never use. They are hidden from it while it loads.
_hidden = [name for name in _HEAVY if name not in sys.modules]
sys.modules.update(dict.fromkeys(_hidden))  # type: ignore[arg-type]
try:
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc
finally:
    for _name in _hidden:
        del sys.modules[_name]

if TYPE_CHECKING:
    from spacy.vocab import Vocab

MAX_TOKENS = 1_600
"""Of an endless message the beginning and the end are read: eight times the longest real story."""

MAX_CHARACTERS = 21_000
"""Longer messages are read up to here; channels have cut them to this before."""

_TOLD_OF_PEOPLE = frozenset({Kind.FINDING, Kind.POPULATION})
_SIDES = frozenset({"satu_sisi", "dua_sisi"})
_CRAMPS = "kram_"
_CHILD_POPULATION = "anak"
_CHILD_AGE = "umur_anak"
_TELL_AN_AGE = frozenset({_CHILD_AGE, "umur_anak_kecil", "kata_anak_kecil", "kata_lansia"})
_TABLE = "table.json"
_CHILD = 12
_BESIDE = 4
_FRAGMENT = 3  # words: "sesar dok" answers a question or adds to what was told


class MessageTokenizer:
    """Makes a Doc whose words are normalised and that remembers what was typed."""

    def __init__(self, vocab: "Vocab", normalizer: Normalizer | None = None, cues: Cues | None = None) -> None:
        self.vocab = vocab
        self.normalizer = normalizer
        self.cues = cues

    def __call__(self, text: str) -> Doc:
        """A Doc of normalised words."""
        if self.normalizer is None:
            raise PipelineMissingError(Path(_TABLE))
        tokens = self.normalizer.tokens(text[:MAX_CHARACTERS])
        if len(tokens) > MAX_TOKENS:
            tokens = (*tokens[: MAX_TOKENS // 2], *tokens[-MAX_TOKENS // 2 :])
        if self.cues is not None:
            tokens = joined_to_yes(corrected(tokens, self.cues), self.cues)
        doc = Doc(self.vocab, words=[token.norm for token in tokens])
        doc._.tokens = tokens
        return doc

    def to_disk(self, path: Path, **_: Any) -> None:
        """Nothing of its own to write: the normaliser comes with the findings component."""

    def from_disk(self, path: Path, **_: Any) -> "MessageTokenizer":
        """Nothing of its own to read."""
        return self


class FindingsComponent:
    """Finds concepts, combines them into mentions, reads negation, person and time."""

    def __init__(self, nlp: Language, table: LanguageTable | None = None) -> None:
        self._nlp = nlp
        if table is not None:
            self._set_up(table)

    def _set_up(self, table: LanguageTable) -> None:
        self.table = table
        self._cues = table.cues()
        self._quantities = QuantityReader(table.quantity_words())
        self._measures = MeasureReader.from_table(table.data.get("measures", {}))
        patterns, chains = table.patterns(), table.chains()
        self._patterns = PatternMatcher(patterns, [set(f) for f in table.data["families"]])
        self._chains = ChainMatcher(chains)
        self._masks = frozenset(table.data["masks"])
        self._partial_masks = table.partial_masks()
        self._replaced, self._replaced_anywhere = table.replaced("same_words"), table.replaced("message")
        self._together = table.together()
        # Everyday words ("enak", "duduk") head some patterns, but carry no denial or doubt to the words behind them.
        quiet = frozenset(table.data.get("silent", ()))
        signs = {name for p in patterns if p.kind is Kind.FINDING for name in p.head} - quiet
        people = {name for p in patterns if p.kind is Kind.POPULATION for name in p.head} - quiet
        families = {name for family in table.data["families"] for name in family}
        # What a denial may pass on its way to a mention; what tells of people stops one on its way to a sign.
        self._through = frozenset(signs | families)
        self._people = frozenset(people)
        self._silent = _silent(table, patterns, chains) | quiet
        self._body = frozenset(table.data["body"])
        self._legs = frozenset(table.data["legs"])
        normalizer = table.normalizer()
        self._nlp.tokenizer = MessageTokenizer(self._nlp.vocab, normalizer, self._cues)
        self._phrases = Phrases(table.data["concepts"])
        self._outside = Phrases(table.data["outside"])

    def __call__(self, doc: Doc) -> Doc:
        """Set mentions, quantities, persons and parts of the Doc."""
        tokens: tuple[Token, ...] = doc._.tokens
        words = [token.norm for token in tokens]
        quantities = self._quantities.read(tokens)
        more = [
            *computed(quantities),
            *self._measures.read(words),
            *_fragment(tokens, self._cues),
            *self._chains.find(words),
        ]
        places = drop_masked(merged(self._phrases.find(words), more), self._masks, self._partial_masks)
        places = [*together(places, self._together), *places]
        clauses = clause_numbers(tokens, self._cues)
        ends = [i for i, token in enumerate(tokens) if token.is_punct and token.norm in self._cues.sentence_end]
        named = {i for p in places if not p.names <= self._silent for i in range(p.first, p.last + 1)}
        scope = Scope(tokens, clauses, named, self._cues)
        through = covered(places, self._through)
        people = covered(places, self._people)
        passable = dict.fromkeys(Kind, through) | {Kind.FINDING: through - people, Kind.POPULATION: people}
        hits = [
            hit
            for hit in self._patterns.hits(places, clauses, ends)
            if (hit.pattern.value not in self._cues.avoidable or not scope.avoided(hit.first))
            and (not hit.pattern.only_denied or _is_denied(hit, scope, passable[hit.pattern.kind]))
        ]
        body = covered(places, self._body)
        signs = {i for hit in hits if hit.pattern.kind in _TOLD_OF_PEOPLE for i in hit.words}
        sights = Sights(body, covered(places, _SIDES), signs - body)
        persons = find_persons(tokens, quantities, sights, self._cues)
        talk = read_talk(tokens, self._cues)
        former = befell_formerly(tokens, self._cues)
        talk = replace(talk, over=talk.over | former.places)
        persons = persons.without_former(former)
        mentions = [
            _mention(hit, tokens, scope, talk, persons.at(hit.head.first), passable[hit.pattern.kind])
            for hit in hits
            if not self._is_somebody_else(hit, persons, quantities)
        ]
        doc._.quantities = quantities
        doc._.mentions = without_replaced(dict.fromkeys(mentions), self._replaced, self._replaced_anywhere)
        doc._.persons = persons
        doc._.sides = frozenset(side for side in _SIDES if any(side in p.names for p in places))
        elsewhere = self._outside.find(words)
        doc._.outside = _apart(p for p in elsewhere if not _is_mere_denial(p, tokens, self._cues))
        doc._.parts = self._parts(places, scope, passable[Kind.FINDING])
        return doc

    def _parts(self, places: Iterable[Place], scope: Scope, through: set[int]) -> frozenset[str]:
        """Leg or elsewhere: all that is named, but for what is denied beside it ("tangan kesemutan, kaki tidak")."""
        named = [p for p in places if not p.names.isdisjoint(self._body)]
        told = [p for p in named if not scope.negated(p.first, p.last, set(range(p.first, p.last + 1)), through)]
        parts = {name in self._legs for p in told or named for name in p.names & self._body}
        return frozenset("kaki" if is_leg else "lain" for is_leg in parts)

    def _is_somebody_else(self, hit: Hit, persons: PersonSpans, quantities: Iterable[Quantity]) -> bool:
        """ "saya 71 tahun, anak saya yang mijitin": a child or an old person named without being the patient."""
        if hit.head.name in _TELL_AN_AGE and hit.head.first in persons.aside:
            return True  # "menyusui bayi 3 bulan", "nenek saya percaya itu"
        told = hit.pattern.value == _CHILD_POPULATION and hit.head.name != _CHILD_AGE
        if told and any(
            q.kind == "age" and q.value >= _CHILD and 0 < q.first - hit.last <= _BESIDE for q in quantities
        ):
            return True  # "anak saya (13 th)"
        return told and persons.named != "" and persons.at(hit.head.first) != _CHILD_POPULATION

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:
        """Write the compiled table."""
        path.mkdir(parents=True, exist_ok=True)
        srsly.write_json(path / _TABLE, dict(self.table.data))

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> "FindingsComponent":
        """Read the compiled table and set the pipeline up with it."""
        self._set_up(LanguageTable(srsly.read_json(path / _TABLE)))
        return self


def _is_mere_denial(place: Place, tokens: tuple[Token, ...], cues: Cues) -> bool:
    """ "ga pusing": a complaint elsewhere that is denied is none; "ga bisa tidur" tells one."""
    return place.first > 0 and tokens[place.first - 1].norm in cues.negation


def _apart(places: Iterable[Place]) -> tuple[str, ...]:
    """What the places name, in their order; of those that overlap only the longest counts."""
    taken: set[int] = set()
    found = []
    for first, last, names in sorted(places, key=lambda p: (p.first - p.last, p.first)):
        words = range(first, last + 1)
        if taken.isdisjoint(words):
            taken.update(words)
            found.append((first, min(names)))
    return tuple(name for _, name in sorted(found))


def _silent(table: LanguageTable, patterns: Sequence[Pattern], chains: Sequence[Chain]) -> frozenset[str]:
    """Concepts that name nothing by themselves: they only tell which concepts belong together."""
    between = {name for p in patterns for name in p.without_between} | {chain.name for chain in chains}
    between |= table.partial_masks().keys()
    telling = {name for p in patterns for names in (p.head, *p.needs) for name in names}
    return frozenset(between - telling)


def _fragment(tokens: tuple[Token, ...], cues: Cues) -> list[Concept]:
    """A concept at every word of a very short message, but for a denial."""
    words = [i for i, token in enumerate(tokens) if not token.is_punct]
    return [Concept("potongan", i, i) for i in words if tokens[i].norm not in cues.negation and len(words) <= _FRAGMENT]


def _is_denied(hit: Hit, scope: Scope, through: set[int]) -> bool:
    """The words say, or somebody says of them, that it is not there."""
    return hit.pattern.denies or scope.negated(hit.head.first, hit.head.last, hit.words, through)


def _mention(hit: Hit, tokens: tuple[Token, ...], scope: Scope, talk: Talk, person: str, through: set[int]) -> Mention:
    start = min(tokens[i].start for i in hit.words)
    end = max(tokens[i].end for i in hit.words)
    when = scope.temporality(hit.head.first, hit.head.last, hit.words, hit.pattern.value)
    when = talk.time_of(hit.head.first, when)
    # "kramnya sudah hilang" is still about a cramp; "sesaknya sudah hilang" is no longer a danger.
    is_sign = hit.pattern.kind is Kind.FINDING and not hit.pattern.value.startswith(_CRAMPS)
    if when is Temporality.NOW and is_sign and scope.resolved(hit.last):
        when = Temporality.PAST
    if when is Temporality.PAST and hit.pattern.lasting:
        when = Temporality.NOW
    return Mention(
        kind=hit.pattern.kind,
        value=hit.pattern.value,
        text="",
        start=start,
        end=end,
        negated=_is_denied(hit, scope, through),
        experiencer=person,
        temporality=when,
    )


for _name, _default in (
    ("tokens", ()),
    ("quantities", ()),
    ("mentions", ()),
    ("persons", None),
    ("parts", None),
    ("sides", None),
    ("outside", ()),
):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)


@spacy.registry.tokenizers("redakram.MessageTokenizer.v1")
def _make_tokenizer() -> Any:
    return lambda nlp: MessageTokenizer(nlp.vocab)


@Language.factory("redakram_findings")
def _make_findings(nlp: Language, name: str) -> FindingsComponent:
    return FindingsComponent(nlp)


def build(table: LanguageTable) -> Language:
    """A pipeline made from a compiled table.

    The stock Indonesian tokenizer is not used: it takes seconds to load and splits
    "kram-kram" in three (explosion/spaCy#11079 describes the cause).
    """
    nlp = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "redakram.MessageTokenizer.v1"}}})
    component = nlp.add_pipe("redakram_findings")
    component._set_up(table)  # type: ignore[attr-defined]
    return nlp


def load(path: Path) -> Language:
    """A pipeline from disk.

    Raises:
        PipelineMissingError: nothing there, or it cannot be read.
    """
    if not (path / "meta.json").exists():
        raise PipelineMissingError(path)
    return spacy.load(path)
