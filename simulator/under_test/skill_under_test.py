"""The skill that is talked to: where its requests go, what it understands, and what can be seen of it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from simulator.ears.ears import Ears
from simulator.models.folder import locales, read_model
from simulator.models.interaction_model import InteractionModel
from simulator.under_test.endpoint import Endpoint
from simulator.under_test.inside import Inside


@dataclass(frozen=True)
class SkillUnderTest:
    """Any skill: its endpoint, the folder of its interaction models, and its id.

    ``strict`` leaves out what the ears would take by similarity. ``inside`` is None for a skill that lets nothing be
    seen. Models and ears are made once a locale.
    """

    endpoint: Endpoint
    models: Path
    skill_id: str
    strict: bool = False
    inside: Inside | None = None

    @property
    def locales(self) -> list[str]:
        """The locales that there are models for, in alphabetical order."""
        return locales(self.models)

    def model(self, locale: str) -> InteractionModel:
        """The model of a locale; raises ModelMissing or ModelUnreadable."""
        if locale not in self._models:
            self._models[locale] = read_model(self.models, locale)
        return self._models[locale]

    def ears(self, locale: str) -> Ears:
        """The ears of a locale; raises CannotHear, ModelMissing or ModelUnreadable."""
        if locale not in self._ears:
            self._ears[locale] = Ears(self.model(locale), locale, skill_id=self.skill_id, strict=self.strict)
        return self._ears[locale]

    @cached_property
    def _models(self) -> dict[str, InteractionModel]:
        return {}

    @cached_property
    def _ears(self) -> dict[str, Ears]:
        return {}
