"""Findings as files: an input with what was wrong about it, to be looked at and thrown again."""

import base64
import hashlib
import json
from pathlib import Path
from typing import NamedTuple

from tests.fuzz.inputs import Input

CORPUS = Path(__file__).parent / "corpus"


class Finding(NamedTuple):
    """``says`` is what was wrong when it was found."""

    door: str
    says: str
    thrown: Input


def write(folder: Path, finding: Finding) -> Path:
    """The file of a finding, named by what is in it."""
    thrown = finding.thrown
    content = {
        "door": finding.door,
        "says": finding.says,
        "genuine": thrown.genuine,
        "headers": dict(thrown.headers),
        "kept": thrown.kept,
        "body": _told(thrown.body),
    }
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{finding.door}-{hashlib.sha256(thrown.body).hexdigest()[:12]}.json"
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    return path


def read(path: Path) -> Finding:
    """The finding of a file."""
    content = json.loads(path.read_text(encoding="utf-8"))
    body = content["body"]
    raw = body["text"].encode() if "text" in body else base64.b64decode(body["base64"])
    return Finding(
        content["door"], content["says"], Input(raw, content["headers"], content["kept"], genuine=content["genuine"])
    )


def _told(body: bytes) -> dict[str, str]:
    """Text where it is some, so that a person can read it."""
    try:
        return {"text": body.decode()}
    except ValueError:
        return {"base64": base64.b64encode(body).decode()}
