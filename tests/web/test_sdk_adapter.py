"""The SDK's adapter can be imported here, and its own verifier lets nothing through."""

import subprocess
import sys
from pathlib import Path

import pytest
from ask_sdk_webservice_support.verifier import RequestVerifier, VerificationException
from flask import Flask

from skill.alexa.handler_as_skill import HandlerAsSkill
from skill.web.sdk_adapter import CertificateValidator, SkillAdapter, ValidationError
from tests.web.conftest import Handler
from tests.web.signing import Signer

ROOT = Path(__file__).parents[2]


def test_the_adapter_can_be_imported_without_a_warning_and_without_what_is_broken() -> None:
    script = "import skill.web.sdk_adapter, sys; print([name for name in sys.modules if 'oscrypto' in name])"
    ran = subprocess.run([sys.executable, "-W", "error", "-c", script], cwd=ROOT, capture_output=True, check=True)
    assert ran.stdout.split() == [b"[]"]


@pytest.mark.parametrize("check", ["validate_usage", "validate_tls"])
def test_the_stand_in_refuses_every_certificate(check: str, signer: Signer) -> None:
    validator = CertificateValidator(signer.chain, [signer.chain])
    with pytest.raises(ValidationError):
        getattr(validator, check)({"digital_signature"})


def test_the_sdks_verifier_refuses_even_a_good_chain(signer: Signer) -> None:
    with pytest.raises(VerificationException):
        RequestVerifier()._validate_cert_chain(signer.chain)


def test_an_adapter_with_the_sdks_verifiers_left_on_answers_400(signer: Signer, handler: Handler) -> None:
    app = Flask(__name__)
    adapter = SkillAdapter(skill=HandlerAsSkill(handler), skill_id="left on", app=app)
    [verifier, _] = adapter._webservice_handler._verifiers
    verifier._cert_cache["https://s3.amazonaws.com/echo.api/echo-api-cert.pem"] = signer.chain
    adapter.register(app=app, route="/")
    body = signer.body()
    assert app.test_client().post("/", data=body, headers=signer.headers(body)).status_code == 400
    assert handler.heard == []
