"""The strict stage: built-in phrases and the model's sample utterances, word by word."""

from collections.abc import Iterable, Iterator, Mapping

from simulator.ears.compiled import Compiled
from simulator.ears.heard import BUILT_IN_PHRASE, ELICITED_SLOT, SAMPLE, Heard
from simulator.ears.ladder import Rung, Standing, standing
from simulator.ears.listening import Elicitation, Listening
from simulator.ears.sample import Sample
from simulator.ears.sample_tree import Fill, Match, SampleTree
from simulator.ears.slot_types.custom import Custom
from simulator.ears.slot_types.slot_type import SlotType


class Templates:
    """Compares an utterance with every sample and takes the one that stands highest on the ladder."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        samples = compiled.samples
        self._intents = SampleTree((sample for sample in samples if not sample.of_slot), compiled.types)
        self._elicited = _trees_by_slot(samples, compiled.types)

    def hear(self, listening: Listening) -> Heard | None:
        """The intent on the highest rung, with the best other intent as its runner-up; None when nothing matches."""
        candidates = sorted(self._candidates(listening), key=lambda candidate: candidate[0])
        if not candidates:
            return None
        best, match, intent = candidates[0]
        runner_up = next((other for _, _, other in candidates if other != intent), None)
        slots = self._compiled.slots.of(intent, match.fills if match else (), listening)
        return Heard(intent, slots, _how(best, match), runner_up, runner_up_score=1.0 if runner_up else None)

    def _candidates(self, listening: Listening) -> Iterator[tuple[Standing, Match | None, str]]:
        phrase = self._compiled.phrases.get(tuple(word.key for word in listening.words))
        if phrase:
            yield Standing(Rung.BUILT_IN_PHRASE, 0, 0, 0, 0), None, phrase
        eliciting = listening.eliciting
        elicited_type = self._compiled.slots.types_of[eliciting.intent][eliciting.slot] if eliciting else None
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
        if fill.reading is not None or not isinstance(self._compiled.types[fill.slot.type], Custom):
            return False
        return tuple(word.key for word in listening.words[fill.start : fill.end]) in self._compiled.in_its_own_right


def _trees_by_slot(samples: Iterable[Sample], types: Mapping[str, SlotType]) -> dict[Elicitation | None, SampleTree]:
    by_slot: dict[Elicitation | None, list[Sample]] = {}
    for sample in samples:
        if sample.of_slot:
            by_slot.setdefault(Elicitation(sample.intent, sample.of_slot), []).append(sample)
    return {elicitation: SampleTree(of_slot, types) for elicitation, of_slot in by_slot.items()}


def _how(best: Standing, match: Match | None) -> str:
    if best.rung is Rung.BUILT_IN_PHRASE:
        return BUILT_IN_PHRASE
    return ELICITED_SLOT if match and match.sample.of_slot else SAMPLE
