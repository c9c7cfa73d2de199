"""The real `ask deploy` for a service of one's own, and what it refuses."""

import json
import shutil
from pathlib import Path

import pytest

from tests.deploy.conftest import Trial
from tools.ask_home import ROOT
from tools.deploy_choices import Choices, DeployImpossible

pytestmark = pytest.mark.real

WEB = Choices(web="https://skill.example.org/alexa", certificate="Wildcard")
ENDPOINT = {"uri": "https://skill.example.org/alexa", "sslCertificateType": "Wildcard"}


def test_manifest_and_models_arrive_and_aws_is_left_alone(nowhere: Trial) -> None:
    state = nowhere.deploy(WEB)
    assert state.skill
    assert state.function is None
    manifest = nowhere.service.manifest["manifest"]
    assert manifest["apis"]["custom"]["endpoint"] == manifest["events"]["endpoint"] == ENDPOINT
    assert nowhere.service.skill.locales == sorted(file.stem for file in (ROOT / "interaction_models").glob("*.json"))
    assert nowhere.aws("s3").list_buckets()["Buckets"] == []
    assert nowhere.aws("cloudformation").describe_stacks()["Stacks"] == []
    assert nowhere.service.enabled
    assert nowhere.complaints == []
    assert not nowhere.refused
    del nowhere.calls[:]
    assert nowhere.deploy(WEB) == state
    assert {call.split()[0] for call in nowhere.calls} == {"GET"}, "nothing has changed, so nothing is sent again"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what is deployed, to be broken."""
    shutil.copytree(ROOT / "interaction_models", tmp_path / "project" / "interaction_models")
    shutil.copy(ROOT / "skill.json", tmp_path / "project")
    return tmp_path / "project"


def test_a_model_that_amazon_would_not_take_is_refused_with_its_fault(
    nowhere: Trial, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = project / "interaction_models" / "de-DE.json"
    model = json.loads(file.read_text(encoding="utf-8"))
    del model["interactionModel"]["languageModel"]["invocationName"]
    file.write_text(json.dumps(model), encoding="utf-8")
    with pytest.raises(DeployImpossible, match="exit status 1"):
        nowhere.deploy(WEB, project)
    printed = "".join(capfd.readouterr())
    assert "InteractionModel.de-DE" in printed
    assert "'invocationName' is a required property" in printed
    assert nowhere.service.manifest["manifest"]["apis"]["custom"]["endpoint"] != ENDPOINT


def test_what_was_refused_can_be_put_right_and_deployed(
    nowhere: Trial, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wrong = (project / "skill.json").read_text(encoding="utf-8").replace('"keywords"', '"keyWords"')
    (project / "skill.json").write_text(wrong, encoding="utf-8")
    with pytest.raises(DeployImpossible):
        nowhere.deploy(WEB, project)
    assert "keyWords" in "".join(capfd.readouterr())
    shutil.copy(ROOT / "skill.json", project)
    assert nowhere.deploy(WEB, project).skill
