"""The SDK's own web service, with its own verifier, where that can be imported.

flask-ask-sdk 1.0.0 needs oscrypto 1.3.0, which cannot read the version number of OpenSSL 3.0.10 and later
(skill/web/sdk_adapter.py tells more). A copy of it with that one expression mended goes into a folder of the test's,
for a process that runs this file as a program::

    python -m tests.security.stock
"""

import importlib.util
import os
import shutil
from pathlib import Path

TOO_NARROW = r"(\\d\\.\\d\\.\\d[a-z]*)"
MENDED = r"(\\d+\\.\\d+\\.\\d+[a-z]*)"


def mended_oscrypto(folder: Path) -> Path:
    """A folder for PYTHONPATH with a copy of oscrypto that can be imported."""
    spec = importlib.util.find_spec("oscrypto")
    assert spec
    assert spec.submodule_search_locations
    copied = shutil.copytree(spec.submodule_search_locations[0], folder / "mended" / "oscrypto")
    for name in ("_libcrypto_cffi.py", "_libcrypto_ctypes.py"):
        file = copied / "_openssl" / name
        text = file.read_text(encoding="utf-8")
        assert TOO_NARROW in text, "oscrypto is not the one that had to be mended"
        file.write_text(text.replace(TOO_NARROW, MENDED), encoding="utf-8")
    return folder / "mended"


def serve() -> None:
    """Answer on the loopback as the SDK's documentation says it is done, until the process is ended."""
    from ask_sdk_core.skill_builder import SkillBuilder
    from flask import Flask
    from flask_ask_sdk.skill_adapter import SkillAdapter
    from werkzeug.serving import run_simple

    builder = SkillBuilder()
    builder.skill_id = os.environ["CASE_COMPASS_SKILL_ID"]

    @builder.request_handler(can_handle_func=lambda _input: True)
    def answer(handler_input):  # type: ignore[no-untyped-def]
        return handler_input.response_builder.speak("hello").response

    app = Flask(__name__)
    SkillAdapter(skill=builder.create(), skill_id=builder.skill_id, app=app).register(app=app, route="/alexa")
    app.add_url_rule("/healthz", view_func=lambda: "ok")
    run_simple("127.0.0.1", int(os.environ["CASE_COMPASS_PORT"]), app, threaded=True)


if __name__ == "__main__":
    serve()
