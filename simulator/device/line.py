"""The line between Alexa and a skill: envelopes go out, judged exchanges come back."""

from collections.abc import Callable

from simulator.device.exchange import Exchange, exchange
from simulator.device.turn_result import TurnResult
from simulator.envelope import Json, Sender
from simulator.errors import ResponseRefused
from simulator.models.declared import Declared
from simulator.under_test.endpoint import Endpoint


class Line:
    """``sender()`` says who speaks now; a strict line raises ResponseRefused for whatever the judge finds."""

    def __init__(self, endpoint: Endpoint, declared: Declared, sender: Callable[[], Sender], *, strict: bool) -> None:
        self._endpoint = endpoint
        self._declared = declared
        self._sender = sender
        self._strict = strict

    def send(self, session: Json, request: Json) -> Exchange:
        """A request within a session."""
        return exchange(self._endpoint, self._sender().envelope(session, request), self._declared)

    def event(self, request: Json) -> Exchange:
        """A skill event, which belongs to no session."""
        return exchange(self._endpoint, self._sender().event(request), self._declared)

    def reported(self, result: TurnResult) -> TurnResult:
        """The result of a turn that is over, unless the line is strict and there are findings."""
        if self._strict and result.findings:
            raise ResponseRefused(result.findings, result.request or {}, result.response) from result.failure
        return result
