"""The notation for spoken forms, and phrase tables."""

import pytest

from simulator.ears.grammar import Grammar, expand
from simulator.ears.languages import LANGUAGES
from simulator.ears.languages.language import Language
from simulator.ears.phrase_table import PhraseTable
from simulator.ears.slot_types import date_rules, duration, time
from simulator.ears.slot_types.categories import table
from simulator.ears.words import split


def test_brackets_may_be_nested() -> None:
    assert sorted(" ".join(tokens) for tokens in expand("[on [the]] (a|b c) <day>")) == [
        "a <day>",
        "b c <day>",
        "on a <day>",
        "on b c <day>",
        "on the a <day>",
        "on the b c <day>",
    ]


def test_a_bracket_that_was_never_opened_is_refused() -> None:
    with pytest.raises(ValueError, match="never opened"):
        expand("a) b")


def test_a_form_with_an_unknown_category_is_refused() -> None:
    with pytest.raises(ValueError, match="no category year"):
        Grammar([("<day> <year>", "bare")], {"day": lambda _words, _start: ()})


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_form_of_a_language_names_a_rule_that_there_is(language: Language) -> None:
    assert {rule for _, rule in language.calendar.forms} <= set(date_rules.RULES)
    assert {rule for _, rule in language.clock.forms} <= {"part", "present", *time.FROM_THE_HOUR}
    assert {rule for _, rule in language.durations.forms} <= set(duration.RULES)


def test_a_grammar_finds_every_form_that_begins_at_a_word() -> None:
    day = table(PhraseTable.of({"monday": 1}))
    grammar = Grammar([("[on] <day>", "bare"), ("<day> week", "week")], {"day": day})
    found = [(form.end, form.rule, form.read["day"]) for form in grammar.read(split("on monday week"), 1)]
    assert found == [(2, "bare", 1), (3, "week", 1)]
    assert grammar.read(split("on tuesday"), 0) == []


def test_of_two_forms_for_the_same_words_the_first_comes_first() -> None:
    figure = table(PhraseTable.of({"3": 3, "4": 4}))
    forms = [("<day> <month>", "first"), ("<month> <day>", "second")]
    for order in (forms, forms[::-1]):
        found = Grammar(order, {"day": figure, "month": figure}).read(split("3 4"), 0)
        assert [form.rule for form in found] == [rule for _, rule in order]


def test_a_phrase_table_gives_all_phrases_and_all_meanings_in_order() -> None:
    phrases = PhraseTable([("fire", "a"), ("fire tv", "b"), ("fire tv", "c"), ("fire tv", "b"), ("", "nothing")])
    assert list(phrases.read(split("my fire tv"), 1)) == [(2, ("a",)), (3, ("b", "c"))]
    assert phrases.longest == 2
    assert phrases.meanings_of(split("fire tv")) == ("b", "c")
    assert phrases.meanings_of(split("fire tv stick")) == ()
