"""The folder that is deployed: what is in it, and that it is written as the ASK CLI would write it."""

import json
from pathlib import Path

import pytest

from tests.deploy.template import Json
from tools.ask_home import ROOT
from tools.deploy_choices import Choices, DeployImpossible
from tools.deploy_folder import DEPLOYER, Code, assemble, with_endpoint
from tools.deploy_states import State, read_state

ARN = "arn:aws:lambda:us-east-1:123456789012:function:case-compass:live"
WEB = Choices(web="https://skill.example.org/alexa")
MANIFEST: Json = json.loads((ROOT / "skill.json").read_text(encoding="utf-8"))


@pytest.fixture
def code(tmp_path: Path) -> Code:
    """A package of one file."""
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "lambda_function.py").write_text("", encoding="utf-8")
    return Code(tmp_path / "code", "python3.12")


def _assembled(tmp_path: Path, choices: Choices, code: Code | None, function: str | None = None) -> Path:
    folder = tmp_path / "deploy"
    assemble(ROOT, folder, choices, State(tmp_path / "states", "default", None, function), code)
    return folder


def _read(file: Path) -> Json:
    document: Json = json.loads(file.read_text(encoding="utf-8"))
    return document


def _profile(folder: Path) -> Json:
    profile: Json = _read(folder / "ask-resources.json")["profiles"]["default"]
    return profile


def test_every_model_is_in_the_package_as_it_is(tmp_path: Path) -> None:
    models = _assembled(tmp_path, WEB, None) / "skill-package" / "interactionModels" / "custom"
    ours = sorted((ROOT / "interaction_models").glob("*.json"))
    assert [file.name for file in sorted(models.iterdir())] == [file.name for file in ours]
    assert all((models / file.name).read_bytes() == file.read_bytes() for file in ours)


def test_a_service_of_ones_own_is_metadata_alone(tmp_path: Path) -> None:
    folder = _assembled(tmp_path, WEB, None)
    assert _profile(folder) == {"skillMetadata": {"src": "./skill-package"}}
    assert sorted(file.name for file in folder.iterdir()) == [".ask", "ask-resources.json", "skill-package"]
    manifest = _read(folder / "skill-package" / "skill.json")["manifest"]
    endpoint = {"uri": "https://skill.example.org/alexa", "sslCertificateType": "Trusted"}
    assert manifest["apis"]["custom"]["endpoint"] == manifest["events"]["endpoint"] == endpoint


def test_the_function_gets_package_template_and_parameters(tmp_path: Path, code: Code) -> None:
    choices = Choices(region="eu-west-1", architecture="x86_64", stack={"LogDays": "7"})
    folder = _assembled(tmp_path, choices, code)
    assert _profile(folder)["code"] == {"default": {"src": "./lambda"}}
    assert (folder / "lambda" / "lambda_function.py").is_file()
    infrastructure = _profile(folder)["skillInfrastructure"]
    assert infrastructure["type"] == DEPLOYER
    configured = infrastructure["userConfig"]
    assert configured["awsRegion"] == "eu-west-1"
    assert configured["runtime"] == "python3.12"
    assert configured["cfn"]["parameters"] == {"Architecture": "x86_64", "LogDays": "7"}
    assert "Published:" not in (folder / configured["templatePath"]).read_text(encoding="utf-8")


def test_the_first_manifest_has_no_endpoint_and_the_next_one_that_of_the_function(tmp_path: Path, code: Code) -> None:
    first = _read(_assembled(tmp_path, Choices(), code) / "skill-package" / "skill.json")["manifest"]
    assert "endpoint" not in first["apis"]["custom"]
    assert "events" not in first
    assert _profile(tmp_path / "deploy")["skillInfrastructure"]["userConfig"]["skillEvents"] == {
        "subscriptions": ["SKILL_DISABLED", "SKILL_PERMISSION_ACCEPTED", "SKILL_PERMISSION_CHANGED"]
    }
    next_one = _read(_assembled(tmp_path, Choices(), code, ARN) / "skill-package" / "skill.json")["manifest"]
    assert next_one["apis"]["custom"]["endpoint"] == next_one["events"]["endpoint"] == {"uri": ARN}
    assert list(next_one)[-1] == "events"


def test_everything_but_the_endpoints_is_that_of_the_project() -> None:
    ours, made = MANIFEST["manifest"], with_endpoint(MANIFEST, {"uri": ARN})["manifest"]
    assert {**made, "apis": None, "events": None} == {**ours, "apis": None, "events": None}
    assert made["events"]["subscriptions"] == ours["events"]["subscriptions"]
    assert MANIFEST["manifest"]["apis"]["custom"]["endpoint"]["uri"].startswith("https://"), "ours is left as it is"


def test_the_manifest_is_written_as_the_ask_cli_writes_it(tmp_path: Path) -> None:
    text = (_assembled(tmp_path, WEB, None) / "skill-package" / "skill.json").read_text(encoding="utf-8")
    assert text.startswith('{\n  "manifest": {\n    "manifestVersion"')
    assert text.endswith("\n}")
    assert "ä" in text


def test_what_the_ask_cli_remembers_outlives_the_folder(tmp_path: Path) -> None:
    folder = _assembled(tmp_path, WEB, None)
    (folder / ".ask" / "ask-states.json").write_text("{}", encoding="utf-8")
    _assembled(tmp_path, WEB, None)
    assert (folder / ".ask" / "ask-states.json").read_text(encoding="utf-8") == "{}"
    assert (tmp_path / "states" / "ask-states.json").is_file()


def test_nothing_of_an_earlier_folder_stays(tmp_path: Path, code: Code) -> None:
    folder = _assembled(tmp_path, Choices(), code)
    (folder / "skill-package" / "stray.json").write_text("", encoding="utf-8")
    _assembled(tmp_path, WEB, None)
    assert not (folder / "lambda").exists()
    assert not (folder / "skill-package" / "stray.json").exists()


def test_skill_and_function_are_read_from_what_the_ask_cli_remembers(tmp_path: Path) -> None:
    outputs = [{"OutputKey": "Table", "OutputValue": "cases"}, {"OutputKey": "SkillEndpoint", "OutputValue": ARN}]
    deployed = {DEPLOYER: {"deployState": {"default": {"stackId": "a", "outputs": outputs}}}}
    profiles = {"default": {"skillId": "amzn1.ask.skill.1", "skillInfrastructure": deployed}, "web": {"skillId": "b"}}
    (tmp_path / "ask-states.json").write_text(json.dumps({"profiles": profiles}), encoding="utf-8")
    assert read_state(tmp_path, "default") == State(tmp_path, "default", "amzn1.ask.skill.1", ARN)
    assert read_state(tmp_path, "web") == State(tmp_path, "web", "b", None)
    assert read_state(tmp_path, "none") == State(tmp_path, "none")


def test_a_state_that_cannot_be_read_is_not_taken_for_none(tmp_path: Path) -> None:
    (tmp_path / "ask-states.json").write_text("{", encoding="utf-8")
    with pytest.raises(DeployImpossible, match="restore it"):
        read_state(tmp_path, "default")
