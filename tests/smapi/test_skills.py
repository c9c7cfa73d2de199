"""What the service tells of the skill, and the two ways of giving it a request as it is."""

import json
from pathlib import Path

import pytest

from simulator.envelope import SKILL_ID
from simulator.errors import OptionWrong
from simulator.smapi.manifest import read_manifest
from tests.simulator.tea import MODELS, Json, Skill, ask
from tests.smapi.calls import NEWER, SKILL, STAGE, caller

ENVELOPE = {"version": "1.0", "request": {"type": "LaunchRequest", "requestId": "1"}}


def test_the_manifest_is_told_with_a_tag_that_is_the_same_the_next_time() -> None:
    someone = caller(Skill(ask()))
    manifest = someone.get(f"{STAGE}/manifest")["manifest"]
    assert list(manifest["publishingInformation"]["locales"]) == ["de-DE", "en-US"]
    assert list(manifest["apis"]) == ["custom"]
    tag = someone.headers["ETag"]
    someone.get(f"{STAGE}/manifest")
    assert someone.headers["ETag"] == tag


def test_the_interaction_model_is_the_file() -> None:
    someone = caller(Skill(ask()))
    told = someone.get(f"{STAGE}/interactionModel/locales/en-US")
    assert told == json.loads((MODELS / "en-US.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("locale", ["fr-FR", "..%2f..%2fsecret", "en-us"])
def test_a_locale_without_a_model_is_not_found(locale: str) -> None:
    someone = caller(Skill(ask()))
    someone.get(f"{STAGE}/interactionModel/locales/{locale}")
    assert someone.status == 404


def test_the_skill_is_always_enabled() -> None:
    someone = caller(Skill(ask()))
    assert someone.get(f"{STAGE}/enablement") is None
    assert someone.status == 204


def test_everything_was_built_and_can_be_asked_for_apart() -> None:
    someone = caller(Skill(ask()))
    whole = someone.get(f"{SKILL}/status")
    assert whole["manifest"]["lastUpdateRequest"] == {"status": "SUCCEEDED"}
    assert {locale: one["lastUpdateRequest"]["status"] for locale, one in whole["interactionModel"].items()} == {
        "de-DE": "SUCCEEDED",
        "en-US": "SUCCEEDED",
    }
    assert list(someone.get(f"{SKILL}/status?resource=manifest")) == ["manifest"]


def test_the_vendor_has_one_skill() -> None:
    someone = caller(Skill(ask()))
    (only,) = someone.get("/v1/skills?vendorId=M")["skills"]
    assert only["skillId"] == SKILL_ID
    assert only["nameByLocale"] == {"de-DE": "tee ecke", "en-US": "tea corner"}
    assert only["apis"] == ["custom"]
    assert someone.get(f"/v1/skills?vendorId=M&skillId={SKILL_ID}")["skills"] == [only]
    assert someone.get("/v1/skills?vendorId=M&skillId=other")["skills"] == []


def test_the_list_of_a_vendor_needs_the_vendor() -> None:
    someone = caller(Skill(ask()))
    assert "vendorId" in someone.get("/v1/skills")["message"]
    assert someone.status == 400


def test_the_skill_is_given_the_request_as_it_is() -> None:
    skill = Skill(ask())
    body = {"endpointRegion": "default", "skillRequest": {"body": ENVELOPE}}
    told = caller(skill).post(f"{NEWER}/invocations", body)
    assert skill.seen == [ENVELOPE]
    assert told["status"] == "SUCCESSFUL"
    assert told["result"]["skillExecutionInfo"]["invocationRequest"]["body"] == ENVELOPE
    assert told["result"]["skillExecutionInfo"]["invocationResponse"]["body"] == ask()
    assert "metrics" in told["result"]["skillExecutionInfo"]


def test_the_older_call_tells_the_same_by_region() -> None:
    body = {"endpointRegion": "EU", "skillRequest": {"body": ENVELOPE}}
    told = caller(Skill(ask())).post(f"{SKILL}/invocations", body)
    assert told["status"] == "SUCCEEDED"
    info = told["result"]["skillExecutionInfo"]
    assert info["invocationResponse"]["EU"]["body"] == ask()
    assert set(info["invocationRequest"]) == set(info["metrics"]) == {"EU"}


@pytest.mark.parametrize(("place", "region"), [(f"{NEWER}/invocations", "AP"), (f"{SKILL}/invocations", "default")])
def test_a_region_that_does_not_exist_is_refused(place: str, region: str) -> None:
    someone = caller(Skill(ask()))
    someone.post(place, {"endpointRegion": region, "skillRequest": {"body": ENVELOPE}})
    assert someone.status == 400


def test_a_number_that_is_not_json_does_not_get_as_far_as_the_skill() -> None:
    skill = Skill(ask())
    someone = caller(skill)
    body = b'{"endpointRegion": "NA", "skillRequest": {"body": {"version": NaN}}}'
    someone.call("POST", f"{NEWER}/invocations", body, content_type="application/json")
    assert someone.status == 400
    assert skill.seen == []


@pytest.mark.parametrize("place", [f"{NEWER}/invocations", f"{SKILL}/invocations"])
def test_a_skill_that_raises_has_failed(place: str) -> None:
    def broken(_event: Json, _context: object) -> object:
        raise RuntimeError("no kettle")

    someone = caller(broken)
    told = someone.post(place, {"endpointRegion": "NA", "skillRequest": {"body": ENVELOPE}})
    assert someone.status == 200
    assert told["status"] == "FAILED"
    assert told["result"]["error"]["message"] == "the skill raised RuntimeError: no kettle"
    assert "invocationRequest" in told["result"]["skillExecutionInfo"]
    assert "invocationResponse" not in told["result"]["skillExecutionInfo"]


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"manifest": []}', None])
def test_a_manifest_that_is_none_is_refused_with_the_file(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "skill.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(OptionWrong, match=r"skill\.json"):
        read_manifest(file)
