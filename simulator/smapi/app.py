"""The HTTP application: who may call, which call it is, and errors in Amazon's form."""

from functools import partial
from http import HTTPStatus

from flask import Flask, Response, g, jsonify, request
from werkzeug.exceptions import HTTPException

from simulator.smapi.errors import CallRefused, not_found
from simulator.smapi.routes import (
    annotation_sets,
    evaluations,
    imports,
    invocations,
    profiles,
    simulations,
    skills,
)
from simulator.smapi.service import Service
from skill.errors import CaseCompassError

MOST_BYTES = 2_000_000
"""More than this is not read of a body, but for packages (routes/imports.py)."""

FAMILIES = (skills, imports, simulations, invocations, profiles, annotation_sets, evaluations)
"""Each has the routes of one family of calls."""


def create_app(service: Service) -> Flask:
    """The application. Only calls that name this machine as the host are answered, whatever page sends them."""
    app = Flask(__name__, static_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=MOST_BYTES, TRUSTED_HOSTS=["127.0.0.1", "localhost"])
    app.json.sort_keys = False  # type: ignore[attr-defined]
    for family in FAMILIES:
        for (method, path), answer in family.ROUTES.items():
            app.add_url_rule(path, f"{method} {path}", partial(answer, service), methods=[method])
    app.url_value_preprocessor(_take_apart)
    app.before_request(_let_in)
    app.before_request(partial(_is_this_skill, service.skill.skill_id))
    app.register_error_handler(CallRefused, partial(_refused, service))
    app.register_error_handler(CaseCompassError, lambda error: _refused(service, _unable(error)))
    app.register_error_handler(HTTPException, lambda error: _refused(service, _as_refusal(error)))
    return app


def _take_apart(_endpoint: str | None, places: dict[str, str] | None) -> None:
    """Skill and stage are the same for all calls, so no call is given them."""
    g.skill, g.stage = ((places or {}).pop(name, None) for name in ("skill_id", "stage"))


def _let_in() -> None:
    """Any token will do, with "Bearer" before it or without, as the ASK CLI sends it either way."""
    if request.path.startswith(imports.UPLOADS):
        return
    words = request.headers.get("Authorization", "").split()
    if words and words[0].lower() == "bearer":
        del words[0]
    if not words:
        raise CallRefused(HTTPStatus.UNAUTHORIZED, "The Authorization header has no token; any token will do.")
    g.token = " ".join(words)


def _is_this_skill(skill_id: str) -> None:
    if g.skill not in (None, skill_id):
        raise not_found(f"There is no such skill here, only {skill_id}.")
    if g.stage not in (None, "development"):
        raise not_found("The skill has no such stage here, only development.")


def _refused(service: Service, refusal: CallRefused) -> Response:
    """The ASK CLI shows its users a status and not what is wrong, so that it is noted as well."""
    service.note(" ".join([f"{request.method} {request.path} was refused: {refusal}", *refusal.violations]))
    answer = jsonify(refusal.as_json())
    answer.status_code = refusal.status
    return answer


def _unable(error: CaseCompassError) -> CallRefused:
    """What the simulator itself cannot do, such as hear a model that it cannot read."""
    return CallRefused(HTTPStatus.BAD_REQUEST, str(error))


def _as_refusal(error: HTTPException) -> CallRefused:
    return CallRefused(HTTPStatus(error.code or 500), error.description or error.name)
