"""The platform's own phrases and exits."""

import pytest

from simulator.ears.platform_exit import PLATFORM_EXIT, is_platform_exit
from tests.simulator.ears.toy import hear

PHRASES = {
    "en-US": {
        "AMAZON.YesIntent": ["yes", "Yeah!", "yep", "sure", "ok", "yes please"],
        "AMAZON.NoIntent": ["no", "nope", "no thanks"],
        "AMAZON.HelpIntent": ["help", "help me", "please help me"],
        "AMAZON.StopIntent": ["stop"],
        "AMAZON.CancelIntent": ["cancel", "never mind"],
        "AMAZON.RepeatIntent": ["repeat", "say that again"],
        "AMAZON.StartOverIntent": ["start over", "start again"],
        "AMAZON.PreviousIntent": ["go back", "previous"],
        "AMAZON.NextIntent": ["next", "skip"],
        "AMAZON.NavigateHomeIntent": ["go home"],
    },
    "de-DE": {
        "AMAZON.YesIntent": ["ja", "Ja, bitte", "genau", "klar"],
        "AMAZON.NoIntent": ["nein", "nee"],
        "AMAZON.HelpIntent": ["hilfe", "bitte hilfe"],
        "AMAZON.StopIntent": ["stopp", "stop"],
        "AMAZON.CancelIntent": ["abbrechen"],
        "AMAZON.RepeatIntent": ["wiederholen", "noch einmal"],
        "AMAZON.StartOverIntent": ["von vorne", "neu starten"],
        "AMAZON.PreviousIntent": ["zurück"],
        "AMAZON.NextIntent": ["weiter", "überspringen"],
        "AMAZON.NavigateHomeIntent": ["startseite"],
    },
}


@pytest.mark.parametrize(
    ("locale", "intent", "said"),
    [(locale, intent, said) for locale, by in PHRASES.items() for intent, all_ in by.items() for said in all_],
)
def test_a_built_in_intent_has_its_own_phrases(locale: str, intent: str, said: str) -> None:
    heard = hear(said, locale=locale)
    assert (heard.intent, heard.how) == (intent, "built-in phrase")


@pytest.mark.parametrize("said", ["yes but not today", "stop the kettle", "help with my", "no no no no"])
def test_a_built_in_phrase_matches_only_exactly(said: str) -> None:
    assert hear(said).how != "built-in phrase"


@pytest.mark.parametrize(("said", "locale"), [("exit", "en-US"), ("Quit!", "en-IN"), ("beenden", "de-DE")])
def test_exit_is_the_platforms_and_no_intent(said: str, locale: str) -> None:
    assert is_platform_exit(said, locale)
    assert hear(said, locale="de-DE" if locale == "de-DE" else "en-US").intent == "AMAZON.FallbackIntent"


@pytest.mark.parametrize("said", ["stop", "cancel", "exit the house", ""])
def test_stop_and_cancel_are_the_skills(said: str) -> None:
    assert not is_platform_exit(said, "en-US")


def test_every_language_has_exits() -> None:
    assert all(PLATFORM_EXIT.values())
    assert set(PLATFORM_EXIT) == {"en", "de"}
