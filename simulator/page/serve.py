"""Starting the page's server beside a talk, and stopping it."""

import socket
from contextlib import suppress
from itertools import chain
from pathlib import Path
from threading import Event, Thread

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from simulator.errors import OptionWrong
from simulator.options import PAGE_PORT, PROJECT
from simulator.page.app import create_app
from simulator.page.stage import Stage
from simulator.talk.talk import Talk
from simulator.under_test.skill_under_test import SkillUnderTest

SCRIPTS = PROJECT / "tests" / "scripts"
TRIED = 20
"""How many ports from the wanted one on are tried before any free one is taken."""
A_SECOND = 1.0


class RunningPage:
    """A page that is served; ``talk`` is the talk that it shares, for a console to use; ``recorder`` has it all."""

    def __init__(self, stage: Stage, port: int) -> None:
        self.talk = stage.talk
        self.recorder = stage.recorder
        self._bulletin = stage.live.bulletin
        self._stopping = Event()
        self._server = _listening(stage, port)
        self._threads = [
            Thread(target=self._server.serve_forever, args=(0.05,), name="page", daemon=True),
            Thread(target=self._ring, name="reminders", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def port(self) -> int:
        """The port that it got."""
        return self._server.port

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.port}/"

    def wait(self) -> None:
        """Stay until the page is stopped."""
        self._stopping.wait()

    def stop(self) -> None:
        """Serve no more; the talk itself can go on."""
        self._stopping.set()
        self._bulletin.close()
        self._server.shutdown()
        self._server.server_close()
        for thread in self._threads:
            thread.join(5)

    def _ring(self) -> None:
        while not self._stopping.wait(A_SECOND):
            self.talk.ring()


def beside(talk: Talk, skill: SkillUnderTest, port: int = PAGE_PORT, *, scripts: Path | None = None) -> RunningPage:
    """Serve a page beside a talk, on this port or the next free one (0: any); raises OptionWrong for no port at all.

    To show every request of a turn, ``skill`` and the talk's devices are made from ``overheard(skill)``. ``scripts``
    is a folder of scripts to replay; without one it is the project's own, for the project's own skill.
    """
    own = SCRIPTS if skill.inside else None
    return RunningPage(Stage(talk, skill, scripts or own), port)


class _Quiet(WSGIRequestHandler):
    """Logs nothing, and lets go of who sends nothing for half a minute."""

    timeout = 30

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - werkzeug's name
        """Be quiet: a request's path may say what nobody else need know."""


def _listening(stage: Stage, port: int) -> BaseWSGIServer:
    # A socket of our own: werkzeug's would end the program when the port is taken, and ask the network for its name.
    with _socket(port) as listening:
        free = listening.getsockname()[1]
        app = create_app(stage, free)
        return make_server("127.0.0.1", free, app, threaded=True, request_handler=_Quiet, fd=listening.fileno())


def _socket(port: int) -> socket.socket:
    if not 0 <= port <= 65535:
        raise OptionWrong(f"--port {port} is no port: there are 0 (any free one) to 65535")
    for candidate in chain(range(port, min(port + TRIED, 65536)) if port else (), (0,)):
        with suppress(OSError):
            return socket.create_server(("127.0.0.1", candidate), backlog=128)
    raise OptionWrong("no port of 127.0.0.1 can be had")
