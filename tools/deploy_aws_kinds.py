"""What moto leaves out of our stack.

moto 5.2 makes no aliases and no alarms from a template, does not tell a version's number, tells policies as Python
writes them, and forgets when a table's items end, how it is encrypted and backed up, and what processor a function
wants. The classes here do that with moto's own services; moto finds them, as all kinds of resources, by their base
class.
"""

import json
from typing import Any, ClassVar

from moto.awslambda.models import LambdaFunction, lambda_backends
from moto.cloudwatch.models import cloudwatch_backends
from moto.core.common_models import CloudFormationModel
from moto.dynamodb.models import dynamodb_backends
from moto.dynamodb.models.table import Table as MotoTable
from moto.iam.models import Role as MotoRole

Json = dict[str, Any]


class _Kind:
    """A kind of resource. ``ATTRIBUTES`` can be asked for by a template; ``name`` is what a reference gives."""

    KIND: ClassVar[str]
    ATTRIBUTES: ClassVar[tuple[str, ...]] = ()

    def __init__(self, name: str, **attributes: str) -> None:
        self.physical_resource_id = name
        self._attributes = attributes

    @classmethod
    def cloudformation_type(cls) -> str:
        return cls.KIND

    @staticmethod
    def cloudformation_name_type() -> str:
        return ""

    @classmethod
    def has_cfn_attr(cls, attribute: str) -> bool:
        return attribute in cls.ATTRIBUTES

    def get_cfn_attribute(self, attribute: str) -> str:
        return self._attributes[attribute]

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name: str, cloudformation_json: Json, account_id: str, region_name: str, **_: Any
    ) -> Any:
        return cls._make(resource_name, cloudformation_json["Properties"], account_id, region_name)

    @classmethod
    def _make(cls, name: str, properties: Json, account: str, region: str) -> Any:
        """The resource."""
        raise NotImplementedError


class Table(_Kind, CloudFormationModel):  # type: ignore[misc, unused-ignore]
    """A table with an end to its items, encryption and backups."""

    KIND = "AWS::DynamoDB::Table"
    ATTRIBUTES = ("Arn",)

    @classmethod
    def _make(cls, name: str, properties: Json, account: str, region: str) -> Any:
        encrypted = {"SSESpecification": {"Enabled": properties["SSESpecification"]["SSEEnabled"]}}
        given = {"Properties": properties | encrypted}
        table = MotoTable.create_from_cloudformation_json(name, given, account, region)
        tables = dynamodb_backends[account][region]
        tables.update_time_to_live(name, properties["TimeToLiveSpecification"])
        tables.update_continuous_backups(name, properties["PointInTimeRecoverySpecification"])
        return table


class Role(_Kind, CloudFormationModel):  # type: ignore[misc, unused-ignore]
    """A role that tells its policies as AWS does."""

    KIND = "AWS::IAM::Role"
    ATTRIBUTES = ("Arn",)

    @classmethod
    def _make(cls, name: str, properties: Json, account: str, region: str) -> Any:
        policies = [one | {"PolicyDocument": json.dumps(one["PolicyDocument"])} for one in properties["Policies"]]
        given = {"Properties": properties | {"Policies": policies}}
        return MotoRole.create_from_cloudformation_json(name, given, account, region)


class Function(_Kind, CloudFormationModel):  # type: ignore[misc, unused-ignore]
    """A function that knows its processor, under a name that is no longer than AWS takes."""

    KIND = "AWS::Lambda::Function"
    ATTRIBUTES = ("Arn",)

    @classmethod
    def _make(cls, name: str, properties: Json, account: str, region: str) -> Any:
        made = LambdaFunction.create_from_cloudformation_json(
            name[-64:].lstrip("-"), {"Properties": properties}, account, region
        )
        made.architectures = properties["Architectures"]
        return made

    @classmethod
    def update_from_cloudformation_json(cls, *arguments: Any, **named: Any) -> Any:
        """The function with other properties."""
        return LambdaFunction.update_from_cloudformation_json(*arguments, **named)


class Version(_Kind, CloudFormationModel):  # type: ignore[misc, unused-ignore]
    """A version, which knows its number."""

    KIND = "AWS::Lambda::Version"
    ATTRIBUTES = ("Version",)

    @classmethod
    def _make(cls, _name: str, properties: Json, account: str, region: str) -> Any:
        made = lambda_backends[account][region].publish_version(properties["FunctionName"])
        assert made
        return cls(made.function_arn, Version=str(made.version))


class Alias(_Kind, CloudFormationModel):  # type: ignore[misc, unused-ignore]
    """An alias, which points at a version."""

    KIND = "AWS::Lambda::Alias"

    @classmethod
    def _make(cls, _name: str, properties: Json, account: str, region: str) -> Any:
        return cls(lambda_backends[account][region].create_alias(*cls._wanted(properties)).arn)

    @classmethod
    def update_from_cloudformation_json(
        cls,
        original_resource: "Alias",
        new_resource_name: str,  # noqa: ARG003 - moto's interface
        cloudformation_json: Json,
        account_id: str,
        region_name: str,
    ) -> Any:
        """The alias, which points at another version."""
        lambda_backends[account_id][region_name].update_alias(*cls._wanted(cloudformation_json["Properties"]))
        return original_resource

    @staticmethod
    def _wanted(properties: Json) -> tuple[str, str, str, str, str]:
        return properties["Name"], properties["FunctionName"], properties["FunctionVersion"], "", ""


class Alarm(_Kind, CloudFormationModel):  # type: ignore[misc, unused-ignore]
    """An alarm on one metric."""

    KIND = "AWS::CloudWatch::Alarm"

    @classmethod
    def _make(cls, name: str, properties: Json, account: str, region: str) -> Any:
        cloudwatch_backends[account][region].put_metric_alarm(
            name=name,
            namespace=properties["Namespace"],
            metric_name=properties["MetricName"],
            comparison_operator=properties["ComparisonOperator"],
            evaluation_periods=int(properties["EvaluationPeriods"]),
            period=int(properties["Period"]),
            threshold=float(properties["Threshold"]),
            statistic=properties.get("Statistic", ""),
            extended_statistic=properties.get("ExtendedStatistic"),
            description=properties["AlarmDescription"],
            dimensions=properties["Dimensions"],
            alarm_actions=properties["AlarmActions"],
            treat_missing_data=properties["TreatMissingData"],
        )
        return cls(name)
