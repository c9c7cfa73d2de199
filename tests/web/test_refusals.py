"""What is not shown to come from Alexa is answered with 400 and nothing, and never reaches the skill."""

import base64

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.padding import AsymmetricPadding
from cryptography.hazmat.primitives.serialization import Encoding

from skill.web.door import Answer, WebDoor
from tests.web.broken import ADDRESSES, BODIES, CHAINS, HEADERS, SIGNATURES, Break, Request, strangers
from tests.web.conftest import Handler
from tests.web.pki import pem, pem_block, rsa_key
from tests.web.signing import Signer

# Each part of a request, what can be wrong with it, and the rules that such a request may be said to break.
PARTS: list[tuple[str, dict[str, Break], tuple[str, ...]]] = [
    ("headers", HEADERS, ("headers",)),
    ("address", ADDRESSES, ("certificate address",)),
    ("chain", CHAINS, ("certificate chain",)),
    ("signature", SIGNATURES, ("signature",)),
    ("body", BODIES, ("envelope", "timestamp")),
]
TABLE = {f"{part}: {what}": (change, rules) for part, table, rules in PARTS for what, change in table.items()}


@pytest.mark.parametrize("name", TABLE)
def test_a_request_with_one_thing_wrong_is_refused_for_that(
    name: str, door: WebDoor, signer: Signer, handler: Handler, caplog: pytest.LogCaptureFixture
) -> None:
    change, rules = TABLE[name]
    request = Request(signer)
    change(request)
    answer = door.answer(request.headers.items(), request.body)
    assert answer == Answer(400)
    assert handler.heard == []
    [record] = caplog.records
    assert record.getMessage().startswith(tuple(f"refused: {rule}:" for rule in rules))


@pytest.mark.parametrize("name", [*HEADERS, *ADDRESSES])
def test_nothing_is_fetched_for_wrong_headers_or_from_a_wrong_address(
    name: str, door: WebDoor, signer: Signer
) -> None:
    request = Request(signer)
    (HEADERS | ADDRESSES)[name](request)
    door.answer(request.headers.items(), request.body)
    assert signer.fetched == []


def test_the_request_that_the_table_breaks_would_pass(door: WebDoor, signer: Signer) -> None:
    request = Request(signer)
    assert door.answer(request.headers.items(), request.body).status == 200


@pytest.mark.parametrize(
    "label", ["TRUSTED CERTIFICATE", "X509 CERTIFICATE", "PUBLIC KEY", "certificate", "CERTIFICATE REQUEST"]
)
@pytest.mark.parametrize("order", ["before", "after"])
def test_a_chain_that_holds_any_other_block_is_refused_whoever_signs(
    label: str, order: str, door: WebDoor, signer: Signer, handler: Handler
) -> None:
    """One reader that takes the first block and one that takes the first CERTIFICATE would see two leaves."""
    genuine = pem(signer.intermediate.issue(), label=label)
    rest = strangers() + pem(signer.intermediate.certificate)
    signer.chain = genuine + rest if order == "before" else rest + genuine
    body = signer.body()
    for key in (rsa_key("stranger"), rsa_key()):
        answer = door.answer(signer.headers(body, key=key).items(), body)
        assert answer.status == 400
    assert handler.heard == []


def test_the_key_is_that_of_the_certificate_that_was_validated(
    door: WebDoor, signer: Signer, handler: Handler
) -> None:
    signer.chain += strangers()
    body = signer.body()
    stranger = signer.headers(body, key=rsa_key("stranger"))
    assert door.answer(stranger.items(), body).status == 400
    assert handler.heard == []
    assert door.answer(signer.headers(body).items(), body).status == 200


def test_no_certificate_that_is_broken_in_one_byte_is_an_error_of_ours(signer: Signer, handler: Handler) -> None:
    leaf = signer.intermediate.issue()
    whole = leaf.public_bytes(Encoding.DER)
    body = signer.body()
    for at in range(0, len(whole), 3):
        signer.chain = pem_block(whole[:at] + bytes([whole[at] ^ 0x41]) + whole[at + 1 :])
        signer.chain += pem(signer.intermediate.certificate)
        door = WebDoor(handler, signer.verifier().verify)
        assert door.answer(signer.headers(body).items(), body).status == 400, at
    assert handler.heard == []


@pytest.mark.parametrize(
    ("scheme", "digest"),
    [
        (padding.PKCS1v15(), hashes.SHA1()),  # noqa: S303 - Amazon's old signature, which must not pass
        (padding.PKCS1v15(), hashes.SHA512()),
        (padding.PSS(padding.MGF1(hashes.SHA256()), 32), hashes.SHA256()),
    ],
    ids=["SHA-1", "SHA-512", "PSS"],
)
def test_a_signature_by_another_scheme_is_refused(
    scheme: AsymmetricPadding,
    digest: hashes.HashAlgorithm,
    door: WebDoor,
    signer: Signer,
    handler: Handler,
) -> None:
    body = signer.body()
    signature = base64.b64encode(rsa_key().sign(body, scheme, digest)).decode()
    headers = {**signer.headers(body), "Signature-256": signature}
    assert door.answer(headers.items(), body).status == 400
    assert handler.heard == []
