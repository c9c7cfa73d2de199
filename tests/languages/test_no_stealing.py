"""No intent steals another's sentences: each sample is heard by the strict ears as the intent that it stands in.

Slots are filled with values in the model's order, not with synonyms, so that a synonym more changes nothing here. A
Tell... intent is spoken to while one of its questions is open, any other while none is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

import pytest

from simulator.ears.ears import Ears, Elicitation
from simulator.models.folder import locales, read_model
from simulator.models.interaction_model import Intent, InteractionModel
from skill.alexa.intents import ELICITED, MEANINGS
from tools.hearing.language_data import read_language_data
from tools.hearing.utterances import LANGUAGES, ROOT

MODELS = ROOT / "interaction_models"
TODAY = date(2026, 11, 23)
FILLS = {locale: 3 if locale in LANGUAGES.values() else 1 for locale in locales(MODELS)}
"""How often each sample is filled. The other locales differ by a few samples only."""


class Theft(NamedTuple):
    """A sentence of one intent that is heard as another."""

    meant: str
    heard: str
    sentence: str


class Known(NamedTuple):
    """Thefts that do no harm: the sentences match the pattern whole."""

    meant: str
    heard: str
    sentences: str


KNOWN = {
    "en": (
        # "No" is "not yet" while this question is open.
        Known("TellSellerContactIntent", "SayNoIntent", "(no )?not yet"),
        # Amazon's own phrases, which mean the same unless a list is being told.
        Known("SkipIntent", "AMAZON.NextIntent", "skip|next one please"),
        # True of a parcel and of a problem; said with no question open, the fact is taken either way.
        Known("CorrectIntent", "TellSolvedIntent", "no it's delivered"),
    ),
    "de": (
        Known("TellSellerContactIntent", "SayNoIntent", "((nein|nee|nö) )?noch nicht"),
        Known("SkipIntent", "AMAZON.NextIntent", "überspringen"),
    ),
}


def _values(model: InteractionModel, locale: str) -> dict[str, Sequence[str]]:
    """What each slot can be filled with, by name (which has one type in all intents)."""
    types = {each.name: [value.name.value for value in each.values] for each in model.language_model.types}
    said_for = read_language_data(locale.partition("-")[0]).said_for
    slots = {slot for intent in model.language_model.intents for slot in intent.slots}
    return {slot.name: types.get(slot.type) or said_for(slot.name, slot.type) for slot in slots}


def _fills(sample: str, values: Mapping[str, Sequence[str]], times: int) -> set[str]:
    """The sample with the first, the second value and so on in each of its slots."""
    return {
        re.sub(r"\{(\w+)\}", lambda match: values[match[1]][turn % len(values[match[1]])], sample)  # noqa: B023
        for turn in range(times)
    }


def _moments(intent: Intent) -> Iterator[tuple[str, Elicitation | None]]:
    """Each sample of an intent and of its slots, with what is elicited while it is said."""
    asked: set[Elicitation | None] = {
        Elicitation(each.intent, each.slot) for each in ELICITED.values() if each.intent == intent.name
    }
    for sample in intent.samples:
        for eliciting in asked or {None}:
            yield sample, eliciting
    for slot in intent.slots:
        if (eliciting := Elicitation(intent.name, slot.name)) in asked:
            for sample in slot.samples:
                yield sample, eliciting


@cache
def _thefts(locale: str) -> frozenset[Theft]:
    model = read_model(MODELS, locale)
    ears, values = Ears(model, locale, strict=True), _values(model, locale)
    found = set()
    for intent in model.language_model.intents:
        for sample, eliciting in _moments(intent):
            for sentence in _fills(sample, values, FILLS[locale]):
                heard = ears.hear(sentence, today=TODAY, eliciting=eliciting).intent
                if heard != intent.name and not _mean_the_same(intent.name, heard):
                    found.add(Theft(intent.name, heard, sentence))
    return frozenset(found)


def _mean_the_same(one: str, other: str) -> bool:
    return one in MEANINGS and MEANINGS[one] == MEANINGS.get(other)


def _is(known: Known, theft: Theft) -> bool:
    return theft[:2] == known[:2] and re.fullmatch(known.sentences, theft.sentence) is not None


@pytest.mark.parametrize("locale", locales(MODELS))
def test_no_intent_steals_the_sentences_of_another(locale: str) -> None:
    known = KNOWN[locale.partition("-")[0]]
    assert [theft for theft in sorted(_thefts(locale)) if not any(_is(each, theft) for each in known)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_known_to_be_stolen_still_is(language: str) -> None:
    thefts = _thefts(LANGUAGES[language])
    assert [known for known in KNOWN[language] if not any(_is(known, theft) for theft in thefts)] == []
