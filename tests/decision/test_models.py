"""The decisions themselves: each can be walked, and none is loaded before somebody needs it."""

import subprocess
import sys
from pathlib import Path

import pytest

from skill.decision.check import drawn, faults
from skill.decision.models import MODELS

ROOT = Path(__file__).parent.parent.parent
LOADED = """
import sys
from skill.decision.models import MODELS
def loaded():
    prefix = "skill.decision.models."
    return {name.removeprefix(prefix) for name in sys.modules if name.startswith(prefix)} & set(MODELS)
assert "lost_package" in MODELS and len(MODELS) > 10, "this much is known of them"
print(*loaded(), "before;", end=" ")
assert MODELS["gift_card"] is MODELS["gift_card"]
print(*loaded())
"""


@pytest.mark.parametrize("model_id", MODELS)
def test_a_decision_can_be_walked_from_every_side(model_id: str) -> None:
    model = MODELS[model_id]
    assert faults(model) == []
    assert drawn(model) is model
    assert model.id == model_id


def test_every_decision_that_has_a_file_is_one_of_them() -> None:
    files = (ROOT / "skill" / "decision" / "models").glob("*.py")
    own = {file.stem for file in files if f"{file.stem.upper()} = Model(" in file.read_text(encoding="utf-8")}
    assert own == set(MODELS)


def test_a_decision_is_loaded_when_it_is_first_looked_at() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "before; gift_card\n"


def test_a_decision_that_there_is_not_is_missed_as_in_any_mapping() -> None:
    assert "lost_luggage" not in MODELS
    assert MODELS.get("lost_luggage") is None
    with pytest.raises(KeyError):
        MODELS["lost_luggage"]


def test_all_of_them_come_in_one_order_and_its_reverse() -> None:
    forwards = list(MODELS.values())
    assert [model.id for model in forwards] == list(MODELS)
    assert list(reversed(MODELS.values())) == forwards[::-1]
