"""What the skill is: manifest, interaction models, status, enablement, and the list of one skill.

Of these only the manifest and the enablement can be changed by a call; models come with a package (imports.py).
"""

from http import HTTPStatus

from flask import Response, jsonify, request

from simulator.envelope import Json
from simulator.smapi.bodies import read_json
from simulator.smapi.errors import bad_request, not_found
from simulator.smapi.etag import etag_of
from simulator.smapi.package import manifest_faults
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


def change_manifest(service: Service) -> Response:
    """Another manifest, wrapper and all; raises CallRefused, which lists what is wrong with it."""
    document = read_json(request.get_data())
    faults = [
        fault.says for fault in manifest_faults(document if isinstance(document, dict) else {}, service.specification)
    ]
    if faults:
        raise bad_request("The manifest is not one that a skill can have.", faults)
    service.manifest = document
    return Response(
        status=HTTPStatus.ACCEPTED,
        headers={"Location": f"/v1/skills/{service.skill.skill_id}/status?resource=manifest"},
    )


def enablement(service: Service) -> tuple[str | Json, int]:
    """Whether the skill can be talked to. That it cannot is an answer, and nothing that went wrong."""
    if service.enabled:
        return "", HTTPStatus.NO_CONTENT
    return not_found("The skill is not enabled.").as_json(), HTTPStatus.NOT_FOUND


def enable(service: Service) -> tuple[str, int]:
    """Let the skill be talked to."""
    service.enabled = True
    return "", HTTPStatus.NO_CONTENT


def disable(service: Service) -> tuple[str, int]:
    """Let the skill no longer be talked to."""
    service.enabled = False
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
    ("PUT", f"{STAGE}/manifest"): change_manifest,
    ("GET", f"{STAGE}/interactionModel/locales/<locale>"): interaction_model,
    ("GET", f"{STAGE}/enablement"): enablement,
    ("PUT", f"{STAGE}/enablement"): enable,
    ("DELETE", f"{STAGE}/enablement"): disable,
}
