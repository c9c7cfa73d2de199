"""Making a table for tests and for a DynamoDB on one's own machine; in production the infrastructure makes it."""

import time
from contextlib import closing

from skill.storage.aws.dynamodb import DynamoDb

_PAUSE_SECONDS = 0.2


def create_table(
    table: str, *, endpoint_url: str | None = None, region: str | None = None, timeout_seconds: float = 60
) -> None:
    """Make the table that ``DynamoDbStore`` expects, encrypted at rest, and wait until it can be used.

    Raises ``Trouble`` or ``OSError``, such as ``Refused`` when the table is there already, and ``TimeoutError``.
    """
    until = time.monotonic() + timeout_seconds
    with closing(DynamoDb(endpoint_url, region)) as client:
        wanted = {
            "TableName": table,
            "KeySchema": [{"AttributeName": "person", "KeyType": "HASH"}],
            "AttributeDefinitions": [{"AttributeName": "person", "AttributeType": "S"}],
            "BillingMode": "PAY_PER_REQUEST",
            "SSESpecification": {"Enabled": True},
        }
        client.call("CreateTable", wanted, until)
        while client.call("DescribeTable", {"TableName": table}, until)["Table"]["TableStatus"] != "ACTIVE":
            time.sleep(_PAUSE_SECONDS)
        deletion = {"Enabled": True, "AttributeName": "expires"}
        client.call("UpdateTimeToLive", {"TableName": table, "TimeToLiveSpecification": deletion}, until)
