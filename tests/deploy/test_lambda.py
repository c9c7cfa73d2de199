"""The real `ask deploy` to Lambda: everything arrives as it is, at a local SMAPI and a pretended AWS."""

import json
import subprocess
from io import BytesIO
from zipfile import ZipFile

import pytest

from simulator.envelope import SKILL_ID
from tests.deploy.conftest import REGION, Deployed, Trial
from tools.ask_home import ASK, ROOT
from tools.deploy_choices import Choices
from tools.deploy_folder import with_endpoint

pytestmark = pytest.mark.real

SKIPPED = "CLI will skip the deploy of skill package"


def test_the_manifest_arrives_with_the_function_as_its_endpoint(deployed: Deployed) -> None:
    assert deployed.state.skill == SKILL_ID
    assert deployed.state.function
    assert deployed.state.function.endswith(":live")
    ours = json.loads((ROOT / "skill.json").read_text(encoding="utf-8"))
    assert deployed.trial.service.manifest == with_endpoint(ours, {"uri": deployed.state.function})


def test_the_models_of_all_locales_arrive_as_they_are(deployed: Deployed) -> None:
    ours = {file.stem: file for file in (ROOT / "interaction_models").glob("*.json")}
    assert deployed.trial.service.skill.locales == sorted(ours)
    for locale, file in ours.items():
        arrived = deployed.trial.service.model_document(locale)
        assert arrived == json.loads(file.read_text(encoding="utf-8"))


def test_the_code_arrives_as_it_was_built(deployed: Deployed) -> None:
    s3 = deployed.trial.aws("s3")
    (bucket,) = s3.list_buckets()["Buckets"]
    (stored,) = s3.list_objects_v2(Bucket=bucket["Name"])["Contents"]
    package = s3.get_object(Bucket=bucket["Name"], Key=stored["Key"])["Body"].read()
    with ZipFile(BytesIO(package)) as archive:
        arrived = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    folder = deployed.code.folder
    assert arrived == {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }
    assert bucket["Name"].startswith("ask-case-compass-")


def test_nothing_was_asked_but_what_the_specification_has_and_nothing_else_was_reached(deployed: Deployed) -> None:
    assert deployed.trial.complaints == []
    assert deployed.trial.service.troubles == []
    assert not deployed.trial.refused
    assert deployed.trial.service.enabled


def test_the_deployed_skill_is_talked_to_by_the_real_ask_dialog(deployed: Deployed) -> None:
    command = [str(ASK), "dialog", "--replay", str(ROOT / "replays" / "lost_package.json")]
    done = subprocess.run(
        command,
        env=deployed.trial.place.environment,
        cwd=deployed.trial.folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "this is Case Compass" in done.stdout
    assert "Session ended" in done.stdout
    assert deployed.trial.service.troubles == []


def test_a_second_deployment_of_the_same_brings_only_the_code_again(
    nowhere: Trial, capfd: pytest.CaptureFixture[str]
) -> None:
    choices = Choices(region=REGION)
    first = nowhere.deploy(choices)
    published = _published(nowhere)
    capfd.readouterr()
    del nowhere.calls[:]
    assert nowhere.deploy(choices) == first
    assert SKIPPED in "".join(capfd.readouterr())
    assert {call.split()[0] for call in nowhere.calls} == {"GET"}
    assert _stack(nowhere)["StackStatus"] == "UPDATE_COMPLETE"
    assert _published(nowhere) == published


def test_what_was_chosen_reaches_the_stack_and_is_published(nowhere: Trial) -> None:
    nowhere.deploy(Choices(region=REGION))
    published = _published(nowhere)
    nowhere.deploy(Choices(region=REGION, stack={"Memory": "1024", "AlarmMail": "someone@example.org"}))
    (function,) = nowhere.aws("lambda").list_functions()["Functions"]
    assert function["MemorySize"] == 1024
    assert _published(nowhere) != published
    (topic,) = nowhere.aws("sns").list_topics()["Topics"]
    subscriptions = nowhere.aws("sns").list_subscriptions_by_topic(TopicArn=topic["TopicArn"])["Subscriptions"]
    assert [one["Endpoint"] for one in subscriptions] == ["someone@example.org"]


def _stack(place: Trial) -> dict[str, str]:
    (stack,) = place.aws("cloudformation").describe_stacks()["Stacks"]
    return dict(stack)


def _published(place: Trial) -> list[str]:
    """The names of the versions in the stack."""
    cloudformation = place.aws("cloudformation")
    resources = cloudformation.describe_stack_resources(StackName=_stack(place)["StackName"])["StackResources"]
    # moto lists what a condition left out as well, without a name.
    return [name for one in resources if (name := one.get("LogicalResourceId", "")).startswith("Published")]
