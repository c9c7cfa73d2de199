"""The processes of the web service: Granian's workers with the skill in each, watched, replaced and stopped in order.

A worker that dies is replaced. SIGTERM and SIGINT stop accepting, let the requests under way be answered, and end.
docs/decisions/0037-web-server.md says why it is Granian and how it is set up.
"""

import logging
import socket
import sys
from functools import partial
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import Server

from skill.alexa.verifier import Verifier
from skill.bootstrap import build_skill, build_store
from skill.errors import SettingsWrong
from skill.lean import settle
from skill.logs import log_as_json
from skill.web.app import WebApp
from skill.web.door import WebDoor
from skill.web.one_cpu import keep_to_one_cpu
from skill.web.readiness import Readiness
from skill.web.settings import WebSettings
from skill.web.unverified import unverified

HEADER_LIMIT_BYTES = 16 * 1024
HEADER_SECONDS = 10
CONNECTIONS = 400
"""In each worker: a process may have 1024 files open where nobody allowed it more."""
STOP_SECONDS = 9
"""A turn ends within eight."""

OPTIONS: dict[str, Any] = {
    "interface": Interfaces.RSGI,
    "http": HTTPModes.http1,
    "http1_settings": HTTP1Settings(header_read_timeout=HEADER_SECONDS * 1000, max_buffer_size=HEADER_LIMIT_BYTES),
    "backpressure": CONNECTIONS,
    "websockets": False,
    # Granian's own lines go where all others go.
    "log_dictconfig": {
        "handlers": {},
        "loggers": {"_granian": {"handlers": [], "level": "INFO", "propagate": True}},
    },
}
"""How Granian speaks to the outside."""

_log = logging.getLogger(__name__)


def load(settings: WebSettings) -> WebApp:
    """The application with the skill behind it, made in each worker."""
    log_as_json(sys.stderr, settings.log_level)
    cpu = keep_to_one_cpu(settings.workers)
    _log.info("this worker %s", "runs on any CPU" if cpu is None else f"keeps to CPU {cpu}")
    store = build_store(settings.skill)
    verify = Verifier(settings.skill.skill_id).verify if settings.verify == "yes" else unverified
    door = WebDoor(build_skill(settings.skill, store), verify)
    settle()
    return WebApp(door, Readiness(store), threads=settings.threads, trusts_proxy=settings.behind_proxy == "yes")


def serve(settings: WebSettings) -> None:
    """Serve until SIGTERM or SIGINT. Raises ``SettingsWrong`` when the address cannot be listened at.

    Ends with status 1 when workers die as fast as they are replaced.
    """
    log_as_json(sys.stderr, settings.log_level)
    _require_free(settings)
    Server(
        "skill.web",
        address=str(settings.host),
        port=settings.port,
        workers=settings.workers,
        log_level=LogLevels(settings.log_level.lower()),
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_SECONDS,
        **OPTIONS,
    ).serve(target_loader=partial(load, settings), wrap_loader=False)


def _require_free(settings: WebSettings) -> None:
    """Workers share a port, and would share it with another server of the same user without a word."""
    family = socket.AF_INET6 if settings.host.version == 6 else socket.AF_INET
    with socket.socket(family) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            line.bind((str(settings.host), settings.port))
        except OSError as error:
            raise SettingsWrong(
                f"CASE_COMPASS_HOST and CASE_COMPASS_PORT: {settings.host} port {settings.port} cannot be listened at"
                f" ({error.strerror}); stop what listens there, or name another port"
            ) from None
