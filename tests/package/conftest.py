"""One package for all tests, unpacked from its zip, with AWS's runtime client beside it."""

from pathlib import Path
from uuid import uuid4
from zipfile import ZipFile

import pytest

from skill.storage.dynamodb_create import create_table
from tests.package.function import copy_client
from tests.storage.dynamodb_local import VARIABLES, DynamoDbLocal
from tools.package import Built, build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The package as `make package` builds it."""
    return build("x86_64", tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="session")
def unpacked(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip's content, in a folder that nothing else is in."""
    folder = tmp_path_factory.mktemp("task")
    with ZipFile(built.archive) as zipped:
        zipped.extractall(folder)
    return folder


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """AWS's runtime client, in a folder of its own."""
    folder = tmp_path_factory.mktemp("client")
    copy_client(folder)
    return folder


@pytest.fixture
def table(dynamodb_local: DynamoDbLocal, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The variables of a function whose store is a new table."""
    variables = VARIABLES | {"AWS_ENDPOINT_URL_DYNAMODB": dynamodb_local.endpoint_url}
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    name = f"cases-{uuid4()}"
    create_table(name)
    return variables | {"CASE_COMPASS_STORE": f"dynamodb:{name}"}
