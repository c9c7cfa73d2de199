"""Requests at the web door, in one process and without a socket: ``door_calls.py SIDE SIGNED TIMES RESULT``.

``ours`` is the door as the server calls it, with raw headers and body and raw bytes back; ``stock`` is the SDK's
adapter on Flask, called as a WSGI server would. It counts where a loaded machine makes a server's times useless.
"""

import json
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks.signed import Signed

THOUSAND = 1000
WARMING = 5


def ours(signed: Signed) -> Callable[[], bytes]:
    """The door that we ship."""
    from skill.lean import lighten, settle

    lighten()
    from benchmarks.forgetful import ForgetfulStore
    from simulator.envelope import SKILL_ID
    from skill.bootstrap import build_skill
    from skill.settings import Settings
    from skill.web.door import WebDoor

    door = WebDoor(build_skill(Settings(skill_id=SKILL_ID), ForgetfulStore()), signed.verifier().verify)
    settle()

    def call() -> bytes:
        answer = door.answer(signed.headers, signed.body)
        return answer.body

    return call


def stock(signed: Signed) -> Callable[[], bytes]:
    """The SDK's adapter."""
    from benchmarks.signing import PATH
    from benchmarks.stock_adapter import stock_application

    application = stock_application(signed.verifier())
    headers = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in signed.headers}
    environment: dict[str, Any] = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": PATH,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_TYPE": headers.pop("HTTP_CONTENT_TYPE"),
        "CONTENT_LENGTH": str(len(signed.body)),
        "wsgi.url_scheme": "http",
        "wsgi.errors": sys.stderr,
        **headers,
    }

    def call() -> bytes:
        asked = {**environment, "wsgi.input": BytesIO(signed.body)}
        return b"".join(application(asked, started))

    return call


def started(_status: str, _headers: object, _failure: object = None) -> Callable[[bytes], object]:
    """What a WSGI server gives an application to begin its answer with."""
    return len


def main(side: str, file: str, times: str, result: str) -> None:
    """Call and write what one call took, with the answer."""
    signed = Signed.read(Path(file))
    call = ours(signed) if side == "ours" else stock(signed)
    for _ in range(WARMING):
        answer = call()
    wall, cpu = perf_counter(), process_time()
    for _ in range(int(times)):
        answer = call()
    wall, cpu = perf_counter() - wall, process_time() - cpu
    each = THOUSAND / int(times)
    took = {"wall_ms": wall * each, "cpu_ms": cpu * each, "answer": json.loads(answer)}
    Path(result).write_text(json.dumps(took), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
