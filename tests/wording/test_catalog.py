"""Where a message is looked up: the region, then the language, then English."""

import logging
from pathlib import Path

import pytest

from skill.errors import WordsMissing
from skill.wording import catalog as catalog_module
from skill.wording.catalog import catalog
from skill.wording.fill import fill, variant


def test_a_region_says_it_its_own_way_and_the_rest_as_its_language() -> None:
    british, american = catalog("messages", "en-GB"), catalog("messages", "en-US")
    assert british.message("value.topic.colour") == "the colour"
    assert american.message("value.topic.colour") == "the color"
    assert british.message("greeting") == american.message("greeting") == "Hello,"


@pytest.mark.parametrize("locale", ["en-AU", "en-IN"])
def test_a_region_without_words_of_its_own_speaks_as_the_british_do(locale: str) -> None:
    for id_ in ("date.day", "ask.which_problem", "ask.checked"):
        assert catalog("said", locale).message(id_) == catalog("said", "en-GB").message(id_)


@pytest.mark.parametrize("locale", ["fr-FR", "xx", ""])
def test_a_language_that_is_not_installed_speaks_english(locale: str) -> None:
    assert catalog("messages", locale).message("greeting") == "Hello,"


def test_german_is_no_english() -> None:
    assert catalog("said", "de-DE").message("ask.urgent") != catalog("said", "en-US").message("ask.urgent")


def test_a_message_that_nobody_wrote_is_none() -> None:
    assert catalog("said", "de-DE").message("never.written") is None


def test_words_that_were_not_compiled_are_missed_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalog_module, "LANGUAGES", tmp_path)
    with pytest.raises(WordsMissing, match=r"said\.mo is missing in .*: run 'make words'"):
        catalog.__wrapped__("said", "en-US")


def test_a_bad_message_is_silent_and_logged_by_its_id_only(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert fill("none", None, {}) == ""
        assert fill("lacks", "{color} kettle", {"item": "secret"}) == ""
        assert fill("broken", "{", {"item": "secret"}) == ""
        assert fill("numbered", "{0}", {"item": "secret"}) == ""
    assert [record.getMessage() for record in caplog.records] == [
        "no message none",
        "message lacks cannot be filled: KeyError",
        "message broken cannot be filled: ValueError",
        "message numbered cannot be filled: ValueError",
    ]


def test_what_is_filled_in_is_not_filled_again() -> None:
    assert fill("echo", "{value}!", {"value": "{value} {item}"}) == "{value} {item}!"


def test_the_ways_of_saying_something_take_turns() -> None:
    assert [variant("one\ntwo\nthree", turn) for turn in range(4)] == ["one", "two", "three", "one"]
    assert variant("", 5) == ""
