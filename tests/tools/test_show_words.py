"""The page with every word."""

import logging

import pytest

from skill.decision.models import MODELS
from tools import inventory
from tools.show_words import PAGE, main, page


def test_every_act_and_every_card_stands_on_the_page() -> None:
    text = page()
    for act in inventory.acts():
        assert f"| `{act.key}` | " in text
    for model in MODELS.values():
        cards = text.partition(f"## Cards: {model.id.replace('_', ' ')}\n")[2].partition("\n## ")[0]
        assert cards.count("````text\n") == 2 * len(model.messages), "one a language for every message"


def test_nothing_on_the_page_is_left_to_be_filled(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        text = page()
    assert caplog.messages == []
    assert "{" not in text
    assert "<say-as" not in text


def test_the_committed_page_is_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0, f"run 'make pages' and commit {PAGE.name}"
    assert capsys.readouterr().out == ""
