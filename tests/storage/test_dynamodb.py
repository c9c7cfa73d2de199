"""What the DynamoDB store adds to the promises, on Amazon's own DynamoDB Local."""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from skill.conversation.ports import KEPT_FOR, Stored
from skill.errors import StoreUnavailable
from skill.storage.aws.dynamodb import DynamoDb
from skill.storage.aws.trouble import Refused
from skill.storage.dynamodb_create import create_table
from tests.storage.conftest import Opener
from tests.storage.dynamodb_local import DynamoDbLocal
from tests.storage.promises import NOW, OTHER, PERSON

pytestmark = pytest.mark.real

WORDS = "words that nobody else may read"


@pytest.fixture
def client(aws: None) -> Iterator[DynamoDb]:  # noqa: ARG001
    """A look at the table past the store."""
    with closing(DynamoDb(None, None)) as made:
        yield made


def soon() -> float:
    return time.monotonic() + 10


def test_the_table_deletes_by_itself_what_expired_and_takes_any_load(table: str, client: DynamoDb) -> None:
    deletion = client.call("DescribeTimeToLive", {"TableName": table}, soon())["TimeToLiveDescription"]
    made = client.call("DescribeTable", {"TableName": table}, soon())["Table"]
    assert deletion == {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires"}
    assert made["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"


def test_a_table_that_is_there_already_is_refused(table: str) -> None:
    with pytest.raises(Refused) as refused:
        create_table(table)
    assert refused.value.code == "ResourceInUseException"


def test_an_item_has_the_attributes_that_the_table_is_made_for(
    table: str, dynamodb: Opener, client: DynamoDb
) -> None:
    dynamodb(table).save(PERSON, "kept", based_on=None, now=NOW)
    item = client.call("GetItem", {"TableName": table, "Key": {"person": {"S": PERSON}}}, soon())["Item"]
    assert item == {
        "person": {"S": PERSON},
        "record": {"S": "kept"},
        "revision": {"N": "1"},
        "expires": {"N": str(int((NOW + KEPT_FOR).timestamp()))},
    }


def test_two_stores_share_one_table(table: str, dynamodb: Opener) -> None:
    one, other = dynamodb(table), dynamodb(table)
    one.save(PERSON, "by one", based_on=None, now=NOW)
    assert other.save(PERSON, "by the other", based_on=1, now=NOW) == 2
    assert one.load(PERSON, now=NOW) == Stored("by the other", 2)


def test_a_closed_store_opens_again_when_it_is_used(table: str, dynamodb: Opener) -> None:
    store = dynamodb(table)
    store.close()
    store.save(PERSON, "kept", based_on=None, now=NOW)
    store.close()
    store.close()
    assert store.load(PERSON, now=NOW) == Stored("kept", 1)


def test_the_largest_record_is_kept_and_a_larger_one_refused(table: str, dynamodb: Opener) -> None:
    store = dynamodb(table)
    store.save(PERSON, "x" * 409_000, based_on=None, now=NOW)
    with pytest.raises(StoreUnavailable, match="too large"):
        store.save(PERSON, "x" * 410_000, based_on=1, now=NOW)
    assert store.load(PERSON, now=NOW) == Stored("x" * 409_000, 1)


def test_a_table_that_is_not_there_is_unavailable_with_advice(table: str, dynamodb: Opener) -> None:
    store = dynamodb(f"{table}-other")
    with pytest.raises(
        StoreUnavailable, match="ResourceNotFoundException; there is no such table: check CASE_COMPASS"
    ):
        store.load(PERSON, now=NOW)
    with pytest.raises(StoreUnavailable, match="there is no such table") as unavailable:
        store.save(PERSON, WORDS, based_on=None, now=NOW)
    assert WORDS not in str(unavailable.value)
    assert PERSON not in str(unavailable.value)


def test_a_table_with_another_key_is_unavailable_with_advice(table: str, dynamodb: Opener, client: DynamoDb) -> None:
    other = {
        "TableName": f"{table}-other",
        "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
        "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
        "BillingMode": "PAY_PER_REQUEST",
    }
    client.call("CreateTable", other, soon())
    with pytest.raises(StoreUnavailable, match="its key must be person"):
        dynamodb(f"{table}-other").save(PERSON, WORDS, based_on=None, now=NOW)


def test_a_store_goes_on_when_the_server_was_killed_and_came_back(
    tmp_path: Path, dynamodb: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = DynamoDbLocal(tmp_path)
    monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", server.endpoint_url)
    try:
        create_table("cases")
        store = dynamodb("cases")
        for number in range(50):
            store.save(f"{PERSON}{number}", "kept", based_on=None, now=NOW)
        server.kill()
        with pytest.raises(StoreUnavailable, match="check the network"):
            store.load(PERSON, now=NOW)
        server.start()
        assert [store.load(f"{PERSON}{number}", now=NOW) for number in range(50)] == [Stored("kept", 1)] * 50
        assert store.load(OTHER, now=NOW) is None
    finally:
        server.kill()


def test_a_store_goes_on_when_the_server_hung_and_came_round(
    tmp_path: Path, dynamodb: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = DynamoDbLocal(tmp_path)
    monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", server.endpoint_url)
    try:
        create_table("cases")
        patient, store = dynamodb("cases", timeout_seconds=30), dynamodb("cases", timeout_seconds=1.0)
        patient.save(PERSON, "kept", based_on=None, now=NOW)
        server.hang()
        began = time.monotonic()
        with pytest.raises(StoreUnavailable, match="TimeoutError; there was no answer"):
            store.load(PERSON, now=NOW)
        with pytest.raises(StoreUnavailable, match="TimeoutError; there was no answer"):
            store.save(PERSON, "perhaps kept", based_on=1, now=NOW)
        assert time.monotonic() - began < 2 * 1.0 + 1.0
        server.go_on()
        assert patient.load(PERSON, now=NOW) in (Stored("kept", 1), Stored("perhaps kept", 2))
    finally:
        server.kill()
