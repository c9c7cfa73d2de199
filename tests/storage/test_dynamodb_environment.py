"""What the DynamoDB store takes from its environment, and what it says when something is missing there."""

import subprocess
import sys

import pytest

from skill.conversation.ports import Stored
from skill.errors import StoreUnavailable
from tests.storage.conftest import Opener
from tests.storage.failing_server import FOUND, failing
from tests.storage.promises import NOW, PERSON


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        (["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], "NoCredentialsError; there are no credentials"),
        (["AWS_SECRET_ACCESS_KEY"], "PartialCredentialsError; "),
        (["AWS_DEFAULT_REGION"], "NoRegionError; there is no region: set AWS_DEFAULT_REGION"),
    ],
)
def test_what_the_environment_lacks_is_named(
    variables: list[str], message: str, dynamodb: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, "/dev/null")
    for name in variables:
        monkeypatch.delenv(name)
    with pytest.raises(StoreUnavailable, match=message):
        dynamodb("cases").load(PERSON, now=NOW)


def test_without_botocore_the_store_says_what_to_install(dynamodb: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "botocore.session", None)
    with pytest.raises(StoreUnavailable, match="botocore is missing: install"):
        dynamodb("cases").load(PERSON, now=NOW)


def test_botocore_is_loaded_no_earlier_than_it_is_needed() -> None:
    code = (
        "import sys; from skill.storage.dynamodb import *; DynamoDbStore('cases'); print('botocore' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "False\n"


def test_an_address_that_is_none_is_unavailable(dynamodb: Opener) -> None:
    with pytest.raises(StoreUnavailable, match="check the network, the endpoint"):
        dynamodb("cases", endpoint_url="nowhere").load(PERSON, now=NOW)


def test_the_environment_names_the_endpoint(dynamodb: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    with failing(FOUND) as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", server.endpoint_url)
        assert dynamodb("cases").load(PERSON, now=NOW) == Stored("kept", 7)
