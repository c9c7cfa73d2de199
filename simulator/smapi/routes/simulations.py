"""Simulations: an utterance is said to a device of whoever calls.

The answer to the first call has the result already; the second call finds it again, for ten minutes.
"""

import sys
from http import HTTPStatus

from flask import Response, g, jsonify, request

from simulator.smapi.bodies import read_body
from simulator.smapi.errors import CallRefused, not_found
from simulator.smapi.routes import NEWER_STAGE, Routes
from simulator.smapi.service import Service
from simulator.smapi.shapes import SimulationRequest
from simulator.smapi.simulation import Simulation, simulate


def start(service: Service) -> Response:
    """Simulate; raises CallRefused."""
    body = read_body(request.get_data(), SimulationRequest)
    simulation = _simulated(service, body)
    if simulation.trouble:
        service.note(f'the simulation of "{body.input.content}" failed: {simulation.trouble}')
    sys.stderr.write(simulation.traceback)
    name = service.simulations.add((g.token, simulation))
    answer = jsonify(simulation.as_json(name))
    answer.headers["Location"] = f"{request.path}/{name}"
    return answer


def result(service: Service, simulation_id: str) -> Response:
    """The result for whoever simulated; raises CallRefused when there is none, or no longer."""
    token, simulation = service.simulations.get(simulation_id) or (None, None)
    if simulation is None or token != g.token:
        raise not_found("There is no simulation of that id, or its result is older than ten minutes.")
    return jsonify(simulation.as_json(simulation_id))


def _simulated(service: Service, body: SimulationRequest) -> Simulation:
    locale = body.device.locale
    if not service.enabled:
        raise CallRefused(HTTPStatus.FORBIDDEN, "The skill is not enabled: enable it before it is talked to.")
    service.ears(locale)
    with service.people.speaking(g.token, locale) as device:
        return simulate(
            device,
            service.recorder,
            body.input.content,
            new_session=body.session.mode == "FORCE_NEW_SESSION",
            address=service.address,
        )


ROUTES: Routes = {
    ("POST", f"{NEWER_STAGE}/simulations"): start,
    ("GET", f"{NEWER_STAGE}/simulations/<simulation_id>"): result,
}
