"""The bodies of calls, as the specification has them."""

from typing import Literal

from pydantic import Field

from simulator.envelope import Json
from simulator.smapi.bodies import Request

LONGEST_SAID = 1000
"""Characters of one utterance."""


class Input(Request):
    """What is said."""

    content: str = Field(max_length=LONGEST_SAID, pattern=r"\S")


class Device(Request):
    """The device that it is said to."""

    locale: str


class Session(Request):
    """Whether an open session goes on."""

    mode: Literal["DEFAULT", "FORCE_NEW_SESSION"] = "DEFAULT"


class Simulating(Request):
    """How it is simulated; interactions that name no skill are not played."""

    type: Literal["DEFAULT"] = "DEFAULT"


class SimulationRequest(Request):
    """``v2.skill.simulations.SimulationsApiRequest``."""

    input: Input
    device: Device
    session: Session = Session()
    simulation: Simulating = Simulating()


class SkillRequest(Request):
    """A request envelope that is given to the skill as it is."""

    body: Json


class InvocationRequest(Request):
    """``v2.skill.invocations.invocationsApiRequest``."""

    endpointRegion: Literal["NA", "EU", "FE", "default"]  # noqa: N815 - Amazon's name
    skillRequest: SkillRequest  # noqa: N815


class RegionalInvocationRequest(Request):
    """``v1.skill.invocations.InvokeSkillRequest``."""

    endpointRegion: Literal["NA", "EU", "FE"]  # noqa: N815
    skillRequest: SkillRequest  # noqa: N815


class ProfileRequest(Request):
    """``v1.skill.evaluations.ProfileNluRequest``."""

    utterance: str = Field(max_length=LONGEST_SAID, pattern=r"\S")
    multiTurnToken: str | None = Field(default=None, max_length=100)  # noqa: N815


class AnnotationSetRequest(Request):
    """``v1.skill.nlu.annotationSets.CreateNLUAnnotationSetRequest``."""

    locale: str
    name: str = Field(min_length=1, max_length=200)


class AnnotationSetProperties(Request):
    """``v1.skill.nlu.annotationSets.UpdateNLUAnnotationSetPropertiesRequest``."""

    name: str = Field(min_length=1, max_length=200)


class Source(Request):
    """The annotation set that a model is tried with."""

    annotationId: str  # noqa: N815


class EvaluationRequest(Request):
    """``v1.skill.nlu.evaluations.EvaluateNLURequest``."""

    stage: Literal["development"]
    locale: str
    source: Source


class ImportRequest(Request):
    """``v1.skill.UpdateSkillWithPackageRequest``."""

    location: str = Field(max_length=1000)


class NewSkillRequest(ImportRequest):
    """``v1.skill.CreateSkillWithPackageRequest``."""

    vendorId: str = Field(min_length=1, max_length=100)  # noqa: N815
