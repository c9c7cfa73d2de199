"""`make deploy` without Node: a small program stands for the ASK CLI, and says what it was given."""

import json
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.deploy.test_profile import WHOLE
from tools import ask, deploy
from tools.ask_home import ROOT
from tools.deploy_folder import Code

SKILL = "amzn1.ask.skill.11111111-1111-4111-8111-111111111111"
ARN = "arn:aws:lambda:eu-west-1:123456789012:function:case-compass:live"
WEB = "https://skill.example.org/alexa"
STANDS_FOR_THE_CLI = f"""#!{sys.executable}
import json, os, pathlib, sys
resources = json.loads(pathlib.Path("ask-resources.json").read_text())
(profile,) = resources["profiles"]
kept = {{"skillId": "{SKILL}"}}
if "skillInfrastructure" in resources["profiles"][profile]:
    outputs = [{{"OutputKey": "SkillEndpoint", "OutputValue": "{ARN}"}}]
    deployed = {{"deployState": {{"default": {{"outputs": outputs}}}}}}
    kept["skillInfrastructure"] = {{"@ask-cli/cfn-deployer": deployed}}
status = int(os.environ.get("STATUS", "0"))
if not status:
    pathlib.Path(".ask/ask-states.json").write_text(json.dumps({{"profiles": {{profile: kept}}}}))
print(json.dumps([sys.argv[1:], os.environ.get("ASK_SKIP_NEW_VERSION_REMINDER")]), flush=True)
sys.exit(status)
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody who is signed in, with everything that is written in a folder of the test's own."""
    program = tmp_path / "ask"
    program.write_text(STANDS_FOR_THE_CLI, encoding="utf-8")
    program.chmod(stat.S_IRWXU)
    (tmp_path / "code").mkdir()
    monkeypatch.setattr(ask, "ASK", program)
    monkeypatch.setattr(deploy, "installed", lambda: True)
    monkeypatch.setattr(deploy, "STATES", tmp_path / "states")
    monkeypatch.setattr(deploy, "FOLDER", tmp_path / "case-compass")
    monkeypatch.setattr(deploy, "_code", lambda _choices: Code(tmp_path / "code", "python3.12"))
    for name, value in WHOLE.items():
        monkeypatch.setenv(name, value)
    return tmp_path


def _choices(project: Path) -> Mapping[str, object]:
    kept: dict[str, Mapping[str, object]] = json.loads((project / "states" / "choices.json").read_text("utf-8"))
    return kept["__ENVIRONMENT_ASK_PROFILE__"]


def test_the_ask_cli_deploys_the_folder_and_the_skill_and_its_function_are_told(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert deploy.main([]) == 0
    printed = capfd.readouterr().out
    assert json.loads(printed.splitlines()[0]) == [["deploy", "--profile", "__ENVIRONMENT_ASK_PROFILE__"], "1"]
    assert f"The skill is {SKILL}; Alexa calls {ARN}." in printed


def test_a_service_of_ones_own_is_told_how_to_know_its_skill(capfd: pytest.CaptureFixture[str]) -> None:
    assert deploy.main(["--web", WEB]) == 0
    assert f"CASE_COMPASS_SKILL_ID={SKILL}" in capfd.readouterr().out


def test_what_was_chosen_holds_the_next_time(project: Path) -> None:
    deploy.main(["--region", "eu-west-1", "--set", "LogDays=7"])
    deploy.main(["--set", "Memory=256"])
    assert _choices(project)["region"] == "eu-west-1"
    assert _choices(project)["stack"] == {"LogDays": "7", "Memory": "256"}


def test_there_is_a_way_back_to_lambda(project: Path) -> None:
    deploy.main(["--web", WEB])
    deploy.main([])
    assert _choices(project)["web"] == WEB
    deploy.main(["--lambda"])
    assert _choices(project)["web"] is None


def test_a_deployment_that_failed_is_no_success(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert deploy.main([]) == 0
    monkeypatch.setenv("STATUS", "1")
    assert deploy.main([]) == 1
    assert "`ask deploy` failed with the exit status 1" in capfd.readouterr().err


def test_a_success_without_a_function_is_none(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    program = (project / "ask").read_text(encoding="utf-8")
    (project / "ask").write_text(program.replace("SkillEndpoint", "Table"), encoding="utf-8")
    assert deploy.main([]) == 1
    assert "failed" in capfd.readouterr().err


def test_a_deployment_that_hangs_is_given_up(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (project / "ask").write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n", encoding="utf-8")
    monkeypatch.setattr(deploy, "MOST_SECONDS", 1)
    assert deploy.main([]) == 1
    assert "was not done after 1 seconds" in capfd.readouterr().err


def test_whoever_is_not_signed_in_deploys_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ASK_VENDOR_ID")
    monkeypatch.setenv("HOME", str(project))
    assert deploy.main([]) == 1
    assert "nobody is signed in" in capfd.readouterr().err
    assert not (project / "case-compass").exists()
    assert not (project / "states").exists()


def test_without_the_ask_cli_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(deploy, "installed", lambda: False)
    assert deploy.main([]) == 1
    assert "`make deploy` installs it" in capfd.readouterr().err


@pytest.mark.parametrize("option", [["--set", "LogDays"], ["--web", WEB, "--lambda"], ["--strange"]])
def test_options_that_cannot_be_are_refused(option: list[str]) -> None:
    with pytest.raises(SystemExit):
        deploy.main(option)


def test_a_wrong_choice_is_not_remembered(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert deploy.main(["--web", "http://skill.example.org"]) == 1
    assert "port 443" in capfd.readouterr().err
    assert not (project / "states").exists()


def test_a_real_deployment_needs_no_more_than_the_local_alexa() -> None:
    absent = "import sys; sys.modules.update(dict.fromkeys(['jsonschema', 'moto', 'botocore', 'hassil', 'pytest']))"
    command = [sys.executable, "-c", f"{absent}; import tools.deploy"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
