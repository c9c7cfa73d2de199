"""Importing skill packages as `ask deploy` does: what is taken, what is refused and why, and what is served then."""

import gc
import json
import tempfile
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from simulator.envelope import SKILL_ID
from simulator.smapi import package as package_rules
from simulator.smapi.importing import check_in
from simulator.smapi.package import no_specification
from simulator.smapi.routes import imports
from tests.simulator.tea import MODELS, Skill, ask
from tests.smapi.calls import SKILL, STAGE, Caller, Json, caller, captions, service_of

MODEL = (MODELS / "en-US.json").read_text(encoding="utf-8")
COFFEE = MODEL.replace("tea corner", "coffee corner")
LISTED = {"publishingInformation": {"locales": {"en-US": {"name": "Coffee"}}}, "apis": {"custom": {}}}
MANIFEST = json.dumps({"manifest": LISTED})
FILES = {"skill.json": MANIFEST, "interactionModels/custom/en-US.json": COFFEE}
NEW = "/v1/skills/imports"


def zipped(files: Mapping[str, str]) -> bytes:
    """A package with these files."""
    with ZipFile(written := BytesIO(), "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return written.getvalue()


def deploy(someone: Caller, data: bytes, place: str = NEW) -> Json:
    """What the import of a package comes to, after all calls that the ASK CLI makes."""
    address = someone.post("/v1/skills/uploads", {})["uploadUrl"]
    assert someone.status == HTTPStatus.CREATED
    someone.client.put(address.removeprefix("http://localhost"), data=data)
    body = {"location": address} | ({"vendorId": "M"} if place == NEW else {})
    someone.post(place, body)
    assert someone.status == HTTPStatus.ACCEPTED
    told: Json = someone.get(someone.headers["Location"])
    return told


def faults(told: Json) -> list[str]:
    """What an import says is wrong."""
    return [error["message"] for error in told["errors"]]


def test_an_imported_skill_is_the_one_that_is_told_and_talked_to() -> None:
    someone = caller(Skill(ask("Which coffee?")))
    told = deploy(someone, zipped(FILES), f"{SKILL}/imports")
    assert told["status"] == "SUCCEEDED"
    assert told["skill"]["skillId"] == SKILL_ID
    assert [one["name"] for one in told["skill"]["resources"]] == ["Manifest", "InteractionModel.en-US"]
    assert someone.get(f"{STAGE}/manifest") == {"manifest": LISTED}
    assert someone.get(f"{STAGE}/interactionModel/locales/en-US") == json.loads(COFFEE)
    assert list(someone.get(f"{SKILL}/status")["interactionModel"]) == ["en-US"]
    assert captions(someone.say("open coffee corner")) == ["Which coffee?"]
    assert someone.say("open tea corner", new=True)["status"] == "FAILED"


def test_a_new_skill_has_to_be_enabled_before_it_is_talked_to() -> None:
    someone = caller(Skill(ask()))
    deploy(someone, zipped(FILES))
    someone.get(f"{STAGE}/enablement")
    assert someone.status == HTTPStatus.NOT_FOUND
    someone.say("open coffee corner")
    assert someone.status == HTTPStatus.FORBIDDEN
    someone.call("PUT", f"{STAGE}/enablement")
    assert someone.status == HTTPStatus.NO_CONTENT
    assert someone.say("open coffee corner")["status"] == "SUCCESSFUL"
    someone.call("DELETE", f"{STAGE}/enablement")
    someone.get(f"{STAGE}/enablement")
    assert someone.status == HTTPStatus.NOT_FOUND


def test_a_skill_that_is_imported_again_stays_enabled() -> None:
    someone = caller(Skill(ask()))
    deploy(someone, zipped(FILES), f"{SKILL}/imports")
    someone.get(f"{STAGE}/enablement")
    assert someone.status == HTTPStatus.NO_CONTENT


def _without(name: str) -> dict[str, str]:
    return {file: text for file, text in FILES.items() if file != name}


def _with(**changes: Any) -> dict[str, str]:
    return FILES | {"skill.json": json.dumps({"manifest": LISTED | changes})}


ENDPOINT = {"uri": "https://skill.example.org/alexa"}
WRONG: dict[str, tuple[dict[str, str], str]] = {
    "no manifest": (_without("skill.json"), "Manifest: The package has no skill.json"),
    "no model": (_without("interactionModels/custom/en-US.json"), "the locale en-US, which has no interaction model"),
    "a file that has no place": (FILES | {"models/en-US.json": MODEL}, "'models/en-US.json' has no place"),
    "a locale in small letters": (FILES | {"interactionModels/custom/en-us.json": MODEL}, "has no place"),
    "a way out": (FILES | {"assets/images/../../x.png": ""}, "has no place"),
    "a manifest that is a list": (FILES | {"skill.json": "[]"}, "Manifest: skill.json is not a JSON object"),
    "a manifest without its wrapper": (FILES | {"skill.json": "{}"}, 'has no object "manifest"'),
    "a model that is not JSON": (FILES | {"interactionModels/custom/en-US.json": "{"}, "is not a JSON object"),
    "a misspelt key": (
        FILES | {"interactionModels/custom/en-US.json": COFFEE.replace('"samples"', '"sample"')},
        "InteractionModel.en-US: en-US.json: not an interaction model",
    ),
    "no locale": (_with(publishingInformation={"locales": {}}), "names no locale"),
    "no kind of skill": (_with(apis={}), "names no kind of skill"),
    "no certificate": (_with(apis={"custom": {"endpoint": ENDPOINT}}), "apis.custom.endpoint: sslCertificateType"),
    "no certificate for events": (_with(events={"endpoint": ENDPOINT}), "events.endpoint: sslCertificateType"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_package_with_a_fault_fails_with_its_place_and_changes_nothing(name: str) -> None:
    files, says = WRONG[name]
    someone = caller(Skill(ask()))
    told = deploy(someone, zipped(files))
    assert told["status"] == "FAILED"
    assert any(says in fault for fault in faults(told)), faults(told)
    assert "skillId" not in told["skill"]
    assert any(resource["status"] == "FAILED" for resource in told["skill"]["resources"])
    assert someone.say("open tea corner")["status"] == "SUCCESSFUL"
    assert any(says in trouble for trouble in someone.service.troubles)


@pytest.mark.parametrize(
    "data", [b"no zip", zipped(FILES)[:-30], zipped(FILES).replace(b"interaction", b"Interaction", 1)]
)
def test_what_is_no_zip_fails(data: bytes) -> None:
    told = deploy(caller(Skill(ask())), data)
    assert told["status"] == "FAILED"
    assert "cannot be unpacked" in faults(told)[0]


def test_a_small_zip_of_very_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_rules, "MOST_UNPACKED", 1000)
    told = deploy(caller(Skill(ask())), zipped({"skill.json": " " * 1001}))
    assert "more than" in faults(told)[0]


def test_a_model_that_nobody_can_use_is_warned_of() -> None:
    told = deploy(caller(Skill(ask())), zipped(FILES | {"interactionModels/custom/de-DE.json": MODEL}))
    assert told["status"] == "SUCCEEDED"
    assert [warning["message"].split()[0] for warning in told["warnings"]] == ["InteractionModel.de-DE"]


def test_what_amazons_specification_does_not_allow_fails_too() -> None:
    def strict(kind: str, document: Json) -> Iterable[str]:
        return [f"{kind} without a version"] if "version" not in document else ()

    told = check_in(zipped(FILES), strict, SKILL_ID).as_json()
    assert faults(told) == ["Manifest: manifest without a version", "InteractionModel.en-US: model without a version"]


def test_models_are_removed_when_the_service_goes() -> None:
    service = service_of(Skill(ask()))
    folder = service.take_over(zipped(FILES)).models
    assert folder
    assert folder.is_dir()
    del service
    gc.collect()
    assert not folder.exists()


def test_a_package_that_fails_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert check_in(zipped(FILES | {"skill.json": "{}"}), no_specification, SKILL_ID).models is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("location", ["", "none", "http://localhost/uploads/none", "https://example.org/uploads/1"])
def test_a_package_that_was_not_uploaded_here_is_refused(location: str) -> None:
    someone = caller(Skill(ask()))
    someone.post(NEW, {"location": location, "vendorId": "M"})
    assert someone.status == HTTPStatus.BAD_REQUEST


def test_an_address_that_was_not_given_out_takes_nothing() -> None:
    someone = caller(Skill(ask()))
    someone.call("PUT", f"{imports.UPLOADS}none", b"zip")
    assert someone.status == HTTPStatus.NOT_FOUND


def test_a_package_may_be_larger_than_other_bodies_but_not_as_large_as_it_likes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    someone = caller(Skill(ask()))
    address = someone.post("/v1/skills/uploads", {})["uploadUrl"].removeprefix("http://localhost")
    assert someone.client.put(address, data=b"0" * 3_000_000).status_code == HTTPStatus.OK
    monkeypatch.setattr(imports, "MOST_UPLOADED", 2_500_000)
    assert someone.client.put(address, data=b"0" * 3_000_000).status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE


def test_an_import_that_there_is_not_is_not_found() -> None:
    someone = caller(Skill(ask()))
    someone.get(f"{NEW}/none")
    assert someone.status == HTTPStatus.NOT_FOUND


def test_the_manifest_is_changed_and_told_from_then_on() -> None:
    someone = caller(Skill(ask()))
    lambda_ = {"uri": "arn:aws:lambda:us-east-1:123456789012:function:coffee:live"}
    changed = {"manifest": LISTED | {"apis": {"custom": {"endpoint": lambda_}}}}
    someone.send("PUT", f"{STAGE}/manifest", changed)
    assert someone.status == HTTPStatus.ACCEPTED
    assert someone.get(f"{STAGE}/manifest") == changed


@pytest.mark.parametrize("document", [[], {}, {"manifest": LISTED | {"apis": {}}}])
def test_a_manifest_that_is_none_is_refused_and_not_taken(document: object) -> None:
    someone = caller(Skill(ask()))
    before = someone.get(f"{STAGE}/manifest")
    told = someone.send("PUT", f"{STAGE}/manifest", document)
    assert someone.status == HTTPStatus.BAD_REQUEST
    assert told["violations"]
    assert someone.get(f"{STAGE}/manifest") == before


def test_a_lambda_needs_no_certificate() -> None:
    endpoint = {"uri": "arn:aws:lambda:us-east-1:123456789012:function:coffee", "sslCertificateType": "Trusted"}
    told = deploy(caller(Skill(ask())), zipped(_with(apis={"custom": {"endpoint": endpoint}})))
    assert "sslCertificateType goes with" in faults(told)[0]
