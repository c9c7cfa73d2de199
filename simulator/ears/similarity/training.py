"""Counting what stands for each label: an interaction model, and what else people say to an Alexa."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.ears.compiled import Compiled
from simulator.ears.heard import FALLBACK_INTENT
from simulator.ears.sample import Sample, SlotPlace
from simulator.ears.similarity.background import background
from simulator.ears.similarity.bag import Bag, bag_of_samples, bag_of_sentences
from simulator.ears.similarity.likeness import Label, Likeness
from simulator.ears.similarity.rarity import Rarity
from simulator.ears.similarity.slot_filling import WITH_VALUES
from simulator.ears.words import keys_of


@dataclass(frozen=True)
class Trained:
    """The bags of all labels and of the background, and how rare their terms are."""

    bags: Mapping[Label, Bag]
    background: Bag
    rarity: Rarity

    def likeness(self, asked: Label | None = None) -> Likeness:
        """What compares while a slot is elicited: the intents, and of the slots only that one."""
        counting = {label: bag for label, bag in self.bags.items() if label.slot is None or label == asked}
        return Likeness(counting, self.background, self.rarity)


def train(compiled: Compiled) -> Trained:
    """Count the samples, the listed values and Amazon's phrases of a model.

    The background is the language's own, with the samples of AMAZON.FallbackIntent.
    """
    values = {
        declared.name: bag_of_sentences(
            keys_of(phrase) for value in declared.values for phrase in (value.name.value, *value.name.synonyms)
        )
        for declared in compiled.model.language_model.types
    }
    bags = {label: bag_of_samples(said, values, WITH_VALUES) for label, said in _by_label(compiled).items() if said}
    for intent in compiled.model.language_model.intents:
        if phrases := compiled.language.phrases.get(intent.name):
            bags[Label(intent.name)] = bag_of_sentences(keys_of(said) for said in (*phrases, *intent.samples))
    bags.pop(Label(FALLBACK_INTENT), None)
    nobodys = bag_of_sentences(keys_of(said) for said in _nobodys(compiled))
    return Trained(bags, nobodys, Rarity((*bags.values(), nobodys)))


def _nobodys(compiled: Compiled) -> Iterator[str]:
    yield from background(compiled.language.code)
    for intent in compiled.model.language_model.intents:
        if intent.name == FALLBACK_INTENT:
            yield from intent.samples


def _by_label(compiled: Compiled) -> Mapping[Label, list[Sample]]:
    """The samples of each intent, and of each slot that has its own; those of a slot with its bare value."""
    found: dict[Label, list[Sample]] = {}
    for sample in compiled.samples:
        found.setdefault(Label(sample.intent, sample.of_slot), []).append(sample)
    for intent in compiled.model.language_model.intents:
        for slot in intent.slots:
            of_slot = found.get(Label(intent.name, slot.name), [])
            bare = Sample(intent.name, (SlotPlace(slot.name, slot.type),), 0, 0, 0, slot.name)
            of_slot.extend([bare] * len(of_slot))
    return found
