"""Where DynamoDB is reached, and what is refused as an address."""

import pytest
from botocore.session import Session

from skill.storage.aws.address import Address, dynamodb_address, parsed, region_of
from skill.storage.aws.trouble import BadEndpoint, NoRegion

AT_HOME = [
    "eu-west-1",
    "us-east-1",
    "us-gov-west-1",
    "ap-southeast-5",
    "il-central-1",
    "cn-north-1",
    "eusc-de-east-1",
]


@pytest.mark.parametrize("region", AT_HOME)
def test_in_a_region_dynamodb_is_where_botocore_finds_it(region: str) -> None:
    theirs = Session().create_client("dynamodb", region_name=region, aws_access_key_id="x", aws_secret_access_key="x")
    assert f"https://{dynamodb_address({}, region).authority}" == theirs.meta.endpoint_url
    theirs.close()


@pytest.mark.parametrize(
    ("given", "environment", "expected"),
    [
        ("http://a:1", {"AWS_ENDPOINT_URL_DYNAMODB": "http://b:2", "AWS_ENDPOINT_URL": "http://c:3"}, "a:1"),
        (None, {"AWS_ENDPOINT_URL_DYNAMODB": "http://b:2", "AWS_ENDPOINT_URL": "http://c:3"}, "b:2"),
        (None, {"AWS_ENDPOINT_URL": "http://c:3"}, "c:3"),
        (None, {"AWS_ENDPOINT_URL": ""}, "dynamodb.eu-west-1.amazonaws.com"),
    ],
)
def test_the_nearest_word_on_the_endpoint_counts(
    given: str | None, environment: dict[str, str], expected: str
) -> None:
    assert dynamodb_address(environment, "eu-west-1", given).authority == expected


@pytest.mark.parametrize(
    ("url", "address", "path"),
    [
        ("http://127.0.0.1:8000", Address(False, "127.0.0.1", 8000), "/"),
        ("https://a.b/", Address(True, "a.b", 443), "/"),
        ("http://[::1]:8/v1?x=%20", Address(False, "::1", 8), "/v1?x=%20"),
        ("HTTP://A.B", Address(False, "a.b", 80), "/"),
    ],
)
def test_a_url_is_an_address_and_a_path(url: str, address: Address, path: str) -> None:
    assert parsed(url) == (address, path)


@pytest.mark.parametrize(
    "url",
    [
        "nowhere",
        "ftp://a.b",
        "https://",
        "http://:80",
        "http://a:port",
        "http://a:99999",
        "http://[a",
        "http://user@a.b",
        "http://a.b/#c",
        "http://a.b/\r\nX: y",
        "http://a.b/ c",
        "http://ä.b",
        "file:///etc/passwd",
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(BadEndpoint):
        dynamodb_address({}, "eu-west-1", url)


def test_an_endpoint_of_dynamodb_has_no_path() -> None:
    with pytest.raises(BadEndpoint):
        dynamodb_address({}, "eu-west-1", "http://a.b/c")


@pytest.mark.parametrize(
    ("given", "environment", "region"),
    [
        ("eu-west-1", {"AWS_REGION": "eu-west-2"}, "eu-west-1"),
        (None, {"AWS_REGION": "eu-west-2", "AWS_DEFAULT_REGION": "eu-west-3"}, "eu-west-2"),
        (None, {"AWS_DEFAULT_REGION": "eu-west-3"}, "eu-west-3"),
    ],
)
def test_the_nearest_word_on_the_region_counts(given: str | None, environment: dict[str, str], region: str) -> None:
    assert region_of(environment, given) == region


@pytest.mark.parametrize("region", [None, "", "eu west", "evil.example/#", "eu-west-1\r\n", "-"])
def test_what_is_no_region_is_refused(region: str | None) -> None:
    with pytest.raises(NoRegion):
        region_of({}, region)
