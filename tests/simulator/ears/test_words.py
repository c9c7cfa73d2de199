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


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("ケトルが届く", "ケ ト ル が 届 く"),
        ("ｹﾞｰﾑ", "ゲー ム"),
        ("か\u3099ス屋", "が ス 屋"),
        ("佐々木さん", "佐々 木 さ ん"),
        ("3個のAIスピーカー", "3 個 の ai ス ピー カー"),
        ("東京、大阪", "東 京 大 阪"),
        ("नई दिल्ली", "नई दिल्ली"),
        ("한국어 문장", "한국어 문장"),
    ],
)
def test_chinese_characters_and_kana_are_words_of_their_own_with_their_marks(text: str, keys: str) -> None:
    assert keys_of(text) == tuple(keys.split())
    assert said(text, split(text)) == text


@pytest.mark.parametrize(
    ("text", "keys"), [("+49 30 5", "+49 30 5"), ("(+49)", "+49"), ("2+2", "2 2"), ("c++ 5", "c 5"), ("+ 5", "5")]
)
def test_a_plus_belongs_to_the_figures_behind_it(text: str, keys: str) -> None:
    assert keys_of(text) == tuple(keys.split())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("is it $5?", "is it $5"),
        ("#12 costs 5%!", "#12 costs 5%"),
        ('("5 €")', "5 "),
        ("€5, 20°.", "€5, 20°"),
        ("A+", "A+"),
        ("a*b*", "a*b"),
    ],
)
def test_signs_that_are_spoken_are_kept_at_both_ends(text: str, kept: str) -> None:
    assert said(text, split(text)) == kept.strip()


def test_a_sign_between_two_words_belongs_to_neither() -> None:
    words = split("5%off 3€4")
    assert [said("5%off 3€4", [word]) for word in words] == ["5", "off", "3", "4"]
