"""Every store keeps every promise."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from skill.conversation.ports import Memory
from skill.storage.memory import MemoryStore
from skill.storage.sqlite import SqliteStore
from tests.storage.promises import PROMISES, Promise


@pytest.fixture(params=["memory", "sqlite", pytest.param("dynamodb", marks=pytest.mark.real)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Memory]:
    if request.param == "memory":
        yield MemoryStore()
        return
    if request.param == "dynamodb":
        yield request.getfixturevalue("dynamodb")(request.getfixturevalue("table"))
        return
    # The writers of one promise queue up for the disk, so the time-out leaves room for a slow one.
    sqlite = SqliteStore(tmp_path / "kept" / "records.sqlite", timeout_seconds=10)
    yield sqlite
    sqlite.close()


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_a_store_keeps_its_promise(promise: Promise, store: Memory) -> None:
    promise(store)
