"""Where the service keeps its records while it is loaded, and how they are read afterwards."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from skill.conversation.ports import Memory
from skill.storage.dynamodb_create import create_table
from tests.storage.dynamodb_local import VARIABLES, DynamoDbLocal
from tests.storage.writer import open_store

KINDS = ("sqlite", "dynamodb")
TABLE = "cases"


class Place(NamedTuple):
    """Where records are: a kind of store and its file or table, and what else its users need in their environment."""

    kind: str
    name: str
    environment: dict[str, str]
    dynamodb: DynamoDbLocal | None = None

    @property
    def setting(self) -> str:
        """As ``CASE_COMPASS_STORE`` has it."""
        return f"{self.kind}:{self.name}"

    @contextmanager
    def store(self) -> Iterator[Memory]:
        """The same store in this process, until the end of the block."""
        with closing(open_store(self.kind, self.name)) as opened:
            yield opened


@contextmanager
def place(kind: str, folder: Path) -> Iterator[Place]:
    """A store with nothing in it, of one of the ``KINDS``; what has to run for it runs until the end of the block."""
    if kind == "sqlite":
        yield Place(kind, str(folder / "records.sqlite"), {})
        return
    kept = folder / "dynamodb"
    kept.mkdir()
    server = DynamoDbLocal(kept)
    environment = {**VARIABLES, "AWS_ENDPOINT_URL_DYNAMODB": server.endpoint_url}
    try:
        with pytest.MonkeyPatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            create_table(TABLE)
            yield Place(kind, TABLE, environment, server)
    finally:
        server.kill()
