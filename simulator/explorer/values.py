"""Sensible values of a slot: some of those that the model lists, or some of a built-in type."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from simulator.ears.heard import MATCH, NO_MATCH, HeardSlot, Resolution
from simulator.models.interaction_model import LanguageModel, Slot, TypeValue

_BUILT_IN: Mapping[str, tuple[str, ...]] = {
    "AMAZON.NUMBER": ("3", "1", "0", "49", "1000"),
    "AMAZON.FOUR_DIGIT_NUMBER": ("1234", "2026"),
    "AMAZON.Ordinal": ("1", "2"),
    "AMAZON.TIME": ("18:00", "08:30", "EV"),
    "AMAZON.DURATION": ("PT10M", "P2D"),
    "AMAZON.SearchQuery": ("something new", "12345678901234567", "1234567"),
}
_DAYS = (-1, -6, 3, 0, -40, -100, -170, -250, -320)
_PERIODS = ("%G-W%V", "%G-W%V-WE", "%Y-%m", "%Y")
"""Alexa's forms of a week, a weekend, a month and a year (slot-type-reference)."""
_ELSE = ("something", "anything else")
"""For list types whose values only Amazon knows, such as names of places."""


class Values:
    """Values for the slots of one model; ``today`` is the day that dates are near to."""

    def __init__(self, model: LanguageModel, skill_id: str, today: date) -> None:
        self._types = {slot_type.name: slot_type for slot_type in model.types}
        self._authority = f"amzn1.er-authority.echo-sdk.{skill_id}"
        self._today = today
        self._known: dict[tuple[str, str], list[HeardSlot]] = {}

    def sensible(self, slot: Slot, most: int, chance: Random) -> list[HeardSlot]:
        """At most so many values that people would give, in the order of the model."""
        key = slot.name, slot.type
        if key not in self._known:
            self._known[key] = self._all(slot)
        known = self._known[key]
        return [known[place] for place in sorted(chance.sample(range(len(known)), min(most, len(known))))]

    def hostile(self, slot: Slot, text: str) -> HeardSlot:
        """A slot with a text in it that is no value of its type."""
        if slot.type not in self._types:
            return HeardSlot(slot.name, text, text)
        return HeardSlot(slot.name, text, text, Resolution(self._name(slot.type), NO_MATCH, ()))

    def _all(self, slot: Slot) -> list[HeardSlot]:
        listed = self._types.get(slot.type)
        if listed and listed.values:
            return [self._listed(slot, value) for value in listed.values]
        if slot.type == "AMAZON.DATE":
            days = [(self._today + timedelta(days=ahead)).isoformat() for ahead in _DAYS]
            last_week = self._today - timedelta(days=7)
            return [HeardSlot(slot.name, value) for value in (*days, *map(last_week.strftime, _PERIODS))]
        return [HeardSlot(slot.name, value, value) for value in _BUILT_IN.get(slot.type, _ELSE)]

    def _listed(self, slot: Slot, value: TypeValue) -> HeardSlot:
        words = value.name.value
        entity = (words, value.id or "")
        return HeardSlot(slot.name, words, words, Resolution(self._name(slot.type), MATCH, (entity,)))

    def _name(self, slot_type: str) -> str:
        return f"{self._authority}.{slot_type}"
