"""Requests are signed as AWS's own botocore signs them."""

import string
from datetime import UTC, datetime

import botocore.auth
import pytest
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials as TheirCredentials
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.storage.aws.credentials import Credentials
from skill.storage.aws.signature import Headers, Signer

ADDED = ("authorization", "x-amz-date", "x-amz-security-token")
KEYS = st.text(string.ascii_letters + string.digits + "+/=", min_size=1, max_size=40)
NAMES = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=20).filter(
    lambda name: name not in ("-", *ADDED)
)
CREDENTIALS = st.builds(Credentials, key=KEYS, secret=KEYS, token=st.one_of(st.just(""), KEYS))
HEADERS = st.fixed_dictionaries(
    {
        "host": st.from_regex(r"[a-z][a-z0-9.-]{0,30}(:[1-9][0-9]{0,4})?", fullmatch=True),
        "content-type": st.just("application/x-amz-json-1.0"),
        "x-amz-target": st.from_regex(r"DynamoDB_20120810\.[A-Za-z]{1,20}", fullmatch=True),
    }
)
TIMES = st.datetimes(datetime(1970, 1, 2), datetime(2199, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def signed_by_botocore(
    headers: Headers, body: bytes, credentials: Credentials, service: str, region: str, at: datetime
) -> Headers:
    """The headers that botocore's signer adds to such a request at such a time."""
    request = AWSRequest("POST", f"https://{headers['host']}/", headers=headers, data=body)
    theirs = TheirCredentials(credentials.key, credentials.secret, credentials.token or None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(botocore.auth, "get_current_datetime", lambda: at)
        botocore.auth.SigV4Auth(theirs, service, region).add_auth(request)
    return {name.lower(): value for name, value in request.headers.items()}


@settings(max_examples=1000, deadline=None)
@given(headers=HEADERS, body=st.binary(max_size=3000), credentials=CREDENTIALS, service=NAMES, region=NAMES, at=TIMES)
def test_a_request_is_signed_as_botocore_signs_it(
    headers: Headers, body: bytes, credentials: Credentials, service: str, region: str, at: datetime
) -> None:
    ours = Signer(service, region).sign(headers, body, credentials, at.timestamp())
    assert ours == signed_by_botocore(headers, body, credentials, service, region, at)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(CREDENTIALS, TIMES), min_size=2, max_size=4))
def test_a_signer_that_signed_before_signs_as_a_new_one(turns: list[tuple[Credentials, datetime]]) -> None:
    signer, headers = Signer("dynamodb", "eu-west-1"), {"host": "dynamodb.eu-west-1.amazonaws.com"}
    for credentials, at in [*turns, *turns]:
        new = Signer("dynamodb", "eu-west-1").sign(headers, b"{}", credentials, at.timestamp())
        assert signer.sign(headers, b"{}", credentials, at.timestamp()) == new


def test_without_openssl_the_signature_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib
    import sys

    from skill.storage.aws import signature

    arguments = ({"host": "here"}, b"body", Credentials("key", "secret"), 1e9)
    usual = Signer("dynamodb", "eu-west-1").sign(*arguments)
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "_hashlib", None)
        assert importlib.reload(signature).Signer("dynamodb", "eu-west-1").sign(*arguments) == usual
    importlib.reload(signature)
