"""The tables of intents against the interaction models that are built from heard.yaml."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from skill.alexa.intents import ELICITED, FREE_TEXT, MEANINGS, PROBLEMS, TOPICS_ASKED, TOPICS_BY_SLOT
from skill.alexa.request import ORDINALS
from skill.conversation.cases import FORMS
from skill.conversation.contact import ABOUT_AN_ANSWER, meant
from skill.conversation.talk import CASE_NAME, TALK_QUESTIONS, WHICH_CASE
from skill.conversation.topics import TOPICS
from skill.conversation.turn import Said
from skill.decision.expects import Choice, PastDate
from skill.decision.models import MODELS
from skill.decision.models.questions import QUESTIONS

FOLDER = Path(__file__).parent.parent.parent / "interaction_models"
LOCALES = ("de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US")
TAKEN = {question for question in QUESTIONS if any(model.takes(question) for model in MODELS.values())}
SPECIAL = ("seller_contact", "field", "date", "cents", "channel", "checklist", "secret")
"""Slots that are no question's own: two questions at once, the name of a question, a date of whichever question, the
rest of an amount, and topics."""
OF_CASES = ("kind", "ordinal", "form", "case_name", "remind_date", "remind_time", "sent_date")
"""Slots that tell which case is meant, what it is called, in what form its message is wanted, and when."""
DATES = ("date", "remind_date", "sent_date")
PROMISED = "promised"
"""A value of ``settled_by`` that settles nothing: it is news that one has to wait."""
TOPIC_INTENTS = TOPICS_ASKED.keys() | TOPICS_BY_SLOT.keys()
each_locale = pytest.mark.parametrize("locale", LOCALES)


@cache
def model(locale: str) -> dict[str, Any]:
    """The interaction model of a locale."""
    content = json.loads((FOLDER / f"{locale}.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = content["interactionModel"]
    return found


def slots(locale: str) -> dict[str, dict[str, str]]:
    """The slots of each intent, with their types."""
    intents = model(locale)["languageModel"]["intents"]
    return {intent["name"]: {slot["name"]: slot["type"] for slot in intent.get("slots", ())} for intent in intents}


def types(locale: str) -> dict[str, str]:
    """The type of every slot, by its name."""
    return {name: kind for by_name in slots(locale).values() for name, kind in by_name.items()}


def values(locale: str, slot: str) -> set[str]:
    """The ids of the values that a slot can resolve to."""
    kinds = {kind["name"]: kind for kind in model(locale)["languageModel"]["types"]}
    return {value["id"] for value in kinds[types(locale)[slot]]["values"]}


def test_there_is_a_model_for_each_locale_and_no_other() -> None:
    assert tuple(sorted(file.stem for file in FOLDER.glob("*.json"))) == LOCALES


@each_locale
def test_every_intent_of_the_tables_is_in_the_model(locale: str) -> None:
    assert PROBLEMS.keys() | MEANINGS.keys() | TOPIC_INTENTS <= slots(locale).keys()
    assert {named.problem for named in PROBLEMS.values()} == MODELS.keys()


@pytest.mark.parametrize("name", PROBLEMS)
def test_what_a_problem_s_name_gives_can_be_an_answer(name: str) -> None:
    named = PROBLEMS[name]
    problem, given = named.problem, named.given
    for question, value in given:
        expects = MODELS[problem].questions[question].expects
        assert MODELS[problem].takes(question)
        assert isinstance(expects, Choice)
        assert value in expects.values


@each_locale
def test_every_topic_can_be_asked_for_and_no_other(locale: str) -> None:
    asked = {*TOPICS_ASKED.values()}
    for slot, otherwise in ((asked.slot, asked.otherwise) for asked in TOPICS_BY_SLOT.values()):
        asked |= values(locale, slot) | {otherwise}
    assert asked == TOPICS.keys()


@each_locale
def test_every_other_intent_of_the_model_tells_something(locale: str) -> None:
    for name in slots(locale).keys() - PROBLEMS.keys() - MEANINGS.keys() - TOPIC_INTENTS:
        assert name.startswith("Tell"), name
        assert slots(locale)[name], name


@each_locale
def test_every_slot_of_the_model_means_something(locale: str) -> None:
    assert types(locale).keys() <= TAKEN | {*SPECIAL, *OF_CASES}


@each_locale
def test_a_slot_has_the_same_type_in_every_intent(locale: str) -> None:
    for by_name in slots(locale).values():
        assert by_name.items() <= types(locale).items()


@each_locale
@pytest.mark.parametrize("question", ELICITED)
def test_what_is_elicited_is_declared_in_the_model_and_in_its_dialog(question: str, locale: str) -> None:
    elicited = ELICITED[question]
    assert elicited.slot in (question, *ABOUT_AN_ANSWER) or question == WHICH_CASE
    assert elicited.slot in elicited.slots
    assert tuple(slots(locale)[elicited.intent]) == elicited.slots
    [dialog] = [intent for intent in model(locale)["dialog"]["intents"] if intent["name"] == elicited.intent]
    assert tuple(slot["name"] for slot in dialog["slots"]) == elicited.slots
    assert {slot["name"]: slot["type"] for slot in dialog["slots"]} == slots(locale)[elicited.intent]


@each_locale
def test_the_skill_answers_for_the_dialog_itself(locale: str) -> None:
    assert model(locale)["dialog"]["delegationStrategy"] == "SKILL_RESPONSE"
    for intent in model(locale)["dialog"]["intents"]:
        assert not intent["confirmationRequired"]
        assert not any(slot["elicitationRequired"] or slot["confirmationRequired"] for slot in intent["slots"])


@each_locale
@pytest.mark.parametrize("question", ELICITED)
def test_a_bare_answer_to_what_is_elicited_is_a_sample_of_the_slot(question: str, locale: str) -> None:
    intents = {intent["name"]: intent for intent in model(locale)["languageModel"]["intents"]}
    found = {slot["name"]: slot for slot in intents[ELICITED[question].intent]["slots"]}
    slot = ELICITED[question].slot
    assert f"{{{slot}}}" in found[slot]["samples"]


def test_every_question_of_a_decision_is_elicited_and_of_the_talk_itself_what_takes_words() -> None:
    assert ELICITED.keys() == TAKEN | {WHICH_CASE, CASE_NAME}
    assert ELICITED.keys() & set(TALK_QUESTIONS) == {WHICH_CASE, CASE_NAME}


@each_locale
def test_each_kind_of_case_can_be_named_and_no_other(locale: str) -> None:
    assert values(locale, "kind") == MODELS.keys()


@each_locale
def test_each_form_and_each_place_that_can_be_named_is_known(locale: str) -> None:
    assert values(locale, "form") == FORMS.keys()
    assert values(locale, "ordinal") == ORDINALS.keys()


@each_locale
def test_a_choice_can_be_heard_with_each_of_its_values_and_no_others(locale: str) -> None:
    heard = set()
    for slot in types(locale).keys() & QUESTIONS.keys():
        expects = QUESTIONS[slot].expects
        if isinstance(expects, Choice):
            assert values(locale, slot) - {PROMISED} == set(expects.values), slot
            heard.add(slot)
    assert heard >= {id_ for id_ in TAKEN if isinstance(QUESTIONS[id_].expects, Choice) and not is_yes_no(id_)}


@each_locale
def test_a_question_in_the_person_s_own_words_can_be_heard(locale: str) -> None:
    assert {id_ for id_ in TAKEN if not isinstance(QUESTIONS[id_].expects, Choice)} <= types(locale).keys()


@each_locale
def test_what_is_heard_of_the_seller_is_what_the_table_knows(locale: str) -> None:
    for id_ in values(locale, "seller_contact"):
        facts = meant(Said("seller_contact", id_), None)
        assert facts
        for said in facts:
            expects = QUESTIONS[said.question].expects
            assert isinstance(expects, Choice)
            assert said.value in expects.values


@each_locale
def test_a_field_that_can_be_changed_is_a_question(locale: str) -> None:
    assert values(locale, "field") <= TAKEN


@each_locale
def test_free_text_slots_are_those_of_the_table(locale: str) -> None:
    assert {name for name, kind in types(locale).items() if kind == "AMAZON.SearchQuery"} == set(FREE_TEXT)


@each_locale
def test_dates_are_heard_as_dates(locale: str) -> None:
    dates = {id_ for id_, question in QUESTIONS.items() if isinstance(question.expects, PastDate)} | {*DATES}
    assert {name for name, kind in types(locale).items() if kind == "AMAZON.DATE"} == dates


def is_yes_no(question: str) -> bool:
    """Whether a plain yes or no answers the question."""
    expects = QUESTIONS[question].expects
    return isinstance(expects, Choice) and expects.takes_yes_and_no
