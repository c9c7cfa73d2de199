"""The page of what is said to each answer of Alexa's services."""

import pytest

from skill.alexa.permissions import SCOPES
from skill.conversation.plain_acts import ALEXA_ASKS, ALLOW_IN_APP, NO_NAME, REFUSED, REMINDER_GONE, REMINDER_STAYS
from skill.conversation.reply import Reply
from skill.wording.voice import word
from tools.show_services import PAGE, main, page

SAID = (*REFUSED.values(), ALEXA_ASKS, ALLOW_IN_APP, NO_NAME, REMINDER_GONE, REMINDER_STAYS)


def test_whatever_may_be_said_stands_on_the_page_in_both_languages() -> None:
    text = page()
    for act in SAID:
        for locale in ("en-US", "de-DE"):
            assert word(Reply((act,)), locale).speech in text


def test_every_status_stands_once_in_every_table_of_a_service() -> None:
    tables = [part for part in page().split("\n## ") if "| Alexa answers |" in part]
    assert len(tables) == 5
    for table in tables:
        labels = [label for row in table.splitlines()[4:] if row for label in row.split("|")[1].strip().split("; ")]
        assert len(labels) == len(set(labels)) == 16


def test_every_permission_stands_on_the_page() -> None:
    assert all(scope in page() for scope in SCOPES.values())


def test_the_committed_page_is_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0, f"run 'make pages' and commit {PAGE.name}"
    assert capsys.readouterr().out == ""
