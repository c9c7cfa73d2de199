"""The slot types that the ears know, by name."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from simulator.ears.errors import CannotHear
from simulator.ears.languages import language_for
from simulator.ears.languages.language import Language
from simulator.ears.slot_types.alpha_numeric import AlphaNumeric
from simulator.ears.slot_types.custom import Custom
from simulator.ears.slot_types.date import Date
from simulator.ears.slot_types.duration import Duration
from simulator.ears.slot_types.four_digit_number import FourDigitNumber
from simulator.ears.slot_types.joined import DigitPieces
from simulator.ears.slot_types.listed import Listed
from simulator.ears.slot_types.number import Number
from simulator.ears.slot_types.numbers import NumberWords, number_words
from simulator.ears.slot_types.ordinal import Ordinal
from simulator.ears.slot_types.phone_number import PhoneNumber
from simulator.ears.slot_types.search_query import SearchQuery
from simulator.ears.slot_types.slot_type import SlotType
from simulator.ears.slot_types.time import Time
from simulator.models.interaction_model import InteractionModel

NUMBER: Final = "AMAZON.NUMBER"
SEARCH_QUERY: Final = "AMAZON.SearchQuery"

_Maker = Callable[[Language, NumberWords, DigitPieces], SlotType]
_CONVERTING: Mapping[str, _Maker] = {
    NUMBER: lambda _language, numbers, pieces: Number(numbers, pieces),
    "AMAZON.FOUR_DIGIT_NUMBER": lambda _language, numbers, pieces: FourDigitNumber(numbers, pieces),
    "AMAZON.Ordinal": lambda _language, numbers, _pieces: Ordinal(numbers),
    "AMAZON.DATE": lambda language, numbers, _pieces: Date(language.calendar, numbers),
    "AMAZON.TIME": lambda language, numbers, _pieces: Time(language.clock, numbers),
    "AMAZON.DURATION": lambda language, numbers, _pieces: Duration(language.durations, numbers),
    "AMAZON.PhoneNumber": lambda language, numbers, pieces: PhoneNumber(numbers, pieces, language.numbers.plus),
    "AMAZON.AlphaNumeric": lambda _language, _numbers, pieces: AlphaNumeric(pieces),
    SEARCH_QUERY: lambda _language, _numbers, _pieces: SearchQuery(),
}
"""The types that report something else than the words said, and free text; all others of Amazon's are lists."""


def slot_types_of(model: InteractionModel, language: Language) -> dict[str, SlotType]:
    """Every slot type that the model's slots use: its own, and those of Amazon.

    Raises CannotHear for a name that is spelled almost like a converting one.
    """
    declared = {slot_type.name: slot_type for slot_type in model.language_model.types}
    found: dict[str, SlotType] = {}
    for intent in model.language_model.intents:
        for slot in intent.slots:
            if slot.type in found:
                continue
            if slot.type in declared:
                found[slot.type] = Custom(declared[slot.type], language.unknown_at_most)
            elif meant := _misspelt(slot.type):
                raise CannotHear(
                    f"{intent.name}: the slot {slot.name} has the type {slot.type}, which Amazon does not have: "
                    f"write {meant}"
                )
            else:
                found[slot.type] = built_in(slot.type, language.locale)
    return found


@cache
def built_in(name: str, locale: str) -> SlotType:
    """One of Amazon's slot types in a locale (name as in the model: "AMAZON.DATE"); made once."""
    language = language_for(locale)
    make = _CONVERTING.get(name)
    if make is None:
        return Listed(language.unknown_at_most)
    numbers = number_words(language.code)
    return make(language, numbers, DigitPieces(numbers, language.numbers))


def _misspelt(name: str) -> str | None:
    """The converting type that was meant by "AMAZON.Number"; None for its right name and for any other."""
    by_letters = {_letters(known): known for known in _CONVERTING}
    meant = by_letters.get(_letters(name))
    return None if meant == name else meant


def _letters(name: str) -> str:
    return name.replace("_", "").casefold()
