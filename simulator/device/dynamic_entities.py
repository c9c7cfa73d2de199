"""Dynamic entities: values that a skill adds to its slot types for a while (Dialog.UpdateDynamicEntities).

They are heard like the model's own values, and resolved by an authority of their own beside the model's. They stay
for thirty minutes, unless the skill replaces or clears them: REPLACE and CLEAR are about those of all types.
Source: use-dynamic-entities-for-customized-interactions.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from simulator.ears.ears import Elicitation
from simulator.ears.heard import MATCH, NO_MATCH, Heard, HeardSlot, Resolution
from simulator.ears.hearing import Hearing
from simulator.judge.entities import UPDATE, entities_of
from simulator.judge.response import Directive
from simulator.models.interaction_model import InteractionModel, SlotType, TypeValue

LIFE = timedelta(minutes=30)
_MARK = "\N{NULL}dynamic:"
"""Stands before the ids of dynamic values, so that they can be told from the model's own after hearing."""


class DynamicHearing:
    """Ears that also hear the entities of the last update. ``ears_for`` makes ears for a model with more values."""

    def __init__(
        self,
        ears: Hearing,
        model: InteractionModel,
        ears_for: Callable[[InteractionModel], Hearing],
        now: Callable[[], datetime],
    ) -> None:
        self._plain = ears
        self._model = model
        self._ears_for = ears_for
        self._now = now
        self._extended: InteractionModel | None = None
        self._more: Hearing | None = None
        self._types: frozenset[str] = frozenset()
        self._until = now()

    def update(self, directives: Iterable[Directive]) -> None:
        """Do what the directives of an accepted response say about entities."""
        for directive in directives:
            if directive.type == UPDATE:
                types = entities_of(directive) if directive.get("updateBehavior") == "REPLACE" else ()
                self._types = frozenset(slot_type.name for slot_type in types)
                # Ears for it are made when somebody speaks: that takes a while, and is not always needed.
                self._extended = _with(self._model, types) if types else None
                self._more = None
                self._until = self._now() + LIFE

    def hear(self, utterance: str, *, today: date, eliciting: Elicitation | None = None) -> Heard:
        """The intent and slots of an utterance; the slots of a type with dynamic entities are resolved twice."""
        if self._extended is None or self._now() > self._until:
            return self._plain.hear(utterance, today=today, eliciting=eliciting)
        self._more = self._more or self._ears_for(self._extended)
        heard = self._more.hear(utterance, today=today, eliciting=eliciting)
        return replace(heard, slots={name: self._resolved(slot) for name, slot in heard.slots.items()})

    def _resolved(self, slot: HeardSlot) -> HeardSlot:
        found = slot.resolution
        if found is None or found.authority.rpartition(".")[2] not in self._types:
            return slot
        own = tuple(value for value in found.values if not value[1].startswith(_MARK))
        added = tuple((name, mark.removeprefix(_MARK)) for name, mark in found.values if mark.startswith(_MARK))
        authority = found.authority.replace("echo-sdk.", "echo-sdk.dynamic.", 1)
        resolutions = (_resolution(found.authority, own), _resolution(authority, added))
        shown = next((resolution for resolution in resolutions if resolution.values), resolutions[0])
        return _TwiceResolved(slot.name, slot.value, slot.said, shown, resolutions)


@dataclass(frozen=True)
class _TwiceResolved(HeardSlot):
    """A slot whose value was looked up in the model and among the dynamic entities; ``resolution`` is for showing."""

    resolutions: tuple[Resolution, ...] = ()

    def as_request(self) -> dict[str, Any]:
        """The slot object of an IntentRequest, with both authorities, the model's first."""
        slot = super().as_request()
        entries = {"resolutions": {"resolutionsPerAuthority": [one.as_request() for one in self.resolutions]}}
        return slot | entries | {"slotValue": slot["slotValue"] | entries}


def _resolution(authority: str, values: tuple[tuple[str, str], ...]) -> Resolution:
    return Resolution(authority, MATCH if values else NO_MATCH, values)


def _with(model: InteractionModel, types: tuple[SlotType, ...]) -> InteractionModel:
    """The model with more values; a built-in type that gets some is listed like a custom one."""
    known = {slot_type.name: slot_type for slot_type in model.language_model.types}
    for slot_type in types:
        before = known.get(slot_type.name, SlotType(name=slot_type.name))
        values = (*before.values, *_marked(slot_type.values))
        known[slot_type.name] = before.model_copy(update={"values": values})
    language_model = model.language_model.model_copy(update={"types": tuple(known.values())})
    return model.model_copy(update={"language_model": language_model})


def _marked(values: Iterable[TypeValue]) -> Iterator[TypeValue]:
    return (value.model_copy(update={"id": f"{_MARK}{value.id or ''}"}) for value in values)
