"""Where a message is looked up: the region, then the language, then English."""

import logging
from gettext import GNUTranslations
from pathlib import Path

import pytest

from skill.errors import WordsMissing
from skill.wording import catalog as catalog_module
from skill.wording.catalog import catalog
from skill.wording.fill import fill, variant
from tools.compile_words import LANGUAGES


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
    monkeypatch.setattr(catalog_module, "FOLDER", str(tmp_path))
    with pytest.raises(WordsMissing, match=r"said\.mo is missing in .*: run 'make words'"):
        catalog_module._catalog.__wrapped__("said", "en-US")


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


@pytest.mark.parametrize(
    "source", sorted(LANGUAGES.glob("*/*.po")), ids=lambda file: f"{file.parent.name}/{file.name}"
)
def test_a_compiled_catalogue_reads_as_the_standard_library_reads_it(source: Path) -> None:
    compiled = source.with_suffix(".mo")
    with compiled.open("rb") as stream:
        standard = GNUTranslations(stream)
    own = {id_: text for id_, text in catalog_module._texts(str(compiled)).items() if id_}
    assert own
    assert own == {id_: standard.gettext(id_) for id_ in own}


@pytest.mark.parametrize("locale", ["", "fr-FR", "x" * 5000, "../../tools", "de/../en", "-1", "en\0", "\ud800"])
def test_a_locale_that_is_no_name_of_a_file_speaks_english(locale: str) -> None:
    assert catalog("said", locale) is catalog("said", "en-XX")


def test_no_more_catalogues_are_kept_than_there_are_words() -> None:
    before = catalog_module._catalog.cache_info().currsize
    for number in range(1000):
        catalog("said", f"de-{number}")
    assert catalog_module._catalog.cache_info().currsize <= before + 1


def test_languages_share_the_english_that_they_fall_back_to() -> None:
    catalog_module._texts.cache_clear()
    catalog_module._catalog.cache_clear()
    for locale in ("en-US", "fr-FR", "es-MX", "it-IT"):
        catalog("said", locale)
    assert catalog_module._texts.cache_info().currsize == 1
