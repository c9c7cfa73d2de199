"""Signing the usual turn as Alexa would, now, on keys of our own."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.plans import Plan, usual
from tests.web.pki import pem
from tests.web.signing import Signer

PEOPLE = 200
PATH = "/alexa"


def save(signer: Signer, file: Path) -> None:
    """Write the usual turn, signed now, and the certificates."""
    at = datetime.now(UTC)
    body = stamped(usual(), 0, at)
    vouching = {"chain": signer.chain.decode(), "root": pem(signer.root.certificate).decode()}
    kept = {"body": body.decode(), "headers": signer.headers(body), "at": at.isoformat(), **vouching}
    file.write_text(json.dumps(kept), encoding="utf-8")


def stamped(plan: Plan, person: int, at: datetime) -> bytes:
    """The body of the plan's turn, by one of many people, sent at a time."""
    own = json.loads(json.dumps(plan.turn).replace(plan.user, plan.user[:-6] + f"{person:06d}"))
    own["request"]["timestamp"] = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return json.dumps(own).encode()


def signed_requests(signer: Signer, people: int = PEOPLE) -> Iterator[bytes]:
    """One whole HTTP request for each of so many people, signed now: good for two and a half minutes."""
    plan = usual()
    for person in range(people):
        body = stamped(plan, person, datetime.now(UTC))
        headers = signer.headers(body) | {"Host": "localhost", "Content-Length": str(len(body))}
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        yield f"POST {PATH} HTTP/1.1\r\n{head}\r\n".encode() + body
