"""Stores for the tests: SQLite files, and DynamoDB Local, started once, with tables on it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from skill.storage.dynamodb import DynamoDbStore
from skill.storage.dynamodb_create import create_table
from skill.storage.sqlite import SqliteStore
from tests.storage.dynamodb_local import VARIABLES, DynamoDbLocal

Opener = Callable[..., DynamoDbStore]
SqliteOpener = Callable[..., SqliteStore]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "records.sqlite"


@pytest.fixture
def opened(path: Path) -> Iterator[SqliteOpener]:
    """Opens stores on the one file and closes them all at the end."""
    stores: list[SqliteStore] = []

    def another(timeout_seconds: float = 10) -> SqliteStore:
        stores.append(SqliteStore(path, timeout_seconds=timeout_seconds))
        return stores[-1]

    yield another
    for store in stores:
        store.close()


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment with credentials and a region."""
    for name, value in VARIABLES.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def table(dynamodb_local: DynamoDbLocal, aws: None, monkeypatch: pytest.MonkeyPatch) -> str:  # noqa: ARG001
    """The name of a new table, on an endpoint that the environment names."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", dynamodb_local.endpoint_url)
    name = f"cases-{uuid4()}"
    create_table(name)
    return name


@pytest.fixture
def dynamodb(aws: None) -> Iterator[Opener]:  # noqa: ARG001
    """Opens stores and closes them all at the end."""
    stores: list[DynamoDbStore] = []

    def another(table: str, *, timeout_seconds: float = 10, endpoint_url: str | None = None) -> DynamoDbStore:
        stores.append(DynamoDbStore(table, timeout_seconds=timeout_seconds, endpoint_url=endpoint_url))
        return stores[-1]

    yield another
    for store in stores:
        store.close()
