"""What the DynamoDB store takes from its environment, and what it says when something is missing there."""

import subprocess
import sys

import pytest

from skill.conversation.ports import Stored
from skill.errors import StoreUnavailable
from tests.storage.conftest import Opener
from tests.storage.failing_server import FOUND, failing
from tests.storage.promises import NOW, PERSON

KEYS = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]
ASK = "AWS_CONTAINER_CREDENTIALS_FULL_URI"


@pytest.mark.parametrize(
    ("missing", "added", "message"),
    [
        (
            KEYS,
            {},
            "NoCredentials; there are no credentials: check the function's role; elsewhere set AWS_ACCESS_KEY_ID",
        ),
        (KEYS[:1], {}, "BadCredentials; a part of the credentials is missing"),
        (
            [],
            {"AWS_SESSION_TOKEN": "to ken"},
            "BadCredentials; a part of the credentials is missing, or holds a space",
        ),
        (["AWS_DEFAULT_REGION"], {}, "NoRegion; there is no region: set AWS_REGION"),
        (KEYS, {ASK: "http://192.0.2.1/"}, f"BadGiver; {ASK} must be https, or on this machine"),
        ([], {"AWS_ENDPOINT_URL": "nowhere"}, "BadEndpoint; AWS_ENDPOINT_URL_DYNAMODB must be http"),
    ],
)
def test_what_is_missing_or_wrong_in_the_environment_is_named(
    missing: list[str], added: dict[str, str], message: str, dynamodb: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in missing:
        monkeypatch.delenv(name)
    for name, value in added.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(StoreUnavailable, match=message):
        dynamodb("cases").load(PERSON, now=NOW)


def test_an_endpoint_for_credentials_that_gives_none_is_named(
    dynamodb: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    with failing(FOUND) as server:
        for name in KEYS:
            monkeypatch.delenv(name)
        monkeypatch.setenv(ASK, server.endpoint_url)
        with pytest.raises(StoreUnavailable, match=f"NoAnswerAboutCredentials; the endpoint in {ASK}"):
            dynamodb("cases").load(PERSON, now=NOW)


def test_a_bundle_of_certificates_that_is_not_there_is_named(
    dynamodb: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    with failing(FOUND) as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL", server.endpoint_url.replace("http:", "https:"))
        monkeypatch.setenv("AWS_CA_BUNDLE", "/nothing")
        with pytest.raises(StoreUnavailable, match="BadBundle; the file that AWS_CA_BUNDLE names must be there"):
            dynamodb("cases").load(PERSON, now=NOW)


def test_nothing_is_read_from_the_environment_before_it_is_needed(
    dynamodb: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_DEFAULT_REGION")
    store = dynamodb("cases")
    with failing(FOUND) as server:
        monkeypatch.setenv("AWS_REGION", "eu-west-2")
        monkeypatch.setenv("AWS_ENDPOINT_URL", server.endpoint_url)
        assert store.load(PERSON, now=NOW) == Stored("kept", 7)
        assert "/eu-west-2/dynamodb/" in server.asked[0].headers["authorization"]


def test_the_store_loads_nothing_but_the_standard_library_and_little_of_it() -> None:
    code = """
import sys
before = set(sys.modules)
from skill.storage.dynamodb import DynamoDbStore
DynamoDbStore('cases')
loaded = {name.partition('.')[0] for name in set(sys.modules) - before}
print(*sorted(loaded - sys.stdlib_module_names))
print(*sorted(loaded & {'http', 'email', 'hashlib', 'asyncio', 'sqlite3'}))
"""
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "skill\n\n"
