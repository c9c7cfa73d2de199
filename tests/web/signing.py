"""Alexa's side of the HTTP door: signs bodies and serves the certificate chain, on keys of our own.

signer = Signer()
door = WebDoor(handler, signer.verifier().verify)
body = signer.body({"type": "LaunchRequest"})
door.answer(signer.headers(body).items(), body)
"""

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.verification import Store

from skill.alexa.verifier import Verifier
from tests.web.pki import Authority, pem, rsa_key

SKILL_ID = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000"
ADDRESS = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"


def now() -> datetime:
    """The time by which everything here is signed and verified, unless a test brings another clock."""
    return datetime.now(UTC)


class Signer:
    """Signs as Alexa does. ``chain`` is what its address serves, ``fetched`` the addresses asked for so far."""

    def __init__(self) -> None:
        self.root = Authority.root()
        self.intermediate = self.root.intermediate()
        self.root_store = Store([self.root.certificate])
        self.chain = pem(self.intermediate.issue(), self.intermediate.certificate)
        self.fetched: list[str] = []

    def fetch(self, address: str) -> bytes:
        """The chain, wherever it is asked for; every asking is noted."""
        self.fetched.append(address)
        return self.chain

    def headers(self, body: bytes, *, key: rsa.RSAPrivateKey | None = None) -> dict[str, str]:
        """The headers that Alexa sends with the body, signed with the chain's key unless another is given."""
        signature = (key or rsa_key()).sign(body, padding.PKCS1v15(), hashes.SHA256())
        return {
            "Content-Type": "application/json; charset=utf-8",
            "SignatureCertChainUrl": ADDRESS,
            "Signature-256": base64.b64encode(signature).decode(),
        }

    def verifier(
        self,
        skill_id: str | None = SKILL_ID,
        *,
        fetch: Callable[[str], bytes] | None = None,
        clock: Callable[[], datetime] = now,
    ) -> Verifier:
        """A verifier that trusts our root alone, and fetches from here unless told otherwise."""
        return Verifier(skill_id, fetch=fetch or self.fetch, roots=self.root_store, clock=clock)

    def body(
        self, request: dict[str, Any] | None = None, *, age: timedelta = timedelta(), skill_id: str = SKILL_ID
    ) -> bytes:
        """The raw bytes of an envelope, sent ``age`` ago; ``request`` adds to its request or replaces parts."""
        sent = (now() - age).isoformat(timespec="seconds").replace("+00:00", "Z")
        asked = {
            "type": "LaunchRequest",
            "requestId": "amzn1.echo-api.request.1",
            "timestamp": sent,
            "locale": "en-US",
        }
        asked |= request or {}
        application, user = {"applicationId": skill_id}, {"userId": "amzn1.ask.account.ONE"}
        device = {"deviceId": "amzn1.ask.device.ONE", "supportedInterfaces": {}}
        envelope = {
            "version": "1.0",
            "context": {"System": {"application": application, "user": user, "device": device}},
            "request": asked,
        }
        if not str(asked["type"]).startswith("AlexaSkillEvent."):
            envelope["session"] = {
                "new": True,
                "sessionId": "amzn1.echo-api.session.1",
                "application": application,
                "user": user,
                "attributes": {},
            }
        return json.dumps(envelope, ensure_ascii=False).encode()
