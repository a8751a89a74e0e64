"""Repairing slips in words that a model has never seen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import OSA

from kram.language.model import Token
from kram.language.repair import deletions

_MIN_TYPED = 4
_MIN_ALONE = 5  # letters: with no known word around it, "brrt" is a noise and not "brt"
_MIN_TARGET = 3


class Speller:
    """Takes an unknown word for the commonest typed form that is a single slip away.

    "gimanna" is near to "gimana", which people type, and not to "bagaimana", which it means: so
    typed forms are compared, and normal words come out. Only for what merely sorts messages (the
    classifier): what counts for safety reads the words as the normaliser left them, which
    repairs words of the domain alone and never a negation.

    Args:
        known: normal words that need no repair.
        forms: typed form -> how often it was seen, and what it is in normal words.
    """

    def __init__(self, known: Collection[str], forms: Mapping[str, tuple[int, str]]) -> None:
        self._known = known
        self._forms = forms
        # What is left of a form when a letter falls out -> the forms: those one slip away share something.
        self._by_deletion: dict[str, list[str]] = defaultdict(list)
        for form in forms:
            if len(form) >= _MIN_TARGET and form.isalpha():
                for left in deletions(form):
                    self._by_deletion[left].append(form)
        self._repaired = lru_cache(maxsize=20_000)(self._nearest)

    @classmethod
    def learn(cls, messages: Iterable[Iterable[Token]]) -> Speller:
        """A speller that has seen these messages."""
        known, counts, normal = set[str](), Counter[str](), dict[str, str]()
        for tokens in messages:
            typed_here = set[str]()
            for _, group in groupby((t for t in tokens if not t.is_punct), key=lambda t: (t.start, t.end)):
                words = list(group)
                known.update(word.norm for word in words)
                typed = words[0].text.lower()
                typed_here.add(typed)
                normal[typed] = " ".join(word.norm for word in words)
            counts.update(typed_here)
        return cls(known, {form: (counts[form], text) for form, text in normal.items()})

    def to_dict(self) -> dict[str, object]:
        """What `from_dict` needs."""
        return {"known": sorted(self._known), "forms": {form: list(value) for form, value in self._forms.items()}}

    @classmethod
    def from_dict(cls, raw: Mapping[str, object]) -> Speller:
        """A speller as it was written."""
        known, forms = raw["known"], raw["forms"]
        assert isinstance(known, list) and isinstance(forms, dict)
        return cls(frozenset(known), {form: (count, text) for form, (count, text) in forms.items()})

    def knows_any(self, text: str) -> bool:
        """Whether a word of the text was ever seen."""
        return any(word in self._known for word in text.split())

    def repair(self, text: str) -> str:
        """The text with every unknown word repaired where that is possible.

        Args:
            text: normalised words.
        """
        words = text.split()
        alone = not self.knows_any(text)
        return " ".join(
            word if word in self._known or (alone and len(word) < _MIN_ALONE) else self._repaired(word)
            for word in words
        )

    def _nearest(self, word: str) -> str:
        if len(word) < _MIN_TYPED or not word.isalpha():
            return word
        near = {form for left in deletions(word) for form in self._by_deletion.get(left, ())}
        hits = (form for form in near if OSA.distance(word, form, score_cutoff=1) <= 1)
        best = max(hits, key=lambda form: (self._forms[form][0], form), default="")
        return self._forms[best][1] if best else word
