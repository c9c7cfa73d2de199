"""What a person can type to make a move: a sample utterance with its slots filled, or the platform's own phrase."""

import re
from collections.abc import Mapping

from simulator.ears.ears import Elicitation
from simulator.ears.errors import CannotHear
from simulator.ears.languages import language_for
from simulator.explorer.move import Kind, Move
from simulator.explorer.stage import answer_to_alexa
from simulator.models.interaction_model import Intent, LanguageModel, slots_in

_SLOT = re.compile(r"\{(\w+)\}")
_PLAIN = re.compile(r"\w[\w '.-]{0,99}")


class Phrases:
    """Utterances for the moves of one model, in the console's manner: ``:later 2 days`` is one, too."""

    def __init__(self, model: LanguageModel, locale: str) -> None:
        self._intents = {intent.name: intent for intent in model.intents}
        self._locale = locale
        self._built_in = _built_in(locale)

    def of(self, move: Move, asked_for: Elicitation | None) -> str | None:
        """The utterance; None when no sample has just these slots, or a value cannot be typed."""
        if move.kind is Kind.CONSENT:
            return answer_to_alexa(move, self._locale) or ":silence"
        if move.kind is not Kind.INTENT:
            return move.name
        intent = self._intents.get(move.name)
        words = {slot.name: slot.said or "" for slot in move.slots}
        if intent is None or not all(_can_be_typed(said) for said in words.values()):
            return None
        fitting = [sample for sample in _samples(intent, asked_for) if set(slots_in(sample)) == set(words)]
        if not fitting:
            return self._built_in.get(move.name, (None,))[0]
        return _SLOT.sub(lambda place: words[place[1]], min(fitting, key=len))


def _samples(intent: Intent, asked_for: Elicitation | None) -> list[str]:
    asked = asked_for.slot if asked_for and asked_for.intent == intent.name else None
    of_slot = [sample for slot in intent.slots if slot.name == asked for sample in slot.samples]
    return [*of_slot, *intent.samples]


def _can_be_typed(words: str) -> bool:
    return bool(_PLAIN.fullmatch(words))


def _built_in(locale: str) -> Mapping[str, tuple[str, ...]]:
    try:
        return language_for(locale).phrases
    except CannotHear:
        return {}
