"""A signed request and what it takes to verify it, kept in a file.

So programs that are compared verify the same, and none of them has to make keys.
"""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509 import load_pem_x509_certificate
from cryptography.x509.verification import Store

from simulator.envelope import SKILL_ID
from skill.alexa.verifier import Verifier


@dataclass(frozen=True)
class Signed:
    """One signed request, with the chain and the root that vouch for it; ``fetched`` counts the fetches."""

    body: bytes
    headers: list[tuple[str, str]]
    chain: bytes
    root: bytes
    at: datetime
    fetched: list[str]

    @classmethod
    def read(cls, file: Path) -> "Signed":
        """What ``benchmarks.signing.save`` has written."""
        kept = json.loads(file.read_text(encoding="utf-8"))
        headers = [(name, value) for name, value in kept["headers"].items()]
        at = datetime.fromisoformat(kept["at"])
        return cls(kept["body"].encode(), headers, kept["chain"].encode(), kept["root"].encode(), at, [])

    def verifier(self, clock: Callable[[], datetime] | None = None) -> Verifier:
        """A verifier that trusts the root alone; without a clock it is still the time of signing."""
        roots = Store([load_pem_x509_certificate(self.root)])
        return Verifier(SKILL_ID, fetch=self._fetch, roots=roots, clock=clock or (lambda: self.at))

    @cached_property
    def key(self) -> RSAPublicKey:
        """The key of the chain's first certificate."""
        key = load_pem_x509_certificate(self.chain).public_key()
        assert isinstance(key, RSAPublicKey)
        return key

    @cached_property
    def signature(self) -> bytes:
        """The signature as bytes."""
        return base64.b64decode(dict(self.headers)["Signature-256"])

    def _fetch(self, address: str) -> bytes:
        self.fetched.append(address)
        return self.chain
