"""Examples for the similarity matcher: samples filled with words, and the data of each language."""

import pytest

from simulator.interaction_model import InteractionModel
from simulator.models import locales, read_model
from tests.tools.tea_shop import BACKGROUND, DATA, ELICITED, MODEL
from tools.hearing.examples import Example, examples
from tools.hearing.language_data import read_language_data
from tools.hearing.utterances import FALLBACK, LANGUAGES, ROOT, read_utterances

MODELS = ROOT / "interaction_models"


def _all_models(language: str) -> list[InteractionModel]:
    return [read_model(MODELS, locale) for locale in locales(MODELS) if locale.startswith(language)]


def test_the_slots_of_a_sample_are_filled_with_what_people_say() -> None:
    found = examples([MODEL], DATA, ELICITED)
    teas = {"green tea", "sencha", "black tea"}
    orders = {example.text for example in found if example.intent == "OrderIntent"}
    assert "what teas are there" in {example.text for example in found if example.intent == "ListIntent"}
    assert {text.removeprefix("i'd like a cup of ") for text in orders} & teas
    assert not any("{" in example.text for example in found)
    assert any(text.endswith(("today", "tomorrow")) for text in orders)


def test_the_samples_of_a_slot_count_only_where_it_is_elicited() -> None:
    found = examples([MODEL], DATA, ELICITED)
    assert {example.intent for example in found if example.slot == "tea"} == {"TellTeaIntent"}
    assert Example("sencha", "TellTeaIntent", "tea") in found
    assert all(example.slot is None for example in examples([MODEL], DATA, set()))


def test_built_in_intents_and_the_background_are_examples_too() -> None:
    found = examples([MODEL], DATA, ELICITED)
    assert Example("yes", "AMAZON.YesIntent") in found
    assert [example.text for example in found if example.intent == FALLBACK] == list(BACKGROUND)


def test_the_same_samples_give_the_same_examples_and_none_twice() -> None:
    found = examples([MODEL, MODEL], DATA, ELICITED)
    assert found == examples([MODEL], DATA, ELICITED)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_words_for_all_that_its_models_leave_to_amazon(language: str) -> None:
    data = read_language_data(language)
    for model in _all_models(language):
        own = {slot_type.name for slot_type in model.language_model.types}
        for intent in model.language_model.intents:
            assert intent.samples or intent.name == FALLBACK or data.built_in_intents[intent.name], intent.name
            for slot in intent.slots:
                assert slot.type in own or data.said_for(slot.name, slot.type), slot


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_background_is_wide_and_is_not_what_hearing_is_measured_by(language: str) -> None:
    background = read_language_data(language).background
    assert len(background) == len(set(background)) >= 150
    assert set(background) & {utterance.say for utterance in read_utterances(language)} == set()
