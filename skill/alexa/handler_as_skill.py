"""A handler in the shape of the SDK's CustomSkill, so that the SDK's web adapter can dispatch to it.

The adapter takes a CustomSkill apart: it deserialises with the skill's serializer, invokes, and serialises. The
skill's own handler already does all of that, and answers requests that are newer than the SDK, on which the SDK's
deserialiser raises. So the adapter is given a skill whose serializer only reads JSON and whose invoke is that
handler: every door answers the same.
"""

import json
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_core.skill import CustomSkill

from skill.alexa.door import Handler


class HandlerAsSkill(CustomSkill):  # type: ignore[misc]
    """A CustomSkill that is one handler, ``(event, context) -> response``, both envelopes plain dictionaries."""

    def __init__(self, handler: Handler) -> None:  # what CustomSkill would build has no part in this
        self._handler = handler
        self.serializer = PlainJson()
        self.custom_user_agent = ""

    def invoke(self, request_envelope: Any, context: Any) -> Any:
        """The handler's answer to an envelope that ``PlainJson`` has read."""
        return self._handler(request_envelope, context)


class PlainJson(DefaultSerializer):  # type: ignore[misc]
    """Leaves envelopes as JSON made them: to make more of them is the handler's work."""

    def deserialize(self, payload: Any, obj_type: Any) -> Any:  # noqa: ARG002 - the adapter passes both by name
        """The JSON value of the text, whatever type is asked for."""
        return json.loads(payload)

    def serialize(self, obj: Any) -> Any:
        """The envelope, which is serialised already."""
        return obj
