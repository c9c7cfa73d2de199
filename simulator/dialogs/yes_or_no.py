"""The answer to a question of confirmation: yes and no, whether or not the model has intents for them."""

from typing import Literal

from simulator.ears.heard import Heard
from simulator.ears.languages import language_for
from simulator.ears.words import keys_of

Status = Literal["CONFIRMED", "DENIED"]

_ANSWERS: dict[str, Status] = {"AMAZON.YesIntent": "CONFIRMED", "AMAZON.NoIntent": "DENIED"}


def yes_or_no(heard: Heard, words: str, locale: str) -> Status | None:
    """What an answer settles; None when it is neither yes nor no."""
    if heard.intent in _ANSWERS:
        return _ANSWERS[heard.intent]
    phrases = language_for(locale).phrases
    said = keys_of(words)
    for intent, status in _ANSWERS.items():
        if said in {keys_of(phrase) for phrase in phrases.get(intent, ())}:
            return status
    return None
