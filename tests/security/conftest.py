"""One world and one running server for all hostile requests."""

from collections.abc import Iterator

import pytest

from tests.security.running import Running, serving
from tests.security.surroundings import World, world


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world(tmp_path_factory.mktemp("world")) as made:
        yield made


@pytest.fixture(scope="module")
def server(here: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """With one worker: several would each fetch what one has fetched."""
    with serving(here, tmp_path_factory.mktemp("server"), CASE_COMPASS_WORKERS="1") as running:
        yield running
