"""Leaves out what needs npm packages, unless `make test-real` asks for it; there it fails where they are missing."""

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the tests of this folder that are marked ``real``."""
    if os.environ.get("CASE_COMPASS_REAL") == "1":
        return
    real = [item for item in items if item.get_closest_marker("real") and item.path.is_relative_to(HERE)]
    if real:
        config.hook.pytest_deselected(items=real)
        items[:] = [item for item in items if item not in real]
