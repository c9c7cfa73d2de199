"""The stage that hears by similarity: the likeliest intent if there is evidence enough, else the fallback.

Evidence is enough above ``ENOUGH``, and if one term at least is particular to the intent. An intent of Amazon's is
never heard by likeness, since on Alexa they match only exactly; its phrases still count, so that what is most like
"stop" is not taken for something else. While a slot is elicited, its samples count for its intent, which is ahead of
the others by ``AHEAD``.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from simulator.ears.compiled import Compiled
from simulator.ears.heard import SIMILARITY, Heard, fallback
from simulator.ears.listening import Listening
from simulator.ears.similarity.likeness import Label, Likeness
from simulator.ears.similarity.slot_filling import WITH_VALUES, SlotFilling
from simulator.ears.similarity.terms import VALUE
from simulator.ears.similarity.training import Trained, train
from simulator.ears.words import split

ENOUGH: Final = 4.0
"""The strength from which evidence is enough; a score of 0.5. Set on tests/hearing without what is held back."""
MARGIN: Final = 3.0
"""Set in the same way: what another intent must lead by to displace a guess at the answer to the open question."""
CARRIED_BY: Final = 3
"""So many words of a sample, said exactly, carry a guess."""
AHEAD: Final = 3.0
"""What the intent of an elicited slot is ahead by before anything is said."""
_AMAZONS: Final = "AMAZON."


class _Guess(NamedTuple):
    label: Label
    strength: float

    @property
    def intent(self) -> str:
        return self.label.intent

    @property
    def is_enough(self) -> bool:
        """Whether it may be heard by likeness, as far as its strength goes."""
        return self.strength >= ENOUGH and not self.intent.startswith(_AMAZONS)

    @property
    def score(self) -> float:
        """The strength between 0 and 1; 0.5 is just enough."""
        return self.strength / (self.strength + ENOUGH)


class Similar:
    """Hears by likeness what the strict stage did not hear; it counts the model when it is first asked."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._likenesses: dict[Label | None, Likeness] = {}
        self._value_types = [type_ for name, type_ in compiled.types.items() if name in WITH_VALUES]

    def hear(self, listening: Listening, guess: Heard | None = None) -> Heard | None:
        """The likeliest intent, or the fallback with the likeliest as its runner-up; None when nothing is like it.

        ``guess``: what the strict stage made of it without knowing all the words; given back if it stands.
        """
        asked = listening.eliciting
        likeness = self._likeness(Label(asked.intent, asked.slot) if asked else None)
        terms = likeness.terms(*self._keys(listening))
        ranked = _ranked(likeness.strengths(terms, {asked.intent: AHEAD} if asked else {}))
        if guess and _stands(guess, ranked, listening):
            return guess
        if not ranked:
            return None
        best = ranked[0]
        if not best.is_enough or not likeness.is_particular(best.label, terms):
            return fallback(best.intent, best.score)
        heard = self._compiled.slots.of(best.intent, self._filling.fills(best.intent, listening), listening)
        second, behind = (ranked[1].intent, ranked[1].score) if len(ranked) > 1 else (None, None)
        return Heard(best.intent, heard, SIMILARITY, second, SIMILARITY, best.score, behind)

    def _keys(self, listening: Listening) -> tuple[list[str], list[str]]:
        """The utterance with VALUE for each date, number and so on, and the words within these."""
        words, place = listening.words, 0
        keys: list[str] = []
        within: list[str] = []
        while place < len(words):
            readings = (type_.read(words, place, listening.today) for type_ in self._value_types)
            end = max((reading.end for found in readings for reading in found), default=place)
            keys.append(VALUE if end > place else words[place].key)
            within += [word.key for word in words[place:end]]
            place = max(end, place + 1)
        return keys, within

    def _likeness(self, asked: Label | None) -> Likeness:
        if asked not in self._likenesses:
            self._likenesses[asked] = self._trained.likeness(asked)
        return self._likenesses[asked]

    @cached_property
    def _trained(self) -> Trained:
        return train(self._compiled)

    @cached_property
    def _filling(self) -> SlotFilling:
        return SlotFilling(self._compiled)


def _ranked(strengths: Mapping[Label, float]) -> list[_Guess]:
    """The intents that anything speaks for, the likeliest first; the model's order settles ties."""
    guesses: dict[str, _Guess] = {}
    for label, strength in strengths.items():
        known = guesses.get(label.intent)
        if strength > (known.strength if known else 0.0):
            guesses[label.intent] = _Guess(label, strength)
    return sorted(guesses.values(), key=lambda guess: -guess.strength)


def _stands(guess: Heard, ranked: Sequence[_Guess], listening: Listening) -> bool:
    """Whether a guess is not much less likely than another intent; if little carries it, it must be the likeliest."""
    best = ranked[0] if ranked else None
    if _is_carried(guess, listening):
        own = next((each.strength for each in ranked if each.intent == guess.intent), 0.0)
        return best is None or best.strength < max(ENOUGH, own + MARGIN)
    return best is not None and best.intent == guess.intent


def _is_carried(guess: Heard, listening: Listening) -> bool:
    """Whether a guess answers the open question, or enough words of its sample were said."""
    if listening.eliciting and listening.eliciting.intent == guess.intent:
        return True
    in_slots = sum(len(split(slot.said)) for slot in guess.slots.values() if slot.said)
    return len(listening.words) - in_slots >= CARRIED_BY
