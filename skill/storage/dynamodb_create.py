"""Making a table for tests and for a DynamoDB on one's own machine; in production the infrastructure makes it."""

from skill.storage.dynamodb_table import make_client


def create_table(
    table: str, *, endpoint_url: str | None = None, region: str | None = None, timeout_seconds: float = 30
) -> None:
    """Make the table that ``DynamoDbStore`` expects, encrypted at rest, and wait until it can be used.

    Raises botocore's errors, such as the one that the table is there already.
    """
    client = make_client(endpoint_url, region, timeout_seconds)
    client.create_table(
        TableName=table,
        KeySchema=[{"AttributeName": "person", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "person", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
        SSESpecification={"Enabled": True},
    )
    client.get_waiter("table_exists").wait(TableName=table, WaiterConfig={"Delay": 1, "MaxAttempts": 60})
    client.update_time_to_live(TableName=table, TimeToLiveSpecification={"Enabled": True, "AttributeName": "expires"})
    client.close()
