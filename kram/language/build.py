"""Building the language pipeline from the knowledge base."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from pathlib import Path

from kram.knowledge.base import own_words, topic_aliases
from kram.knowledge.model import KnowledgeBase
from kram.knowledge.question_kinds import QuestionKinds
from kram.knowledge.search import Normalize, PointSearch, SearchWords
from kram.knowledge.yaml_files import read_yaml
from kram.language.lexicon import LanguageTable, compile_table
from kram.language.reader import Reader
from kram.paths import KNOWLEDGE


def build_reader(base: KnowledgeBase, folder: Path = KNOWLEDGE) -> Reader:
    """A reader that knows every finding, population, remedy and topic of the knowledge base.

    Raises:
        ContentError: a file of ``knowledge/language`` is broken.
    """
    return Reader.from_table(language_table(base, folder))


def language_table(base: KnowledgeBase, folder: Path = KNOWLEDGE) -> LanguageTable:
    """The compiled words and patterns.

    Raises:
        ContentError: a file of ``knowledge/language`` is broken.
    """
    return compile_table(folder / "language", topic_aliases(base), own_words(base), _common_words())


def _common_words() -> Mapping[str, float]:
    """The ordinary words of Indonesian and the share of each; loaded only where a pipeline is built."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # it asks setuptools where its files are
        from wordfreq import get_frequency_dict
    return get_frequency_dict("id")


def build_search(
    base: KnowledgeBase,
    table: LanguageTable,
    presupposed: Mapping[tuple[str, str], frozenset[str]] | None = None,
    folder: Path = KNOWLEDGE,
) -> PointSearch:
    """The search over all points.

    Args:
        base: the knowledge base.
        table: the compiled words of its language (`language_table`).
        presupposed: (entry, point) -> what whoever asks it is supposed to have or be.
        folder: where its words are.

    Raises:
        ContentError: a file of ``knowledge/language`` is broken.
    """
    normalize, words = search_words(table, folder)
    kinds = QuestionKinds(read_yaml(folder / "language" / "jenis_tanya.yml"))
    return PointSearch.fit(base, words, normalize, presupposed or {}, kinds)


def search_words(table: LanguageTable, folder: Path = KNOWLEDGE) -> tuple[Normalize, SearchWords]:
    """The normaliser for the search, and the words of ``language/search.yml``.

    Raises:
        ContentError: a file of ``knowledge/language`` is broken.
    """
    normalizer = table.normalizer()

    def normalize(text: str) -> str:
        return " ".join(token.norm for token in normalizer.tokens(text) if not token.is_punct)

    return normalize, SearchWords.from_yaml(
        read_yaml(folder / "language" / "search.yml"), normalize, normalizer.known_words
    )
