"""Why the service refuses a call.

::

    SimulatorError
    └── CallRefused       becomes an HTTP status and Amazon's error object
"""

from collections.abc import Sequence
from http import HTTPStatus

from simulator.envelope import Json
from simulator.errors import SimulatorError


class CallRefused(SimulatorError):  # noqa: N818 - it reads as a sentence
    """A call that is not done. ``violations`` lists what is wrong with the request, one sentence each."""

    def __init__(self, status: HTTPStatus, says: str, violations: Sequence[str] = ()) -> None:
        super().__init__(says)
        self.status = status
        self.violations = tuple(violations)

    def as_json(self) -> Json:
        """The body of the answer: ``v1.BadRequestError`` when there are violations, else ``v1.Error``."""
        listed = {"violations": [{"message": says} for says in self.violations]} if self.violations else {}
        return {"message": str(self), **listed}


def not_found(says: str) -> CallRefused:
    """There is no such thing; ``says`` names what there is none of."""
    return CallRefused(HTTPStatus.NOT_FOUND, says)


def bad_request(says: str, violations: Sequence[str] = ()) -> CallRefused:
    """The request itself is wrong."""
    return CallRefused(HTTPStatus.BAD_REQUEST, says, violations)
