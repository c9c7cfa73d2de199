"""The call of the utterance profiler."""

from flask import request

from simulator.envelope import Json
from simulator.smapi.bodies import read_body
from simulator.smapi.profiler import Profiled, profile
from simulator.smapi.routes import STAGE, Routes
from simulator.smapi.service import Service
from simulator.smapi.shapes import ProfileRequest


def profile_utterance(service: Service, locale: str) -> Json:
    """The utterance is what comes after the invocation name."""
    body = read_body(request.get_data(), ProfileRequest)
    return profile(service, Profiled(locale, body.utterance, body.multiTurnToken))


ROUTES: Routes = {("POST", f"{STAGE}/interactionModel/locales/<locale>/profileNlu"): profile_utterance}
