"""``SkillAdapter`` of flask-ask-sdk, imported past a dependency that cannot be imported.

flask-ask-sdk 1.0.0 imports ask-sdk-webservice-support 1.3.3, whose verifier imports certvalidator, which imports
oscrypto 1.3.0, which fails on OpenSSL 3.0.10 and later: it cannot read a version number of more than one digit
(https://github.com/wbond/oscrypto/issues/78, mended there and never released). What is measured here has our verifier
(skill/alexa/verifier). So a certvalidator that refuses every certificate takes the place of the broken one before the
import: were the SDK's verifier ever switched on, it would let nothing through.
"""

import sys
from types import ModuleType
from typing import NoReturn


class PathError(Exception):
    """certvalidator's error of that name, which the SDK's verifier catches."""


class ValidationError(Exception):
    """certvalidator's error of that name, which the SDK's verifier catches and answers with 400."""


class CertificateValidator:
    """Stands for certvalidator's class of that name, and refuses."""

    def __init__(self, *_certificates: object, **_options: object) -> None:
        """Take any certificates, as the original does."""

    def validate_usage(self, *_usages: object, **_options: object) -> NoReturn:
        """Refuse, whatever the certificate may be used for."""
        raise ValidationError("certificates are validated by skill.alexa.verifier, not here")

    validate_tls = validate_usage


def _replace_certvalidator() -> None:
    """Put the class and its errors where ``import certvalidator`` and ``import certvalidator.errors`` find them."""
    for name in ("certvalidator", "certvalidator.errors"):
        module = ModuleType(name, "Refuses every certificate; see benchmarks/sdk_adapter.py.")
        vars(module).update(
            CertificateValidator=CertificateValidator, PathError=PathError, ValidationError=ValidationError
        )
        sys.modules[name] = module


_replace_certvalidator()

from flask_ask_sdk.skill_adapter import (  # noqa: E402 - it fails unless certvalidator is replaced first
    VERIFY_SIGNATURE_APP_CONFIG,
    VERIFY_TIMESTAMP_APP_CONFIG,
    SkillAdapter,
)

__all__ = ["VERIFY_SIGNATURE_APP_CONFIG", "VERIFY_TIMESTAMP_APP_CONFIG", "SkillAdapter"]
