"""One envelope to the endpoint and back: timed, judged, and never raising."""

import time
from dataclasses import dataclass, replace

from simulator.envelope import Json
from simulator.errors import EndpointFailure
from simulator.finding import DIALOG, RESPONSE, Finding
from simulator.judge import judge
from simulator.models.declared import Declared
from simulator.under_test.endpoint import Endpoint


@dataclass(frozen=True)
class Exchange:
    """What went out, what came back, how long it took, and what is wrong with it."""

    request: Json
    response: Json | None
    ms: float
    findings: tuple[Finding, ...] = ()
    failure: EndpointFailure | None = None

    @property
    def refused(self) -> bool:
        """Alexa throws the whole response away."""
        return any(finding.refuses for finding in self.findings)

    @property
    def error(self) -> Json:
        """The error object of the SessionEndedRequest that follows a refusal."""
        says = "; ".join(finding.says for finding in self.findings if finding.refuses)
        return {"type": self.failure.error_type if self.failure else "INVALID_RESPONSE", "message": says}


def exchange(endpoint: Endpoint, envelope: Json, declared: Declared) -> Exchange:
    """Send an envelope and judge what comes back; a failing endpoint is a finding too."""
    started = time.perf_counter()
    try:
        response = endpoint.send(envelope)
    except EndpointFailure as failure:
        finding = Finding("endpoint", str(failure), RESPONSE)
        return Exchange(envelope, None, _ms_since(started), (finding,), failure)
    ms = _ms_since(started)
    return Exchange(envelope, response, ms, tuple(judge(envelope, response, declared)))


def in_circles(done: Exchange, times: int) -> Exchange:
    """The exchange as one that failed: the skill hands the dialog back to Alexa again and again, in one turn."""
    says = f"the skill handed a complete dialog back to Alexa {times} times in one turn: nobody ever speaks"
    failure = EndpointFailure("INVALID_RESPONSE", says)
    return replace(done, findings=(*done.findings, Finding("endpoint", says, DIALOG)), failure=failure)


def _ms_since(started: float) -> float:
    return round(1000 * (time.perf_counter() - started), 3)
