"""Every move that can be made from a state."""

from collections.abc import Collection, Iterator
from random import Random

from simulator.ears.ears import Elicitation
from simulator.ears.heard import HeardSlot
from simulator.explorer.graph import Node
from simulator.explorer.hostile import HOSTILE
from simulator.explorer.move import BACK, LAUNCH, LEAVE, TIMES, Kind, Move
from simulator.explorer.values import Values
from simulator.models.interaction_model import Intent, LanguageModel

ASKED_FOR = 4
"""Times as many values are tried of the slot that was just asked for."""
TOGETHER = 4
"""At most so many slots are filled at once."""
CONSENT = ("ACCEPTED", "DENIED", "NOT_ANSWERED")
"""What a person may answer to a question of Alexa's own."""


class Menu:
    """The moves of one model: each intent bare, with each slot, with several slots, and with hostile values.

    Where a slot has more values than ``most``, chance and the state decide which of them are tried. ``backs`` are the
    intents that go back.
    """

    def __init__(
        self, model: LanguageModel, values: Values, most: int, seed: int, backs: Collection[str] = (BACK,)
    ) -> None:
        self._intents = {intent.name: intent for intent in model.intents}
        self._values = values
        self._most = most
        self._seed = seed
        self._backs = backs

    def moves(self, node: Node) -> list[Move]:
        """All moves from a state."""
        snapshot = node.snapshot
        if snapshot.consent:
            return [Move(Kind.CONSENT, answer) for answer in CONSENT] + [LEAVE]
        chance = Random(f"{self._seed}/{node.key}")  # noqa: S311 - a choice, not a secret
        around = [LAUNCH, LEAVE] if snapshot.open else [LAUNCH, *TIMES]
        answers = self._answers(snapshot.asked_for, chance) if snapshot.asked_for else ()
        said = [move for intent in self._intents.values() for move in self._said(intent, chance)]
        return list(dict.fromkeys([*around, *answers, *said]))

    def _answers(self, asked_for: Elicitation, chance: Random) -> Iterator[Move]:
        """Everything that might be said to a question for a slot; other slots of its intent may answer it as well."""
        intent = self._intents.get(asked_for.intent)
        for slot in intent.slots if intent else ():
            for value in self._values.sensible(slot, ASKED_FOR * self._most, chance):
                yield Move(Kind.INTENT, asked_for.intent, (value,))
            for wrong, text in HOSTILE.items() if slot.name == asked_for.slot else ():
                yield Move(Kind.INTENT, asked_for.intent, (self._values.hostile(slot, text),), wrong)

    def _said(self, intent: Intent, chance: Random) -> Iterator[Move]:
        yield Move(Kind.INTENT, intent.name, goes_back=intent.name in self._backs)
        for slot in intent.slots:
            for value in self._values.sensible(slot, self._most, chance):
                yield Move(Kind.INTENT, intent.name, (value,))
        if len(intent.slots) > 1:
            yield Move(Kind.INTENT, intent.name, self._several(intent, chance))
        if intent.slots:
            wrong = chance.choice(list(HOSTILE))
            filled = tuple(self._values.hostile(slot, HOSTILE[wrong]) for slot in intent.slots)
            yield Move(Kind.INTENT, intent.name, filled, wrong)

    def _several(self, intent: Intent, chance: Random) -> tuple[HeardSlot, ...]:
        chosen = sorted(chance.sample(range(len(intent.slots)), min(TOGETHER, len(intent.slots))))
        return tuple(self._values.sensible(intent.slots[place], 1, chance)[0] for place in chosen)
