"""Fixtures of the unit tests, and their promise: seconds, no Rasa, no TensorFlow."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import settings

from kram.knowledge.model import KnowledgeBase
from kram.language.build import language_table
from kram.language.lexicon import LanguageTable
from kram.language.normalize import Normalizer
from kram.language.reader import Reader
from tests.unit.builders import real_knowledge, small_table

_HEAVY = ("tensorflow", "rasa")

settings.register_profile("unit", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("unit")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a session of unit tests that imported what takes tens of seconds."""
    here = Path(__file__).parent
    only_unit_tests = all(here in item.path.parents for item in session.items)
    loaded = [name for name in _HEAVY if name in sys.modules]
    if only_unit_tests and loaded:
        reporter = session.config.pluginmanager.get_plugin("terminalreporter")
        reporter.write_line(f"\nThe unit tests imported {', '.join(loaded)}.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def base() -> KnowledgeBase:
    """The real knowledge."""
    return real_knowledge()


@pytest.fixture(scope="session")
def real_table(base: KnowledgeBase) -> LanguageTable:
    """The compiled ``knowledge/language``."""
    return language_table(base)


@pytest.fixture(scope="session")
def real_normalizer(real_table: LanguageTable) -> Normalizer:
    """The normaliser with the real words."""
    return real_table.normalizer()


@pytest.fixture(scope="session")
def real_reader(real_table: LanguageTable) -> Reader:
    """The reader with the real patterns."""
    return Reader.from_table(real_table)


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader that knows a dozen words (see `builders.small_table`)."""
    return Reader.from_table(small_table())
