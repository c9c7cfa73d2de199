"""What was heard: an intent with all its slots, as Alexa would report it to the skill."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

FALLBACK_INTENT: Final = "AMAZON.FallbackIntent"
MATCH: Final = "ER_SUCCESS_MATCH"
NO_MATCH: Final = "ER_SUCCESS_NO_MATCH"

SAMPLE: Final = "sample"
"""An intent's own sample utterance matched."""
ELICITED_SLOT: Final = "elicited slot"
"""A sample of the elicited slot matched, or its bare value."""
BUILT_IN_PHRASE: Final = "built-in phrase"
"""The platform's own words for a built-in intent matched."""
SIMILARITY: Final = "similarity"
"""No sample matched, but one intent's samples and values are like what was said."""
FALLBACK: Final = "fallback"
"""Nothing matched, and nothing is like it."""
STRICT: Final = "strict"
"""The stage that finds by samples, slots and phrases; the other two are called as the ways that they find."""


@dataclass(frozen=True)
class Resolution:
    """What entity resolution found in one authority for a value of a custom slot type.

    ``values`` are (canonical name, id) in the model's order; several when several values have this synonym.
    """

    authority: str
    status: str
    values: tuple[tuple[str, str], ...]

    def as_request(self) -> dict[str, Any]:
        """One entry of ``resolutionsPerAuthority``; no ``values`` without a match, as Alexa sends it."""
        entry: dict[str, Any] = {"authority": self.authority, "status": {"code": self.status}}
        if self.values:
            entry["values"] = [{"value": {"name": name, "id": id_}} for name, id_ in self.values]
        return entry


@dataclass(frozen=True)
class HeardSlot:
    """One slot of the heard intent.

    ``value`` is what Alexa reports: the words said for a custom type or a search query, ISO-8601 for dates, times and
    durations, digits for numbers, "?" for an elicited number that was not understood, None when the slot is empty.
    ``said`` is always the words said.
    """

    name: str
    value: str | None = None
    said: str | None = None
    resolution: Resolution | None = None

    def as_request(self) -> dict[str, Any]:
        """The slot object of an IntentRequest."""
        slot: dict[str, Any] = {"name": self.name, "confirmationStatus": "NONE"}
        if self.value is None:
            return slot
        filled: dict[str, Any] = {"value": self.value}
        if self.resolution:
            filled["resolutions"] = {"resolutionsPerAuthority": [self.resolution.as_request()]}
        return slot | filled | {"source": "USER", "slotValue": {"type": "Simple", **filled}}


@dataclass(frozen=True)
class Heard:
    """An intent, every slot that it declares (filled or not), how it was found, and the next best other intent.

    ``stage`` is STRICT, SIMILARITY or FALLBACK. ``score`` says how sure the ears are, from 0 to 1: always 1 when
    strict, 0 in the fallback. ``runner_up_score`` is the same of the runner-up, None when there is none.
    """

    intent: str
    slots: Mapping[str, HeardSlot]
    how: str
    runner_up: str | None = None
    stage: str = STRICT
    score: float = 1.0
    runner_up_score: float | None = None

    @property
    def is_guess(self) -> bool:
        """Whether a slot of a custom type took words that are none of its listed values."""
        return any(slot.resolution and slot.resolution.status == NO_MATCH for slot in self.slots.values())


def fallback(runner_up: str | None = None, runner_up_score: float | None = None) -> Heard:
    """Nothing was heard; the runner-up is what came nearest."""
    return Heard(FALLBACK_INTENT, {}, FALLBACK, runner_up, FALLBACK, 0.0, runner_up_score)
