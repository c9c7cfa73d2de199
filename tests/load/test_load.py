"""A short load on each store. ``make load`` runs the long ones."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.load.places import KINDS

ROOT = Path(__file__).parents[2]


@pytest.mark.real
@pytest.mark.parametrize("store", KINDS)
def test_many_people_at_once_are_answered_as_each_would_be_alone(store: str) -> None:
    command = [sys.executable, "-m", "tests.load", "--store", store, "--minutes", "0.33", "--people", "12"]
    ran = subprocess.run(
        [*command, "--talks", "12"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=240
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "wrong: 0" in ran.stdout
    assert "records compared" in ran.stdout
    assert "households" in ran.stdout
