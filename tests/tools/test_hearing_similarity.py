"""The similarity matcher, on a toy model and on its own feet."""

import subprocess
import sys
from functools import cache

import pytest

from skill.alexa.intents import Elicited
from tests.tools.tea_shop import DATA, ELICITED, MODEL, WHICH_TEA
from tools.hearing.examples import examples
from tools.hearing.similar import best_threshold
from tools.hearing.similarity import BOOST, Guess, Similarity
from tools.hearing.utterances import FALLBACK, ROOT, Utterance


@cache
def _matcher() -> Similarity:
    return Similarity(examples([MODEL], DATA, ELICITED))


def _guess(text: str, elicited: Elicited | None = None) -> Guess:
    return _matcher().guess([(text, elicited)])[0]


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("could you please bring me some sencha", "OrderIntent"),
        ("i'd like to order a pot of black tea", "OrderIntent"),
        ("which teas do you have", "ListIntent"),
        ("yeah sure", "AMAZON.YesIntent"),
    ],
)
def test_a_paraphrase_is_heard_as_what_it_is_most_like(said: str, intent: str) -> None:
    guess = _guess(said)
    assert guess.intent == intent
    assert guess.lead > 0


@pytest.mark.parametrize("said", ["will it rain today", "turn the heating off", "play a song for my sister"])
def test_what_is_like_the_background_does_not_lead_it(said: str) -> None:
    assert _guess(said).lead < 0


def test_a_bare_answer_counts_while_its_question_is_open() -> None:
    assert _guess("sencha", WHICH_TEA).intent == "TellTeaIntent"
    assert _guess("sencha", WHICH_TEA).lead > _guess("sencha").lead
    assert _guess("list your teas", WHICH_TEA).intent == "ListIntent"


def test_an_elicited_intent_is_ahead_by_the_boost() -> None:
    said = "it should be sencha"
    assert _guess(said, WHICH_TEA).intent == _guess(said).intent == "TellTeaIntent"
    assert _guess(said, WHICH_TEA).lead >= _guess(said).lead + BOOST - 1e-9


def test_the_nearest_example_is_one_that_counts() -> None:
    assert _matcher().nearest("the sencha please", WHICH_TEA).slot == "tea"
    assert _matcher().nearest("the sencha please", None).slot is None
    assert _matcher().nearest("which teas", None).intent == "ListIntent"


def test_nothing_said_is_nothing_guessed() -> None:
    assert _matcher().guess([]) == []


def _said(intent: str) -> Utterance:
    return Utterance.model_validate({"say": "tea", "while": "start", "intent": intent})


def test_the_threshold_weighs_what_is_heard_against_what_is_taken_wrongly() -> None:
    development = [
        (_said("OrderIntent"), Guess("OrderIntent", 0.9)),
        (_said("OrderIntent"), Guess("OrderIntent", 0.5)),
        (_said(FALLBACK), Guess("OrderIntent", 0.3)),
        (_said("OrderIntent"), Guess("ListIntent", 0.2)),
        (_said("OrderIntent"), Guess("OrderIntent", 0.1)),
        (_said(FALLBACK), Guess("ListIntent", -0.4)),
    ]
    assert best_threshold(development) == 0.5
    assert best_threshold([]) == 0.0


def test_the_matcher_shares_no_code_with_the_ears_and_loads_its_library_when_it_trains() -> None:
    show = "import sys, tools.hearing.similar; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", show], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()
    assert "tools.hearing.similarity" in loaded
    assert [name for name in loaded if name.startswith(("simulator.ears", "sklearn", "numpy"))] == []
