"""A language's heard.yaml and a locale to that locale's interaction model, and where each line came from."""

from collections.abc import Iterator
from typing import NamedTuple

from tools.heard_file import HeardFile
from tools.interaction_model import (
    Dialog,
    DialogIntent,
    DialogSlot,
    Intent,
    InteractionModel,
    LanguageModel,
    ModelConfiguration,
    ModelFile,
    Prompts,
    Sensitivity,
    Slot,
    SlotType,
    Value,
    ValueName,
)
from tools.places import SourceError, Steps

Origins = dict[Steps, Steps]
_MODEL: Steps = ("interactionModel", "languageModel")


class Built(NamedTuple):
    """A model, and for its pieces (by their steps in the JSON file) the steps in heard.yaml that made them."""

    model: ModelFile
    origins: Origins


def build_model(heard_file: HeardFile, locale: str) -> Built:
    """Build one locale's model; SourceError when a template or a slot name does not hold."""
    return _Builder(heard_file, locale).build()


class _Builder:
    def __init__(self, heard_file: HeardFile, locale: str) -> None:
        self._file = heard_file
        self._heard = heard_file.heard
        self._locale = locale
        self._region = heard_file.heard.locales[locale]
        self._origins: Origins = {(): ()}

    def build(self) -> Built:
        name = self._heard.invocation_name
        steps: Steps = ("invocation_name",)
        if self._region.invocation_name is not None:
            name, steps = self._region.invocation_name, ("locales", self._locale, "invocation_name")
        self._origins[*_MODEL, "invocationName"] = steps
        self._origins[*_MODEL, "modelConfiguration"] = ("fallback_sensitivity",)
        language_model = LanguageModel(
            invocation_name=name,
            model_configuration=self._configuration(),
            intents=[*self._builtins(), *self._intents()],
            types=list(self._types()),
        )
        return Built(
            ModelFile(interaction_model=InteractionModel(language_model=language_model, dialog=self._dialog())),
            self._origins,
        )

    def _configuration(self) -> ModelConfiguration | None:
        level = self._heard.fallback_sensitivity
        return ModelConfiguration(fallback_intent_sensitivity=Sensitivity(level=level)) if level else None

    def _builtins(self) -> Iterator[Intent]:
        for index, name in enumerate(self._heard.builtins):
            self._origins[*_MODEL, "intents", index] = ("builtins", index)
            yield Intent(name=name)

    def _intents(self) -> Iterator[Intent]:
        for index, (name, intent) in enumerate(self._heard.intents.items(), start=len(self._heard.builtins)):
            at, steps = (*_MODEL, "intents", index), ("intents", name)
            self._origins[at] = steps
            slots = [
                self._slot(slot, intent.elicit, (*at, "slots", position), (*steps, "slots", position))
                for position, slot in enumerate(intent.slots)
            ]
            yield Intent(name=name, slots=slots or None, samples=self._samples(name, (*at, "samples")))

    def _samples(self, name: str, at: Steps) -> list[str]:
        sources: list[Steps] = [("intents", name, "samples"), ("locales", self._locale, "samples", name)]
        lists = [self._heard.intents[name].samples, self._region.samples.get(name, [])]
        samples: list[str] = []
        for steps, templates in zip(sources, lists, strict=True):
            samples += self._expanded(templates, steps, at, len(samples))
        return samples

    def _expanded(self, templates: list[str], steps: Steps, at: Steps, start: int = 0) -> list[str]:
        """The utterances of a list of templates; ``start`` is the position of the first one in the model."""
        utterances: list[str] = []
        for index, template in enumerate(templates):
            for utterance in self._file.expand(template, (*steps, index)):
                self._origins[*at, start + len(utterances)] = (*steps, index)
                utterances.append(utterance)
        return utterances

    def _slot(self, name: str, elicited: bool, at: Steps, steps: Steps) -> Slot:
        self._origins[at] = steps
        slot = self._heard.slots.get(name)
        if slot is None:
            raise SourceError(self._file.place(steps), f"the slot {name!r} is not in the section slots; add it there")
        self._origins[*at, "type"] = ("slots", name, "type")
        if not (elicited and slot.samples):
            return Slot(name=name, type=slot.type)
        samples = self._expanded(slot.samples, ("slots", name, "samples"), (*at, "samples"))
        return Slot(name=name, type=slot.type, samples=samples)

    def _types(self) -> Iterator[SlotType]:
        for index, (name, values) in enumerate(self._heard.types.items()):
            at = (*_MODEL, "types", index)
            self._origins[at] = ("types", name)
            yield SlotType(
                name=name,
                values=[
                    self._value(name, value_id, (*at, "values", position)) for position, value_id in enumerate(values)
                ],
            )

    def _value(self, type_name: str, value_id: str, at: Steps) -> Value:
        steps: Steps = ("types", type_name, value_id)
        self._origins[at] = steps
        regional: Steps = ("locales", self._locale, "synonyms", type_name, value_id)
        phrases = self._phrases(self._heard.types[type_name][value_id], steps)
        phrases += self._phrases(self._region.synonyms.get(type_name, {}).get(value_id, []), regional)
        self._origins[*at, "name", "value"] = phrases[0][1]
        for index, (_, origin) in enumerate(phrases[1:]):
            self._origins[*at, "name", "synonyms", index] = origin
        spoken = [phrase for phrase, _ in phrases]
        return Value(id=value_id, name=ValueName(value=spoken[0], synonyms=spoken[1:]))

    def _phrases(self, templates: list[str], steps: Steps) -> list[tuple[str, Steps]]:
        return [
            (phrase, (*steps, index))
            for index, template in enumerate(templates)
            for phrase in self._file.expand(template, (*steps, index))
        ]

    def _dialog(self) -> Dialog:
        elicited = [(name, intent) for name, intent in self._heard.intents.items() if intent.elicit]
        at: Steps = ("interactionModel", "dialog", "intents")
        for index, (name, _) in enumerate(elicited):
            self._origins[*at, index] = ("intents", name)
        return Dialog(
            delegation_strategy="SKILL_RESPONSE",
            intents=[
                DialogIntent(
                    name=name,
                    confirmation_required=False,
                    prompts=Prompts(),
                    slots=[self._dialog_slot(slot) for slot in intent.slots],
                )
                for name, intent in elicited
            ],
        )

    def _dialog_slot(self, name: str) -> DialogSlot:
        return DialogSlot(
            name=name,
            type=self._heard.slots[name].type,
            elicitation_required=False,
            confirmation_required=False,
            prompts=Prompts(),
        )
