"""What the verifier accepts, and exactly where its limits are. What it refuses is in tests/web/broken.py."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from skill.alexa.verifier import Verifier
from skill.alexa.verifier.address import certificate_address
from skill.alexa.verifier.chain import trusted_roots
from skill.alexa.verifier.envelope import check_envelope
from skill.errors import NotFromAlexa
from tests.web.signing import ADDRESS, SKILL_ID, Signer

NOW = datetime(2026, 3, 14, 15, 9, 26, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def envelope(timestamp: str, kind: str = "IntentRequest") -> dict[str, Any]:
    return {"request": {"type": kind, "timestamp": timestamp}}


@pytest.mark.parametrize(
    "given",
    [
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com/x/../echo.api/./echo-api-cert.pem",
        "https://s3.amazonaws.com/../echo.api//echo-api-cert.pem",
        "HTTPS://S3.AmazonAWS.com/echo.api/echo-api-cert.pem",
    ],
)
def test_every_spelling_of_an_address_has_one_normal_form(given: str) -> None:
    assert certificate_address(given) == ADDRESS


def test_an_address_keeps_its_case_and_folders_below_the_first() -> None:
    address = "https://s3.amazonaws.com/echo.api/2026/Echo_API-cert.7~a.pem"
    assert certificate_address(address) == address


@pytest.mark.parametrize("seconds", [-150, 0, 150])
def test_a_request_may_be_150_seconds_off(seconds: int) -> None:
    check_envelope(envelope((NOW - seconds * SECOND).isoformat()), None, NOW)


@pytest.mark.parametrize("seconds", [-151, 151])
def test_a_request_may_not_be_151_seconds_off(seconds: int) -> None:
    with pytest.raises(NotFromAlexa, match=r"^timestamp: "):
        check_envelope(envelope((NOW - seconds * SECOND).isoformat()), None, NOW)


@pytest.mark.parametrize("seconds", [-150, 3600])
def test_a_skill_event_may_be_an_hour_late_and_no_earlier_than_any_request(seconds: int) -> None:
    check_envelope(envelope((NOW - seconds * SECOND).isoformat(), "AlexaSkillEvent.SkillEnabled"), None, NOW)


@pytest.mark.parametrize("seconds", [-151, 3601])
def test_a_skill_event_may_not_be_later_than_an_hour_or_early(seconds: int) -> None:
    with pytest.raises(NotFromAlexa, match=r"^timestamp: "):
        check_envelope(envelope((NOW - seconds * SECOND).isoformat(), "AlexaSkillEvent.SkillEnabled"), None, NOW)


@pytest.mark.parametrize("timestamp", ["2026-03-14T15:09:26Z", "2026-03-14T16:09:26.500+01:00"])
def test_a_timestamp_may_be_in_any_zone_that_it_names(timestamp: str) -> None:
    check_envelope(envelope(timestamp), None, NOW)


def test_a_verifier_without_a_skill_id_takes_requests_to_any_skill() -> None:
    signer = Signer()
    body = signer.body(skill_id="amzn1.ask.skill.another")
    signer.verifier(None).verify(signer.headers(body).items(), body)
    with pytest.raises(NotFromAlexa, match="another skill"):
        signer.verifier(SKILL_ID).verify(signer.headers(body).items(), body)


def test_header_names_may_be_in_any_case() -> None:
    signer = Signer()
    body = signer.body()
    signer.verifier().verify([(name.upper(), value) for name, value in signer.headers(body).items()], body)


@pytest.mark.parametrize("header", ["SignatureCertChainUrl", "Signature-256"])
def test_a_header_that_comes_twice_is_refused_even_if_it_says_the_same(header: str) -> None:
    signer = Signer()
    body = signer.body()
    headers = signer.headers(body)
    with pytest.raises(NotFromAlexa, match=f"^headers: {header}"):
        signer.verifier().verify([*headers.items(), (header.lower(), headers[header])], body)


def test_the_certificate_is_valid_at_the_clocks_time_and_not_at_the_machines() -> None:
    signer = Signer()
    body = signer.body()
    verifier = signer.verifier(clock=lambda: datetime.now(UTC) + timedelta(days=400))
    with pytest.raises(NotFromAlexa, match=r"^certificate chain: it must be valid now"):
        verifier.verify(signer.headers(body).items(), body)


def test_the_roots_that_browsers_trust_are_trusted_by_default_and_ours_is_not() -> None:
    signer = Signer()
    body = signer.body()
    verifier = Verifier(SKILL_ID, fetch=signer.fetch)
    with pytest.raises(NotFromAlexa, match=r"^certificate chain: it must be valid now.*trusted root"):
        verifier.verify(signer.headers(body).items(), body)
    assert trusted_roots() is trusted_roots()
