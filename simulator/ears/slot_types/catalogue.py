"""The slot types that the ears know, by name."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from simulator.ears.errors import CannotHear
from simulator.ears.languages import language_for
from simulator.ears.languages.language import Language
from simulator.ears.slot_types.custom import Custom
from simulator.ears.slot_types.date import Date
from simulator.ears.slot_types.duration import Duration
from simulator.ears.slot_types.four_digit_number import FourDigitNumber
from simulator.ears.slot_types.number import Number
from simulator.ears.slot_types.numbers import number_words
from simulator.ears.slot_types.ordinal import Ordinal
from simulator.ears.slot_types.search_query import SearchQuery
from simulator.ears.slot_types.slot_type import SlotType
from simulator.ears.slot_types.time import Time
from simulator.interaction_model import InteractionModel

NUMBER: Final = "AMAZON.NUMBER"
SEARCH_QUERY: Final = "AMAZON.SearchQuery"

_BUILT_IN: Mapping[str, Callable[[Language], SlotType]] = {
    NUMBER: lambda language: Number(number_words(language.code)),
    "AMAZON.FOUR_DIGIT_NUMBER": lambda language: FourDigitNumber(number_words(language.code)),
    "AMAZON.Ordinal": lambda language: Ordinal(number_words(language.code)),
    "AMAZON.DATE": lambda language: Date(language.calendar, number_words(language.code), language.numbers.one),
    "AMAZON.TIME": lambda language: Time(language.clock, number_words(language.code)),
    "AMAZON.DURATION": lambda language: Duration(
        language.durations, number_words(language.code), language.numbers.one
    ),
    SEARCH_QUERY: lambda _language: SearchQuery(),
}


def slot_types_of(model: InteractionModel, language: Language) -> dict[str, SlotType]:
    """Every slot type that the model's slots use. Raises CannotHear for a built-in one that the ears do not know."""
    declared = {slot_type.name: slot_type for slot_type in model.language_model.types}
    found: dict[str, SlotType] = {}
    for intent in model.language_model.intents:
        for slot in intent.slots:
            if slot.type in declared:
                found.setdefault(slot.type, Custom(declared[slot.type]))
            elif slot.type in _BUILT_IN:
                found.setdefault(slot.type, _built_in(slot.type, language.code))
            else:
                raise CannotHear(
                    f"{intent.name}: the ears do not know the slot type {slot.type} of the slot {slot.name} "
                    f"(they know {', '.join(sorted(_BUILT_IN))}): give it values in types, or add it to "
                    "simulator/ears/slot_types"
                )
    return found


@cache
def _built_in(name: str, language_code: str) -> SlotType:
    return _BUILT_IN[name](language_for(language_code))
