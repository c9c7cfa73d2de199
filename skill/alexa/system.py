"""What an envelope says in ``context.System``, where it says it: every part may be missing."""

from operator import attrgetter
from typing import Any

from ask_sdk_model import RequestEnvelope


def of_system(envelope: RequestEnvelope, path: str) -> Any:
    """The part of ``context.system`` at a path such as ``device.device_id``; None when there is no such part."""
    try:
        return attrgetter(f"context.system.{path}")(envelope)
    except AttributeError:
        return None
