"""Our web service with test roots: ``python -m benchmarks.web_ours``, with the settings of ``python -m skill.web``.

``BENCH_SIGNED`` names the file with the chain and the root that vouch for the requests (benchmarks/signed.py).
"""

from skill.lean import lighten

lighten()

import os  # noqa: E402 - nothing may import Amazon's SDK before it is made light
from datetime import UTC, datetime  # noqa: E402
from pathlib import Path  # noqa: E402

from benchmarks.forgetful import ForgetfulStore  # noqa: E402
from benchmarks.signed import Signed  # noqa: E402
from skill.alexa.verifier import Verifier  # noqa: E402
from skill.web import serving  # noqa: E402
from skill.web.app import WebApp  # noqa: E402
from skill.web.settings import WebSettings  # noqa: E402

SIGNED = "BENCH_SIGNED"

_load = serving.load


def verifier(_skill_id: str | None = None) -> Verifier:
    """The real one, with the chain at hand in place of a fetch, and the time of now."""
    return Signed.read(Path(os.environ[SIGNED])).verifier(clock=lambda: datetime.now(UTC))


def load(settings: WebSettings) -> WebApp:
    """What each worker serves: the service as it is, but for whom it trusts and what it keeps."""
    vars(serving).update(Verifier=verifier, build_store=lambda _settings: ForgetfulStore())
    return _load(settings)


def main() -> None:
    """Serve until stopped."""
    serving.load = load
    serving.serve(WebSettings.from_environment(os.environ))


if __name__ == "__main__":
    from benchmarks import web_ours

    # Workers find what they run by the name of its module, which is another one than that of a program.
    web_ours.main()
