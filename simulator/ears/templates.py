"""The strict stage: built-in phrases and the model's sample utterances, word by word."""

from collections.abc import Iterator, Mapping

from simulator.ears.built_in_phrases import built_in_phrases
from simulator.ears.heard import BUILT_IN_PHRASE, ELICITED_SLOT, MATCH, NO_MATCH, SAMPLE, Heard, HeardSlot, Resolution
from simulator.ears.ladder import Rung, Standing, standing
from simulator.ears.languages.language import Language
from simulator.ears.listening import Elicitation, Listening
from simulator.ears.sample import Sample, samples_of
from simulator.ears.sample_tree import Fill, Match, SampleTree
from simulator.ears.slot_types.custom import Custom
from simulator.ears.slot_types.slot_type import SlotType
from simulator.ears.words import said
from simulator.interaction_model import InteractionModel


class Templates:
    """Compares an utterance with every sample and takes the one that stands highest on the ladder."""

    def __init__(
        self, model: InteractionModel, language: Language, types: Mapping[str, SlotType], authority: str
    ) -> None:
        """``authority`` begins the name of each entity resolution authority; the slot type is added to it."""
        self._types = types
        self._authority = authority
        self._slots = {
            intent.name: {slot.name: slot.type for slot in intent.slots} for intent in model.language_model.intents
        }
        self._phrases = built_in_phrases(model, language)
        samples = list(samples_of(model.language_model.intents, language.function_words))
        self._literal = {sample.pieces for sample in samples if not sample.has_slots} | set(self._phrases)
        self._intents = SampleTree((sample for sample in samples if not sample.of_slot), types)
        self._elicited = _trees_by_slot(samples, types)

    def hear(self, listening: Listening) -> Heard | None:
        """The intent on the highest rung, with the best other intent as its runner-up; None when nothing matches."""
        candidates = sorted(self._candidates(listening), key=lambda candidate: candidate[0])
        if not candidates:
            return None
        best, match, intent = candidates[0]
        runner_up = next((other for _, _, other in candidates if other != intent), None)
        filled = {fill.slot.name: self._heard_slot(fill, listening) for fill in match.fills} if match else {}
        slots = {name: filled.get(name, HeardSlot(name)) for name in self._slots[intent]}
        return Heard(intent, slots, _how(best, match), runner_up)

    def _candidates(self, listening: Listening) -> Iterator[tuple[Standing, Match | None, str]]:
        phrase = self._phrases.get(tuple(word.key for word in listening.words))
        if phrase:
            yield Standing(Rung.BUILT_IN_PHRASE, 0, 0, 0, 0), None, phrase
        eliciting = listening.eliciting
        elicited_type = self._slots[eliciting.intent][eliciting.slot] if eliciting else None
        for match in self._matches(listening):
            place = standing(match, eliciting, elicited_type)
            if place and not any(self._swallows(fill, listening) for fill in match.fills):
                yield place, match, match.sample.intent

    def _matches(self, listening: Listening) -> Iterator[Match]:
        if listening.eliciting in self._elicited:
            yield from self._elicited[listening.eliciting].matches(listening.words, listening.today)
        yield from self._intents.matches(listening.words, listening.today)

    def _swallows(self, fill: Fill, listening: Listening) -> bool:
        """Whether an unknown value of a custom type is something that people say in its own right."""
        if fill.reading is not None or not isinstance(self._types[fill.slot.type], Custom):
            return False
        return tuple(word.key for word in listening.words[fill.start : fill.end]) in self._literal

    def _heard_slot(self, fill: Fill, listening: Listening) -> HeardSlot:
        words = said(listening.utterance, listening.words[fill.start : fill.end])
        value = fill.reading.value if fill.reading else None
        resolution = None
        if isinstance(self._types[fill.slot.type], Custom):
            entities = fill.reading.entities if fill.reading else ()
            resolution = Resolution(f"{self._authority}.{fill.slot.type}", MATCH if entities else NO_MATCH, entities)
        return HeardSlot(fill.slot.name, words if value is None else value, words, resolution)


def _trees_by_slot(samples: list[Sample], types: Mapping[str, SlotType]) -> dict[Elicitation | None, SampleTree]:
    by_slot: dict[Elicitation | None, list[Sample]] = {}
    for sample in samples:
        if sample.of_slot:
            by_slot.setdefault(Elicitation(sample.intent, sample.of_slot), []).append(sample)
    return {elicitation: SampleTree(of_slot, types) for elicitation, of_slot in by_slot.items()}


def _how(best: Standing, match: Match | None) -> str:
    if best.rung is Rung.BUILT_IN_PHRASE:
        return BUILT_IN_PHRASE
    return ELICITED_SLOT if match and match.sample.of_slot else SAMPLE
