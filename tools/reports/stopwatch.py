"""Taking the time of a skill and of ears while they are talked to."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from simulator.ears.ears import Ears, Elicitation
from simulator.ears.heard import Heard
from simulator.ears.hearing import Hearing
from simulator.envelope import Json
from simulator.models.interaction_model import InteractionModel
from simulator.under_test.endpoint import Endpoint
from simulator.under_test.skill_under_test import SkillUnderTest


class Stopwatch:
    """Adds up the milliseconds that pass inside its ``with`` statements, until they are taken.

    ``seconds`` tells the time, from any beginning: that of the processor for this process, so that other programs on
    the machine have no part in it.
    """

    def __init__(self, seconds: Callable[[], float] = time.process_time) -> None:
        self._seconds = seconds
        self._began = 0.0
        self._ms = 0.0

    def __enter__(self) -> None:
        self._began = self._seconds()

    def __exit__(self, *_: object) -> None:
        self._ms += 1000 * (self._seconds() - self._began)

    def taken(self) -> float:
        """The milliseconds since they were taken last."""
        ms, self._ms = self._ms, 0.0
        return ms


@dataclass(frozen=True)
class TimedEndpoint:
    """A skill whose time is taken; one turn may take several requests."""

    endpoint: Endpoint
    watch: Stopwatch

    def send(self, envelope: Json) -> Json:
        """Answer as the endpoint does."""
        with self.watch:
            return self.endpoint.send(envelope)


@dataclass(frozen=True)
class TimedEars:
    """Ears whose time is taken."""

    ears: Hearing
    watch: Stopwatch

    def hear(self, utterance: str, *, today: date, eliciting: Elicitation | None = None) -> Heard:
        """Hear as the ears do."""
        with self.watch:
            return self.ears.hear(utterance, today=today, eliciting=eliciting)


@dataclass(frozen=True)
class _TimedSkill(SkillUnderTest):
    skill: SkillUnderTest = field(kw_only=True)
    watch: Stopwatch = field(kw_only=True)

    def model(self, locale: str) -> InteractionModel:
        return self.skill.model(locale)

    def ears(self, locale: str) -> Ears:
        # A device only hears with them.
        return cast(Ears, TimedEars(self.skill.ears(locale), self.watch))


def timed_skill(skill: SkillUnderTest, endpoint: Stopwatch, ears: Stopwatch) -> SkillUnderTest:
    """The skill, with a watch on its endpoint and one on its ears."""
    timed = TimedEndpoint(skill.endpoint, endpoint)
    return _TimedSkill(timed, skill.models, skill.skill_id, skill.strict, skill=skill, watch=ears)
