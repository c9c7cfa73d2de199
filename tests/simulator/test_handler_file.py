"""A handler out of somebody's own code."""

import sys
from pathlib import Path

import pytest

from simulator.errors import OptionWrong
from simulator.under_test.handler_file import handler_named

SKILL = """
import beside_it

def lambda_handler(event, context):
    return beside_it.answer(event)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "path", list(sys.path))
    (tmp_path / "some_skill_of_mine.py").write_text(SKILL, encoding="utf-8")
    (tmp_path / "beside_it.py").write_text("def answer(event):\n    return {'was': event}\n", encoding="utf-8")
    return tmp_path


def test_a_file_is_imported_with_what_lies_beside_it(folder: Path) -> None:
    handler = handler_named(f"{folder}/some_skill_of_mine.py:lambda_handler")
    assert handler({"tea": 1}, None) == {"was": {"tea": 1}}


def test_a_module_is_imported_by_its_name() -> None:
    assert handler_named("json:dumps") is not None


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("lambda_handler", "names no handler: write it as lambda_function.py:lambda_handler"),
        ("no_such_file.py:handler", "no_such_file.py cannot be imported: FileNotFoundError"),
        ("no_such_module:handler", "cannot be imported: ModuleNotFoundError"),
        ("json:brew_tea", "json has no function brew_tea"),
        ("json:__name__", "json has no function __name__"),
    ],
)
def test_a_name_that_leads_nowhere_is_told(name: str, says: str) -> None:
    with pytest.raises(OptionWrong, match="--handler") as wrong:
        handler_named(name)
    assert says in str(wrong.value)
