"""Everything that the skill was sent and answered in one turn; a turn may take several requests."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import local

from simulator.envelope import Json
from simulator.errors import EndpointFailure
from simulator.under_test.endpoint import Endpoint


@dataclass(frozen=True)
class Invocation:
    """One request envelope and what came of it; ``response`` is None when there was a failure."""

    request: Json
    response: Json | None
    milliseconds: int
    failure: EndpointFailure | None = None

    def as_json(self, address: str) -> Json:
        """The ``v2.skill.Invocation``; ``address`` is that of the skill's endpoint."""
        told: Json = {"invocationRequest": {"endpoint": address, "body": self.request}}
        if self.response is not None:
            told["invocationResponse"] = {"body": self.response}
        return told | {"metrics": {"skillExecutionTimeInMilliseconds": self.milliseconds}}


class Recorder:
    """An endpoint that notes what goes through it to another one; each thread has notes of its own."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._here = local()

    @contextmanager
    def noting(self) -> Iterator[list[Invocation]]:
        """The list to which this thread's invocations are added from now on."""
        notes: list[Invocation] = []
        self._here.notes = notes
        try:
            yield notes
        finally:
            del self._here.notes

    def send(self, envelope: Json) -> Json:
        """Send and note; raises EndpointFailure as the other endpoint does."""
        started = time.perf_counter()
        answer, failure = None, None
        try:
            answer = self._endpoint.send(envelope)
        except EndpointFailure as error:
            failure = error
            raise
        finally:
            took = round(1000 * (time.perf_counter() - started))
            getattr(self._here, "notes", []).append(Invocation(envelope, answer, took, failure))
        return answer
