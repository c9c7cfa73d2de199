"""What we compare the web door with: flask-ask-sdk's adapter and the SDK as they come, our skill, our verifier.

The skill's handlers are the same ones. They are taken from the builder that the skill registers them with, and given
to the adapter as a skill of the SDK's own kind, which is what its documentation says to do.
"""

from typing import Any

from ask_sdk_core.skill_builder import SkillBuilder
from flask import Flask, Response

import skill.alexa.door
from benchmarks.forgetful import ForgetfulStore
from benchmarks.process import ProgramFailed
from benchmarks.sdk_adapter import VERIFY_SIGNATURE_APP_CONFIG, VERIFY_TIMESTAMP_APP_CONFIG, SkillAdapter
from benchmarks.signing import PATH
from simulator.envelope import SKILL_ID
from skill.alexa.verifier import Verifier
from skill.bootstrap import build_skill
from skill.settings import Settings


class OurVerifier:
    """Our verifier in the shape of the SDK's verifiers."""

    def __init__(self, verifier: Verifier) -> None:
        self._verifier = verifier

    def verify(self, headers: Any, serialized_request_env: str, deserialized_request_env: object) -> None:  # noqa: ARG002
        """Called by the adapter, which has read the envelope by then."""
        self._verifier.verify(headers.items(), serialized_request_env.encode())


def stock_application(verifier: Verifier) -> Flask:
    """The application as the adapter's documentation has it."""
    app = Flask("stock", static_folder=None)
    # Its own verifier cannot be imported on today's OpenSSL (benchmarks/sdk_adapter.py).
    app.config[VERIFY_SIGNATURE_APP_CONFIG] = False
    app.config[VERIFY_TIMESTAMP_APP_CONFIG] = False
    adapter = SkillAdapter(skill=_stock_skill(), skill_id=SKILL_ID, verifiers=[OurVerifier(verifier)], app=app)

    @app.post(PATH)
    def alexa() -> Response:
        answer: Response = adapter.dispatch_request()
        return answer

    return app


def _stock_skill() -> Any:
    builders: list[Any] = []

    class Watched(SkillBuilder):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            builders.append(self)

    room = vars(skill.alexa.door)
    stock, room["SkillBuilder"] = room["SkillBuilder"], Watched
    try:
        build_skill(Settings(skill_id=SKILL_ID), ForgetfulStore())
    finally:
        room["SkillBuilder"] = stock
    if not builders:
        raise ProgramFailed(
            "the skill is not built by the SDK's SkillBuilder any more: see benchmarks/stock_adapter.py"
        )
    return builders[0].create()
