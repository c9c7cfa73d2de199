"""What stands in the stack's template, held against what the skill and the ASK CLI need of it."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from skill.in_time import LIMITS
from skill.metrics import NAMESPACE, Asked, Counts, metric_line
from skill.settings import SKILL_ID, STORE
from tests.deploy.template import Json, properties, read_template
from tools.ask_home import ROOT
from tools.deploy_choices import OWN_PARAMETERS, DeployImpossible
from tools.deploy_template import TEMPLATE, named_version

FROM_THE_ASK_CLI = {"SkillId", "LambdaRuntime", "LambdaHandler", "CodeBucket", "CodeKey", "CodeVersion"}
ALEXAS_PATIENCE = 8
TEXT = (ROOT / TEMPLATE).read_text(encoding="utf-8")


def _statements() -> list[Json]:
    policies = properties("Role")["Policies"]
    return [statement for policy in policies for statement in policy["PolicyDocument"]["Statement"]]


def test_everything_that_the_ask_cli_passes_is_a_parameter_and_whatever_else_is_has_a_default() -> None:
    parameters = read_template()["Parameters"]
    assert set(parameters) == FROM_THE_ASK_CLI | {"Architecture", *OWN_PARAMETERS}
    assert {name for name, one in parameters.items() if "Default" not in one} == FROM_THE_ASK_CLI


def test_the_function_may_do_with_the_table_what_the_store_does_and_nothing_else() -> None:
    storage = (ROOT / "skill" / "storage").glob("dynamodb*.py")
    asked = {
        name for file in storage for name in re.findall(r'\.ask\("\w+", "(\w+)"', file.read_text(encoding="utf-8"))
    }
    asked -= {"CreateTable", "DescribeTable", "UpdateTimeToLive"}
    table, _ = _statements()
    assert asked
    assert {*table["Action"]} == {f"dynamodb:{name}" for name in asked}
    assert table["Resource"] == {"!GetAtt": "Cases.Arn"}


def test_the_function_may_write_its_own_log_and_nothing_else() -> None:
    _, logs = _statements()
    assert logs["Action"] == ["logs:CreateLogStream", "logs:PutLogEvents"]
    assert logs["Resource"] == {"!GetAtt": "Logs.Arn"}
    assert properties("Function")["LoggingConfig"]["LogGroup"] == {"!Ref": "Logs"}
    assert "ManagedPolicyArns" not in properties("Role")


def test_only_lambda_takes_the_role() -> None:
    (statement,) = properties("Role")["AssumeRolePolicyDocument"]["Statement"]
    assert statement["Principal"] == {"Service": "lambda.amazonaws.com"}


def test_only_alexa_may_call_for_this_skill_and_only_what_is_published() -> None:
    permission = properties("AlexaMayCall")
    assert permission["Principal"] == "alexa-appkit.amazon.com"
    assert permission["EventSourceToken"] == {"!Ref": "SkillId"}
    assert permission["FunctionName"] == {"!Ref": "Live"}
    assert read_template()["Outputs"]["SkillEndpoint"]["Value"] == {"!Ref": "Live"}
    assert properties("Live")["FunctionVersion"] == {"!GetAtt": "Published.Version"}


def test_the_function_gets_the_settings_that_the_skill_reads() -> None:
    assert properties("Function")["Environment"]["Variables"] == {
        SKILL_ID: {"!Ref": "SkillId"},
        STORE: {"!Sub": "dynamodb:${Cases}"},
    }


def test_the_function_has_time_for_a_turn_and_ends_before_alexa_gives_up() -> None:
    assert LIMITS.turn < properties("Function")["Timeout"] < ALEXAS_PATIENCE


def test_the_table_outlives_the_stack_and_its_items_end() -> None:
    table = read_template()["Resources"]["Cases"]
    assert table["DeletionPolicy"] == table["UpdateReplacePolicy"] == "Retain"
    assert table["Properties"]["TimeToLiveSpecification"] == {"AttributeName": "expires", "Enabled": True}
    assert table["Properties"]["KeySchema"] == [{"AttributeName": "person", "KeyType": "HASH"}]
    assert table["Properties"]["SSESpecification"] == {"SSEEnabled": True}


def test_a_snapshot_is_only_taken_when_it_is_wanted_and_the_runtime_can() -> None:
    wanted, able = read_template()["Conditions"]["HasSnapStart"]["!And"]
    assert wanted == {"!Equals": [{"!Ref": "SnapStart"}, "on"]}
    assert able == {"!Not": [{"!Equals": [{"!Ref": "LambdaRuntime"}, "python3.11"]}]}
    assert properties("Function")["SnapStart"]["ApplyOn"] == {"!If": ["HasSnapStart", "PublishedVersions", "None"]}
    assert read_template()["Parameters"]["SnapStart"]["Default"] == "off"


def test_every_alarm_is_quiet_without_turns_and_tells_whoever_is_named() -> None:
    alarms = _alarms()
    assert len(alarms) == 5
    for alarm in alarms:
        assert alarm["Properties"]["TreatMissingData"] == "notBreaching"
        assert alarm["Properties"]["AlarmActions"] == {"!If": ["HasAlarmMail", [{"!Ref": "AlarmTopic"}], []]}
        assert alarm["Properties"]["Dimensions"] == [{"Name": "FunctionName", "Value": {"!Ref": "Function"}}]


def test_every_alarm_of_ours_watches_a_metric_that_the_function_tells() -> None:
    line = json.loads(metric_line("function", "1", Asked("LaunchRequest"), None, Counts(1.0), 0))
    directives = line["_aws"]["CloudWatchMetrics"]
    told = {one["Name"]: one["Unit"] for one in directives[0]["Metrics"]}
    assert directives[0]["Dimensions"] == [["FunctionName"]]
    alarms = [one["Properties"] for one in _alarms() if one["Properties"]["Namespace"] == NAMESPACE]
    assert {alarm["MetricName"] for alarm in alarms} == {"Errors", "StoreFailures", "TurnTime"}
    assert all(alarm["MetricName"] in told for alarm in alarms)
    assert all(alarm.get("Unit", told[alarm["MetricName"]]) == told[alarm["MetricName"]] for alarm in alarms)


def _alarms() -> list[Json]:
    return [one for one in read_template()["Resources"].values() if one["Type"] == "AWS::CloudWatch::Alarm"]


def _named(tmp_path: Path, *, code: str = "a = 1", **choices: str) -> str:
    (tmp_path / "skill").mkdir(exist_ok=True)
    (tmp_path / "skill" / "a.py").write_text(code, encoding="utf-8")
    found = re.search(r"^  (Published\w+):$", text := named_version(TEXT, tmp_path, choices), re.MULTILINE)
    assert found
    assert f"!GetAtt {found[1]}.Version" in text
    assert "PublishedVersions" in text
    return found[1]


def test_the_version_has_a_new_name_exactly_when_something_of_it_is_new(tmp_path: Path) -> None:
    first = _named(tmp_path, runtime="python3.12")
    assert _named(tmp_path, runtime="python3.12") == first
    others = [_named(tmp_path, code="a = 2", runtime="python3.12"), _named(tmp_path, runtime="python3.13")]
    assert len({first, *others}) == 3


def test_a_file_that_was_moved_makes_another_version(tmp_path: Path) -> None:
    first = _named(tmp_path)
    (tmp_path / "skill" / "a.py").rename(tmp_path / "a.py")
    assert first not in named_version(TEXT, tmp_path, {})


def test_a_template_without_the_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeployImpossible, match="Published 0 times"):
        named_version("Resources: {}", tmp_path, {})


@pytest.mark.real
def test_amazons_linter_has_nothing_to_say(tmp_path: Path) -> None:
    (tmp_path / "named.yaml").write_text(named_version(TEXT, ROOT / "lambda", {}), encoding="utf-8")
    for template in (ROOT / TEMPLATE, tmp_path / "named.yaml"):
        command = [str(Path(sys.executable).with_name("cfn-lint")), "--include-checks", "I", "--", str(template)]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stdout
