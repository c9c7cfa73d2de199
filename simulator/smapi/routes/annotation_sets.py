"""Annotation sets: made, listed, renamed, filled, read and deleted. They live in memory while the service runs."""

from http import HTTPStatus

from flask import Response, jsonify, request

from simulator.envelope import Json
from simulator.smapi import bodies
from simulator.smapi.annotations import Annotation, read_csv, read_json, write_csv, write_json
from simulator.smapi.errors import CallRefused, bad_request, not_found
from simulator.smapi.paging import page
from simulator.smapi.routes import SKILL, Routes
from simulator.smapi.service import AnnotationSet, Service
from simulator.smapi.shapes import AnnotationSetProperties, AnnotationSetRequest
from simulator.smapi.timestamps import as_text


def create(service: Service) -> Response:
    """An empty set of a locale that has a model."""
    body = bodies.read_body(request.get_data(), AnnotationSetRequest)
    service.model(body.locale)
    name = service.annotation_sets.add(AnnotationSet(body.name, body.locale, service.clock()))
    answer = jsonify(id=name)
    answer.status_code = HTTPStatus.CREATED
    answer.headers["Location"] = f"{request.path}/{name}"
    return answer


def listed(service: Service) -> Json:
    """All sets, or those of a locale, in pages."""
    locale = request.args.get("locale")
    every = [one for one in service.annotation_sets.newest_first() if locale in (None, one[1].locale)]
    found = page(every, request.args, default=10, most=100)
    return {
        "annotationSets": [{"annotationId": name} | _properties(one) for name, one in found.items],
        "paginationContext": found.context(),
        "_links": found.links(request.path, request.args),
    }


def properties(service: Service, annotation_id: str) -> Json:
    """All of a set but its annotations."""
    return _properties(set_of(service, annotation_id))


def rename(service: Service, annotation_id: str) -> tuple[str, int]:
    """Another name, the one property that can be changed."""
    body = bodies.read_body(request.get_data(), AnnotationSetProperties)
    one = set_of(service, annotation_id)
    one.name, one.updated = body.name, service.clock()
    return "", HTTPStatus.CREATED


def delete(service: Service, annotation_id: str) -> tuple[str, int]:
    """Forget a set; its evaluations stay."""
    if not service.annotation_sets.drop(annotation_id):
        raise _no_set()
    return "", HTTPStatus.NO_CONTENT


def fill(service: Service, annotation_id: str) -> tuple[str, int]:
    """Put annotations in the place of those that are there, from JSON or, if the content type says so, from CSV."""
    one = set_of(service, annotation_id)
    one.annotations, one.updated = _annotations(), service.clock()
    return "", HTTPStatus.OK


def annotations(service: Service, annotation_id: str) -> Response:
    """The annotations in the form that is accepted: CSV or JSON."""
    one = set_of(service, annotation_id)
    if "csv" in request.headers.get("Accept", ""):
        return Response(write_csv(one.annotations), content_type="text/csv; charset=utf-8")
    return Response(write_json(one.annotations), content_type="application/json")


def set_of(service: Service, annotation_id: str) -> AnnotationSet:
    """The set of an id; raises CallRefused when there is none."""
    one = service.annotation_sets.get(annotation_id)
    if one is None:
        raise _no_set()
    return one


def _no_set() -> CallRefused:
    return not_found("There is no annotation set of that id.")


def _annotations() -> tuple[Annotation, ...]:
    body = request.get_data()
    if "csv" not in (request.content_type or ""):
        return read_json(bodies.read_json(body))
    try:
        return read_csv(body.decode())
    except UnicodeDecodeError:
        raise bad_request("The CSV file is not written in UTF-8.") from None


def _properties(one: AnnotationSet) -> Json:
    return {
        "locale": one.locale,
        "name": one.name,
        "numberOfEntries": len(one.annotations),
        "updatedTimestamp": as_text(one.updated),
    }


_SETS = f"{SKILL}/nluAnnotationSets"
_SET = f"{_SETS}/<annotation_id>"

ROUTES: Routes = {
    ("POST", _SETS): create,
    ("GET", _SETS): listed,
    ("DELETE", _SET): delete,
    ("GET", f"{_SET}/properties"): properties,
    ("PUT", f"{_SET}/properties"): rename,
    ("POST", f"{_SET}/annotations"): fill,
    ("GET", f"{_SET}/annotations"): annotations,
}
