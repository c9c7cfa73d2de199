"""Where the service keeps its records while it is loaded, and how they are read afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from skill.bootstrap import build_store
from skill.conversation.ports import Memory
from skill.settings import Settings
from skill.storage.dynamodb_create import create_table
from tests.storage.dynamodb_local import VARIABLES, DynamoDbLocal

KINDS = ("sqlite", "dynamodb")
TABLE = "cases"


class Place(NamedTuple):
    """A store's name as ``CASE_COMPASS_STORE`` has it, and what else its users need in their environment."""

    setting: str
    environment: dict[str, str]
    dynamodb: DynamoDbLocal | None = None

    def store(self) -> Memory:
        """The same store, in this process."""
        os.environ.update(self.environment)
        return build_store(Settings(store=self.setting))


@contextmanager
def place(kind: str, folder: Path) -> Iterator[Place]:
    """A store with nothing in it, of one of the ``KINDS``; what has to run for it runs until the end of the block."""
    if kind == "sqlite":
        yield Place(f"sqlite:{folder / 'records.sqlite'}", {})
        return
    kept = folder / "dynamodb"
    kept.mkdir()
    server = DynamoDbLocal(kept)
    try:
        made = Place(f"dynamodb:{TABLE}", {**VARIABLES, "AWS_ENDPOINT_URL_DYNAMODB": server.endpoint_url}, server)
        os.environ.update(made.environment)
        create_table(TABLE)
        yield made
    finally:
        server.kill()
