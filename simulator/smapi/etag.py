"""A name for a version of a document."""

import json
from hashlib import sha256

from simulator.envelope import Json


def etag_of(document: Json) -> str:
    """The same for the same content, in whatever order it is written."""
    return sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()[:32]
