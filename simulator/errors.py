"""What goes wrong around the device (the ears and the interaction model have errors of their own).

::

    CaseCompassError
    └── SimulatorError
        ├── ModelMissing      there is no interaction model for a locale: says which locales there are
        ├── CommandWrong      a line that begins with a colon is not a command: says which commands there are
        ├── OptionWrong       a command line option cannot be used
        ├── EndpointFailure   the skill's endpoint raised, was too slow, or answered something that is not JSON
        └── ResponseRefused   (strict use) Amazon would not take what the skill answered: lists every finding
"""

from collections.abc import Sequence

from simulator.envelope import Json
from simulator.finding import Finding
from skill.errors import CaseCompassError


class SimulatorError(CaseCompassError):
    """Catch this to catch everything that the device, the judge, the endpoints and the program raise on purpose."""


class ModelMissing(SimulatorError):  # noqa: N818 - it reads as a sentence
    """No interaction model can be read for the locale; the message names the locales that exist."""


class CommandWrong(SimulatorError):  # noqa: N818
    """A line that begins with a colon is no command; the message names those that are."""


class OptionWrong(SimulatorError):  # noqa: N818
    """A command line option has a value that cannot be used; the message says which one and what would do."""


class EndpointFailure(SimulatorError):  # noqa: N818
    """The endpoint gave no usable answer.

    ``error_type`` is what the skill is told in its SessionEndedRequest (request-types-reference):
    INVALID_RESPONSE, ENDPOINT_TIMEOUT, DEVICE_COMMUNICATION_ERROR or INTERNAL_SERVICE_ERROR.
    """

    def __init__(self, error_type: str, says: str) -> None:
        super().__init__(says)
        self.error_type = error_type


class ResponseRefused(SimulatorError):  # noqa: N818
    """Amazon would not take the response: raised only by a strict device, after the session was torn down."""

    def __init__(self, findings: Sequence[Finding], request: Json, response: Json | None) -> None:
        super().__init__("\n".join(["the response was refused:", *(f"  {finding}" for finding in findings)]))
        self.findings = tuple(findings)
        self.request = request
        self.response = response
