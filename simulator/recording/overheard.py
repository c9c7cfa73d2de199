"""Listening in on a skill's endpoint: a line may take several requests, and a turn's result has only the last one."""

import time
from typing import NamedTuple

from simulator.envelope import Json
from simulator.recording.same_skill import same_skill
from simulator.under_test.endpoint import Endpoint
from simulator.under_test.skill_under_test import SkillUnderTest


class Step(NamedTuple):
    """A request that went to the skill, what came back (None: nothing that can be used), and the milliseconds."""

    request: Json
    response: Json | None
    ms: float


class Overheard:
    """An endpoint that keeps what went over it until it is taken; used by one thread at a time."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._steps: list[Step] = []

    def send(self, envelope: Json) -> Json:
        """As the endpoint itself does; what fails there fails here."""
        started, response = time.perf_counter(), None
        try:
            response = self._endpoint.send(envelope)
        finally:
            self._steps.append(Step(envelope, response, round(1000 * (time.perf_counter() - started), 3)))
        return response

    def taken(self) -> tuple[Step, ...]:
        """What went over it since the last time that this was asked."""
        steps, self._steps = tuple(self._steps), []
        return steps


def overheard(skill: SkillUnderTest) -> SkillUnderTest:
    """The same skill behind an endpoint that is listened in on."""
    return same_skill(skill, Overheard(skill.endpoint), skill.inside)


def steps_of(skill: SkillUnderTest) -> tuple[Step, ...]:
    """What went to an overheard skill since the last time; nothing for any other."""
    return skill.endpoint.taken() if isinstance(skill.endpoint, Overheard) else ()
