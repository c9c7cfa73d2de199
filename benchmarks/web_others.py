"""What else the web service's server runs, for comparison: the SDK's adapter, and an application that thinks nothing.

``BENCH_SIGNED`` is as for benchmarks/web_ours.py; ``BENCH_ANSWER`` names the file with an answer that is ready.
"""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.signed import Signed

SIGNED, ANSWER = "BENCH_SIGNED", "BENCH_ANSWER"


def stock() -> Any:
    """The SDK's adapter on the SDK as it comes, as a WSGI application."""
    from benchmarks.stock_adapter import stock_application

    signed = Signed.read(Path(os.environ[SIGNED]))
    return stock_application(signed.verifier(clock=lambda: datetime.now(UTC)))


def constant() -> Callable[[Any, Any], Any]:
    """Reads the body and sends what our skill would answer: the most that the server can do, through RSGI as ours."""
    content = Path(os.environ[ANSWER]).read_bytes()
    head = [("content-type", "application/json;charset=UTF-8")]

    async def application(_scope: Any, protocol: Any) -> None:
        await protocol()
        protocol.response_bytes(200, head, content)

    return application
