"""What the skill is: manifest, interaction models, status, enablement, and the list of one skill.

Reading only: what is given to Amazon stands in files here, and is changed there.
"""

from http import HTTPStatus

from flask import Response, jsonify, request

from simulator.envelope import Json
from simulator.smapi.errors import bad_request
from simulator.smapi.etag import etag_of
from simulator.smapi.routes import SKILL, STAGE, Routes
from simulator.smapi.service import Service
from simulator.smapi.timestamps import as_text

_DONE: Json = {"status": "SUCCEEDED"}


def list_skills(service: Service) -> Json:
    """The vendor's skills: this one."""
    if not request.args.get("vendorId"):
        raise bad_request("The query has no vendorId.")
    asked_for = request.args.getlist("skillId")
    listed = not asked_for or service.skill.skill_id in asked_for
    return {"skills": [_summary(service)] if listed else [], "isTruncated": False}


def manifest(service: Service) -> Response:
    """The manifest, with its wrapper."""
    return _tagged(service.manifest)


def interaction_model(service: Service, locale: str) -> Response:
    """The model's file as it is."""
    return _tagged(service.model_document(locale))


def status(service: Service) -> Json:
    """Everything was built, since nothing has to be; ``resource`` in the query asks for a part."""
    models = {
        locale: {"eTag": etag_of(service.model_document(locale)), "lastUpdateRequest": _DONE}
        for locale in service.skill.locales
    }
    whole = {
        "manifest": {"eTag": etag_of(service.manifest), "lastUpdateRequest": _DONE},
        "interactionModel": models,
    }
    asked_for = request.args.getlist("resource") or list(whole)
    return {name: told for name, told in whole.items() if name in asked_for}


def enablement(_service: Service) -> tuple[str, int]:
    """The skill is always enabled."""
    return "", HTTPStatus.NO_CONTENT


def _tagged(document: Json) -> Response:
    answer = jsonify(document)
    answer.headers["ETag"] = etag_of(document)
    return answer


def _summary(service: Service) -> Json:
    manifest = service.manifest["manifest"]
    listings = manifest.get("publishingInformation", {}).get("locales", {})
    return {
        "skillId": service.skill.skill_id,
        "stage": "development",
        "publicationStatus": "DEVELOPMENT",
        "apis": list(manifest.get("apis", {})),
        "nameByLocale": {locale: listing.get("name", "") for locale, listing in listings.items()},
        "lastUpdated": as_text(service.clock()),
    }


ROUTES: Routes = {
    ("GET", "/v1/skills"): list_skills,
    ("GET", f"{SKILL}/status"): status,
    ("GET", f"{STAGE}/manifest"): manifest,
    ("GET", f"{STAGE}/interactionModel/locales/<locale>"): interaction_model,
    ("GET", f"{STAGE}/enablement"): enablement,
}
