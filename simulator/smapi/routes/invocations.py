"""Invocations: a request envelope is given to the skill as it is, in the older form of the call and the newer one.

The skill's answer is told as it is too: nobody judges it, and no session is kept. When the skill fails, the status is
200 all the same, and the body says so.
"""

from contextlib import suppress

from flask import request

from simulator.envelope import Json
from simulator.errors import EndpointFailure
from simulator.smapi.bodies import read_body
from simulator.smapi.recorder import Invocation
from simulator.smapi.routes import NEWER_STAGE, SKILL, Routes
from simulator.smapi.service import Service
from simulator.smapi.shapes import InvocationRequest, RegionalInvocationRequest


def invoke(service: Service) -> Json:
    """The newer form (v2)."""
    done = _invoked(service, read_body(request.get_data(), InvocationRequest).skillRequest.body)
    return _answer(done, "SUCCESSFUL", done.as_json(service.address))


def invoke_in_region(service: Service) -> Json:
    """The older form (v1), which tells everything by region and has another word for success."""
    body = read_body(request.get_data(), RegionalInvocationRequest)
    done = _invoked(service, body.skillRequest.body)
    parts = done.as_json(service.address)
    return _answer(done, "SUCCEEDED", {name: {body.endpointRegion: part} for name, part in parts.items()})


def _invoked(service: Service, envelope: Json) -> Invocation:
    with service.recorder.noting() as notes, suppress(EndpointFailure):
        service.recorder.send(envelope)
    return notes[0]


def _answer(done: Invocation, success: str, told: Json) -> Json:
    result: Json = {"skillExecutionInfo": told}
    if done.failure:
        result["error"] = {"code": done.failure.error_type, "message": str(done.failure)}
    return {"status": "FAILED" if done.failure else success, "result": result}


ROUTES: Routes = {
    ("POST", f"{NEWER_STAGE}/invocations"): invoke,
    ("POST", f"{SKILL}/invocations"): invoke_in_region,
}
