"""Utterances as words."""

import pytest

from simulator.ears.words import keys_of, said, split


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It’s NOT here!", "its not here"),  # noqa: RUF001 - a typographic apostrophe is the point
        ("a Wi-Fi  set", "a wi fi set"),
        ("„Straße“", "strasse"),
        ("cafe\u0301", "café"),
        ("Haus\u00adtür", "haustür"),
        ("one, two; three…", "one two three"),
        ("１２", "12"),  # noqa: RUF001 - full-width figures
        ("'quoted'", "quoted"),
    ],
)
def test_spellings_of_the_same_words_are_equal(one: str, other: str) -> None:
    assert keys_of(one) == keys_of(other)


@pytest.mark.parametrize("text", ["", "   ", "🙂👩‍👧", "?!…", "\u0301\u0301", "\ud800"])
def test_text_without_a_letter_or_digit_has_no_words(text: str) -> None:
    assert split(text) == ()


def test_what_was_said_is_kept_between_the_first_and_the_last_word() -> None:
    text = "  well: the 32\"  O'Neill-TV, please! "
    assert said(text, split(text)[1:-1]) == "the 32\" O'Neill-TV"


def test_nothing_said_is_empty() -> None:
    assert said("anything", ()) == ""
