"""Verifying one signed request again and again: ``verifications.py SIDE SIGNED TIMES RESULT [COUNT]``.

``signature`` is the verifier up to the signature, ``whole`` all of it, with the envelope read and checked, and
``rsa`` the one verification of a signature that nobody can do without. RESULT gets the milliseconds of wall and
processor for one. With COUNT, nothing is timed: it gets how often a chain was fetched and how often certificates were
read or validated by all those requests after the first.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from types import FrameType
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

from benchmarks.signed import Signed

THOUSAND = 1000
WARMING = 10


def made(side: str, signed: Signed) -> Callable[[], object]:
    """One verification."""
    verifier = signed.verifier()
    if side == "whole":
        return lambda: verifier.verify(signed.headers, signed.body)
    if side == "signature":
        return lambda: verifier.check_signature(signed.headers, signed.body)
    key, signature, body = signed.key, signed.signature, signed.body
    return lambda: key.verify(signature, body, padding.PKCS1v15(), hashes.SHA256())


def looked_at(verify: Callable[[], object], times: int) -> int:
    """How often so many verifications read a certificate or validate a chain."""
    found = 0

    def watch(_frame: FrameType, event: str, called: Any) -> None:
        nonlocal found
        if event == "c_call" and ("x509_cert" in called.__name__ or "ServerVerifier" in called.__qualname__):
            found += 1

    sys.setprofile(watch)
    try:
        for _ in range(times):
            verify()
    finally:
        sys.setprofile(None)
    return found


def timed(verify: Callable[[], object], times: int) -> dict[str, float]:
    """What one verification takes."""
    for _ in range(WARMING):
        verify()
    wall, cpu = perf_counter(), process_time()
    for _ in range(times):
        verify()
    wall, cpu = perf_counter() - wall, process_time() - cpu
    return {"wall_ms": wall * THOUSAND / times, "cpu_ms": cpu * THOUSAND / times}


def main(side: str, file: str, times: str, result: str, *count: str) -> None:
    """Verify and write what it took."""
    signed = Signed.read(Path(file))
    verify = made(side, signed)
    if count:
        verify()
        before = len(signed.fetched)
        certificates = looked_at(verify, int(times))
        found: dict[str, float] = {"fetches": len(signed.fetched) - before, "certificates": certificates}
    else:
        found = timed(verify, int(times))
    Path(result).write_text(json.dumps(found), encoding="ascii")


if __name__ == "__main__":
    main(*sys.argv[1:])
