"""Before anything is tested: what needs an installation is left out, and the word catalogues are compiled.

Tests that are marked ``real`` run only for `make test-real`; there they fail where something is missing. Catalogues
are compiled when one is missing or older than its source.
"""

import logging
import os
from collections.abc import Iterator

import pytest

from tests.storage.dynamodb_local import DynamoDbLocal
from tools.compile_words import LANGUAGES, compile_words

# Lets the promises explain a failing assertion as a test module would, whoever imports them first.
pytest.register_assert_rewrite("tests.storage.promises")


@pytest.fixture(autouse=True)
def level_of_the_log() -> Iterator[None]:
    """What a door under test sets the log to is nothing to the next test."""
    root = logging.getLogger()
    level = root.level
    yield
    root.setLevel(level)


@pytest.fixture(scope="session")
def dynamodb_local() -> Iterator[DynamoDbLocal]:
    """One server for all tests, which keeps its tables in memory."""
    server = DynamoDbLocal()
    yield server
    server.kill()


def pytest_sessionstart() -> None:
    catalogues = {source: source.with_suffix(".mo") for source in LANGUAGES.glob("*/*.po")}
    if any(not made.exists() or made.stat().st_mtime < source.stat().st_mtime for source, made in catalogues.items()):
        compile_words()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if os.environ.get("CASE_COMPASS_REAL") == "1":
        return
    real = [item for item in items if item.get_closest_marker("real")]
    if real:
        config.hook.pytest_deselected(items=real)
        items[:] = [item for item in items if item not in real]
