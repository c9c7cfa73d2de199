"""What `ask deploy` asks: a place to upload a package to, the upload, the import, and how it went."""

from datetime import timedelta
from http import HTTPStatus

from flask import Response, request

from simulator.envelope import Json
from simulator.smapi.bodies import read_body
from simulator.smapi.errors import bad_request, not_found
from simulator.smapi.importing import Imported
from simulator.smapi.routes import SKILL, Routes
from simulator.smapi.service import UPLOAD_KEPT_FOR, Service
from simulator.smapi.shapes import ImportRequest, NewSkillRequest
from simulator.smapi.timestamps import as_text

UPLOADS = "/uploads/"
"""Where packages go. As at Amazon the address itself is the key: a token is not asked for."""
MOST_UPLOADED = 20_000_000
"""Bytes of a package; the limit is ours."""


def make_room(service: Service) -> tuple[Json, int]:
    """An address that takes one package."""
    name = service.uploads.add(bytearray())
    until = service.clock() + timedelta(seconds=UPLOAD_KEPT_FOR)
    return {"uploadUrl": f"{_uploads()}{name}", "expiresAt": as_text(until)}, HTTPStatus.CREATED


def upload(service: Service, upload_id: str) -> tuple[str, int]:
    """The package, whatever it is; it is looked at when it is imported."""
    room = service.uploads.get(upload_id)
    if room is None:
        raise not_found("This address was not given out, or no longer takes a package.")
    request.max_content_length = MOST_UPLOADED
    room[:] = request.get_data()
    return "", HTTPStatus.OK


def import_new(service: Service) -> Response:
    """A new skill: what was served until now is forgotten, and the new one has yet to be enabled."""
    done = _imported(service, read_body(request.get_data(), NewSkillRequest).location)
    service.enabled = service.enabled and done.models is None
    return _accepted(service, done)


def import_again(service: Service) -> Response:
    """The same skill in a newer form."""
    return _accepted(service, _imported(service, read_body(request.get_data(), ImportRequest).location))


def progress(service: Service, import_id: str) -> Json:
    """How an import went; it is over when it is asked for."""
    done = service.imports.get(import_id)
    if done is None:
        raise not_found("There is no import of that id.")
    return done.as_json()


def _imported(service: Service, location: str) -> Imported:
    data = service.uploads.get(location.removeprefix(_uploads()))
    if not data:
        raise bad_request("The location is not the address of a package that was uploaded here.")
    return service.take_over(bytes(data))


def _accepted(service: Service, done: Imported) -> Response:
    place = f"/v1/skills/imports/{service.imports.add(done)}"
    return Response(status=HTTPStatus.ACCEPTED, headers={"Location": place})


def _uploads() -> str:
    return request.host_url.rstrip("/") + UPLOADS


ROUTES: Routes = {
    ("POST", "/v1/skills/uploads"): make_room,
    ("PUT", f"{UPLOADS}<upload_id>"): upload,
    ("POST", "/v1/skills/imports"): import_new,
    ("POST", f"{SKILL}/imports"): import_again,
    ("GET", "/v1/skills/imports/<import_id>"): progress,
}
