"""What stands on the pretended AWS after the real `ask deploy`."""

import json
from typing import Any

import pytest

from simulator.envelope import SKILL_ID
from skill.storage.dynamodb import DynamoDbStore
from tests.deploy.conftest import Deployed
from tests.storage.promises import NOW

pytestmark = pytest.mark.real


@pytest.fixture
def outputs(deployed: Deployed) -> dict[str, str]:
    """The outputs of the stack."""
    (stack,) = deployed.trial.aws("cloudformation").describe_stacks()["Stacks"]
    assert stack["StackStatus"] == "CREATE_COMPLETE"
    assert stack["StackName"].startswith("ask-CaseCompass-default-skillStack-")
    return {one["OutputKey"]: one["OutputValue"] for one in stack["Outputs"]}


@pytest.fixture
def function(deployed: Deployed) -> dict[str, Any]:
    """The only function."""
    (only,) = deployed.trial.aws("lambda").list_functions()["Functions"]
    return dict(only)


def test_the_function_is_as_we_want_it(deployed: Deployed, outputs: dict[str, str], function: dict[str, Any]) -> None:
    assert function["Runtime"] == deployed.code.runtime
    assert function["Handler"] == "lambda_function.lambda_handler"
    assert function["Architectures"] == ["arm64"]
    assert (function["MemorySize"], function["Timeout"]) == (512, 7)
    assert function["Environment"]["Variables"] == {
        "CASE_COMPASS_SKILL_ID": SKILL_ID,
        "CASE_COMPASS_STORE": f"dynamodb:{outputs['Table']}",
    }


def test_alexa_calls_the_alias_of_a_published_version(
    deployed: Deployed, outputs: dict[str, str], function: dict[str, Any]
) -> None:
    (alias,) = deployed.trial.aws("lambda").list_aliases(FunctionName=function["FunctionName"])["Aliases"]
    assert alias["AliasArn"] == outputs["SkillEndpoint"] == deployed.state.function
    assert alias["FunctionVersion"] == "1"
    policy = json.loads(deployed.trial.aws("lambda").get_policy(FunctionName=function["FunctionName"])["Policy"])
    assert [one["Principal"] for one in policy["Statement"]] == ["alexa-appkit.amazon.com"]


def test_the_table_is_encrypted_backed_up_and_forgets(deployed: Deployed, outputs: dict[str, str]) -> None:
    tables, name = deployed.trial.aws("dynamodb"), outputs["Table"]
    told = tables.describe_table(TableName=name)["Table"]
    assert told["SSEDescription"]["Status"] == "ENABLED"
    assert told["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"
    end = tables.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    assert end == {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires"}
    backups = tables.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
    assert backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "ENABLED"
    assert backups["PointInTimeRecoveryDescription"]["RecoveryPeriodInDays"] == 7


def test_our_store_works_on_the_table(
    deployed: Deployed, outputs: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "offline")
    store = DynamoDbStore(outputs["Table"], endpoint_url=deployed.trial.place.aws, region="eu-west-1")
    try:
        assert store.save("person", "{}", based_on=None, now=NOW) == 1
        kept = store.load("person", now=NOW)
        assert kept
        assert kept.record == "{}"
        store.forget("person")
        assert store.load("person", now=NOW) is None
    finally:
        store.close()


def test_the_role_allows_the_least(deployed: Deployed, outputs: dict[str, str]) -> None:
    iam = deployed.trial.aws("iam")
    (role,) = iam.list_roles()["Roles"]
    assert iam.list_attached_role_policies(RoleName=role["RoleName"])["AttachedPolicies"] == []
    names = iam.list_role_policies(RoleName=role["RoleName"])["PolicyNames"]
    policies = [iam.get_role_policy(RoleName=role["RoleName"], PolicyName=name)["PolicyDocument"] for name in names]
    allowed = {
        action: one["Resource"] for policy in policies for one in policy["Statement"] for action in one["Action"]
    }
    assert set(allowed) == {
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:DeleteItem",
        "logs:CreateLogStream",
        "logs:PutLogEvents",
    }
    assert all("*" not in resource.removesuffix(":*") for resource in allowed.values())
    assert allowed["dynamodb:GetItem"].endswith(f":table/{outputs['Table']}")
    assert f":log-group:{outputs['LogGroup']}" in allowed["logs:PutLogEvents"]


def test_logs_end(deployed: Deployed, outputs: dict[str, str]) -> None:
    (group,) = deployed.trial.aws("logs").describe_log_groups()["logGroups"]
    assert group["logGroupName"] == outputs["LogGroup"]
    assert group["retentionInDays"] == 30


def test_every_alarm_watches_this_function(deployed: Deployed, function: dict[str, Any]) -> None:
    alarms = deployed.trial.aws("cloudwatch").describe_alarms()["MetricAlarms"]
    watched = {(alarm["Namespace"], alarm["MetricName"]) for alarm in alarms}
    assert watched == {
        ("AWS/Lambda", "Errors"),
        ("AWS/Lambda", "Throttles"),
        ("CaseCompass", "Errors"),
        ("CaseCompass", "StoreFailures"),
        ("CaseCompass", "TurnTime"),
    }
    for alarm in alarms:
        assert alarm["Dimensions"] == [{"Name": "FunctionName", "Value": function["FunctionName"]}]
        assert alarm["AlarmActions"] == []
